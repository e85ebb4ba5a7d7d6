"""A sheet of paper, bent and folded, as a camera sees it: every millimetre of it to a pixel, and back."""

from dataclasses import dataclass, field

import cv2
import numpy as np

from benchmarks.photographs.arrays import Floats, Points, Size, floats, resized, rotation

PAGE_MM = (210.0, 297.0)
CORNERS_MM = np.array([(0, 0), (210, 0), (210, 297), (0, 297)], dtype=np.float64)
CELL = 8
"""The way back is found for every eighth pixel, and between them by straight lines."""
BACK_STEPS = 4
NEAREST = 0.2


@dataclass(frozen=True, kw_only=True)
class Wave:
    """A bend of the paper: a sine over it, in mm and degrees."""

    height: float
    length: float
    degrees: float
    start: float


@dataclass(frozen=True, kw_only=True)
class Fold:
    """A crease: on both sides of it the paper rises (or falls), so many mm each mm."""

    slope: float
    degrees: float
    offset: float
    """How far from the middle of the page the line runs, in mm."""
    round_mm: float = 2.0


@dataclass(frozen=True, kw_only=True)
class Pose:
    """How the camera stands to the paper."""

    roll: float
    """Turn in the picture, degrees clockwise."""
    tilt: float
    """Away from looking straight down, degrees."""
    towards: float
    """Into which direction it leans, degrees."""
    fill: float
    """The larger share of the picture's width or height that the page takes."""
    at: tuple[float, float]
    """Where in the room that is left: 0 to 1 from the left and from the top."""
    focal: float
    """In shares of the picture's longer side."""


@dataclass(frozen=True, kw_only=True)
class View:
    """A sheet before a camera; the picture is `size` pixels large."""

    pose: Pose
    size: Size
    waves: tuple[Wave, ...] = ()
    folds: tuple[Fold, ...] = ()
    shift: tuple[float, float] = (0.0, 0.0)
    """By so many pixels everything is moved at the end."""
    page: tuple[float, float] = PAGE_MM
    _placed: tuple[float, float, float] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_placed", self._fitted())

    def heights(self, mm: Points) -> Points:
        """How far points of the page rise above the table."""
        x, y = (mm - np.asarray(self.page) / 2).T
        total = np.zeros(len(mm))
        for wave in self.waves:
            along = x * np.cos(np.deg2rad(wave.degrees)) + y * np.sin(np.deg2rad(wave.degrees))
            total += wave.height * np.sin(2 * np.pi * (along / wave.length + wave.start))
        for fold in self.folds:
            along = x * np.cos(np.deg2rad(fold.degrees)) + y * np.sin(np.deg2rad(fold.degrees))
            total += fold.slope * np.sqrt((along - fold.offset) ** 2 + fold.round_mm**2)
        return total

    def pixels(self, mm: Points) -> Points:
        """Where points of the page (n by 2, mm) are in the picture, with all bends."""
        return self._project(mm, self.heights(mm))

    def flat_matrix(self) -> Points:
        """The homography from mm to pixels that the page would have without bends."""
        corners = self._corners_mm()
        pixels = self._project(corners, np.zeros(4))
        return np.asarray(
            cv2.getPerspectiveTransform(corners.astype(np.float32), pixels.astype(np.float32)),
            dtype=np.float64,
        )

    def scale(self) -> float:
        """Pixels in a mm, on average over the page."""
        quad = self._project(self._corners_mm(), np.zeros(4)).astype(np.float32)
        return float(np.sqrt(abs(cv2.contourArea(quad)) / (self.page[0] * self.page[1])))

    def way_back(self) -> Floats:
        """For every pixel its place on the page, in mm (height by width by 2); also beyond it."""
        width, height = self.size
        columns = (np.arange(-1, width // CELL + 1) + 0.5) * CELL - 0.5
        rows = (np.arange(-1, height // CELL + 1) + 0.5) * CELL - 0.5
        grid = np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2)
        places = self._back(grid).reshape(len(rows), len(columns), 2)
        whole = resized(floats(places), (len(columns) * CELL, len(rows) * CELL))
        return whole[CELL : CELL + height, CELL : CELL + width]

    def _back(self, pixels: Points) -> Points:
        flat = self.flat_matrix()
        back: Points = np.asarray(np.linalg.inv(flat), dtype=np.float64)
        mm = _through(back, pixels)
        for _ in range(BACK_STEPS):
            near = np.clip(mm, -60, np.asarray(self.page) + 60)
            mm = _through(back, pixels - (self.pixels(near) - _through(flat, near)))
        return mm

    def _corners_mm(self) -> Points:
        return CORNERS_MM * (np.asarray(self.page) / PAGE_MM)

    def _project(self, mm: Points, heights: Points) -> Points:
        distance, x, y = self._placed
        seen: Points = self._seen(mm, heights, distance) + np.array((x, y))
        return seen

    def _seen(self, mm: Points, heights: Points, distance: float) -> Points:
        """Pixels from the point that the camera looks at."""
        flat = (mm - np.asarray(self.page) / 2) @ rotation(self.pose.roll).T
        lean = np.deg2rad(self.pose.tilt)
        turned = flat @ rotation(-self.pose.towards).T
        # Lean around the y axis of the turned page, then turn back.
        x = turned[:, 0] * np.cos(lean) - heights * np.sin(lean)
        rise = turned[:, 0] * np.sin(lean) + heights * np.cos(lean)
        across = np.stack([x, turned[:, 1]], axis=1) @ rotation(self.pose.towards).T
        depth = np.maximum(distance - rise, NEAREST * distance)
        return np.asarray(across * (self.pose.focal * max(self.size) / depth)[:, None], dtype=np.float64)

    def _fitted(self) -> tuple[float, float, float]:
        """The distance at which the page takes its share of the picture, and where its middle comes."""
        corners, flat = self._corners_mm(), np.zeros(4)
        low, high = 100.0, 20_000.0
        for _ in range(30):
            distance = (low * high) ** 0.5
            extent = np.ptp(self._seen(corners, flat, distance), axis=0) / self.size
            low, high = (distance, high) if extent.max() > self.pose.fill else (low, distance)
        seen = self._seen(corners, flat, distance)
        room = np.asarray(self.size) - np.ptp(seen, axis=0)
        middle = -seen.min(axis=0) + room * self.pose.at + self.shift
        return distance, float(middle[0]), float(middle[1])


def _through(matrix: Points, points: Points) -> Points:
    whole = np.c_[points, np.ones(len(points))] @ matrix.T
    last = whole[:, 2:]
    return np.asarray(whole[:, :2] / np.where(np.abs(last) < 1e-9, 1e-9, last), dtype=np.float64)
