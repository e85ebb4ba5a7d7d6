"""Reminders are short, warm, in every language, and threaten nobody."""

import datetime as dt

import pytest

from bot.domain.contract import Contract, Status
from bot.domain.hours import Sums
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.people import Newcomer
from bot.domain.progress import Progress
from bot.domain.reminder import ReminderKind, Reminding
from bot.texts import reminders
from bot.texts.message import visible
from bot.texts.speaker import speaker_for

LAST_DAY = dt.date(2027, 1, 31)
AMIRA = Newcomer(id=NewcomerId(123456), name="Amira", begeleider_id=BegeleiderId(1))
NL = speaker_for("nl")
NEVER = ("boete", "sanctie", "straf", "verplicht", "te laat", "moet je", "schuld")


def progress(days_left: int, **sums: int) -> Progress:
    """40 hours in the term, so many days before its end."""
    contract = Contract(status=Status.OBLIGED, starts_on=dt.date(2026, 9, 1), last_day=LAST_DAY)
    today = LAST_DAY - dt.timedelta(days=days_left - 1)
    return Progress(contract=contract, sums=Sums(**sums), today=today)


def of(kind: ReminderKind) -> Progress:
    """A day on which this reminder comes."""
    left = {ReminderKind.TWO_WEEKS: 10, ReminderKind.SIX_WEEKS: 40, ReminderKind.TERM_OVER: 0}
    return progress(left.get(kind, 80), claimed=300 if kind is ReminderKind.WAITS else 0)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("kind", ReminderKind)
def test_every_reminder_can_be_said_in_every_language(language: str, kind: ReminderKind) -> None:
    message = reminders.reminder(speaker_for(language), kind, AMIRA, of(kind))

    assert len(visible(message.text).splitlines()) == 3
    assert "{" not in message.text


@pytest.mark.parametrize("kind", ReminderKind)
def test_no_reminder_blames_or_threatens(kind: ReminderKind) -> None:
    text = reminders.reminder(NL, kind, AMIRA, of(kind)).text.casefold()

    assert [word for word in NEVER if word in text] == []


@pytest.mark.parametrize("kind", ReminderKind)
def test_every_reminder_can_be_stopped_and_leads_to_the_begeleider(kind: ReminderKind) -> None:
    data = [b.data for row in reminders.reminder(NL, kind, AMIRA, of(kind)).buttons for b in row]

    assert "r:off:123456" in data
    assert "r:ask:123456:deadline" in data
    assert ("t:obstacle:123456" in data) is (kind is ReminderKind.TERM_OVER)


def test_it_says_what_is_left_the_weeks_and_the_pace() -> None:
    text = visible(reminders.reminder(NL, ReminderKind.SIX_WEEKS, AMIRA, progress(42, accepted=600)).text)

    assert "Nog te doen: 30 uur." in text
    assert "Nog 6 weken: ongeveer 5 uur per week." in text


def test_near_the_end_it_counts_days() -> None:
    text = visible(reminders.reminder(NL, ReminderKind.TWO_WEEKS, AMIRA, progress(1)).text)

    assert "Nog 1 dag." in text


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("state", Reminding)
def test_the_settings_show_how_it_is_and_offer_the_other_ways(language: str, state: Reminding) -> None:
    message = reminders.settings(speaker_for(language), AMIRA, state, may_stop=False)
    data = " ".join(str(b.data) for row in message.buttons for b in row)

    assert ("r:on" in data) is (state is not Reminding.ON)
    assert ("r:off" in data) is (state is not Reminding.OFF)
    assert ("r:pause" in data) is (state is Reminding.ON)
    assert "t:stop" not in data
