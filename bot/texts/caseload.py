"""Mijn mensen: the list of a begeleider's people, the most pressing first (Dutch only)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.ids import BegeleiderId
from bot.domain.need import InNeed, Need
from bot.domain.people import Newcomer
from bot.domain.progress import Progress, Situation
from bot.texts import buttons, dutch_hours, fit
from bot.texts.dossier_buttons import about, to_list
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.message import Button, File, Message
from bot.texts.paging import page_of

NAME_UNITS = 14
SIGN = {
    Need.TERM_OVER: "⛔",
    Need.NEAR_AND_BEHIND: "🔴",
    Need.BEHIND: "🟠",
    Need.QUESTION: "❓",
    Need.LOOK_CLOSER: "🔎",
    Need.SILENT: "💤",
    Need.NOTHING: "🟢",
    Need.NO_CONTRACT: "⚪",
}
_MEANS = {
    Need.TERM_OVER: "termijn voorbij",
    Need.NEAR_AND_BEHIND: "achter, bijna voorbij",
    Need.BEHIND: "achter",
    Need.QUESTION: "vraag wacht",
    Need.LOOK_CLOSER: "uren nakijken",
    Need.SILENT: "lang stil",
    Need.NOTHING: "op schema of klaar",
    Need.NO_CONTRACT: "geen contract",
}


_IN_FIGURES = (Situation.TERM_OVER, Situation.BEHIND, Situation.ON_PACE, Situation.ALL_NOTED)


def people_list(
    people: Sequence[InNeed],
    page_number: int,
    *,
    own: BegeleiderId | None,
    stands_in_for: Mapping[BegeleiderId, str],
) -> Message:
    """The list, eight a page, each name a button to the person's page.

    Args:
        people: Everybody, the most pressing first.
        page_number: Which page, counted from 0.
        own: The begeleider who reads.
        stands_in_for: The names of the colleagues whose people are in the list, too.
    """
    if not people:
        return Message(text=_nobody(), buttons=(_adding(), _further()))
    page = page_of(people, page_number)
    heading = dutch_plural(
        "<b>Mijn mensen</b>: 1 persoon", "<b>Mijn mensen</b>: {count} personen", len(people)
    )
    lines = [
        heading,
        _legend(page.items),
        how_to_read(page.items),
        dutch("<i>Sneller: typ een voornaam.</i>") if page.count > 1 else "",
        *_stands_in(stands_in_for.values()),
        page.line,
    ]
    rows = [(_row(person, own),) for person in page.items]
    turns = page.turns(lambda number: buttons.data(buttons.CASELOAD, "list", number))
    return Message(
        text="\n".join(line for line in lines if line), buttons=(*rows, *turns, _adding(), _further())
    )


def _nobody() -> str:
    return dutch(
        "<b>Mijn mensen</b>\nEr is nog niemand. Voeg iemand toe, ook zonder telefoon. Of nodig iemand uit"
        " met /uitnodigen."
    )


def _adding() -> tuple[Button, ...]:
    return (
        Button(label=dutch_plain("➕ Persoon"), data=buttons.data(buttons.CASELOAD, "new")),
        Button(label=dutch_plain("📋 Lijst toevoegen"), data=buttons.data(buttons.CASELOAD, "import")),
    )


def _further() -> tuple[Button, ...]:
    return (
        Button(label=dutch_plain("📄 KBI-lijst"), data=buttons.data(buttons.CASELOAD, "csv")),
        Button(label=dutch_plain("🔒 Afgesloten"), data=buttons.data(buttons.CASELOAD, "closed", 0)),
    )


def _legend(people: Sequence[InNeed]) -> str:
    found = {person.need for person in people}
    return " · ".join(f"{SIGN[need]} {_MEANS[need]}" for need in Need if need in found)


def _stands_in(names: Iterable[str]) -> list[str]:
    found = ", ".join(sorted(names))
    return [dutch("↔️ je vervangt {names}", names=found)] if found else []


def _row(person: InNeed, own: BegeleiderId | None) -> Button:
    newcomer = person.newcomer
    mark = "" if newcomer.begeleider_id == own else "↔️ "
    asks = " ❓" if person.open_questions and person.need is not Need.QUESTION else ""
    label = dutch_plain(
        "{sign} {mark}{name} · {state}{asks}",
        sign=SIGN[person.need],
        mark=mark,
        name=fit.shorten(newcomer.name, NAME_UNITS),
        state=in_short(person.progress),
        asks=asks,
    )
    return about(label, "page", newcomer.id)


def in_short(progress: Progress) -> str:
    """How far somebody is, short for a small screen: "26 u · 5 wk"; `how_to_read` says what that is."""
    match progress.situation:
        case Situation.NO_CONTRACT:
            return dutch_plain("geen contract")
        case Situation.DONE:
            return dutch_plain("klaar")
        case Situation.NOT_STARTED:
            return dutch_plain("begint nog")
        case Situation.TERM_OVER:
            left = dutch_plain("voorbij")
        case _:
            left = dutch_hours.time_left_short(progress.days_left)
    if progress.to_go:
        return dutch_plain("{hours} · {left}", hours=dutch_hours.hours(progress.to_go), left=left)
    return dutch_plain("✋ {hours} · {left}", hours=dutch_hours.hours(_unaccepted(progress)), left=left)


def how_to_read(people: Iterable[InNeed]) -> str:
    """What stands behind the names, as HTML; nothing when only words do."""
    progress = [person.progress for person in people if person.progress.situation in _IN_FIGURES]
    if not progress:
        return ""
    if all(one.to_go for one in progress):
        return dutch("<i>Achter de naam: uren te gaan · tijd die rest.</i>")
    return dutch("<i>Achter de naam: uren te gaan (✋ te aanvaarden) · tijd die rest.</i>")


def _unaccepted(progress: Progress) -> int:
    return max(0, progress.required - progress.sums.accepted)


def closed_list(people: Sequence[Newcomer], page_number: int) -> Message:
    """The closed dossiers, the last closed first."""
    page = page_of(people, page_number)
    rows = [(about(f"🔒 {fit.shorten(newcomer.name, 24)}", "page", newcomer.id),) for newcomer in page.items]
    turns = page.turns(lambda number: buttons.data(buttons.CASELOAD, "closed", number))
    text = dutch("<b>Afgesloten dossiers</b>") if people else dutch("Er zijn geen afgesloten dossiers.")
    return Message(text=f"{text}\n{page.line}".strip(), buttons=(*rows, *turns, (to_list(),)))


def ask_new_name() -> Message:
    """Somebody without a phone, or for whom one follows."""
    return Message(
        text=dutch("Hoe heet deze persoon? Typ de <b>voornaam</b>.\n<i>Een telefoon kan later.</i>"),
        buttons=((to_list(),),),
    )


def no_name() -> Message:
    """What was typed is no first name."""
    return Message(text=dutch("Alleen de voornaam graag, op één korte regel."), buttons=((to_list(),),))


def csv_file(content: bytes, today: dt.date, count: int) -> Message:
    """The list to retype, as a file."""
    text = dutch_plural(
        "📄 De uren en datums van 1 persoon. Open het bestand in Excel.",
        "📄 De uren en datums van {count} personen. Open het bestand in Excel.",
        count,
    )
    return Message(text=text, file=File(f"mijn-mensen-{today.isoformat()}.csv", content, "text/csv"))
