"""Entering a signed paper bewijs, and putting accepted hours right, for begeleiders (Dutch only)."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.drafts import AcceptanceDraft
from bot.domain.errors import DayInFuture, HoursRefused
from bot.texts import dutch_hours
from bot.texts.begeleider_refusals import sentence
from bot.texts.bewijs_names import called
from bot.texts.dossier_buttons import FormButtons, about
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.hour_forms import ask_bewijs, back_to_hours, bewijs_line
from bot.texts.message import Button, Message

OVERLAPS_SHOWN = 3
STRETCH_SIGN = "/"


def paper_form(  # noqa: PLR0911 - one for each part
    dossier: Dossier,
    draft: AcceptanceDraft,
    asks: str | None,
    form: FormButtons,
    *,
    dates: Sequence[Attendance],
    overlapping: Sequence[Acceptance],
    problem: HoursRefused | None,
) -> Message:
    """The part that is asked for, or everything read back.

    Args:
        dossier: Whose.
        draft: What is filled in.
        asks: The part; None for reading back.
        form: Its buttons.
        dates: The open dates of this bewijs, or of its stretch of days once that is known.
        overlapping: What was accepted of it over some of these days before.
        problem: Why these hours would be refused; None when they can be accepted.
    """
    back = (back_to_hours(dossier),)
    match asks:
        case "minutes":
            return _ask_minutes(dossier, draft, form, dates)
        case "first_day":
            return _ask_first_day(dossier, draft, form, dates)
        case "last_day":
            text = dutch("Wat is de laatste dag op het papier?\n<i>Typ het: 31/10, 31 oktober.</i>")
            return _asking(dossier, draft, text, back)
        case "note":
            text = dutch("Typ een opmerking. Alleen begeleiders lezen dit.")
            return _asking(dossier, draft, text, (form.shows(dutch_plain("⬅️ Terug")),))
        case "overlap":
            return _ask_overlap(dossier, draft, form, overlapping)
        case None:
            return _read_back(dossier, draft, form, dates, problem)
        case _:
            return ask_bewijs(dossier, asks, _heading(dossier, draft), form)


def _heading(dossier: Dossier, draft: AcceptanceDraft) -> str:
    if draft.acceptance_id is not None:
        return dutch("✏️ <b>Aanvaarde uren van {name} aanpassen</b>", name=dossier.newcomer.name)
    return dutch("📄 <b>Papieren bewijs van {name} aanvaarden</b>", name=dossier.newcomer.name)


def _asking(dossier: Dossier, draft: AcceptanceDraft, text: str, *rows: tuple[Button, ...]) -> Message:
    return Message(text=f"{_heading(dossier, draft)}\n{bewijs_line(draft)}\n\n{text}", buttons=rows)


def _ask_minutes(
    dossier: Dossier, draft: AcceptanceDraft, form: FormButtons, dates: Sequence[Attendance]
) -> Message:
    text = dutch("Hoeveel uur staat er <b>in totaal</b> op het papier?\n<i>Typ bijvoorbeeld: 8, 12u30.</i>")
    noted = sum(attendance.minutes for attendance in dates)
    rows: list[tuple[Button, ...]] = []
    if noted:
        label = dutch_plain("{hours}, zoals genoteerd", hours=dutch_hours.hours(noted))
        rows.append((form.sets(label, "minutes", noted),))
    return _asking(dossier, draft, text, *rows, (back_to_hours(dossier),))


def _ask_first_day(
    dossier: Dossier, draft: AcceptanceDraft, form: FormButtons, dates: Sequence[Attendance]
) -> Message:
    text = dutch("Van welke dag tot welke dag gaat het papier?\n<i>Typ de eerste dag, of: 1/9 tot 31/10.</i>")
    rows: list[tuple[Button, ...]] = []
    if dates:
        first, last = min(a.day for a in dates), max(a.day for a in dates)
        label = dutch_plain("{stretch}, zoals genoteerd", stretch=dutch_hours.stretch(first, last))
        rows.append((form.sets(label, "days", f"{first}{STRETCH_SIGN}{last}"),))
    return _asking(dossier, draft, text, *rows, (back_to_hours(dossier),))


def _ask_overlap(
    dossier: Dossier, draft: AcceptanceDraft, form: FormButtons, overlapping: Sequence[Acceptance]
) -> Message:
    assert draft.minutes is not None
    lines = [
        dutch("⚠️ Over deze dagen is al aanvaard:"),
        *(dutch("• {accepted}", accepted=_accepted(one)) for one in overlapping[:OVERLAPS_SHOWN]),
        dutch("<b>Is dit hetzelfde papier?</b>"),
    ]
    same = [
        (form.sets(_new_total(one, draft.minutes), "acceptance_id", one.id),)
        for one in overlapping[:OVERLAPS_SHOWN]
    ]
    other = (form.sets(dutch_plain("➕ Andere uren, komt erbij"), "is_other", 1),)
    return _asking(dossier, draft, "\n".join(lines), *same, other, (back_to_hours(dossier),))


def _accepted(acceptance: Acceptance) -> str:
    return dutch_plain(
        "{hours}, {stretch}",
        hours=dutch_hours.hours(acceptance.minutes),
        stretch=dutch_hours.stretch(acceptance.first_day, acceptance.last_day),
    )


def _new_total(acceptance: Acceptance, minutes: int) -> str:
    return dutch_plain(
        "📄 Zelfde papier: {before} wordt {after}",
        before=dutch_hours.hours(acceptance.minutes),
        after=dutch_hours.hours(minutes),
    )


def _read_back(
    dossier: Dossier,
    draft: AcceptanceDraft,
    form: FormButtons,
    dates: Sequence[Attendance],
    problem: HoursRefused | None,
) -> Message:
    assert draft.first_day is not None
    assert draft.last_day is not None
    assert draft.minutes is not None
    stretch = dutch_hours.stretch(draft.first_day, draft.last_day)
    paper = dutch(
        "Op papier: <b>{hours}</b>, {stretch}.", hours=dutch_hours.hours(draft.minutes), stretch=stretch
    )
    warnings = _warnings(dossier, draft, problem)
    lines = [paper, *_replaced(dossier, draft), *_covered(draft.minutes, dates), *warnings]
    if draft.note:
        lines.append(dutch("<i>{note}</i>", note=draft.note))
    rows = [
        (form.asks(dutch_plain("✏️ Uren"), "minutes"), form.asks(dutch_plain("✏️ Dagen"), "first_day")),
        (form.asks(dutch_plain("✍️ Opmerking"), "note"), back_to_hours(dossier)),
    ]
    if problem is None:
        lines.append(dutch("{name} krijgt hier bericht van. Klopt dit?", name=dossier.newcomer.name))
        return _asking(dossier, draft, "\n".join(lines), (_save(draft, form),), *rows)
    return _asking(dossier, draft, "\n".join(lines), *rows)


def _save(draft: AcceptanceDraft, form: FormButtons) -> Button:
    is_change = draft.acceptance_id is not None
    return form.saves(dutch_plain("✅ Ja, pas aan") if is_change else dutch_plain("✅ Ja, aanvaard"))


def _replaced(dossier: Dossier, draft: AcceptanceDraft) -> list[str]:
    before = next((a for a in dossier.book.acceptances if a.id == draft.acceptance_id), None)
    if before is None:
        return []
    return [dutch("In de plaats van: {accepted}.", accepted=_accepted(before))]


def _covered(minutes: int, dates: Sequence[Attendance]) -> list[str]:
    """Which noted dates count in it, and what is over or short."""
    if not dates:
        return [dutch("Er zijn geen genoteerde datums op deze dagen.")]
    noted = sum(attendance.minutes for attendance in dates)
    covered = dutch_plural(
        "Dekt 1 genoteerde datum: {days}.",
        "Dekt {count} genoteerde datums: {days}.",
        len(dates),
        days=_days([attendance.day for attendance in dates]),
    )
    if noted == minutes:
        return [covered, dutch("Genoteerd en op papier: evenveel.")]
    sign = dutch_plain("meer") if minutes > noted else dutch_plain("minder")
    difference = dutch(
        "⚠️ Genoteerd {noted}, op papier {paper}: <b>{difference} {sign}</b>.",
        noted=dutch_hours.hours(noted),
        paper=dutch_hours.hours(minutes),
        difference=dutch_hours.hours(abs(minutes - noted)),
        sign=sign,
    )
    return [covered, difference]


def _days(days: Sequence[dt.date]) -> str:
    shown = [f"{day.day}/{day.month}" for day in days[:6]]
    return ", ".join(shown) + (" …" if len(days) > len(shown) else "")


def _warnings(dossier: Dossier, draft: AcceptanceDraft, problem: HoursRefused | None) -> list[str]:
    assert draft.first_day is not None
    assert draft.last_day is not None
    warnings = []
    contract = dossier.newcomer.contract
    if draft.last_day < draft.first_day:
        warnings.append(dutch("⛔ Dit kan niet: de laatste dag ligt vóór de eerste."))
    elif isinstance(problem, DayInFuture):
        warnings.append(dutch("⛔ Dit kan niet: de laatste dag is nog niet voorbij."))
    elif problem is not None:
        warnings.append(dutch("⛔ {why}", why=sentence(problem)))
    elif contract is not None and not (contract.holds(draft.first_day) and contract.holds(draft.last_day)):
        warnings.append(dutch("⚠️ Let op: een deel valt buiten de termijn."))
    return warnings


# What was accepted.


def acceptance_page(dossier: Dossier, acceptance: Acceptance, covered: Sequence[Attendance]) -> Message:
    """Accepted hours, the dates that count in them, and ways to put it right."""
    bewijs = dossier.book.bewijs(acceptance.bewijs_id)
    lines = [
        dutch("<b>{name}</b> · {bewijs}", name=dossier.newcomer.name, bewijs=called(bewijs)),
        dutch("✓ Aanvaard: <b>{accepted}</b>", accepted=_accepted(acceptance)),
        *_covered(acceptance.minutes, covered),
    ]
    back = (about(dutch_plain("⬅️ Terug"), "bewijs", dossier.id, bewijs.id, 0),)
    if dossier.newcomer.is_closed:
        return Message(text="\n".join(lines), buttons=(back,))
    ways = (
        about(dutch_plain("✏️ Pas aan"), "accept", dossier.id, acceptance.id),
        about(dutch_plain("↩️ Maak ongedaan"), "unaccept", dossier.id, acceptance.id),
    )
    return Message(text="\n".join(lines), buttons=(ways, back))


def confirm_undoing(dossier: Dossier, acceptance: Acceptance) -> Message:
    """Undoing is asked twice."""
    text = dutch(
        "<b>{accepted}</b> niet meer aanvaarden? De genoteerde datums wachten dan weer."
        " {name} krijgt hier bericht van.",
        accepted=_accepted(acceptance),
        name=dossier.newcomer.name,
    )
    row = (
        about(dutch_plain("↩️ Ja, ongedaan maken"), "unaccept", dossier.id, acceptance.id, "yes"),
        about(dutch_plain("⬅️ Terug"), "accepted", dossier.id, acceptance.id),
    )
    return Message(text=text, buttons=(row,))


def accepted() -> str:
    """A notice: the hours count."""
    return dutch_plain("✅ Aanvaard.")


def undone() -> str:
    """A notice: the hours do not count any more."""
    return dutch_plain("↩️ Ongedaan gemaakt.")
