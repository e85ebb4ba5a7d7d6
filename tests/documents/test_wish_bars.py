"""The picture of wishes: small, and the same for one person and for two."""

import io

import pytest
from PIL import Image

from bot.documents.wish_bars import WIDTH, wishes_png
from bot.domain.interest import Interest
from bot.domain.wish_counts import WishCounts

MOST_BYTES = 60_000
TOWNS = ("Gent", "Sint-Katelijne-Waver", "Heist-op-den-Berg", None, "Antwerpen", "Aalst", "Dendermonde")
MANY = [(interest.value, town, 3 + place) for place, interest in enumerate(Interest) for town in TOWNS]


@pytest.mark.parametrize("counts", [MANY, [("cooking", "Gent", 1)], [("other", None, 12)], []])
def test_it_is_readable_on_a_small_phone_and_at_most_60_kb(counts: list[tuple[str, str | None, int]]) -> None:
    png = wishes_png(WishCounts.of(counts))

    picture = Image.open(io.BytesIO(png))
    assert len(png) <= MOST_BYTES
    assert picture.width == WIDTH
    assert picture.height <= 2 * WIDTH


def test_one_and_two_people_look_the_same() -> None:
    one = wishes_png(WishCounts.of([("cooking", "Gent", 1), ("music", "Aalst", 2)]))
    two = wishes_png(WishCounts.of([("cooking", "Gent", 2), ("music", "Aalst", 1)]))

    assert one == two


def test_what_no_interest_fits_is_counted_too() -> None:
    counts = WishCounts.of([("other", "Gent", 4), ("an interest of another version", "Gent", 1)])

    assert counts.by_interest == [(None, 5)]
