"""Single-use links: making them, and looking at them. `joining.py` lets people in with them.

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
from bot.domain.history import Actor, What, Who
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.invite import Invite, InviteKind
from bot.domain.people import Account, Begeleider, Newcomer
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

DAYS = {InviteKind.BEGELEIDER: 14, InviteKind.NEWCOMER: 30, InviteKind.PHONE: 3}
TOKEN_BYTES = 24
NAME_LENGTH = 64
_PREFIX = {InviteKind.BEGELEIDER: "b-", InviteKind.NEWCOMER: "n-", InviteKind.PHONE: "p-"}
_TOKEN = re.compile(r"[bnp]-[A-Za-z0-9_-]{20,62}")


class Situation(StrEnum):
    """What a link means to the person who opened it."""

    NEW = "new"
    OTHERS = "others"
    """The phone serves somebody already: is it the same person, or do they share the phone?"""
    NEW_PHONE = "new_phone"
    """It moves a dossier to this phone."""
    JOINED = "joined"
    """They have joined with this link, or the phone serves who it is for."""
    OWN = "own"
    """They made it themselves, to give away."""
    FOR_NEWCOMER = "for_newcomer"
    """They guide newcomers, and it is for a newcomer."""
    FOR_BEGELEIDER = "for_begeleider"
    """They are a newcomer, and it lets a begeleider in."""

    @property
    def can_join(self) -> bool:
        """Is there something to join?"""
        return self in (Situation.NEW, Situation.OTHERS, Situation.NEW_PHONE)


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A link that is valid, or that its opener needs no more."""

    situation: Situation
    invite: Invite
    begeleider: Begeleider | None
    """Who invites; None for a begeleider's own link, which comes from the command line."""
    newcomer: Newcomer | None
    """For whom it is; None for a begeleider's link, and for one of before newcomers were made first."""
    others: tuple[Newcomer, ...]
    """Whom the phone serves already."""
    former: Begeleider | None
    """Who guides the first of those."""
    proof: str
    """Shows that this account opened this link; its button carries it."""

    @property
    def name(self) -> str:
        """The name of whom it is for, as the inviter knows them."""
        return (self.newcomer.name if self.newcomer else self.invite.name) or ""


class Invites:
    """Makes links and looks at them."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._dossiers = Dossiers(work, now, surroundings)

    async def add_newcomer(self, account: Account, name: str) -> Newcomer:
        """Make a newcomer in this begeleider's caseload, without a phone yet.

        Raises:
            NotYours: It is no begeleider's account.
        """
        begeleider_id = account.as_begeleider()
        return await self._add(begeleider_id, name, Actor(Who.BEGELEIDER, begeleider_id))

    async def _add(self, begeleider_id: BegeleiderId, name: str, by: Actor) -> Newcomer:
        newcomer_id = await self._work.people.add_newcomer(tidy_name(name), begeleider_id, at=self._now)
        await self._work.history.add(newcomer_id, What.ADDED, by=by, at=self._now)
        newcomer = await self._work.people.newcomer(newcomer_id)
        assert newcomer is not None
        return newcomer

    async def invite_begeleider(self, name: str) -> str:
        """Make a link for a new begeleider; gives back its token, which is kept nowhere."""
        return await self._make(InviteKind.BEGELEIDER, name)

    async def invite_newcomer(self, begeleider_id: BegeleiderId, name: str) -> str:
        """Make a newcomer and a link with which they join this begeleider; gives back its token.

        Raises:
            InviteNotValid: There is no such begeleider.
        """
        if await self._work.people.begeleider(begeleider_id) is None:
            raise InviteNotValid("there is no such begeleider")
        return await self.link_for(await self._add(begeleider_id, name, Actor(Who.TEAM)))

    async def invite_again(self, newcomer_id: int, *, by: Account) -> tuple[Newcomer, str]:
        """Make a link for somebody without a phone; gives back whom it is for, and its token.

        Raises:
            NewcomerUnknown, NotYours: As with `Dossiers.guided`.
        """
        newcomer = (await self._dossiers.guided(newcomer_id, by=by)).newcomer
        return newcomer, await self.link_for(newcomer)

    async def new_phone(self, newcomer_id: int, *, by: Account) -> tuple[Newcomer, str]:
        """Make a link that moves a dossier to another phone; gives back whose, and its token.

        Raises:
            NewcomerUnknown, NotYours: As with `Dossiers.guided`.
        """
        newcomer = (await self._dossiers.guided(newcomer_id, by=by)).newcomer
        return newcomer, await self._make(InviteKind.PHONE, newcomer.name, newcomer)

    async def link_for(self, newcomer: Newcomer, token: str | None = None) -> str:
        """Keep a link for a newcomer whom the caller may invite; gives back its token.

        Args:
            newcomer: Whom it lets in.
            token: One of `new_token` that stands on paper already; made here when None.
        """
        return await self._make(InviteKind.NEWCOMER, newcomer.name, newcomer, token)

    async def _make(
        self, kind: InviteKind, name: str, newcomer: Newcomer | None = None, token: str | None = None
    ) -> str:
        token = token or new_token(kind)
        await self._work.invites.add(
            kind,
            self._digest(token),
            name=tidy_name(name),
            begeleider_id=newcomer.begeleider_id if newcomer else None,
            newcomer_id=newcomer.id if newcomer else None,
            expires_at=self._now + dt.timedelta(days=DAYS[kind]),
            at=self._now,
        )
        return token

    async def speaks(self, token: str) -> str | None:
        """The language of whom a valid link is for, when a phone or the begeleider told it."""
        invite = await self._find(token)
        if invite is None or invite.newcomer_id is None:
            return None
        newcomer = await self._work.people.newcomer(invite.newcomer_id)
        phones = await self._work.people.accounts_of(invite.newcomer_id)
        return phones[0].language if phones else newcomer.language if newcomer else None

    async def open(self, token: str, *, by: Account) -> Opened:
        """Look at a link without using it up.

        Raises:
            InviteNotValid: It is unknown, altered or used by somebody else.
            InviteExpired: Its time has passed.
        """
        invite = await self._find(token)
        if invite is None:
            raise InviteNotValid
        return await self._look_at(invite, by)

    async def _find(self, token: str) -> Invite | None:
        invite = await self._work.invites.find(self._digest(token)) if _TOKEN.fullmatch(token) else None
        if invite is None or not hmac.compare_digest(token[:2], _PREFIX.get(invite.kind, "")):
            return None
        return invite

    async def opened(self, invite_id: int, proof: str, *, by: Account, locks: int | None = None) -> Opened:
        """The link that this account opened before, by what its button carries.

        Args:
            invite_id: The link.
            proof: What its button carried.
            by: Who pressed.
            locks: Also a newcomer to lock, with the one it is for, until the unit of work ends.

        Raises:
            InviteNotValid: This account never opened it, or it was used by somebody else since.
        """
        if not hmac.compare_digest(proof.encode(), self._proof(invite_id, by).encode()):
            raise InviteNotValid
        invite = await self._work.invites.get(invite_id)
        if invite is None:
            raise InviteNotValid
        # In the order of their ids, so that two who lock the same never wait for each other.
        for newcomer_id in sorted({one for one in (invite.newcomer_id, locks) if one is not None}):
            await self._work.people.lock_newcomer(NewcomerId(newcomer_id))
        return await self._look_at(invite, by)

    async def _look_at(self, invite: Invite, by: Account) -> Opened:
        newcomer, inviter = await self._for_whom(invite)
        others = tuple(await self._work.people.newcomers(by.newcomer_ids)) if by.newcomer_ids else ()
        former = await self._work.people.begeleider_of(others[0].id) if others else None
        situation = _situation(invite, by, inviter, others)
        if situation.can_join:
            invite.check(self._now)
            if situation is not Situation.NEW_PHONE and newcomer is not None:
                await self._check_no_phone(newcomer)
        return Opened(
            situation=situation,
            invite=invite,
            begeleider=inviter,
            newcomer=newcomer,
            others=others,
            former=former,
            proof=self._proof(invite.id, by),
        )

    async def _for_whom(self, invite: Invite) -> tuple[Newcomer | None, Begeleider | None]:
        if invite.newcomer_id is not None:
            newcomer = await self._work.people.newcomer(invite.newcomer_id)
            return newcomer, await self._work.people.begeleider_of(invite.newcomer_id)
        if invite.begeleider_id is not None:
            return None, await self._work.people.begeleider(invite.begeleider_id)
        return None, None

    async def _check_no_phone(self, newcomer: Newcomer) -> None:
        """An older link lets nobody else in once the newcomer has a phone; that takes a new-phone link."""
        if await self._work.people.accounts_of(newcomer.id):
            raise InviteNotValid

    def _digest(self, token: str) -> str:
        return hmac.new(self._around.secret_key, token.encode(), hashlib.sha256).hexdigest()

    def _proof(self, invite_id: int, by: Account) -> str:
        return self._digest(f"opened:{invite_id}:{by.id}")[:20]


def new_token(kind: InviteKind) -> str:
    """What a link carries; it opens nothing until it is kept."""
    return _PREFIX[kind] + secrets.token_urlsafe(TOKEN_BYTES)


def tidy_name(name: str) -> str:
    """A first name on one line."""
    return " ".join(name.split())[:NAME_LENGTH]


def _situation(
    invite: Invite, by: Account, inviter: Begeleider | None, others: tuple[Newcomer, ...]
) -> Situation:
    if invite.kind is InviteKind.BEGELEIDER or by.is_begeleider:
        return _situation_of_begeleider(invite, by, inviter)
    if invite.newcomer_id in by.newcomer_ids:
        return Situation.JOINED
    if invite.kind is InviteKind.PHONE:
        return Situation.NEW_PHONE
    # A used link of before newcomers were made first: they joined with it.
    if invite.used_at is not None and any(one.begeleider_id == invite.begeleider_id for one in others):
        return Situation.JOINED
    return Situation.OTHERS if others else Situation.NEW


def _situation_of_begeleider(invite: Invite, by: Account, inviter: Begeleider | None) -> Situation:
    if invite.kind is not InviteKind.BEGELEIDER:
        is_own = inviter is not None and by.begeleider_id == inviter.id
        return Situation.OWN if is_own else Situation.FOR_NEWCOMER
    if by.is_begeleider:
        return Situation.JOINED
    return Situation.FOR_BEGELEIDER if by.newcomer_ids else Situation.NEW


def is_for_new_phone(token: str) -> bool:
    """Does a link with this token, valid or not, move a dossier to another phone?"""
    return token.startswith(_PREFIX[InviteKind.PHONE])
