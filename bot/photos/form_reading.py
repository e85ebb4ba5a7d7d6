"""Reads one of our own forms in a photograph: which one, where it lies, signed or not, and what hides it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.form_layout import CODES, QUIET_MODULES, SIGNATURE, Box
from bot.domain.form_number import FormNumber
from bot.domain.page_check import Problem, Trouble
from bot.photos.anchors import SignatureBox, find_signature_box
from bot.photos.codes import Code, agreed_number, find_codes
from bot.photos.fitting import Found, fit_page
from bot.photos.ink import PER_MM, find_ink
from bot.photos.legibility import Legibility, read_words
from bot.photos.markers import find_markers
from bot.photos.outline import find_outline
from bot.photos.picture import Picture, Pixels, Points
from bot.photos.placement import Placement
from bot.photos.registration import Registration, corners_found, is_within, page_found, register
from bot.photos.rows import filled_rows
from bot.photos.verdict import DARK, burnt_share, form_troubles

BURNT = 0.2
"""Where so much more of the box is burnt than of the page, glare may hide what is in it."""
PLENTY = 30
"""With fewer, the corner marks may help."""
INSIDE_MM = 2.5
"""How far inside its frame the signature box is looked at."""
FRAME_SEEN = 0.6
"""Where less of its frame can be seen, a box without ink may be one whose ink cannot be seen."""
UNCLEAR = {Problem.BLURRED, Problem.DARK, Problem.OVEREXPOSED, Problem.TOO_SMALL}
"""Where the print is lost, a thin pen is as well."""
CODE_PER_MM = 8.0


@dataclass(frozen=True, kw_only=True, eq=False)
class FormReading:
    """What a photograph shows of a form."""

    number: FormNumber | None
    """None when no code was read, or two that do not agree."""
    placement: Placement
    matches: int
    """How many pieces of the known print were found."""
    legibility: Legibility
    troubles: tuple[Trouble, ...]
    signature: Points
    """The outer corners of the signature's frame, clockwise from the top left, in the picture's pixels."""
    signed: bool | None
    filled_rows: tuple[int, ...] | None

    @property
    def corners(self) -> Points:
        """The page's corners in the picture's pixels, clockwise from the page's own top left."""
        return self.placement.page


def read_form(picture: Picture, codes: Sequence[Code] | None = None) -> FormReading | None:
    """Look for a form of ours and read it.

    Args:
        picture: At any turn; part of the form may lie outside.
        codes: Those found in it; they are looked for if not said.

    Returns:
        None when there is none, or when nothing but its code can be made out.
    """
    grey = picture.grey
    codes = find_codes(grey) if codes is None else codes
    placed = _placed(grey, codes)
    if placed is None and not codes:
        outline = find_outline(picture)
        if outline is None:
            return None
        first = page_found(outline)
        placed = register(grey, first)
        if placed is None or not placed.is_sure:
            return _unreadable(picture, first)
    return None if placed is None else _read(grey, codes, placed)


def _read(grey: Pixels, codes: Sequence[Code], placed: Registration) -> FormReading:
    placement = placed.placement
    legibility = read_words(grey, placement)
    number = agreed_number((*codes, *_missed_codes(grey, placement, codes)))
    troubles = form_troubles(grey, placement, legibility, placed.missed, has_number=number is not None)
    is_clear = not {trouble.problem for trouble in troubles} & UNCLEAR
    box = find_signature_box(grey, placement)
    return FormReading(
        number=number,
        placement=placement,
        matches=placed.matches,
        legibility=legibility,
        troubles=troubles,
        signature=box.corners,
        signed=_is_signed(grey, box, burnt_share(placement.flatten(grey, 1.0))) if is_clear else None,
        filled_rows=filled_rows(grey, placement) if is_clear else None,
    )


def _unreadable(picture: Picture, outline: Found) -> FormReading | None:
    """A form that is there, and nothing more can be said of it."""
    fit = fit_page(outline)
    if fit is None:
        return None
    return FormReading(
        number=None,
        placement=fit.placement,
        matches=0,
        legibility=(legibility := read_words(picture.grey, fit.placement)),
        troubles=form_troubles(picture.grey, fit.placement, legibility)
        or (Trouble(problem=Problem.BLURRED),),
        signature=fit.placement.box(SIGNATURE),
        signed=None,
        filled_rows=None,
    )


def _placed(grey: Pixels, codes: Sequence[Code]) -> Registration | None:
    """Place the form, by its marks as well when the codes are not enough."""
    placed = register(grey, corners_found(codes, ()))
    if placed is None or placed.matches < PLENTY:
        by_marks = register(grey, corners_found(codes, find_markers(grey)))
        if placed is None or (by_marks is not None and by_marks.matches > placed.matches):
            placed = by_marks
    return placed if placed is not None and placed.is_sure else None


def _missed_codes(grey: Pixels, placement: Placement, codes: Sequence[Code]) -> tuple[Code, ...]:
    """Look where the codes must be, larger and upright, for those that were not read."""
    missed = [box for place, box in enumerate(CODES) if place not in {code.place for code in codes}]
    return tuple(
        code
        for box in missed
        if is_within(grey, placement.box(box))
        for code in find_codes(placement.cut_out(grey, _with_border(box), CODE_PER_MM))
    )


def _with_border(box: Box) -> Box:
    border = box.width / 21 * QUIET_MODULES
    return Box(box.x - border, box.y - border, box.width + 2 * border, box.height + 2 * border)


def _is_signed(grey: Pixels, frame: SignatureBox, page_burnt: float) -> bool | None:
    """Is there ink in the box? None when that cannot be told.

    Args:
        grey: The picture.
        frame: Of the box.
        page_burnt: Which share of the page is pure white: of a scan all of it may be.
    """
    if not is_within(grey, frame.corners):
        return None
    inside = round(INSIDE_MM * PER_MM)
    box = frame.flatten(grey, PER_MM)[inside:-inside, inside:-inside]
    if float(np.median(box)) < DARK:
        return None
    ink = find_ink(box)
    if ink.is_signature:
        return True
    is_hidden = frame.seen < FRAME_SEEN or burnt_share(box) - page_burnt > BURNT
    return None if ink.is_unclear or is_hidden else False
