"""What taking part costs is read as people write it, and written so that it reads the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.offer import Price
from bot.domain.price_text import read_price, write_price


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("gratis", 0),
        ("Gratis!", 0),
        ("0", 0),
        ("€ 0,00", 0),
        ("geen kosten", 0),
        ("€ 3,50", 350),
        ("3.5", 350),
        ("5 euro", 500),
        ("€5,-", 500),
        ("EUR 7", 700),
        ("1.200,00", 120_000),
        ("50 cent", 50),
    ],
)
def test_an_amount_alone_needs_no_words(written: str, cents: int) -> None:
    assert read_price(written) == Price(cents=cents)


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("5 euro/keer", 500),
        ("€12,50 per maand", 1250),
        ("leden 20, niet-leden 25", 2000),
        ("10 lessen voor 50", 5000),
        ("12 x 5 euro", 500),
        ("eerste les gratis, daarna 60 euro", 6000),
        ("gratis voor iedereen", 0),
        ("gratis, 3 keer per jaar", 0),
        ("gratis voor leden", None),
        ("gratis met kansenpas", None),
        ("niet gratis", None),
        ("prijs op aanvraag", None),
        ("999999 euro", None),
    ],
)
def test_what_a_number_does_not_say_is_kept_as_words(written: str, cents: int | None) -> None:
    assert read_price(written) == Price(cents=cents, words=written)


@pytest.mark.parametrize("written", ["", "?", "-", "onbekend", "nog te bepalen"])
def test_who_says_nothing_names_no_price(written: str) -> None:
    assert read_price(written) == Price()


@given(st.builds(
    Price,
    cents=st.none() | st.integers(0, 1_000_000),
    words=st.none() | st.text(min_size=1, max_size=30).filter(str.strip)
    | st.sampled_from(["gratis", "5 euro", "?", "5,00; 6 euro", "gratis; voor leden", "0", "-"]),
))  # fmt: skip
def test_every_price_reads_the_same_as_it_was_written(price: Price) -> None:
    assert read_price(write_price(price)) == price
