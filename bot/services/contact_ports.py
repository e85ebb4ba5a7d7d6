"""What the services need for contacts: who joined, links, what they said, what they signed, doors."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from bot.domain.contact import Contact, ContactLink, Reached, Tie
from bot.domain.contact_words import Word
from bot.domain.door import Door
from bot.domain.ids import (
    AccountId,
    AttendanceId,
    BewijsId,
    ContactId,
    ContactLinkId,
    DoorId,
    NewcomerId,
    PaperId,
)
from bot.domain.offer_kind import OfferKind
from bot.domain.signature import Signature


class ContactPeople(Protocol):
    """Contacts who joined, and the bewijzen that each may see."""

    async def get(self, contact_id: ContactId, *, lock: bool = False) -> Contact | None: ...
    async def add(self, contact: Contact) -> ContactId:
        """Keep a new one; its id is made."""
        ...

    async def change(self, contact_id: ContactId, **changes: Any) -> None:
        """Change columns by name: those of `Contact`."""
        ...

    async def of_account(self, account_id: AccountId) -> Sequence[Contact]:
        """Those that this Telegram account is, also those that stopped, oldest first."""
        ...

    async def at(self, organisation: str) -> Sequence[Contact]:
        """The active, checked contacts of an organisation, whichever way it is written (`bewijs_key`)."""
        ...

    async def tie(self, tie: Tie, *, at: dt.datetime) -> bool:
        """Let a contact see a bewijs; False when they did already."""
        ...

    async def untie(self, contact_id: ContactId, *, newcomer_id: NewcomerId | None = None) -> None:
        """A contact sees nothing of this newcomer any more; None for nothing of anybody."""
        ...

    async def ties_of(self, contact_id: ContactId) -> Sequence[Tie]: ...
    async def tied_to(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Tie]:
        """Who sees something of these newcomers."""
        ...

    async def many(self, contact_ids: Collection[ContactId]) -> Mapping[ContactId, Contact]: ...
    async def unchecked_of(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Contact]:
        """Active contacts who see something of these newcomers and whom nobody checked yet."""
        ...

    async def asking(self, *, after: ContactId, limit: int) -> Sequence[Contact]:
        """Active, checked contacts with a tie, by id: those whom a list may be sent."""
        ...


class ContactLinks(Protocol):
    """Links that introduce a contact."""

    async def add(
        self,
        *,
        newcomer_id: NewcomerId | None,
        bewijs_id: BewijsId | None,
        organisation: str | None,
        reached: Reached,
        name: str | None,
        email: str | None,
        expires_at: dt.datetime,
        at: dt.datetime,
        named_by: ContactId | None = None,
    ) -> ContactLinkId: ...
    async def get(self, link_id: ContactLinkId) -> ContactLink | None: ...
    async def use(self, link_id: ContactLinkId, contact_id: ContactId, *, at: dt.datetime) -> bool:
        """Use it up; False when somebody was first."""
        ...

    async def ask_again(self, link_id: ContactLinkId, *, at: dt.datetime) -> bool:
        """Its opener wants a new one; False when they asked within a day before."""
        ...

    async def of(self, newcomer_id: NewcomerId) -> Sequence[ContactLink]:
        """All of a newcomer's, newest first."""
        ...


class Words(Protocol):
    """What contacts said of dates."""

    async def of(self, attendance_ids: Collection[AttendanceId]) -> Mapping[AttendanceId, Sequence[Word]]: ...
    async def set(self, newcomer_id: NewcomerId, word: Word) -> None:
        """Keep it in place of the same contact's (or the begeleider's) earlier word of the same date."""
        ...

    async def drop(self, attendance_id: AttendanceId) -> None:
        """Nobody said anything of it: it is another date by now."""
        ...

    async def by(self, contact_id: ContactId, *, since: dt.datetime) -> Sequence[Word]:
        """What a contact said since a moment, for thanking them."""
        ...


class Signatures(Protocol):
    """Digital bewijzen."""

    async def add(self, signature: Signature) -> None: ...
    async def of_paper(self, paper_id: PaperId) -> Signature | None: ...
    async def of(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Signature]:
        """All of these newcomers', newest first."""
        ...

    async def signed(self, attendance_ids: Collection[AttendanceId]) -> Mapping[AttendanceId, PaperId]:
        """In which undecided digital bewijs each of these dates stands."""
        ...


class Doors(Protocol):
    """What happens behind a contact's door."""

    async def open(self, contact_id: ContactId, kind: OfferKind, minutes: int, *, at: dt.datetime) -> DoorId:
        """The door for this, made when there is none."""
        ...

    async def get(self, door_id: DoorId) -> Door | None: ...
    async def of(self, contact_id: ContactId) -> Sequence[Door]: ...
