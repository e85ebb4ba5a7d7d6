"""Reads one clause about when: which hours belong to which days, from its words in their order."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from bot.domain.dates import Leans, a_date, nearest
from bot.domain.schedule import Dated, DayPart, Weekly
from bot.domain.schedule_words import Clock, Date, Days, Part, Sign, Token, Word, tokens_of

Span = tuple[dt.time | None, dt.time | None]
_MOST_SPAN = 400
"""A longer stretch of days is when it is valid, and no date."""


class ImpossibleDate(Exception):  # noqa: N818 - a refusal is a statement
    """A date that does not exist: "31/02/2026"."""

    def __init__(self, written: str) -> None:
        super().__init__(written)
        self.written = written


@dataclass
class _Group:
    """Days or dates with the hours that belong to them."""

    days: list[Days] = field(default_factory=list)
    dates: list[tuple[Date, Date, Span | None]] = field(default_factory=list)
    hours: list[Span] = field(default_factory=list)
    parts: list[DayPart] = field(default_factory=list)
    begins_with_hours: bool = False

    @property
    def has_days(self) -> bool:
        return bool(self.days or self.dates)


class Clause:
    """What stands between two semicolons."""

    def __init__(self, written: str, today: dt.date) -> None:
        self.written = written
        self.first_day: dt.date | None = None
        self.last_day: dt.date | None = None
        self.by_appointment = False
        self.is_rarer = False
        self.unread = False
        self._today = today
        self._tokens = list(tokens_of(written))
        self._groups = [_Group()]
        self._excluded: set[int] = set()
        self._read()
        self.weekly = tuple(self._weekly())
        self.dates = tuple(self._dated())

    def _at(self, place: int) -> Token | None:
        return self._tokens[place] if 0 <= place < len(self._tokens) else None

    def _is(self, place: int, means: str) -> bool:
        return self._at(place) == Sign(means)

    def _read(self) -> None:
        take: dict[type[Token], Callable[[int], int]] = {
            Days: self._take_days, Date: self._take_date, Clock: self._take_clock,
            Part: self._take_part, Sign: self._take_sign,
        }  # fmt: skip
        place = 0
        while place < len(self._tokens):
            token = self._tokens[place]
            if isinstance(token, Word):
                self.unread, place = True, place + 1
            else:
                place = take[type(token)](place)
        self._check_left_over()

    def _group(self, *, for_days: bool) -> _Group:
        """Where the next days or hours go: a new group once this one is complete."""
        group = self._groups[-1]
        if group.has_days and group.hours and for_days is not group.begins_with_hours:
            group = _Group()
            self._groups.append(group)
        if not for_days and not group.has_days and not group.hours:
            group.begins_with_hours = True
        return group

    def _take_days(self, place: int) -> int:
        days = self._tokens[place]
        assert isinstance(days, Days)
        if len(days.weekdays) == 1 and self._is_date_of(place + 1):
            return place + 1
        till = self._at(place + 2)
        if self._is(place + 1, "till") and isinstance(till, Days) and len(till.weekdays) == 1:
            first, last = days.weekdays[0], till.weekdays[0]
            days = Days(tuple((first + step) % 7 for step in range((last - first) % 7 + 1)), till.part)
            place += 2
        group = self._group(for_days=True)
        if days.part and self._is(place - 1, "and") and self._is(place - 2, "till"):
            # "Maandag- en woensdagavond": the hyphen stands for the same part of the day.
            group.days = [replace(day, part=day.part or days.part) for day in group.days]
        group.days.append(days)
        return place + 1

    def _is_date_of(self, place: int) -> bool:
        """Does a weekday belong to the date here, as in "dinsdag 3 december"? Not to a stretch of days."""
        stretch = self._is(place + 1, "till") and isinstance(self._at(place + 2), Date)
        return isinstance(self._at(place), Date) and not stretch

    def _take_date(self, place: int) -> int:
        first = self._tokens[place]
        assert isinstance(first, Date)
        after = place + 1
        starts = self._clock_at(after) if self._is(after + 1, "till") else None
        if starts and isinstance(self._at(after + 2), Date):
            after += 1
        if self._is(after, "till") and isinstance(self._at(after + 1), Days) and self._is_date_of(after + 2):
            del self._tokens[after + 1]
        last = self._at(after + 1)
        if self._is(after, "till") and isinstance(last, Date):
            ends = self._clock_at(after + 2) if starts else None
            self._group(for_days=True).dates.append((first, last, (starts, ends) if starts else None))
            return after + 2 + bool(ends)
        if self._is(place - 1, "from") or self._is(place - 1, "till"):
            self._bound(first, is_first=self._is(place - 1, "from"))
        else:
            self._group(for_days=True).dates.append((first, first, None))
        return place + 1

    def _bound(self, date: Date, *, is_first: bool) -> None:
        day = self._day(date, date)
        if is_first:
            self.first_day = day
        else:
            self.last_day = day

    def _clock_at(self, place: int) -> dt.time | None:
        clock = self._at(place)
        return clock.at if isinstance(clock, Clock) else None

    def _take_clock(self, place: int) -> int:
        clock = self._tokens[place]
        assert isinstance(clock, Clock)
        till = self._at(place + 2)
        if self._is(place + 1, "till") and isinstance(till, Clock):
            group = self._group(for_days=False)
            if clock.is_bare and till.is_bare and not group.has_days:
                self.unread = True
                return place + 3
            group.hours.append((clock.at, till.at))
            return place + 3
        if clock.is_bare:
            self.unread = True
        elif self._is(place - 1, "till"):
            self._group(for_days=False).hours.append((None, clock.at))
        else:
            self._group(for_days=False).hours.append((clock.at, None))
        return place + 1 + (self._is(place + 1, "till") and place + 2 == len(self._tokens))

    def _take_part(self, place: int) -> int:
        part = self._tokens[place]
        assert isinstance(part, Part)
        group = self._groups[-1]
        if not group.has_days and self._is(place + 1, "and") and isinstance(self._at(place + 2), Days):
            # "'s avonds en in het weekend": any evening, and the weekend.
            self._groups[-1:] = [_Group(days=[Days(tuple(range(7)), part.part)], hours=[]), _Group()]
            return place + 2
        group.parts.append(part.part)
        return place + 1

    def _take_sign(self, place: int) -> int:
        sign = self._tokens[place]
        assert isinstance(sign, Sign)
        if sign.means == "except":
            return self._take_exception(place + 1)
        if sign.means == "appointment":
            self.by_appointment = True
        elif sign.means == "rarer":
            self.is_rarer = True
        return place + 1

    def _take_exception(self, place: int) -> int:
        begun = place
        while isinstance(days := self._at(place), Days) or self._is(place, "and"):
            self._excluded.update(days.weekdays if isinstance(days, Days) else ())
            place += 1
        if place > begun and not isinstance(self._at(place), Date | Word):
            return place
        # Holidays and the like: kept as words, and what follows is not when it takes place.
        self.unread = True
        return len(self._tokens)

    def _check_left_over(self) -> None:
        """Hours without a day are not understood; a part of the day alone is any day."""
        for group in self._groups:
            if group.has_days:
                continue
            if group.parts and not group.hours:
                group.days = [Days(tuple(range(7)))]
            elif group.hours and not self._is_only(group):
                self.unread = True
        knows = self._groups[0].has_days or self.by_appointment or self.first_day or self.last_day
        self.unread = self.unread or not knows

    def _is_only(self, group: _Group) -> bool:
        """Do these hours belong to the days before them?"""
        before = self._groups[: self._groups.index(group)]
        return any(other.has_days for other in before)

    def _weekly(self) -> Iterator[Weekly]:
        for group in self._groups:
            for days in group.days:
                for weekday in days.weekdays:
                    if weekday not in self._excluded:
                        yield from (Weekly(weekday, *hours) for hours in _hours_of(group, days.part))

    def _dated(self) -> Iterator[Dated]:
        for group in self._groups:
            for place, (first, last, own) in enumerate(group.dates):
                following = [date for pair in group.dates[place:] for date in pair[:2]]
                span = self._span(first, last, following)
                if group.days or (span[1] - span[0]).days > _MOST_SPAN:
                    self.first_day, self.last_day = span
                    continue
                hours = [(own[0], own[1], None)] if own else _hours_of(group, None)
                for starts, ends, part in hours:
                    yield Dated(*span, starts, ends, part)

    def _span(self, first: Date, last: Date, following: list[Date]) -> tuple[dt.date, dt.date]:
        month = next((date.month for date in following if date.month), None)
        year = next((date.year for date in following if date.year), None)
        end = self._day(replace(last, month=last.month or month, year=last.year or year), last)
        if first is last:
            return end, end
        begin = replace(first, month=first.month or last.month or month, year=first.year or end.year)
        day = self._day(begin, first)
        if day > end and not first.year:
            day = self._day(replace(begin, year=end.year - 1), first)
        if day > end:
            raise ImpossibleDate(f"{first.written} - {last.written}")
        return day, end

    def _day(self, date: Date, shown: Date) -> dt.date:
        day = None
        if date.month and date.year:
            day = a_date(date.year, date.month, date.day)
        elif date.month in range(1, 13):
            day = nearest(date.day, date.month or 1, self._today, Leans.AHEAD)
        if day is None:
            raise ImpossibleDate(shown.written)
        return day


def _hours_of(
    group: _Group, part: DayPart | None
) -> list[tuple[dt.time | None, dt.time | None, DayPart | None]]:
    """The hours of each day; "dinsdagavond 7u" is 19:00."""
    parts = list(dict.fromkeys([*([part] if part else []), *group.parts]))
    if not group.hours:
        return [(None, None, each) for each in parts] or [(None, None, None)]
    shift = parts[0] if len(parts) == 1 else None
    return [(_later(starts, shift), _later(ends, shift), None) for starts, ends in group.hours]


def _later(moment: dt.time | None, part: DayPart | None) -> dt.time | None:
    is_half = moment is not None and (
        (part is DayPart.EVENING and 5 <= moment.hour < 12)
        or (part is DayPart.AFTERNOON and 1 <= moment.hour < 7)
    )
    return moment.replace(hour=moment.hour + 12) if moment and is_half else moment
