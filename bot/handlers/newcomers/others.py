"""Three other activities in place of one that did not work out, from what was learned of it."""

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.going import Going
from bot.domain.learned import learned
from bot.domain.participation import EndedBecause
from bot.domain.search import Search
from bot.handlers.newcomers import finding_screens
from bot.handlers.newcomers.finding_screens import Look


async def show(context: BotContext, dossier: Dossier, *, instead_of: Going | None = None) -> None:
    """Show three others below.

    Args:
        context: The person.
        dossier: For whom.
        instead_of: What did not work out; None for what could not be chosen any more.
    """
    if context.services.surroundings.finder is None:
        return
    if instead_of is not None:
        search = await _learned(context, dossier, instead_of)
        seen = (instead_of.offer.id,)
        await context.services.searching.keep(context.account, dossier.id, search, seen=seen)
    await finding_screens.activities(context, Look(whom=dossier.id))


async def _learned(context: BotContext, dossier: Dossier, going: Going) -> Search:
    """The search so far; where nothing was looked for, what is like this one."""
    services, account, offer = context.services, context.account, going.offer
    search = await services.searching.current(account, dossier.id)
    if search.is_open:
        search = await services.searching.like(account, dossier.id, offer.id)
    because = going.participation.ended_because or EndedBecause.OTHER
    km = await services.participations.km_from(account, offer)
    return learned(search, because, offer.details, km=km, today=dossier.today)
