"""How tutorials read a form: edges, the largest outline of four corners, OpenCV's own reader of codes."""

import time

import cv2
import numpy as np

from benchmarks.photographs.arrays import Bytes, Points
from benchmarks.photographs.judging import Finding
from benchmarks.photographs.sample import Sample
from bot.domain.form_layout import PAGE_MM, SIGNATURE
from bot.domain.form_number import read_code
from bot.domain.page_check import Problem

SHARPNESS = 100.0
"""Below this variance of the Laplacian, tutorials call a picture blurred."""
INK_SHARE = 0.01
PER_MM = 4


def tutorial(sample: Sample) -> Finding:
    """Read a photograph as the tutorials do."""
    began = time.process_time()
    grey: Bytes = np.asarray(
        cv2.imdecode(np.frombuffer(sample.jpeg, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8
    )
    is_sharp = float(cv2.Laplacian(grey, cv2.CV_64F).var()) >= SHARPNESS
    corners = _outline(grey)
    text, *_ = cv2.QRCodeDetector().detectAndDecode(grey)
    code = read_code(text)
    box, signed = (None, None) if corners is None else _signature(grey, corners)
    return Finding(
        ms=1000 * (time.process_time() - began),
        usable=is_sharp and corners is not None,
        page_found=corners is not None,
        is_form=code is not None,
        number=None if code is None else code[0],
        corners=None if corners is None else corners.tolist(),
        box=box,
        signed=signed,
        cause=None if corners is not None and is_sharp else _cause(is_sharp=is_sharp),
    )


def _cause(*, is_sharp: bool) -> Problem:
    return Problem.NOT_A_PAGE if is_sharp else Problem.BLURRED


def _outline(grey: Bytes) -> Points | None:
    edges = cv2.Canny(cv2.GaussianBlur(grey, (5, 5), 0), 75, 200)
    outlines, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for outline in sorted(outlines, key=cv2.contourArea, reverse=True)[:5]:
        corners = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, True), True)
        if len(corners) == 4:
            return _ordered(np.asarray(corners.reshape(4, 2), dtype=np.float64))
    return None


def _ordered(corners: Points) -> Points:
    """Top left first, as it stands in the picture: a page on its side stays so."""
    sums, differences = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [sums.argmin(), differences.argmin(), sums.argmax(), differences.argmax()]
    return np.asarray(corners[order], dtype=np.float64)


def _signature(grey: Bytes, corners: Points) -> tuple[list[list[float]], bool]:
    """Where the box must be, and is more than a little of it dark?"""
    width, height = (round(side * PER_MM) for side in PAGE_MM)
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    page = cv2.warpPerspective(grey, turn, (width, height))
    x, y, wide, high = SIGNATURE
    inside = page[
        round((y + 2) * PER_MM) : round((y + high - 2) * PER_MM),
        round((x + 2) * PER_MM) : round((x + wide - 2) * PER_MM),
    ]
    box = np.array([[(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]], np.float32) * PER_MM
    places = cv2.perspectiveTransform(box, np.linalg.inv(turn))[0]
    return places.tolist(), bool((inside < 128).mean() > INK_SHARE)
