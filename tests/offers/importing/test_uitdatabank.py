"""UiTdatabank's JSON-LD is read as it answers: all calendars, places, languages, and what is wrong."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ids import OfferId
from bot.domain.interest import Interest
from bot.domain.offer import UNKNOWN_END, Offer, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.domain.schedule import Dated, Schedule, Weekly
from bot.offers.importing.draft import Batch, FileUnusable, Reason, Unusable
from bot.offers.importing.export import header, row_of
from bot.offers.importing.table import read_table
from bot.offers.importing.uit_terms import terms
from bot.offers.importing.uitdatabank import read_uitdatabank

SAMPLES = Path(__file__).parent.parent / "samples"
HALL = Venue(
    name="Buurthuis De Proef, Voorbeeldstraat 12, Gent",
    postcode="9000",
    point=Point(51.053829, 3.725012),
    point_is_given=True,
)


def sample(name: str) -> Batch:
    """What is read of a sample."""
    return read_uitdatabank((SAMPLES / f"{name}.json").read_bytes())


def found(title: str) -> OfferDetails:
    """An offer of the sample of a search result."""
    return next(draft.details for draft in sample("uit-search-result").drafts if draft.details.title == title)


def event(**facts: Any) -> OfferDetails:
    """An event that says this."""
    batch = read_uitdatabank(json.dumps({"@type": "Event", "name": {"nl": "Iets"}, **facts}).encode())
    return batch.drafts[0].details


def on(day: int, starts: dt.time | None = None, ends: dt.time | None = None) -> Dated:
    """A day of December 2026."""
    return Dated(dt.date(2026, 12, day), dt.date(2026, 12, day), starts, ends)


def test_an_event_is_read_with_all_that_it_says() -> None:
    batch = sample("uit-single")

    draft = batch.drafts[0]
    assert batch.faults == ()
    assert (draft.reference, draft.source) == ("0d7c6c1e-51c1-4f4b-9d5b-a2b6a8a7c101", "uitdatabank")
    assert draft.details == OfferDetails(
        title="Samen koken met de buren",
        organisation="Buurtwerk Voorbeeld vzw",
        kind=OfferKind.COURSE,
        interests=("Voeding", "koken", "inburgering", "kindvriendelijk", "ontmoeten"),
        description="We koken een gerecht uit Syrië.\nBreng een schort mee.",
        venue=HALL,
        schedule=Schedule(dates=(on(3, dt.time(18, 30), dt.time(21)),)),
        dutch_level=1,
        price=Price(cents=650, words="Studenten 4,00 euro, Kansentarief UiTPAS Gent 1,30 euro"),
        child_friendly=True,
        ages=(18, None),
        capacity=14,
        contact=OfferContact(phone="09 000 00 01", email="koken@example.org", is_public=True),
        valid_from=dt.date(2026, 9, 1),
        valid_until=dt.date(2026, 12, 3),
        website="https://www.example.org/koken",
    )


def test_nobody_has_checked_the_conditions() -> None:
    details = sample("uit-single").drafts[0].details

    assert (details.in_dutch.holds, details.social.holds) == (None, None)


def test_of_several_dates_those_that_are_off_or_full_are_left_out() -> None:
    details = found("Leren naaien in drie avonden")

    assert details.schedule == Schedule(dates=(on(15, dt.time(19), dt.time(21, 30)),))
    assert not details.is_cancelled
    assert details.full_until is None
    assert (details.price, details.women_only) == (Price(cents=0), True)


def test_a_period_with_opening_hours_is_weekly_within_its_days() -> None:
    details = found("Praattafel Nederlands")

    assert details.schedule == Schedule(
        weekly=(
            Weekly(1, dt.time(19), dt.time(21)),
            Weekly(3, dt.time(19), dt.time(21)),
            Weekly(5, dt.time(10), dt.time(12)),
        )
    )
    assert (details.valid_from, details.valid_until) == (dt.date(2026, 9, 1), dt.date(2027, 6, 30))
    assert (details.kind, details.dutch_level) == (OfferKind.CONVERSATION_TABLE, 2)
    assert details.child_friendly


def test_a_short_period_without_hours_is_a_stretch_of_days() -> None:
    details = found("Atelier de poterie")

    assert details.schedule == Schedule(dates=(Dated(dt.date(2026, 12, 1), dt.date(2026, 12, 12)),))


def test_a_place_is_open_at_its_hours_for_ever() -> None:
    details = found("Bibliotheek Voorbeeld")

    assert details.schedule == Schedule(
        weekly=(Weekly(0, dt.time(13), dt.time(19)), Weekly(2, dt.time(13), dt.time(19)))
    )
    assert details.valid_until is None
    assert details.venue == Venue(name="Leesplein 1, Kessel-Lo (Leuven)", postcode="3010")
    assert (details.kind, details.interests) == (
        OfferKind.CULTURE,
        ("Bibliotheek of documentatiecentrum", "lezen"),
    )


def test_what_is_permanent_without_hours_says_nothing_of_when() -> None:
    assert not event(calendarType="permanent").schedule.is_known


def test_what_is_online_has_no_place() -> None:
    details = found("Webinar: gezond eten")

    assert details.venue == Venue(is_online=True)
    assert details.website == "https://meet.example.org/gezond"


def test_what_is_called_off_or_put_off_is_cancelled() -> None:
    assert found("Kerstfeest").is_cancelled
    assert event(status={"type": "TemporarilyUnavailable"}).is_cancelled
    assert event(calendarType="permanent", status={"type": "Unavailable"}).is_cancelled


def test_an_event_without_a_free_date_is_full() -> None:
    details = found("Yoga in het park")

    assert details.full_until == UNKNOWN_END
    assert details.schedule == Schedule(dates=(on(5, dt.time(10), dt.time(11)),))


def test_without_coordinates_there_is_no_point() -> None:
    venue = found("Yoga in het park").venue

    assert (venue.point, venue.point_is_given, venue.postcode) == (None, False, "9000")


def test_a_place_that_is_only_referred_to_is_found_in_the_same_file() -> None:
    assert found("Petanque bij de club").venue.postcode == "3010"


def test_dutch_goes_before_the_main_language_and_that_before_others() -> None:
    assert found("Atelier de poterie").description == "Poterie pour tous."
    assert event(name={"fr": "Un", "nl": "Een", "en": "One"}, mainLanguage="fr").title == "Een"
    assert event(name={"en": "One", "fr": "Un"}, mainLanguage="fr").title == "Un"
    assert event(name={"de": "Eins"}, mainLanguage="fr").title == "Eins"


def test_what_is_for_schools_or_taken_away_stays_out() -> None:
    batch = sample("uit-search-result")

    assert [(fault.line, fault.reason, fault.is_fatal) for fault in batch.faults] == [
        (7, Reason.NOT_FOR_NEWCOMERS, True),
        (8, Reason.TAKEN_AWAY, True),
        (9, Reason.NOT_FOR_NEWCOMERS, False),
    ]
    assert len(batch.drafts) == 8


def test_what_is_for_schools_may_vanish_and_what_is_broken_may_not() -> None:
    assert sample("uit-search-result").left_out == frozenset()
    assert sample("uit-odd").left_out == {("uitdatabank", "ODD-2")}


@pytest.mark.parametrize(
    ("name", "is_whole"),
    [
        ("uit-single", False),
        ("uit-list", True),
        ("uit-search-result", True),
        ("uit-references", False),
        ("uit-odd", False),
    ],
)
def test_nothing_vanishes_for_a_part(name: str, is_whole: bool) -> None:
    assert sample(name).is_whole is is_whole


def test_a_page_of_a_longer_result_is_a_part_and_all_pages_are_not() -> None:
    result = json.loads((SAMPLES / "uit-search-result.json").read_bytes())
    pages = [
        {**result, "member": result["member"][:4]},
        {**result, "member": result["member"][4:]},
    ]

    assert not read_uitdatabank(json.dumps(pages[0]).encode()).is_whole
    assert read_uitdatabank(json.dumps(pages).encode()).is_whole
    assert len(read_uitdatabank(json.dumps(pages).encode()).drafts) == 8


def test_a_result_without_its_members_names_them() -> None:
    batch = sample("uit-references")

    assert batch.drafts == ()
    assert [fault.reason for fault in batch.faults] == [Reason.NOT_AN_OFFER] * 2


def test_odd_objects_are_read_as_far_as_they_go() -> None:
    batch = sample("uit-odd")

    first, second = (draft.details for draft in batch.drafts)
    assert first.title == "Repaircafé Voorbeeld"
    assert first.description == "Breng iets & herstel het\nsamen"
    assert first.schedule.dates == (on(5), on(19, dt.time(22), dt.time(1, 30)))
    assert first.venue == Venue(name="De Schuur, Proefstraat 1, Aalst", postcode="9300")
    assert (first.kind, first.price, first.ages) == (OfferKind.VOLUNTEERING, Price(cents=250), (16, None))
    assert (first.website, first.contact) == ("https://www.example.org", OfferContact())
    assert second.schedule == Schedule(weekly=(Weekly(4),))


def test_what_is_wrong_with_odd_objects_is_named() -> None:
    assert [
        (fault.line, fault.column, fault.reason, fault.is_fatal) for fault in sample("uit-odd").faults
    ] == [
        (1, "contact telefoon", Reason.NO_PHONE, False),
        (1, "contact e-mail", Reason.NO_ADDRESS, False),
        (1, "website", Reason.NO_ADDRESS, False),
        (2, "titel", Reason.NO_TITLE, True),
        (4, None, Reason.TWICE, True),
        (5, None, Reason.NOT_AN_OFFER, True),
        (6, None, Reason.NOT_AN_OFFER, True),
        (7, None, Reason.NOT_AN_OFFER, True),
        (8, None, Reason.NOT_AN_OFFER, True),
    ]


@pytest.mark.parametrize(
    "content", [b"", b"titel;plaats", b"{", b"[1,", b"\xff\xfe\x00", b'{"name": "\xff"}', b"[" * 100_000]
)
def test_what_is_no_json_says_so(content: bytes) -> None:
    with pytest.raises(FileUnusable) as refused:
        read_uitdatabank(content)
    assert refused.value.reason is Unusable.NOT_JSON


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b"[]",
        b"3",
        b"null",
        b'"x"',
        b'{"member": [], "totalItems": 0}',
        b'{"title": "Not Found", "status": 404}',
    ],
)
def test_a_file_without_offers_says_so(content: bytes) -> None:
    with pytest.raises(FileUnusable) as refused:
        read_uitdatabank(content)
    assert refused.value.reason is Unusable.NO_OFFERS


def test_a_mark_before_the_text_and_one_object_a_line_are_fine() -> None:
    one = json.dumps({"@id": "https://io.example.org/event/1", "name": "Een"})
    two = json.dumps({"@id": "https://io.example.org/event/2", "name": "Twee"})

    assert [draft.reference for draft in read_uitdatabank(f"\ufeff{one}".encode()).drafts] == ["1"]
    assert [draft.reference for draft in read_uitdatabank(f"{one}\n{two}\n".encode()).drafts] == ["1", "2"]
    assert [draft.reference for draft in read_uitdatabank(f"[{one}]".encode("utf-16")).drafts] == ["1"]


@pytest.mark.parametrize(
    ("labels", "level"),
    [
        (["één taalicoon"], 1),
        (["2 taaliconen"], 2),
        (["drie taaliconen", "twee taaliconen"], 2),
        (["taalicoon 4"], 4),
        (["taaliconen: 1 taalicoon"], 1),
        (["taalicoon", "iconen"], None),
    ],
)
def test_labels_tell_the_level_of_dutch(labels: list[str], level: int | None) -> None:
    assert event(labels=labels).dutch_level == level
    assert event(hiddenLabels=labels).dutch_level == level


def test_hidden_labels_that_are_codes_are_no_interests() -> None:
    assert event(hiddenLabels=["UiTPAS-Gent_2026", "b4f2", "samen sporten"]).interests == ("samen sporten",)


@pytest.mark.parametrize(
    ("written", "ages"),
    [("6-12", (6, 12)), ("18-", (18, None)), ("-4", (None, 4)), ("-", (None, None)), ("0-99", (None, None))],
)
def test_ages_are_read(written: str, ages: tuple[int | None, int | None]) -> None:
    assert event(typicalAgeRange=written).ages == ages


def test_what_is_for_children_only_is_not_for_grown_ups() -> None:
    assert event(childrenOnly=True, typicalAgeRange="-").ages == (None, 17)


def test_a_tariff_of_nothing_beside_a_price_is_kept_as_words() -> None:
    base = {"category": "base", "price": 8, "name": {"nl": "Basistarief"}}
    children = {"category": "tariff", "price": 0, "name": {"nl": "Kinderen"}}

    assert event(priceInfo=[base, children]).price == Price(cents=800, words="Kinderen gratis")


def test_dates_are_taken_to_be_in_belgium_in_summer_and_winter() -> None:
    summer = event(startDate="2026-07-01T17:00:00Z", endDate="2026-07-01T19:00:00+00:00").schedule
    winter = event(startDate="2026-12-01T23:30:00+00:00", endDate="2026-12-02T00:30:00+00:00").schedule

    assert summer.dates[0].starts == dt.time(19)
    assert winter.dates == (on(2, dt.time(0, 30), dt.time(1, 30)),)


def test_more_dates_than_anybody_needs_are_left_out_and_said() -> None:
    dates = [
        {"startDate": f"{year}-{month:02}-{day:02}T10:00:00+01:00"}
        for year in (2026, 2027)
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    batch = read_uitdatabank(
        json.dumps({"name": "Iets", "calendarType": "multiple", "subEvent": dates}).encode()
    )

    schedule = batch.drafts[0].details.schedule
    assert len(schedule.dates) == 366
    assert schedule.dates[-1].first_day == dt.date(2027, 12, 28)
    assert [fault.reason for fault in batch.faults] == [Reason.TOO_LONG]


def test_every_term_is_of_a_kind_and_an_interest_that_there_are() -> None:
    assert len(terms()) > 110
    assert terms()["0.50.4.0.0"].kind is OfferKind.CULTURE
    assert terms()["1.65.0.0.0"].interest is Interest.COOKING
    assert all(term.label for term in terms().values())


def test_a_series_of_lessons_is_over_for_who_missed_its_start() -> None:
    details = event(
        calendarType="multiple",
        availableTo="2026-12-01T19:00:00+01:00",
        subEvent=[{"startDate": f"2026-12-{day:02}T19:00:00+01:00"} for day in (1, 8, 15)],
    )

    assert details.valid_until == dt.date(2026, 12, 1)


@pytest.mark.parametrize("name", ["uit-single", "uit-search-result", "uit-odd"])
def test_what_came_from_uitdatabank_is_exported_and_imports_the_same(name: str) -> None:
    drafts = sample(name).drafts
    rows = [
        row_of(Offer(id=OfferId(1), source=draft.source, reference=draft.reference, details=draft.details))
        for draft in drafts
    ]

    batch = read_table([header(), *rows], source="elders", today=dt.date(2026, 11, 23))

    assert batch.faults == ()
    assert [(draft.reference, draft.source, draft.details) for draft in batch.drafts] == [
        (draft.reference, draft.source, draft.details) for draft in drafts
    ]


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
KEYS = st.sampled_from(
    (
        *("nl", "type", "startDate", "endDate", "opens", "closes", "dayOfWeek", "price", "name", "category"),
        *("id", "@id", "address", "addressLocality", "postalCode", "geo", "latitude", "capacity", "phone"),
        *("url", "domain", "label"),
    )
)
VALUES = st.recursive(
    SCALARS | st.sampled_from(["2026-12-03T10:00:00+01:00", "25:61", "monday", "0001-01-01T00:00:00Z"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
PROPERTIES = (
    *("@id", "@type", "mainLanguage", "description", "terms", "location", "address", "geo", "calendarType"),
    *(
        "subEvent",
        "openingHours",
        "startDate",
        "endDate",
        "status",
        "bookingAvailability",
        "priceInfo",
        "labels",
    ),
    *("hiddenLabels", "contactPoint", "bookingInfo", "organizer", "attendanceMode", "onlineUrl", "audience"),
    *("typicalAgeRange", "childrenOnly", "workflowStatus", "availableFrom", "availableTo"),
)


@given(st.dictionaries(st.sampled_from(PROPERTIES), VALUES, max_size=10), VALUES)
@settings(max_examples=200, deadline=None)
def test_nothing_odd_breaks_the_reader(facts: dict[str, Any], name: Any) -> None:
    batch = read_uitdatabank(
        json.dumps([{"name": "Iets"}, {**facts, "name": name}, {"@id": "x/1", "name": "Goed"}]).encode()
    )

    assert batch.drafts[-1].details.title == "Goed"
