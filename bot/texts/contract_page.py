"""Setting, reading back and extending a contract, as the begeleider sees it (Dutch only)."""

import datetime as dt

from bot.domain.contract import Contract, ExtendedBecause, Status
from bot.domain.dates import months_later
from bot.domain.dossier import Dossier
from bot.domain.drafts import ContractDraft, ExtensionDraft
from bot.domain.errors import ImpossibleBecause
from bot.texts import dutch_hours
from bot.texts.dossier_buttons import FormButtons, to_page
from bot.texts.dossier_page import STATUS
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.message import Button, Message

TERMS = (6, 12, 18, 24)
EXTENSIONS = (1, 3, 6)
HOURS = (40, 20, 10)
MANY_MINUTES = 80 * 60
_IMPOSSIBLE = {
    ImpossibleBecause.ENDS_BEFORE_START: "⛔ Dit kan niet: de laatste dag ligt vóór het begin.",
    ImpossibleBecause.TOO_LONG: "⛔ Dit kan niet: een termijn duurt geen tien jaar.",
    ImpossibleBecause.NO_HOURS: "⛔ Dit kan niet: een contract vraagt meer dan 0 uur.",
    ImpossibleBecause.TOO_MANY_HOURS: "⛔ Dit kan niet: een contract vraagt ten hoogste 400 uur.",
    ImpossibleBecause.NOT_LATER: "⛔ Dit kan niet: de nieuwe laatste dag moet later zijn dan de vorige.",
}
WHY_EXTENDED = {
    ExtendedBecause.ILLNESS: "ziekte",
    ExtendedBecause.CARE: "zorg voor kinderen of familie",
    ExtendedBecause.NO_OFFER: "geen aanbod gevonden",
    ExtendedBecause.WORK: "werk",
    ExtendedBecause.COURSES: "NT2 of een ander deel duurt langer",
    ExtendedBecause.MOVE: "verhuizing",
    ExtendedBecause.OTHER: "andere reden",
}


def impossible(because: ImpossibleBecause) -> str:
    """Why a contract cannot be so, as HTML and as a notice."""
    return _IMPOSSIBLE[because]


def contract_form(dossier: Dossier, draft: ContractDraft, asks: str | None, form: FormButtons) -> Message:
    """The part that is asked for, or everything read back."""
    match asks:
        case "status":
            return _ask_status(dossier, form)
        case "starts_on":
            return _ask_start(dossier, form)
        case "last_day":
            return _ask_last_day(dossier, draft, form)
        case "required_minutes":
            return _ask_hours(dossier, form)
        case _:
            return _read_back(dossier, draft, form)


def _heading(dossier: Dossier) -> str:
    return dutch("🗓 <b>Contract van {name}</b>", name=dossier.newcomer.name)


def _prompt(dossier: Dossier, sentence: str, *rows: tuple[Button, ...]) -> Message:
    return Message(text=f"{_heading(dossier)}\n{sentence}", buttons=(*rows, (to_page(dossier.id),)))


def _ask_status(dossier: Dossier, form: FormButtons) -> Message:
    row = tuple(form.sets(name.capitalize(), "status", status.value) for status, name in STATUS.items())
    return _prompt(dossier, dutch("Verplicht of rechthebbend?"), row)


def _ask_start(dossier: Dossier, form: FormButtons) -> Message:
    today = dossier.today
    first = today.replace(day=1)
    firsts = [day for months in (-2, -1, 0, 1) if (day := months_later(first, months)) is not None]
    buttons = [form.sets(dutch_hours.day(day), "starts_on", day) for day in firsts]
    now = form.sets(dutch_plain("Vandaag, {day}", day=dutch_hours.day(today)), "starts_on", today)
    sentence = dutch("Wanneer begint de termijn?\n<i>Of typ het: 1/9/2026, begin september 2026.</i>")
    return _prompt(dossier, sentence, (now,), tuple(buttons[:2]), tuple(buttons[2:]))


def _ask_last_day(dossier: Dossier, draft: ContractDraft, form: FormButtons) -> Message:
    start = draft.starts_on or dossier.today
    ends = [(months, day - dt.timedelta(days=1)) for months in TERMS if (day := months_later(start, months))]
    buttons = [
        form.sets(
            dutch_plain("{months} maanden: {day}", months=months, day=dutch_hours.day(day)), "last_day", day
        )
        for months, day in ends
    ]
    sentence = dutch("Wat is de laatste dag?\n<i>Of typ het: 31/12/2027, eind juni 2027.</i>")
    return _prompt(dossier, sentence, *((button,) for button in buttons))


def _ask_hours(dossier: Dossier, form: FormButtons) -> Message:
    row = tuple(form.sets(dutch_hours.hours(hours * 60), "required_minutes", hours * 60) for hours in HOURS)
    return _prompt(dossier, dutch("Hoeveel uur vraagt het contract?\n<i>Of typ het: 32, 37u30.</i>"), row)


def _read_back(dossier: Dossier, draft: ContractDraft, form: FormButtons) -> Message:
    contract = draft.contract
    assert contract is not None
    paragraphs = [f"{_heading(dossier)}\n{_as_it_will_be(contract)}", *_warnings(contract, dossier.today)]
    if draft.problem is not None:
        paragraphs.append(dutch("{problem}", problem=impossible(draft.problem)))
        return Message(text="\n\n".join(paragraphs), buttons=(*_parts(form), (to_page(dossier.id),)))
    paragraphs.append(dutch("Klopt dit?"))
    save = (form.saves(dutch_plain("✅ Ja, bewaar")),)
    return Message(text="\n\n".join(paragraphs), buttons=(save, *_parts(form), (to_page(dossier.id),)))


def _as_it_will_be(contract: Contract) -> str:
    return dutch(
        "{status}\nVan <b>{starts_on}</b> tot en met <b>{last_day}</b>\n<b>{hours}</b>",
        status=STATUS[contract.status].capitalize(),
        starts_on=dutch_hours.day(contract.starts_on),
        last_day=dutch_hours.day(contract.last_day),
        hours=dutch_hours.hours(contract.required_minutes),
    )


def _warnings(contract: Contract, today: dt.date) -> list[str]:
    warnings = []
    if contract.has_ended(today) and contract.starts_on <= contract.last_day:
        warnings.append(dutch("⚠️ Let op: de laatste dag is al voorbij."))
    if contract.required_minutes > MANY_MINUTES:
        warnings.append(dutch("⚠️ Let op: dat zijn veel uren."))
    return warnings


def _parts(form: FormButtons) -> tuple[tuple[Button, ...], ...]:
    return (
        (
            form.asks(dutch_plain("✏️ Statuut"), "status"),
            form.asks(dutch_plain("✏️ Begin"), "starts_on"),
        ),
        (
            form.asks(dutch_plain("✏️ Laatste dag"), "last_day"),
            form.asks(dutch_plain("✏️ Uren"), "required_minutes"),
        ),
    )


def status_of(status: Status) -> str:
    """Obliged or entitled, in Dutch."""
    return STATUS[status]


# Extending.


def extension_form(dossier: Dossier, draft: ExtensionDraft, asks: str | None, form: FormButtons) -> Message:
    """Noting an extension that was decided: its day, its reason, and read back."""
    match asks:
        case "last_day":
            return _ask_new_last_day(dossier, form)
        case "why":
            return _ask_why(dossier, form)
        case "note":
            return _ask_note(dossier, form)
        case _:
            return _read_extension_back(dossier, draft, form)


def _extending(dossier: Dossier) -> str:
    return dutch("➕ <b>Termijn van {name} verlengen</b>", name=dossier.newcomer.name)


def _last_day(dossier: Dossier) -> dt.date:
    return dossier.newcomer.contract.last_day if dossier.newcomer.contract else dossier.today


def _ask_new_last_day(dossier: Dossier, form: FormButtons) -> Message:
    before = _last_day(dossier)
    days = [(months, day) for months in EXTENSIONS if (day := months_later(before, months))]
    rows = tuple((form.sets(_longer(months, day), "last_day", day),) for months, day in days)
    text = dutch(
        "Nu is de laatste dag {before}. Wat is de nieuwe?\n<i>Of typ het: 31/12/2027, eind juni 2027.</i>",
        before=dutch_hours.day(before),
    )
    return Message(text=f"{_extending(dossier)}\n{text}", buttons=(*rows, (to_page(dossier.id),)))


def _longer(months: int, day: dt.date) -> str:
    return dutch_plural(
        "1 maand langer: {day}", "{count} maanden langer: {day}", months, day=dutch_hours.day(day)
    )


def _ask_why(dossier: Dossier, form: FormButtons) -> Message:
    rows = tuple((form.sets(why.capitalize(), "why", code.value),) for code, why in WHY_EXTENDED.items())
    text = f"{_extending(dossier)}\n{dutch('Waarom werd de termijn verlengd?')}"
    return Message(text=text, buttons=(*rows, (to_page(dossier.id),)))


def _ask_note(dossier: Dossier, form: FormButtons) -> Message:
    text = dutch("Typ in eigen woorden waarom. Alleen begeleiders lezen dit.")
    back = (form.shows(dutch_plain("⬅️ Terug")),)
    return Message(text=f"{_extending(dossier)}\n{text}", buttons=(back,))


def _read_extension_back(dossier: Dossier, draft: ExtensionDraft, form: FormButtons) -> Message:
    assert draft.last_day is not None
    assert draft.why is not None
    before = _last_day(dossier)
    lines = [
        _extending(dossier),
        dutch(
            "Van {before} naar <b>{last_day}</b>.",
            before=dutch_hours.day(before),
            last_day=dutch_hours.day(draft.last_day),
        ),
        dutch("Reden: {why}.", why=WHY_EXTENDED[draft.why]),
    ]
    if draft.note:
        lines.append(dutch("<i>{note}</i>", note=draft.note))
    change = (
        form.asks(dutch_plain("✏️ Dag"), "last_day"),
        form.asks(dutch_plain("✏️ Reden"), "why"),
        form.asks(dutch_plain("✍️ Uitleg"), "note"),
    )
    if draft.last_day <= before:
        lines.append(dutch("{problem}", problem=impossible(ImpossibleBecause.NOT_LATER)))
        return Message(text="\n".join(lines), buttons=(change, (to_page(dossier.id),)))
    lines.append(dutch("{name} krijgt hier bericht van. Klopt dit?", name=dossier.newcomer.name))
    save = (form.saves(dutch_plain("✅ Ja, verleng")),)
    return Message(text="\n".join(lines), buttons=(save, change, (to_page(dossier.id),)))


def contract_kept() -> str:
    """A notice: the contract is kept."""
    return dutch_plain("✅ Het contract is bewaard.")


def extended() -> str:
    """A notice: the extension is noted."""
    return dutch_plain("✅ De verlenging is genoteerd.")
