"""Photographs a form exactly as told: where each millimetre of it lies is known."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from bot.documents.form import draw_forms
from bot.domain.form import Form
from bot.domain.form_layout import PAGE_MM, SIGNATURE, Box
from bot.domain.form_number import FormNumber
from bot.photos.picture import Picture, Pixels, Points
from bot.photos.placement import corners_of

NUMBER = FormNumber("BD-7K3M9QXTC4")
PER_MM = 8.0
"""Pixels for a millimetre of the printed page."""
SIZE = (1280, 960)
TABLE = 110


@dataclass(frozen=True)
class Photograph:
    """What was taken, and how it truly lies."""

    picture: Picture
    corners: Points

    def where(self, page: Points) -> Points:
        """Where places of a flat page (mm) lie, in pixels."""
        return np.asarray(cv2.perspectiveTransform(page[None].astype(float), _turn(self.corners))[0], float)

    def off(self, corners: Points) -> float:
        """How far the worst of four page corners is off, in mm."""
        per_mm = np.hypot(*(self.corners[3] - self.corners[0])) / PAGE_MM[1]
        return float(np.hypot(*(corners - self.corners).T).max() / per_mm)


@cache
def _printed(number: FormNumber, filled: int) -> bytes:
    rows = tuple((dt.date(2026, 10, 1 + row), 90) for row in range(filled))
    page = pypdfium2.PdfDocument(draw_forms([Form(number=number, rows=rows)]))[0]
    return bytes(cv2.imencode(".png", page.render(scale=PER_MM * 25.4 / 72, grayscale=True).to_numpy())[1])


def a_page(number: FormNumber = NUMBER, filled: int = 0) -> Pixels:
    """A printed form, with so many rows of the table printed in."""
    page = cv2.imdecode(np.frombuffer(_printed(number, filled), np.uint8), cv2.IMREAD_GRAYSCALE)
    return np.asarray(page, np.uint8)


def write(page: Pixels, strokes: Points, grey: int = 40, pen_mm: float = 0.5) -> None:
    """Draw a line through places in mm."""
    places = np.round(strokes * PER_MM).astype(np.int32)
    cv2.polylines(page, [places], False, grey, max(1, round(pen_mm * PER_MM)), cv2.LINE_AA)


def a_signature(box: Box = SIGNATURE) -> Points:
    """A quick one across the box, in mm."""
    along = np.linspace(0, 1, 80)
    high = np.sin(along * 31) * (1 - along) * 9
    return np.column_stack([box.x + 20 + along * 45, box.y + box.height / 2 + high])


def cover(page: Pixels, box: Box, grey: int) -> None:
    """Lay something over a part of the page."""
    left, top, right, bottom = (
        round(side * PER_MM) for side in (box.x, box.y, box.x + box.width, box.y + box.height)
    )
    page[top:bottom, left:right] = grey


def a_quad(
    degrees: float = 0, slant: float = 0.0, size: float = 3.0, shift: tuple[float, float] = (0, 0)
) -> Points:
    """Where a page's corners lie: turned in the middle of the picture, its far side made smaller.

    Args:
        degrees: Clockwise.
        slant: By which share the far side is shorter.
        size: Pixels for a millimetre.
        shift: From the middle, in pixels.
    """
    flat = corners_of(Box(-PAGE_MM[0] / 2, -PAGE_MM[1] / 2, *PAGE_MM)) * size
    flat[:2] *= 1 - slant
    turn = np.deg2rad(degrees)
    turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return np.asarray(turned + np.array(SIZE) / 2 + shift, float)


def photograph(
    page: Pixels,
    corners: Points | None = None,
    *,
    blur: float = 0.8,
    light: float = 0.8,
    noise: float = 4.0,
    curl_mm: float = 0.0,
) -> Photograph:
    """Take a picture of a page on a grey table.

    Args:
        page: As printed and written on.
        corners: Where they lie, in pixels; None for upright in the middle.
        blur: In pixels.
        light: Of white paper, as a share.
        noise: In levels of 255.
        curl_mm: How far the print drifts where the paper is bent most.
    """
    corners = a_quad() if corners is None else corners
    turn = _turn(corners) @ np.diag([1 / PER_MM, 1 / PER_MM, 1])
    # The middle of a pixel is at a whole number.
    middle = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    taken = cv2.warpPerspective(_curled(page, curl_mm), turn @ middle, SIZE, borderValue=TABLE)
    grain = np.random.default_rng(5).normal(0, noise, taken.shape)
    grey = np.clip(cv2.GaussianBlur(taken, (0, 0), blur) * light + grain, 0, 255).astype(np.uint8)
    return Photograph(a_picture(grey), corners)


def a_picture(grey: Pixels) -> Picture:
    """A picture without colours."""
    return Picture(colour=np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), np.uint8), grey=grey)


def curl(page: Points, height_mm: float) -> Points:
    """Where places of a page drift to when it is bent, in mm."""
    return np.column_stack([page[:, 0], page[:, 1] + height_mm * np.sin(page[:, 1] / 297 * np.pi)])


def _curled(page: Pixels, height_mm: float) -> Pixels:
    if not height_mm:
        return page
    down = np.arange(page.shape[0]) / PER_MM
    bent = curl(np.column_stack([down, down]), height_mm)[:, 1]
    back = np.interp(down, bent, down).astype(np.float32) * np.float32(PER_MM)
    ys: NDArray[np.float32] = np.repeat(back[:, None], page.shape[1], axis=1)
    xs: NDArray[np.float32] = np.repeat(
        np.arange(page.shape[1], dtype=np.float32)[None], page.shape[0], axis=0
    )
    return np.asarray(cv2.remap(page, xs, ys, cv2.INTER_LINEAR, borderValue=255), np.uint8)


def _turn(corners: Points) -> NDArray[np.float64]:
    page = corners_of(Box(0, 0, *PAGE_MM)).astype(np.float32)
    return np.asarray(cv2.getPerspectiveTransform(page, corners.astype(np.float32)), float)
