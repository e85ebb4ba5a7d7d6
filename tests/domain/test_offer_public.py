"""A volunteer's details within the texts of an offer are for nobody who may not see its contact."""

import pytest

from bot.domain.ids import OfferId
from bot.domain.offer import Offer, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_public import HIDDEN, public_part, reach_in

CONTACT = OfferContact(name="Fatma Peeters", phone="09 123 45 67", email="fatma@example.org")


def an_offer(text: str, *, contact: OfferContact = CONTACT, source: str = "stad") -> Offer:
    details = OfferDetails(title="Samen koken", description=text, contact=contact)
    return Offer(id=OfferId(1), source=source, reference="1", details=details)


@pytest.mark.parametrize(
    "detail",
    [
        "0470 00 00 01",
        "0470/00.00.01",
        "+32 470 00 00 01",
        "+32 (0)470 00 00 01",
        "0032470000001",
        "+31 6 12 34 56 78",
        "09 123 45 67",
        "091234567",
        "+32 9 123 45 67",
        "fatma@example.org",
        "Fatma.Peeters@voorbeeld.example.com",
        "FATMA  peeters",
    ],
)
def test_a_persons_number_address_and_name_are_taken_out_of_the_description(detail: str) -> None:
    text = public_part(an_offer(f"Bel {detail} of kom langs.")).details.description

    assert text == f"Bel {HIDDEN} of kom langs."


@pytest.mark.parametrize(
    "text",
    [
        "Bel 09 765 43 21 of mail info@example.org.",
        "Elke maandag van 19.00 tot 21.00, 04/05/2026, 9000 Gent, 40 uur, 2026-12-03 14:00-16:00.",
        "Ondernemingsnummer 0400.378.485, rekening BE12 3456 7890 1234.",
        "Fatmagul komt ook.",
    ],
)
def test_an_organisations_own_number_hours_and_dates_stay(text: str) -> None:
    contact = OfferContact(name="Fatma")

    assert public_part(an_offer(text, contact=contact)).details.description == text


def test_titles_prices_and_places_are_looked_at_too() -> None:
    details = OfferDetails(
        title="Koken, bel 0470 00 00 01",
        organisation="Fatma Peeters",
        price=Price(words="vraag Fatma Peeters, fatma@example.org"),
        venue=Venue(name="bij 0470000001, Gent"),
        contact=CONTACT,
    )
    offer = public_part(Offer(id=OfferId(1), source="stad", reference="1", details=details))

    assert offer.details.title == f"Koken, bel {HIDDEN}"
    assert offer.details.organisation == "Fatma Peeters"
    assert offer.details.price.words == f"vraag {HIDDEN}, {HIDDEN}"
    assert offer.details.venue.name == f"bij {HIDDEN}, Gent"


def test_what_is_public_or_published_elsewhere_stays_as_it_is() -> None:
    text = "Bel Fatma Peeters, 0470 00 00 01."
    public = an_offer(text, contact=OfferContact(name="Fatma Peeters", is_public=True))
    published = an_offer(text, contact=OfferContact(), source="uitdatabank")

    assert public_part(public) == public
    assert public_part(published) == published


def test_who_may_be_called_is_found_in_a_text() -> None:
    assert reach_in("Bel Jan 0470 00 00 01 of jan@example.org") == ("0470 00 00 01", "jan@example.org")
    assert reach_in("Elke maandag, info@example.org") == (None, None)
