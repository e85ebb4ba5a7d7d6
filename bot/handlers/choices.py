"""Carries what somebody chose between newcomer and begeleider; handlers and jobs share it.

One message in the reader's chat is the card of a participation, found back by its name. Everything goes into
the turn, and out after the commit.
"""

import datetime as dt

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.dossier import Dossier
from bot.domain.errors import OfferFull, OfferGone
from bot.domain.going import Going
from bot.domain.ids import ChatId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.participation import (
    ASKED_AFTER,
    ASKED_AGAIN_AFTER,
    HANDOVER_WORKING_DAYS,
    EndedBecause,
    Step,
)
from bot.domain.people import Newcomer
from bot.domain.reader import Reader
from bot.handlers.saying import tell_on_each_phone
from bot.services.delivery_ports import Priority
from bot.texts import announcing, announcing_news, going_news
from bot.texts.message import Message

SUBJECT = "participation"
HOW_IT_WENT, WAITS_LONG, SETTLE = "how_it_went", "choice_waits_long", "choice_settle"
FIRST, ANNOUNCED, DECLINED, AGAIN, ANYWAY = "first", "announced", "declined", "again", "anyway"
"""Why somebody is asked whether it worked out: part of the job's key, so each asks once."""


def subject(going: Going) -> str:
    """What a message about a choice carries, so that it is found: the name of its card, too."""
    return f"{SUBJECT}:{going.participation.id}"


# To whoever guides the newcomer.


async def bring(turn: Turn, newcomer: Newcomer, going: Going, *, is_again: bool = False) -> bool:
    """Bring the card to whoever reads for this newcomer today.

    Args:
        turn: The unit of work.
        newcomer: Who chose.
        going: What they chose, as it is now.
        is_again: Does it come back because it waits long? It does so once.

    Returns:
        False when no begeleider can be reached; it stays on the person's page.
    """
    reader = await _reader(turn, newcomer)
    if reader is None:
        return False
    readers = turn.services.readers
    # The card that stands further up steps aside, so that one card shows what is true now.
    _edit(turn, reader.chat_id, announcing_news.now_below(newcomer, going.offer), going)
    card = await card_of(turn, newcomer, going, reader.name or "", is_again=is_again)
    turn.tell_chat(
        reader.chat_id,
        SOURCE_LANGUAGE,
        card.silently(not readers.is_at_work(reader)),
        name=subject(going),
        priority=Priority.NOTICE,
    )
    if not is_again:
        await _bring_again_later(turn, reader, going)
    return True


async def _reader(turn: Turn, newcomer: Newcomer) -> Reader | None:
    """The begeleider, or who stands in; the team cannot open a dossier."""
    reader = await turn.services.readers.for_newcomer(newcomer.id)
    return None if reader is None or reader.is_team else reader


async def card_of(
    turn: Turn, newcomer: Newcomer, going: Going, writer: str, *, is_again: bool = False
) -> Message:
    """The card of a participation as it is now."""
    return announcing.card(
        newcomer,
        going.participation,
        going.offer,
        is_open=going.is_open,
        writer=writer,
        checkers=await turn.services.catalogue_care.checkers(going.offer.details),
        is_again=is_again,
    )


async def refresh(turn: Turn, newcomer: Newcomer, going: Going) -> None:
    """Draw the card anew where it may stand: with the reader, and with the begeleider during their leave."""
    begeleider = await turn.services.work.people.begeleider(newcomer.begeleider_id)
    names: dict[ChatId, str] = {}
    if begeleider is not None and begeleider.phone is not None:
        names[begeleider.phone.chat_id] = begeleider.name
    if (reader := await _reader(turn, newcomer)) is not None:
        names[reader.chat_id] = reader.name or ""
    for chat_id, name in names.items():
        _edit(turn, chat_id, await card_of(turn, newcomer, going, name), going)


def _edit(turn: Turn, chat_id: ChatId, message: Message, going: Going) -> None:
    # As a notice, so that it comes after the card it changes when both still wait.
    turn.edit(chat_id, message, name=subject(going), language=SOURCE_LANGUAGE, priority=Priority.NOTICE)


async def tell_reader(turn: Turn, newcomer: Newcomer, going: Going, message: Message) -> bool:
    """Say something to whoever guides the newcomer today; False when nobody can be reached."""
    reader = await _reader(turn, newcomer)
    if reader is None:
        return False
    is_silent = not turn.services.readers.is_at_work(reader)
    turn.tell_chat(
        reader.chat_id,
        SOURCE_LANGUAGE,
        message.silently(is_silent),
        about=subject(going),
        priority=Priority.NOTICE,
    )
    return True


async def _bring_again_later(turn: Turn, reader: Reader, going: Going) -> None:
    around, waits = turn.services.surroundings, _what_waits(going)
    day = reader.hours.answer_by(turn.now, around.zone, around.is_holiday, days=HANDOVER_WORKING_DAYS)
    await turn.later(
        WAITS_LONG,
        day_plan.moment(day, reader.hours.begin, around.zone),
        unique_key=f"{WAITS_LONG}:{going.participation.id}:{waits}:{turn.now:%Y%m%d%H%M%S}",
        participation_id=going.participation.id,
        waits=waits,
    )


def _what_waits(going: Going) -> str:
    chosen = going.participation
    return chosen.step.value if chosen.step is Step.ASKED else chosen.handover.value


def still_waits(going: Going, waits: str) -> bool:
    """Is it still the begeleider's turn, for what was asked then?"""
    return going.participation.waits_for_begeleider and _what_waits(going) == waits


# After a choice, and after it was checked.


async def after_choice(turn: Turn, newcomer: Newcomer, going: Going) -> bool:
    """What follows a new choice: somebody checks it, or it is asked in two days how it went.

    Returns:
        False when it is to be checked and no begeleider can be reached.
    """
    if going.participation.step is Step.ASKED:
        return await bring(turn, newcomer, going)
    await ask_how_it_went(turn, going, FIRST)
    return True


async def ask_to_settle(turn: Turn, offer_id: int, *, without: int | None = None) -> None:
    """An offer was checked, corrected or full: each choice that waits for it is settled by itself.

    Args:
        turn: The unit of work in which the offer changed.
        offer_id: Which.
        without: A participation that is settled already.
    """
    for waiting in await turn.services.announcing.waiting_for(offer_id):
        if waiting.id != without:
            key = f"{SETTLE}:{waiting.id}:{turn.now:%Y%m%d%H%M%S%f}"
            await turn.later(SETTLE, turn.now, unique_key=key, participation_id=waiting.id)


async def settle(turn: Turn, dossier: Dossier, going: Going, by: str) -> Going:
    """Let a choice that waited go on, or end it, as the offer is now; the newcomer hears which.

    Args:
        turn: The unit of work.
        dossier: Of who chose, opened by the begeleider or the bot.
        going: Their choice.
        by: The name of the begeleider.
    """
    if going.participation.step is not Step.ASKED:
        return going
    newcomer = dossier.newcomer
    try:
        if going.is_open and not going.offer.details.is_checked:
            await refresh(turn, newcomer, going)
            return going
        after, _ = await turn.services.announcing.let_go(dossier, going.participation.id)
    except OfferGone as refusal:
        return await _end(turn, dossier, going, by, is_full=isinstance(refusal, OfferFull))
    await ask_how_it_went(turn, after, FIRST)
    await tell_on_each_phone(
        turn,
        newcomer,
        lambda speaker: going_news.allowed(speaker, by, after.participation, after.offer),
    )
    await refresh(turn, newcomer, after)
    return after


async def _end(turn: Turn, dossier: Dossier, going: Going, by: str, *, is_full: bool) -> Going:
    is_unfit = going.offer.details.is_unfit
    because = EndedBecause.NOT_ALLOWED if is_unfit else EndedBecause.FULL if is_full else EndedBecause.OTHER
    after, _ = await turn.services.participations.end(dossier, going.participation.id, because)
    await tell_ended(turn, dossier.newcomer, after, by if is_unfit else None)
    await refresh(turn, dossier.newcomer, after)
    return after


async def tell_ended(turn: Turn, newcomer: Newcomer, going: Going, by: str | None) -> None:
    """The newcomer hears that it is not this one: found by this begeleider, or gone by itself."""
    chosen, offer = going.participation, going.offer
    await tell_on_each_phone(
        turn,
        newcomer,
        lambda speaker: (
            going_news.gone_meanwhile(speaker, chosen, offer)
            if by is None
            else going_news.not_this_one(speaker, by, chosen, offer)
        ),
    )


# How did it go?


async def ask_how_it_went(turn: Turn, going: Going, why: str) -> None:
    """Ask whether it worked out, two days from now, at a time of the day that is no bother.

    Args:
        turn: The unit of work.
        going: What was chosen.
        why: One of this module's words; after "not yet" it takes a week.
    """
    after = ASKED_AGAIN_AFTER if why == AGAIN else ASKED_AFTER
    await ask_at(turn, going.participation.id, turn.now + after, why)


async def ask_at(turn: Turn, participation_id: int, moment: dt.datetime, why: str) -> None:
    """The same at the first good time from a moment on."""
    zone = turn.services.surroundings.zone
    due = day_plan.reminding(moment, zone)
    await turn.later(
        HOW_IT_WENT,
        due,
        unique_key=f"{HOW_IT_WENT}:{participation_id}:{why}:{due.astimezone(zone).date()}",
        participation_id=participation_id,
        why=why,
    )
