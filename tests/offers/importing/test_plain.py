"""Descriptions go in as a person would see them, and come out so that they go in the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.importing.plain import plain, plain_line, shielded, shortened


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<p>Hallo <b>jij</b></p><p>en u</p>", "Hallo jij\nen u"),
        ("<ul><li>soep<li>brood</ul>", "- soep\n- brood"),
        ("regel 1<br/>regel 2\nhetzelfde", "regel 1\nregel 2 hetzelfde"),
        ("Syri&euml; &amp; Irak", "Syrië & Irak"),
        ("Syrië & Irak", "Syrië & Irak"),
        ("korting <12 jaar, x < y", "korting <12 jaar, x < y"),
        ("een\r\n\r\ntwee\tdrie", "een\ntwee drie"),
        ("a\x00b\x07c\u200ed", "a b cd"),
        ("<script>alert('x')</script>weg<style>p{}</style>", "weg"),
        ("<script>nooit gesloten", ""),
        ("<!-- <b>weg</b> -->hier<![if gte mso 9]> en hier", "hier en hier"),
        ("mail <jan@example.org>", "mail jan@example.org"),
        ("&lt;b&gt; blijft staan", "<b> blijft staan"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("cafe\u0301", "café"),
    ],
)
def test_markup_is_taken_away_and_text_stays(written: str, seen: str) -> None:
    assert plain(written) == seen


def test_a_title_stands_on_one_line() -> None:
    assert plain_line("<h1>Koken</h1>\n<p>samen</p>") == "Koken samen"


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"


@given(
    st.text()
    | st.lists(st.sampled_from(["<b>", "&lt;", "&amp;lt;", "<", ">", "x", "\n", "&", ";"])).map("".join)
)
def test_plain_text_survives_the_way_out_and_in(text: str) -> None:
    seen = plain(text)

    assert plain(shielded(seen)) == seen
