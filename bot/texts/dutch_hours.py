"""Hours, stretches of days and what is left of a term, short, as begeleiders read them (Dutch only)."""

import datetime as dt

from bot.domain.hours import Sums
from bot.texts.dutch import dutch_plain

BAR_CELLS = 16
WEEKS_FROM_DAYS = 14
MONTHS_FROM_DAYS = 120
DAYS_A_MONTH = 30.4
_SHORT_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def hours(minutes: int) -> str:
    """An amount: "26 u", "1 u 20", "40 min"."""
    whole, rest = divmod(minutes, 60)
    if not whole and rest:
        return dutch_plain("{rest} min", rest=rest)
    if not rest:
        return dutch_plain("{whole} u", whole=whole)
    return dutch_plain("{whole} u {rest}", whole=whole, rest=f"{rest:02}")


def day(day: dt.date) -> str:
    """A date in figures: "3/11/2026"."""
    return f"{day.day}/{day.month}/{day.year}"


def weekday(day: dt.date) -> str:
    """A date with its weekday, without the year: "di 3/11"."""
    return f"{_SHORT_WEEKDAYS[day.weekday()]} {day.day}/{day.month}"


def stretch(first_day: dt.date, last_day: dt.date) -> str:
    """From one day to another: "1/9–31/10/2026", or one day alone."""
    if first_day == last_day:
        return day(last_day)
    if first_day.year == last_day.year:
        return f"{first_day.day}/{first_day.month}–{day(last_day)}"
    return f"{day(first_day)}–{day(last_day)}"


def time_left(days: int) -> str:
    """What is left of a term, in the unit that people count in: "9 dagen", "5 weken", "8 maanden"."""
    if days == 1:
        return dutch_plain("1 dag")
    if days < WEEKS_FROM_DAYS:
        return dutch_plain("{days} dagen", days=days)
    if days < MONTHS_FROM_DAYS:
        return dutch_plain("{weeks} weken", weeks=days // 7)
    return dutch_plain("{months} maanden", months=int(days / DAYS_A_MONTH))


def time_left_short(days: int) -> str:
    """The same for a button: "9 d", "5 wk", "8 mnd"."""
    if days < WEEKS_FROM_DAYS:
        return dutch_plain("{days} d", days=days)
    if days < MONTHS_FROM_DAYS:
        return dutch_plain("{weeks} wk", weeks=days // 7)
    return dutch_plain("{months} mnd", months=int(days / DAYS_A_MONTH))


def bar(sums: Sums, required: int) -> str:
    """Accepted, confirmed, claimed and what is left, drawn with blocks; what is above it all falls away."""
    cells, filled, until = "", 0, 0
    for minutes, sign in ((sums.accepted, "█"), (sums.confirmed, "▓"), (sums.claimed, "▒")):
        until += minutes
        end = BAR_CELLS if not required else min(BAR_CELLS, round(BAR_CELLS * until / required))
        cells += sign * (end - filled)
        filled = max(filled, end)
    return cells + "░" * (BAR_CELLS - len(cells))


def three_sums(sums: Sums) -> str:
    """The three states side by side, never added up."""
    return dutch_plain(
        "✓ {accepted} aanvaard · 🤝 {confirmed} bevestigd · ✋ {claimed} genoteerd",
        accepted=hours(sums.accepted),
        confirmed=hours(sums.confirmed),
        claimed=hours(sums.claimed),
    )
