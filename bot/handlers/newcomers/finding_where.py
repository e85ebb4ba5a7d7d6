"""Where and when somebody looks for an activity, by buttons: place, distance, days, parts of the day."""

from collections.abc import Mapping

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.schedule import DayPart
from bot.domain.search import ANYWHERE_KM, REACHES_KM, Times
from bot.handlers.newcomers import finding_screens as show
from bot.handlers.newcomers.finding_screens import Look, Step
from bot.texts import buttons
from bot.texts import places as place_texts
from bot.texts.buttons import Press

_FIRST = 2
"""Where in a button the parts after its word and the newcomer begin."""
_DAYS = 7


async def _where(context: BotContext, look: Look, _: Press) -> None:
    await show.where(context, look)


async def _place(context: BotContext, look: Look, _: Press) -> None:
    await show.place(context, look, then=show.REACH)


async def _here(context: BotContext, look: Look, _: Press) -> None:
    """Ask for the location below; what was asked stays, so that it can be typed as well."""
    context.say(place_texts.ask_location(context.speaker))


async def _anywhere(context: BotContext, look: Look, _: Press) -> None:
    await context.services.searching.change(context.account, look.whom, place=None, reach_km=ANYWHERE_KM)
    await show.activities(context, look)


async def _at(context: BotContext, look: Look, button: Press) -> None:
    """One of the places that a typed one may be."""
    places = context.services.surroundings.places
    postcode = None if button.word(_FIRST) == buttons.NOTHING else button.word(_FIRST)
    place = places.locate(button.word(_FIRST + 1), postcode) if places else None
    if place is None:
        raise ButtonOld
    await context.services.searching.change(context.account, look.whom, place=place, reach_km=None)
    await show.activities(context, look)


async def _reach(context: BotContext, look: Look, button: Press) -> None:
    reach = button.number(_FIRST)
    if reach not in (*REACHES_KM, ANYWHERE_KM):
        raise ButtonOld
    await context.services.searching.change(context.account, look.whom, reach_km=reach)
    await show.activities(context, look)


async def _nearer(context: BotContext, look: Look, _: Press) -> None:
    if await context.services.searching.nearer(context.account, look.whom) is None:
        context.toast(place_texts.nearest_already(context.speaker))
        return
    await show.activities(context, look)


async def _when(context: BotContext, look: Look, _: Press) -> None:
    await show.when(context, look)


async def _day(context: BotContext, look: Look, button: Press) -> None:
    day = button.number(_FIRST)
    if day >= _DAYS:
        raise ButtonOld
    times = (await context.services.searching.current(context.account, look.whom)).times
    days = times.weekdays | {day} if button.word(_FIRST + 1) == "1" else times.weekdays - {day}
    await _set_times(context, look, Times(weekdays=days, parts=times.parts))


async def _part(context: BotContext, look: Look, button: Press) -> None:
    part = button.one_of(_FIRST, DayPart)
    times = (await context.services.searching.current(context.account, look.whom)).times
    parts = times.parts | {part} if button.word(_FIRST + 1) == "1" else times.parts - {part}
    await _set_times(context, look, Times(weekdays=times.weekdays, parts=parts))


async def _anytime(context: BotContext, look: Look, _: Press) -> None:
    await _set_times(context, look, Times())


async def _set_times(context: BotContext, look: Look, times: Times) -> None:
    search = await context.services.searching.change(context.account, look.whom, times=times)
    await show.when(context, look, search)


STEPS: Mapping[str, Step] = {
    "where": _where,
    "place": _place,
    "here": _here,
    "anywhere": _anywhere,
    "at": _at,
    "reach": _reach,
    "nearer": _nearer,
    "when": _when,
    "day": _day,
    "part": _part,
    "anytime": _anytime,
}
"""What each of these buttons does."""
