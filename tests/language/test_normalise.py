"""What people type is brought to one form, and nothing they can type breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.normalise import MAX_CHARACTERS, clean, fold


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Heeeeel  goed!!!", "Heel goed!"),
        ("kijk https://example.be/x?y=1 hier", "kijk hier"),
        ("<b>vet</b>", "vet"),
        ("١٢ ساعة", "12 ساعة"),
        ("۴۰ ساعت", "40 ساعت"),
        ("об’єднання", "об'єднання"),
        ("a\u200bb\0c\ud800", "abc"),
        ("ｆｕｌｌ", "full"),
        ("مـــرحبا", "مرحبا"),
    ],
)
def test_a_message_is_cleaned(typed: str, expected: str) -> None:
    assert clean(typed) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Şimdi ISPARTA", "simdi isparta"),
        ("Élève", "eleve"),
        ("أين إلى", "اين الى"),
        ("كتاب علي", "کتاب علی"),
        ("сколько ещё", "сколько еще"),
        ("обов'язково", "обовязково"),
        ("wat, nu?", "wat nu?"),
    ],
)
def test_spellings_fall_together(one: str, other: str) -> None:
    assert fold(clean(one)) == fold(clean(other))


def test_letters_that_make_another_word_stay_apart() -> None:
    assert fold("мій") != fold("мии")


def test_a_long_message_keeps_both_ends() -> None:
    cleaned = clean("begin " + "ab " * 5_000 + "einde")

    assert cleaned.startswith("begin")
    assert cleaned.endswith("einde")
    assert len(cleaned) <= MAX_CHARACTERS + 1


@given(st.text())
def test_any_text_becomes_one_printable_line(text: str) -> None:
    cleaned = clean(text)

    assert "\n" not in cleaned
    assert cleaned == cleaned.strip()
    cleaned.encode("utf-8")
    fold(cleaned).encode("utf-8")
