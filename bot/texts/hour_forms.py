"""Forms about hours, as the begeleider fills them in: which bewijs, an amount, a reason (Dutch only)."""

import datetime as dt

from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.drafts import BewijsDraft, ClaimDraft, DateDraft, RefusalDraft
from bot.domain.offer_kind import OfferKind
from bot.texts import dutch_hours, fit
from bot.texts.bewijs_names import called, in_dutch, in_full
from bot.texts.dossier_buttons import FormButtons, about
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.history import WHY_REFUSED
from bot.texts.message import Button, Message
from bot.texts.offer_kinds import PICTOGRAM

KNOWN_SHOWN = 8
AMOUNTS = (60, 90, 120, 180, 240)
DAYS_SHOWN = 4


def back_to_date(dossier: Dossier, attendance_id: int) -> Button:
    """Back to the date that the form is about."""
    return about(dutch_plain("⬅️ Terug"), "date", dossier.id, attendance_id)


def back_to_hours(dossier: Dossier) -> Button:
    """Back to all hours."""
    return about(dutch_plain("⬅️ Terug"), "hours", dossier.id, 0)


# Which bewijs.


def ask_bewijs(dossier: Dossier, asks: str, heading: str, form: FormButtons) -> Message:
    """Which bewijs: a known one, or the kind, the organisation or the contact of a new one.

    Args:
        dossier: Whose.
        asks: One of `bewijs_id`, `kind`, `organisation` and `contact`.
        heading: What the form is about, as HTML.
        form: Its buttons.
    """
    back = (back_to_hours(dossier),)
    match asks:
        case "bewijs_id":
            rows = [
                (form.sets(fit.shorten(called(bewijs), 34), "bewijs_id", bewijs.id),)
                for bewijs in dossier.book.bewijzen[-KNOWN_SHOWN:]
            ]
            new = (form.asks(dutch_plain("➕ Nieuw bewijs"), "kind"),)
            text = dutch("Bij welk bewijs horen de uren?")
            return Message(text=f"{heading}\n{text}", buttons=(*rows, new, back))
        case "kind":
            text = dutch("Welk soort activiteit is het?")
            return Message(text=f"{heading}\n{text}", buttons=(*_kinds(form), back))
        case "organisation":
            text = dutch("Bij welke organisatie? Typ de naam.")
            none = (form.asks(dutch_plain("Geen organisatie, wel een persoon"), "contact"),)
            return Message(text=f"{heading}\n{text}", buttons=(none, back))
        case _:
            text = dutch("Bij wie? Typ de naam van de contactpersoon.")
            return Message(text=f"{heading}\n{text}", buttons=(back,))


def _kinds(form: FormButtons) -> list[tuple[Button, ...]]:
    row = [form.sets(f"{PICTOGRAM[kind]} {in_dutch(kind)}", "kind", kind.value) for kind in OfferKind]
    return [tuple(row[start : start + 2]) for start in range(0, len(row), 2)]


def bewijs_line(draft: BewijsDraft) -> str:
    """To which bewijs the hours belong, as HTML."""
    assert draft.kind is not None
    return dutch("📄 {bewijs}", bewijs=in_full(draft.kind, draft.organisation, draft.contact))


# A date: another amount, another day, a reason.


def amount_form(dossier: Dossier, attendance: Attendance, form: FormButtons) -> Message:
    """The contact confirms another amount."""
    text = dutch(
        "Hoeveel uur bevestigde de contactpersoon voor {day}? Genoteerd: {hours}.\n"
        "<i>Typ bijvoorbeeld: 2, 1u30, 90 min.</i>",
        day=dutch_hours.weekday(attendance.day),
        hours=dutch_hours.hours(attendance.minutes),
    )
    back = back_to_date(dossier, attendance.id)
    return Message(text=text, buttons=(_amounts(form), (back,)))


def _amounts(form: FormButtons) -> tuple[Button, ...]:
    return tuple(form.sets(dutch_hours.hours(minutes), "minutes", minutes) for minutes in AMOUNTS)


def correction_form(
    dossier: Dossier, attendance: Attendance, draft: DateDraft, asks: str | None, form: FormButtons
) -> Message:
    """A claim is put right: its day, its amount, and read back."""
    back = back_to_date(dossier, attendance.id)
    if asks == "day":
        return _ask_day(dossier, dutch("Welke dag was het?"), form, back)
    if asks == "minutes":
        text = dutch("Hoeveel uur was het?\n<i>Typ bijvoorbeeld: 2, 1u30, 90 min.</i>")
        return Message(text=text, buttons=(_amounts(form), (back,)))
    assert draft.day is not None
    assert draft.minutes is not None
    text = dutch(
        "Wordt: {day}, <b>{hours}</b>. Klopt dit?",
        day=f"{dutch_hours.weekday(draft.day)}/{draft.day.year}",
        hours=dutch_hours.hours(draft.minutes),
    )
    return Message(text=text, buttons=(*_save_and_change(form), (back,)))


def _save_and_change(form: FormButtons) -> tuple[tuple[Button, ...], ...]:
    return (
        (form.saves(dutch_plain("✅ Ja, bewaar")),),
        (form.asks(dutch_plain("✏️ Dag"), "day"), form.asks(dutch_plain("✏️ Uren"), "minutes")),
    )


def _ask_day(dossier: Dossier, question: str, form: FormButtons, back: Button) -> Message:
    days = [dossier.today - dt.timedelta(days=days) for days in range(DAYS_SHOWN)]
    row = tuple(form.sets(dutch_hours.weekday(day), "day", day) for day in days)
    hint = dutch("<i>Of typ het: dinsdag, 3/11, 3 november.</i>")
    return Message(text=f"{question}\n{hint}", buttons=(row, (back,)))


def refusal_form(
    dossier: Dossier, attendance: Attendance, draft: RefusalDraft, asks: str | None, form: FormButtons
) -> Message:
    """Why does a date not count? The newcomer hears the reason, and the begeleider's own words."""
    back = back_to_date(dossier, attendance.id)
    what = dutch(
        "✖ <b>{hours} op {day} weigeren</b>",
        hours=dutch_hours.hours(attendance.minutes),
        day=dutch_hours.weekday(attendance.day),
    )
    if asks == "why":
        rows = [(form.sets(why.capitalize(), "why", code.value),) for code, why in WHY_REFUSED.items()]
        question = dutch("Waarom telt het niet mee?")
        return Message(text=f"{what}\n{question}", buttons=(*rows, (back,)))
    if asks == "note":
        question = dutch("Typ je uitleg. {name} leest ze in het Nederlands.", name=dossier.newcomer.name)
        return Message(text=f"{what}\n{question}", buttons=((form.shows(dutch_plain("⬅️ Terug")),), (back,)))
    assert draft.why is not None
    lines = [what, dutch("Reden: {why}.", why=WHY_REFUSED[draft.why])]
    if draft.note:
        lines.append(dutch("<i>{note}</i>", note=draft.note))
    lines.append(dutch("{name} krijgt hier bericht van.", name=dossier.newcomer.name))
    change = (form.asks(dutch_plain("✏️ Reden"), "why"), form.asks(dutch_plain("✍️ Uitleg"), "note"))
    save = (form.saves(dutch_plain("✖ Ja, weiger")),)
    return Message(text="\n".join(lines), buttons=(save, change, (back,)))


# Noting hours for somebody.


def note_form(dossier: Dossier, draft: ClaimDraft, asks: str | None, form: FormButtons) -> Message:
    """Hours are noted for somebody, as they could do themselves."""
    heading = dutch("➕ <b>Uren noteren voor {name}</b>", name=dossier.newcomer.name)
    back = back_to_hours(dossier)
    match asks:
        case "line":
            return _ask_line(heading, form, back)
        case "day":
            question = dutch("Welke dag was het?")
            return _ask_day(dossier, f"{heading}\n{question}", form, back)
        case "minutes":
            text = dutch("Hoeveel uur was het?\n<i>Typ bijvoorbeeld: 2, 1u30, 90 min.</i>")
            return Message(text=f"{heading}\n{text}", buttons=(_amounts(form), (back,)))
        case None:
            return _read_note_back(heading, draft, form, back)
        case _:
            return ask_bewijs(dossier, asks, heading, form)


def _ask_line(heading: str, form: FormButtons, back: Button) -> Message:
    text = dutch("Typ het in één regel: <i>dinsdag 2 uur voetbalclub</i>. Of ga stap voor stap.")
    steps = form.asks(dutch_plain("👣 Stap voor stap"), "bewijs_id")
    return Message(text=f"{heading}\n{text}", buttons=((steps,), (back,)))


def _read_note_back(heading: str, draft: ClaimDraft, form: FormButtons, back: Button) -> Message:
    assert draft.day is not None
    assert draft.minutes is not None
    what = dutch(
        "{day}: <b>{hours}</b>",
        day=f"{dutch_hours.weekday(draft.day)}/{draft.day.year}",
        hours=dutch_hours.hours(draft.minutes),
    )
    question = dutch("Klopt dit?")
    text = f"{heading}\n{bewijs_line(draft)}\n{what}\n\n{question}"
    change_bewijs = (form.asks(dutch_plain("✏️ Bewijs"), "bewijs_id"),)
    return Message(text=text, buttons=(*_save_and_change(form), change_bewijs, (back,)))
