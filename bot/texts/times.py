"""When somebody can take part: weekdays and parts of the day to tick."""

from bot.domain.ids import NewcomerId
from bot.domain.schedule import DayPart
from bot.domain.search import Search, Times
from bot.texts.finding_buttons import Row, button, show
from bot.texts.message import Button, Message
from bot.texts.schedules import part_name
from bot.texts.speaker import Speaker

_TICKED = "✅"
_FIRST_ROW = 4
_DAYS = 7


def times(speaker: Speaker, whom: NewcomerId | None, search: Search) -> Message:
    """When can you? Days and parts of the day, each to tick."""
    # Translators: below are buttons with weekdays and parts of the day. Nothing ticked means any time.
    text = speaker.say("🗓 <b>Wanneer kan je?</b>\nTik aan wat past. Niets aangetikt? Dan is alles goed.")
    days = [_day(speaker, whom, search.times, day) for day in range(_DAYS)]
    parts = tuple(_part(speaker, whom, search.times, part) for part in DayPart)
    rows: list[Row] = [tuple(days[:_FIRST_ROW]), tuple(days[_FIRST_ROW:]), parts]
    if not search.times.are_any:
        # Translators: button: any time is fine; takes all ticks away.
        rows.append((button(speaker.plain("Alles is goed"), whom, "anytime"),))
    return Message(text=text, buttons=(*rows, (show(speaker, whom),)))


def _day(speaker: Speaker, whom: NewcomerId | None, chosen: Times, day: int) -> Button:
    return _box(speaker.short_weekday(day), whom, "day", day, is_ticked=day in chosen.weekdays)


def _part(speaker: Speaker, whom: NewcomerId | None, chosen: Times, part: DayPart) -> Button:
    return _box(part_name(speaker, part), whom, "part", part, is_ticked=part in chosen.parts)


def _box(label: str, whom: NewcomerId | None, word: str, what: object, *, is_ticked: bool) -> Button:
    shown = f"{_TICKED} {label}" if is_ticked else label
    return button(shown, whom, word, what, "0" if is_ticked else "1")


def times_label(speaker: Speaker, chosen: Times) -> str:
    """The times that suit, as they stand on a button; plain text."""
    days = [speaker.short_weekday(day) for day in sorted(chosen.weekdays)]
    parts = [part_name(speaker, part) for part in DayPart if part in chosen.parts]
    if not days and not parts:
        # Translators: button: choose days and parts of the day.
        return speaker.plain("🗓 Wanneer?")
    return f"🗓 {speaker.isolated(', '.join((*days, *parts)))}"
