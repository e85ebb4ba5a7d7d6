"""Single-use links: making them, looking at them, and joining with them.

Only an HMAC of a token is kept, so that whoever reads the database cannot join with it; finding a
link by that digest tells nothing through time. Opening a link never uses it up.
"""

import datetime as dt
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import InviteNotValid
from bot.domain.ids import BegeleiderId
from bot.domain.invite import Invite, InviteKind
from bot.domain.people import Account, Begeleider
from bot.domain.question import Question
from bot.domain.reader import reader_of
from bot.services.ports import Work
from bot.services.questions import Questions
from bot.services.surroundings import Surroundings

BEGELEIDER_DAYS = 14
NEWCOMER_DAYS = 30
TOKEN_BYTES = 24
NAME_LENGTH = 64
_PREFIX = {InviteKind.BEGELEIDER: "b-", InviteKind.NEWCOMER: "n-"}
_TOKEN = re.compile(r"[bn]-[A-Za-z0-9_-]{20,62}")


class Situation(StrEnum):
    """What a link means to the person who opened it."""

    NEW = "new"
    CHANGE = "change"
    """They have another begeleider already."""
    JOINED = "joined"
    """They have joined with this link, or with another of the same begeleider."""
    OWN = "own"
    """They made it themselves, to give away."""
    FOR_NEWCOMER = "for_newcomer"
    """They guide newcomers, and it lets a newcomer in."""
    FOR_BEGELEIDER = "for_begeleider"
    """They are a newcomer, and it lets a begeleider in."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A link that is valid, or that its opener needs no more."""

    situation: Situation
    invite: Invite
    begeleider: Begeleider | None
    """Who invites; None for a begeleider's own link, which comes from the command line."""
    former: Begeleider | None
    """Who guides the newcomer now."""
    proof: str
    """Shows that this account opened this link; its button carries it."""


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Somebody was let in."""

    kind: InviteKind
    name: str
    begeleider: Begeleider
    former: Begeleider | None = None
    """Who guided the newcomer until now, when that changed."""
    handed_over: tuple[tuple[Question, Question], ...] = ()
    """Open questions that the new begeleider reads from now on, each as it was and as it is."""


class Invites:
    """Lets begeleiders and newcomers in."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    async def invite_begeleider(self, name: str) -> str:
        """Make a link for a new begeleider; gives back its token, which is kept nowhere."""
        return await self._make(InviteKind.BEGELEIDER, name, None, BEGELEIDER_DAYS)

    async def invite_newcomer(self, begeleider_id: BegeleiderId, name: str) -> str:
        """Make a link with which one newcomer joins this begeleider; gives back its token.

        Raises:
            InviteNotValid: There is no such begeleider.
        """
        if await self._work.people.begeleider(begeleider_id) is None:
            raise InviteNotValid("there is no such begeleider")
        return await self._make(InviteKind.NEWCOMER, name, begeleider_id, NEWCOMER_DAYS)

    async def _make(self, kind: InviteKind, name: str, begeleider_id: BegeleiderId | None, days: int) -> str:
        token = _PREFIX[kind] + secrets.token_urlsafe(TOKEN_BYTES)
        await self._work.invites.add(
            kind,
            self._digest(token),
            name=" ".join(name.split())[:NAME_LENGTH],
            begeleider_id=begeleider_id,
            expires_at=self._now + dt.timedelta(days=days),
            at=self._now,
        )
        return token

    async def open(self, token: str, *, by: Account) -> Opened:
        """Look at a link without using it up.

        Raises:
            InviteNotValid: It is unknown, altered or used by somebody else.
            InviteExpired: Its time has passed.
        """
        invite = await self._work.invites.find(self._digest(token)) if _TOKEN.fullmatch(token) else None
        if invite is None or not hmac.compare_digest(token[:2], _PREFIX[invite.kind]):
            raise InviteNotValid
        return await self._look_at(invite, by)

    async def opened(self, invite_id: int, proof: str, *, by: Account) -> Opened:
        """The link that this account opened before, by what its button carries.

        Raises:
            InviteNotValid: This account never opened it, or it was used by somebody else since.
        """
        if not hmac.compare_digest(proof.encode(), self._proof(invite_id, by).encode()):
            raise InviteNotValid
        invite = await self._work.invites.get(invite_id)
        if invite is None:
            raise InviteNotValid
        return await self._look_at(invite, by)

    async def _look_at(self, invite: Invite, by: Account) -> Opened:
        former = None
        for newcomer_id in by.newcomer_ids:
            former = former or await self._work.people.begeleider_of(newcomer_id)
        inviter = None
        if invite.begeleider_id is not None:
            inviter = await self._work.people.begeleider(invite.begeleider_id)
        situation = _situation(invite, by, former)
        if situation in (Situation.NEW, Situation.CHANGE):
            invite.check(self._now)
        return Opened(
            situation=situation,
            invite=invite,
            begeleider=inviter,
            former=former,
            proof=self._proof(invite.id, by),
        )

    async def join(self, invite_id: int, proof: str, *, by: Account) -> Joined | None:
        """Use up a link that this account opened; None when there is nothing to join.

        Raises:
            InviteNotValid: It is not this account's to use, or somebody was first.
            InviteExpired: Its time has passed.
        """
        opened = await self.opened(invite_id, proof, by=by)
        if opened.situation not in (Situation.NEW, Situation.CHANGE):
            return None
        if not await self._work.invites.use(invite_id, by.id, at=self._now):
            raise InviteNotValid
        if opened.invite.kind is InviteKind.BEGELEIDER:
            return await self._let_begeleider_in(opened.invite, by)
        return await self._let_newcomer_in(opened, by)

    async def _let_begeleider_in(self, invite: Invite, by: Account) -> Joined:
        name = invite.name or by.name
        begeleider_id = await self._work.people.add_begeleider(name, at=self._now)
        await self._work.people.link_begeleider(begeleider_id, by.id)
        begeleider = await self._work.people.begeleider(begeleider_id)
        assert begeleider is not None
        return Joined(kind=invite.kind, name=name, begeleider=begeleider)

    async def _let_newcomer_in(self, opened: Opened, by: Account) -> Joined:
        begeleider = opened.begeleider
        if begeleider is None:
            raise InviteNotValid
        name = opened.invite.name or by.name
        for newcomer_id in by.newcomer_ids:
            await self._work.people.hand_newcomer(newcomer_id, begeleider.id)
        if not by.newcomer_ids:
            newcomer_id = await self._work.people.add_newcomer(name, begeleider.id, at=self._now)
            await self._work.people.link_newcomer(newcomer_id, by.id)
        return Joined(
            kind=opened.invite.kind,
            name=name,
            begeleider=begeleider,
            former=opened.former,
            handed_over=await self._hand_over(by, begeleider),
        )

    async def _hand_over(self, by: Account, begeleider: Begeleider) -> tuple[tuple[Question, Question], ...]:
        """What the newcomer still waits for goes along to the new begeleider."""
        reader = reader_of(begeleider)
        if reader is None:
            return ()
        questions = Questions(self._work, self._now, self._around)
        waiting = await questions.all_open_of(by)
        return tuple([(question, await questions.hand_to(question, reader)) for question in waiting])

    def _digest(self, token: str) -> str:
        return hmac.new(self._around.secret_key, token.encode(), hashlib.sha256).hexdigest()

    def _proof(self, invite_id: int, by: Account) -> str:
        return self._digest(f"opened:{invite_id}:{by.id}")[:20]


def _situation(invite: Invite, by: Account, former: Begeleider | None) -> Situation:
    if invite.kind is InviteKind.BEGELEIDER:
        if by.is_begeleider:
            return Situation.JOINED
        return Situation.FOR_BEGELEIDER if by.newcomer_ids else Situation.NEW
    if by.is_begeleider:
        return Situation.OWN if by.begeleider_id == invite.begeleider_id else Situation.FOR_NEWCOMER
    if former is None:
        return Situation.NEW
    return Situation.JOINED if former.id == invite.begeleider_id else Situation.CHANGE
