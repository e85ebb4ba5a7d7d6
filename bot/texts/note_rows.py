"""Days, amounts and kinds as rows of buttons, and the questions above them."""

import datetime as dt
from collections.abc import Callable, Sequence

from bot.domain.hour_findings import PLAUSIBLE_MINUTES_A_DAY
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import MINUTES_A_DAY
from bot.texts.message import Button
from bot.texts.offer_kinds import kind_label
from bot.texts.speaker import Speaker

AMOUNTS = (30, 60, 90, 120, 150, 180, 210, 240)
"""Minutes that stand on buttons."""
DAYS = 7

Rows = tuple[tuple[Button, ...], ...]


def ask_day(speaker: Speaker) -> str:
    """The question for a day."""
    # Translators: above buttons with the last seven days; a day may also be typed.
    return speaker.say("📅 <b>Welke dag was dat?</b> Je kan de dag ook typen.")


def days(speaker: Speaker, today: dt.date, data: Callable[[dt.date], str]) -> Rows:
    """Today and the six days before.

    Args:
        speaker: The newcomer's voice.
        today: The day in the bot's time zone.
        data: What the button of a day carries.
    """
    past = [today - dt.timedelta(days=back) for back in range(DAYS)]
    return in_rows([Button(label=_day_label(speaker, day, today), data=data(day)) for day in past], 2)


def _day_label(speaker: Speaker, day: dt.date, today: dt.date) -> str:
    if day == today:
        # Translators: button: a day.
        return speaker.plain("Vandaag")
    if day == today - dt.timedelta(days=1):
        # Translators: button: a day.
        return speaker.plain("Gisteren")
    return speaker.near_day(day, today)


def ask_amount(speaker: Speaker) -> str:
    """The question for an amount of time."""
    # Translators: above buttons with amounts of time; another amount may be typed.
    return speaker.say("⏱ <b>Hoe lang was je daar?</b> Je kan de tijd ook typen.")


def amounts(speaker: Speaker, data: Callable[[int], str]) -> Rows:
    """The usual amounts.

    Args:
        speaker: The newcomer's voice.
        data: What the button of an amount (minutes) carries.
    """
    return in_rows([Button(label=speaker.duration(m), data=data(m)) for m in AMOUNTS], 2)


def kinds(speaker: Speaker, data: Callable[[OfferKind], str]) -> Rows:
    """Every kind of offer.

    Args:
        speaker: The newcomer's voice.
        data: What the button of a kind carries.
    """
    return in_rows([Button(label=kind_label(speaker, kind), data=data(kind)) for kind in OfferKind], 2)


def in_rows(row: Sequence[Button], size: int) -> Rows:
    """Buttons, so many side by side."""
    return tuple(tuple(row[start : start + size]) for start in range(0, len(row), size))


def back(speaker: Speaker) -> str:
    """What stands on a button that leads back."""
    # Translators: button: back to the screen before.
    return speaker.plain("⬅️ Terug")


def is_much(minutes: int) -> bool:
    """Is it so much for one day that it is asked once more?"""
    return minutes > PLAUSIBLE_MINUTES_A_DAY


def fits_a_day(minutes: int) -> bool:
    """Has a day so many minutes?"""
    return minutes <= MINUTES_A_DAY
