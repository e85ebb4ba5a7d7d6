"""One event or place of UiTdatabank, read as an offer.

UiTdatabank says nothing of the two conditions, so nobody has checked them.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

from bot.domain.caseload_columns import Cell
from bot.domain.folding import fold
from bot.domain.offer import UNKNOWN_END, OfferContact, OfferDetails, Venue
from bot.domain.offer_kind import OfferKind
from bot.offers.importing.cells import NotRead, ages_of, email_of, phone_of, web_address
from bot.offers.importing.columns import Column
from bot.offers.importing.draft import Draft, Fault, Reason
from bot.offers.importing.kinds import kind_named
from bot.offers.importing.plain import plain_line, shortened
from bot.offers.importing.row_reader import DESCRIPTION, INTERESTS, LINE, interest_words
from bot.offers.importing.uit_calendar import UitCalendar, read_calendar, read_day
from bot.offers.importing.uit_parts import (
    Facts,
    facts,
    identity,
    labels_of,
    level_labelled,
    line_in_dutch,
    listed,
    price_of,
    text_in_dutch,
    venue_of,
)
from bot.offers.importing.uit_terms import Term, terms

_SHOWN = 60
_GONE = ("DELETED", "REJECTED", "DRAFT")
_SURE_KINDS = (
    OfferKind.BUDDY,
    OfferKind.VOLUNTEERING,
    OfferKind.CONVERSATION_TABLE,
    OfferKind.WORK_PLACEMENT,
)
"""UiTdatabank has no type for these; a label or the title tells."""
_IN_TITLE = re.compile(
    r"\b(?:praattafels?|taaltafels?|conversatietafels?|praatgroep(?:en)?|babbelonie|taalcafe|praatcafe"
    r"|buddyproject|vrijwilligerswerk|kennismakingsstage)\b"
)
_FOR_WOMEN = re.compile(r"(?:alleen|enkel|uitsluitend)(?: voor)? vrouwen|women only")
_WITH_CHILDREN = re.compile(r"kindvriendelijk|kinderopvang|kinderen welkom")
_GROWN_UP = 17
_EVERYBODY = 99

Read = TypeVar("Read")


class UitOffer:
    """Reads one object, and keeps what is wrong with it."""

    def __init__(self, line: int, offer: Facts) -> None:
        self.faults: list[Fault] = []
        self._line, self._offer, self._main = line, offer, offer.get("mainLanguage", "nl")
        self._title = line_in_dutch(offer.get("name"), self._main)
        self._venue = self._read(Column.LATITUDE, lambda _: venue_of(offer), "") or Venue()

    @property
    def reference(self) -> str:
        """Its id, without the address before it; made from title and place where it has none."""
        given = identity(self._offer.get("@id")) or identity(self._offer.get("id"))
        if given:
            return given if len(given) <= LINE else f"{given[: LINE - 17]}-{_digest(given)}"
        return f"auto-{_digest(self._title, self._venue.name or '')}"

    @property
    def is_not_meant(self) -> bool:
        """Is it not for newcomers, whatever else it says, so that it vanishes?"""
        return self._is_taken_away or self._audience == "education"

    @property
    def _is_taken_away(self) -> bool:
        """Was it deleted, rejected or never published, or is it another's double?"""
        is_double = bool(self._offer.get("duplicateOf"))
        return is_double or str(self._offer.get("workflowStatus", "")).upper() in _GONE

    @property
    def _audience(self) -> object:
        return facts(self._offer.get("audience")).get("audienceType")

    def read(self, *, source: str) -> Draft | None:
        """The offer; None when something keeps it out."""
        if self._is_taken_away:
            self._remark(None, Reason.TAKEN_AWAY, self._title, is_fatal=True)
            return None
        if self._audience in ("education", "members"):
            self._remark(None, Reason.NOT_FOR_NEWCOMERS, self._title, is_fatal=self.is_not_meant)
        if not self._title:
            self._remark(Column.TITLE, Reason.NO_TITLE, self.reference, is_fatal=True)
        details = self._details(read_calendar(self._offer))
        if any(fault.is_fatal for fault in self.faults):
            return None
        return Draft(reference=self.reference, source=source, details=details, line=self._line)

    def _details(self, calendar: UitCalendar) -> OfferDetails:
        labels = labels_of(self._offer)
        named = [str(label) for name in ("labels", "hiddenLabels") for label in listed(self._offer.get(name))]
        folded = fold(", ".join(named))
        valid_from, valid_until = self._validity(calendar)
        if calendar.left_out:
            self._remark(Column.WHEN, Reason.TOO_LONG, str(calendar.left_out))
        return OfferDetails(
            title=self._title,
            organisation=line_in_dutch(facts(self._offer.get("organizer")).get("name"), self._main) or None,
            kind=self._kind(labels),
            interests=self._interests(labels),
            description=self._description(),
            venue=self._venue,
            schedule=calendar.schedule,
            dutch_level=level_labelled(named),
            price=price_of(self._offer),
            child_friendly=True if calendar.has_childcare or _WITH_CHILDREN.search(folded) else None,
            women_only=True if _FOR_WOMEN.search(folded) else None,
            ages=self._ages(),
            capacity=self._capacity(),
            full_until=UNKNOWN_END if calendar.is_full else None,
            is_cancelled=calendar.is_cancelled,
            contact=self._contact(),
            valid_from=valid_from,
            valid_until=valid_until,
            website=self._website(),
        )

    def _remark(self, column: Column | None, reason: Reason, value: str, *, is_fatal: bool = False) -> None:
        name = column.value if column else None
        shown = plain_line(value)[:_SHOWN]
        self.faults.append(Fault(line=self._line, column=name, reason=reason, value=shown, is_fatal=is_fatal))

    def _read(self, column: Column, read: Callable[[Cell], Read], value: object) -> Read | None:
        """What a value means; a remark when it is not understood."""
        written = value if isinstance(value, str) else None
        try:
            return read(written)
        except NotRead as problem:
            self._remark(column, problem.reason, written or "")
            return None

    def _terms(self) -> Iterable[tuple[Term | None, str]]:
        """Event types and themes: known ones, and the label of each."""
        for one in map(facts, listed(self._offer.get("terms"))):
            known = terms().get(str(one.get("id")))
            label = line_in_dutch(one.get("label"), self._main) or (known.label if known else "")
            if one.get("domain", "eventtype" if known else "") in ("eventtype", "theme"):
                yield known, label

    def _kind(self, labels: Sequence[str]) -> OfferKind:
        in_title = [found[0] for found in _IN_TITLE.finditer(fold(self._title))]
        named = [kind_named(word) for word in (*in_title, *labels)]
        if sure := next((kind for kind in named if kind in _SURE_KINDS), None):
            return sure
        types = [term.kind for term, _ in self._terms() if term and term.kind]
        by_label = [kind for _, label in self._terms() if (kind := kind_named(label))]
        return next(iter((*types, *by_label)), OfferKind.OTHER)

    def _interests(self, labels: Sequence[str]) -> tuple[str, ...]:
        words = [
            word
            for term, label in self._terms()
            if not (term and term.is_vague)
            for word in (*interest_words(label), *(term.words if term else ()))
        ]
        words += [word for label in labels for word in interest_words(label)]
        return tuple(dict.fromkeys(words))[:INTERESTS]

    def _description(self) -> str:
        text = text_in_dutch(self._offer.get("description"), self._main)
        if len(text) > DESCRIPTION:
            self._remark(Column.DESCRIPTION, Reason.TOO_LONG, text)
        return shortened(text, DESCRIPTION)

    def _ages(self) -> tuple[int | None, int | None]:
        youngest, oldest = self._read(Column.AGES, ages_of, self._offer.get("typicalAgeRange")) or (
            None,
            None,
        )
        if self._offer.get("childrenOnly") is True:
            return youngest, _GROWN_UP if oldest is None else oldest
        return youngest or None, None if oldest is None or oldest >= _EVERYBODY else oldest

    def _capacity(self) -> int | None:
        """Of the whole, or of the roomiest of its dates."""
        parts = [self._offer, *map(facts, listed(self._offer.get("subEvent")))]
        rooms = [facts(part.get("bookingAvailability")).get("capacity") for part in parts]
        return max((room for room in rooms if isinstance(room, int) and 0 < room < 1_000_000), default=None)

    def _contact(self) -> OfferContact:
        """The organisation's public address."""
        point, booking = facts(self._offer.get("contactPoint")), facts(self._offer.get("bookingInfo"))
        phones = [*listed(point.get("phone")), *listed(booking.get("phone"))]
        emails = [*listed(point.get("email")), *listed(booking.get("email"))]
        contact = OfferContact(
            phone=self._first(Column.CONTACT_PHONE, phone_of, phones),
            email=self._first(Column.CONTACT_EMAIL, email_of, emails),
        )
        return OfferContact(phone=contact.phone, email=contact.email, is_public=contact.is_known)

    def _website(self) -> str | None:
        point, booking = facts(self._offer.get("contactPoint")), facts(self._offer.get("bookingInfo"))
        online = [self._offer.get("onlineUrl")] if self._venue.is_online else []
        urls = [*online, *listed(point.get("url")), *listed(booking.get("url"))]
        return self._first(Column.WEBSITE, web_address, urls)

    def _first(
        self, column: Column, read: Callable[[Cell], str | None], values: Sequence[object]
    ) -> str | None:
        """The first that can be read; a remark for each before it that cannot."""
        return next((found for value in values if (found := self._read(column, read, value))), None)

    def _validity(self, calendar: UitCalendar) -> tuple[dt.date | None, dt.date | None]:
        first = calendar.first_day or read_day(self._offer.get("availableFrom"))
        # Who missed the start of a series of lessons cannot join any more: UiTdatabank shows it till then.
        ends = (calendar.last_day, read_day(self._offer.get("availableTo")))
        last = min((day for day in ends if day), default=None)
        return (None if first and last and last < first else first), last


def _digest(*parts: str) -> str:
    return sha256("|".join(map(fold, parts)).encode()).hexdigest()[:16]
