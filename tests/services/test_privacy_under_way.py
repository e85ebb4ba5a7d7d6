"""Who is forgotten while messages about them are under way: those are taken back, and never sent twice."""

from typing import Any

import pytest
from sqlalchemy import select, update

from bot.delivery.turn import Turn
from bot.handlers.own_data.erasing import forget_and_tell
from bot.services.delivery_ports import OutgoingState, Settled, Taken
from bot.storage.database import Database
from bot.storage.tables import outbox
from bot.texts import erasing_dutch
from tests.builders import NOW, services
from tests.services.full_people import AMIRA_CHAT, SOFIE_CHAT, Full, full_people


@pytest.fixture
async def full(database: Database) -> Full:
    return await full_people(database)


async def forgotten_under_way(database: Database, full: Full) -> list[Taken]:
    """Amira is forgotten while her card goes to Sofie and an answer to herself; what was under way."""
    async with database.work() as work:
        cards = outbox.c.name.in_([f"card:{full.question_id}", "reply:3"])
        again = {"state": "waiting", "message_id": None, "payload": '{"text": "zeldzaamvraag"}'}
        await work.connection.execute(update(outbox).where(cards).values(**again))
        taken = await work.outbox.take(NOW, answers=9, reminders=0, except_chats=())
    async with database.work() as work:
        turn = Turn(work=work, services=services(work), now=NOW)
        await forget_and_tell(turn, await turn.services.erasures.look(full.amira))
        await work.outbox.add(turn.outgoing, at=NOW)
    return [one for one in taken if one.chat_id in (AMIRA_CHAT, SOFIE_CHAT)]


async def rows(database: Database, *states: OutgoingState) -> list[Any]:
    async with database.work(reads_only=True) as work:
        query = select(outbox).where(outbox.c.state.in_(states)).order_by(outbox.c.id)
        return list((await work.connection.execute(query)).all())


def end_of(message: Taken, state: OutgoingState) -> Settled:
    number = 900 + message.id if state is OutgoingState.SENT else None
    return Settled(id=message.id, attempt=message.attempts, state=state, at=NOW, message_id=number)


async def test_what_is_under_way_to_the_begeleider_is_taken_back_when_it_arrived(
    database: Database, full: Full
) -> None:
    taken = await forgotten_under_way(database, full)
    edited: dict[int | None, str] = {}
    async with database.work() as work:
        await work.outbox.settle([end_of(one, OutgoingState.SENT) for one in taken])
        for _ in range(9):
            later = await work.outbox.take(NOW, answers=9, reminders=0, except_chats=())
            await work.outbox.settle([end_of(one, OutgoingState.DONE) for one in later])
            edited |= {one.message_id: one.payload["text"] for one in later if one.edits}

    (card,) = [one for one in taken if one.chat_id == SOFIE_CHAT]
    assert edited[900 + card.id] == erasing_dutch.message_gone().text


async def test_what_is_under_way_holds_no_words_any_more_and_is_not_sent_twice(
    database: Database, full: Full
) -> None:
    taken = await forgotten_under_way(database, full)
    kept = await rows(database, OutgoingState.SENDING)
    async with database.work() as work:
        await work.outbox.settle([end_of(taken[0], OutgoingState.WAITING)])
        # The sender dies with the other one.
        await work.outbox.abandoned(at=NOW)

    assert len(taken) == len([row for row in kept if row.chat_id in (AMIRA_CHAT, SOFIE_CHAT)]) == 2
    assert {row.payload for row in kept if row.chat_id in (AMIRA_CHAT, SOFIE_CHAT)} == {None}
    ended = await rows(database, OutgoingState.DROPPED, OutgoingState.UNKNOWN)
    assert {row.id for row in ended} >= {one.id for one in taken}
    assert all(row.ended_at is not None for row in ended)
