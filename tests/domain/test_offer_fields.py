"""What a begeleider types of an offer, read part by part."""

import datetime as dt
from typing import Any

import pytest

from bot.domain.offer import UNKNOWN_END, Checked, OfferContact, OfferDetails, Price
from bot.domain.offer_fields import OfferField, having, nothing_said, read_field, value_of
from bot.domain.offer_kind import OfferKind
from bot.domain.schedule import Schedule, Weekly

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        (OfferField.TITLE, "  Samen   koken ", "Samen koken"),
        (OfferField.KIND, "sport", OfferKind.SPORT),
        (OfferField.DESCRIPTION, "We koken.\n\n\n\nEn  eten.", "We koken.\n\nEn eten."),
        (OfferField.INTERESTS, "koken, tuin;koken", ("koken", "tuin")),
        (OfferField.WHEN, "ma 19:00-21:00", Schedule(weekly=(Weekly(0, dt.time(19), dt.time(21)),))),
        (OfferField.WHEN, "op afspraak", Schedule(by_appointment=True)),
        (OfferField.LEVEL, "niveau 2", 2),
        (OfferField.IN_DUTCH, "Ja", Checked(holds=True)),
        (OfferField.SOCIAL, "neen", Checked(holds=False)),
        (OfferField.PRICE, "gratis", Price(cents=0)),
        (OfferField.PRICE, "€ 3,50", Price(cents=350)),
        (OfferField.PRICE, "5 euro per keer", Price(cents=500, words="5 euro per keer")),
        (OfferField.PRICE, "naar eigen keuze", Price(words="naar eigen keuze")),
        (OfferField.CONTACT_PHONE, "0470 00 00 12", "0470 00 00 12"),
        (OfferField.CONTACT_EMAIL, "rita@example.org", "rita@example.org"),
        (OfferField.CONTACT_PUBLIC, "nee", False),
        (OfferField.VALID_UNTIL, "30/6/2027", dt.date(2027, 6, 30)),
        (OfferField.FULL_UNTIL, "volzet", UNKNOWN_END),
        (OfferField.CAPACITY, "max. 12 personen", 12),
        (OfferField.WEBSITE, "www.example.org/koken", "https://www.example.org/koken"),
    ],
)
def test_what_people_type_for_a_part_is_understood(field: OfferField, typed: str, read: Any) -> None:
    assert read_field(field, typed, TODAY) == read


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (OfferField.TITLE, "   "),
        (OfferField.KIND, "vliegtuig"),
        (OfferField.WHEN, "soms"),
        (OfferField.WHEN, "31/02/2027 14:00"),
        (OfferField.LEVEL, "5"),
        (OfferField.IN_DUTCH, "misschien"),
        (OfferField.CONTACT_PHONE, "bel Rita"),
        (OfferField.CONTACT_EMAIL, "rita at example"),
        (OfferField.VALID_UNTIL, "31/02/2027"),
        (OfferField.VALID_UNTIL, "1/1/2020"),
        (OfferField.CAPACITY, "0"),
        (OfferField.WEBSITE, "javascript:alert(1)"),
    ],
)
def test_what_is_nothing_of_the_kind_is_not_taken(field: OfferField, typed: str) -> None:
    assert read_field(field, typed, TODAY) is None


@pytest.mark.parametrize("field", OfferField)
def test_every_part_can_be_put_in_its_place_and_taken_out(field: OfferField) -> None:
    details = OfferDetails(title="Koor", contact=OfferContact(name="Rita", phone="0470 00 00 12"))
    value = nothing_said(field)

    changed = having(details, field, value)

    assert value_of(changed, field) == value
    others = [other for other in OfferField if other is not field]
    assert all(value_of(changed, other) == value_of(details, other) for other in others)


@pytest.mark.parametrize("field", [one for one in OfferField if one is not OfferField.PLACE])
def test_no_text_at_all_breaks_the_reading(field: OfferField) -> None:
    for typed in ("", " ", ":", "\x00", "9" * 400, "<b>", "😀" * 300, "ja\nnee", "€", "1.2.3"):
        read_field(field, typed, TODAY)
