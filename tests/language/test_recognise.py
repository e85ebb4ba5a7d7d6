"""A message shows its language by script and letters; one that does not takes the hint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.languages import SOURCE_LANGUAGE, UNDERSTOOD
from bot.language.recognise import recognise


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoeveel uur moet ik nog doen?", "nl"),
        ("How many hours do I still have to do?", "en"),
        ("Combien d'heures est-ce que je dois encore faire ?", "fr"),
        ("كم ساعة بقي لي؟", "ar"),
        ("Скільки годин мені ще залишилося?", "uk"),
        ("Kaç saatim kaldı?", "tr"),
        ("¿Cuántas horas me faltan todavía?", "es"),
        ("Сколько часов мне ещё осталось?", "ru"),
        ("چند ساعت دیگر مانده است؟", "fa"),
        ("زما څو ساعته پاتې دي؟", "ps"),
        ("Imisa saacadood ayaa ii haray?", "so"),
        ("ክንደይ ሰዓት ተሪፉኒ ኣሎ?", "ti"),
    ],
)
def test_a_sentence_shows_its_language(text: str, language: str) -> None:
    assert recognise(text) == language
    assert recognise(text, hint="nl") == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ma 3ndi sa3at, kif fini a3mel?", "ar"),
        ("skilky hodyn meni shche zalyshylosya", "uk"),
        ("skolko chasov mne eshche ostalos, podskazhite", "ru"),
        ("kac saatim kaldi bilmiyorum", "tr"),
    ],
)
def test_a_transliteration_shows_its_language(text: str, language: str) -> None:
    assert recognise(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("شو يعني bewijs van deelname ووين بلاقي trajectbegeleider؟", "ar"),
        ("Мій trajectbegeleider каже про inburgering contract", "uk"),
        ("My trajectbegeleider says the bewijs is for the inburgering", "en"),
    ],
)
def test_dutch_words_between_do_not_mislead(text: str, language: str) -> None:
    assert recognise(text) == language


@pytest.mark.parametrize("text", ["", "?", "12", "😀😀", "\ud800", "x"])
def test_a_message_without_language_takes_the_hint(text: str) -> None:
    assert recognise(text, hint="tr") == "tr"
    assert recognise(text) == SOURCE_LANGUAGE
    assert recognise(text, hint="xx") == SOURCE_LANGUAGE


@given(st.text(), st.sampled_from([None, *UNDERSTOOD]))
def test_any_text_is_given_a_language_that_is_understood(text: str, hint: str | None) -> None:
    assert recognise(text, hint=hint) in UNDERSTOOD
