"""Hours and bewijzen of one of their people, as the begeleider looks at them and decides (Dutch only)."""

from collections.abc import Collection, Iterable, Sequence

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, Source, State
from bot.domain.contact import Contact
from bot.domain.contact_words import NOT_THERE
from bot.domain.dossier import Dossier
from bot.domain.hour_findings import Finding
from bot.domain.hours import Bewijs, Book, Sums
from bot.texts import buttons, dutch_hours, fit
from bot.texts.bewijs_names import called, in_full
from bot.texts.dossier_buttons import about, to_page
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message
from bot.texts.paging import page_of
from bot.texts.reached import reached_words

PLACE_UNITS = 22
SIGN = {State.CLAIMED: "✋", State.CONFIRMED: "🤝", State.REFUSED: "✖", State.WITHDRAWN: "🗑"}
_STATE = {
    State.CLAIMED: "✋ Genoteerd, nog niet bevestigd.",
    State.CONFIRMED: "🤝 Bevestigd door de contactpersoon.",
    State.REFUSED: "✖ Geweigerd: telt niet mee.",
    State.WITHDRAWN: "🗑 Weggenomen: telt niet mee.",
}
_SOURCE = {
    Source.SCANNED: "🚪 Gescand aan de deur.",
    Source.PRINTED: "🖨 Gescand van een code op papier.",
    Source.CONTACT: "🤝 Eerst genoteerd door de contactpersoon.",
}
_FINDING = {
    Finding.OUTSIDE_TERM: "🔎 Deze dag valt buiten de termijn.",
    Finding.MANY_HOURS_A_DAY: "🔎 Op deze dag staan meer dan 12 uur.",
    Finding.WAITS_LONG: "🔎 Dit wacht al lang.",
    Finding.DENIED: "🔎 De contactpersoon zegt: niet aanwezig.",
    Finding.CONTACTS_DIFFER: "🔎 Twee contactpersonen zeggen iets anders.",
    Finding.OBJECTED: "🔎 De inburgeraar zegt dat het woord van de contactpersoon niet klopt.",
    Finding.PRINTED_CODE: "🔎 Genoteerd met een code op papier, die kan doorgegeven zijn.",
}


def all_hours(dossier: Dossier, page_number: int) -> Message:
    """The three sums, and each bewijs with its own."""
    book = dossier.book
    page = page_of(_with_hours(book), page_number)
    heading = dutch("⏳ <b>Uren van {name}</b>", name=dossier.newcomer.name)
    lines = [heading, dutch_hours.three_sums(book.sums)]
    if not page.items:
        lines.append(dutch("Er zijn nog geen uren."))
    lines.append(page.line)
    rows = [(_bewijs_row(book, bewijs),) for bewijs in page.items]
    turns = page.turns(lambda number: buttons.data(buttons.CASELOAD, "hours", dossier.id, number))
    return Message(
        text="\n".join(line for line in lines if line),
        buttons=(*rows, *turns, *_entering(dossier), (to_page(dossier.id),)),
    )


def _with_hours(book: Book) -> list[Bewijs]:
    used = {a.bewijs_id for a in book.attendances} | {a.bewijs_id for a in book.acceptances}
    return [bewijs for bewijs in book.bewijzen if bewijs.id in used]


def _entering(dossier: Dossier) -> tuple[tuple[Button, ...], ...]:
    if dossier.newcomer.is_closed:
        return ()
    return (
        (about(dutch_plain("📄 Papieren bewijs aanvaarden"), "accept", dossier.id),),
        (about(dutch_plain("➕ Uren noteren"), "note", dossier.id),),
    )


def _bewijs_row(book: Book, bewijs: Bewijs) -> Button:
    place = fit.shorten(called(bewijs), PLACE_UNITS)
    sums = " ".join(_parts(book.sums_of(bewijs.id)))
    label = dutch_plain("{place} · {sums}", place=place, sums=sums or dutch_hours.hours(0))
    return about(label, "bewijs", bewijs.newcomer_id, bewijs.id, 0)


def _parts(sums: Sums) -> Iterable[str]:
    for sign, minutes in (("✓", sums.accepted), ("🤝", sums.confirmed), ("✋", sums.claimed)):
        if minutes:
            yield f"{sign} {dutch_hours.hours(minutes)}"


def bewijs_page(dossier: Dossier, bewijs: Bewijs, page_number: int) -> Message:
    """One bewijs: what was accepted of it, then its dates, the newest first."""
    book = dossier.book
    accepted = sorted(book.acceptances_of(bewijs.id), key=lambda a: (a.last_day, a.id), reverse=True)
    rows = [(_acceptance_row(dossier, acceptance),) for acceptance in accepted]
    rows += [(_date_row(dossier, attendance),) for attendance in reversed(book.attendances_of(bewijs.id))]
    page = page_of(rows, page_number)
    lines = [
        dutch("<b>{name}</b>", name=dossier.newcomer.name),
        dutch("{bewijs}", bewijs=in_full(bewijs.kind, bewijs.organisation, bewijs.contact)),
        dutch_hours.three_sums(book.sums_of(bewijs.id)),
        page.line,
    ]
    turns = page.turns(lambda number: buttons.data(buttons.CASELOAD, "bewijs", dossier.id, bewijs.id, number))
    back = about(dutch_plain("⬅️ Alle uren"), "hours", dossier.id, 0)
    return Message(text="\n".join(line for line in lines if line), buttons=(*page.items, *turns, (back,)))


def _acceptance_row(dossier: Dossier, acceptance: Acceptance) -> Button:
    label = dutch_plain(
        "✓ {hours} · {stretch}",
        hours=dutch_hours.hours(acceptance.minutes),
        stretch=dutch_hours.stretch(acceptance.first_day, acceptance.last_day),
    )
    return about(label, "accepted", dossier.id, acceptance.id)


def _date_row(dossier: Dossier, attendance: Attendance) -> Button:
    sign = "✓" if _is_covered(dossier, attendance) else SIGN[attendance.state]
    label = dutch_plain(
        "{sign} {day} · {hours}",
        sign=sign,
        day=dutch_hours.weekday(attendance.day),
        hours=dutch_hours.hours(attendance.minutes),
    )
    return about(label, "date", dossier.id, attendance.id)


def _is_covered(dossier: Dossier, attendance: Attendance) -> bool:
    return attendance.is_alive and dossier.book.is_covered(attendance)


def date_page(
    dossier: Dossier, attendance: Attendance, findings: Collection[Finding], said: Sequence[str] = ()
) -> Message:
    """One date, what asks for a look, and what can be decided about it.

    Args:
        dossier: Whose date it is.
        attendance: The date.
        findings: What asks for a look.
        said: Who said what of it, a line each; plain text.
    """
    bewijs = dossier.book.bewijs(attendance.bewijs_id)
    is_covered = _is_covered(dossier, attendance)
    state = dutch("✓ Telt mee bij de aanvaarde uren.") if is_covered else _STATE[attendance.state]
    lines = [
        dutch("<b>{name}</b> · {bewijs}", name=dossier.newcomer.name, bewijs=called(bewijs)),
        dutch(
            "{weekday}: <b>{hours}</b>",
            weekday=f"{dutch_hours.weekday(attendance.day)}/{attendance.day.year}",
            hours=dutch_hours.hours(attendance.minutes),
        ),
        state,
        *([_SOURCE[attendance.source]] if attendance.source in _SOURCE else []),
        *(dutch("💬 {line}", line=line) for line in said),
        *(_FINDING[finding] for finding in Finding if finding in findings),
    ]
    rows = () if dossier.newcomer.is_closed else _ways(dossier, attendance, is_covered=is_covered)
    back = about(dutch_plain("⬅️ Terug"), "bewijs", dossier.id, bewijs.id, 0)
    return Message(text="\n".join(lines), buttons=(*rows, (back,)))


def said_by(contact: Contact | None, minutes: int) -> str:
    """What a contact, or the begeleider for them after a call, said of a date; plain text."""
    said = dutch_plain("niet aanwezig") if minutes == NOT_THERE else dutch_hours.hours(minutes)
    if contact is None:
        return dutch_plain("{said}, door de begeleider genoteerd na een gesprek", said=said)
    return dutch_plain(
        "{contact} ({reached}): {said}", contact=contact.name, reached=reached_words(contact), said=said
    )


def _ways(dossier: Dossier, attendance: Attendance, *, is_covered: bool) -> tuple[tuple[Button, ...], ...]:
    if is_covered or attendance.state is State.WITHDRAWN:
        return ()
    if attendance.state is State.REFUSED:
        return ((_does(dossier, attendance, dutch_plain("↩️ Toch meetellen"), "recount"),),)
    refuse = _does(dossier, attendance, dutch_plain("✖ Weiger"), "refuse")
    amount = _does(dossier, attendance, dutch_plain("🤝 Bevestigd, ander aantal"), "amount")
    if attendance.state is State.CONFIRMED:
        return ((amount,), (refuse,))
    confirm = dutch_plain("🤝 Contactpersoon bevestigde (telefonisch)")
    return (
        (_does(dossier, attendance, confirm, "confirm"),),
        (amount,),
        (
            _does(dossier, attendance, dutch_plain("✏️ Verander"), "correct"),
            _does(dossier, attendance, dutch_plain("🗑 Neem weg"), "withdraw"),
        ),
        (refuse,),
    )


def _does(dossier: Dossier, attendance: Attendance, label: str, word: str) -> Button:
    return about(label, word, dossier.id, attendance.id)


def confirmed() -> str:
    """A notice: the contact's word is noted."""
    return dutch_plain("🤝 Bevestigd.")


def refused() -> str:
    """A notice: the date does not count."""
    return dutch_plain("✖ Geweigerd.")


def counts_again() -> str:
    """A notice: a refusal is undone."""
    return dutch_plain("↩️ Telt weer mee.")


def withdrawn() -> str:
    """A notice: a claim is taken away."""
    return dutch_plain("🗑 Weggenomen.")


def noted() -> str:
    """A notice: hours are noted or put right."""
    return dutch_plain("✅ Genoteerd.")
