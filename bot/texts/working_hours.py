"""Setting one's working days and hours, as a begeleider sees it (Dutch only)."""

import datetime as dt

from bot.domain.dates import WEEKDAYS
from bot.domain.working_hours import WorkingHours
from bot.texts import buttons
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message

EARLIEST, LATEST = dt.time(6), dt.time(22)
A_ROW = 4


def week(hours: WorkingHours, number: str | None = None) -> Message:
    """The days to switch on and off, the hours to change, and the number that contacts may call."""
    text = dutch(
        "<b>Wanneer werk je?</b> Tik om te veranderen, het wordt meteen bewaard.\n"
        "Van <b>{begin}</b> tot <b>{end}</b>. Daarbuiten en op feestdagen komen vragen zonder geluid.",
        begin=clock(hours.begin),
        end=clock(hours.end),
    )
    if number is not None:
        text += "\n" + dutch("Contactpersonen kunnen je bellen op <b>{number}</b>.", number=number)
    days = [_day(day, is_on=day in hours.days) for day in range(7)]
    times = (
        Button(
            label=dutch_plain("🕘 Begin: {time}", time=clock(hours.begin)),
            data=buttons.data(buttons.HOURS, "begins"),
        ),
        Button(
            label=dutch_plain("🕔 Einde: {time}", time=clock(hours.end)),
            data=buttons.data(buttons.HOURS, "ends"),
        ),
    )
    call = Button(label=dutch_plain("📞 Mijn nummer"), data=buttons.data(buttons.HOURS, "number"))
    return Message(text=text, buttons=(tuple(days[:4]), tuple(days[4:]), times, (call,)))


def ask_number(number: str | None) -> Message:
    """On which number may contacts call?"""
    text = dutch(
        "📞 <b>Op welk nummer mogen contactpersonen je bellen?</b> Typ het.\n"
        "<i>Ze zien het bij jouw naam. Inburgeraars zien het niet.</i>"
    )
    rows: list[tuple[Button, ...]] = []
    if number is not None:
        gone = buttons.data(buttons.HOURS, "nonumber")
        rows.append((Button(label=dutch_plain("🗑 Geen nummer tonen"), data=gone),))
    back = Button(label=dutch_plain("⬅️ Terug"), data=buttons.data(buttons.HOURS, "week"))
    return Message(text=text, buttons=(*rows, (back,)))


def no_number() -> Message:
    """What was typed is no telephone number."""
    return Message(text=dutch("Dat is geen telefoonnummer. Typ het zo: 0470 12 34 56."))


def _day(day: int, *, is_on: bool) -> Button:
    sign = "✅" if is_on else "⬜"
    return Button(label=f"{sign} {WEEKDAYS[day][:2]}", data=buttons.data(buttons.HOURS, "day", day))


def begins(hours: WorkingHours) -> Message:
    """When does the working day begin? Every half hour before it ends."""
    times = [time for time in _half_hours() if time < hours.end]
    return _times(dutch("<b>Vanaf wanneer werk je?</b>"), "begin", times)


def ends(hours: WorkingHours) -> Message:
    """When does the working day end? Every half hour after it begins."""
    times = [time for time in _half_hours() if time > hours.begin]
    return _times(dutch("<b>Tot wanneer werk je?</b>"), "end", times)


def _times(text: str, what: str, times: list[dt.time]) -> Message:
    row = [
        Button(label=clock(time), data=buttons.data(buttons.HOURS, what, time.hour * 60 + time.minute))
        for time in times
    ]
    back = Button(label=dutch_plain("⬅️ Terug"), data=buttons.data(buttons.HOURS, "week"))
    rows = tuple(tuple(row[start : start + A_ROW]) for start in range(0, len(row), A_ROW))
    return Message(text=text, buttons=(*rows, (back,)))


def _half_hours() -> list[dt.time]:
    first, last = EARLIEST.hour * 60, LATEST.hour * 60
    return [dt.time(minute // 60, minute % 60) for minute in range(first, last + 1, 30)]


def clock(time: dt.time) -> str:
    """A time as people write it here: 9:00, 17:30."""
    return f"{time.hour}:{time.minute:02}"


def not_possible() -> str:
    """A week without days, or a day that ends before it begins."""
    return dutch_plain(
        "Dat kan niet: een werkweek heeft minstens één dag, en een dag begint voor hij eindigt."
    )
