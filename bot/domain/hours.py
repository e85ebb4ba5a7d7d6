"""A newcomer's hours: dates of attendance, what was accepted, and the sums that never mix.

Three states: claimed by the newcomer, confirmed by the contact, accepted by the begeleider. Only
accepted hours are done. Hours for the same kind of offer with the same organisation, or the same
contact where there is none, add up in one bewijs (`bewijs-combineren`). A date that an acceptance
of its bewijs holds counts in that acceptance and nowhere else, which is worked out and never
stored, so that undoing needs no repair. All amounts are whole minutes.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, State
from bot.domain.bewijs_key import bewijs_key
from bot.domain.errors import AcceptedAlready, NotedAlready, TooManyHoursThatDay
from bot.domain.ids import AcceptanceId, AttendanceId, BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import MINUTES_A_DAY, Stretch, check_amount, check_room, check_stretch


@dataclass(frozen=True, kw_only=True)
class Bewijs:
    """Where hours of one kind with one organisation, or one contact, add up."""

    id: BewijsId
    newcomer_id: NewcomerId
    kind: OfferKind
    organisation: str | None
    contact: str | None
    """The contactpersoon's name; where there is no organisation, the bewijs is told by it."""
    is_of_one_contact: bool = False
    """The begeleider wants one for this contact of the organisation alone."""

    @property
    def place(self) -> str:
        """What people call it by: the organisation, or the contact where there is none."""
        if self.is_of_one_contact:
            return f"{self.organisation} ({self.contact})"
        return self.organisation or self.contact or ""


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Minutes in each of the three states; no minute is in two of them."""

    claimed: int = 0
    confirmed: int = 0
    accepted: int = 0

    @property
    def noted(self) -> int:
        """All of it together: what the newcomer did by their own account."""
        return self.claimed + self.confirmed + self.accepted


@dataclass(frozen=True, kw_only=True)
class Book:
    """All hours of one newcomer."""

    bewijzen: tuple[Bewijs, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()

    @property
    def sums(self) -> Sums:
        """Minutes in each state."""
        return _sums(self.open, self.acceptances)

    def sums_of(self, bewijs_id: BewijsId) -> Sums:
        """Minutes of one bewijs in each state."""
        waiting = (attendance for attendance in self.open if attendance.bewijs_id == bewijs_id)
        return _sums(waiting, self.acceptances_of(bewijs_id))

    def is_covered(self, attendance: Attendance) -> bool:
        """Does it count in an acceptance of its bewijs?"""
        return self._is_accepted(attendance.bewijs_id, attendance.day)

    def _is_accepted(self, bewijs_id: BewijsId | None, day: dt.date) -> bool:
        return any(a.bewijs_id == bewijs_id and a.holds(day) for a in self.acceptances)

    @property
    def open(self) -> tuple[Attendance, ...]:
        """What counts by itself and waits for an acceptance, oldest day first."""
        waiting = (a for a in self.attendances if a.is_alive and not self.is_covered(a))
        return tuple(sorted(waiting, key=lambda a: (a.day, a.id)))

    def find(self, kind: OfferKind, organisation: str | None, contact: str | None) -> Bewijs | None:
        """The bewijs of this kind with this organisation, or this contact where there is none.

        A contact whom the begeleider gave a bewijs of their own has that one.
        """
        key, theirs = bewijs_key(organisation, contact), bewijs_key(None, contact)
        of_kind = (one for one in self.bewijzen if one.kind is kind)
        same = [one for one in of_kind if bewijs_key(one.organisation, one.contact) == key]
        own = (one for one in same if one.is_of_one_contact and bewijs_key(None, one.contact) == theirs)
        return next(own, None) or next((one for one in same if not one.is_of_one_contact), None)

    def bewijs(self, bewijs_id: BewijsId) -> Bewijs:
        """The bewijs with this id."""
        return next(bewijs for bewijs in self.bewijzen if bewijs.id == bewijs_id)

    def attendances_of(self, bewijs_id: BewijsId) -> tuple[Attendance, ...]:
        """The dates of a bewijs, oldest first."""
        return tuple(
            sorted((a for a in self.attendances if a.bewijs_id == bewijs_id), key=lambda a: (a.day, a.id))
        )

    def acceptances_of(self, bewijs_id: BewijsId) -> tuple[Acceptance, ...]:
        """What was accepted of a bewijs and still counts."""
        return tuple(a for a in self.acceptances if a.bewijs_id == bewijs_id and a.counts)

    def overlapping(
        self,
        bewijs_id: BewijsId,
        first_day: dt.date,
        last_day: dt.date,
        days: tuple[dt.date, ...] | None = None,
    ) -> tuple[Acceptance, ...]:
        """What was accepted before over some of these days: perhaps the same paper."""
        accepted = self.acceptances_of(bewijs_id)
        return tuple(acceptance for acceptance in accepted if acceptance.meets(first_day, last_day, days))

    def check_claim(
        self,
        bewijs_id: BewijsId | None,
        day: dt.date,
        minutes: int,
        today: dt.date,
        *,
        instead_of: AttendanceId | None = None,
    ) -> None:
        """Refuse hours that cannot be, or that are counted already.

        Args:
            bewijs_id: Where they add up; None for a bewijs that has no hours yet.
            day: When they were done.
            minutes: How long.
            today: The day in the bot's time zone.
            instead_of: The id of the attendance that these replace.

        Raises:
            DayInFuture, DayTooLongAgo, HoursImpossible, TooManyHoursThatDay: They cannot be.
            NotedAlready: There are hours of that day in this bewijs.
            AcceptedAlready: Hours of that day were accepted.
        """
        check_amount(day, minutes, today)
        if self._is_accepted(bewijs_id, day):
            raise AcceptedAlready
        that_day = self.noted_on(day, instead_of=instead_of)
        if same := [a for a in that_day if a.bewijs_id == bewijs_id]:
            raise NotedAlready(same[0].id)
        if sum(a.minutes for a in that_day) + minutes > MINUTES_A_DAY:
            raise TooManyHoursThatDay

    def noted_on(self, day: dt.date, *, instead_of: AttendanceId | None = None) -> list[Attendance]:
        """What is noted for a day; what an acceptance covers too, as that can be undone."""
        return [a for a in self.attendances if a.is_alive and a.day == day and a.id != instead_of]

    def check_acceptance(
        self,
        bewijs_id: BewijsId | None,
        stretch: Stretch,
        today: dt.date,
        *,
        days: tuple[dt.date, ...] | None = None,
        instead_of: AcceptanceId | None = None,
    ) -> None:
        """Refuse accepted hours that cannot be, or that are accepted already.

        Args:
            bewijs_id: Where they add up; None for a bewijs that has no hours yet.
            stretch: How long, on which days.
            today: The day in the bot's time zone.
            days: Which days, where they are known one by one.
            instead_of: The id of the acceptance that these replace.

        Raises:
            HoursImpossible, DayInFuture, TooManyHoursThatDay: They cannot be.
            AcceptedAlready: As many hours over the same days of this bewijs count: a second tap.
        """
        check_stretch(stretch, today)
        others = [a for a in self.acceptances if a.counts and a.id != instead_of]
        if any((a.bewijs_id, a.stretch, a.days) == (bewijs_id, stretch, days) for a in others):
            raise AcceptedAlready
        check_room(stretch, [a.stretch for a in others])


def _sums(waiting: Iterable[Attendance], acceptances: Iterable[Acceptance]) -> Sums:
    minutes = {State.CLAIMED: 0, State.CONFIRMED: 0}
    for attendance in waiting:
        minutes[attendance.state] += attendance.minutes
    accepted = sum(acceptance.minutes for acceptance in acceptances if acceptance.counts)
    return Sums(claimed=minutes[State.CLAIMED], confirmed=minutes[State.CONFIRMED], accepted=accepted)
