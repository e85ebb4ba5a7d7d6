"""Monday morning: who needs the begeleider this week (Dutch only)."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.need import InNeed, Need
from bot.texts import fit
from bot.texts.caseload import NAME_UNITS, SIGN, how_to_read, in_short
from bot.texts.dossier_buttons import about, to_list
from bot.texts.dutch import dutch_plain, dutch_plural
from bot.texts.message import Button, Message

SHOWN = 8


def summary(in_need: Sequence[InNeed], *, of: int) -> Message:
    """The most pressing people, each a button to their page, and how many there are of each.

    Args:
        in_need: Who needs something, the most pressing first; at least one.
        of: How many people the begeleider has.
    """
    heading = dutch_plural(
        "☀️ Goeiemorgen! <b>1 persoon heeft je deze week nodig</b> (van {of}).",
        "☀️ Goeiemorgen! <b>{count} mensen hebben je deze week nodig</b> (van {of}).",
        len(in_need),
        of=of,
    )
    lines = [heading, *counts(in_need)]
    questions = sum(person.open_questions for person in in_need)
    if questions:
        lines.append(dutch_plural("💬 1 open vraag", "💬 {count} open vragen", questions))
    lines.append(how_to_read(in_need[:SHOWN]))
    rows = [(_row(person),) for person in in_need[:SHOWN]]
    return Message(text="\n".join(line for line in lines if line), buttons=(*rows, (to_list(),)))


def counts(in_need: Sequence[InNeed]) -> list[str]:
    """How many people there are of each need, a line each, the most pressing first."""
    counted = Counter(person.need for person in in_need)
    return [_count(need, counted[need]) for need in Need if counted[need]]


def pressing(people: Sequence[InNeed]) -> list[str]:
    """The same for everybody who needs something besides an answer."""
    left_out = (Need.QUESTION, Need.NOTHING, Need.NO_CONTRACT)
    return counts([person for person in people if person.need not in left_out])


def _count(need: Need, count: int) -> str:
    return f"{SIGN[need]} {count} {_MEANS[need]}"


_MEANS = {
    Need.TERM_OVER: "met een termijn die voorbij is",
    Need.NEAR_AND_BEHIND: "achter, termijn bijna voorbij",
    Need.BEHIND: "achter op schema",
    Need.QUESTION: "met een open vraag",
    Need.LOOK_CLOSER: "met uren om na te kijken",
    Need.SILENT: "al lang stil",
}


def _row(person: InNeed) -> Button:
    label = dutch_plain(
        "{sign} {name} · {state}",
        sign=SIGN[person.need],
        name=fit.shorten(person.newcomer.name, NAME_UNITS),
        state=in_short(person.progress),
    )
    return about(label, "page", person.newcomer.id)
