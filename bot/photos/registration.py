"""Places a photographed form: from its codes and marks on, piece after piece of the known print is looked up.

Nearest pieces first, and the placement is fitted again after each ring of them, so that a code in one corner
is enough for a page that is turned, bent, or partly covered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from bot.domain.form_layout import CODES, MARKERS, Box
from bot.photos.codes import Code
from bot.photos.fitting import Fit, Found, fit_page
from bot.photos.known_print import PER_MM, Patch, patches
from bot.photos.markers import Marker
from bot.photos.picture import Pixels, Points
from bot.photos.placement import A_PAGE, Placement, corners_of

ALIKE = 0.55
"""From this correlation on (-1 to 1) a piece counts as found."""
RING = 7
"""How many pieces are looked up between two fits, the surest first."""
NEAR_MM = (1.2, 3.4)
"""How far a piece is looked for around its expected place, at least and at most: the table's lines come again
every 7 mm."""
AGAIN, AGAIN_MM = 3, 2.2
"""How often, and how far around, what was missed is looked for again: paper drifts most at a crease."""
DOUBTS = 3.0
"""And as far as the placement may be off, so many times."""
STEADY = 10
"""With fewer pieces found, the first places are leaned on as well."""
SURE, SURE_SHARE = 15, 0.4
"""So many pieces found, and such a share of those in the picture, make sure of a form."""
GIVE_UP = 21
"""After so many pieces of which nearly none was found, it is no form of ours, or beyond reading."""
CODE_MM, MARK_MM, PIECE_MM, PAGE_CORNER_MM = 0.6, 0.3, 0.15, 2.5
"""How far off a corner of a code, of a mark, a piece of print and a corner of the page usually is found."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Registration:
    """A form as it was placed."""

    placement: Placement
    matches: int
    """How many pieces of the print were found where they belong."""
    missed: tuple[Patch, ...]
    """Those that lie within the picture and were not found: something hides them."""

    @property
    def is_sure(self) -> bool:
        """Was enough found? Else it may be anything."""
        return self.matches >= max(SURE, SURE_SHARE * (self.matches + len(self.missed)))


@dataclass(eq=False)
class _Search:
    """What is known while a form is being placed."""

    grey: Pixels
    first: Found
    """The corners of codes and marks: less exact."""
    page: list[Points] = field(default_factory=list)
    seen: list[Points] = field(default_factory=list)
    missed: list[Patch] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """How many pieces were looked up."""
        return len(self.page) + len(self.missed)

    def fitted(self) -> Fit | None:
        """The placement by what is known now."""
        pieces = np.full(len(self.page), PIECE_MM)
        if len(self.page) >= STEADY:
            return fit_page(Found(page=np.array(self.page), seen=np.array(self.seen), noise=pieces))
        return fit_page(
            Found(
                page=np.vstack([self.first.page, *self.page]),
                seen=np.vstack([self.first.seen, *self.seen]),
                noise=np.concatenate([self.first.noise, pieces]),
            )
        )

    def look_up(self, placement: Placement, patch: Patch, radius: float) -> None:
        """Look for one piece of the print."""
        offset, alike = match_patch(self.grey, placement, patch, radius)
        if alike < ALIKE:
            self.missed.append(patch)
            return
        self.page.append(patch.middle)
        self.seen.append(placement.at((patch.middle + offset)[None])[0])


def corners_found(codes: Sequence[Code], markers: Sequence[Marker]) -> Found:
    """The corners of codes and corner marks as places of the page."""
    page = [corners_of(CODES[code.place]) for code in codes]
    page += [corners_of(MARKERS[marker.which]) for marker in markers]
    noise = [CODE_MM] * len(codes) + [MARK_MM] * len(markers)
    seen = [code.corners for code in codes] + [marker.corners for marker in markers]
    return Found(
        page=np.array(page, float).reshape(-1, 2),
        seen=np.array(seen, float).reshape(-1, 2),
        noise=np.repeat(np.array(noise, float), 4),
    )


def page_found(corners: Points) -> Found:
    """The page's own corners as they were found by its outline, clockwise from its top left."""
    return Found(page=corners_of(A_PAGE), seen=corners, noise=np.full(4, PAGE_CORNER_MM))


def register(grey: Pixels, first: Found) -> Registration | None:
    """Place a form in a picture.

    Args:
        grey: The picture.
        first: What was found of it so far.

    Returns:
        None when nothing was, or when the print around it is not that of a form.
    """
    search = _Search(grey, first)
    fit = _grown(search) if len(first) else None
    if fit is None or len(search.page) < STEADY:
        return None
    return Registration(placement=fit.placement, matches=len(fit.found), missed=tuple(search.missed))


def match_patch(grey: Pixels, placement: Placement, patch: Patch, radius: float) -> tuple[Points, float]:
    """How a piece of the print lies in the picture.

    Returns:
        How far from its expected place in mm, and how like it what is there looks (-1 to 1).
    """
    margin = max(1, round(radius * PER_MM))
    box = patch.box
    around = Box(
        box.x - margin / PER_MM,
        box.y - margin / PER_MM,
        box.width + 2 * margin / PER_MM,
        box.height + 2 * margin / PER_MM,
    )
    cut = placement.cut_out(grey, around, PER_MM)
    if int(cut.max()) - int(cut.min()) < 6:
        return np.zeros(2), 0.0
    alike = np.asarray(cv2.matchTemplate(cut, patch.pixels, cv2.TM_CCOEFF_NORMED), float)
    _, best, _, (x, y) = cv2.minMaxLoc(alike)
    peak = np.array([x + _between(alike[y, :], x), y + _between(alike[:, x], y)])
    return (peak - margin) / PER_MM, float(best)


def is_within(grey: Pixels, quad: Points) -> bool:
    """Do these places all lie in the picture?"""
    height, width = grey.shape[:2]
    return bool((quad >= 0).all() and (quad < (width, height)).all())


def _grown(search: _Search) -> Fit | None:
    """Look up ring after ring, then again what was missed."""
    waiting = list(patches())
    fit = search.fitted()
    while waiting and fit is not None:
        doubts = fit.doubt_at(np.array([patch.middle for patch in waiting]))
        order = np.argsort(doubts)[:RING].tolist()
        for which in order:
            if is_within(search.grey, fit.placement.box(waiting[which].box)):
                radius = float(np.clip(DOUBTS * doubts[which], *NEAR_MM))
                search.look_up(fit.placement, waiting[which], radius)
        waiting = [patch for which, patch in enumerate(waiting) if which not in order]
        if search.tried >= GIVE_UP and len(search.page) < search.tried / 5:
            return None
        fit = search.fitted()
    for _ in range(AGAIN):
        missed, search.missed = search.missed, []
        if fit is None:
            return None
        for patch in missed:
            search.look_up(fit.placement, patch, AGAIN_MM)
        if len(search.missed) == len(missed):
            break
        fit = search.fitted()
    return fit


def _between(values: Points, peak: int) -> float:
    """How far beside a highest value the true peak lies, by a parabola through its neighbours."""
    if not 0 < peak < len(values) - 1:
        return 0.0
    before, at, after = (float(value) for value in values[peak - 1 : peak + 2])
    bow = before - 2 * at + after
    return 0.5 * (before - after) / bow if bow < 0 else 0.0
