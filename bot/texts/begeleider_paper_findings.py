"""What a begeleider looks at more closely on a paper, each in one line with its reason (Dutch only)."""

from collections.abc import Sequence

from bot.domain.page_check import Problem
from bot.domain.paper import ContactAnswer, Found, Paper, PaperFinding
from bot.domain.people import Newcomer
from bot.texts import dutch_hours, fit
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.first_message import first_name

SHOWN = 5
NAME_UNITS = 40
_ORDER = (
    PaperFinding.SOMEBODY_ELSES_FORM,
    PaperFinding.SAME_FORM,
    PaperFinding.UNKNOWN_FORM,
    PaperFinding.SAME_PICTURE,
    PaperFinding.ACCEPTED_BEFORE,
    PaperFinding.NO_SIGNATURE,
    PaperFinding.DISPUTED,
    PaperFinding.HOURS_DIFFER,
    PaperFinding.OUTSIDE_TERM,
    PaperFinding.OTHER_KIND,
    PaperFinding.MANY_HOURS_A_DAY,
    PaperFinding.LOOKS_ALIKE,
    PaperFinding.OTHER_CONTACT,
    PaperFinding.MORE_THAN_NOTED,
    PaperFinding.SIGNATURE_UNSURE,
    PaperFinding.HARD_TO_READ,
)
"""What weighs most stands first."""
_LINE = {
    PaperFinding.SOMEBODY_ELSES_FORM: "⚠️ Dit formulier is gemaakt voor iemand anders.",
    PaperFinding.SAME_FORM: "⚠️ Dit formulier is al eens ingediend: het nummer is hetzelfde.",
    PaperFinding.UNKNOWN_FORM: "⚠️ Het nummer in de code ken ik niet: dit formulier is niet van mij.",
    PaperFinding.SAME_PICTURE: "⚠️ Dezelfde foto is al eens ingediend.",
    PaperFinding.ACCEPTED_BEFORE: "⚠️ Over deze dagen zijn al uren van dit bewijs aanvaard.",
    PaperFinding.NO_SIGNATURE: "⚠️ Geen handtekening: het vak is leeg.",
    PaperFinding.DISPUTED: "⚠️ Over een van deze dagen is er twijfel. Kijk bij de uren.",
    PaperFinding.HOURS_DIFFER: "⚠️ Andere uren: de contactpersoon bevestigde {hours}.",
    PaperFinding.OUTSIDE_TERM: "⚠️ Buiten de termijn: niet alle dagen vallen in het contract.",
    PaperFinding.OTHER_KIND: "⚠️ Een andere soort activiteit dan afgesproken.",
    PaperFinding.MANY_HOURS_A_DAY: "⚠️ Veel uren: meer dan 12 u op een dag.",
    PaperFinding.LOOKS_ALIKE: "🔎 Het lijkt op een papier dat al is ingediend.",
    PaperFinding.OTHER_CONTACT: "👥 Een andere contactpersoon dan op het bewijs: {name}.",
    PaperFinding.MORE_THAN_NOTED: "🔎 Meer uren dan {newcomer} noteerde: {hours}.",
    PaperFinding.SIGNATURE_UNSURE: "🔎 Ik ben niet zeker van de handtekening. Kijk zelf.",
    PaperFinding.HARD_TO_READ: "🔎 Moeilijk te lezen: {problems}. {newcomer} stuurde het toch.",
}
ANSWERS = {
    ContactAnswer.CONFIRMS: "✅ Bevestigt",
    ContactAnswer.OTHER_HOURS: "⏱ Andere uren",
    ContactAnswer.DENIES: "❌ Ontkent",
    ContactAnswer.NOT_REACHED: "📵 Niet bereikt",
}
_PROBLEM = {
    Problem.NOT_A_PAGE: "geen blad te zien",
    Problem.BLURRED: "wazig",
    Problem.DARK: "te donker",
    Problem.OVEREXPOSED: "te licht",
    Problem.GLARE: "een vlek of een schaduw",
    Problem.CUT_OFF: "een stuk valt eraf",
    Problem.TOO_SMALL: "te ver weg",
}


def lines(newcomer: Newcomer, paper: Paper, found: Sequence[Found]) -> list[str]:
    """What asks for a closer look, the most important first; how many more there are.

    Args:
        newcomer: Who handed it in.
        paper: What they handed in.
        found: Every finding about it.
    """
    ordered = sorted(found, key=lambda one: _ORDER.index(one.finding))
    told = [_line(newcomer, paper, one) for one in ordered[:SHOWN]]
    if more := len(ordered) - SHOWN:
        told += [dutch_plural("… en nog 1 punt", "… en nog {count} punten", more)] if more > 0 else []
    return told


def _line(newcomer: Newcomer, paper: Paper, found: Found) -> str:
    if found.finding is PaperFinding.SAME_PICTURE and found.paper_id is None:
        return dutch("⚠️ Dezelfde foto is al eens ingediend, door iemand anders.")
    return dutch(
        _LINE[found.finding],
        hours=dutch_hours.hours(found.minutes or 0),
        name=fit.shorten(found.name or "", NAME_UNITS),
        newcomer=first_name(newcomer.name),
        problems=problems(paper),
    )


def problems(paper: Paper) -> str:
    """What was wrong with the photograph, in a few words; plain text."""
    words = [_PROBLEM[problem] for problem in dict.fromkeys(paper.problems)]
    return ", ".join(words) or dutch_plain("kijk zelf")


def answered(paper: Paper) -> str:
    """What the contact said about a paper, for its card; nothing while nobody asked."""
    answer = paper.contact_answer
    if answer is None:
        return ""
    if answer is ContactAnswer.OTHER_HOURS and paper.contact_minutes:
        hours = dutch_hours.hours(paper.contact_minutes)
        return dutch("📞 Contactpersoon: <b>{hours}</b>", hours=hours)
    return dutch("📞 Contactpersoon: {answer}", answer=ANSWERS[answer])
