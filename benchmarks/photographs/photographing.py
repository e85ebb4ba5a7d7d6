"""Photographs a sheet: lays it on a table, bends it, lights it, and takes the picture as a recipe says."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.random import Generator

from benchmarks.photographs.arrays import (
    Floats,
    Points,
    Size,
    blurred,
    floats,
    happens,
    laid_over,
    pick,
    resized,
)
from benchmarks.photographs.camera import CORNERS_MM, PAGE_MM, Fold, Pose, View, Wave
from benchmarks.photographs.lens import defocused, exposed, jpeg, shaken
from benchmarks.photographs.lighting import Glare, Spot, glare_spot, lit, shadowed, with_finger, with_glare
from benchmarks.photographs.recipes import Recipe
from benchmarks.photographs.surfaces import a_surface, is_often, other_papers, strewn
from bot.domain.form_layout import Box
from bot.domain.page_check import Side

LARGER = 1.25
"""How many times larger is worked than what is kept."""
SHAPES: tuple[Size, ...] = ((960, 1280), (960, 1280), (720, 1280))
SIDES = (Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT)
INNER_SIDE = np.array([(105, 0), (210, 148), (105, 297), (0, 148)], dtype=np.float64)
LIGHT = np.array([-0.5, -0.7])
"""From the top left, as most lamps stand; it makes bends and folds seen."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Taken:
    """A photograph and where things are in it, in its own pixels."""

    jpeg: bytes
    view: View
    size: Size
    surface: str
    spot: Spot | None = None
    side: Side | None = None

    def places(self, mm: Points) -> tuple[tuple[float, float], ...]:
        """Where points of the page are in the photograph."""
        pixels = (self.view.pixels(mm) + 0.5) / LARGER - 0.5
        return tuple((round(float(x), 2), round(float(y), 2)) for x, y in pixels)

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Those of the page."""
        return self.places(CORNERS_MM)

    def box(self, box: Box) -> tuple[tuple[float, float], ...]:
        """The corners of something on the page."""
        x, y, width, height = box
        return self.places(
            np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], float)
        )


def take(chance: Generator, sheet: Floats, recipe: Recipe, papers: list[Floats]) -> Taken:
    """Photograph a sheet of A4.

    Args:
        chance: Where chance comes from.
        sheet: What is on it.
        recipe: How hard it is made.
        papers: Others that may lie around it.
    """
    size, view, side = _stand(chance, recipe)
    surface, table = _table(chance, recipe, view.size, papers)
    picture = _laid(view, sheet, table, shade=pick(chance, 0.15, 0.5))
    picture = _lighted(chance, picture, recipe)
    picture, spot = _glared(chance, picture, recipe, view)
    content = _developed(chance, picture, recipe, size)
    return Taken(jpeg=content, view=view, size=size, surface=surface, spot=spot, side=side)


def _stand(chance: Generator, recipe: Recipe) -> tuple[Size, View, Side | None]:
    """Hold the phone somewhere, until it is near enough."""
    while True:
        size = SHAPES[int(chance.integers(len(SHAPES)))]
        quarter = int(chance.integers(1, 4)) if happens(chance, recipe.quarter_share) else 0
        if quarter % 2 and happens(chance, 0.6):
            size = size[1], size[0]
        large = (round(size[0] * LARGER), round(size[1] * LARGER))
        view, side = _view(chance, recipe, large, quarter)
        if view.scale() >= recipe.least_scale * LARGER:
            return size, view, side


def _view(chance: Generator, recipe: Recipe, size: Size, quarter: int) -> tuple[View, Side | None]:
    pose = Pose(
        roll=90 * quarter + pick(chance, *recipe.turn),
        tilt=pick(chance, *recipe.tilt),
        towards=pick(chance, 0, 360),
        fill=pick(chance, *recipe.fill),
        at=(pick(chance, 0.1, 0.9), pick(chance, 0.1, 0.9)),
        focal=pick(chance, 0.75, 1.0),
    )
    view = View(pose=pose, size=size, waves=_waves(chance, recipe), folds=_folds(chance, recipe))
    return (view, None) if recipe.cut[1] == 0 else _cut(chance, view, recipe)


def _waves(chance: Generator, recipe: Recipe) -> tuple[Wave, ...]:
    return tuple(
        Wave(
            height=pick(chance, *recipe.wave) / (1 + nth),
            length=pick(chance, 180, 420) / (1 + nth),
            degrees=pick(chance, 0, 180),
            start=pick(chance, 0, 1),
        )
        for nth in range(2)
    )


def _folds(chance: Generator, recipe: Recipe) -> tuple[Fold, ...]:
    """Across the middle, as in an envelope, or any way."""
    if not happens(chance, recipe.fold_share):
        return ()
    upright, slope = happens(chance, 0.3), pick(chance, *recipe.fold)
    sign = float(chance.choice([-1, 1]))
    places = ((0.0,), (-49.5, 49.5), (pick(chance, -90, 90),))[int(chance.integers(3))]
    degrees = (0 if upright else 90) + pick(chance, -2, 2)
    return tuple(
        Fold(slope=slope * sign * (-1) ** nth, degrees=degrees, offset=at * (0.7 if upright else 1))
        for nth, at in enumerate(places)
    )


def _cut(chance: Generator, view: View, recipe: Recipe) -> tuple[View, Side]:
    """Move the picture until one side of the page is outside."""
    which = int(chance.integers(4))
    middles = view.pixels(INNER_SIDE)
    out = middles[which] - middles[(which + 2) % 4]
    length = float(np.hypot(*out))
    way = out / length
    width, height = view.size
    # From the middle of the side to the rim of the picture, going outwards.
    rims = [(limit - at) / step for at, step, limit in _rims(middles[which], way, width, height)]
    shift = way * (min(rims) + length * pick(chance, *recipe.cut))
    return replace(view, shift=(float(shift[0]), float(shift[1]))), SIDES[which]


def _rims(point: Points, way: Points, width: int, height: int) -> list[tuple[float, float, float]]:
    return [
        (float(at), float(step), float(limit if step > 0 else 0))
        for at, step, limit in zip(point, way, (width, height), strict=True)
        if abs(step) > 0.2
    ]


def _table(chance: Generator, recipe: Recipe, size: Size, papers: list[Floats]) -> tuple[str, Floats]:
    name, table = a_surface(chance, size, recipe.surfaces)
    table = strewn(chance, table, is_often(chance, recipe.strewn_share))
    if papers and happens(chance, recipe.papers_share):
        table = other_papers(chance, table, papers)
        name += " and papers"
    return name, table


def _laid(view: View, sheet: Floats, table: Floats, shade: float) -> Floats:
    """The sheet on the table as the camera sees it, with the shade of its bends and its own shadow."""
    back = view.way_back()
    fine = view.scale() * 1.3
    small = resized(sheet, (max(8, round(PAGE_MM[0] * fine)), max(8, round(PAGE_MM[1] * fine))))
    at = back * floats(np.array(small.shape[1::-1]) / PAGE_MM) - np.float32(0.5)
    paper = floats(
        cv2.remap(small, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )
    paper = floats(paper * 0.93 * _bend_shade(view, back)[..., None])
    mask = _inside(back, view.scale())
    below = blurred(np.roll(mask, (5, 4), (0, 1)), 6)
    return laid_over(floats(table * (1 - shade * below[..., None])), paper, mask)


def _inside(back: Floats, scale: float) -> Floats:
    """Where the page is, with an edge of one pixel."""
    inwards = np.minimum(np.minimum(back[..., 0], PAGE_MM[0] - back[..., 0]), back[..., 1])
    inwards = np.minimum(inwards, PAGE_MM[1] - back[..., 1])
    return floats(np.clip(inwards * scale + 0.5, 0, 1))


def _bend_shade(view: View, back: Floats) -> Floats:
    """Lighter where the paper leans to the lamp, darker where it leans away."""
    step = 3
    places = back[::step, ::step].reshape(-1, 2).astype(np.float64)
    here = view.heights(places)
    slope_x = view.heights(places + np.array((0.5, 0))) - here
    slope_y = view.heights(places + np.array((0, 0.5))) - here
    lean = (slope_x * LIGHT[0] + slope_y * LIGHT[1]) * 2
    small = floats(np.clip(1 - 1.4 * lean, 0.55, 1.12).reshape(back[::step, ::step].shape[:2]))
    return resized(small, (back.shape[1], back.shape[0]))


def _lighted(chance: Generator, picture: Floats, recipe: Recipe) -> Floats:
    picture = lit(chance, picture, darkest=recipe.darkest, cast=recipe.cast)
    if happens(chance, recipe.shadow_share):
        picture = shadowed(chance, picture, depth=pick(chance, *recipe.shadow), soft=recipe.shadow_soft)
    return picture


def _glared(chance: Generator, picture: Floats, recipe: Recipe, view: View) -> tuple[Floats, Spot | None]:
    """Glare, and a finger on the rim; the spot is told only where the glare hides what is below."""
    if happens(chance, recipe.finger_share):
        picture = _held(chance, picture, view)
    if not happens(chance, recipe.glare_share):
        return picture, None
    strength, scale = pick(chance, *recipe.glare), view.scale()
    axes = pick(chance, *recipe.glare_mm) * scale, pick(chance, *recipe.glare_mm) * scale
    place = np.array([[pick(chance, 55, 155), pick(chance, 75, 225)]])
    x, y = view.pixels(place)[0]
    glare = Glare(
        centre=(float(x), float(y)),
        axes=axes,
        degrees=pick(chance, 0, 180),
        strength=strength,
        softness=pick(chance, 0.25, 0.6),
    )
    return with_glare(picture, glare), glare_spot(glare, view.size) if strength > 1 else None


def _held(chance: Generator, picture: Floats, view: View) -> Floats:
    rim = np.array([(0, pick(chance, 60, 240)), (210, pick(chance, 60, 240)), (pick(chance, 40, 170), 297)])
    place = rim[int(chance.integers(3))][None]
    at = view.pixels(np.concatenate([place, place * 0.9 + np.array(PAGE_MM) * 0.05]))
    inwards = (at[1] - at[0]) / np.hypot(*(at[1] - at[0]))
    return with_finger(chance, picture, at[0], inwards, view.scale())


def _developed(chance: Generator, picture: Floats, recipe: Recipe, size: Size) -> bytes:
    picture = defocused(picture, pick(chance, *recipe.defocus) * LARGER)
    if happens(chance, recipe.shake_share):
        picture = shaken(picture, pick(chance, *recipe.shake) * LARGER, pick(chance, 0, 180))
    # The grain is that of the finished picture: averaging while it is made smaller takes some away.
    seen = exposed(chance, picture, pick(chance, *recipe.exposure), pick(chance, *recipe.noise) * LARGER)
    return jpeg(seen, size, round(pick(chance, *recipe.quality)))
