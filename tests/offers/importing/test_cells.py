"""Cells of a table of offers mean what people mean by them; what cannot be read is refused by name."""

import datetime as dt

import pytest

from bot.domain.caseload_columns import Cell
from bot.domain.dates import Leans
from bot.domain.offer import UNKNOWN_END
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.offers.importing.cells import (
    NotRead,
    ages_of,
    count_of,
    day_of,
    email_of,
    full_until,
    level_of,
    phone_of,
    point_of,
    postcode_of,
    web_address,
    yes_or_no,
)
from bot.offers.importing.draft import Reason
from bot.offers.importing.kinds import NAMES, kind_named

TODAY = dt.date(2026, 11, 23)
SAYS_NOTHING = ("", None, " ", "?", "-", "onbekend", "nog na te kijken", "n.v.t.")


@pytest.mark.parametrize(
    "cell", ["ja", "JA", "j", "x", "X", "yes", "oui", 1, "1", "true", "WAAR", "ja, zeker", "✓"]
)
def test_yes_has_many_forms(cell: Cell) -> None:
    assert yes_or_no(cell) is True


@pytest.mark.parametrize("cell", ["nee", "Neen", "n", "no", 0, "0", "ONWAAR", "non", "nee (nog niet)"])
def test_no_has_many_forms(cell: Cell) -> None:
    assert yes_or_no(cell) is False


@pytest.mark.parametrize("cell", SAYS_NOTHING)
def test_who_says_nothing_has_not_checked(cell: Cell) -> None:
    assert yes_or_no(cell) is None


@pytest.mark.parametrize("cell", ["deels", "misschien", "2"])
def test_an_answer_between_yes_and_no_is_refused(cell: Cell) -> None:
    with pytest.raises(NotRead) as refused:
        yes_or_no(cell)
    assert refused.value.reason is Reason.NO_ANSWER


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("1", 1),
        (3, 3),
        (2.0, 2),
        ("niveau 2", 2),
        ("taalicoon 3", 3),
        ("4 taaliconen", 4),
        ("A1", 1),
        ("a2", 2),
        ("B1", 3),
        ("B2", 4),
        ("C1", 4),
        ("A1-A2", 1),
        ("vanaf A2", 2),
        ("1-2", 1),
        ("startersniveau", 1),
        ("beginner", 1),
        ("geen Nederlands nodig", 1),
        ("alle niveaus", 1),
        ("een beetje", 2),
        ("gevorderd", 4),
        ("halfgevorderd", 3),
        ("0", 1),
        ("?", None),
        ("", None),
    ],
)
def test_a_level_of_dutch_is_one_to_four(cell: Cell, level: int | None) -> None:
    assert level_of(cell) == level


@pytest.mark.parametrize("cell", ["7", "oranje", "2,5"])
def test_another_level_is_refused(cell: Cell) -> None:
    with pytest.raises(NotRead):
        level_of(cell)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (dt.date(2027, 6, 30), dt.date(2027, 6, 30)),
        (dt.datetime(2027, 6, 30, 0, 0), dt.date(2027, 6, 30)),  # noqa: DTZ001 - as a sheet keeps it
        ("30/06/2027", dt.date(2027, 6, 30)),
        ("30-06-27", dt.date(2027, 6, 30)),
        ("30 juni 2027", dt.date(2027, 6, 30)),
        ("2027-06-30", dt.date(2027, 6, 30)),
        ("2027-06-30 00:00:00", dt.date(2027, 6, 30)),
        (46568, dt.date(2027, 6, 30)),
        ("46568", dt.date(2027, 6, 30)),
        ("eind juni 2027", dt.date(2027, 6, 30)),
        (2027, dt.date(2027, 12, 31)),
        ("onbeperkt", None),
        ("31/12/9999", None),
        ("?", None),
    ],
)
def test_a_day_is_read_as_a_sheet_or_a_person_writes_it(cell: Cell, day: dt.date | None) -> None:
    assert day_of(cell, TODAY, leans=Leans.AHEAD) == day


@pytest.mark.parametrize(
    "cell", ["31/02/2026", "12/31/2026", "volgende week", "over 3 dagen", "morgen", "binnenkort", 3]
)
def test_a_day_that_is_none_or_moves_with_today_is_refused(cell: Cell) -> None:
    with pytest.raises(NotRead) as refused:
        day_of(cell, TODAY, leans=Leans.AHEAD)
    assert refused.value.reason is Reason.NO_DATE


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1/3/2027", dt.date(2027, 3, 1)),
        ("volzet tot 1/3/2027", dt.date(2027, 3, 1)),
        (dt.date(2027, 3, 1), dt.date(2027, 3, 1)),
        ("ja", UNKNOWN_END),
        ("VOLZET!", UNKNOWN_END),
        ("wachtlijst", UNKNOWN_END),
        (dt.date(9999, 12, 31), UNKNOWN_END),
        ("nee", None),
        ("nog plaatsen vrij", None),
        ("", None),
    ],
)
def test_full_until_is_a_day_or_nobody_knows(cell: Cell, day: dt.date | None) -> None:
    assert full_until(cell, TODAY) == day


@pytest.mark.parametrize(
    ("cell", "postcode"),
    [
        (9000, "9000"),
        (9000.0, "9000"),
        ("9000.0", "9000"),
        ("B-9000", "9000"),
        ("BE 9000", "9000"),
        ("9000 Gent", "9000"),
        ("?", None),
    ],
)
def test_a_postcode_has_four_figures(cell: Cell, postcode: str | None) -> None:
    assert postcode_of(cell) == postcode


@pytest.mark.parametrize("cell", ["90", "90000", "Gent", "0123", "4561 AB"])
def test_another_postcode_is_refused(cell: Cell) -> None:
    with pytest.raises(NotRead):
        postcode_of(cell)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ("51,05", "3,72"),
        (51.05, 3.72),
        ("51.05", "3.72"),
        ("3.72", "51.05"),
        ("51.05°", "3.72° E"),
        ("51°03'00\" N", "3°43'12\" O"),
        ("51.05, 3.72", None),
        ("51.05,3.72", ""),
        ("51,05; 3,72", ""),
    ],
)
def test_coordinates_are_read_in_every_form(latitude: Cell, longitude: Cell) -> None:
    assert point_of(latitude, longitude) == Point(51.05, 3.72)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("51,05", ""), ("0", "0"), (104000, 194000), ("hier", "daar"), (40.4, -3.7)]
)
def test_coordinates_far_from_belgium_are_refused(latitude: Cell, longitude: Cell) -> None:
    with pytest.raises(NotRead):
        point_of(latitude, longitude)


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("www.example.org", "https://www.example.org"),
        ("http://example.org/a?b=c#d", "http://example.org/a?b=c#d"),
        ("example.org:8080/pad", "https://example.org:8080/pad"),
        ("https://example.org en nog iets", "https://example.org"),
        ("", None),
    ],
)
def test_a_web_address_gets_its_scheme(cell: Cell, address: str | None) -> None:
    assert web_address(cell) == address


@pytest.mark.parametrize(
    "cell",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://a:b@example.org",
        "jan@example.org",
        "geen",
        "https://",
        'https://example.org/"onclick=x',
        "http://[x",
    ],
)
def test_an_address_that_is_not_safe_is_refused(cell: Cell) -> None:
    with pytest.raises(NotRead):
        web_address(cell)


def test_an_email_address_is_taken_out_of_its_words() -> None:
    assert email_of("mailto:jan@example.org") == "jan@example.org"
    assert email_of("Jan <jan@example.org>; piet@example.org") == "jan@example.org"
    with pytest.raises(NotRead):
        email_of("jan (at) example.org")


def test_a_phone_number_keeps_its_zero() -> None:
    assert phone_of(470000001) == "0470000001"
    assert phone_of(32470000001) == "+32470000001"
    assert phone_of("0470/00.00.01 (na 18u)") == "0470/00.00.01 (na 18u)"
    with pytest.raises(NotRead):
        phone_of("bel maar")


@pytest.mark.parametrize(
    ("cell", "ages"),
    [
        ("6-12", (6, 12)),
        ("18+", (18, None)),
        ("+18", (18, None)),
        ("18-", (18, None)),
        ("-12", (None, 12)),
        ("vanaf 16 jaar", (16, None)),
        ("6 tot 12 jaar", (6, 12)),
        ("tot 12 jaar", (None, 12)),
        ("volwassenen", (18, None)),
        ("alle leeftijden", (None, None)),
        ("-", (None, None)),
        ("", (None, None)),
    ],
)
def test_ages_have_a_youngest_and_an_oldest(cell: Cell, ages: tuple[int | None, int | None]) -> None:
    assert ages_of(cell) == ages


@pytest.mark.parametrize(
    ("cell", "count"), [(12, 12), ("max. 12 personen", 12), ("8 à 10", 10), ("12.0", 12), ("onbeperkt", None)]
)
def test_there_is_room_for_so_many(cell: Cell, count: int | None) -> None:
    assert count_of(cell) == count


@pytest.mark.parametrize("kind", OfferKind)
def test_every_kind_is_known_by_its_name(kind: OfferKind) -> None:
    assert kind_named(NAMES[kind]) is kind


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Vrijwilligers", OfferKind.VOLUNTEERING),
        ("buddyproject", OfferKind.BUDDY),
        ("maatje", OfferKind.BUDDY),
        ("Praatgroepen", OfferKind.CONVERSATION_TABLE),
        ("taaltafel", OfferKind.CONVERSATION_TABLE),
        ("lokaal dienstencentrum", OfferKind.NEIGHBOURHOOD_HOUSE),
        ("buurtwerking", OfferKind.NEIGHBOURHOOD_HOUSE),
        ("workshop / les", OfferKind.COURSE),
        ("stage", OfferKind.WORK_PLACEMENT),
        ("club", OfferKind.ASSOCIATION),
        ("socio-culturele vereniging", OfferKind.ASSOCIATION),
        ("Sport & beweging", OfferKind.SPORT),
        ("iets raars", None),
    ],
)
def test_a_kind_has_other_names(written: str, kind: OfferKind | None) -> None:
    assert kind_named(written) is kind
