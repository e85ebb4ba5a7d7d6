"""The calendar file of the deadline, as another program reads it."""

import datetime as dt

import pytest
from icalendar import Calendar, Event

from bot.documents.calendar import deadline_ics

LAST_DAY = dt.date(2027, 12, 31)
NOW = dt.datetime(2027, 3, 1, 23, 30, tzinfo=dt.UTC)


def a_file(
    *,
    title: str = "Laatste dag",
    description: str = "Je uren",
    last_day: dt.date = LAST_DAY,
    made_at: dt.datetime = NOW,
) -> bytes:
    return deadline_ics(
        uid="term-7@inburgerbot", last_day=last_day, title=title, description=description, made_at=made_at
    )


def the_event(content: bytes) -> Event:
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def test_the_event_is_the_whole_last_day_and_nothing_more() -> None:
    event = the_event(a_file())

    assert event.decoded("dtstart") == LAST_DAY
    assert event.decoded("dtend") == dt.date(2028, 1, 1)
    assert not isinstance(event.decoded("dtstart"), dt.datetime)


def test_the_alarms_go_by_day_and_never_at_night() -> None:
    triggers = [alarm.decoded("trigger") for alarm in the_event(a_file()).walk("VALARM")]

    midnight = dt.datetime(2027, 12, 31)  # noqa: DTZ001 - a whole day has no timezone
    assert [midnight + trigger for trigger in triggers] == [
        dt.datetime(2027, 10, 8, 9),  # noqa: DTZ001
        dt.datetime(2027, 11, 19, 9),  # noqa: DTZ001
        dt.datetime(2027, 12, 17, 9),  # noqa: DTZ001
    ]


def test_an_alarm_of_the_past_does_not_ring_at_once() -> None:
    late = a_file(made_at=dt.datetime(2027, 12, 1, 8, tzinfo=dt.UTC))
    too_late = a_file(made_at=dt.datetime(2028, 1, 1, 8, tzinfo=dt.UTC))

    assert len(the_event(late).walk("VALARM")) == 1
    assert not the_event(too_late).walk("VALARM")


def test_sent_again_it_replaces_what_was_sent_before() -> None:
    before = the_event(a_file())
    after = the_event(a_file(last_day=dt.date(2028, 6, 30), made_at=NOW + dt.timedelta(seconds=1)))

    assert after["uid"] == before["uid"]
    assert int(after.decoded("sequence")) > int(before.decoded("sequence"))
    assert after.decoded("dtstamp") > before.decoded("dtstamp")


@pytest.mark.parametrize(
    "text",
    [
        "Uren; 40, of meer\\minder",
        "آخر يوم لساعاتك الأربعين في المسار التشاركي، اسأل مرافقك إذا كان لديك سؤال",
        "ናይ መወዳእታ መዓልቲ " * 12,
        "BEGIN:VALARM",
        'regel een\nregel twee: "aanhaling"',
        "🗓️" * 40,
    ],
)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    event = the_event(a_file(title=text, description=text))

    assert str(event["summary"]) == text.strip("\n")
    assert str(event["description"]) == text


def test_the_lines_end_and_fold_as_the_standard_asks() -> None:
    content = a_file(title="ساعة " * 60, description="Een lange regel. " * 30)

    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode() for line in lines[:-1])
    assert {b"VERSION:2.0", b"METHOD:PUBLISH"} <= set(lines)


def test_control_signs_and_returns_cannot_add_a_line_of_their_own() -> None:
    content = a_file(title="Dag\rATTACH:x\x00\x07", description="een\r\nBEGIN:VEVENT\rtwee\x0b")

    assert content.count(b"BEGIN:VEVENT\r\n") == 1
    assert not any(line.startswith((b"ATTACH", b"BEGIN:VEVENT\\n")) for line in content.split(b"\r\n"))
    assert not any(byte < 32 and byte not in b"\r\n" for byte in content)


def test_a_moment_without_timezone_is_refused() -> None:
    with pytest.raises(ValueError, match="timezone"):
        a_file(made_at=dt.datetime(2027, 3, 1))  # noqa: DTZ001
