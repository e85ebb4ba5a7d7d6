"""Every national register number is hidden, however it is written; other numbers stay."""

import string

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.insz import HIDDEN, has_hidden, is_valid, masked

SCRIPTS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
SPELLINGS = (
    (11,),
    (2, 2, 2, 3, 2),
    (6, 3, 2),
    (6, 5),
    (9, 2),
    (6, 3, 2),
    (3, 3, 3, 2),
    (2, 2, 2, 5),
    (4, 2, 3, 2),
)
GAPS = (".", "-", " ", "/", "", " - ", ". ", "\u00a0", "\u202f", "–", "‑", "\u200f", " / ", "·")
WORDS = st.text(string.ascii_letters + "éø ,.;:!?()\n\t'\"أبجдежሀለ😀", max_size=20)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """The eleven digits of a birth or BIS number of either century."""
    month = draw(st.integers(0, 12)) + draw(st.sampled_from((0, 20, 40)))
    body = (
        f"{draw(st.integers(0, 99)):02}{month:02}{draw(st.integers(0, 31)):02}{draw(st.integers(0, 999)):03}"
    )
    century = draw(st.sampled_from(("", "2")))
    return f"{body}{97 - int(century + body) % 97:02}"


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """A number as somebody writes it."""
    digits = draw(numbers())
    groups = draw(st.sampled_from(SPELLINGS))
    # Written so, it cannot be told from a mobile number with its country.
    assume(not digits.startswith("324"))
    gap = draw(st.sampled_from(GAPS))
    parts, rest = [], digits
    for length in groups:
        parts.append(rest[:length])
        rest = rest[length:]
    return gap.join(parts).translate(str.maketrans("0123456789", draw(st.sampled_from(SCRIPTS))))


@given(WORDS, spelled(), WORDS)
@example("nr", "85073003328", "x")
def test_a_number_is_hidden_in_any_spelling_and_surroundings(before: str, number: str, after: str) -> None:
    hidden = masked(f"{before}{number}{after}")

    assert hidden.startswith(before)
    assert hidden.endswith(after)
    middle = hidden[len(before) : len(hidden) - len(after)]
    assert not any(map(str.isdecimal, middle))
    assert [sign for sign in middle if sign != HIDDEN] == [sign for sign in number if not sign.isdecimal()]
    assert len(middle.encode("utf-16")) == len(number.encode("utf-16"))
    assert has_hidden(hidden)


@given(numbers(), numbers())
def test_two_numbers_beside_each_other_are_both_hidden(one: str, other: str) -> None:
    assume(not one.startswith("324") and not other.startswith("324"))

    assert masked(f"{one} {other}") == f"{HIDDEN * 11} {HIDDEN * 11}"


@st.composite
def telephones(draw: st.DrawFn) -> str:
    """A telephone number as people here write it."""
    mobile = f"4{draw(st.integers(5, 9))}{draw(st.integers(0, 10**7 - 1)):07}"
    fixed = f"{draw(st.integers(1, 9))}{draw(st.integers(0, 10**7 - 1)):07}"
    is_mobile = draw(st.booleans())
    number = mobile if is_mobile else fixed
    prefixes = ("+32", "0032", "00 32", "+32 ", "0032 ", "+32/", "0032-", "+32 (0)", "0")
    prefix = draw(st.sampled_from((*prefixes, "32", "32 ") if is_mobile else prefixes))
    groups = draw(st.sampled_from(((9,), (3, 2, 2, 2), (3, 3, 3), (3, 6), (1, 3, 2, 2), (2, 2, 2, 2))))
    gap = draw(st.sampled_from((" ", ".", "-", "/", "")))
    parts, rest = [], number
    for length in groups:
        parts.append(rest[:length])
        rest = rest[length:]
    whole = prefix + gap.join(part for part in (*parts, rest) if part)
    return whole.translate(str.maketrans("0123456789", draw(st.sampled_from(SCRIPTS))))


@given(WORDS, telephones(), WORDS)
@example("bel ", "+32470123456", " aub")
@example("", "32470123456", "")
def test_a_telephone_number_is_left_alone(before: str, number: str, after: str) -> None:
    assert masked(f"{before}{number}{after}") == f"{before}{number}{after}"


@given(telephones(), spelled())
def test_a_telephone_beside_a_number_stays_while_the_number_goes(phone: str, number: str) -> None:
    hidden = masked(f"tel {phone}, nr {number}")

    assert hidden.startswith(f"tel {phone}, nr ")
    assert has_hidden(hidden)


@given(st.text("0123456789", min_size=12, max_size=30))
def test_a_number_inside_a_longer_run_of_digits_is_left_alone(digits: str) -> None:
    assert masked(digits) == digits


@given(st.text("0123456789", min_size=11, max_size=11))
def test_eleven_digits_with_a_wrong_check_are_left_alone(digits: str) -> None:
    assume(not is_valid(digits))

    assert masked(digits) == digits


@given(st.text())
def test_any_text_keeps_its_length_and_is_hidden_only_once(text: str) -> None:
    hidden = masked(text)

    assert len(hidden.encode("utf-16", "surrogatepass")) == len(text.encode("utf-16", "surrogatepass"))
    assert masked(hidden) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "0403.170.701",
        "BE 0403.170.701",
        "BE68 5390 0754 7034",
        "BE68539007547034",
        "NO93 8601 1117 947",
        "FR14 2004 1010 0505 0001 3M02 606",
        "+31 6 12345678",
        "0031612345678",
        "+90 532 123 45 67",
        "+1 850 730 0332",
        "1/2/2027 15/6/2028 40",
        "2026-11-30 14:30, 2 uur en 15 minuten",
        "85.07.30-033.29",
        "85.13.30-033.28",
        "12345678901",
        "",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("85.07.30-033 28", "••.••.••-••• ••"),
        ("00.05.12-123.66", "••.••.••-•••.••"),
        ("32.47.01-234.58", "••.••.••-•••.••"),
        ("mijn nummer is 85073003328, dank u", "mijn nummer is •••••••••••, dank u"),
        ("٨٥٠٧٣٠٠٣٣٢٨", "•••••••••••"),
    ],
)
def test_a_number_is_hidden_sign_by_sign(text: str, hidden: str) -> None:
    assert masked(text) == hidden
