"""Letting people in with a link: a begeleider, a newcomer, a couple on one phone, a new phone."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.errors import InviteNotValid, NotYours
from bot.domain.history import Actor, What, Who
from bot.domain.ids import NewcomerId
from bot.domain.invite import InviteKind
from bot.domain.people import Account, Begeleider, Newcomer
from bot.domain.question import Question
from bot.services.handing import Handing
from bot.services.invites import Invites, Opened, Situation, tidy_name
from bot.services.merging import Merging
from bot.services.phones import Phones
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Way(StrEnum):
    """How somebody came in."""

    NEW = "new"
    SHARED = "shared"
    """The phone serves somebody else, too."""
    SAME = "same"
    """The phone serves the same person already, whom the inviter guides from now on."""
    TWO_DOSSIERS = "two_dossiers"
    """It is the same person, but something stands in both dossiers: nothing was changed."""


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Somebody was let in."""

    kind: InviteKind
    name: str
    begeleider: Begeleider
    newcomer: Newcomer | None = None
    way: Way = Way.NEW
    former: Begeleider | None = None
    """Who guided the newcomer until now, when that changed."""
    known_as: str = ""
    """How that one knew them."""
    questions: tuple[tuple[Question, Question], ...] = ()
    """What is still open and went along, each as it was and as it is."""
    left: tuple[Account, ...] = ()
    """The phones that do not show the dossier any more."""


class Joining:
    """Uses links up."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._invites = Invites(work, now, surroundings)
        self._handing = Handing(work, now, surroundings)
        self._merging = Merging(work, now, surroundings)
        self._phones = Phones(work, now, surroundings)

    async def join(
        self, invite_id: int, proof: str, *, by: Account, same_as: int | None = None, shares: bool = False
    ) -> Joined | None:
        """Use up a link that this account opened.

        Args:
            invite_id: The link.
            proof: What its button carried.
            by: Who pressed.
            same_as: On a phone that serves somebody: who the link is for is this newcomer.
            shares: On a phone that serves somebody: it is another person, who shares the phone.

        Returns:
            None when there is nothing to join, or it must be said first who it is.

        Raises:
            InviteNotValid: It is not this account's to use, somebody was first, or who invites is gone.
            InviteExpired: Its time has passed.
            NotYours: The phone does not serve the newcomer of `same_as`.
        """
        opened = await self._invites.opened(invite_id, proof, by=by, locks=same_as)
        if not opened.situation.can_join:
            return None
        is_others = opened.situation is Situation.OTHERS
        if is_others and same_as is None and not shares:
            return None
        await self._check_inviter(opened)
        same = _one_of(opened.others, same_as) if is_others and same_as is not None else None
        if same is not None and opened.newcomer and not await self._merging.is_empty(opened.newcomer.id):
            return self._joined(opened, opened.newcomer, way=Way.TWO_DOSSIERS)
        if not await self._work.invites.use(invite_id, by.id, at=self._now):
            raise InviteNotValid
        if opened.invite.kind is InviteKind.BEGELEIDER:
            return await self._let_begeleider_in(opened, by)
        if opened.situation is Situation.NEW_PHONE:
            return await self._move_phone(opened, by)
        return await (self._be_same(opened, same) if same else self._let_newcomer_in(opened, by))

    async def _check_inviter(self, opened: Opened) -> None:
        """Refuse before anything is used up when who invites, or who moves to a new phone, is gone.

        Who invites stays until the unit of work ends, so that nothing after this is refused half-way.
        """
        if opened.invite.kind is InviteKind.BEGELEIDER:
            return
        if opened.begeleider is None or (opened.situation is Situation.NEW_PHONE and not opened.newcomer):
            raise InviteNotValid
        await self._work.people.lock_begeleider(opened.begeleider.id)
        if await self._work.people.begeleider(opened.begeleider.id) is None:
            raise InviteNotValid

    async def _let_begeleider_in(self, opened: Opened, by: Account) -> Joined:
        name = opened.invite.name or by.name
        begeleider_id = await self._work.people.add_begeleider(name, at=self._now)
        await self._work.people.link_begeleider(begeleider_id, by.id)
        begeleider = await self._work.people.begeleider(begeleider_id)
        assert begeleider is not None
        return Joined(kind=opened.invite.kind, name=name, begeleider=begeleider)

    async def _let_newcomer_in(self, opened: Opened, by: Account) -> Joined:
        newcomer = opened.newcomer or await self._make_newcomer(opened, by)
        await self._work.people.link_newcomer(newcomer.id, by.id)
        if opened.situation is Situation.OTHERS:
            # From now on the phone serves several: whoever was chosen before chooses again.
            await self._work.accounts.change(by.id, speaks_for_id=None, speaks_for_until=None)
        actor = Actor(Who.NEWCOMER, newcomer.id)
        await self._work.history.add(
            newcomer.id, What.JOINED, by=actor, at=self._now, facts={"account": by.id}
        )
        way = Way.SHARED if opened.situation is Situation.OTHERS else Way.NEW
        return self._joined(opened, newcomer, way=way)

    async def _make_newcomer(self, opened: Opened, by: Account) -> Newcomer:
        """A link of before newcomers were made first."""
        assert opened.begeleider is not None
        name = tidy_name(opened.invite.name or by.name)
        newcomer_id = await self._work.people.add_newcomer(name, opened.begeleider.id, at=self._now)
        actor = Actor(Who.BEGELEIDER, opened.begeleider.id)
        await self._work.history.add(newcomer_id, What.ADDED, by=actor, at=self._now)
        newcomer = await self._work.people.newcomer(newcomer_id)
        assert newcomer is not None
        return newcomer

    async def _be_same(self, opened: Opened, same: Newcomer) -> Joined:
        """The person is known here: the inviter guides them from now on, with the contract they noted."""
        assert opened.begeleider is not None
        known_as = same.name
        if opened.newcomer is not None:
            same = await self._merging.take_over(opened.newcomer, into=same, begeleider=opened.begeleider)
        joined = replace(
            self._joined(opened, same, way=Way.SAME), name=opened.name or same.name, known_as=known_as
        )
        if same.begeleider_id == opened.begeleider.id:
            return joined
        actor = Actor(Who.NEWCOMER, same.id)
        handed = await self._handing.move(same, opened.begeleider, by=actor)
        return replace(joined, newcomer=handed.newcomer, former=handed.former, questions=handed.questions)

    async def _move_phone(self, opened: Opened, by: Account) -> Joined:
        assert opened.newcomer is not None
        moved = await self._phones.move(opened.newcomer, by)
        joined = self._joined(opened, opened.newcomer, way=Way.NEW)
        return replace(joined, questions=moved.questions, left=moved.left)

    def _joined(self, opened: Opened, newcomer: Newcomer, *, way: Way) -> Joined:
        assert opened.begeleider is not None
        return Joined(
            kind=opened.invite.kind,
            name=newcomer.name,
            begeleider=opened.begeleider,
            newcomer=newcomer,
            way=way,
        )


def _one_of(others: tuple[Newcomer, ...], newcomer_id: int) -> Newcomer:
    found = next((one for one in others if one.id == NewcomerId(newcomer_id)), None)
    if found is None:
        raise NotYours
    return found
