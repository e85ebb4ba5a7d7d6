"""The picture of a newcomer's hours: small, true to the figures, and told apart without hue."""

import io
import math

import pytest
from PIL import Image, ImageChops, ImageOps

from bot.documents.ring import HEIGHT, RADII, RING_MIDDLE, WIDTH, hours_figure, ring_png

LARGEST_BYTES = 60_000
TWELVE_HOURS = 12 * 60


def a_ring(
    *,
    accepted: int = 0,
    confirmed: int = 0,
    claimed: int = 0,
    required: int = 40 * 60,
    days_left: int | None = 77,
    is_right_to_left: bool = False,
) -> bytes:
    return ring_png(
        accepted=accepted,
        confirmed=confirmed,
        claimed=claimed,
        required=required,
        days_left=days_left,
        is_right_to_left=is_right_to_left,
    )


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def around_the_ring(png: bytes, turns: float, *, mirrored: bool = False) -> list[int]:
    """The brightness across the ring, at so many turns from the top."""
    image = ImageOps.mirror(picture(png)) if mirrored else picture(png)
    angle = turns * 2 * math.pi
    inner, outer = RADII
    shades: list[int] = []
    for radius in range(inner + 8, outer - 8):
        x, y = RING_MIDDLE + radius * math.sin(angle), HEIGHT / 2 - radius * math.cos(angle)
        shade = image.getpixel((round(x), round(y)))
        assert isinstance(shade, int)
        shades.append(shade)
    return shades


@pytest.mark.parametrize(
    "hours",
    [
        {},
        {"accepted": 870, "confirmed": 365, "claimed": 195},
        {"accepted": 2520, "claimed": 125},
        {"accepted": 999 * 60 + 59, "confirmed": 999 * 60 + 59, "claimed": 999 * 60 + 59, "days_left": 9999},
        {"accepted": 0, "claimed": 6000},
        {"accepted": 1, "confirmed": 1, "claimed": 1, "days_left": -3},
        {"accepted": 300, "required": 0, "days_left": None},
        {"required": 0, "days_left": None},
    ],
)
@pytest.mark.parametrize("is_right_to_left", [False, True])
def test_the_picture_suits_a_small_phone_and_a_prepaid_card(
    hours: dict[str, int], is_right_to_left: bool
) -> None:
    png = a_ring(**hours, is_right_to_left=is_right_to_left)

    assert len(png) <= LARGEST_BYTES
    assert Image.open(io.BytesIO(png)).size == (WIDTH, HEIGHT)


def test_the_states_are_told_apart_without_colour() -> None:
    png = a_ring(accepted=TWELVE_HOURS, confirmed=TWELVE_HOURS, claimed=TWELVE_HOURS)

    accepted, confirmed = around_the_ring(png, 0.15), around_the_ring(png, 0.45)
    claimed, empty = around_the_ring(png, 0.75), around_the_ring(png, 0.95)
    assert max(accepted) < 110
    assert 150 < min(confirmed) <= max(confirmed) < 210
    assert min(empty) > 220
    assert max(claimed) - min(claimed) > 80


def test_more_than_required_makes_the_ring_full_and_not_more() -> None:
    png = a_ring(accepted=50 * 60, claimed=TWELVE_HOURS)

    assert all(max(around_the_ring(png, turns / 12)) < 110 for turns in range(12))


def test_a_quarter_of_an_hour_is_seen() -> None:
    assert max(around_the_ring(a_ring(accepted=15), 0.007)) < 110


def test_who_reads_from_the_right_gets_the_ring_on_the_right_and_turning_the_other_way() -> None:
    png = a_ring(accepted=20 * 60, is_right_to_left=True)

    assert max(around_the_ring(png, 0.25, mirrored=True)) < 110
    assert min(around_the_ring(png, 0.75, mirrored=True)) > 220


def test_without_a_contract_there_is_no_calendar_and_nothing_to_go() -> None:
    column = (RING_MIDDLE + RADII[1] + 10, HEIGHT - 90, WIDTH, HEIGHT)

    with_contract = ImageChops.invert(picture(a_ring(accepted=300)).crop(column)).getbbox()
    without = ImageChops.invert(
        picture(a_ring(accepted=300, required=0, days_left=None)).crop(column)
    ).getbbox()

    assert with_contract is not None
    assert without is None


def test_the_same_hours_give_the_same_picture() -> None:
    assert a_ring(accepted=870, claimed=30) == a_ring(accepted=870, claimed=30)


@pytest.mark.parametrize(
    ("minutes", "figure"), [(0, "0"), (5, "0:05"), (60, "1"), (870, "14:30"), (2400, "40"), (6001, "100:01")]
)
def test_hours_are_written_without_words(minutes: int, figure: str) -> None:
    assert hours_figure(minutes) == figure
