"""Ways of writing the same word fall together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import fold, is_one_letter_off, tidy


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Één\n  UUR ", "een uur"),
        ("SALI salı", "sali sali"),
        ("الأحد", "الاحد"),
        ("ساعة", "ساعه"),
        ("п’ятниця", "п'ятниця"),
        ("٢٫٥ ۳", "2,5 3"),
        ("2½", "2,5"),
        ("½", "0,5"),
        ("ሓሙስ", "ሃሙስ"),
    ],
)
def test_case_accents_digits_and_variants_fall_together(typed: str, folded: str) -> None:
    assert fold(typed) == fold(folded)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert "\n" not in tidy(text)


@given(st.text(min_size=1, max_size=8), st.integers(0, 7), st.characters())
def test_one_letter_wrong_missing_or_more_is_one_letter_off(word: str, place: int, letter: str) -> None:
    place = min(place, len(word) - 1)

    assert is_one_letter_off(word, word)
    assert is_one_letter_off(word[:place] + letter + word[place + 1 :], word)
    assert is_one_letter_off(word[:place] + letter + word[place:], word)
    assert is_one_letter_off(word[:place] + word[place + 1 :], word)
    assert is_one_letter_off(word[:place] + word[place : place + 2][::-1] + word[place + 2 :], word)


def test_two_letters_wrong_are_another_word() -> None:
    assert not is_one_letter_off("juri", "maart")
    assert not is_one_letter_off("monday", "sunday")
