"""One claim of the newcomer: another day, another amount, or taken back."""

from bot.domain.attendance import Attendance, State
from bot.domain.dossier import Dossier
from bot.texts import buttons, note_rows
from bot.texts.message import Button, Message
from bot.texts.my_hours import CLAIMED, CONFIRMED, details_button
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.speaker import Speaker, escaped


def claim(speaker: Speaker, dossier: Dossier, attendance: Attendance, page: int) -> Message:
    """What was noted, and what can be done about it.

    Args:
        speaker: The newcomer's voice.
        dossier: Their hours.
        attendance: The claim.
        page: Of the list it was opened from.
    """
    # Translators: button: change how long it was.
    amount = Button(label=speaker.plain("⏱ Andere tijd"), data=_data("time", dossier, attendance, page))
    # Translators: button: change the day.
    day = Button(label=speaker.plain("📅 Andere dag"), data=_data("day", dossier, attendance, page))
    # Translators: button: take these hours back, because they were noted by mistake.
    withdraw = Button(label=speaker.plain("🗑 Haal dit weg"), data=_data("drop", dossier, attendance, page))
    rows: note_rows.Rows = ((amount, day), (withdraw,))
    if attendance.state is not State.CLAIMED:
        rows = ()
    to_list = details_button(speaker, page, newcomer_id=dossier.id)
    return Message(text=heading(speaker, dossier, attendance), buttons=(*rows, (to_list,)))


def other_amount(speaker: Speaker, dossier: Dossier, attendance: Attendance, page: int) -> Message:
    """Ask how long it was instead."""
    rows = note_rows.amounts(
        speaker,
        lambda minutes: buttons.for_whom(dossier.id, buttons.MINE, "set", attendance.id, minutes, page),
    )
    above, back = heading(speaker, dossier, attendance), _data("claim", dossier, attendance, page)
    return _asking(speaker, above, note_rows.ask_amount(speaker), rows, back=back)


def other_day(speaker: Speaker, dossier: Dossier, attendance: Attendance, page: int) -> Message:
    """Ask on which day it was instead."""
    rows = note_rows.days(
        speaker,
        dossier.today,
        lambda day: buttons.for_whom(dossier.id, buttons.MINE, "move", attendance.id, f"{day:%Y%m%d}", page),
    )
    above, back = heading(speaker, dossier, attendance), _data("claim", dossier, attendance, page)
    return _asking(speaker, above, note_rows.ask_day(speaker), rows, back=back)


def sure(speaker: Speaker, dossier: Dossier, attendance: Attendance, page: int) -> Message:
    """Ask once before hours are taken back."""
    # Translators: before hours that were noted by mistake are taken back.
    question = speaker.say("<b>Wil je deze uren weghalen?</b>")
    # Translators: button: yes, take these hours back.
    yes = Button(label=speaker.plain("🗑 Ja, haal weg"), data=_data("gone", dossier, attendance, page))
    above, back = heading(speaker, dossier, attendance), _data("claim", dossier, attendance, page)
    return _asking(speaker, above, question, ((yes,),), back=back)


def _asking(speaker: Speaker, above: str, question: str, rows: note_rows.Rows, *, back: str) -> Message:
    way_back = Button(label=note_rows.back(speaker), data=back)
    return Message(text=f"{above}\n\n{question}", buttons=(*rows, (way_back,)))


def heading(speaker: Speaker, dossier: Dossier, attendance: Attendance) -> str:
    """The date as it stands: when, how long and where; HTML."""
    bewijs = dossier.book.bewijs(attendance.bewijs_id)
    day = speaker.isolated(speaker.day(attendance.day))
    amount = speaker.isolated(speaker.duration(attendance.minutes))
    sign = CLAIMED if attendance.state is State.CLAIMED else CONFIRMED
    place = escaped(speaker.isolated(bewijs.place))
    return f"{sign} {day} · <b>{amount}</b>\n{PICTOGRAM[bewijs.kind]} {place}"


def _data(step: str, dossier: Dossier, attendance: Attendance, page: int) -> str:
    return buttons.for_whom(dossier.id, buttons.MINE, step, attendance.id, page)


def changed(speaker: Speaker) -> str:
    """The hours were put right."""
    # Translators: short notice: the hours were changed.
    return speaker.plain("Aangepast.")


def taken_back(speaker: Speaker) -> str:
    """The hours were taken back."""
    # Translators: short notice: the hours were taken back.
    return speaker.plain("Weggehaald.")
