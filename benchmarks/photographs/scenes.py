"""Pictures that are no paper at all: an animal, a face, a view, a screen, a bare table, the dark."""

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from benchmarks.photographs.arrays import (
    Floats,
    Size,
    blurred,
    cloud,
    ellipse,
    filled,
    floats,
    laid_over,
    pick,
)
from benchmarks.photographs.letters import WORDS
from benchmarks.photographs.lighting import SKINS
from benchmarks.photographs.surfaces import SURFACES, a_surface, strewn
from bot.documents.typefaces import PLAIN

SIZE: Size = (960, 1280)
SCREEN: Size = (591, 1280)
COATS = ((0.35, 0.5, 0.75), (0.55, 0.58, 0.62), (0.2, 0.22, 0.25), (0.85, 0.9, 0.95), (0.3, 0.38, 0.5))


def cat(chance: Generator) -> Floats:
    """Fur everywhere, two eyes and a nose."""
    picture = fur(chance)
    middle = (pick(chance, 380, 580), pick(chance, 480, 760))
    for side in (-1, 1):
        eye = (middle[0] + side * 130, middle[1])
        picture = laid_over(picture, (0.25, 0.72, 0.70), ellipse(SIZE, eye, (58, 42), 0))
        picture = laid_over(picture, (0.03, 0.03, 0.03), ellipse(SIZE, eye, (15, 40), 0))
    nose = [
        (middle[0] - 35, middle[1] + 150),
        (middle[0] + 35, middle[1] + 150),
        (middle[0], middle[1] + 190),
    ]
    return laid_over(picture, (0.45, 0.45, 0.75), filled(SIZE, nose))


def fur(chance: Generator) -> Floats:
    """Hairs along a way that slowly turns."""
    noise = chance.random((SIZE[1], SIZE[0]), dtype=np.float32)
    turns = cloud(chance, SIZE, 300, 2) * 2 * np.pi
    x, y = np.meshgrid(np.arange(SIZE[0], dtype=np.float32), np.arange(SIZE[1], dtype=np.float32))
    hairs = np.zeros_like(noise)
    for step in range(-8, 9, 2):
        along = floats(x + np.cos(turns) * step), floats(y + np.sin(turns) * step)
        hairs += cv2.remap(noise, *along, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    shade = np.clip((hairs / 9 - 0.5) * 2.6 + 0.55, 0, 1) * (0.5 + 0.6 * cloud(chance, SIZE, 260, 3))
    return floats(shade[..., None] * floats(COATS[int(chance.integers(len(COATS)))]))


def face(chance: Generator) -> Floats:
    """A person before a wall, from near."""
    _, wall = a_surface(chance, SIZE, ("coloured", "tiles", "white"))
    picture = blurred(wall, 9)
    skin, middle = floats(SKINS[int(chance.integers(len(SKINS)))]), (pick(chance, 400, 560), 560.0)
    hair = floats(chance.uniform(0.02, 0.35, 3))
    picture = laid_over(picture, chance.uniform(0, 1, 3), ellipse(SIZE, (middle[0], 1300), (430, 340), 0))
    picture = laid_over(picture, hair, ellipse(SIZE, (middle[0], 480), (300, 370), 0))
    picture = laid_over(picture, skin, ellipse(SIZE, middle, (245, 330), 0))
    for side in (-1, 1):
        eye = (middle[0] + side * 95, 500)
        picture = laid_over(picture, (0.95, 0.95, 0.95), ellipse(SIZE, eye, (45, 22), 0))
        picture = laid_over(picture, (0.1, 0.15, 0.25), ellipse(SIZE, eye, (19, 19), 0))
        picture = laid_over(picture, hair, ellipse(SIZE, (eye[0], 440), (60, 11), side * 6))
    picture = laid_over(picture, (0.35, 0.35, 0.75), ellipse(SIZE, (middle[0], 745), (85, 24), 0))
    return floats(blurred(picture, 1.5) * (0.85 + 0.15 * cloud(chance, SIZE, 300, 2))[..., None])


def landscape(chance: Generator) -> Floats:
    """Sky, hills and trees."""
    fall = np.linspace(0, 1, SIZE[1], dtype=np.float32)[:, None, None]
    picture = floats((0.95, 0.75, 0.5)) * (1 - fall) + floats((0.95, 0.9, 0.85)) * fall
    picture = floats(np.broadcast_to(picture, (SIZE[1], SIZE[0], 3)))
    white = cloud(chance, SIZE, 300, 5) ** 2
    picture = laid_over(picture, (1, 1, 1), white)
    for depth in range(4):
        line = cloud(chance, (SIZE[0], 2), 300 / (depth + 1), 5)[0] * 220 + 480 + depth * 170
        mask = floats(np.arange(SIZE[1])[:, None] > line[None, :])
        green = floats((0.25, 0.45, 0.3)) * (pick(chance, 0.5, 1.1) / (1 + depth * 0.3))
        texture = cloud(chance, SIZE, 12, 3)[..., None] * 0.8 + 0.5
        picture = laid_over(picture, floats(green * texture), mask)
    return picture


def screenshot(chance: Generator) -> Floats:
    """A chat on a phone."""
    image = Image.new("RGB", SCREEN, tuple(int(value) for value in chance.integers(200, 250, 3)))
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(PLAIN, 24)
    draw.rectangle((0, 0, SCREEN[0], 110), fill=(40, 110, 170))
    draw.text((90, 45), "Samira", font=font, fill="white")
    y = 140
    while y < SCREEN[1] - 180:
        lines = [" ".join(chance.choice(WORDS, 5)) for _ in range(int(chance.integers(1, 4)))]
        is_mine = chance.random() < 0.5
        left, high = (150 if is_mine else 20), 30 * len(lines) + 24
        fill = (215, 245, 200) if is_mine else (255, 255, 255)
        draw.rounded_rectangle((left, y, left + 420, y + high), 16, fill=fill)
        for row, words in enumerate(lines):
            draw.text((left + 16, y + 10 + 30 * row), words[:32], font=font, fill=(20, 20, 20))
        y += high + 18
    draw.rectangle((0, SCREEN[1] - 90, SCREEN[0], SCREEN[1]), fill="white")
    return floats(np.asarray(image)[..., ::-1] / 255)


def bare_table(chance: Generator) -> Floats:
    """A table with some things and no paper."""
    _, table = a_surface(chance, SIZE, tuple(SURFACES))
    return strewn(chance, table, int(chance.integers(0, 4)))


def black(chance: Generator) -> Floats:
    """The lens was covered."""
    return np.full((SIZE[1], SIZE[0], 3), pick(chance, 0.0, 0.03), np.float32)
