"""Holds what was found out about a photograph against what is true of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.photographs.sample import Sample
from bot.domain.form_layout import PAGE_MM, SIGNATURE
from bot.domain.page_check import Problem

CORNER_MM = 5.0
BOX_MM = 1.5
AROUND = 0.1
"""A spot may lie so far beside the true one, in shares of the picture."""
PLACED = frozenset({Problem.CUT_OFF, Problem.GLARE})
"""Troubles that have a place of their own."""
Quad = Sequence[Sequence[float]]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one reader says of one photograph; what it does not say is None."""

    ms: float
    """Of one core."""
    usable: bool
    page_found: bool
    is_form: bool = False
    number: str | None = None
    corners: Quad | None = None
    box: Quad | None = None
    signed: bool | None = None
    rows: tuple[int, ...] | None = None
    cause: Problem | None = None
    side: str | None = None
    spot: tuple[float, float, float, float] | None = None
    legibility: float | None = None


@dataclass(frozen=True)
class Case:
    """A photograph and what was made of it."""

    sample: Sample
    finding: Finding

    @property
    def corner_mm(self) -> float:
        """How far off the worst corner of the page is; which side of other paper is up may stay open."""
        found = self.finding.corners
        if self.sample.number is not None or found is None:
            return _off(found, self.sample.corners, PAGE_MM)
        turns = (np.roll(np.asarray(found), turn, axis=0) for turn in range(4))
        return min(_off(corners.tolist(), self.sample.corners, PAGE_MM) for corners in turns)

    @property
    def box_mm(self) -> float:
        """How far off the worst corner of the signature box is."""
        return _off(self.finding.box, self.sample.box, (SIGNATURE.width, SIGNATURE.height))

    @property
    def wrong_number(self) -> bool:
        """Would it be taken for a form that it is not?"""
        return self.finding.number not in {None, self.sample.number}

    @property
    def cause_right(self) -> bool:
        """Is the first thing said what is really the matter?"""
        return self.finding.cause is self.sample.cause

    @property
    def place_right(self) -> bool:
        """And is it said where?"""
        if self.sample.cause is Problem.CUT_OFF:
            return self.cause_right and self.finding.side == self.sample.side
        return self.cause_right and _overlap(self.finding.spot, self.sample.spot)


def _is_form(case: Case) -> bool:
    return case.sample.number is not None


def _is_whole_form(case: Case) -> bool:
    return _is_form(case) and case.sample.level != "negative"


def _is_usable_form(case: Case) -> bool:
    return case.sample.usable and _is_form(case)


def _is_unusable(case: Case) -> bool:
    """A letter is not a form, but whether it can be used somebody else decides."""
    return not case.sample.usable and case.sample.cause is not None


def _taken(case: Case) -> bool:
    """Of half a form the number may be told, as long as the other half is asked for."""
    return case.finding.is_form and (case.finding.usable or case.sample.cause is not Problem.CUT_OFF)


def _signed_wrong(case: Case) -> bool:
    return case.finding.signed not in {None, case.sample.signed}


Row = tuple[str, Callable[[Case], bool], Callable[[Case], bool]]
"""A figure: its name, which cases count, and which of them are hit."""
ROWS: tuple[Row, ...] = (
    ("code read", _is_whole_form, lambda c: c.finding.number == c.sample.number),
    ("wrong numbers", lambda _: True, lambda c: c.wrong_number),
    (f"corners within {CORNER_MM:g} mm", lambda c: c.sample.usable, lambda c: c.corner_mm <= CORNER_MM),
    (f"signature box within {BOX_MM} mm", _is_usable_form, lambda c: c.box_mm <= BOX_MM),
    ("signed or not: wrong", _is_usable_form, _signed_wrong),
    ("signed or not: not sure", _is_usable_form, lambda c: c.finding.signed is None),
    ("rows of the table right", _is_usable_form, lambda c: c.finding.rows == c.sample.rows),
    ("usable refused", lambda c: c.sample.usable, lambda c: not c.finding.usable),
    ("unusable waved through", _is_unusable, lambda c: c.finding.usable),
    ("cause right", _is_unusable, lambda c: c.cause_right),
    ("place right", lambda c: c.sample.cause in PLACED, lambda c: c.place_right),
    ("taken for a form", lambda c: c.sample.level == "negative", _taken),
)


_BAD = frozenset(
    {
        "wrong numbers",
        "signed or not: wrong",
        "signed or not: not sure",
        "usable refused",
        "unusable waved through",
        "taken for a form",
    }
)
"""Figures that should be zero."""


def figures(cases: Sequence[Case]) -> list[tuple[str, str]]:
    """Every figure that some of these cases count for, as a share with its numbers.

    Returns:
        The name of each figure and how it reads, such as "97 % (58/60)".
    """
    told = []
    for name, counts, hits in ROWS:
        counted = [case for case in cases if counts(case)]
        hit = sum(hits(case) for case in counted)
        told.append((name, f"{100 * hit / len(counted):.0f} % ({hit}/{len(counted)})" if counted else ""))
    times = [case.finding.ms for case in cases]
    told.append(
        ("ms of a core p50 / p95", f"{np.percentile(times, 50):.0f} / {np.percentile(times, 95):.0f}")
    )
    return told


def misses(cases: Iterable[Case]) -> list[str]:
    """Every photograph with something wrong, for whoever looks into it."""
    told = []
    for case in cases:
        wrong = [
            name
            for name, counts, hits in ROWS
            if counts(case) and hits(case) is (name in _BAD) and name != "rows of the table right"
        ]
        if wrong:
            sample, found = case.sample, case.finding
            said = f"says {found.cause} {found.side or ''}, {found.legibility}"
            told.append(
                f"{sample.level}/{sample.name} {', '.join(sample.details)}: {'; '.join(wrong)}; {said}"
            )
    return told


def _off(found: Quad | None, true: Quad | None, size: tuple[float, float]) -> float:
    """The distance of the corner that is worst, in mm by the true size of the thing in the picture."""
    if found is None or true is None:
        return float("inf")
    there = np.asarray(true, dtype=np.float64)
    x, y = there.T
    area = abs(float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2)
    per_mm = np.sqrt(area / (size[0] * size[1]))
    return float(np.hypot(*(np.asarray(found) - there).T).max() / per_mm)


def _overlap(found: Sequence[float] | None, true: Sequence[float] | None) -> bool:
    """Does the middle of what was found lie in the true spot, or a little beside it?"""
    if found is None or true is None:
        return False
    return all(
        true[axis] - AROUND <= found[axis] + found[axis + 2] / 2 <= true[axis] + true[axis + 2] + AROUND
        for axis in (0, 1)
    )
