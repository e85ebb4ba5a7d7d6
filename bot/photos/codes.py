"""Finds and reads the two codes of a form in a photograph.

A code of anybody else's, or one whose last sign does not agree, is as good as none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

from bot.domain.form_number import FormNumber, read_code
from bot.photos.picture import Pixels, Points

ENLARGED = 2.0
"""How much larger the picture is made for a second look; finds codes of two pixels to a module."""
_QR = zxingcpp.barcode_formats_from_str("QRCode")


@dataclass(frozen=True, kw_only=True, eq=False)
class Code:
    """One of our codes as it was read."""

    number: FormNumber
    place: int
    """Which of the two: an index of `form_layout.CODES`."""
    corners: Points
    """Four, clockwise from its own top left, in pixels; right to about half a module."""


def find_codes(grey: Pixels) -> tuple[Code, ...]:
    """Read the codes of ours in a picture, at most one for each place and number.

    Args:
        grey: The picture, at any turn.
    """
    codes: dict[tuple[FormNumber, int], Code] = {}
    for look, enlarged in _looks(grey):
        for code in _codes_in(look, enlarged):
            codes.setdefault((code.number, code.place), code)
        if codes:
            break
    return tuple(codes.values())


def agreed_number(codes: Iterable[Code]) -> FormNumber | None:
    """The number that all codes read agree on; None without a code, or when they do not."""
    numbers = {code.number for code in codes}
    return numbers.pop() if len(numbers) == 1 else None


def _looks(grey: Pixels) -> Iterator[tuple[Pixels, float]]:
    """The picture as it is, then enlarged, then enlarged and sharpened; each with its enlargement."""
    yield grey, 1.0
    larger = np.asarray(cv2.resize(grey, None, fx=ENLARGED, fy=ENLARGED), np.uint8)
    yield larger, ENLARGED
    soft = cv2.GaussianBlur(larger, (0, 0), 3)
    yield np.asarray(cv2.addWeighted(larger, 2.5, soft, -1.5, 0), np.uint8), ENLARGED


def _codes_in(grey: Pixels, enlarged: float) -> Iterator[Code]:
    """What one look gives."""
    found = zxingcpp.read_barcodes(grey, formats=_QR, try_rotate=False, try_invert=False)
    for barcode in found:
        if (read := read_code(barcode.text)) is not None:
            at = barcode.position
            corners = [(p.x, p.y) for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)]
            yield Code(number=read[0], place=read[1], corners=np.array(corners, float) / enlarged)
