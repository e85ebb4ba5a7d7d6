"""The phones of newcomers; on a new one the dossier moves along, and the old ones are cut off."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.history import Actor, What, Who
from bot.domain.ids import NewcomerId
from bot.domain.people import Account, Newcomer
from bot.domain.question import Question
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What came along to the new phone, and which phones it left."""

    left: tuple[Account, ...]
    questions: tuple[tuple[Question, Question], ...]
    """What is still open, each as it was and as it is."""


class Phones:
    """Which accounts newcomers use."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now

    async def reachable(self, newcomer_id: NewcomerId) -> list[Account]:
        """The phones of this newcomer that Telegram lets us reach."""
        accounts = await self._work.people.accounts_of(newcomer_id)
        return [account for account in accounts if not account.is_unreachable]

    async def move(self, newcomer: Newcomer, to: Account) -> Moved:
        """Let this account, and no other, serve a newcomer whose lock is held."""
        left = tuple(await self._work.people.accounts_of(newcomer.id))
        before = await self._work.questions.open_about(newcomer.id)
        for account in left:
            await self._cut_off(account, newcomer)
        await self._work.people.link_newcomer(newcomer.id, to.id)
        await self._work.questions.move_to(to.id, newcomer_id=newcomer.id)
        await self._work.wishes.move_to(to.id, newcomer_id=newcomer.id)
        await self._carry_over(left, to)
        actor = Actor(Who.NEWCOMER, newcomer.id)
        await self._work.history.add(
            newcomer.id, What.PHONE_MOVED, by=actor, at=self._now, facts={"account": to.id}
        )
        after = await self._work.questions.open_about(newcomer.id)
        return Moved(left=left, questions=tuple(zip(before, after, strict=True)))

    async def _cut_off(self, account: Account, newcomer: Newcomer) -> None:
        for draft in await self._work.questions.drafts_of(account.id):
            if draft.newcomer_id == newcomer.id:
                await self._work.questions.remove(draft.id)
        await self._work.people.unlink_newcomer(newcomer.id, account.id)
        await self._work.conversations.clear(account.id)
        await self._work.accounts.change(account.id, speaks_for_id=None, speaks_for_until=None)

    async def _carry_over(self, left: tuple[Account, ...], to: Account) -> None:
        """It is the same person: what they chose and agreed to holds on the new phone."""
        if to.newcomer_ids:
            # From now on the phone serves several: they choose by name.
            await self._work.accounts.change(to.id, speaks_for_id=None, speaks_for_until=None)
        agreed = [one.may_keep_questions_since for one in left if one.may_keep_questions_since is not None]
        if agreed and to.may_keep_questions_since is None and not to.newcomer_ids:
            await self._work.accounts.change(to.id, may_keep_questions_since=min(agreed))
        if left and not to.has_chosen_language:
            await self._work.accounts.change(to.id, language=left[0].language, has_chosen_language=True)
