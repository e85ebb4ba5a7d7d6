"""Languages as begeleiders write them in their lists."""

import pytest

from bot.domain.language_names import read_language
from bot.domain.languages import UNDERSTOOD


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("Arabisch", "ar"),
        ("AR", "ar"),
        ("nl-BE", "nl"),
        ("Oekraïens", "uk"),
        ("Farsi/Dari", "fa"),
        ("Türkçe", "tr"),
    ],
)
def test_a_language_is_read_by_name_or_code(written: str, language: str) -> None:
    assert read_language(written) == language


@pytest.mark.parametrize("code", UNDERSTOOD)
def test_every_language_the_bot_understands_has_its_code(code: str) -> None:
    assert read_language(code) == code


@pytest.mark.parametrize("written", ["", "Klingon", "Arabisch en Frans", "Chinees"])
def test_another_language_or_several_are_not_guessed(written: str) -> None:
    assert read_language(written) is None
