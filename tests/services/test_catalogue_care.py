"""Begeleiders look after the catalogue: what they add, correct and check stays, and everybody sees who."""

import dataclasses
import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.errors import NotYours, OfferGone
from bot.domain.ids import OfferId
from bot.domain.offer import IN_CHAT, Checked, Offer, OfferDetails
from bot.domain.offer_fields import OfferField
from bot.offers.places import Places
from bot.services.catalogue_care import CatalogueCare
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_account, new_begeleider, services


@pytest.fixture
async def work(sqlite_database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work on a database as `migrate` makes it."""
    async with sqlite_database.work() as opened:
        yield opened


DRAFT = {
    "title": "Samen koken",
    "organiser": "Buurthuis De Proef",
    "kind": "neighbourhood_house",
    "about": None,
    "interests": "koken en bakken, tuin",
    "place": "Voorbeeldstraat 1, 9050 Gentbrugge",
    "level": "1",
    "dutch": "ja",
    "price": "2 euro",
    "contact": "Rita",
}


def care(work: SqlWork, *, now: dt.datetime = NOW) -> CatalogueCare:
    """The use cases, with Belgium's places."""
    return services(work, now=now, places=Places.load()).catalogue_care


async def an_offer(work: SqlWork, reference: str = "1", **details: object) -> Offer:
    """An offer from a municipality's file."""
    given = OfferDetails(**({"title": "Praattafel De Proef"} | details))  # type: ignore[arg-type]
    offer_id = await work.offers.add("gent", reference, given, is_imported=True, at=NOW)
    offer = await work.offers.get(offer_id)
    assert offer is not None
    return offer


async def test_what_a_begeleider_adds_is_in_the_catalogue_with_its_place_and_who_checked(
    work: SqlWork,
) -> None:
    sofie = await new_begeleider(work, 1, "Sofie")

    offer = await care(work).add(sofie, DRAFT, mark=7)

    details = offer.details
    assert offer.source == IN_CHAT
    assert details.interests == ("koken en bakken", "tuin")
    assert (details.venue.municipality, details.venue.postcode) == ("Gent", "9050")
    assert details.venue.point is not None
    assert details.in_dutch == Checked(holds=True, by=sofie.begeleider_id)
    assert details.social == Checked()
    assert details.contact.name == "Rita"
    assert not details.contact.is_public


async def test_the_same_draft_is_kept_once(work: SqlWork) -> None:
    sofie = await new_begeleider(work, 1, "Sofie")

    first = await care(work).add(sofie, DRAFT, mark=7)
    again = await care(work).add(sofie, DRAFT, mark=7)
    other = await care(work).add(sofie, DRAFT, mark=8)

    assert again.id == first.id
    assert other.id != first.id


async def test_only_a_begeleider_looks_after_the_catalogue(work: SqlWork) -> None:
    amira = await new_account(work, 2, "Amira")
    offer = await an_offer(work)
    service = care(work)

    for use in (
        service.get(amira, offer.id),
        service.add(amira, DRAFT, mark=1),
        service.titled(amira, "praattafel"),
        service.correct(amira, offer.id, OfferField.TITLE, "Weg ermee"),
        service.mark(amira, offer.id, OfferField.SOCIAL, True, seen=None),
        service.undo(amira, 1),
        service.next_unchecked(amira),
        service.count_unchecked(amira),
        service.wishes(amira),
    ):
        with pytest.raises(NotYours):
            await use


async def test_a_place_that_does_not_exist_is_not_understood(work: SqlWork) -> None:
    service = care(work)

    assert service.read(OfferField.PLACE, "Zaal Ons Huis") is None
    assert service.read(OfferField.PLACE, "Bibliotheek, Leuven").municipality == "Leuven"
    assert service.read(OfferField.PLACE, "Online").is_online


async def test_a_correction_is_seen_with_who_made_it_and_can_be_undone(work: SqlWork) -> None:
    sofie = await new_begeleider(work, 1, "Sofie")
    offer = await an_offer(work, contact=OfferDetails(title="").contact)

    changed = await care(work).correct(sofie, offer.id, OfferField.CONTACT_PHONE, "0470 00 00 12")
    seen = await care(work).changes(changed.offer)
    assert changed.change_id is not None
    back = await care(work).undo(sofie, changed.change_id)

    assert changed.offer.details.contact.phone == "0470 00 00 12"
    assert [(one.name, one.change.field) for one in seen] == [("Sofie", OfferField.CONTACT_PHONE)]
    assert back is not None
    assert back.details == offer.details
    assert await care(work).changes(back) == []


async def test_the_same_again_changes_nothing(work: SqlWork) -> None:
    sofie = await new_begeleider(work, 1, "Sofie")
    offer = await an_offer(work)
    version = await work.offers.version()

    same = await care(work).correct(sofie, offer.id, OfferField.TITLE, "Praattafel  De Proef")

    assert same.change_id is None
    assert await work.offers.version() == version


async def test_undoing_one_part_leaves_what_a_colleague_corrected_since(work: SqlWork) -> None:
    sofie, nele = await new_begeleider(work, 1, "Sofie"), await new_begeleider(work, 2, "Nele")
    offer = await an_offer(work)

    mine = await care(work).correct(sofie, offer.id, OfferField.TITLE, "Praattafel")
    await care(work).correct(nele, offer.id, OfferField.PRICE, "gratis")
    assert mine.change_id is not None
    back = await care(work).undo(sofie, mine.change_id)

    assert back is not None
    assert back.details.title == "Praattafel De Proef"
    assert back.details.price.is_free


async def test_what_was_changed_again_or_by_somebody_else_is_not_undone(work: SqlWork) -> None:
    sofie, nele = await new_begeleider(work, 1, "Sofie"), await new_begeleider(work, 2, "Nele")
    offer = await an_offer(work)

    first = await care(work).correct(sofie, offer.id, OfferField.TITLE, "Een")
    second = await care(work).correct(nele, offer.id, OfferField.TITLE, "Twee")
    assert first.change_id is not None
    assert second.change_id is not None

    assert await care(work).undo(sofie, first.change_id) is None
    assert await care(work).undo(sofie, second.change_id) is None
    kept = await care(work).get(sofie, offer.id)
    assert kept.details.title == "Twee"


async def test_an_offer_that_no_longer_exists_is_shown_to_nobody_and_can_come_back(work: SqlWork) -> None:
    sofie = await new_begeleider(work, 1, "Sofie")
    offer = await an_offer(work)

    gone = await care(work).correct(sofie, offer.id, OfferField.GONE, "ja")
    back = await care(work).correct(sofie, offer.id, OfferField.GONE, "nee")

    assert not gone.offer.is_open(NOW.date())
    assert back.offer.is_open(NOW.date())
    with pytest.raises(OfferGone):
        await care(work).get(sofie, OfferId(999))


async def test_who_comes_later_sees_what_was_decided_and_changes_nothing(database: Database) -> None:
    async with database.work() as work:
        sofie, nele = await new_begeleider(work, 1, "Sofie"), await new_begeleider(work, 2, "Nele")
        offer = await an_offer(work)
    async with database.work() as work:
        await care(work).mark(nele, offer.id, OfferField.IN_DUTCH, True, seen=None)
    async with database.work() as work:
        late = await care(work).mark(sofie, offer.id, OfferField.IN_DUTCH, False, seen=None)
        names = await care(work).checkers(late.offer.details)

    assert late.change_id is None
    assert late.offer.details.in_dutch == Checked(holds=True, by=nele.begeleider_id)
    assert names == {nele.begeleider_id: "Nele"}


async def test_the_queue_goes_from_new_to_old_and_passes_over_what_is_over(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 1, "Sofie")
        old = await an_offer(work, "1")
        await an_offer(work, "2", valid_until=dt.date(2026, 1, 1))
        fit = Checked(holds=True)
        await an_offer(work, "3", in_dutch=fit, social=fit)
        new = await an_offer(work, "4", in_dutch=fit)
        service = care(work)

        first = await service.next_unchecked(sofie)
        second = await service.next_unchecked(sofie, before=new.id)
        none = await service.next_unchecked(sofie, before=old.id)
        await service.mark(sofie, new.id, OfferField.SOCIAL, False, seen=None)
        left = await service.next_unchecked(sofie)

    assert first is not None
    assert second is not None
    assert left is not None
    assert [first.id, second.id, left.id] == [new.id, old.id, old.id]
    assert none is None


async def test_a_newer_file_leaves_a_correction_as_it_is(work: SqlWork) -> None:
    sofie = await new_begeleider(work, 1, "Sofie")
    offer = await an_offer(work)

    changed = await care(work).correct(sofie, offer.id, OfferField.LEVEL, "2")
    stored = (await work.offers.stored("gent", ["1"]))["1"]

    assert stored.offer.details == dataclasses.replace(offer.details, dutch_level=2)
    assert stored.imported == offer.details
    assert changed.offer.details.dutch_level == 2
