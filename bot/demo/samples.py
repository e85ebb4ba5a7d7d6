"""Photographs to try the demo with: its own form on a table, signed or not, good or not, and a cat."""

import io
import math
import re
from collections.abc import Callable, Mapping
from functools import reduce
from random import Random

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from bot.documents.typefaces import PLAIN
from bot.domain.form_layout import DATE, HOURS, PAGE_MM, SIGNATURE, Box, cell

SIZE = (960, 1280)
"""As a phone sends them."""
PER_MM = 7
"""Of the page that is photographed."""
PHOTO_PER_MM = 3.9
"""Of the finished picture, where the page fills it."""
QUALITY = 80
DAYS, HOURS_EACH, TOTAL = ("3/11/2026", "10/11/2026", "17/11/2026"), "2", "6"
INK = (30, 40, 130)
WOOD = ((70, 45, 25), (185, 140, 95))
FUR, CHEST = (205, 135, 70), (245, 230, 210)
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
Matrix = tuple[tuple[float, float, float], ...]
Point = tuple[float, float]


def sample_pictures(form_pdf: bytes, *, seed: int = 1) -> list[tuple[str, bytes]]:
    """Photograph a form in several ways; takes about a second, and belongs in a thread.

    Args:
        form_pdf: The form; its first page is printed, filled in as far as it is not, and signed.
        seed: Of chance: another one signs otherwise.

    Returns:
        What each shows, and the JPEG: "signed", "unsigned", "blurred", "dark", "cut_off", "far", "glare" and
        "cat".
    """
    page, printed_rows = _printed(form_pdf)
    _write(page, Random(seed), printed_rows)  # noqa: S311 - a drawing
    signed = page.copy()
    _sign(signed, Random(seed))  # noqa: S311
    pictures = {name: _jpeg(take(signed)) for name, take in TAKES.items()}
    return [
        ("signed", pictures.pop("signed")),
        ("unsigned", _jpeg(_photographed(page))),
        *pictures.items(),
        ("cat", _jpeg(_cat())),
    ]


def _printed(pdf: bytes) -> tuple[Image.Image, int]:
    """The first page, and how many rows of its table are filled in."""
    document = pypdfium2.PdfDocument(pdf)
    rows = len(_DAY.findall(document[0].get_textpage().get_text_bounded()))
    picture = document[0].render(scale=PER_MM * 25.4 / 72).to_pil().convert("RGB")
    document.close()
    size = (round(PAGE_MM[0] * PER_MM), round(PAGE_MM[1] * PER_MM))
    page: Image.Image = picture.resize(size)
    return page, rows


def _write(page: Image.Image, chance: Random, printed: int) -> None:
    """Initials in every row with hours; where none were printed, three days, their hours and the total."""
    for row in range(printed or len(DAYS)):
        _scrawl(page, chance, _part(cell(row, 3), 0.3), 1.7)
    for row, day in enumerate(() if printed else DAYS):
        _figures(page, cell(row, 1), day, 4)
        _figures(page, cell(row, 2), HOURS_EACH, 4)
    if not printed:
        _figures(page, HOURS, TOTAL, 8)
    _figures(page, DATE, DAYS[-1], 5)


def _figures(page: Image.Image, box: Box, words: str, height: float) -> None:
    font = ImageFont.truetype(PLAIN, round(height * PER_MM * 1.2))
    at = ((box.x + 3) * PER_MM, (box.y + box.height / 2) * PER_MM)
    ImageDraw.Draw(page).text(at, words, font=font, fill=INK, anchor="lm")


def _sign(page: Image.Image, chance: Random) -> None:
    _scrawl(page, chance, _part(SIGNATURE, 0.7), 8)
    line = Box(SIGNATURE.x + 12, SIGNATURE.y + 26, 60, 1)
    _scrawl(page, chance, line, 0.6)


def _part(box: Box, share: float) -> Box:
    """The left part of a box, in the middle of its height."""
    return Box(box.x + 3, box.y + box.height / 2, box.width * share, 0)


def _scrawl(page: Image.Image, chance: Random, where: Box, height: float) -> None:
    """Joined loops along a line, as somebody writes in a hurry; all in mm."""
    turns = max(3, round(where.width / height))
    points = []
    size = height
    for step in range(turns * 12):
        if step % 12 == 0:
            size = height * chance.uniform(0.4, 1.0)
        angle = step / 12 * 2 * math.pi
        x = where.x + where.width * step / (turns * 12) + size * 0.35 * math.cos(angle)
        points.append((x * PER_MM, (where.y + size * math.sin(angle)) * PER_MM))
    ImageDraw.Draw(page).line(points, fill=INK, width=round(0.6 * PER_MM), joint="curve")


def _photographed(
    page: Image.Image, *, scale: float = 1.0, turn: float = 4, move: Point = (0, 0)
) -> Image.Image:
    """The page on a wooden table, a little turned and from a little below.

    Args:
        page: As it was printed and written upon.
        scale: How large it is; 1 nearly fills the picture.
        turn: In degrees.
        move: Away from the middle, in shares of the picture.
    """
    width, height = SIZE
    middle = (width * (0.5 + move[0]), height * (0.5 + move[1]))
    smaller = PER_MM / (PHOTO_PER_MM * scale)
    angle = math.radians(turn)
    way_back = _product(
        _moved(page.width / 2, page.height / 2),
        ((smaller, 0, 0), (0, smaller, 0), (0, 0.00016, 1)),
        ((math.cos(angle), math.sin(angle), 0), (-math.sin(angle), math.cos(angle), 0), (0, 0, 1)),
        _moved(-middle[0], -middle[1]),
    )
    numbers = [value / way_back[2][2] for row in way_back for value in row][:8]
    kind, look = Image.Transform.PERSPECTIVE, Image.Resampling.BICUBIC
    soft = page.filter(ImageFilter.GaussianBlur(smaller * 0.35))
    laid = soft.transform(SIZE, kind, numbers, look)
    mask = Image.new("L", page.size, 255).transform(SIZE, kind, numbers, Image.Resampling.BILINEAR)
    table = Image.composite(Image.new("RGB", SIZE, (25, 18, 12)), _table(), _shadow(mask))
    return _lamp(Image.composite(ImageEnhance.Brightness(laid).enhance(0.93), table, mask))


def _table() -> Image.Image:
    fibres = Image.effect_noise((SIZE[0], 40), 70).resize(SIZE, Image.Resampling.BICUBIC)
    fine = Image.effect_noise((SIZE[0] // 2, 160), 60).resize(SIZE, Image.Resampling.BICUBIC)
    return _tinted(ImageChops.blend(fibres, fine, 0.4), *WOOD)


def _tinted(grey: Image.Image, dark: tuple[int, int, int], light: tuple[int, int, int]) -> Image.Image:
    """Grey made a colour between two others."""
    return Image.composite(Image.new("RGB", grey.size, light), Image.new("RGB", grey.size, dark), grey)


def _shadow(mask: Image.Image) -> Image.Image:
    moved = ImageChops.offset(mask, 8, 10).filter(ImageFilter.GaussianBlur(10))
    return moved.point(lambda value: value * 0.5)


def _lamp(picture: Image.Image) -> Image.Image:
    """Warm light from one corner, and grain."""
    turned = Image.linear_gradient("L").rotate(35, Image.Resampling.BICUBIC)
    fall = turned.crop((50, 50, 206, 206)).resize(SIZE)
    light = fall.point(lambda value: 175 + value * 0.35)
    warm = Image.merge("RGB", (light, light.point(lambda v: v * 0.97), light.point(lambda v: v * 0.88)))
    grain = Image.merge("RGB", [Image.effect_noise(SIZE, 8)] * 3)
    return ImageChops.add(ImageChops.multiply(picture, warm), grain, 1, -128)


def _blurred(page: Image.Image) -> Image.Image:
    return _photographed(page).filter(ImageFilter.BoxBlur(7))


def _dark(page: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(_photographed(page)).enhance(0.07)


def _glare(page: Image.Image) -> Image.Image:
    photograph = _photographed(page, turn=-5)
    lamp = Image.new("L", SIZE)
    ImageDraw.Draw(lamp).ellipse((250, 380, 750, 850), fill=255)
    return ImageChops.add(photograph, Image.merge("RGB", [lamp.filter(ImageFilter.GaussianBlur(45))] * 3))


def _cut_off(page: Image.Image) -> Image.Image:
    return _photographed(page, turn=-3, move=(0, 0.32))


def _far(page: Image.Image) -> Image.Image:
    return _photographed(page, scale=0.28, turn=9, move=(0.1, -0.08))


TAKES: Mapping[str, Callable[[Image.Image], Image.Image]] = {
    "signed": _photographed,
    "blurred": _blurred,
    "dark": _dark,
    "cut_off": _cut_off,
    "far": _far,
    "glare": _glare,
}


def _cat() -> Image.Image:
    """A cat, from near."""
    picture = _table()
    draw = ImageDraw.Draw(picture)
    draw.ellipse((150, 850, 810, 1600), fill=FUR)
    for side in (-1, 1):
        ear = [(480 + side * 290, 560), (480 + side * 270, 190), (480 + side * 60, 400)]
        draw.polygon(ear, fill=FUR)
        draw.polygon([((x - 480) * 0.85 + 480, (y - 480) * 0.75 + 500) for x, y in ear], fill=(230, 160, 150))
    draw.ellipse((160, 330, 800, 920), fill=FUR)
    draw.ellipse((330, 680, 630, 900), fill=CHEST)
    for side in (-1, 1):
        x = 480 + side * 140
        draw.ellipse((x - 70, 510, x + 70, 640), fill=(200, 215, 90))
        draw.ellipse((x - 18, 515, x + 18, 635), fill=(15, 15, 15))
        for row in range(3):
            draw.line((480 + side * 90, 770, 480 + side * 380, 700 + row * 70), fill="white", width=3)
    draw.polygon([(445, 710), (515, 710), (480, 750)], fill=(190, 90, 100))
    hairs = Image.effect_noise((SIZE[0] // 2, SIZE[1] // 10), 60).resize(SIZE, Image.Resampling.BICUBIC)
    return ImageChops.overlay(picture, Image.merge("RGB", [hairs] * 3))


def _jpeg(picture: Image.Image) -> bytes:
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=QUALITY)
    return content.getvalue()


def _moved(x: float, y: float) -> Matrix:
    return ((1, 0, x), (0, 1, y), (0, 0, 1))


def _product(*matrices: Matrix) -> Matrix:
    """One after the other, the last one first."""
    return reduce(
        lambda one, other: tuple(
            (
                sum(row[i] * other[i][0] for i in range(3)),
                sum(row[i] * other[i][1] for i in range(3)),
                sum(row[i] * other[i][2] for i in range(3)),
            )
            for row in one
        ),
        matrices,
    )
