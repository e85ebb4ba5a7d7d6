"""Finds how a page lies in a photograph from places found on it, and how sure that is elsewhere.

Universal kriging (Rasmussen and Williams 2006, sections 2.7 and 5.4): a flat page seen at an angle, that is a
homography with a mild prior on its perspective, and a smooth Gaussian process for what curls.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.form_layout import PAGE_MM
from bot.photos.picture import Points
from bot.photos.placement import Placement, likeness, project

BEND_MM = 1.5
"""How far curled paper usually drifts from a flat page."""
PERSPECTIVE = 0.12
"""How much nearer to the camera, as a share, 100 mm of the page usually are at one end than at the other."""
ROUNDS = 6
SURPRISE = 4.0
"""A place that is this many times further off than usual, by what all others say, was mistaken."""
LEAST_MM = 0.8
"""But no place that is off by less."""
UNIT_MM = 100.0
_MIDDLE = np.array(PAGE_MM) / 2
_PRIOR = np.diag([1e-9] * 6 + [PERSPECTIVE**-2] * 2)


@dataclass(frozen=True, kw_only=True, eq=False)
class Found:
    """Places of the page that were found in the picture."""

    page: Points
    """In mm, n by 2."""
    seen: Points
    """In pixels, n by 2."""
    noise: NDArray[np.float64]
    """How far off each usually is, in mm."""

    def __len__(self) -> int:
        return len(self.page)

    def without(self, which: int) -> "Found":
        """All but one."""
        rest = np.arange(len(self)) != which
        return Found(page=self.page[rest], seen=self.seen[rest], noise=self.noise[rest])


@dataclass(frozen=True, kw_only=True, eq=False)
class Fit:
    """The likeliest placement of the page."""

    placement: Placement
    found: Found
    """The places that agree with each other."""
    numbers: Points
    """The eight of the homography, for pages in `UNIT_MM` and pictures in mm."""
    doubt: Points
    """The covariance of these numbers."""
    agreed: Points
    """The inverse of the places' covariance, in mm."""
    surprise: NDArray[np.float64]
    """How far off each place is from what all others say of it, in mm; 0 where that is usual."""

    def doubt_at(self, page: Points) -> NDArray[np.float64]:
        """How far off the placement may be, one standard deviation in mm.

        Args:
            page: Places of the page in mm, n by 2.
        """
        near = BEND_MM**2 * likeness(page, self.found.page)
        bend = BEND_MM**2 - ((near @ self.agreed) * near).sum(axis=1)
        known, asked = _slopes(self.numbers, self.found.page), _slopes(self.numbers, page)
        rest = asked - near @ self.agreed @ known
        tilt = ((rest @ self.doubt) * rest).sum(axis=(0, 2)) / 2
        return np.asarray(np.sqrt(np.maximum(bend, 0) + np.maximum(tilt, 0)), float)


def fit_page(found: Found) -> Fit | None:
    """Fit a page to places found; those that do not agree with the others are left out.

    Returns:
        None when they are too few, or too near to a line or a point.
    """
    fit = _fit_once(found)
    while fit is not None and fit.surprise.max() > 0:
        fit = _fit_once(fit.found.without(int(fit.surprise.argmax())))
    return fit


def _fit_once(found: Found) -> Fit | None:
    if len(found) < 4 or np.linalg.svd(found.page - found.page.mean(axis=0), compute_uv=False)[-1] < 5:
        return None
    scale = float(np.hypot(*found.seen.std(axis=0)) / np.hypot(*found.page.std(axis=0)))
    if scale < 1e-3:
        return None
    seen = (found.seen / scale).T
    agreed = np.asarray(
        np.linalg.inv(BEND_MM**2 * likeness(found.page, found.page) + np.diag(found.noise**2)), float
    )
    numbers = _affine(found.page, seen)
    for _ in range(ROUNDS):
        left, slopes = seen - _seen(numbers, found.page), _slopes(numbers, found.page)
        weighed = np.swapaxes(slopes, 1, 2) @ agreed
        inverse = (weighed @ slopes).sum(axis=0) + _PRIOR
        step = (weighed @ left[:, :, None]).sum(axis=0)[:, 0] - _PRIOR @ numbers
        numbers = numbers + np.linalg.solve(inverse, step)
    flat = _homography(numbers, scale)
    if not np.isfinite(flat).all() or abs(np.linalg.det(flat)) < 1e-12:
        return None
    return Fit(
        placement=_bent(flat, found, agreed),
        found=found,
        numbers=numbers,
        doubt=np.asarray(np.linalg.inv(inverse), float),
        agreed=agreed,
        surprise=_surprise(agreed, seen - _seen(numbers, found.page)),
    )


def _bent(flat: Points, found: Found, agreed: Points) -> Placement:
    left = project(np.asarray(np.linalg.inv(flat), float), found.seen) - found.page
    return Placement(flat, found.page, np.asarray(BEND_MM**2 * agreed @ left, float))


def _surprise(agreed: Points, left: Points) -> NDArray[np.float64]:
    """Leave each place out and ask the others (Rasmussen and Williams, equation 5.12)."""
    sure = np.diag(agreed)
    off = np.hypot(*((agreed @ left.T) / sure[:, None]).T)
    return np.where(off > np.maximum(SURPRISE / np.sqrt(sure), LEAST_MM), off, 0.0)


def _units(page: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x, y = ((page - _MIDDLE) / UNIT_MM).T
    return x, y


def _seen(numbers: Points, page: Points) -> Points:
    """Where a flat page's places are seen, in mm of the picture: 2 by n."""
    x, y = _units(page)
    depth = np.maximum(numbers[6] * x + numbers[7] * y + 1, 0.05)
    return np.asarray([(numbers[at] * x + numbers[at + 1] * y + numbers[at + 2]) / depth for at in (0, 3)])


def _slopes(numbers: Points, page: Points) -> Points:
    """How that changes with each of the numbers: 2 by n by 8."""
    x, y = _units(page)
    depth = np.maximum(numbers[6] * x + numbers[7] * y + 1, 0.05)
    plane = np.stack([x, y, np.ones_like(x)], axis=1) / depth[:, None]
    slopes = np.zeros((2, len(page), 8))
    slopes[0, :, 0:3] = slopes[1, :, 3:6] = plane
    slopes[:, :, 6:8] = -_seen(numbers, page)[:, :, None] * plane[None, :, 0:2]
    return slopes


def _affine(page: Points, seen: Points) -> Points:
    x, y = _units(page)
    plane = np.stack([x, y, np.ones_like(x)], axis=1)
    found, *_ = np.linalg.lstsq(plane, seen.T)
    return np.concatenate([found[:, 0], found[:, 1], [0.0, 0.0]])


def _homography(numbers: Points, scale: float) -> Points:
    """The same for pages in mm and pictures in pixels: 3 by 3."""
    unit = np.array([[1, 0, -_MIDDLE[0]], [0, 1, -_MIDDLE[1]], [0, 0, UNIT_MM]]) / UNIT_MM
    flat = np.diag([scale, scale, 1.0]) @ np.append(numbers, 1.0).reshape(3, 3) @ unit
    return np.asarray(flat / flat[2, 2], float)
