"""A photograph comes in: it is kept as a row, the newcomer agreed to it, and a job is asked to read it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from telegram import Message

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.dossier import Dossier
from bot.domain.errors import PaperFull, SayWho
from bot.domain.paper import Paper, PaperState
from bot.domain.people import Account
from bot.handlers import states
from bot.handlers.newcomers.papers_next import Types, wants_better_photo
from bot.handlers.newcomers.telling import named
from bot.services.delivery_ports import Priority
from bot.texts import paper_troubles
from bot.texts import papers as texts

READ_PAPER = "read_paper"
ALBUM_PAUSE = dt.timedelta(seconds=2)
STILL_ASKED = dt.timedelta(minutes=10)
"""For so long the question about photographs stands above, and is not asked again."""
_PDF = "application/pdf"
_NAMES = (".pdf", ".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A page as Telegram has it."""

    file_id: str
    file_unique_id: str
    message_id: int


async def take(context: BotContext, message: Message) -> bool:
    """Take a photograph or a document for a bewijs.

    Returns:
        False when it is something else, or nobody here can take it.

    Raises:
        SayWho: The phone serves several newcomers, who choose by name first.
    """
    sheet = _sheet_of(message)
    if sheet is None or not can_take(context):
        return False
    if context.services.dossiers.speaker(context.account) is None:
        await _wait_for_who(context, message, sheet)
        return True
    dossier = await context.services.dossiers.own(context.account)
    if dossier.newcomer.is_closed:
        return False
    for waiting in [sheet, *await _waited_for_who(context, message)]:
        await _take_sheet(context, dossier, waiting, message.media_group_id)
    return True


def can_take(context: BotContext) -> bool:
    """Are photographs read here, and is this a newcomer's phone?"""
    account = context.account
    is_newcomer = bool(account.newcomer_ids) and not account.is_begeleider
    return is_newcomer and context.services.surroundings.takes_photos


def _sheet_of(message: Message) -> Sheet | None:
    """The largest size of a photo, or a document that may be a picture or a PDF."""
    found = message.photo[-1] if message.photo else message.document
    if found is None or (message.document is not None and not _may_be_paper(message)):
        return None
    return Sheet(file_id=found.file_id, file_unique_id=found.file_unique_id, message_id=message.message_id)


def _may_be_paper(message: Message) -> bool:
    assert message.document is not None
    kind, name = message.document.mime_type or "", (message.document.file_name or "").lower()
    return kind.startswith("image/") or kind == _PDF or name.endswith(_NAMES)


# On a shared phone the pages of an album come faster than somebody can say who they are.


async def _wait_for_who(context: BotContext, message: Message, sheet: Sheet) -> None:
    album = message.media_group_id
    known = await states.current(context)
    is_next = known is not None and known[0] == states.PAPER_ALBUM and known[1]["album"] == album
    if album is None or known is None or not is_next:
        if album is not None:
            await states.enter(context, states.PAPER_ALBUM, album=album, sheets=[])
        raise SayWho
    sheets = [*known[1]["sheets"], vars(sheet)]
    await states.enter(context, states.PAPER_ALBUM, album=album, sheets=sheets)


async def _waited_for_who(context: BotContext, message: Message) -> list[Sheet]:
    known = await states.current(context)
    if known is None or known[0] != states.PAPER_ALBUM or known[1]["album"] != message.media_group_id:
        return []
    await states.leave(context, states.PAPER_ALBUM)
    return [Sheet(**facts) for facts in known[1]["sheets"]]


async def _take_sheet(context: BotContext, dossier: Dossier, sheet: Sheet, album: str | None) -> None:
    services = context.services.papers
    try:
        paper = await services.take_page(
            dossier, context.account, **vars(sheet), album=album, replaces=await _replaces(context, dossier)
        )
    except PaperFull:
        context.say(paper_troubles.too_many(context.speaker), reply_to=sheet.message_id)
        return
    if paper.state is not PaperState.READING:
        return
    if not await services.may_photograph(dossier):
        await _ask_first(context, dossier, paper, sheet.message_id)
        return
    await states.leave(context, states.PAPER)
    await read_soon(context.turn, context.account, paper)


async def _replaces(context: BotContext, dossier: Dossier) -> int | None:
    """The paper of which a better photograph comes: one that the newcomer said, or the newest that is bad."""
    known = await states.current(context)
    if known is not None and known[0] == states.PAPER and known[1]["types"] == Types.PHOTO:
        paper_id: Any = known[1]["paper"]
        return int(paper_id) if known[1]["newcomer"] == dossier.id else None
    paper = await context.services.papers.asking(dossier)
    return paper.id if paper is not None and wants_better_photo(paper) else None


async def _ask_first(context: BotContext, dossier: Dossier, paper: Paper, message_id: int) -> None:
    """Before the first photograph: no identity cards. It waits as a row, and is not fetched."""
    if len(paper.pages) > 1:
        return
    others = [one for one in await context.services.papers.of(dossier) if one.id != paper.id]
    is_asked = any(
        one.state is PaperState.READING and context.turn.now - one.began_at < STILL_ASKED for one in others
    )
    if is_asked:
        context.say(texts.waits_for_yes(context.speaker), reply_to=message_id)
        return
    # Only now, because what draws takes time and memory to load.
    from bot.documents.paper_pictures import no_identity_card

    screen = texts.before_first(context.speaker, dossier.id, no_identity_card())
    context.say(named(context, dossier, screen), reply_to=message_id)


async def read_soon(turn: Turn, account: Account, paper: Paper) -> None:
    """Say that it is looked at, once for each paper, and ask for that; more pages of an album may come."""
    if len(paper.pages) == 1:
        turn.tell(
            account,
            texts.looking(turn.speaker(account)),
            reply_to=paper.pages[0].message_id,
            priority=Priority.ANSWER,
            name=looking_name(paper),
        )
    await turn.later(
        READ_PAPER,
        turn.now + (ALBUM_PAUSE if paper.album else dt.timedelta()),
        unique_key=f"{READ_PAPER}:{paper.id}:{paper.came}",
        paper_id=paper.id,
        pages=paper.came,
    )


def looking_name(paper: Paper) -> str:
    """By which "I am looking" is found in the newcomer's chat."""
    return f"reading:{paper.id}:{paper.pages[0].id}"
