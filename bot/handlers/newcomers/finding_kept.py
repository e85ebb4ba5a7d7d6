"""What is kept of a search: saved activities, and wishes that nothing fitted yet."""

from bot.delivery.context import BotContext
from bot.domain.ids import OfferId
from bot.handlers.newcomers import finding_screens as show
from bot.handlers.newcomers.finding_screens import Look
from bot.texts import wishes as texts


async def save(context: BotContext, look: Look, offer_id: OfferId, shown: tuple[OfferId, ...]) -> None:
    """Keep an activity for later."""
    match = await show.find_open(context, look, offer_id, shown)
    if match is None:
        return
    await context.services.searching.save(context.account, offer_id)
    context.toast(texts.saved_notice(context.speaker))
    await show.card(context, look, offer_id, shown)


async def unsave(context: BotContext, look: Look, offer_id: OfferId, shown: tuple[OfferId, ...]) -> None:
    """Keep it no longer."""
    await context.services.searching.drop(context.account, offer_id)
    context.toast(texts.dropped_notice(context.speaker))
    await show.card(context, look, offer_id, shown)


async def saved(context: BotContext, look: Look) -> None:
    """Show what was saved."""
    searching = context.services.searching
    offer_ids = await searching.saved(context.account)
    offers = await context.services.work.offers.many(offer_ids)
    await show.put(context, look, texts.saved(context.speaker, look.whom, offer_ids, offers, searching.today))


async def drop(context: BotContext, look: Look, offer_id: OfferId) -> None:
    """Take what is no longer there out of the list."""
    await context.services.searching.drop(context.account, offer_id)
    context.toast(texts.dropped_notice(context.speaker))
    await saved(context, look)


async def keep(context: BotContext, look: Look) -> None:
    """Keep the search as a wish."""
    search = await context.services.searching.current(context.account, look.whom)
    wish = await context.services.wishes.keep(context.account, look.whom, search)
    about = context.services.searching.about(search)
    await show.put(context, show.below(look), texts.kept(context.speaker, wish, about))


async def wishes(context: BotContext, look: Look) -> None:
    """Show what somebody still looks for."""
    kept = await context.services.wishes.of(context.account, look.whom)
    about = {wish.id: context.services.searching.about(wish.search) for wish in kept}
    await show.put(context, look, texts.mine(context.speaker, look.whom, kept, about))


async def stop(context: BotContext, look: Look, wish_id: int) -> None:
    """Write no more about a wish."""
    await context.services.wishes.stop(context.account, wish_id)
    context.toast(texts.stopped(context.speaker))
    await wishes(context, look)
