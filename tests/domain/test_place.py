"""Where something is, and how far apart two points are."""

import pytest

from bot.domain.place import Place, Point

GENT, ANTWERPEN = Point(51.05, 3.7167), Point(51.2205, 4.4003)


def test_a_distance_is_as_a_bird_flies() -> None:
    assert GENT.km_to(ANTWERPEN) == pytest.approx(51.2, abs=0.5)


def test_a_distance_is_the_same_both_ways_and_none_to_itself() -> None:
    assert GENT.km_to(ANTWERPEN) == pytest.approx(ANTWERPEN.km_to(GENT))
    assert GENT.km_to(GENT) == 0


def test_the_other_side_of_the_earth_is_half_its_girth_away() -> None:
    assert Point(0, 0).km_to(Point(0, 180)) == pytest.approx(20_015, abs=1)


def test_a_municipality_bears_its_own_name() -> None:
    gent = Place(name="Gent", municipality="Gent", postcodes=("9000",), point=GENT)
    gentbrugge = Place(name="Gentbrugge", municipality="Gent", postcodes=("9050",), point=GENT)

    assert gent.is_municipality
    assert not gentbrugge.is_municipality
