"""What the finder shows, and what it never does."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.ids import OfferId
from bot.domain.interest import Interest
from bot.domain.offer import Checked, Offer, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Place, Point
from bot.domain.schedule import DayPart, Schedule, Weekly
from bot.domain.search import Hits, Miss, Need, Search, Times
from bot.language.encoder import Encoder
from bot.offers.catalogue import Catalogue
from bot.offers.model import Model
from bot.offers.senses import SenseReader
from bot.offers.wish_reader import WishReader
from bot.services.offer_ports import Shelved

TODAY = dt.date(2026, 11, 23)
GENT, AALST, OOSTENDE = Point(51.0543, 3.7174), Point(50.936, 4.0355), Point(51.2154, 2.9287)
HOME = Place(name="Gent", municipality="Gent", postcodes=("9000",), point=GENT)
MODEL, ENCODER = Model.load(), Encoder()
WISHES = WishReader.load(ENCODER, model=MODEL)
SENSES = SenseReader.load(ENCODER, MODEL)
FOOTBALL = Search(subjects={"football": 1.0}, confidence=1.0, place=HOME)


def an_offer(number: int, title: str, point: Point | None = GENT, **details: Any) -> Offer:
    return Offer(
        id=OfferId(number),
        source="test",
        reference=str(number),
        details=OfferDetails(title=title, venue=Venue(point=point), **details),
    )


def a_catalogue(*offers: Offer) -> Catalogue:
    catalogue = Catalogue(MODEL)
    catalogue.put(
        [Shelved(offer=one, sense=SENSES.read(one.details), version=1) for one in offers], version=1
    )
    return catalogue


def ids(hits: Hits) -> list[int]:
    return [int(hit.offer_id) for hit in hits.hits]


@pytest.mark.parametrize(
    "closed",
    [
        {"full_until": dt.date(2027, 1, 1)},
        {"valid_until": dt.date(2026, 11, 22)},
        {"is_cancelled": True},
        {"in_dutch": Checked(holds=False)},
        {"social": Checked(holds=False)},
        {"capacity": 0},
        {"ages": (6, 12)},
    ],
)
def test_what_is_closed_or_unfit_is_never_shown(closed: dict[str, Any]) -> None:
    catalogue = a_catalogue(an_offer(1, "Minivoetbal voor iedereen", **closed))

    found = catalogue.find(FOOTBALL, today=TODAY)

    assert (found.hits, found.nothing_fits) == ((), True)


def test_what_vanished_is_no_longer_found() -> None:
    offer = an_offer(1, "Minivoetbal voor iedereen")
    catalogue = a_catalogue(offer)
    gone = replace(offer, vanished_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    catalogue.put([Shelved(offer=gone, sense=None, version=2)], version=2)

    assert ids(catalogue.find(FOOTBALL, today=TODAY)) == []
    assert catalogue.version == 2


def test_what_is_nearer_comes_first_and_says_how_far_it_is() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Zaalvoetbal voor volwassenen", AALST), an_offer(2, "Minivoetbal voor iedereen", GENT)
    )

    near = replace(FOOTBALL, reach_km=50)
    found = catalogue.find(near, today=TODAY)

    assert ids(found) == [2, 1]
    assert [hit.km for hit in found.hits] == [0.0, pytest.approx(25.9, abs=0.5)]
    assert found.hits[0].interests == (Interest.FOOTBALL,)


def test_where_nothing_is_near_that_is_said_and_nothing_of_the_other_end_is_shown() -> None:
    found = a_catalogue(an_offer(1, "Minivoetbal voor iedereen", OOSTENDE)).find(FOOTBALL, today=TODAY)

    assert (ids(found), found.nothing_fits) == ([], True)


def test_another_subject_is_not_shown_to_fill_up() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Minivoetbal voor iedereen"),
        an_offer(2, "Naaiatelier", description="Kleren naaien en herstellen."),
    )

    assert ids(catalogue.find(FOOTBALL, today=TODAY)) == [1]


def test_times_that_do_not_suit_are_said_and_do_not_fit() -> None:
    monday = Schedule(weekly=(Weekly(0, dt.time(19), dt.time(21)),))
    catalogue = a_catalogue(an_offer(1, "Minivoetbal voor iedereen", schedule=monday))
    saturday = replace(FOOTBALL, times=Times(weekdays=frozenset({5})))
    evening = replace(FOOTBALL, times=Times(parts=frozenset({DayPart.EVENING})))

    missed, suiting = catalogue.find(saturday, today=TODAY), catalogue.find(evening, today=TODAY)

    assert missed.nothing_fits
    assert Miss.OTHER_TIMES in missed.hits[0].misses
    assert not suiting.nothing_fits
    assert suiting.hits[0].suits


def test_a_man_gets_nothing_for_women_only() -> None:
    catalogue = a_catalogue(an_offer(1, "Minivoetbal", women_only=True), an_offer(2, "Zaalvoetbal"))

    found = catalogue.find(replace(FOOTBALL, needs=frozenset({Need.IS_MAN})), today=TODAY)

    assert ids(found) == [2]


def test_what_must_be_free_is_free() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Minivoetbal", price=Price(cents=500)), an_offer(2, "Zaalvoetbal", price=Price(cents=0))
    )

    assert ids(catalogue.find(replace(FOOTBALL, needs=frozenset({Need.FREE})), today=TODAY)) == [2]


def test_offers_that_were_seen_or_refused_stay_away_and_a_choice_can_be_limited() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Minivoetbal"), an_offer(2, "Zaalvoetbal"), an_offer(3, "Straatvoetbal")
    )

    assert sorted(ids(catalogue.find(FOOTBALL, today=TODAY, without=[OfferId(1)]))) == [2, 3]
    assert ids(catalogue.find(FOOTBALL, today=TODAY, only=[OfferId(3), OfferId(9)])) == [3]
    assert len(ids(catalogue.find(FOOTBALL, today=TODAY, limit=1))) == 1


def test_a_ticked_interest_is_enough() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Minivoetbal"), an_offer(2, "Naaiatelier", description="Kleren naaien en herstellen.")
    )

    found = catalogue.find(Search(interests=(Interest.SEWING,), place=HOME), today=TODAY)

    assert (ids(found), found.nothing_fits) == ([2], False)
    assert found.hits[0].interests == (Interest.SEWING,)


def test_an_offer_that_was_not_read_yet_is_found_by_its_title() -> None:
    catalogue = Catalogue(MODEL)
    catalogue.put([Shelved(offer=an_offer(1, "Voetbal"), sense=None, version=1)], version=1)

    assert ids(catalogue.find(FOOTBALL, today=TODAY)) == [1]


def test_a_search_that_names_nothing_shows_what_is_near() -> None:
    catalogue = a_catalogue(an_offer(1, "Minivoetbal", OOSTENDE), an_offer(2, "Naaiatelier", GENT))

    found = catalogue.find(Search(place=HOME), today=TODAY)

    assert (ids(found), found.nothing_fits) == ([2], False)


def test_a_kind_by_itself_is_looked_for() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Minivoetbal", kind=OfferKind.SPORT),
        an_offer(2, "Helpen in het rusthuis", kind=OfferKind.VOLUNTEERING),
    )

    found = catalogue.find(Search(kinds=frozenset({OfferKind.VOLUNTEERING}), place=HOME), today=TODAY)

    assert ids(found) == [2]


def test_three_of_one_organiser_are_not_shown_where_another_fits_as_well() -> None:
    offers = [an_offer(number, "Minivoetbal voor iedereen", organisation="FC") for number in (1, 2, 3)]
    catalogue = a_catalogue(*offers, an_offer(4, "Minivoetbal voor iedereen", organisation="De Bal"))

    assert 4 in ids(catalogue.find(FOOTBALL, today=TODAY))


def test_more_like_this_finds_the_same_subject_near_the_same_place() -> None:
    catalogue = a_catalogue(
        an_offer(1, "Minivoetbal"),
        an_offer(2, "Naaiatelier", description="Kleren naaien en herstellen."),
        an_offer(3, "Naaicafé", description="Samen kleren naaien aan de naaimachine."),
    )

    like = catalogue.like(OfferId(2), FOOTBALL)

    assert like.place == HOME
    assert ids(catalogue.find(like, today=TODAY, without=[OfferId(2)])) == [3]


@pytest.mark.parametrize(
    "text",
    [
        "ik wil voetballen",
        "I would like to play football",
        "je veux jouer au foot",
        "хочу грати у футбол",
        "بدي العب كرة قدم",
        "futbol oynamak istiyorum",
    ],
)
def test_a_wish_finds_its_offer_in_every_language(text: str) -> None:
    catalogue = a_catalogue(
        an_offer(1, "Naaiatelier", description="Kleren naaien en herstellen."),
        an_offer(2, "Minivoetbal", description="Elke vrijdag een matchke."),
        an_offer(3, "Voetbal kijken op groot scherm", description="De Rode Duivels met een pint erbij."),
    )

    found = catalogue.find(WISHES.read(text), today=TODAY)

    assert ids(found)[:1] == [2]
    assert 1 not in ids(found)


@pytest.mark.parametrize("text", ["hallo", "wanneer krijg ik mijn geld?", "", "\0😀"])
def test_what_is_no_wish_finds_nothing(text: str) -> None:
    search = WISHES.read(text)

    assert search.confidence < 0.5
    assert not search.subjects or search.confidence < 0.1


def test_a_search_comes_back_whole_from_what_is_stored() -> None:
    search = replace(WISHES.read("хочу шити по суботах, безкоштовно"), place=HOME)
    unpacked = Search.unpack(search.pack())
    catalogue = a_catalogue(an_offer(1, "Naaiatelier", description="Kleren naaien en herstellen."))

    assert unpacked.needs == search.needs
    assert ids(catalogue.find(unpacked, today=TODAY)) == ids(catalogue.find(search, today=TODAY)) == [1]
