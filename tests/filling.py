"""Whether hours can have been lived: a plain filling of days, which shares no code with the rules."""

import datetime as dt
from collections.abc import Sequence

DAY_MINUTES = 1440


def fits(stretches: Sequence[tuple[dt.date, dt.date, int]]) -> bool:
    """Can every minute be given a minute of a day for itself? What ends first goes first.

    Args:
        stretches: The first and the last day of each, and its minutes.
    """
    in_turn = sorted(stretches, key=lambda stretch: stretch[1])
    left = [minutes for _, _, minutes in in_turn]
    for day in sorted({day for first, last, _ in stretches for day in _days(first, last)}):
        free = DAY_MINUTES
        for place, (first, last, _) in enumerate(in_turn):
            taken = min(free, left[place]) if first <= day <= last else 0
            left[place] -= taken
            free -= taken
    return not any(left)


def _days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
