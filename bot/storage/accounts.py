"""Telegram users and their private chats."""

import datetime as dt
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, BegeleiderId, ChatId, NewcomerId
from bot.domain.people import Account
from bot.storage.sql import insert_new
from bot.storage.tables import accounts, begeleiders, newcomer_accounts


class SqlAccounts:
    """One row a Telegram user; roles are joined to it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._at_hand: dict[int, Account] = {}

    async def of_chat(self, chat_id: ChatId) -> Account | None:
        """The account whose private chat this is."""
        if (account := self._at_hand.pop(chat_id, None)) is not None:
            return account
        return await self._one(accounts.c.chat_id == chat_id)

    async def fetch_ahead(self, chat_ids: Collection[ChatId]) -> None:
        """Read the accounts of a group's chats with one question; each is given out once, then read anew."""
        if len(chat_ids) > 1:
            found = await self._all(accounts.c.chat_id.in_(chat_ids))
            self._at_hand = {account.chat_id: account for account in found}

    async def get(self, account_id: AccountId) -> Account | None:
        """The account with this id."""
        return await self._one(accounts.c.id == account_id)

    async def of_newcomer(self, newcomer_id: NewcomerId) -> list[Account]:
        """The accounts that serve this newcomer, by id."""
        serving = select(newcomer_accounts.c.account_id).where(newcomer_accounts.c.newcomer_id == newcomer_id)
        return await self._all(accounts.c.id.in_(serving))

    async def add(self, chat_id: ChatId, *, name: str, language: str, at: dt.datetime) -> Account:
        """Keep a new account; the one that is there already when two updates bring it at once."""
        await self._connection.execute(
            insert_new(self._connection, accounts).values(
                chat_id=chat_id, name=name[:200], language=language, has_chosen_language=False, created_at=at
            )
        )
        account = await self.of_chat(chat_id)
        assert account is not None
        return account

    async def change(self, account_id: AccountId, **changes: Any) -> None:
        """Change columns of one account, such as its language."""
        self._at_hand.clear()
        await self._connection.execute(update(accounts).where(accounts.c.id == account_id).values(**changes))

    async def _one(self, condition: ColumnElement[bool]) -> Account | None:
        found = await self._all(condition)
        return found[0] if found else None

    async def _all(self, condition: ColumnElement[bool]) -> list[Account]:
        query = (
            select(accounts, begeleiders.c.id.label("begeleider_id"), newcomer_accounts.c.newcomer_id)
            .select_from(
                accounts.outerjoin(begeleiders, begeleiders.c.account_id == accounts.c.id).outerjoin(
                    newcomer_accounts, newcomer_accounts.c.account_id == accounts.c.id
                )
            )
            .where(condition)
            .order_by(accounts.c.id, newcomer_accounts.c.newcomer_id)
        )
        rows = (await self._connection.execute(query)).all()
        return [_account(list(same)) for _, same in groupby(rows, key=lambda row: row.id)]


def _account(rows: Sequence[Row[Any]]) -> Account:
    """One account from its rows, one a newcomer it serves."""
    row = rows[0]
    return Account(
        id=AccountId(row.id),
        chat_id=ChatId(row.chat_id),
        name=row.name,
        language=row.language,
        has_chosen_language=row.has_chosen_language,
        begeleider_id=None if row.begeleider_id is None else BegeleiderId(row.begeleider_id),
        newcomer_ids=tuple(NewcomerId(r.newcomer_id) for r in rows if r.newcomer_id is not None),
        may_keep_questions_since=row.may_keep_questions_since,
        speaks_for=None if row.speaks_for_id is None else NewcomerId(row.speaks_for_id),
        speaks_for_until=row.speaks_for_until,
        draft_told_on=row.draft_told_on,
        is_unreachable=row.is_unreachable,
    )
