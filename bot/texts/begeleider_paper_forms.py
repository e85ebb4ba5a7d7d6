"""Filling in by hand about a paper: hours and days, a reason, what the contact said (Dutch only)."""

from collections.abc import Sequence

from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.paper import ContactAnswer
from bot.domain.paper_drafts import ContactAnswerDraft, PaperHoursDraft, PaperRefusalDraft
from bot.texts import dutch_hours
from bot.texts.accepting import STRETCH_SIGN
from bot.texts.announcing import short_name
from bot.texts.begeleider_paper_contact import SIGNING
from bot.texts.begeleider_paper_findings import ANSWERS
from bot.texts.begeleider_papers import REFUSED
from bot.texts.dossier_buttons import FormButtons, to_page
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message


def _screen(dossier: Dossier, lines: Sequence[str], *rows: tuple[Button, ...]) -> Message:
    heading = dutch("📄 <b>Bewijs van {name}</b>", name=short_name(dossier.newcomer))
    return Message(text="\n".join([heading, *lines]), buttons=(*rows, (to_page(dossier.id),)))


def _noted(note: str | None) -> list[str]:
    return [dutch("<i>{note}</i>", note=note)] if note else []


# The hours and days to accept.


def hours_form(
    dossier: Dossier, draft: PaperHoursDraft, asks: str | None, form: FormButtons, dates: Sequence[Attendance]
) -> Message:
    """The part that is asked for, or everything read back.

    Args:
        dossier: Whose.
        draft: What is filled in.
        asks: The part; None for reading back.
        form: Its buttons.
        dates: What the newcomer noted that waits.
    """
    match asks:
        case "minutes":
            return _ask_minutes(dossier, form, dates)
        case "first_day":
            return _ask_first_day(dossier, draft, form, dates)
        case "last_day":
            return _ask_last_day(dossier, draft, form)
        case "note":
            return ask_note(dossier, form)
    return _read_back(dossier, draft, form)


def _ask_minutes(dossier: Dossier, form: FormButtons, dates: Sequence[Attendance]) -> Message:
    noted = sum(attendance.minutes for attendance in dates)
    rows = []
    if noted:
        label = dutch_plain("{hours}, zoals genoteerd", hours=dutch_hours.hours(noted))
        rows.append((form.sets(label, "minutes", noted),))
    text = dutch("Hoeveel uur aanvaard je?\n<i>Typ bijvoorbeeld: 3, 12u30.</i>")
    return _screen(dossier, [text], *rows)


def _ask_first_day(
    dossier: Dossier, draft: PaperHoursDraft, form: FormButtons, dates: Sequence[Attendance]
) -> Message:
    lines = [dutch("⏱ <b>{hours}</b>", hours=dutch_hours.hours(draft.minutes))] if draft.minutes else []
    lines.append(dutch("Van welke dag tot welke dag?\n<i>Typ de eerste dag, of: 1/9 tot 31/10.</i>"))
    rows = []
    if dates:
        first, last = min(one.day for one in dates), max(one.day for one in dates)
        label = dutch_plain("{stretch}, zoals genoteerd", stretch=dutch_hours.stretch(first, last))
        rows.append((form.sets(label, "days", f"{first}{STRETCH_SIGN}{last}"),))
    return _screen(dossier, lines, *rows)


def _ask_last_day(dossier: Dossier, draft: PaperHoursDraft, form: FormButtons) -> Message:
    text = dutch("Wat is de laatste dag op het papier?\n<i>Typ het: 31/10, 31 oktober.</i>")
    same = form.sets(dutch_plain("Dezelfde dag"), "last_day", draft.first_day)
    return _screen(dossier, [text], (same,))


def _read_back(dossier: Dossier, draft: PaperHoursDraft, form: FormButtons) -> Message:
    assert draft.minutes is not None
    assert draft.first_day is not None
    assert draft.last_day is not None
    hours = dutch_hours.hours(draft.minutes)
    stretch = dutch_hours.stretch(draft.first_day, draft.last_day)
    lines = [
        dutch("Je aanvaardt <b>{hours}</b>, {stretch}.", hours=hours, stretch=stretch),
        *_noted(draft.note),
    ]
    return _screen(
        dossier,
        lines,
        (form.saves(dutch_plain("✅ Aanvaard {hours}", hours=hours)),),
        (form.asks(dutch_plain("✏️ Uren"), "minutes"), form.asks(dutch_plain("✏️ Dagen"), "first_day")),
        (form.asks(dutch_plain("📝 Opmerking"), "note"),),
    )


def ask_note(dossier: Dossier, form: FormButtons) -> Message:
    """Own words, for begeleiders alone."""
    text = dutch("Typ een opmerking. Alleen begeleiders lezen dit.")
    return _screen(dossier, [text], (form.shows(dutch_plain("⬅️ Terug")),))


# Why it is refused.


def refusal_form(dossier: Dossier, draft: PaperRefusalDraft, asks: str | None, form: FormButtons) -> Message:
    """The reason, the remark, or both read back."""
    if asks == "why":
        reasons = [form.sets(words, "why", why.value) for why, words in REFUSED.items()]
        rows = [tuple(reasons[start : start + 2]) for start in range(0, len(reasons), 2)]
        return _screen(dossier, [dutch("Waarom weiger je dit bewijs?")], *rows)
    if asks == "note" or draft.why is None:
        return ask_note(dossier, form)
    lines = [dutch("Je weigert: {why}.", why=REFUSED[draft.why]), *_noted(draft.note)]
    note, why = form.asks(dutch_plain("📝 Opmerking"), "note"), form.asks(dutch_plain("✏️ Reden"), "why")
    return _screen(dossier, lines, (form.saves(dutch_plain("❌ Weiger")),), (note, why))


# What the contact said.


def answer_form(dossier: Dossier, draft: ContactAnswerDraft, asks: str | None, form: FormButtons) -> Message:
    """The answer, the amount, the remark, or all of it read back."""
    words = ANSWERS if draft.refusal_id is None else SIGNING
    if asks == "answer":
        given = [form.sets(label, "answer", answer.value) for answer, label in words.items()]
        rows = [tuple(given[start : start + 2]) for start in range(0, len(given), 2)]
        return _screen(dossier, [dutch("📞 Wat zei de contactpersoon?")], *rows)
    if asks == "minutes":
        text = dutch("📞 Hoeveel uur bevestigt de contactpersoon?\n<i>Typ bijvoorbeeld: 3, 12u30.</i>")
        return _screen(dossier, [text])
    if asks == "note" or draft.answer is None:
        return ask_note(dossier, form)
    told = dutch_plain("{answer}", answer=words[draft.answer])
    if draft.answer is ContactAnswer.OTHER_HOURS and draft.minutes:
        told = dutch_plain("{answer}: {hours}", answer=told, hours=dutch_hours.hours(draft.minutes))
    lines = [dutch("📞 Contactpersoon: <b>{told}</b>", told=told), *_noted(draft.note)]
    keep, note = form.saves(dutch_plain("💾 Bewaar")), form.asks(dutch_plain("📝 Opmerking"), "note")
    return _screen(dossier, lines, (keep,), (note, form.asks(dutch_plain("✏️ Antwoord"), "answer")))
