"""Setting one's working week."""

import datetime as dt

from bot.domain.working_hours import WorkingHours
from bot.texts import working_hours as texts


def test_the_week_shows_which_days_are_on() -> None:
    labels = [
        button.label for row in texts.week(WorkingHours(days=frozenset({0, 6}))).buttons for button in row
    ]

    assert labels[:7] == ["✅ ma", "⬜ di", "⬜ wo", "⬜ do", "⬜ vr", "⬜ za", "✅ zo"]
    assert labels[7:] == ["🕘 Begin: 9:00", "🕔 Einde: 17:00", "📞 Mijn nummer"]


def test_only_possible_times_are_offered() -> None:
    hours = WorkingHours(begin=dt.time(9), end=dt.time(10))

    begins = [button.label for row in texts.begins(hours).buttons for button in row]
    ends = [button.label for row in texts.ends(hours).buttons for button in row]

    assert begins[-2:] == ["9:30", "⬅️ Terug"]
    assert ends[0] == "9:30"


def test_a_notice_fits_in_a_toast() -> None:
    assert len(texts.not_possible()) <= 200
