"""What is forgotten by itself when its time is over; a few things at a time, so that nobody waits."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, ChatId, NewcomerId
from bot.domain.kept_wish import KEPT_DAYS
from bot.domain.person import Person
from bot.domain.privacy import CONVERSATION_DAYS, GONE_OFFER_DAYS, OFFER_CHANGE_DAYS, SEARCH_DAYS, Periods
from bot.domain.question import QuestionState
from bot.storage.forgetting_contacts import forgotten_contacts
from bot.storage.forgetting_papers import forget_papers
from bot.storage.people import SqlPeople
from bot.storage.tables import (
    accounts,
    begeleiders,
    contact_links,
    contacts,
    conversations,
    erasures,
    history,
    history_notes,
    invites,
    letters,
    newcomer_accounts,
    newcomers,
    offer_changes,
    offer_senses,
    offers,
    participations,
    question_parts,
    questions,
    saved_offers,
    searches,
    wishes,
)

PEOPLE_AT_ONCE = 20
_ENDED = (QuestionState.ANSWERED.value, QuestionState.CLOSED.value)


class Forgetting:
    """What is old today, by the operator's periods."""

    def __init__(
        self,
        connection: AsyncConnection,
        periods: Periods,
        *,
        now: dt.datetime,
        today: dt.date,
        limit: int,
    ) -> None:
        self._connection = connection
        self._periods = periods
        self._now = now
        self._today = today
        self._limit = limit

    def _ago(self, days: int) -> dt.datetime:
        return self._now - dt.timedelta(days=days)

    async def rows(self) -> int:
        """Forget rows that stand by themselves; how many."""
        periods = self._periods
        old_line = select(history.c.id).where(history.c.at < self._ago(periods.notes))
        return sum(
            [
                await self._forget(questions, questions.c.id, self._ended_before(periods.questions)),
                await self._forget(letters, letters.c.id, letters.c.at < self._ago(periods.letters)),
                await self._forget(
                    history_notes, history_notes.c.event_id, history_notes.c.event_id.in_(old_line)
                ),
                await self._forget(invites, invites.c.id, invites.c.expires_at < self._ago(periods.invites)),
                await self._forget(
                    contact_links, contact_links.c.id, contact_links.c.expires_at < self._ago(periods.invites)
                ),
                await self._forget(
                    conversations,
                    conversations.c.account_id,
                    conversations.c.since < self._ago(CONVERSATION_DAYS),
                ),
                await self._forget(
                    offer_changes, offer_changes.c.id, offer_changes.c.at < self._ago(OFFER_CHANGE_DAYS)
                ),
                await self._forget(searches, searches.c.account_id, searches.c.at < self._ago(SEARCH_DAYS)),
                await self._forget(
                    wishes, wishes.c.id, or_(~wishes.c.is_open, wishes.c.kept_at < self._ago(KEPT_DAYS))
                ),
                await self._forget(offers, offers.c.id, self._gone_before(GONE_OFFER_DAYS)),
                await self._forget(offer_senses, offer_senses.c.fingerprint, ~_is_of_an_offer()),
                await forget_papers(self._connection, periods, now=self._now, limit=self._limit),
                await self._forget(erasures, erasures.c.id, erasures.c.at < self._ago(periods.erasures)),
            ]
        )

    async def _forget(self, table: Table, key: ColumnElement[Any], condition: ColumnElement[bool]) -> int:
        query = select(key).where(condition).limit(self._limit)
        ids = (await self._connection.execute(query)).scalars().all()
        if not ids:
            return 0
        return (await self._connection.execute(delete(table).where(key.in_(ids)))).rowcount

    def _ended_before(self, days: int) -> ColumnElement[bool]:
        """Answered or closed, and nobody wrote since."""
        last_word = (
            select(func.max(question_parts.c.at))
            .where(question_parts.c.question_id == questions.c.id)
            .scalar_subquery()
        )
        moment = self._ago(days)
        is_silent = func.coalesce(last_word, questions.c.asked_at) < moment
        return and_(questions.c.state.in_(_ENDED), questions.c.asked_at < moment, is_silent)

    def _gone_before(self, days: int) -> ColumnElement[bool]:
        """Dropped by its source, and nobody takes part or did."""
        is_chosen = exists().where(participations.c.offer_id == offers.c.id)
        return and_(offers.c.vanished_at < self._ago(days), ~is_chosen)

    async def people(self) -> Sequence[Person]:
        """Dossiers closed long ago, accounts that nobody uses, contacts who see nothing any more."""
        contacts_gone = await forgotten_contacts(
            self._connection,
            self._ago(self._periods.accounts),
            limit=min(self._limit, PEOPLE_AT_ONCE),
        )
        return [*await self._dossiers(), *await self._accounts(), *contacts_gone]

    async def _dossiers(self) -> list[Person]:
        last_day = self._today - dt.timedelta(days=self._periods.dossiers)
        query = select(newcomers.c.id, newcomers.c.name).where(newcomers.c.closed_on < last_day)
        rows = (
            await self._connection.execute(
                query.order_by(newcomers.c.id).limit(min(self._limit, PEOPLE_AT_ONCE))
            )
        ).all()
        people = SqlPeople(self._connection)
        found = []
        for row in rows:
            # The phone stays: whoever goes on asking questions needs no dossier for it.
            phones = await people.accounts_of(NewcomerId(row.id))
            found.append(
                Person(
                    newcomer_ids=(NewcomerId(row.id),),
                    shared_account_ids=tuple(account.id for account in phones),
                    shared_chat_ids=tuple(account.chat_id for account in phones),
                    names=(row.name,),
                )
            )
        return found

    async def _accounts(self) -> list[Person]:
        """Accounts of nobody's dossier, without a sign of use since; none is noted for this alone."""
        moment = self._ago(self._periods.accounts)
        signs = (
            exists().where(newcomer_accounts.c.account_id == accounts.c.id),
            exists().where(begeleiders.c.account_id == accounts.c.id),
            exists().where(contacts.c.account_id == accounts.c.id),
            exists().where(questions.c.account_id == accounts.c.id),
            *(exists().where(one.c.account_id == accounts.c.id) for one in (searches, saved_offers, wishes)),
            exists().where(conversations.c.account_id == accounts.c.id, conversations.c.since >= moment),
            exists().where(invites.c.used_by == accounts.c.id, invites.c.used_at >= moment),
        )
        told = accounts.c.draft_told_on
        query = (
            select(accounts.c.id, accounts.c.chat_id)
            .where(
                accounts.c.created_at < moment,
                or_(told.is_(None), told < moment.date()),
                *(~sign for sign in signs),
            )
            .order_by(accounts.c.id)
            .limit(min(self._limit, PEOPLE_AT_ONCE))
        )
        rows = (await self._connection.execute(query)).all()
        return [Person(account_ids=(AccountId(row.id),), chat_ids=(ChatId(row.chat_id),)) for row in rows]


def _is_of_an_offer() -> ColumnElement[bool]:
    return exists().where(offers.c.fingerprint == offer_senses.c.fingerprint)
