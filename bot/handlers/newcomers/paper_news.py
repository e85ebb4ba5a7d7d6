"""Tells a newcomer what became of a paper: on every phone of theirs, in each one's language."""

from collections.abc import Callable

from bot.delivery.turn import Turn
from bot.domain.dossier import Dossier
from bot.domain.history import Who
from bot.domain.ids import BegeleiderId
from bot.domain.paper import Paper, PaperRefusedBecause
from bot.handlers.begeleiders.news import DAY_BEGINS, DAY_ENDS
from bot.handlers.saying import tell_on_each_phone
from bot.texts import paper_news as texts
from bot.texts.message import Message
from bot.texts.speaker import Speaker


async def tell_decided(turn: Turn, dossier: Dossier, paper: Paper) -> None:
    """It was accepted, with how many hours, or refused, with what to do now.

    Args:
        turn: The unit of work.
        dossier: Of the newcomer, opened by who decided, as it is now.
        paper: As it is now.
    """
    accepted = next((one for one in dossier.book.acceptances if one.id == paper.acceptance_id), None)
    if accepted is not None:
        minutes = accepted.minutes
        await _tell(
            turn,
            dossier,
            lambda speaker, name: texts.accepted(speaker, name, dossier, paper, minutes=minutes),
        )
        return
    why = paper.refused_because or PaperRefusedBecause.OTHER
    await _tell(turn, dossier, lambda speaker, name: texts.refused(speaker, name, dossier, paper, why=why))


async def tell_undone(turn: Turn, dossier: Dossier, paper: Paper) -> None:
    """A decision was taken back; arguments as in `tell_decided`."""
    await _tell(turn, dossier, lambda speaker, name: texts.undone(speaker, name, dossier, paper))


async def ask_again_for(turn: Turn, dossier: Dossier, paper: Paper) -> None:
    """The begeleider asks for a better photograph; arguments as in `tell_decided`."""
    await _tell(turn, dossier, lambda speaker, name: texts.photograph_again(speaker, name, dossier, paper))


async def _tell(turn: Turn, dossier: Dossier, say: Callable[[Speaker, str], Message]) -> None:
    name = await _who_decided(turn, dossier)
    now = turn.now.astimezone(turn.services.surroundings.zone).time()
    is_silent = not DAY_BEGINS <= now < DAY_ENDS
    await tell_on_each_phone(turn, dossier.newcomer, lambda speaker: say(speaker, name).silently(is_silent))


async def _who_decided(turn: Turn, dossier: Dossier) -> str:
    actor = dossier.actor
    decides = actor.id if actor.who is Who.BEGELEIDER else dossier.newcomer.begeleider_id
    found = None if decides is None else await turn.services.work.people.begeleider(BegeleiderId(decides))
    return found.name if found else ""
