"""What newcomers type about hours they did, and what is no such note."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.languages import UNDERSTOOD
from bot.domain.noted import WHAT_LENGTH, Noted, looks_like_note, read_note

HERE = Path(__file__).parent
WAYS = HERE.parent.parent / "bot" / "faq" / "ways"
MONDAY = dt.date(2026, 11, 23)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


NOTES = rows_of(HERE / "notes.tsv")


def test_every_language_has_notes() -> None:
    counts = Counter(note["language"] for note in NOTES)

    assert all(counts[language] >= 8 for language in UNDERSTOOD)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note['language']} {note['text']}")
def test_a_note_is_read_in_the_persons_own_language(note: dict[str, str]) -> None:
    read = read_note(note["text"], note["language"], MONDAY)

    assert read is not None
    assert (str(read.day), str(read.minutes), read.what) == (note["day"], note["minutes"], note["what"])
    assert looks_like_note(note["text"], note["language"], MONDAY)


@pytest.mark.parametrize("language", UNDERSTOOD)
def test_a_question_is_practically_never_taken_for_a_note(language: str) -> None:
    messages = [row["text"] for row in rows_of(WAYS / f"{language}.tsv")]

    taken = [text for text in messages if looks_like_note(text, language, MONDAY)]

    assert len(messages) > 500
    assert taken == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "dinsdag 2 uur voetbal, telt dat"),
        ("nl", "dinsdag 2 uur voetbal ؟"),
        ("nl", "elke dinsdag 2 uur voetbal"),
        ("nl", "ik moet dinsdag 2 uur werken"),
        ("nl", "ik was dinsdag niet 2 uur op voetbal"),
        ("nl", "volgende dinsdag 2 uur voetbal"),
        ("nl", "morgen 2 uur voetbal"),
        ("nl", "dinsdag om 2 uur voetbal"),
        ("nl", "dinsdag voetbal"),
        ("nl", "2 uur voetbal"),
        ("nl", "dinsdag 2 voetbal"),
        ("nl", "dinsdag 40 uur voetbal"),
        ("nl", "dinsdag 2 uur voetbal en woensdag 3 uur koken"),
        ("nl", "dinsdag 2 uur " + "voetbal " * 15),
        ("en", "Tuesday at 2 hours football"),
        ("en", "can I do 2 hours on Tuesday"),
        ("fr", "mardi à 14h foot"),
        ("fr", "les mardis 2h de foot"),
        ("ar", "كل يوم ثلاثاء ساعتين"),
        ("ar", "الثلاثاء الساعة 2 كرة القدم"),
        ("uk", "чи рахується вівторок 2 години"),
        ("uk", "у вівторок о 14 годині футбол"),
        ("tr", "salı saat 2 futbol"),
        ("tr", "salı günü 2 saat sayılır mı"),
        ("fa", "سه‌شنبه ساعت ۲ فوتبال"),
        ("so", "shalay 2 saac ma la tirinayaa"),
        ("ti", "ትማሊ 2 ሰዓት ይቑጸር ዶ"),
    ],
)
def test_what_is_asked_planned_repeated_or_unclear_is_no_note(language: str, text: str) -> None:
    assert not looks_like_note(text, language, MONDAY)


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("dinsdag voetbal", Noted(day=dt.date(2026, 11, 17), minutes=None, what="voetbal")),
        ("2 uur voetbal", Noted(day=None, minutes=120, what="voetbal")),
        ("dinsdag 2 voetbal", Noted(day=dt.date(2026, 11, 17), minutes=120, what="voetbal")),
        ("gisteren 1:30", Noted(day=dt.date(2026, 11, 22), minutes=90, what="")),
        ("maandag en dinsdag 2 uur koor", Noted(day=None, minutes=120, what="koor")),
        ("0 uur voetbal", Noted(day=None, minutes=0, what="voetbal")),
        ("400 uur voetbal", Noted(day=None, minutes=24_000, what="voetbal")),
        ("dinsdag 2 uur koor, 3 uur bib", Noted(day=dt.date(2026, 11, 17), minutes=None, what="koor bib")),
        ("dinsdag 2u koor, 2u bib", Noted(day=dt.date(2026, 11, 17), minutes=None, what="koor bib")),
        ("dinsdag 18/11/2026 2u koor", Noted(day=dt.date(2026, 11, 18), minutes=120, what="koor")),
        ("vorige week dinsdag 2u koor", Noted(day=dt.date(2026, 11, 17), minutes=120, what="koor")),
    ],
)
def test_what_is_not_said_once_and_clearly_stays_open(text: str, noted: Noted) -> None:
    assert read_note(text, "nl", MONDAY) == noted


@pytest.mark.parametrize("text", ["", "voetbal", "???", "hallo", "\N{PARTY POPPER}"])
def test_without_day_and_amount_there_is_no_note(text: str) -> None:
    assert read_note(text, "nl", MONDAY) is None


def test_a_full_date_to_come_stays_so_that_it_can_be_refused() -> None:
    read = read_note("3/12/2026 2 uur voetbal", "nl", MONDAY)

    assert read is not None
    assert read.day == dt.date(2026, 12, 3)
    assert looks_like_note("3/12/2026 2 uur voetbal", "nl", MONDAY)


def test_a_weekday_is_the_last_one_or_today() -> None:
    days = [read_note(f"{day} 2u koor", "nl", MONDAY) for day in ("maandag", "dinsdag", "vorige maandag")]

    assert [str(read.day) for read in days if read] == ["2026-11-23", "2026-11-17", "2026-11-16"]


def test_another_language_is_read_with_dutch_and_english_words() -> None:
    assert read_note("gisteren 2 hours koor", "de", MONDAY) == read_note(
        "gisteren 2 hours koor", "nl", MONDAY
    )


@given(st.text(max_size=200), st.sampled_from(UNDERSTOOD))
def test_whatever_is_typed_is_read_without_trouble(text: str, language: str) -> None:
    read = read_note(text, language, MONDAY)

    assert read is None or (len(read.what) <= WHAT_LENGTH and "\n" not in read.what)


@given(st.integers(1, 12 * 60), st.dates(dt.date(2026, 1, 1), MONDAY), st.sampled_from(UNDERSTOOD))
def test_a_date_and_hours_in_figures_are_read_in_every_language(
    minutes: int, day: dt.date, language: str
) -> None:
    text = f"{day.day}/{day.month} {minutes // 60}h{minutes % 60:02} volley"

    assert read_note(text, language, MONDAY) == Noted(day=day, minutes=minutes, what="volley")
