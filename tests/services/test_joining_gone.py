"""A link whose inviter is gone: it is refused before anything changes, so that nothing is left half."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.domain.errors import InviteNotValid
from bot.domain.invite import InviteKind
from bot.domain.people import Account
from bot.services.invites import Opened
from bot.storage.database import Database, create_engine
from bot.storage.tables import begeleiders, invites, metadata
from bot.storage.work import SqlWork
from tests.builders import new_account, new_begeleider, new_newcomer, services


async def everything(database: Database) -> dict[str, list[Any]]:
    """Every row of every table."""
    async with database.work(reads_only=True) as work:
        return {
            table.name: list((await work.connection.execute(select(table))).all())
            for table in metadata.sorted_tables
        }


async def opened_on(work: SqlWork, phone: Account, *, inviter: Account) -> Opened:
    """A link for Amina that this phone opened."""
    newcomer = await services(work).invites.add_newcomer(inviter, "Amina")
    _, token = await services(work).invites.invite_again(newcomer.id, by=inviter)
    return await services(work).invites.open(token, by=phone)


async def refused(database: Database, opened: Opened, by: Account, **answer: Any) -> bool:
    """Is joining refused? What was written until then is kept, as after any refusal."""
    async with database.work() as work:
        try:
            await services(work).joining.join(opened.invite.id, opened.proof, by=by, **answer)
        except InviteNotValid:
            return True
    return False


@pytest.mark.parametrize("answer", ["new", "shares", "same"])
async def test_nothing_changes_when_who_invites_is_gone(database: Database, answer: str) -> None:
    async with database.work() as work:
        an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
        phone = await (
            new_account(work, 3, "Amina") if answer == "new" else new_newcomer(work, 3, "A", of=an)
        )
        opened = await opened_on(work, phone, inviter=bart)
        gone = update(begeleiders).where(begeleiders.c.id == bart.begeleider_id)
        await work.connection.execute(gone.values(name="", account_id=None))
    before = await everything(database)
    answers: dict[str, dict[str, Any]] = {"new": {}, "shares": {"shares": True}}
    said = answers[answer] if answer in answers else {"same_as": phone.newcomer_ids[0]}

    assert await refused(database, opened, phone, **said)
    assert await everything(database) == before


async def test_a_link_to_a_new_phone_for_nobody_is_not_used_up(database: Database) -> None:
    async with database.work() as work:
        an, phone = await new_begeleider(work, 1, "An"), await new_account(work, 3, "Amina")
        opened = await opened_on(work, phone, inviter=an)
        nobodys = {"kind": InviteKind.PHONE.value, "newcomer_id": None}
        await work.connection.execute(update(invites).values(**nobodys))
    before = await everything(database)

    assert await refused(database, opened, phone)
    assert await everything(database) == before


async def test_joining_while_the_inviter_is_being_erased_leaves_nothing_half(postgres_url: str) -> None:
    first, second = (Database(create_engine(postgres_url)) for _ in range(2))
    async with first.work() as work:
        an, phone = await new_begeleider(work, 1, "An"), await new_account(work, 3, "Amina")
        opened = await an_old_link(work, phone, inviter=an)

    async with first.work() as work:
        erasures = services(work).erasures
        await erasures.forget(await erasures.look(an))
        joining = asyncio.create_task(refused(second, opened, phone))
        await asyncio.sleep(0.3)
        waited = not joining.done()
    was_refused = await joining
    left = await everything(first)
    await first.close()
    await second.close()

    assert (waited, was_refused) == (True, True)
    assert (left["newcomers"], left["newcomer_accounts"], left["invites"]) == ([], [], [])


async def test_who_is_joined_meanwhile_keeps_the_inviter_from_being_erased(postgres_url: str) -> None:
    first, second = (Database(create_engine(postgres_url)) for _ in range(2))
    async with first.work() as work:
        an, phone = await new_begeleider(work, 1, "An"), await new_account(work, 3, "Amina")
        opened = await an_old_link(work, phone, inviter=an)

    async def guided() -> int:
        async with second.work() as work:
            return (await services(work).erasures.look(an)).guides

    async with first.work() as work:
        await services(work).joining.join(opened.invite.id, opened.proof, by=phone)
        looking = asyncio.create_task(guided())
        await asyncio.sleep(0.3)
        waited = not looking.done()
    guides = await looking
    await first.close()
    await second.close()

    assert (waited, guides) == (True, 1)


async def an_old_link(work: SqlWork, phone: Account, *, inviter: Account) -> Opened:
    """A link of before newcomers were made first, which leads to nobody's dossier yet."""
    opened = await opened_on(work, phone, inviter=inviter)
    assert opened.newcomer is not None
    unbound = {"newcomer_id": None, "begeleider_id": inviter.begeleider_id}
    await work.connection.execute(update(invites).values(**unbound))
    await work.people.remove_newcomer(opened.newcomer.id)
    return opened
