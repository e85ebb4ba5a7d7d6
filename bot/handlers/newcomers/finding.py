"""Looking for an activity: every button of the search, and the ways into it."""

from collections.abc import Mapping, Sequence

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.ids import NewcomerId, OfferId
from bot.domain.interest import Interest
from bot.handlers.newcomers import finding_kept, finding_where
from bot.handlers.newcomers import finding_screens as show
from bot.handlers.newcomers.finding_screens import Look, Step
from bot.handlers.newcomers.telling import speak_as
from bot.handlers.pressed import pressed
from bot.services.searching import is_surely, says_what
from bot.texts import buttons
from bot.texts import finding as texts
from bot.texts.buttons import Press
from bot.texts.finding import Meant

_FIRST = 2
"""Where in a button the parts after its word and the newcomer begin."""
_MOST_SHOWN = 3


async def open_search(
    context: BotContext,
    message: Message | None,
    *,
    whom: NewcomerId | None = None,
    update: Update | None = None,
) -> None:
    """Look for an activity: at once when the words say enough, else by asking what the person likes.

    Args:
        context: The person.
        message: Their own words, or None when they pressed a button.
        whom: The newcomer for whom a begeleider looks.
        update: The press whose screen is changed; None to say it anew.

    Raises:
        SayWho, NotYours: As `Searching.whom` says.
    """
    searching, account = context.services.searching, context.account
    found = await searching.whom(account, whom)
    look = Look(whom=found, update=update, reply_to=message.message_id if message else None)
    wish = context.understanding.wish if message is not None and context.understanding else None
    if wish is not None and says_what(wish):
        await searching.wish(account, found, wish)
        await show.activities(context, look)
        return
    await searching.begin(account, found)
    if wish is not None and wish.place is not None:
        await searching.wish(account, found, wish)
    await show.home(context, look)


async def show_more(context: BotContext) -> None:
    """Somebody typed "more": others of what was shown before, else the screen that asks what they like."""
    whom = await context.services.searching.whom(context.account, None)
    look = Look(whom=whom)
    if await context.services.searching.has_looked(context.account):
        await show.activities(context, look)
    else:
        await show.home(context, look)


async def offer_if_meant(
    context: BotContext, message: Message, *, others: Sequence[tuple[str, str]] = ()
) -> bool:
    """Show activities for a message that may mean something else, but surely is a wish; False for any other.

    Args:
        context: The person, with what the bot makes of their words.
        message: Their words.
        others: What else they may mean: labels with what stands on their buttons.
    """
    if not is_wish(context):
        return False
    assert context.understanding is not None
    assert context.understanding.wish is not None
    whom = await context.services.searching.whom(context.account, None)
    await context.services.searching.wish(context.account, whom, context.understanding.wish)
    look = Look(whom=whom, reply_to=message.message_id)
    await show.activities(context, look, meant=Meant(others=tuple(others)))
    return True


def is_wish(context: BotContext) -> bool:
    """Do a newcomer's words, which nothing explains for sure, surely say what they would like to do?"""
    wish = context.understanding.wish if context.understanding else None
    return wish is not None and not context.account.is_begeleider and is_surely(wish)


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of the search says; whose it is the service checks each time."""
    button = pressed(update)
    step = _STEPS.get(button.word(0))
    if step is None:
        raise ButtonOld
    asked = _asked(button)
    if asked is not None and context.account.is_shared:
        await speak_as(context, asked)
    whom = await context.services.searching.whom(context.account, asked)
    await step(context, Look(whom=whom, update=update), button)


def _asked(button: Press) -> NewcomerId | None:
    is_named = len(button.parts) > 1 and button.parts[1] != buttons.NOTHING
    return NewcomerId(button.number(1)) if is_named else None


# What somebody likes.


async def _start(context: BotContext, look: Look, _: Press) -> None:
    await context.services.searching.begin(context.account, look.whom)
    await show.home(context, look)


async def _home(context: BotContext, look: Look, button: Press) -> None:
    await show.home(context, look, page=_page(button, _FIRST))


async def _tick(context: BotContext, look: Look, button: Press) -> None:
    interest = button.one_of(_FIRST, Interest)
    is_wanted = button.word(_FIRST + 1) == "1"
    await context.services.searching.tick(context.account, look.whom, interest, is_wanted=is_wanted)
    await show.home(context, look, page=_page(button, _FIRST + 2))


def _page(button: Press, place: int) -> int:
    return min(button.number(place), texts.pages() - 1)


# Activities.


async def _show(context: BotContext, look: Look, _: Press) -> None:
    await show.activities(context, look)


async def _more(context: BotContext, look: Look, _: Press) -> None:
    await show.activities(context, look)


async def _again(context: BotContext, look: Look, _: Press) -> None:
    search = await context.services.searching.current(context.account, look.whom)
    await context.services.searching.keep(context.account, look.whom, search)
    await show.activities(context, look)


async def _list(context: BotContext, look: Look, button: Press) -> None:
    await show.listed(context, look, _offers(button, _FIRST))


async def _card(context: BotContext, look: Look, button: Press) -> None:
    await show.card(context, look, *_one_of(button))


async def _full(context: BotContext, look: Look, button: Press) -> None:
    await show.whole(context, look, *_one_of(button))


async def _like(context: BotContext, look: Look, button: Press) -> None:
    await context.services.searching.like(context.account, look.whom, button.number(_FIRST))
    await show.activities(context, look)


async def _save(context: BotContext, look: Look, button: Press) -> None:
    await finding_kept.save(context, look, *_one_of(button))


async def _unsave(context: BotContext, look: Look, button: Press) -> None:
    await finding_kept.unsave(context, look, *_one_of(button))


async def _saved(context: BotContext, look: Look, _: Press) -> None:
    await finding_kept.saved(context, look)


async def _drop(context: BotContext, look: Look, button: Press) -> None:
    await finding_kept.drop(context, look, OfferId(button.number(_FIRST)))


async def _keep(context: BotContext, look: Look, _: Press) -> None:
    await finding_kept.keep(context, look)


async def _wishes(context: BotContext, look: Look, _: Press) -> None:
    await finding_kept.wishes(context, look)


async def _stop(context: BotContext, look: Look, button: Press) -> None:
    await finding_kept.stop(context, look, button.number(_FIRST))


def _one_of(button: Press) -> tuple[OfferId, tuple[OfferId, ...]]:
    """An activity, and those of the list it stands in."""
    shown, place = _offers(button, _FIRST + 1), button.number(_FIRST)
    if place >= len(shown):
        raise ButtonOld
    return shown[place], shown


def _offers(button: Press, first: int) -> tuple[OfferId, ...]:
    places = range(first, min(len(button.parts), first + _MOST_SHOWN))
    return tuple(OfferId(button.number(place)) for place in places)


_STEPS: Mapping[str, Step] = {
    "start": _start,
    "home": _home,
    "tick": _tick,
    **finding_where.STEPS,
    "show": _show,
    "more": _more,
    "again": _again,
    "list": _list,
    "card": _card,
    "full": _full,
    "like": _like,
    "save": _save,
    "unsave": _unsave,
    "saved": _saved,
    "drop": _drop,
    "keep": _keep,
    "wishes": _wishes,
    "stop": _stop,
}
