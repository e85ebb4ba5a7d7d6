"""Showing the search: its screens in place of the pressed one, or below what was written."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import OfferGone
from bot.domain.ids import NewcomerId, OfferId
from bot.domain.search import Found, Match, Search
from bot.handlers import screens, states
from bot.handlers.begeleiders import offer_rows
from bot.texts import finding as texts
from bot.texts import finding_card, who
from bot.texts import places as place_texts
from bot.texts import times as time_texts
from bot.texts.buttons import Press
from bot.texts.finding import Home, Meant
from bot.texts.finding_buttons import Row
from bot.texts.message import Message
from bot.texts.offer_card import in_full, offer_card

Step = Callable[[BotContext, "Look", Press], Awaitable[None]]
"""What a button of the search does."""
SHOW, REACH = "show", "reach"
"""What follows once the place is known: activities, or how far."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """For whom is looked, and where the screen goes."""

    whom: NewcomerId | None
    update: Update | None = None
    """The press whose screen is changed; None to say it anew."""
    reply_to: int | None = None


async def home(context: BotContext, look: Look, *, page: int = 0, not_understood: bool = False) -> None:
    """Ask what the person likes; what they type next is a wish."""
    searching = context.services.searching
    await states.enter(context, states.FINDING, newcomer=look.whom)
    shown = Home(
        whom=look.whom,
        search=await searching.current(context.account, look.whom),
        page=page,
        saved=len(await searching.saved(context.account)),
        wishes=len(await context.services.wishes.of(context.account, look.whom)),
    )
    await put(context, look, texts.home(context.speaker, shown, not_understood=not_understood))


async def activities(context: BotContext, look: Look, *, meant: Meant | None = None) -> None:
    """Show the next three; ask the place first while nobody said where.

    Args:
        context: The person.
        look: For whom, and where.
        meant: Set when the bot is not sure that their words were a wish, with what else they may mean.
    """
    search = await context.services.searching.current(context.account, look.whom)
    if place_texts.asks_place(search) and meant is None:
        await place(context, look, then=SHOW)
        return
    await states.leave(context, states.FINDING, states.PLACE)
    found = await context.services.searching.next(context.account, look.whom)
    await _say_found(context, look, found, meant=meant)


async def listed(context: BotContext, look: Look, offer_ids: tuple[OfferId, ...]) -> None:
    """Show these again; others when none of them is there any more."""
    found = await context.services.searching.shown(context.account, look.whom, offer_ids)
    if not found.matches:
        await activities(context, look)
        return
    await _say_found(context, look, found)


async def _say_found(context: BotContext, look: Look, found: Found, *, meant: Meant | None = None) -> None:
    about = context.services.searching.about(found.search)
    screen = texts.found(
        context.speaker,
        found,
        look.whom,
        about=about,
        meant=meant,
        are_others=found.are_others,
        may_ask=not context.account.is_begeleider,
    )
    await put(context, look, screen)


async def card(context: BotContext, look: Look, offer_id: OfferId, shown: tuple[OfferId, ...]) -> None:
    """Show one activity; when it ended meanwhile, say so and show others."""
    match = await find_open(context, look, offer_id, shown)
    if match is None:
        return
    saved = await context.services.searching.saved(context.account)
    rows = finding_card.card_rows(
        context.speaker,
        look.whom,
        match.offer,
        shown,
        is_saved=offer_id in saved,
        first=await first_rows(context, look, offer_id),
    )
    search = await context.services.searching.current(context.account, look.whom)
    today = context.services.searching.today
    await put(context, look, offer_card(context.speaker, match, search, today=today, buttons=rows))


async def first_rows(context: BotContext, look: Look, offer_id: OfferId) -> tuple[Row, ...]:
    """What is decided about an activity: "I want to go", or what a begeleider does with it for somebody."""
    if context.account.is_begeleider:
        return await offer_rows.first_rows(context, look.whom, offer_id)
    return ((finding_card.want(context.speaker, offer_id),),)


async def whole(context: BotContext, look: Look, offer_id: OfferId, shown: tuple[OfferId, ...]) -> None:
    """Show the whole description."""
    match = await find_open(context, look, offer_id, shown)
    if match is None:
        return
    search = await context.services.searching.current(context.account, look.whom)
    back = finding_card.back_to_card(context.speaker, look.whom, offer_id, shown)
    today = context.services.searching.today
    await put(context, look, in_full(context.speaker, match, search, today=today, back=back))


async def find_open(
    context: BotContext, look: Look, offer_id: OfferId, shown: tuple[OfferId, ...]
) -> Match | None:
    """The activity while it is open; else say that it is not, show others, and give back None.

    Args:
        context: The person.
        look: For whom, and where.
        offer_id: The activity.
        shown: Those of the list it stands in: what is left of them comes first.
    """
    try:
        return await context.services.searching.look_at(context.account, look.whom, offer_id)
    except OfferGone:
        context.toast(texts.gone(context.speaker), is_alert=True)
        await listed(context, look, shown)
        return None


async def place(context: BotContext, look: Look, *, then: str, not_found: bool = False) -> None:
    """Ask where; the next text or location is the place."""
    await states.enter(context, states.PLACE, newcomer=look.whom, then=then)
    await put(context, look, place_texts.ask(context.speaker, look.whom, not_found=not_found))


async def where(context: BotContext, look: Look) -> None:
    """Show how far, or ask where first."""
    search = await context.services.searching.current(context.account, look.whom)
    if search.place is None:
        await place(context, look, then=REACH)
        return
    await states.leave(context, states.PLACE)
    await put(context, look, place_texts.reach(context.speaker, look.whom, search))


async def when(context: BotContext, look: Look, search: Search | None = None) -> None:
    """Show days and parts of the day to tick."""
    found = search or await context.services.searching.current(context.account, look.whom)
    await put(context, look, time_texts.times(context.speaker, look.whom, found))


async def put(context: BotContext, look: Look, screen: Message) -> None:
    """Show a screen where it belongs."""
    named = await with_name(context, look.whom, screen)
    if look.update is None:
        context.say(named, reply_to=look.reply_to)
    else:
        await screens.show(look.update, context, named)


async def with_name(context: BotContext, whom: NewcomerId | None, screen: Message) -> Message:
    """The screen with the name of whom it is for, where that is not clear from the phone."""
    if whom is None or not (context.account.is_shared or context.account.is_begeleider):
        return screen
    newcomer = await context.services.work.people.newcomer(whom)
    return screen if newcomer is None else who.named(screen, newcomer.name)


def below(look: Look) -> Look:
    """The same, said below what is there."""
    return replace(look, update=None)
