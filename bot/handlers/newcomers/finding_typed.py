"""What is typed or shared while looking for an activity: a wish, a place, a location."""

from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.errors import NotAllowed
from bot.domain.ids import NewcomerId
from bot.domain.place import Place, Point
from bot.domain.search import Search
from bot.domain.understanding import Action, Outcome
from bot.handlers import states
from bot.handlers.newcomers import finding_screens as show
from bot.handlers.newcomers import typed_hours
from bot.handlers.newcomers.finding_screens import Look
from bot.handlers.newcomers.telling import is_somebody_else
from bot.services.searching import LIKELY_A_WISH, SURELY_ABOUT, says_what
from bot.texts import places as texts
from bot.texts.courtesy import courtesy_of
from bot.texts.menu_names import asks_for_help, asks_for_more, button_named

MOST_WORDS_OF_A_PLACE = 5
_LONGEST = 200
_MOST_WORDS_OF_A_CHANGE = 3
_SURELY_NO_PLACE = 0.9
"""From this chance on, words are about an activity, even where a town is called so."""
_ABROAD_KM = 50
"""Further than this from every place of Belgium, the nearest one says nothing."""


async def take_wish(context: BotContext, message: Message, facts: Mapping[str, Any]) -> bool:
    """Look for what was typed; False for what is something else, which is answered as usual."""
    look = await _look(context, message, facts, states.FINDING)
    if look is None or is_something_else(context, message):
        await states.leave(context, states.FINDING)
        return False
    wish = context.understanding.wish if context.understanding else None
    if wish is None or not _is_of_use(wish):
        await show.home(context, look, not_understood=True)
        return True
    await context.services.searching.wish(context.account, look.whom, wish, keeps_ticks=True)
    await show.activities(context, look)
    return True


def _is_of_use(wish: Search) -> bool:
    return wish.place is not None or says_what(wish)


async def refine(context: BotContext, message: Message) -> bool:
    """Look again near another place, or at other times, which is all that a short message says.

    Returns:
        False for any other message, and while nothing was looked for yet.
    """
    searching, account = context.services.searching, context.account
    changes = _only_where_or_when(context, message.text or "")
    if account.is_begeleider or not changes or not await searching.has_looked(account):
        return False
    whom = await searching.whom(account, None)
    await searching.change(account, whom, **changes)
    await show.activities(context, Look(whom=whom, reply_to=message.message_id))
    return True


def _only_where_or_when(context: BotContext, text: str) -> dict[str, Any]:
    wish = context.understanding.wish if context.understanding else None
    if wish is None or len(text.split()) > _MOST_WORDS_OF_A_CHANGE:
        return {}
    about = max(wish.subjects.values(), default=0.0)
    # A town's name may look like a word: غنت is Gent, and "she sang".
    may_be_place = wish.is_open or (wish.place is None and about < _SURELY_NO_PLACE)
    if may_be_place and (place := context.services.searching.surely(text)) is not None:
        return {"place": place, "reach_km": None}
    return {"times": wish.times} if not wish.times.are_any and about < SURELY_ABOUT else {}


async def take_place(context: BotContext, message: Message, facts: Mapping[str, Any]) -> bool:
    """Look near what was typed; False for what is no place but something else."""
    look = await _look(context, message, facts, states.PLACE)
    if look is None or not message.text:
        return False
    found = _places(context, message.text)
    if not found:
        return await _no_place(context, message, look, facts)
    if len(found) > 1:
        context.say(texts.which(context.speaker, look.whom, found), reply_to=message.message_id)
        return True
    await _look_near(context, look, found[0], facts.get("then"))
    return True


def _places(context: BotContext, text: str) -> Sequence[Place]:
    """What was typed, or the place within a sentence."""
    wish = context.understanding.wish if context.understanding else None
    if len(text.split()) <= MOST_WORDS_OF_A_PLACE and (
        found := context.services.searching.places(text[:_LONGEST])
    ):
        return found
    return () if wish is None or wish.place is None else (wish.place,)


async def _no_place(context: BotContext, message: Message, look: Look, facts: Mapping[str, Any]) -> bool:
    wish = context.understanding.wish if context.understanding else None
    if is_something_else(context, message):
        await states.leave(context, states.PLACE)
        return False
    if wish is not None and says_what(wish):
        # They go on with what they would like; the place is asked again after it.
        await context.services.searching.wish(context.account, look.whom, wish, keeps_ticks=True)
        await show.activities(context, look)
        return True
    await show.place(context, look, then=str(facts.get("then", show.SHOW)), not_found=True)
    return True


async def _look_near(context: BotContext, look: Look, place: Place, then: str | None) -> None:
    await context.services.searching.change(context.account, look.whom, place=place, reach_km=None)
    if then == show.REACH:
        await show.where(context, look)
    else:
        await show.activities(context, look)


async def _look(context: BotContext, message: Message, facts: Mapping[str, Any], state: str) -> Look | None:
    """For whom it is; None when the message is no text, or somebody else speaks on the phone by now."""
    newcomer_id = facts.get("newcomer")
    if not message.text or (newcomer_id is not None and _is_for_another(context, newcomer_id)):
        return None
    try:
        whom = await context.services.searching.whom(context.account, newcomer_id)
    except NotAllowed:
        # They are in somebody else's care by now; the words are for something else.
        await states.leave(context, state)
        return None
    return Look(whom=whom, reply_to=message.message_id)


def _is_for_another(context: BotContext, newcomer_id: int) -> bool:
    return not context.account.is_begeleider and is_somebody_else(context, NewcomerId(newcomer_id))


def is_something_else(context: BotContext, message: Message) -> bool:
    """Is it a question, a word that names a button, hours that were done, or only a greeting?"""
    text, understanding = message.text or "", context.understanding
    if (
        asks_for_help(text)
        or asks_for_more(text)
        or button_named(text) is not None
        or courtesy_of(text) is not None
    ):
        return True
    if typed_hours.whole_note(context, message) is not None:
        return True
    if understanding is None or understanding.action is Action.OFFERS:
        return False
    is_sure = understanding.outcome in (Outcome.ANSWER, Outcome.ACTION)
    wish = understanding.wish
    return is_sure and (wish is None or wish.confidence < max(understanding.confidence, LIKELY_A_WISH))


# A location.


async def take_location(update: Update, context: BotContext) -> bool:
    """Look near a shared location; only the name of the nearest place is kept.

    Returns:
        False where nobody knows the places, or a begeleider looks for nobody.
    """
    message, places = update.message, context.services.surroundings.places
    shared = message.location if message is not None else None
    if message is None or shared is None or places is None:
        return False
    found = await states.current(context)
    facts = found[1] if found and found[0] in (states.PLACE, states.FINDING) else {}
    if context.account.is_begeleider and not facts:
        return False
    whom = await context.services.searching.whom(context.account, facts.get("newcomer"))
    point = Point(shared.latitude, shared.longitude)
    place, then = places.nearest(point), str(facts.get("then", show.SHOW))
    if place.point.km_to(point) > _ABROAD_KM:
        await show.place(context, Look(whom=whom, reply_to=message.message_id), then=then, not_found=True)
        return True
    context.say(texts.located(context.speaker, place), reply_to=message.message_id)
    await _look_near(context, Look(whom=whom), place, then)
    return True
