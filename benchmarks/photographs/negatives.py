"""Photographs that are no form of ours: nobody may take them for one, and most are no paper at all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from numpy.random import Generator

from benchmarks.photographs import letters, scenes
from benchmarks.photographs.arrays import Floats, pick
from benchmarks.photographs.filling import fill_in
from benchmarks.photographs.lens import exposed, jpeg
from benchmarks.photographs.photographing import Taken, take
from benchmarks.photographs.recipes import MEDIUM
from bot.domain.page_check import Problem, Side

LINKS = (
    "https://t.me/somebot?start=4f9a",
    "https://www.example.org/agenda/2026",
    "WIFI:S:thuis;P:geheim1234;;",
)
FORGED = ("BD-3469ACDEFGA", "BD-TTTTTTTTT4B", "BD-AAAAAAAAAAC", "bd-1", "DH-7K3M9QXTA")
"""Written as ours, with a check sign or a place that cannot be."""


HALF = "half"
"""A form of ours of which the photograph shows no more than the half."""
HALF_OUT = replace(MEDIUM, cut=(0.5, 0.65), turn=(-7, 7), tilt=(0, 14), shadow_share=0.2)


class Negative(NamedTuple):
    """A picture, what must be said of it, and what it shows."""

    jpeg: bytes
    cause: Problem | None
    """None for a paper that somebody may well hand in, though it is no form of ours."""
    kind: str
    number: str | None = None
    side: Side | None = None
    """Which half is missing."""


def a_negative(chance: Generator, nth: int) -> Negative:
    """One of them, each kind in its turn."""
    kind = KINDS[nth % len(KINDS)]
    if kind == HALF:
        filled = fill_in(chance, signed=True)
        taken = take(chance, filled.page, HALF_OUT, [])
        return Negative(taken.jpeg, Problem.CUT_OFF, kind, filled.number, taken.side)
    if kind in SCENES:
        cause = Problem.DARK if kind == "black" else Problem.NOT_A_PAGE
        return Negative(_snap(chance, SCENES[kind](chance)), cause, kind)
    of_paper = Problem.NOT_A_PAGE if kind == "blank" else None
    return Negative(_photographed(chance, PAPERS[kind](chance)).jpeg, of_paper, kind)


def _snap(chance: Generator, picture: Floats) -> bytes:
    seen = exposed(chance, picture, pick(chance, 0.6, 1), pick(chance, 1, 4))
    return jpeg(seen, (picture.shape[1], picture.shape[0]), round(pick(chance, 68, 86)))


def _photographed(chance: Generator, page: Floats) -> Taken:
    return take(chance, page, MEDIUM, [])


def _with_link(chance: Generator) -> Floats:
    return letters.letter_with_code(chance, str(chance.choice(LINKS)))


def _forged(chance: Generator) -> Floats:
    return letters.letter_with_code(chance, str(chance.choice(FORGED)))


def _torn(chance: Generator) -> Floats:
    """A form of ours without anything that names it: the codes and the corner marks are gone."""
    page = fill_in(chance, signed=True).page
    height, width = page.shape[:2]
    rest = page[round(height * 0.19) : round(height * 0.8), round(width * 0.07) : round(width * 0.94)]
    whole = letters.blank(chance)
    whole[: rest.shape[0], : rest.shape[1]] = rest
    return whole


SCENES: Mapping[str, Callable[[Generator], Floats]] = {
    "cat": scenes.cat,
    "fur": scenes.fur,
    "face": scenes.face,
    "landscape": scenes.landscape,
    "screenshot": scenes.screenshot,
    "table": scenes.bare_table,
    "black": scenes.black,
}
PAPERS: Mapping[str, Callable[[Generator], Floats]] = {
    "blank": letters.blank,
    "letter": letters.letter,
    "link": _with_link,
    "forged": _forged,
    "form of others": letters.form_of_others,
    "torn": _torn,
}
KINDS = (*SCENES, *PAPERS, HALF)
