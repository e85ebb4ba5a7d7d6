"""The catalogue in the database: both engines keep every offer, its corrections, and count every change."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.domain.ids import BegeleiderId, OfferId
from bot.domain.offer import Checked, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.offer_text import fingerprint
from bot.domain.place import Point
from bot.domain.schedule import Dated, DayPart, Schedule, Weekly
from bot.services.offer_ports import OfferChange
from bot.storage.database import Database
from bot.storage.offer_json import pack, unpack
from bot.storage.work import SqlWork
from tests.builders import NOW

COOKING = OfferDetails(title="Samen koken", description="Koken en eten")
FULL = OfferDetails(
    title="Fietsen",
    organisation="Buurthuis De Proef",
    kind=OfferKind.SPORT,
    interests=("fietsen", "buiten"),
    description="Rustig\nfietsen",
    venue=Venue(
        name="Gent", postcode="9000", point=Point(51.05, 3.72), point_is_given=True, municipality="Gent"
    ),
    schedule=Schedule(
        weekly=(Weekly(0, dt.time(19), dt.time(21)), Weekly(5, part=DayPart.EVENING)),
        dates=(Dated(dt.date(2026, 12, 3), dt.date(2026, 12, 4), dt.time(14)),),
        by_appointment=True,
    ),
    dutch_level=1,
    in_dutch=Checked(holds=True, by=BegeleiderId(3)),
    social=Checked(holds=False),
    price=Price(cents=0, words="gratis met pas"),
    child_friendly=False,
    women_only=True,
    by_transport=True,
    ages=(18, None),
    capacity=12,
    full_until=dt.date(9999, 12, 31),
    is_cancelled=True,
    contact=OfferContact(name="Jo", phone="0470 00 00 01", email="jo@example.org", is_public=True),
    valid_from=dt.date(2026, 1, 1),
    valid_until=dt.date(2027, 1, 1),
    website="https://example.org",
)


async def add(work: SqlWork, *titles: str, source: str = "stad") -> list[OfferId]:
    return list(
        await work.offers.add_many(source, {title: OfferDetails(title=title) for title in titles}, at=NOW)
    )


@pytest.mark.parametrize("details", [COOKING, FULL])
def test_details_come_back_from_json_as_they_went(details: OfferDetails) -> None:
    assert unpack(pack(details)) == details


texts = st.text(max_size=20)
hours = st.none() | st.times()
days = st.dates()


@given(
    details=st.builds(
        OfferDetails,
        title=texts,
        interests=st.lists(texts, max_size=3).map(tuple),
        schedule=st.builds(
            Schedule,
            weekly=st.lists(st.builds(Weekly, st.integers(0, 6), hours, hours), max_size=3).map(tuple),
            dates=st.lists(st.builds(Dated, days, days, hours, hours), max_size=3).map(tuple),
            by_appointment=st.booleans(),
        ),
        price=st.builds(Price, cents=st.none() | st.integers(0, 9), words=st.none() | texts.filter(bool)),
        in_dutch=st.builds(Checked, holds=st.none() | st.booleans()),
        full_until=st.none() | days,
    )
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_an_offer_says_comes_back_from_json(details: OfferDetails) -> None:
    assert unpack(pack(details)) == details


def test_json_of_another_version_is_read_as_far_as_it_goes() -> None:
    assert unpack({"title": "Koken", "kind": "unheard_of", "colour": "red"}) == OfferDetails(title="Koken")


async def test_offers_that_are_added_get_their_ids_in_order(database: Database) -> None:
    async with database.work() as work:
        ids = await add(work, *(f"aanbod {number}" for number in range(1200)))
    async with database.work(reads_only=True) as work:
        found = await work.offers.many(ids)

    assert [found[offer_id].reference for offer_id in ids] == [f"aanbod {number}" for number in range(1200)]


async def test_what_a_source_said_is_kept_beside_what_was_corrected(database: Database) -> None:
    async with database.work() as work:
        (offer_id,) = await work.offers.add_many("stad", {"1": COOKING}, at=NOW)
        await work.offers.change(offer_id, FULL, at=NOW)
    async with database.work(reads_only=True) as work:
        stored = (await work.offers.stored("stad", ["1", "2"]))["1"]

    assert stored.offer.details == FULL
    assert stored.imported == COOKING


async def test_an_offer_added_in_the_chat_has_no_source_values(database: Database) -> None:
    async with database.work() as work:
        await work.offers.add("begeleider", "x", COOKING, is_imported=False, at=NOW)
        stored = await work.offers.stored("begeleider", ["x"])

    assert stored["x"].imported is None


async def test_what_vanished_is_no_reference_any_more_and_comes_back_with_its_source(
    database: Database,
) -> None:
    async with database.work() as work:
        ids = await add(work, "a", "b")
        await work.offers.vanish("stad", ["a"], at=NOW)
        gone = await work.offers.get(ids[0])
        left = await work.offers.references("stad")
        await work.offers.change(ids[0], COOKING, imported=COOKING, at=NOW)
        back = await work.offers.get(ids[0])

    assert gone is not None
    assert gone.vanished_at == NOW
    assert left == {"b"}
    assert back is not None
    assert back.vanished_at is None


async def test_a_correction_by_hand_brings_nothing_back(database: Database) -> None:
    async with database.work() as work:
        (offer_id,) = await add(work, "a")
        await work.offers.vanish("stad", ["a"], at=NOW)
        await work.offers.change(offer_id, COOKING, at=NOW)
        offer = await work.offers.get(offer_id)

    assert offer is not None
    assert offer.vanished_at == NOW


async def test_a_reference_is_there_once_in_a_source(database: Database) -> None:
    async with database.work() as work:
        await add(work, "a")
        with pytest.raises(IntegrityError):
            await add(work, "a")
        await work.connection.rollback()


async def test_every_change_counts_the_version_up_once_a_unit_of_work(database: Database) -> None:
    async with database.work() as work:
        first = await work.offers.version()
        ids = await add(work, "a", "b")
        await work.offers.vanish("stad", ["b"], at=NOW)
    async with database.work() as work:
        second = await work.offers.version()
        await work.offers.change_many([OfferChange(offer_id=ids[0], details=COOKING)], at=NOW)
        third = await work.offers.version()

    assert (first, second, third) == (0, 1, 2)


async def test_only_what_changed_since_a_version_is_looked_up_in_pages(database: Database) -> None:
    async with database.work() as work:
        ids = await add(work, "a", "b", "c")
    async with database.work() as work:
        await work.offers.put_senses({fingerprint(OfferDetails(title="b")): b"sense"})
        await work.offers.vanish("stad", ["c"], at=NOW)
        page = await work.offers.changed(after_version=1, after=OfferId(0), limit=1)
        rest = await work.offers.changed(after_version=1, after=page[0].offer.id, limit=9)

    assert [(one.offer.id, one.sense, one.version) for one in page] == [(ids[1], b"sense", 2)]
    assert [(one.offer.id, one.offer.vanished_at) for one in rest] == [(ids[2], NOW)]


async def test_a_text_has_one_sense_whoever_offers_it(database: Database) -> None:
    async with database.work() as work:
        await add(work, "a", "b")
        await add(work, "a", source="elders")
        missing = await work.offers.without_sense(limit=9)
        await work.offers.put_senses(dict.fromkeys(missing, b"x"))
        left = await work.offers.without_sense(limit=9)
        shelved = await work.offers.changed(after_version=0, after=OfferId(0), limit=9)

    assert sorted(details.title for details in missing.values()) == ["a", "b"]
    assert left == {}
    assert [one.sense for one in shelved] == [b"x"] * 3


async def test_texts_of_offers_still_there_come_first(database: Database) -> None:
    async with database.work() as work:
        await add(work, "a", "b")
        await work.offers.vanish("stad", ["a"], at=NOW)
        missing = await work.offers.without_sense(limit=1)

    assert [details.title for details in missing.values()] == ["b"]


async def test_unchecked_are_those_of_which_nobody_said_whether_they_fit(database: Database) -> None:
    yes, no = Checked(holds=True), Checked(holds=False)
    rows = {
        "checked": OfferDetails(title="checked", in_dutch=yes, social=yes),
        "unfit": OfferDetails(title="unfit", in_dutch=no),
        "half": OfferDetails(title="half", in_dutch=yes),
        "none": OfferDetails(title="none"),
    }
    async with database.work() as work:
        await work.offers.add_many("stad", rows, at=NOW)
        found = await work.offers.unchecked(limit=9)

    assert [offer.reference for offer in found] == ["none", "half"]


async def test_an_offer_is_found_by_words_of_its_title_whatever_case_and_accents(database: Database) -> None:
    async with database.work() as work:
        await add(work, "Café Réunion", "Koken 100%", "Wandelen")
        found = [await work.offers.titled(words, limit=9) for words in ("REUNION cafe", "100%", "%", "  ")]

    assert [[offer.reference for offer in offers] for offers in found] == [
        ["Café Réunion"],
        ["Koken 100%"],
        ["Koken 100%"],
        [],
    ]
