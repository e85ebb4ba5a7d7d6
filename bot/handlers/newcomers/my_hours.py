"""My hours: the picture with its two lines, everything that is noted, and the last day as a file."""

from dataclasses import replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.calendar import deadline_ics
from bot.domain.attendance import RefusedBecause, State
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.history import What
from bot.handlers.newcomers.contact_words import said_of
from bot.handlers.newcomers.rings import ring_of
from bot.texts import hour_details, my_hours
from bot.texts.hour_details import Details


async def show(update: Update, context: BotContext) -> None:
    """Show the hours at one glance.

    Raises:
        NoDossier, SayWho: As `Dossiers.own` says.
    """
    await say(context)


async def say(context: BotContext, *, reply_to: int | None = None) -> None:
    """Say how far the person is, with the picture where there is a contract.

    Args:
        context: The person.
        reply_to: The message of theirs that asked for it.

    Raises:
        NoDossier, SayWho: As `Dossiers.own` says.
    """
    dossier = await context.services.dossiers.own(context.account)
    goes = bool(await context.services.participations.of(dossier))
    is_shared = context.account.is_shared
    screen = my_hours.overview(context.speaker, dossier, is_shared=is_shared, goes_somewhere=goes)
    picture = ring_of(dossier, context.account.language)
    context.say(replace(screen, picture=picture), reply_to=reply_to)


async def show_details(update: Update, context: BotContext, page: int) -> None:
    """Show a page of everything that is noted, in place of the list or below the picture."""
    dossier = await context.services.dossiers.own(context.account)
    context.edit(update, hour_details.list_of(context.speaker, await details_of(context, dossier), page))


async def details_of(context: BotContext, dossier: Dossier) -> Details:
    """What the list of hours is made of."""
    return Details(
        dossier=dossier,
        now=context.turn.now,
        reasons=await _reasons(context, dossier),
        is_shared=context.account.is_shared,
        said=await said_of(context.turn.work, dossier.book.attendances),
    )


async def _reasons(context: BotContext, dossier: Dossier) -> dict[int, RefusedBecause]:
    """Why each refused date does not count; the last reason holds."""
    if not any(attendance.state is State.REFUSED for attendance in dossier.book.attendances):
        return {}
    events = await context.services.work.history.of(dossier.id)
    return {
        event.facts["attendance"]: RefusedBecause(event.why)
        for event in events
        if event.what is What.CLAIM_REFUSED and event.why in set(RefusedBecause)
    }


async def send_calendar(update: Update, context: BotContext) -> None:
    """Send the last day of the term as a file for the phone's calendar."""
    dossier = await context.services.dossiers.own(context.account)
    contract = dossier.newcomer.contract
    if contract is None:
        raise ButtonOld
    content = deadline_ics(
        uid=f"term-{dossier.id}@inburgerbot",
        last_day=contract.last_day,
        title=my_hours.deadline_title(context.speaker),
        description=my_hours.deadline_description(context.speaker, dossier.progress),
        made_at=context.turn.now,
    )
    context.say(my_hours.calendar(context.speaker, dossier.progress, content))
