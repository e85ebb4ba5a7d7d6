"""Lines of a person's history about papers that were handed in (Dutch only)."""

from bot.domain.history import Event, What
from bot.domain.hours import Book
from bot.domain.paper import ContactAnswer, PaperRefusedBecause
from bot.texts import dutch_hours
from bot.texts.bewijs_names import called
from bot.texts.dutch import dutch_plain

WHY_REFUSED = {
    PaperRefusedBecause.NOT_READABLE: "niet leesbaar",
    PaperRefusedBecause.NO_SIGNATURE: "geen handtekening",
    PaperRefusedBecause.NOT_A_BEWIJS: "geen bewijs van deelname",
    PaperRefusedBecause.NOT_CONFIRMED: "de contactpersoon bevestigt het niet",
    PaperRefusedBecause.OUTSIDE_TERM: "buiten de termijn",
    PaperRefusedBecause.NO_PARTICIPATION: "geen participatie, of niet in het Nederlands",
    PaperRefusedBecause.HANDED_IN_BEFORE: "al eens ingediend",
    PaperRefusedBecause.OTHER: "andere reden",
}
_ANSWER = {
    ContactAnswer.CONFIRMS: "de contactpersoon bevestigt",
    ContactAnswer.OTHER_HOURS: "de contactpersoon noemt andere uren",
    ContactAnswer.DENIES: "de contactpersoon ontkent",
    ContactAnswer.NOT_REACHED: "de contactpersoon was niet bereikbaar",
}
_SENTENCE = {
    What.PAPER_HANDED_IN: "diende een bewijs in",
    What.PAPER_TAKEN_BACK: "nam een ingediend bewijs terug",
    What.PAPER_ACCEPTED: "ingediend bewijs goedgekeurd",
    What.PAPER_UNDONE: "beslissing over een bewijs ongedaan gemaakt",
    What.PICTURE_REMOVED: "foto van een bewijs verwijderd",
    What.CONTACT_BELONGS: "nog een contactpersoon bij het bewijs",
    What.OWN_BEWIJS: "eigen bewijs voor een contactpersoon",
    What.SIGNATURE_REFUSED: "de contactpersoon tekent niet",
    What.CONTACT_JOINED: "contactpersoon doet mee",
    What.CONTACT_CHECKED: "contactpersoon nagekeken",
    What.CONTACT_NOT_KNOWN: "niet de contactpersoon",
    What.CONTACT_STOPPED: "contactpersoon gestopt",
    What.SIGNED: "digitaal bewijs getekend",
    What.SIGNATURE_VOID: "digitaal bewijs geldt niet meer",
}


def about_a_paper(event: Event, book: Book) -> str | None:
    """What happened to a paper, with its place and hours where the line tells them; None for another line.

    Args:
        event: A line of the history.
        book: All hours of its newcomer.
    """
    sentence = _sentence(event)
    if sentence is None:
        return None
    bewijs = next((one for one in book.bewijzen if one.id == event.facts.get("bewijs")), None)
    minutes = event.facts.get("minutes")
    more = [*([called(bewijs)] if bewijs else []), *([dutch_hours.hours(minutes)] if minutes else [])]
    return dutch_plain("{what}: {more}", what=sentence, more=", ".join(more)) if more else sentence


def _sentence(event: Event) -> str | None:
    if event.what is What.PAPER_REFUSED:
        why = WHY_REFUSED[PaperRefusedBecause(event.why or "other")]
        return dutch_plain("bewijs geweigerd. Reden: {why}", why=why)
    if event.what is What.CONTACT_ANSWERED:
        return _ANSWER[ContactAnswer(event.facts.get("answer", ContactAnswer.CONFIRMS))]
    return _SENTENCE.get(event.what)
