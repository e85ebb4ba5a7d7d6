"""The slow part of adding a list: fetching and reading a file, and drawing the cards.

Both are prepared outside the job's transaction. A card's link is drawn before it is kept, so that no
link stands in the database; it opens nothing until then.
"""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.delivery.errors import FileGone, FileTooLarge
from bot.delivery.files import Files
from bot.delivery.job_runner import PrepareJob
from bot.delivery.turn import Turn
from bot.documents.tables import MOST_BYTES, TableUnreadable, read_rows
from bot.domain.caseload_rows import Reading, read_people
from bot.domain.ids import AccountId, NewcomerId
from bot.domain.invite import InviteKind
from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN
from bot.domain.people import Newcomer
from bot.handlers.begeleiders.importing import read_back
from bot.handlers.resources import Resources
from bot.services.clock import Clock
from bot.services.delivery_ports import LeasedJob, Priority, Store
from bot.services.invites import new_token
from bot.texts import importing as texts
from bot.texts.speaker import speaker_for


def make_read_list(files: Files, clock: Clock, zone: ZoneInfo) -> PrepareJob:
    """Fetch a begeleider's file and read it; gives a reading, or a word for why there is none."""

    async def read_list(job: LeasedJob) -> Reading | str:
        today = clock.now().astimezone(zone).date()
        try:
            content = await files.download(job.facts["file_id"], at_most=MOST_BYTES)
            return await asyncio.to_thread(_read, content, job.facts["name"], today)
        except FileTooLarge:
            return "too_large"
        except FileGone:
            return "gone"
        except TableUnreadable as refusal:
            return refusal.reason.value

    return read_list


def _read(content: bytes, name: str, today: dt.date) -> Reading:
    return read_people(read_rows(content, name), today)


async def list_was_read(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Show a begeleider what was read.

    Args:
        turn: The unit of work; prepared is the reading, or why there is none.
        job: With the facts `account_id` and `message_id`, the file's message.
        resources: Not needed here; every job gets them.
    """
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    if account is None or not account.is_begeleider:
        return
    if isinstance(turn.prepared, Reading):
        screen = await read_back(turn, account, turn.prepared, mark=job.facts["message_id"])
    else:
        screen = texts.unreadable(str(turn.prepared))
    turn.tell(account, screen, reply_to=job.facts["message_id"], priority=Priority.ANSWER)


@dataclass(frozen=True)
class Cards:
    """A sheet that was drawn, and the links on it."""

    sheet: bytes
    tokens: tuple[tuple[NewcomerId, str], ...]


def make_draw_cards(store: Store, bot_username: str) -> PrepareJob:
    """Draw a card with a link of its own for each newcomer."""

    async def draw_cards(job: LeasedJob) -> Cards:
        async with store.work(reads_only=True) as work:
            newcomers = await work.people.newcomers([NewcomerId(one) for one in job.facts["newcomer_ids"]])
            begeleider = await work.people.begeleider_of(newcomers[0].id) if newcomers else None
        tokens = [(newcomer.id, new_token(InviteKind.NEWCOMER)) for newcomer in newcomers]
        name = begeleider.name if begeleider else ""
        links = [f"https://t.me/{bot_username}?start={token}" for _, token in tokens]
        return Cards(await asyncio.to_thread(_draw, newcomers, links, name), tuple(tokens))

    return draw_cards


def _draw(newcomers: Sequence[Newcomer], links: Sequence[str], begeleider: str) -> bytes:
    # Only now, because what draws PDF takes 30 MB and half a second to load.
    from bot.documents.sheet import InvitationCard, invitation_sheet

    cards = []
    for newcomer, link in zip(newcomers, links, strict=True):
        language = newcomer.language if newcomer.language in SPOKEN else SOURCE_LANGUAGE
        assert language is not None
        lines = texts.sheet_lines(speaker_for(language), begeleider)
        cards.append(InvitationCard(name=newcomer.name, link=link, lines=lines, language=language))
    return invitation_sheet(cards)


async def cards_were_drawn(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Keep the links that were drawn, and bring the sheet.

    Args:
        turn: The unit of work; prepared are the cards.
        job: With the facts `account_id`, `part` and `parts`.
        resources: Not needed here; every job gets them.
    """
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    if account is None or account.begeleider_id is None or not isinstance(turn.prepared, Cards):
        return
    count = 0
    for newcomer_id, token in turn.prepared.tokens:
        newcomer = await turn.services.work.people.newcomer(newcomer_id)
        # Whoever was handed over or erased meanwhile has a card that opens nothing.
        if newcomer is not None and newcomer.begeleider_id == account.begeleider_id:
            await turn.services.invites.link_for(newcomer, token)
            count += 1
    if count:
        part, parts = job.facts["part"], job.facts["parts"]
        turn.tell(account, texts.sheet(turn.prepared.sheet, count, part=part, parts=parts))
