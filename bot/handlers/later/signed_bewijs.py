"""The digital bewijs as a PDF: drawn before any transaction, sent to the newcomer or to who decides."""

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.delivery.job_runner import PrepareJob
from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.dossier import Dossier
from bot.domain.form import Form
from bot.domain.ids import PaperId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.paper import PaperState
from bot.domain.people import Newcomer
from bot.domain.signature import Signature
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_on_each_phone
from bot.services.clock import Clock
from bot.services.delivery_ports import LeasedJob, Priority, Store, Transaction
from bot.services.services import Services
from bot.texts import signed_bewijs as texts
from bot.texts.contact_links import page_link
from bot.texts.message import Message
from bot.texts.speaker import Speaker

SEND_SIGNED = "send_signed"

MakeServices = Callable[[Transaction, dt.datetime], Services]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A digital bewijs with its PDF."""

    signature: Signature
    content: bytes


async def ask_to_send(turn: Turn, paper_id: PaperId, *, for_begeleider: bool = False) -> None:
    """Have a digital bewijs drawn and sent: to the newcomer once, to the begeleider as often as asked.

    Args:
        turn: The unit of work.
        paper_id: The digital bewijs.
        for_begeleider: To whoever reads for the newcomer today, and not to the newcomer.
    """
    key = f"{SEND_SIGNED}:{paper_id}"
    key = f"{key}:{turn.now.timestamp():.6f}" if for_begeleider else key
    await turn.later(SEND_SIGNED, turn.now, unique_key=key, paper_id=paper_id, for_begeleider=for_begeleider)


# Before the transaction.


def make_draw_signed(
    store: Store, clock: Clock, make_services: MakeServices, resources: Resources
) -> PrepareJob:
    """What draws it; None in `turn.prepared` when it does not hold any more.

    Args:
        store: Opens a unit of work that only reads.
        clock: Tells the time.
        make_services: The use cases of a unit of work.
        resources: The time zone, and the address of the bot's own pages.
    """

    async def draw(job: LeasedJob) -> Drawn | None:
        async with store.work(reads_only=True) as work:
            services = make_services(work, clock.now())
            signature = await services.signing.of_paper(job.facts["paper_id"])
            if signature is None or not await _holds(services, signature):
                return None
            forms = await services.signing.forms_of(signature)
            token = services.signing.code(signature)
            language = await _language(services, signature)
        code = page_link(resources.public_url, token) if resources.public_url else token
        at = signature.signed_at.astimezone(resources.zone)
        content = await asyncio.to_thread(_draw, signature, forms, code, at, language)
        return Drawn(signature=signature, content=content)

    return draw


async def _holds(services: Services, signature: Signature) -> bool:
    paper = await services.work.papers.get(signature.paper_id)
    return paper is not None and paper.state is not PaperState.TAKEN_BACK


async def _language(services: Services, signature: Signature) -> str | None:
    """The newcomer's own; that of their first phone goes before what the begeleider noted."""
    phones = await services.work.people.accounts_of(signature.newcomer_id)
    if phones:
        return phones[0].language
    newcomer = await services.work.people.newcomer(signature.newcomer_id)
    return newcomer.language if newcomer is not None else None


def _draw(
    signature: Signature, forms: Sequence[Form], code: str, signed_at: dt.datetime, language: str | None
) -> bytes:
    # Only now, because what draws takes time and memory to load.
    from bot.documents.signed_bewijs import draw_signed

    return draw_signed(signature, forms, code, signed_at=signed_at, language=language)


# Within it.


async def send_signed(turn: Turn, job: LeasedJob, _: Resources) -> None:
    """Bring the PDF to the newcomer, or to whoever decides about it.

    Args:
        turn: The unit of work; prepared is a `Drawn`, or None when it does not hold any more.
        job: With the facts `paper_id` and `for_begeleider`.
        _: Not needed here; every job gets them.
    """
    drawn = turn.prepared
    dossier = await _dossier(turn, job)
    if dossier is None or not isinstance(drawn, Drawn):
        return
    if job.facts["for_begeleider"]:
        await _to_begeleider(turn, dossier.newcomer, drawn)
        return
    begeleider = await turn.services.readers.guide_name(dossier.id)
    await _to_newcomer(
        turn,
        dossier.newcomer,
        lambda speaker: texts.signed(speaker, drawn.signature, drawn.content, begeleider=begeleider),
    )


async def sending_gave_up(turn: Turn, job: LeasedJob, _: Resources) -> None:
    """The newcomer hears that it is signed, although no PDF comes."""
    signature = await turn.services.signing.of_paper(job.facts["paper_id"])
    dossier = await _dossier(turn, job)
    if dossier is None or signature is None or job.facts["for_begeleider"]:
        return
    begeleider = await turn.services.readers.guide_name(dossier.id)
    await _to_newcomer(
        turn, dossier.newcomer, lambda speaker: texts.without_file(speaker, signature, begeleider=begeleider)
    )


async def _dossier(turn: Turn, job: LeasedJob) -> Dossier | None:
    paper = await turn.services.work.papers.get(PaperId(job.facts["paper_id"]))
    if paper is None or paper.state is PaperState.TAKEN_BACK:
        return None
    return await turn.services.dossiers.as_bot(paper.newcomer_id)


async def _to_newcomer(turn: Turn, newcomer: Newcomer, message: Callable[[Speaker], Message]) -> None:
    is_silent = not day_plan.may_remind(turn.now, turn.services.surroundings.zone)
    await tell_on_each_phone(turn, newcomer, lambda speaker: message(speaker).silently(is_silent))


async def _to_begeleider(turn: Turn, newcomer: Newcomer, drawn: Drawn) -> None:
    reader = await turn.services.readers.for_newcomer(newcomer.id)
    if reader is None or reader.is_team:
        return
    message = texts.for_begeleider(drawn.signature, drawn.content)
    turn.tell_chat(reader.chat_id, SOURCE_LANGUAGE, message, priority=Priority.NOTICE)
