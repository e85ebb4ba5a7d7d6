"""What begeleiders and the administrator read when work for later cannot be done."""

from bot.texts.dutch import dutch, dutch_plural
from bot.texts.message import Message


def job_set_aside(job_id: int, kind: str) -> Message:
    """To the administrator: work keeps failing; the log says where."""
    return Message(
        text=dutch("Taak {job_id} ({kind}) is opzijgezet na enkele pogingen.", job_id=job_id, kind=kind)
    )


def list_not_read() -> Message:
    """The begeleider's file could not be fetched or read, for whatever reason."""
    return Message(
        text=dutch(
            "Sorry, dit bestand kon ik niet lezen. Er is niemand toegevoegd.\n"
            "Stuur het nog eens, bewaar het als CSV, of plak de regels hier."
        )
    )


def cards_not_drawn(count: int) -> Message:
    """The sheet with codes could not be made; the people were added all the same."""
    text = dutch_plural(
        "Sorry, het kaartje voor 1 persoon is niet gelukt. Je lijst staat er wel.",
        "Sorry, de kaartjes voor {count} mensen zijn niet gelukt. Je lijst staat er wel.",
        count,
    )
    how = dutch("Stuur de lijst nog eens voor nieuwe kaartjes, of nodig uit op iemands pagina.")
    return Message(text=f"{text}\n{how}")


def not_all_handed(count: int) -> Message:
    """Handing everybody over stopped; who was handed over already stays so."""
    text = dutch_plural(
        "Sorry, doorgeven is halverwege gestopt: 1 persoon is doorgegeven.",
        "Sorry, doorgeven is halverwege gestopt: {count} mensen zijn doorgegeven.",
        count,
    )
    how = dutch("De anderen zijn nog bij jou. Open je lijst en geef hen opnieuw door.")
    return Message(text=f"{text}\n{how}")
