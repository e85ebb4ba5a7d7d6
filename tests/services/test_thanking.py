"""Thanks count what a contact confirmed; their say in offers ends at their own organisation."""

import datetime as dt

import pytest

from bot.domain.contact_words import NOT_THERE
from bot.domain.errors import ContactUnchecked, NotYours
from bot.domain.ids import OfferId
from bot.domain.offer import Checked, OfferDetails
from bot.services.thanking import Thanks, quarter_of
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.services.contact_care import TODAY, a_contact_care

SINCE = NOW - dt.timedelta(days=30)


async def an_offer(work: SqlWork, organisation: str, title: str = "Voetbal") -> OfferId:
    details = OfferDetails(
        title=title, organisation=organisation, in_dutch=Checked(holds=True), social=Checked(holds=True)
    )
    return await work.offers.add("clubs", f"{organisation}-{title}", details, is_imported=True, at=NOW)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (dt.date(2026, 1, 1), dt.date(2026, 1, 1)),
        (dt.date(2026, 3, 31), dt.date(2026, 1, 1)),
        (dt.date(2026, 11, 24), dt.date(2026, 10, 1)),
        (dt.date(2026, 12, 31), dt.date(2026, 10, 1)),
    ],
)
def test_a_quarter_begins_in_january_april_july_and_october(day: dt.date, first: dt.date) -> None:
    assert quarter_of(day) == first


async def test_thanks_count_people_and_what_was_confirmed_of_them(database: Database) -> None:
    async with database.work() as work:
        care = await a_contact_care(work)
        karel = await care.contact()
        before = await care.use.thanking.sums(karel, SINCE)
        await care.say(karel, (await care.claim(0)).id, 120)
        await care.say(karel, (await care.claim(1)).id, 90)
        await care.say(karel, (await care.claim(2)).id, NOT_THERE)
        await care.claim(3)
        after = await care.use.thanking.sums(karel, SINCE)

        assert before == Thanks()
        assert after == Thanks(people=1, minutes=210)
        assert await care.use.thanking.sums(karel, SINCE, until=NOW) == Thanks()
        assert await care.use.thanking.sums(karel, NOW + dt.timedelta(seconds=1)) == Thanks()


async def test_a_contact_has_a_say_in_every_offer_of_their_organisation_and_in_no_other(
    database: Database,
) -> None:
    async with database.work() as work:
        care = await a_contact_care(work)
        karel = await care.contact()
        own = [await an_offer(work, "FC Gent"), await an_offer(work, "fc gent", "Zwemmen")]
        other = await an_offer(work, "FC Aalst")
        thanking = care.use.thanking

        assert [one.id for one in await thanking.offers_of(karel)] == own
        for refused in (other, OfferId(999)):
            with pytest.raises(NotYours):
                await thanking.beginners_welcome(karel, refused)
            with pytest.raises(NotYours):
                await thanking.full_until(karel, refused, TODAY)
        assert (await work.offers.many([other]))[other].details.full_until is None


async def test_who_was_not_checked_has_no_say(sqlite_database: Database) -> None:
    async with sqlite_database.work() as work:
        care = await a_contact_care(work)
        karel = await care.introduced()
        offer_id = await an_offer(work, "FC Gent")

        with pytest.raises(ContactUnchecked):
            await care.use.thanking.offers_of(karel)
        with pytest.raises(ContactUnchecked):
            await care.use.thanking.full_until(karel, offer_id, TODAY)


async def test_full_until_a_day_closes_the_offer_until_then_and_can_be_taken_back(database: Database) -> None:
    async with database.work() as work:
        care = await a_contact_care(work)
        karel = await care.contact()
        offer_id = await an_offer(work, "FC Gent")
        until = TODAY + dt.timedelta(days=10)

        offer = await care.use.thanking.full_until(karel, offer_id, until)
        version = await work.offers.version()
        await care.use.thanking.full_until(karel, offer_id, until)

        assert not offer.is_open(until)
        assert offer.is_open(until + dt.timedelta(days=1))
        assert await work.offers.version() == version
        assert [one.id for one in await care.use.thanking.offers_of(karel)] == [offer_id]
        assert (await care.use.thanking.full_until(karel, offer_id, None)).is_open(TODAY)


@pytest.mark.parametrize("days", [-1, 367])
async def test_a_day_that_has_passed_or_is_too_far_is_refused(sqlite_database: Database, days: int) -> None:
    async with sqlite_database.work() as work:
        care = await a_contact_care(work)
        karel = await care.contact()
        offer_id = await an_offer(work, "FC Gent")

        with pytest.raises(ValueError, match="at most a year"):
            await care.use.thanking.full_until(karel, offer_id, TODAY + dt.timedelta(days=days))


async def test_what_a_contact_said_stays_when_the_source_says_the_same_as_before(
    sqlite_database: Database,
) -> None:
    async with sqlite_database.work() as work:
        care = await a_contact_care(work)
        karel = await care.contact()
        offer_id = await an_offer(work, "FC Gent")
        await care.use.thanking.beginners_welcome(karel, offer_id)
        stored = (await work.offers.stored("clubs", ["FC Gent-Voetbal"]))["FC Gent-Voetbal"]

        assert stored.offer.details.beginners_welcome
        assert stored.imported is not None
        assert stored.imported.beginners_welcome is None
