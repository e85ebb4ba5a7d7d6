"""Reads one row of a table of offers: what cannot be read is named, and the rest goes in."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

from bot.domain.caseload_columns import Cell, text_of
from bot.domain.dates import Leans
from bot.domain.folding import fold
from bot.domain.offer import Checked, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.offer_public import reach_in
from bot.domain.price_text import read_price
from bot.domain.schedule_text import When, read_when
from bot.offers.importing.cells import (
    NotRead,
    ages_of,
    count_of,
    day_of,
    email_of,
    full_until,
    is_unsaid,
    level_of,
    phone_of,
    point_of,
    postcode_of,
    web_address,
    yes_or_no,
)
from bot.offers.importing.columns import Column, Header
from bot.offers.importing.draft import Draft, Fault, Reason
from bot.offers.importing.kinds import kind_named
from bot.offers.importing.plain import plain, plain_line, shortened

LINE = 200
"""The longest title, name, reference and the like, in characters."""
DESCRIPTION = 4_000
SOURCE = 80
_WORDS = 500
_INTEREST = 60
INTERESTS = 20
"""The most words for what an offer is about."""
_SHOWN = 60
_ONLINE = re.compile(r"(?:online|digitaal|virtueel|(?:online )?(?:via )?(?:zoom|teams|google meet))(?: les)?")
_NEGATIVE = re.compile(r"-\s?€?\s?\d+(?:[.,]\d+)?\s?(?:€|euro)?")
_CONTACT_PARTS = (re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+"), re.compile(r"\+?\d[\d\s./()-]{7,}\d"))

Read = TypeVar("Read")


class RowReader:
    """Reads one row, and keeps what is wrong with it."""

    def __init__(self, line: int, row: Sequence[Cell], header: Header, *, today: dt.date) -> None:
        self.faults: list[Fault] = []
        self.key: tuple[str, str] | None = None
        """Source and reference, once it is read."""
        self._line, self._row, self._columns, self._today = line, row, header.columns, today

    @property
    def names_itself(self) -> bool:
        """Does the row have an id of its own?"""
        return bool(plain_line(text_of(self._cell(Column.REFERENCE))))

    def read(self, *, source: str) -> Draft | None:
        """The offer; None when something keeps it out.

        Args:
            source: The source of rows that name none.
        """
        title = self._line_of(Column.TITLE)
        if not title:
            self._remark(Column.TITLE, Reason.NO_TITLE, "", is_fatal=True)
        when = self._when()
        details = self._details(title or "", when)
        reference, source = self._reference(details), self._line_of(Column.SOURCE, SOURCE) or source
        self.key = (source, reference)
        if any(fault.is_fatal for fault in self.faults):
            return None
        return Draft(reference=reference, source=source, details=details, line=self._line)

    def _details(self, title: str, when: When) -> OfferDetails:
        kind, interests = self._kind_and_interests()
        valid_from, valid_until = self._validity(when)
        return OfferDetails(
            title=title,
            organisation=self._name_of(Column.ORGANISATION),
            kind=kind,
            interests=interests,
            description=self._description(when),
            venue=self._venue(),
            schedule=when.schedule,
            dutch_level=self._read(level_of, Column.DUTCH_LEVEL),
            in_dutch=Checked(holds=self._answer(Column.IN_DUTCH, yes="nederlands|nederlandstalig")),
            social=Checked(holds=self._answer(Column.SOCIAL, yes="sociaal")),
            price=self._price(),
            child_friendly=self._answer(Column.CHILD_FRIENDLY, yes="welkom|kinderen welkom|kinderopvang"),
            women_only=self._answer(
                Column.WOMEN_ONLY, yes="vrouwen|enkel vrouwen", no="gemengd|iedereen|m/v|m/v/x"
            ),
            by_transport=self._answer(Column.BY_TRANSPORT, yes="bus|tram|trein|bus en tram|goed|vlot"),
            ages=self._read(ages_of, Column.AGES) or (None, None),
            capacity=self._read(count_of, Column.CAPACITY),
            full_until=self._read(lambda cell: full_until(cell, self._today), Column.FULL_UNTIL),
            is_cancelled=self._answer(Column.IS_CANCELLED, yes="geannuleerd|afgelast") or False,
            contact=self._contact(),
            valid_from=valid_from,
            valid_until=valid_until,
            website=self._read(web_address, Column.WEBSITE),
        )

    def _cell(self, column: Column) -> Cell:
        place = self._columns.get(column)
        return self._row[place] if place is not None and place < len(self._row) else None

    def _remark(self, column: Column, reason: Reason, value: Cell, *, is_fatal: bool = False) -> None:
        shown = plain_line(text_of(value))[:_SHOWN]
        self.faults.append(
            Fault(line=self._line, column=column.value, reason=reason, value=shown, is_fatal=is_fatal)
        )

    def _read(self, read: Callable[[Cell], Read], column: Column) -> Read | None:
        """What a cell means; a remark when it is not understood. No offer goes in with a day that is none."""
        cell = self._cell(column)
        try:
            return read(cell)
        except NotRead as problem:
            self._remark(column, problem.reason, cell, is_fatal=problem.reason is Reason.NO_DATE)
            return None

    def _answer(self, column: Column, *, yes: str = "", no: str = "") -> bool | None:
        return self._read(lambda cell: yes_or_no(cell, yes=yes, no=no), column)

    def _line_of(self, column: Column, longest: int = LINE) -> str | None:
        text = plain_line(text_of(self._cell(column)))
        return self._short(column, text, longest) or None

    def _name_of(self, column: Column) -> str | None:
        """A name; "?" and the like are none."""
        name = self._line_of(column)
        return None if is_unsaid(name) else name

    def _short(self, column: Column, text: str, longest: int) -> str:
        if len(text) <= longest:
            return text
        self._remark(column, Reason.TOO_LONG, text)
        return shortened(text, longest)

    def _reference(self, details: OfferDetails) -> str:
        given = plain_line(text_of(self._cell(Column.REFERENCE)))
        if given and len(given) <= LINE:
            return given
        if given:
            return f"{given[: LINE - 17]}-{_digest(given)}"
        where = details.venue.name or details.venue.postcode
        return f"auto-{_digest(details.title, details.organisation, where)}"

    def _kind_and_interests(self) -> tuple[OfferKind, tuple[str, ...]]:
        written = self._line_of(Column.KIND) or ""
        kind = OfferKind.OTHER if is_unsaid(written) else kind_named(written)
        words = interest_words(plain_line(text_of(self._cell(Column.INTERESTS))))
        if kind is None:
            self._remark(Column.KIND, Reason.OTHER_KIND, written)
            words = tuple(dict.fromkeys((*interest_words(written), *words)))
        return kind or OfferKind.OTHER, words[:INTERESTS]

    def _when(self) -> When:
        column = Column.WHEN if text_of(self._cell(Column.WHEN)) else Column.DAY
        cell = self._cell(column)
        written = plain(cell.isoformat() if isinstance(cell, dt.date) else text_of(cell))
        if column is Column.DAY:
            hours = (plain_line(text_of(self._cell(each))) for each in (Column.HOURS, Column.END_HOUR))
            written = f"{written} {'-'.join(filter(None, hours))}".strip()
        if is_unsaid(written):
            written = ""
        when = read_when(written, today=self._today)
        if when.impossible:
            self._remark(column, Reason.NO_DATE, when.impossible, is_fatal=True)
        for reason, clauses in ((Reason.NOT_UNDERSTOOD, when.unread), (Reason.NOT_EVERY_WEEK, when.rarer)):
            for clause in clauses:
                self._remark(column, reason, clause)
        return when

    def _description(self, when: When) -> str:
        text = plain(text_of(self._cell(Column.DESCRIPTION)))
        words = "\n".join(dict.fromkeys((*when.unread, *when.rarer)))[:_WORDS]
        if not words or words in text:
            return self._short(Column.DESCRIPTION, text, DESCRIPTION)
        text = self._short(Column.DESCRIPTION, text, DESCRIPTION - len(words) - 1)
        return f"{text}\n{words}".strip()

    def _venue(self) -> Venue:
        town, address = self._name_of(Column.PLACE), self._name_of(Column.ADDRESS)
        is_said = bool(_ONLINE.fullmatch(fold(town or "")))
        parts = [part for part in (address, None if is_said else town) if part]
        name = parts[0] if len(parts) == 2 and fold(parts[1]) in fold(parts[0]) else ", ".join(parts)
        try:
            point = point_of(self._cell(Column.LATITUDE), self._cell(Column.LONGITUDE))
        except NotRead as problem:
            point = None
            both = f"{text_of(self._cell(Column.LATITUDE))} {text_of(self._cell(Column.LONGITUDE))}"
            self._remark(Column.LATITUDE, problem.reason, both)
        return Venue(
            name=self._short(Column.PLACE, name, LINE) or None,
            postcode=self._read(postcode_of, Column.POSTCODE),
            point=point,
            point_is_given=point is not None,
            is_online=is_said
            or bool(self._answer(Column.IS_ONLINE, yes="online|digitaal", no="offline|fysiek")),
        )

    def _price(self) -> Price:
        cell = self._cell(Column.PRICE)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            cell = f"{cell:.2f}".replace(".", ",")
        written = self._short(Column.PRICE, plain_line(text_of(cell)), LINE)
        if _NEGATIVE.fullmatch(written):
            self._remark(Column.PRICE, Reason.NO_NUMBER, written)
            return Price()
        return read_price(written)

    def _contact(self) -> OfferContact:
        name = self._name_of(Column.CONTACT_NAME)
        phone, email = self._read(phone_of, Column.CONTACT_PHONE), self._read(email_of, Column.CONTACT_EMAIL)
        if name and (found := _CONTACT_PARTS[0].search(name)):
            email, name = email or found[0], name.replace(found[0], " ")
        if name and (found := _CONTACT_PARTS[1].search(name)):
            phone, name = phone or found[0], name.replace(found[0], " ")
        name = " ".join((name or "").split()).strip(" ,;:-–/()")
        if not (phone or email):
            # Nobody reads them in the description unless they may, so whoever may finds them here.
            phone, email = reach_in(plain(text_of(self._cell(Column.DESCRIPTION))))
        is_public = self._answer(
            Column.CONTACT_IS_PUBLIC, yes="openbaar|publiek", no="prive|niet openbaar|intern|vertrouwelijk"
        )
        return OfferContact(name=name or None, phone=phone, email=email, is_public=bool(is_public))

    def _validity(self, when: When) -> tuple[dt.date | None, dt.date | None]:
        first = self._read(lambda cell: day_of(cell, self._today, leans=Leans.PAST), Column.VALID_FROM)
        last = self._read(lambda cell: day_of(cell, self._today, leans=Leans.AHEAD), Column.VALID_UNTIL)
        first, last = first or when.first_day, last or when.last_day
        if first and last and last < first:
            self._remark(Column.VALID_UNTIL, Reason.ENDS_BEFORE_START, last, is_fatal=True)
        return first, last


def interest_words(written: str) -> tuple[str, ...]:
    """Words for what an offer is about, parted by a comma, a semicolon, a slash or a bar."""
    parts = (" ".join(part.split()).strip(" #-•") for part in re.split(r"[,;/|\n]", written))
    return tuple(dict.fromkeys(part[:_INTEREST] for part in parts if part and not is_unsaid(part)))


def _digest(*parts: str | None) -> str:
    return sha256("|".join(fold(part or "") for part in parts).encode()).hexdigest()[:16]
