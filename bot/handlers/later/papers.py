"""Reading what newcomers photographed, and drawing forms: what is kept and said once it is done."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.delivery.turn import Turn
from bot.domain.errors import NotYours, PaperUnknown
from bot.domain.ids import AccountId, NewcomerId, PaperId
from bot.domain.page_check import WhyRefused
from bot.domain.paper import Paper, PaperState, Reading
from bot.domain.people import Account
from bot.handlers.newcomers.papers_in import READ_PAPER, looking_name
from bot.handlers.newcomers.papers_next import Desk, distances, expect, next_screen
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import paper_found, paper_troubles, papers_form, who
from bot.texts.message import Message
from bot.texts.paper_buttons import At

TRIES_AGAIN_AFTER = dt.timedelta(minutes=10)
MOST_TRIES_FOR_ROOM = 100
MOST_SHOWN = 3
"""Of a paper with more pages only the first are shown."""


@dataclass(frozen=True)
class NoRoom:
    """There was no room on the disk for the pictures."""


async def paper_was_read(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Keep what was found, and say the first thing about it.

    Args:
        turn: The unit of work; prepared are the readings, `NoRoom`, or None when there was nothing to read.
        job: With the facts `paper_id`, `pages` (how many had come) and `again` (how often room was missing).
        resources: Not needed here; every job gets them.
    """
    if isinstance(turn.prepared, NoRoom):
        await _wait_for_room(turn, job, resources)
    elif turn.prepared is not None:
        await _tell_what_was_read(turn, job, turn.prepared)


async def _tell_what_was_read(turn: Turn, job: LeasedJob, readings: Sequence[Reading]) -> None:
    try:
        paper = await turn.services.papers.was_read(job.facts["paper_id"], readings)
    except PaperUnknown:
        return
    if paper.state is not PaperState.ASKING or paper.came != job.facts["pages"]:
        return
    desk = await _desk(turn, paper)
    if desk is not None:
        await _show(desk, paper)


async def _desk(turn: Turn, paper: Paper) -> Desk | None:
    """The phone it came from; None when that serves the newcomer no more."""
    account = await turn.services.work.accounts.get(paper.account_id)
    if account is None:
        return None
    try:
        dossier = await turn.services.dossiers.on_phone(account, paper.newcomer_id)
    except NotYours:
        return None
    return Desk(turn=turn, account=account, dossier=dossier)


async def _show(desk: Desk, paper: Paper) -> None:
    """The scans when they can be used, and below them what is asked; "I am looking" goes."""
    at = At(newcomer_id=desk.dossier.id, paper_id=paper.id)
    if all(page.check is not None and page.check.is_usable for page in paper.pages):
        for number, page in enumerate(paper.pages[:MOST_SHOWN], 1):
            if page.small is not None:
                picture = paper_found.scan(desk.speaker, page.small, page=number, pages=len(paper.pages))
                _say(desk, paper, picture)
    asked = await next_screen(desk, paper, at)
    await expect(desk, at, asked.types, is_pressed=False)
    _say(desk, paper, who.on_phone(desk.account, asked.screen, desk.dossier.newcomer.name))
    desk.turn.take_down(desk.account.chat_id, looking_name(paper))


def _say(desk: Desk, paper: Paper, message: Message) -> None:
    reply_to = paper.pages[0].message_id
    desk.turn.tell(desk.account, message, reply_to=reply_to, priority=Priority.ANSWER)


async def _wait_for_room(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Nothing is lost: the photograph stays with Telegram, and is fetched again."""
    times = job.facts.get("again", 0)
    if times >= MOST_TRIES_FOR_ROOM:
        await reading_gave_up(turn, job, resources)
        return
    facts = {"paper_id": job.facts["paper_id"], "pages": job.facts["pages"], "again": times + 1}
    key = f"{READ_PAPER}:{facts['paper_id']}:{facts['pages']}:{times + 1}"
    await turn.later(READ_PAPER, turn.now + TRIES_AGAIN_AFTER, unique_key=key, **facts)
    paper = await turn.services.work.papers.get(PaperId(job.facts["paper_id"]))
    desk = await _desk(turn, paper) if paper is not None and paper.pages and not times else None
    if desk is not None and paper is not None:
        has_reader = await _has_reader(desk)
        _say(desk, paper, paper_troubles.is_full(desk.speaker, more=distances(paper), has_reader=has_reader))
        turn.take_down(desk.account.chat_id, looking_name(paper))


async def _has_reader(desk: Desk) -> bool:
    return await desk.turn.services.readers.for_newcomer(desk.dossier.id) is not None


async def reading_gave_up(turn: Turn, job: LeasedJob, _: Resources) -> None:
    """It failed again and again: the newcomer hears it, and can send the photograph on as it is."""
    paper = await turn.services.work.papers.get(PaperId(job.facts["paper_id"]))
    if paper is None or paper.state is not PaperState.READING or paper.came != job.facts["pages"]:
        return
    unread = [
        Reading(page_id=page.id, refused=WhyRefused.GAVE_UP) for page in paper.pages if not page.is_read
    ]
    paper = await turn.services.papers.was_read(paper.id, unread)
    desk = await _desk(turn, paper)
    if desk is not None and paper.pages:
        more, has_reader = distances(paper), await _has_reader(desk)
        _say(desk, paper, paper_troubles.not_looked_at(desk.speaker, more=more, has_reader=has_reader))
        turn.take_down(desk.account.chat_id, looking_name(paper))


# Forms.


async def form_was_drawn(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Bring the form to who asked for it.

    Args:
        turn: The unit of work; prepared is the PDF, or None when it cannot be made any more.
        job: With the facts `account_id`, `newcomer_id` and `bewijs_id`.
        resources: Not needed here; every job gets them.
    """
    account = await _asker(turn, job)
    if account is None or not isinstance(turn.prepared, bytes):
        return
    message = papers_form.form(turn.speaker(account), NewcomerId(job.facts["newcomer_id"]), turn.prepared)
    turn.tell(account, message, priority=Priority.ANSWER)


async def drawing_gave_up(turn: Turn, job: LeasedJob, _: Resources) -> None:
    """The newcomer hears that no form comes."""
    account = await _asker(turn, job)
    if account is not None:
        turn.tell(account, papers_form.form_not_made(turn.speaker(account)), priority=Priority.ANSWER)


async def _asker(turn: Turn, job: LeasedJob) -> Account | None:
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    is_theirs = account is not None and job.facts["newcomer_id"] in account.newcomer_ids
    return account if is_theirs else None
