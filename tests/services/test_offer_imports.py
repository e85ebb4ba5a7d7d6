"""What a newer file of a source changes in the catalogue, and what stays as a begeleider corrected it."""

import asyncio
import datetime as dt
from dataclasses import replace

from bot.domain.ids import BegeleiderId
from bot.domain.offer import IN_CHAT, Checked, OfferContact, OfferDetails, Venue
from bot.domain.place import Point
from bot.offers.places import Places
from bot.services.offer_imports import OfferImports, Taken, located
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, services

COOKING = OfferDetails(title="Samen koken", description="Koken", capacity=8)
SOURCE = "stad"


def imports(work: SqlWork, now: dt.datetime = NOW) -> OfferImports:
    return OfferImports(work, now, services(work).surroundings)


async def stored(work: SqlWork, reference: str = "1", source: str = SOURCE) -> OfferDetails:
    return (await work.offers.stored(source, [reference]))[reference].offer.details


async def test_what_is_new_is_added_and_the_same_again_changes_nothing(database: Database) -> None:
    async with database.work() as work:
        first = await imports(work).take_in(SOURCE, {"1": COOKING, "2": COOKING})
        version = await work.offers.version()
    async with database.work() as work:
        again = await imports(work).take_in(SOURCE, {"1": COOKING, "2": COOKING})
        still = await work.offers.version()

    assert first == Taken(added=2)
    assert again == Taken(unchanged=2)
    assert still == version


async def test_only_what_the_source_changed_is_taken_over(work: SqlWork) -> None:
    await imports(work).take_in(SOURCE, {"1": COOKING})
    known = (await work.offers.stored(SOURCE, ["1"]))["1"].offer
    corrected = replace(COOKING, title="Koken met buren", in_dutch=Checked(holds=True, by=BegeleiderId(3)))
    await work.offers.change(known.id, corrected, at=NOW)

    taken = await imports(work).take_in(SOURCE, {"1": replace(COOKING, capacity=12)})
    details = await stored(work)

    assert taken == Taken(changed=1)
    assert details == replace(corrected, capacity=12)


async def test_a_correction_stays_until_the_source_itself_changes_that_field(work: SqlWork) -> None:
    await imports(work).take_in(SOURCE, {"1": COOKING})
    known = (await work.offers.stored(SOURCE, ["1"]))["1"].offer
    await work.offers.change(known.id, replace(COOKING, title="Koken met buren"), at=NOW)

    unchanged = await imports(work).take_in(SOURCE, {"1": COOKING})
    before = await stored(work)
    changed = await imports(work).take_in(SOURCE, {"1": replace(COOKING, title="Kookavond")})
    after = await stored(work)

    assert (unchanged, before.title) == (Taken(unchanged=1), "Koken met buren")
    assert (changed, after.title) == (Taken(changed=1), "Kookavond")


async def test_a_source_that_agrees_with_a_check_does_not_hide_who_checked(work: SqlWork) -> None:
    by = Checked(holds=True, by=BegeleiderId(3))
    await imports(work).take_in(SOURCE, {"1": COOKING})
    known = (await work.offers.stored(SOURCE, ["1"]))["1"].offer
    await work.offers.change(known.id, replace(COOKING, in_dutch=by), at=NOW)

    taken = await imports(work).take_in(SOURCE, {"1": replace(COOKING, in_dutch=Checked(holds=True))})

    assert taken == Taken(unchanged=1)
    assert (await stored(work)).in_dutch == by


async def test_what_is_missing_in_a_whole_file_vanishes_and_comes_back_with_a_later_one(
    work: SqlWork,
) -> None:
    await imports(work).take_in(SOURCE, {"1": COOKING, "2": COOKING})
    ids = {
        reference: one.offer.id for reference, one in (await work.offers.stored(SOURCE, ["1", "2"])).items()
    }

    vanished = await imports(work).drop_missing(SOURCE, ["1"])
    twice = await imports(work).drop_missing(SOURCE, ["1"])
    back = await imports(work).take_in(SOURCE, {"2": COOKING})
    offer = await work.offers.get(ids["2"])

    assert (vanished, twice, back) == (Taken(vanished=1), Taken(), Taken(back=1))
    assert offer is not None
    assert offer.vanished_at is None


async def test_what_another_source_or_a_begeleider_added_does_not_vanish(work: SqlWork) -> None:
    await work.offers.add(IN_CHAT, "x", COOKING, is_imported=False, at=NOW)
    await imports(work).take_in("elders", {"1": COOKING})

    dropped = await imports(work).drop_missing(SOURCE, [])
    in_chat = await imports(work).drop_missing(IN_CHAT, [])

    assert dropped == in_chat == Taken()
    assert await work.offers.references("elders") == {"1"}


async def test_an_offer_of_the_chat_can_be_exported_corrected_and_imported_again(work: SqlWork) -> None:
    await work.offers.add(IN_CHAT, "x", COOKING, is_imported=False, at=NOW)

    same = await imports(work).take_in(IN_CHAT, {"x": COOKING})
    other = await imports(work).take_in(IN_CHAT, {"x": replace(COOKING, capacity=3)})

    assert (same, other) == (Taken(unchanged=1), Taken(changed=1))
    assert (await stored(work, "x", IN_CHAT)).capacity == 3


async def test_a_trial_tells_the_same_and_changes_nothing(work: SqlWork) -> None:
    await imports(work).take_in(SOURCE, {"1": COOKING, "2": COOKING})
    newer = {"1": replace(COOKING, capacity=1), "3": COOKING}
    version = await work.offers.version()

    tried = await imports(work).take_in(SOURCE, newer, is_trial=True)
    tried += await imports(work).drop_missing(SOURCE, newer, is_trial=True)
    after_trial = await work.offers.references(SOURCE), await work.offers.version()
    done = await imports(work).take_in(SOURCE, newer)
    done += await imports(work).drop_missing(SOURCE, newer)

    assert tried == done == Taken(added=1, changed=1, vanished=1)
    assert after_trial == ({"1", "2"}, version)


async def test_two_imports_at_once_add_each_offer_once(database: Database) -> None:
    rows = {str(number): COOKING for number in range(50)}

    async def once() -> Taken:
        async with database.work() as work:
            return await imports(work).take_in(SOURCE, rows)

    taken = await asyncio.gather(once(), once(), once())

    assert sum(one.added for one in taken) == 50
    assert sum(one.unchanged for one in taken) == 100


def test_where_an_offer_is_is_found_by_its_place_and_coordinates_that_were_given_stay() -> None:
    places, given = Places.load(), Point(51.06, 3.7)
    by_name = OfferDetails(title="a", venue=Venue(name="Gentbrugge"))
    with_point = OfferDetails(title="b", venue=Venue(point=given, point_is_given=True))
    unknown = OfferDetails(title="c", venue=Venue(name="Qwxzplaats"))
    nowhere = OfferDetails(title="d")

    found = [located(one, places) for one in (by_name, with_point, unknown, nowhere)]

    assert found[0][0].venue.municipality == "Gent"
    assert found[0][0].venue.point is not None
    assert (found[1][0].venue.point, found[1][0].venue.municipality) == (given, "Gent")
    assert found[2:] == [(unknown, False), (nowhere, True)]


async def test_no_newer_file_takes_back_what_a_begeleider_found_or_hid(work: SqlWork) -> None:
    public = OfferContact(name="Fatma", phone="0470 00 00 01", is_public=True)
    await imports(work).take_in(SOURCE, {"1": replace(COOKING, contact=public)})
    known = (await work.offers.stored(SOURCE, ["1"]))["1"].offer
    unfit, hidden = Checked(holds=False, by=BegeleiderId(3)), replace(public, is_public=False)
    await work.offers.change(known.id, replace(COOKING, in_dutch=unfit, contact=hidden), at=NOW)

    another = replace(public, phone="0470 00 00 02")
    newer = replace(COOKING, in_dutch=Checked(holds=True), social=Checked(holds=True), contact=another)
    first = await imports(work).take_in(SOURCE, {"1": newer})
    again = await imports(work).take_in(SOURCE, {"1": newer})
    details = await stored(work)

    assert (first, again) == (Taken(changed=1), Taken(unchanged=1))
    assert (details.in_dutch, details.social) == (unfit, Checked(holds=True))
    assert details.contact == replace(another, is_public=False)
