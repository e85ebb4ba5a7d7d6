"""What is exported imports the same, whatever stands in it."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents.tables import CATALOGUE, read_rows, write_csv
from bot.documents.workbook_writing import write_workbook
from bot.domain.folding import fold
from bot.domain.ids import BegeleiderId, OfferId
from bot.domain.offer import UNKNOWN_END, Checked, Offer, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.offers.importing.cells import is_unsaid
from bot.offers.importing.export import header, row_of
from bot.offers.importing.plain import plain, plain_line
from bot.offers.importing.table import read_table
from tests.domain.test_schedule_text import SCHEDULES

TODAY = dt.date(2026, 11, 23)
TEMPLATE = (
    *("id", "titel", "organisatie", "soort", "interesses", "omschrijving", "plaats", "postcode"),
    *("breedtegraad", "lengtegraad", "wanneer", "taalniveau", "nederlandstalig", "sociaal", "prijs"),
    *("kindvriendelijk", "alleen vrouwen", "openbaar vervoer", "capaciteit", "volzet tot", "contact naam"),
    *(
        "contact telefoon",
        "contact e-mail",
        "contact openbaar",
        "geldig van",
        "geldig tot",
        "website",
        "bron",
    ),
)

TEXTS = st.text(max_size=40) | st.sampled_from(
    [
        "=1+1",
        "'=1",
        "-5",
        "<b>vet</b>",
        "a &amp; b",
        "x; y",
        "ja",
        "?",
        "0",
        "1e5",
        "12.0",
        '"',
        "Zumba <12 jaar",
    ]
)
LINES = TEXTS.map(plain_line)
TITLES = LINES.filter(bool)
NO_NAMES = ("online", "digitaal", "virtueel", "via", "zoom", "teams", "google")


def is_name(line: str) -> bool:
    """Is it a name: neither "?", nor "online", nor with a number or an address in it?"""
    words = fold(line).split()
    is_said = not is_unsaid(line) and not set(line) & set("@0123456789")
    return is_said and bool(words) and words[0] not in NO_NAMES


NAMES = st.none() | LINES.map(lambda line: line.strip(" ,;:-–/()")).filter(is_name)
WORDS = st.text("abcdefé ", min_size=2, max_size=12).map(plain_line).filter(lambda word: len(word) > 1)
ANSWERS = st.none() | st.booleans()
DAYS = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2098, 12, 31))
POINTS = st.builds(
    lambda north, east: Point(round(north, 6), round(east, 6)), st.floats(49.1, 52.1), st.floats(2.1, 6.9)
)
PRICES = st.builds(Price, cents=st.none() | st.integers(0, 999_999), words=st.none() | TITLES)
AGES = st.tuples(st.none() | st.integers(0, 50), st.none() | st.integers(51, 98))


@st.composite
def venues(draw: st.DrawFn) -> Venue:
    """A place as a source gives it."""
    point = draw(st.none() | POINTS)
    return Venue(
        name=draw(NAMES),
        postcode=draw(st.none() | st.integers(1000, 9999).map(str)),
        point=point,
        point_is_given=point is not None,
        is_online=draw(st.booleans()),
    )


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    """An offer as an import, or a begeleider, makes it."""
    first, last = sorted((draw(DAYS), draw(DAYS)), key=lambda day: day or dt.date.min)
    details = OfferDetails(
        title=draw(TITLES),
        organisation=draw(NAMES),
        kind=draw(st.sampled_from(OfferKind)),
        interests=tuple(draw(st.lists(WORDS, max_size=5, unique=True))),
        description=draw(st.lists(TEXTS, max_size=3).map("\n".join).map(plain)),
        venue=draw(venues()),
        schedule=draw(SCHEDULES),
        dutch_level=draw(st.none() | st.integers(1, 4)),
        in_dutch=Checked(holds=draw(ANSWERS)),
        social=Checked(holds=draw(ANSWERS)),
        price=draw(PRICES),
        child_friendly=draw(ANSWERS),
        women_only=draw(ANSWERS),
        by_transport=draw(ANSWERS),
        ages=draw(AGES),
        capacity=draw(st.none() | st.integers(0, 999_999)),
        full_until=draw(DAYS | st.just(UNKNOWN_END)),
        is_cancelled=draw(st.booleans()),
        contact=OfferContact(
            name=draw(NAMES),
            phone=draw(st.none() | st.sampled_from(["0470 00 00 01", "+32 470 00 00 02", "09/000.00.03"])),
            email=draw(st.none() | st.sampled_from(["a@example.org", "b.c+d@sub.example.org"])),
            is_public=draw(st.booleans()),
        ),
        valid_from=first,
        valid_until=last,
        website=draw(st.none() | st.sampled_from(["https://example.org/a?b=c", "http://www.example.org"])),
    )
    return Offer(id=OfferId(1), source=draw(TITLES), reference=draw(TITLES), details=details)


def imported(rows: Any) -> Offer:
    """The only offer that is read of these rows."""
    batch = read_table(rows, source="elders", today=TODAY)
    assert batch.faults == ()
    (draft,) = batch.drafts
    return Offer(id=OfferId(1), source=draft.source, reference=draft.reference, details=draft.details)


def test_the_header_is_the_template_with_three_columns_more() -> None:
    assert tuple(header()) == (*TEMPLATE, "leeftijd", "online", "geannuleerd")


@given(offers())
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
def test_every_offer_imports_the_same_as_it_was_exported(offer: Offer) -> None:
    assert imported([header(), row_of(offer)]) == offer


@given(offers())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_offer_survives_a_csv_file(offer: Offer) -> None:
    content = write_csv(header(), [row_of(offer)])

    assert imported(read_rows(content, "aanbod.csv", kind=CATALOGUE)) == offer


@given(offers())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_offer_survives_a_workbook(offer: Offer) -> None:
    content = write_workbook(header(), [row_of(offer)])

    assert imported(read_rows(content, "aanbod.xlsx", kind=CATALOGUE)) == offer


def test_what_the_catalogue_found_itself_stays_out() -> None:
    details = OfferDetails(
        title="Koken",
        venue=Venue(name="Gent", point=Point(51.05, 3.72), municipality="Gent"),
        in_dutch=Checked(holds=True, by=BegeleiderId(3)),
    )

    row = row_of(Offer(id=OfferId(1), source="gent", reference="7", details=details))

    plain_details = dataclasses.replace(details, venue=Venue(name="Gent"), in_dutch=Checked(holds=True))
    assert imported([header(), row]).details == plain_details


@pytest.mark.parametrize("kind", OfferKind)
def test_every_kind_has_a_name_in_the_table(kind: OfferKind) -> None:
    offer = Offer(id=OfferId(1), source="s", reference="r", details=OfferDetails(title="t", kind=kind))

    assert imported([header(), row_of(offer)]).details.kind is kind
