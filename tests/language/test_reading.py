"""A message in Latin letters is also read in the script of its language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.languages import UNDERSTOOD
from bot.language.reading import read
from bot.language.transliteration import to_own_script


@pytest.mark.parametrize(
    ("typed", "language", "written"),
    [
        ("ne hochut pidpysuvaty, shcho dali", "uk", "не гочут підписувати, що далі"),
        ("skolko chasov nado", "ru", "сколко часов надо"),
        ("salam", "fa", "سلم"),
        ("selam 40", "ti", "ሰላም 40"),
        ("merhaba nasilsiniz", "tr", "merhaba nasilsiniz"),
    ],
)
def test_latin_letters_become_the_script_of_the_language(typed: str, language: str, written: str) -> None:
    assert to_own_script(typed, language) == written


def test_a_transliteration_is_weighed_in_both_scripts() -> None:
    reading = read("skolko chasov mne eshche ostalos, podskazhite")

    assert reading.language == "ru"
    assert reading.sentence.startswith("сколко часов")
    assert reading.letters.startswith("skolko chasov")
    assert "сколко" in reading.letters


def test_dutch_words_in_another_script_stay_as_they_are() -> None:
    assert "bewijs" in read("Мій bewijs ще не готовий").sentence


@given(st.text(), st.sampled_from(UNDERSTOOD))
def test_any_text_can_be_written_in_any_script(text: str, language: str) -> None:
    to_own_script(text, language).encode("utf-8", "replace")
    assert read(text).words >= 0
