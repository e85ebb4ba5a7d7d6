"""Adding a list of people, as a begeleider sees it (Dutch only), and the two lines on each one's card."""

from collections.abc import Iterable, Sequence

from bot.domain.caseload_match import MOST_PEOPLE, Change, Compared, Plan, Unfit
from bot.domain.caseload_rows import RowError, RowProblem, RowWarning
from bot.texts import buttons, fit
from bot.texts.dossier_buttons import to_list
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.message import Button, File, Message
from bot.texts.speaker import Speaker

IMPORT = "import"
"""The word of these buttons; `n:import` alone asks for a list."""
SHOWN = 12
"""So many names or rows stand in each part of the screen."""
NAME_UNITS = 24

_PROBLEM = {
    RowProblem.NOBODY: "geen referentie en geen voornaam",
    RowProblem.NAME_TOO_LONG: "de naam is te lang (alleen de voornaam)",
    RowProblem.NAME_IN_LINES: "de naam staat op meer dan één regel",
    RowProblem.REFERENCE_TOO_LONG: "de referentie is te lang",
    RowProblem.STATUS_MISSING: "verplicht of rechthebbend ontbreekt",
    RowProblem.STATUS_UNKNOWN: "verplicht of rechthebbend? Ik lees",
    RowProblem.START_MISSING: "de begindatum ontbreekt",
    RowProblem.START_UNREADABLE: "de begindatum begrijp ik niet",
    RowProblem.LAST_DAY_MISSING: "de laatste dag ontbreekt",
    RowProblem.LAST_DAY_UNREADABLE: "de laatste dag begrijp ik niet",
    RowProblem.ENDS_BEFORE_START: "de laatste dag ligt vóór het begin",
    RowProblem.TERM_TOO_LONG: "de termijn is langer dan 10 jaar",
    RowProblem.HOURS_UNREADABLE: "de uren begrijp ik niet",
    RowProblem.NO_HOURS: "0 uur kan niet",
    RowProblem.TOO_MANY_HOURS: "meer dan 400 uur kan niet",
    RowProblem.SAME_PERSON_TWICE: "deze persoon staat twee keer in de lijst",
    RowProblem.NATIONAL_NUMBER: "er staat een rijksregisternummer. Dat bewaar ik niet, haal het weg",
}
_WARNING = {
    RowWarning.LAST_DAY_PAST: "de laatste dag is al voorbij",
    RowWarning.MANY_HOURS: "dat zijn veel uren",
    RowWarning.LANGUAGE_UNKNOWN: "deze taal ken ik niet",
}
_UNFIT = {
    Unfit.SAME_NAME: "meer dan één van je mensen heet zo. Zet er een referentie bij",
    Unfit.TWICE: "deze persoon staat al in een rij hierboven",
    Unfit.CLOSED: "dit dossier is afgesloten. Heropen het eerst",
}
_CHANGE = {
    Change.NAME: "naam",
    Change.REFERENCE: "referentie",
    Change.LANGUAGE: "taal",
    Change.CONTRACT: "contract",
}
_UNREADABLE = {
    "too_large": "Deze lijst is te groot.",
    "not_a_table": "Dit is geen lijst die ik kan lezen. Bewaar ze als XLSX of CSV.",
    "encrypted": "Dit bestand heeft een wachtwoord. Bewaar het zonder.",
    "encoding": "De letters in dit bestand kan ik niet lezen. Bewaar het als XLSX.",
    "empty": "Hier staat niets in.",
    "gone": "Telegram heeft dit bestand niet meer. Stuur het opnieuw.",
}


def ask() -> Message:
    """How to send a list."""
    text = dutch(
        "📋 <b>Stuur je lijst</b> als XLSX- of CSV-bestand. Of plak de rijen hier.\n\n"
        "Per persoon: referentie of voornaam, verplicht of rechthebbend, begin, laatste dag, uren"
        " (40 als er niets staat) en taal. Zo:\n<code>{example}</code>\n\n"
        "Ik toon eerst wat ik lees. Geen rijksregisternummers.",
        example="Amina; verplicht; 1/9/2026; 31/8/2028; 40; Arabisch",
    )
    return Message(text=text, buttons=((to_list(),),))


def is_reading() -> Message:
    """A file came in; it is read in a moment."""
    return Message(text=dutch("⏳ Ik lees je lijst…"))


def unreadable(reason: str) -> Message:
    """The file or the lines are no list."""
    sentence = _UNREADABLE.get(reason, _UNREADABLE["not_a_table"])
    return Message(text=f"🤔 {dutch(sentence)}", buttons=((to_list(),),))


def too_many(count: int) -> Message:
    """More people than one begeleider guides."""
    text = dutch(
        "In deze lijst staan {count} mensen. Ik neem er hoogstens {most} in één keer. Verdeel de lijst.",
        count=count,
        most=MOST_PEOPLE,
    )
    return Message(text=text, buttons=((to_list(),),))


def read_back(plan: Plan, errors: Sequence[RowError], mark: int) -> Message:
    """What was read, before anything is changed.

    Args:
        plan: What adding would do.
        errors: What could not be read.
        mark: Tells this list from a later one.
    """
    wrong = [*map(_error, errors), *(_row(row.line, _UNFIT[problem]) for row, problem in plan.unfit)]
    parts = [
        _heading(len(plan.people), len(wrong)),
        _named(dutch_plain("🆕 Nieuw"), map(_name, plan.new)),
        _named(dutch_plain("✏️ Veranderd"), map(_changed, plan.changed)),
        _named(dutch_plain("🟰 Hetzelfde"), map(_name, plan.unchanged)),
        _listed(dutch_plain("⚠️ Niet toegevoegd:"), wrong),
        _listed(dutch_plain("👀 Klopt dit?"), _warnings(plan.people)),
    ]
    return Message(text="\n\n".join(part for part in parts if part), buttons=_ways(plan, mark))


def _heading(people: int, wrong: int) -> str:
    found = dutch_plural("<b>1 persoon gelezen</b>", "<b>{count} mensen gelezen</b>", people)
    if not wrong:
        return found
    mistakes = dutch_plural("1 fout", "{count} fouten", wrong)
    return f"{found}, {mistakes}"


def _named(heading: str, names: Iterable[str]) -> str:
    found = list(names)
    if not found:
        return ""
    more = len(found) - SHOWN
    shown = ", ".join(found[:SHOWN])
    line = dutch("{heading} ({count}): {names}", heading=heading, count=len(found), names=shown)
    return line if more <= 0 else f"{line} {dutch('en nog {count}', count=more)}"


def _changed(one: Compared) -> str:
    what = ", ".join(_CHANGE[change] for change in Change if change in one.changes)
    return f"{_name(one)} ({what})"


def _name(one: Compared) -> str:
    return fit.shorten(one.name, NAME_UNITS)


def _error(error: RowError) -> str:
    cell = f": «{error.cell}»" if error.cell else ""
    return _row(error.line, f"{_PROBLEM[error.problem]}{cell}")


def _row(line: int, words: str) -> str:
    return dutch("rij {line}: {words}", line=line, words=words)


def _warnings(people: Iterable[Compared]) -> list[str]:
    return [
        _row(one.row.line, f"{fit.shorten(one.name, NAME_UNITS)}, {_WARNING[warning]}")
        for one in people
        for warning in one.row.warnings
    ]


def _listed(heading: str, rows: Sequence[str]) -> str:
    if not rows:
        return ""
    lines = [heading, *(f"• {row}" for row in rows[:SHOWN])]
    if len(rows) > SHOWN:
        lines.append(dutch("• en nog {count}", count=len(rows) - SHOWN))
    return "\n".join(lines)


def _ways(plan: Plan, mark: int) -> tuple[tuple[Button, ...], ...]:
    no = Button(label=dutch_plain("✖️ Toch niet"), data=buttons.data(buttons.CASELOAD, IMPORT, "no"))
    if not plan.people:
        return ((no,),)
    is_new = bool(plan.new or plan.changed)
    label = dutch_plain("✅ Toevoegen") if is_new else dutch_plain("🖨 Alleen kaartjes met codes")
    return ((Button(label=label, data=buttons.data(buttons.CASELOAD, IMPORT, "yes", mark)),), (no,))


def added(plan: Plan, without_phone: int) -> Message:
    """It is done; cards follow for who has no phone yet."""
    text = dutch(
        "✅ {new} nieuw, {changed} veranderd, {same} hetzelfde.",
        new=len(plan.new),
        changed=len(plan.changed),
        same=len(plan.unchanged),
    )
    if without_phone:
        cards = dutch_plural(
            "🖨 Zo dadelijk krijg je een blad met een kaartje voor 1 persoon zonder telefoon.",
            "🖨 Zo dadelijk krijg je een blad met kaartjes voor {count} mensen zonder telefoon.",
            without_phone,
        )
        text = f"{text}\n{cards}"
    return Message(text=text, buttons=((to_list(),),))


def nothing_added() -> Message:
    """The begeleider leaves it."""
    return Message(text=dutch("Goed, ik verander niets."), buttons=((to_list(),),))


def list_gone() -> str:
    """A notice: what was read is not at hand any more."""
    return dutch_plain("Deze lijst is niet meer bij de hand. Stuur ze opnieuw.")


def sheet(content: bytes, count: int, *, part: int, parts: int) -> Message:
    """The sheet to print and cut.

    Args:
        content: A PDF.
        count: How many cards are on it.
        part: Which sheet of several, from 1 on.
        parts: How many there are.
    """
    text = dutch_plural("🖨 Het kaartje voor 1 persoon.", "🖨 De kaartjes voor {count} mensen.", count)
    how = dutch(
        "Print het blad en knip de kaartjes uit. Elke code werkt één keer, 30 dagen lang."
        " Geef elk kaartje aan de juiste persoon."
    )
    which = "" if parts == 1 else f" {dutch('Blad {part} van {parts}.', part=part, parts=parts)}"
    name = "kaartjes.pdf" if parts == 1 else f"kaartjes-{part}.pdf"
    return Message(text=f"{text}{which}\n{how}", file=File(name, content, "application/pdf"))


def sheet_lines(speaker: Speaker, begeleider: str) -> tuple[str, str]:
    """The two lines on a card, in plain text.

    Args:
        speaker: Of the newcomer's language.
        begeleider: Who gives the card.
    """
    # Translators: on a printed card with a QR code, given by the begeleider {name}; short.
    invites = speaker.plain("{name} nodigt je uit. Scan de code met je telefoon.", name=begeleider)
    # Translators: second line on the printed card; Start is a button in Telegram.
    start = speaker.plain("Open Telegram en tik op Start.")
    return invites, start
