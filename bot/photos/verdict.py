"""Says what makes a photograph unusable, and where: one cause first, the one that helps most to hear."""

from collections.abc import Sequence

import numpy as np

from bot.domain.form_layout import PAGE_MM, Box
from bot.domain.page_check import Problem, Side, Trouble
from bot.photos.known_print import Patch, patches
from bot.photos.legibility import Legibility
from bot.photos.picture import Picture, Pixels, Points
from bot.photos.placement import A_PAGE, Placement

Spot = tuple[float, float, float, float]
GOOD = 0.735
"""From this median of the words on, a person can read the form."""
GOOD_WITHOUT_NUMBER = 0.8
"""Where no code can be read, blur is the likeliest reason."""
HIDDEN = 0.45
"""A word below this cannot be read."""
MANY_HIDDEN = 0.16
"""From this share of hidden words and pieces of print on, something hides too much."""
DARK = 36
"""Paper darker than this, of 255, shows no pencil."""
BLACK = 25
BURNT = 251
MOSTLY = 0.6
SMALL_PER_MM = 2.0
"""Pixels for a millimetre; with fewer, handwriting cannot be read."""
MARGIN_MM = 10.0
"""So much of the rim of the page may lie outside the picture: it is blank but for the marks."""
STRIP_MM = 40.0
"""How deep the strip is that is marked where the page is cut off."""
THIN = 0.06
"""No spot is thinner than this share of the picture."""


def form_troubles(
    grey: Pixels,
    placement: Placement,
    legibility: Legibility,
    missed: Sequence[Patch] = (),
    *,
    has_number: bool = True,
) -> tuple[Trouble, ...]:
    """What makes the photograph of a form unusable.

    Args:
        grey: The picture.
        placement: Of the form in it.
        legibility: Of its printed words.
        missed: Pieces of the known print that are in the picture and were not found.
        has_number: Was one of its codes read? Else the words must be clearer.

    Returns:
        The most useful first; none when it can be used.
    """
    if (cut := _cut_off(grey, placement)) is not None:
        return (cut,)
    if placement.pixels_per_mm(A_PAGE) < SMALL_PER_MM:
        return (Trouble(problem=Problem.TOO_SMALL, spot=spot_of(grey, placement.page)),)
    page = placement.flatten(grey, 1.0)
    if float(np.percentile(page, 75)) < DARK:
        return (Trouble(problem=Problem.DARK),)
    hidden = [word.box for word in legibility.words if word.alike < HIDDEN]
    clear = [word.alike for word in legibility.words if word.alike >= HIDDEN]
    hidden += [patch.box for patch in missed]
    if len(hidden) >= MANY_HIDDEN * (len(legibility.words) + len(patches())):
        if burnt_share(page) > MOSTLY:
            return (Trouble(problem=Problem.OVEREXPOSED),)
        if clear and float(np.median(clear)) >= GOOD:
            return (Trouble(problem=Problem.GLARE, spot=_spot_of(grey, placement, hidden)),)
    good = GOOD if has_number else GOOD_WITHOUT_NUMBER
    return (Trouble(problem=Problem.BLURRED),) if legibility.median < good else ()


def whole_picture_troubles(picture: Picture) -> tuple[Trouble, ...]:
    """What may be wrong with a picture in which no page was found at all.

    Returns:
        None when nothing speaks against the picture itself: then it is no page.
    """
    grey = picture.grey
    if float(grey.mean()) < BLACK:
        return (Trouble(problem=Problem.DARK),)
    if burnt_share(grey) > MOSTLY:
        return (Trouble(problem=Problem.OVEREXPOSED),)
    return ()


def burnt_share(pixels: Pixels) -> float:
    """Which share of some pixels is so light that nothing can be told on it: 0 to 1."""
    return float((pixels >= BURNT).mean())


def spot_of(grey: Pixels, places: Points) -> Spot:
    """The upright rectangle around some places, as shares of the picture and within it."""
    height, width = grey.shape[:2]
    shares = np.clip(places / (width, height), 0, 1)
    low, high = shares.min(axis=0), shares.max(axis=0)
    middle, size = (low + high) / 2, np.maximum(high - low, THIN)
    low = np.clip(middle - size / 2, 0, 1 - size)
    return float(low[0]), float(low[1]), float(size[0]), float(size[1])


def _cut_off(grey: Pixels, placement: Placement) -> Trouble | None:
    """Is a part of the page outside the picture, beyond its blank rim? The side that lost most."""
    height, width = grey.shape[:2]
    lost = {}
    for side, strip in _strips(MARGIN_MM).items():
        places = placement.at(strip)
        outside = ((places < 0) | (places >= (width, height))).any(axis=1)
        lost[side] = float(outside.mean())
    side = max(lost, key=lambda each: lost[each])
    if lost[side] == 0:
        return None
    strip = placement.at(np.vstack([_strips(MARGIN_MM)[side], _strips(STRIP_MM)[side]]))
    return Trouble(problem=Problem.CUT_OFF, side=side, spot=spot_of(grey, strip))


def _strips(margin: float) -> dict[Side, Points]:
    """Places along each side of the page, so far inside it."""
    width, height = PAGE_MM
    across, down = np.linspace(margin, width - margin, 15), np.linspace(margin, height - margin, 21)
    return {
        Side.TOP: np.column_stack([across, np.full(15, margin)]),
        Side.RIGHT: np.column_stack([np.full(21, width - margin), down]),
        Side.BOTTOM: np.column_stack([across, np.full(15, height - margin)]),
        Side.LEFT: np.column_stack([np.full(21, margin), down]),
    }


def _spot_of(grey: Pixels, placement: Placement, boxes: Sequence[Box]) -> Spot:
    """Where most of some boxes lie: those apart from the rest are left out."""
    places = np.vstack([placement.box(box) for box in boxes])
    far = np.abs(places - np.median(places, axis=0))
    near = (far <= 3 * np.maximum(np.median(far, axis=0), 1)).all(axis=1)
    return spot_of(grey, places[near])
