"""Opening a dossier: the one place that says who may.

Whoever opens one holds the newcomer's lock until the unit of work ends, so that newcomer, contact,
begeleider and command line never change the same hours at once.
"""

import datetime as dt
from collections.abc import Collection, Sequence

from bot.domain.contact import Contact
from bot.domain.dossier import Dossier
from bot.domain.errors import (
    ContactStopped,
    ContactUnchecked,
    DossierClosed,
    NewcomerUnknown,
    NoDossier,
    NotYours,
    SayWho,
)
from bot.domain.history import Actor, Who
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.people import Account, Newcomer
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

SPEAKS_FOR = dt.timedelta(hours=1)
DECIDES = frozenset({Who.BEGELEIDER, Who.TEAM})
"""Who may decide about a term and about hours."""


def only(dossier: Dossier, who: Collection[Who]) -> None:
    """Let only these roles go on.

    Raises:
        NotYours: The dossier was opened by somebody else.
    """
    if dossier.actor.who not in who:
        raise NotYours


def only_open(dossier: Dossier, who: Collection[Who]) -> None:
    """Let only these roles go on, and only while the dossier is open.

    Raises:
        NotYours, DossierClosed: Somebody else opened it, or it was closed.
    """
    only(dossier, who)
    if dossier.newcomer.is_closed:
        raise DossierClosed


def only_owner(dossier: Dossier) -> None:
    """Let only who guides the newcomer and the team go on, and only while the dossier is open.

    Raises:
        NotYours, DossierClosed: As with `only_open`; who only stands in is refused too.
    """
    only_open(dossier, DECIDES)
    if dossier.actor.who is Who.BEGELEIDER and dossier.actor.id != dossier.newcomer.begeleider_id:
        raise NotYours


class Dossiers:
    """A newcomer's own dossier, and those that a begeleider guides or stands in for."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._now.astimezone(self._around.zone).date()

    async def own(self, account: Account, *, changes: bool = False) -> Dossier:
        """The dossier of the newcomer who speaks.

        Args:
            account: Whose phone it is.
            changes: Will something be changed? A closed dossier cannot be.

        Raises:
            NoDossier: Nobody guides this person.
            SayWho: The phone serves several newcomers, who choose by name first.
            DossierClosed: It is closed, and was to be changed.
        """
        if not account.newcomer_ids:
            raise NoDossier
        newcomer_id = self.speaker(account)
        if newcomer_id is None:
            raise SayWho
        newcomer = await self._work.people.lock_newcomer(newcomer_id)
        if newcomer is None:
            raise NoDossier
        if changes and newcomer.is_closed:
            raise DossierClosed
        return await self._open(newcomer, Actor(Who.NEWCOMER, newcomer_id))

    async def on_phone(self, account: Account, newcomer_id: int) -> Dossier:
        """The dossier of one of the newcomers whom a phone serves, for a button that names them.

        Raises:
            NotYours: The phone does not serve this newcomer.
        """
        if newcomer_id not in account.newcomer_ids:
            raise NotYours
        newcomer = await self._work.people.lock_newcomer(NewcomerId(newcomer_id))
        if newcomer is None:
            raise NotYours
        return await self._open(newcomer, Actor(Who.NEWCOMER, newcomer.id))

    async def look(self, account: Account) -> Dossier | None:
        """The dossier of the newcomer who speaks, to look at before a transaction and without its lock.

        Returns:
            None when `own` would refuse.
        """
        newcomer_id = self.speaker(account)
        newcomer = await self._work.people.newcomer(newcomer_id) if newcomer_id is not None else None
        return await self._open(newcomer, Actor(Who.NEWCOMER, newcomer_id)) if newcomer else None

    def speaker(self, account: Account) -> NewcomerId | None:
        """Who speaks on this phone: the only newcomer, or the one chosen by name within the last hour."""
        if not account.is_shared:
            return account.newcomer_id
        is_chosen = account.speaks_for_until is not None and self._now < account.speaks_for_until
        return account.newcomer_id if is_chosen else None

    async def who(self, account: Account) -> Sequence[Newcomer]:
        """The newcomers whom this phone serves, to choose from."""
        return await self._work.people.newcomers(account.newcomer_ids)

    async def choose(self, account: Account, newcomer_id: int) -> Newcomer:
        """Speak for this newcomer for the next hour.

        Raises:
            NotYours: The phone does not serve this newcomer.
        """
        found = await self._work.people.newcomers([NewcomerId(newcomer_id)])
        if newcomer_id not in account.newcomer_ids or not found:
            raise NotYours
        until = self._now + SPEAKS_FOR
        await self._work.accounts.change(account.id, speaks_for_id=newcomer_id, speaks_for_until=until)
        return found[0]

    async def guided(self, newcomer_id: int, *, by: Account, changes: bool = False) -> Dossier:
        """The dossier of somebody's newcomer, opened by their begeleider or who stands in today.

        Raises:
            NewcomerUnknown: There is no such newcomer any more.
            NotYours: Somebody else guides them.
            DossierClosed: It is closed, and was to be changed.
        """
        begeleider_id = by.as_begeleider()
        newcomer = await self._work.people.lock_newcomer(NewcomerId(newcomer_id))
        if newcomer is None:
            raise NewcomerUnknown
        if not await self.may_guide(begeleider_id, newcomer.begeleider_id):
            raise NotYours
        if changes and newcomer.is_closed:
            raise DossierClosed
        return await self._open(newcomer, Actor(Who.BEGELEIDER, begeleider_id))

    async def by_contact(self, contact: Contact, newcomer_id: int) -> Dossier:
        """The dossier of a newcomer whose hours a contact confirms; only `Line` and `Folk` show it to them.

        Raises:
            ContactStopped, ContactUnchecked: The contact may not confirm, as they are kept now.
            NotYours: They see no bewijs of this newcomer, or their phone serves the newcomer.
            DossierClosed: It is closed.
        """
        newcomer = await self._work.people.lock_newcomer(NewcomerId(newcomer_id))
        known = await self._work.contact_people.get(contact.id)
        if known is None or not known.is_active:
            raise ContactStopped
        if not known.is_checked:
            raise ContactUnchecked
        ties = await self._work.contact_people.ties_of(known.id)
        is_tied = any(tie.newcomer_id == newcomer_id for tie in ties)
        if newcomer is None or not is_tied or newcomer.id in await self.selves(known):
            raise NotYours
        if newcomer.is_closed:
            raise DossierClosed
        return await self._open(newcomer, Actor(Who.CONTACT, known.id))

    async def selves(self, contact: Contact) -> Collection[NewcomerId]:
        """The newcomers whom the contact's own phone serves: nobody confirms their own hours."""
        if contact.account_id is None:
            return ()
        account = await self._work.accounts.get(contact.account_id)
        return account.newcomer_ids if account is not None else ()

    async def may_guide(self, by: BegeleiderId, whose: BegeleiderId) -> bool:
        """May this begeleider see the people of that one today: their own, or in their stead?"""
        if by == whose:
            return True
        stood_in_for = await self._work.stand_ins.by(by, on=self.today)
        return any(stand_in.begeleider_id == whose for stand_in in stood_in_for)

    async def guides(self, by: Account) -> list[BegeleiderId]:
        """Whose people this begeleider sees today: their own, and those of whom they stand in for.

        Raises:
            NotYours: It is no begeleider's account.
        """
        own_id = by.as_begeleider()
        stood_in_for = await self._work.stand_ins.by(own_id, on=self.today)
        return [own_id, *(stand_in.begeleider_id for stand_in in stood_in_for)]

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The day of a moment in the bot's time zone."""
        return moment.astimezone(self._around.zone).date()

    async def again(self, dossier: Dossier) -> Dossier:
        """The same dossier as it is now."""
        newcomer = await self._work.people.newcomer(dossier.id)
        if newcomer is None:
            raise NewcomerUnknown
        return await self._open(newcomer, dossier.actor)

    async def as_bot(self, newcomer_id: NewcomerId) -> Dossier | None:
        """The dossier for work that nobody pressed a button for; None when it is gone."""
        newcomer = await self._work.people.lock_newcomer(newcomer_id)
        return None if newcomer is None else await self._open(newcomer, Actor(Who.BOT))

    async def _open(self, newcomer: Newcomer, actor: Actor) -> Dossier:
        book = await self._work.hours.book(newcomer.id)
        return Dossier(newcomer=newcomer, book=book, actor=actor, today=self.today)
