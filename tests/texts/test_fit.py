"""Text that must fit stays whole where it can, and never breaks a sign in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import fit

WILD = st.text(st.sampled_from("a é\n 👍👩\u200d🦰🇧🇪🏽ع\u0301"), max_size=60)


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert fit.shorten("Goeiedag", 8) == "Goeiedag"


def test_a_text_that_is_too_long_ends_with_an_ellipsis() -> None:
    assert fit.shorten("Goeiedag allemaal", 9) == "Goeiedag…"


def test_emoji_count_as_telegram_counts_them() -> None:
    assert fit.units("👍a") == 3


@pytest.mark.parametrize("sign", ["👩\u200d🦰", "👍🏽", "🇧🇪", "e\u0301"])
def test_a_sign_of_several_characters_is_never_cut_in_two(sign: str) -> None:
    shortened = fit.shorten("ab" + sign * 3, fit.units("ab" + sign) + fit.units(sign))

    assert shortened == "ab" + sign + "…"


@given(WILD, st.integers(min_value=12, max_value=40))
def test_a_shortened_text_always_fits(text: str, limit: int) -> None:
    assert fit.units(fit.shorten(text, limit)) <= limit


@given(WILD, st.integers(min_value=2, max_value=40))
def test_the_pieces_of_a_text_are_the_whole_text_and_each_fits(text: str, limit: int) -> None:
    pieces = fit.split(text, limit)

    assert "".join(pieces) == text
    assert all(fit.units(piece) <= limit for piece in pieces)


def test_a_text_is_split_at_a_space_where_there_is_one() -> None:
    assert fit.split("een twee drie", 9) == ["een twee ", "drie"]
