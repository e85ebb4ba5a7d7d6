"""What the services need for dossiers: hours, the history, consents, reminders, leave, letters."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from bot.domain.attendance import Source, State
from bot.domain.consent import Consent, Purpose
from bot.domain.history import Actor, Event, What
from bot.domain.hours import Book
from bot.domain.ids import (
    AcceptanceId,
    AttendanceId,
    BegeleiderId,
    BewijsId,
    EventId,
    LetterId,
    NewcomerId,
)
from bot.domain.letter import Letter
from bot.domain.offer_kind import OfferKind
from bot.domain.question import Delivery, Part
from bot.domain.reminder import Reminded, ReminderKind
from bot.domain.stand_in import StandIn


class Hours(Protocol):
    """Bewijzen, attendances and acceptances; whoever writes holds the newcomer's lock."""

    async def book(self, newcomer_id: NewcomerId) -> Book: ...
    async def books(self, newcomer_ids: Collection[NewcomerId]) -> Mapping[NewcomerId, Book]: ...
    async def bewijs(
        self,
        newcomer_id: NewcomerId,
        kind: OfferKind,
        *,
        organisation: str | None,
        contact: str | None,
        at: dt.datetime,
        is_of_one_contact: bool = False,
    ) -> BewijsId:
        """The one bewijs of this kind and organisation (or contact), made when there is none.

        One for a contact of an organisation alone is another than the organisation's.
        """
        ...

    async def add_attendance(
        self,
        newcomer_id: NewcomerId,
        bewijs_id: BewijsId,
        *,
        day: dt.date,
        minutes: int,
        at: dt.datetime,
        source: Source = Source.TYPED,
    ) -> AttendanceId:
        """Keep a date as claimed; the claimed minutes too, unless a contact noted it first."""
        ...

    async def change_attendance(
        self,
        attendance_id: AttendanceId,
        *,
        day: dt.date | None = None,
        minutes: int | None = None,
        state: State | None = None,
        **marks: Any,
    ) -> None:
        """Change what is given; `marks` are columns of `Attendance` by name, which may become None."""
        ...

    async def add_acceptance(
        self,
        newcomer_id: NewcomerId,
        bewijs_id: BewijsId,
        *,
        minutes: int,
        first_day: dt.date,
        last_day: dt.date,
        days: tuple[dt.date, ...] | None = None,
        at: dt.datetime,
    ) -> AcceptanceId: ...
    async def change_acceptance(
        self,
        acceptance_id: AcceptanceId,
        *,
        minutes: int | None = None,
        first_day: dt.date | None = None,
        last_day: dt.date | None = None,
        undone_at: dt.datetime | None = None,
    ) -> None: ...


class History(Protocol):
    """Who changed what, when and why; lines are only ever added."""

    async def add(
        self,
        newcomer_id: NewcomerId,
        what: What,
        *,
        by: Actor,
        at: dt.datetime,
        facts: Mapping[str, Any] | None = None,
        why: str | None = None,
        note: str | None = None,
    ) -> EventId: ...
    async def of(self, newcomer_id: NewcomerId) -> Sequence[Event]:
        """Every line, oldest first."""
        ...

    async def last_own(self, newcomer_ids: Collection[NewcomerId]) -> Mapping[NewcomerId, dt.datetime]:
        """When each newcomer last did something themselves in their dossier."""
        ...


class Consents(Protocol):
    """What newcomers agreed to."""

    async def of(self, newcomer_id: NewcomerId) -> Sequence[Consent]: ...
    async def set(
        self, newcomer_id: NewcomerId, purpose: Purpose, *, is_given: bool, at: dt.datetime
    ) -> None: ...


class Reminders(Protocol):
    """Reminders that were queued; one a newcomer and day at most."""

    async def of(self, newcomer_ids: Collection[NewcomerId]) -> Mapping[NewcomerId, Sequence[Reminded]]: ...
    async def add(
        self, newcomer_id: NewcomerId, kind: ReminderKind, *, on: dt.date, last_day: dt.date | None
    ) -> bool:
        """Keep that it is queued; False when one was on that day."""
        ...

    async def candidates(self, *, after: NewcomerId, limit: int) -> Sequence[NewcomerId]:
        """Newcomers who said yes to reminders, have a contract, an open dossier and a phone, by id."""
        ...


class StandIns(Protocol):
    """Who stands in for whom."""

    async def add(self, stand_in: StandIn) -> None: ...
    async def of(self, begeleider_id: BegeleiderId, *, on_or_after: dt.date) -> Sequence[StandIn]: ...
    async def by(self, colleague_id: BegeleiderId, *, on: dt.date) -> Sequence[StandIn]:
        """For whom this colleague stands in on a day."""
        ...

    async def end(self, begeleider_id: BegeleiderId, *, after: dt.date) -> None:
        """Nobody stands in for them after this day."""
        ...

    async def end_by(self, colleague_id: BegeleiderId, *, after: dt.date) -> Sequence[StandIn]:
        """They stand in for nobody after this day; gives back the leaves that end by it, as they were."""
        ...


class Letters(Protocol):
    """Messages of a begeleider that answer no question."""

    async def add(
        self,
        newcomer_id: NewcomerId,
        begeleider_id: BegeleiderId,
        part: Part,
        content: str,
        *,
        message_id: int | None,
        is_text: bool,
        at: dt.datetime,
    ) -> LetterId: ...
    async def get(self, letter_id: LetterId) -> Letter | None: ...
    async def of(self, newcomer_id: NewcomerId) -> Sequence[Letter]: ...
    async def set_delivery(self, letter_id: LetterId, delivery: Delivery) -> None: ...
