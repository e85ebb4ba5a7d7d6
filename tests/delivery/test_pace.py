"""Telegram's limits, measured by a stand-in that keeps them: the bot never hears "too many requests"."""

import asyncio

from bot.delivery.limits import Limits
from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.services.delivery_ports import Priority
from bot.storage.database import Database
from tests.delivery.small_bot import small_bot
from tests.delivery.test_out import a_message, put, states


async def test_a_crowd_is_served_without_ever_being_told_to_wait(sqlite_database: Database) -> None:
    async with Standin(Telegram(limits=True)) as standin:
        people = [standin.telegram.add_person(f"P{number}") for number in range(50)]
        group = standin.telegram.add_group("Team")
        for person in people:
            standin.telegram.chats[person["id"]].started = True
        for number in range(2):
            await put(
                sqlite_database,
                *(
                    a_message(person["id"], f"{number}", priority=Priority(2 * (index % 2)))
                    for index, person in enumerate(people)
                ),
                a_message(group["id"], f"{number}"),
            )

        async with small_bot(standin, sqlite_database, limits=Limits()):
            while {"waiting", "sending"} & set(await states(sqlite_database)):
                await asyncio.sleep(0.1)
            said = [
                [bubble.text for bubble in await Phone(standin.telegram, person).messages()]
                for person in people
            ]

        assert standin.telegram.limits.refused == 0
    assert said == [["0", "1"]] * len(people)
