"""Carries a paper to whoever decides about it: the scans and below them the card, for handlers and jobs.

The card is one message in the reader's chat, found back by its name. Everything goes into the turn, and out
after the commit.
"""

from bot.delivery.turn import Turn
from bot.domain.dossier import Dossier
from bot.domain.ids import ChatId, PaperId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.paper import Paper, PaperState, SignatureRefusal
from bot.domain.people import Begeleider, Newcomer
from bot.domain.reader import Reader
from bot.handlers.posting import MORNING_LIST
from bot.services.delivery_ports import Priority
from bot.texts import begeleider_paper_contact as contact_texts
from bot.texts import begeleider_paper_news as news
from bot.texts import begeleider_papers as texts
from bot.texts.begeleider_papers import PaperCard
from bot.texts.message import Message

SUBJECT, REFUSAL = "paper", "signature"


def subject(paper: Paper) -> str:
    """What a message about a paper carries: the name of its card, too."""
    return f"{SUBJECT}:{paper.id}"


def paper_about(about: str | None) -> PaperId | None:
    """The paper that a message is about; None for another subject."""
    subject, _, number = (about or "").partition(":")
    return PaperId(int(number)) if subject == SUBJECT and number.isdigit() else None


def refusal_name(refusal: SignatureRefusal) -> str:
    """By which the card of a contact who does not sign is found."""
    return f"{REFUSAL}:{refusal.id}"


def _picture_name(paper: Paper, number: int) -> str:
    return f"{subject(paper)}:{number}"


# A paper.


async def bring(turn: Turn, newcomer: Newcomer, paper: Paper) -> bool:
    """Bring a paper that was handed in to whoever reads for this newcomer today.

    Args:
        turn: The unit of work.
        newcomer: Who handed it in.
        paper: As it is now.

    Returns:
        False when no begeleider can be reached; it stays in the list of what waits.
    """
    reader = await _reader(turn, newcomer)
    if reader is None:
        return False
    is_silent = not turn.services.readers.is_at_work(reader)
    place(turn, reader.chat_id, await shown_to_desk(turn, newcomer, paper), is_silent=is_silent)
    if is_silent:
        await _gather_for_morning(turn, reader)
    return True


async def _reader(turn: Turn, newcomer: Newcomer) -> Reader | None:
    """The begeleider, or who stands in; the team cannot open a dossier."""
    reader = await turn.services.readers.for_newcomer(newcomer.id)
    return None if reader is None or reader.is_team else reader


async def _gather_for_morning(turn: Turn, reader: Reader) -> None:
    due = turn.services.readers.next_morning(reader)
    key = f"{MORNING_LIST}:{reader.person_id}:{due:%Y%m%d%H%M}"
    await turn.later(MORNING_LIST, due, unique_key=key, begeleider_id=reader.person_id)


def place(turn: Turn, chat_id: ChatId, shown: PaperCard, *, is_silent: bool = False) -> None:
    """Show the scans and below them the card; what stood further up steps aside."""
    paper = shown.paper
    _edit(turn, chat_id, news.now_below(shown), subject(paper))
    for number, page in enumerate(paper.pages, 1):
        key = page.scan or page.original
        if key is not None:
            name = _picture_name(paper, number)
            turn.take_down(chat_id, name)
            _send(turn, chat_id, texts.page(shown.newcomer, paper, key, number), paper, name, is_silent=True)
    _send(turn, chat_id, texts.card(shown), paper, subject(paper), is_silent=is_silent)


def _send(turn: Turn, chat_id: ChatId, message: Message, paper: Paper, name: str, *, is_silent: bool) -> None:
    turn.tell_chat(
        chat_id,
        SOURCE_LANGUAGE,
        message.silently(is_silent),
        name=name,
        about=subject(paper),
        priority=Priority.NOTICE,
    )


async def shown_to_desk(turn: Turn, newcomer: Newcomer, paper: Paper) -> PaperCard:
    """A paper with what its card needs, for whom nobody pressed a button."""
    dossier = await turn.services.dossiers.as_bot(newcomer.id)
    if dossier is None:
        return texts.bare(newcomer, paper, turn.now.astimezone(turn.services.surroundings.zone).date())
    return await shown_in(turn, dossier, paper)


async def shown_in(turn: Turn, dossier: Dossier, paper: Paper) -> PaperCard:
    """A paper of an opened dossier with what its card needs."""
    deciding, book = turn.services.deciding, dossier.book
    moment = paper.handed_in_at or paper.began_at
    signature = await deciding.signature(paper)
    signer = None
    if signature is not None and signature.contact_id is not None:
        signer = await turn.services.work.contact_people.get(signature.contact_id)
    return PaperCard(
        newcomer=dossier.newcomer,
        paper=paper,
        handed_in_on=moment.astimezone(turn.services.surroundings.zone).date(),
        bewijs=next((one for one in book.bewijzen if one.id == paper.bewijs_id), None),
        found=await deciding.findings(dossier, paper),
        proposed=await deciding.proposed(dossier, paper),
        accepted=next((one for one in book.acceptances if one.id == paper.acceptance_id), None),
        may_undo=paper.is_decided and paper.may_undo(turn.now),
        signature=signature,
        signer=signer,
    )


async def refresh(turn: Turn, newcomer: Newcomer, paper: Paper) -> None:
    """Draw the card anew where it may stand: with the reader, and with the begeleider during their leave."""
    card = texts.card(await shown_to_desk(turn, newcomer, paper))
    for chat_id in await _desks(turn, newcomer):
        _edit(turn, chat_id, card, subject(paper))


async def move(turn: Turn, newcomer: Newcomer, former: Begeleider | None) -> None:
    """Somebody else guides the newcomer from now on: what waits goes along.

    Args:
        turn: The unit of work.
        newcomer: With who guides them now.
        former: Who did until now; their cards say so.
    """
    dossier = await turn.services.dossiers.as_bot(newcomer.id)
    if dossier is None:
        return
    deciding = turn.services.deciding
    waiting = [one for one in await deciding.of(dossier) if one.state is PaperState.HANDED_IN]
    refusals = await deciding.refusals(dossier)
    if former is not None and former.phone is not None:
        for name in (*map(subject, waiting), *map(refusal_name, refusals)):
            _edit(turn, former.phone.chat_id, news.read_by_another(newcomer), name)
    for paper in reversed(waiting):
        await bring(turn, newcomer, paper)
    for refusal in reversed(refusals):
        await bring_refusal(turn, newcomer, refusal)


async def take_pictures_down(turn: Turn, newcomer: Newcomer, paper: Paper) -> None:
    """Remove the pictures of a paper from every desk where they may stand."""
    for chat_id in await _desks(turn, newcomer):
        for number in range(1, len(paper.pages) + 1):
            turn.take_down(chat_id, _picture_name(paper, number))
            turn.take_down(chat_id, original_name(paper, number))
            turn.take_down(chat_id, beside_name(paper, number))


def original_name(paper: Paper, number: int) -> str:
    """By which the picture of a page as it was sent is found in a chat."""
    return f"{subject(paper)}:{number}:original"


def beside_name(paper: Paper, number: int) -> str:
    """By which a picture that was laid beside another is found in a chat."""
    return f"{subject(paper)}:{number}:beside"


async def _desks(turn: Turn, newcomer: Newcomer) -> list[ChatId]:
    begeleider = await turn.services.work.people.begeleider(newcomer.begeleider_id)
    phone = begeleider.phone if begeleider is not None else None
    reader = await _reader(turn, newcomer)
    found = [phone.chat_id if phone else None, reader.chat_id if reader else None]
    return list(dict.fromkeys(chat_id for chat_id in found if chat_id is not None))


def _edit(turn: Turn, chat_id: ChatId, message: Message, name: str) -> None:
    # As a notice, so that it comes after the card it changes when both still wait.
    turn.edit(chat_id, message, name=name, language=SOURCE_LANGUAGE, priority=Priority.NOTICE)


# A contact who does not sign.


async def bring_refusal(turn: Turn, newcomer: Newcomer, refusal: SignatureRefusal) -> bool:
    """Bring that somebody does not sign, with whom to ask; False when no begeleider can be reached."""
    reader = await _reader(turn, newcomer)
    dossier = await turn.services.dossiers.as_bot(newcomer.id)
    if reader is None or dossier is None:
        return False
    is_silent = not turn.services.readers.is_at_work(reader)
    card = await refusal_card(turn, dossier, refusal)
    turn.tell_chat(
        reader.chat_id,
        SOURCE_LANGUAGE,
        card.silently(is_silent),
        name=refusal_name(refusal),
        priority=Priority.NOTICE,
    )
    if is_silent:
        await _gather_for_morning(turn, reader)
    return True


async def refusal_card(turn: Turn, dossier: Dossier, refusal: SignatureRefusal) -> Message:
    """The card of somebody who does not sign, as it is now."""
    bewijs = dossier.book.bewijs(refusal.bewijs_id)
    return contact_texts.refusal_card(
        dossier.newcomer,
        refusal,
        bewijs,
        await turn.services.deciding.contact_of(dossier, bewijs),
        refusal.at.astimezone(turn.services.surroundings.zone).date(),
    )


async def refresh_refusal(turn: Turn, dossier: Dossier, refusal: SignatureRefusal) -> None:
    """Draw that card anew where it may stand."""
    card = await refusal_card(turn, dossier, refusal)
    for chat_id in await _desks(turn, dossier.newcomer):
        _edit(turn, chat_id, card, refusal_name(refusal))
