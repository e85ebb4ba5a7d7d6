"""Other papers: letters, proofs of other organisations, a form of somebody else, a blank sheet."""

import io

import cv2
import numpy as np
import segno
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from benchmarks.photographs.arrays import Floats, floats, happens, pick
from benchmarks.photographs.ink import MM, Sheet, a_pen, fitted, handwritten
from benchmarks.photographs.signatures import sign
from bot.documents.typefaces import BOLD, PLAIN

SIZE = (1654, 2339)
"""A4 at 200 dpi."""
WORDS = (
    *("de", "het", "een", "van", "in", "op", "met", "voor", "bij", "uit", "naar", "wij", "u", "zij", "heeft"),
    *(
        "gevolgd",
        "activiteit",
        "vereniging",
        "deelname",
        "uren",
        "maand",
        "week",
        "dag",
        "namiddag",
        "rekening",
    ),
    *("vergadering", "betaling", "afspraak", "gemeente", "stad", "bibliotheek", "lokaal", "sport", "koken"),
    *("taal", "oefenen", "samen", "buurt", "vrijwilliger", "bevestigen", "hierbij", "graag", "vriendelijk"),
)
TITLES = (
    "Attest van deelname",
    "Bewijs van deelname",
    "Attest",
    "Verklaring vrijwilligerswerk",
    "Aanwezigheid",
)
ORGANISATIONS = (
    "Buurthuis De Linde vzw",
    "Stad Mechelen",
    "KSV Het Anker",
    "Bibliotheek Permeke",
    "Taalcafé",
)
LETTER_TITLES = ("Factuur", "Uitnodiging", "Aanslagbiljet", "Uw afspraak", "Nieuwsbrief")


class Page:
    """Writes down a page, line by line; lengths are in mm."""

    def __init__(self, chance: Generator) -> None:
        self.chance = chance
        self.image = Image.new("RGB", SIZE, "white")
        self.draw = ImageDraw.Draw(self.image)
        self.y = pick(chance, 14, 26)
        self.left = pick(chance, 15, 26)

    def line(self, words: str, points: float, *, bold: bool = False, x: float | None = None) -> None:
        """Write a line and go below it."""
        font = ImageFont.truetype(BOLD if bold else PLAIN, round(points * 0.3528 * MM))
        at = ((self.left if x is None else x) * MM, self.y * MM)
        self.draw.text(at, words, font=font, fill=(20, 20, 20))
        self.y += points * 0.3528 * 1.5

    def paragraph(self, lines: int, points: float) -> None:
        """Lines of words without meaning, the last one shorter."""
        letters = round((195 - self.left) / (points * 0.3528 * 0.55))
        for row in range(lines):
            words = ""
            while len(words) < letters * (0.5 if row == lines - 1 else 0.9):
                words += f"{self.chance.choice(WORDS)} "
            self.line(words.capitalize() if row == 0 else words, points)
        self.y += 4

    def logo(self) -> None:
        """A patch of colour with a shape in it."""
        x, y, width = self.left * MM, self.y * MM, pick(self.chance, 15, 35) * MM
        colour = tuple(int(value) for value in self.chance.integers(30, 200, 3))
        self.draw.rectangle((x, y, x + width, y + width * 0.5), fill=colour)
        self.draw.ellipse((x + width * 0.1, y + width * 0.1, x + width * 0.4, y + width * 0.4), fill="white")
        self.y += width * 0.5 / MM + 6

    def table(self, rows: int) -> None:
        """A grid with a few words."""
        for row in range(rows + 1):
            y = (self.y + row * 8) * MM
            self.draw.line((self.left * MM, y, 190 * MM, y), fill=(60, 60, 60), width=2)
        for x in (self.left, 70, 130, 190):
            self.draw.line(
                (x * MM, self.y * MM, x * MM, (self.y + rows * 8) * MM), fill=(60, 60, 60), width=2
            )
        self.y += rows * 8 + 6

    def code(self, text: str, x: float, y: float, width: float) -> None:
        """A QR code somewhere on the page."""
        drawn = io.BytesIO()
        segno.make(text, micro=False).save(drawn, kind="png", scale=8, border=4)
        with Image.open(drawn) as code:
            side = round(width * MM)
            turned = code.convert("RGB").resize((side, side), Image.Resampling.NEAREST)
            self.image.paste(turned, (round(x * MM), round(y * MM)))

    def picture(self) -> Floats:
        """The page: blue, green, red, 0 to 1."""
        return floats(np.asarray(self.image)[..., ::-1] / 255)


def blank(chance: Generator) -> Floats:
    """A sheet with nothing on it."""
    return np.full((SIZE[1], SIZE[0], 3), pick(chance, 0.95, 1), np.float32)


def letter(chance: Generator) -> Floats:
    """A letter that is no proof of anything."""
    page = Page(chance)
    if happens(chance, 0.7):
        page.logo()
    page.line(str(chance.choice(ORGANISATIONS)), 12, bold=True)
    page.y += 12
    page.line(str(chance.choice(LETTER_TITLES)), pick(chance, 13, 22), bold=True)
    page.y += 4
    for _ in range(int(chance.integers(2, 5))):
        page.paragraph(int(chance.integers(3, 8)), pick(chance, 10, 12))
    return page.picture()


def letter_with_code(chance: Generator, text: str) -> Floats:
    """A letter with a QR code of somebody else, or one that pretends to be ours."""
    page = Page(chance)
    page.line(str(chance.choice(LETTER_TITLES)), 18, bold=True)
    page.y += 30
    page.paragraph(6, 11)
    page.paragraph(5, 11)
    page.code(text, pick(chance, 20, 150), pick(chance, 180, 240), pick(chance, 25, 40))
    return page.picture()


def proof_of_others(chance: Generator) -> tuple[Floats, bool]:
    """A proof on another organisation's own paper, and is it signed?"""
    page = Page(chance)
    if happens(chance, 0.8):
        page.logo()
    page.line(str(chance.choice(ORGANISATIONS)), 12)
    page.y += 10
    page.line(str(chance.choice(TITLES)), pick(chance, 18, 28), bold=True)
    page.y += 6
    page.paragraph(int(chance.integers(3, 6)), 12)
    page.line("Naam: " + str(chance.choice(["Amina El Khatib", "Rosa Pérez", "Selam Tesfay"])), 13)
    page.line(f"Uren: {int(chance.integers(2, 41))}", 13)
    page.y += 6
    if happens(chance, 0.5):
        page.table(int(chance.integers(4, 9)))
    page.paragraph(3, 12)
    page.line("Datum en handtekening", 11)
    sheet = Sheet(page.picture())
    is_signed = happens(chance, 0.85)
    if is_signed:
        sign(chance, sheet, (90, min(page.y, 240), 90, 40))
    sheet.stroke(handwritten(chance, "12/10/26", (25, min(page.y + 12, 280)), 5), a_pen(chance))
    return sheet.picture, is_signed


def form_of_others(chance: Generator) -> Floats:
    """A form with a table, a box, a code and corner marks of its own."""
    page = Page(chance)
    page.y, page.left = 20, 25
    page.line("Registratieformulier", 24, bold=True)
    page.y = 60
    page.line("Naam", 11)
    page.table(int(chance.integers(8, 14)))
    page.paragraph(3, 10)
    page.draw.rectangle((104 * MM, 232 * MM, 194 * MM, 268 * MM), outline=(0, 0, 0), width=4)
    page.code(f"https://formulier.example/{int(chance.integers(10**9))}", 155, 11, 28)
    _mark(page, int(chance.integers(8, 46)))
    sheet = Sheet(page.picture())
    sheet.stroke(fitted(handwritten(chance, "12/10/26", (0, 0), 6), (30, 235, 50, 10)), a_pen(chance))
    return sheet.picture


def _mark(page: Page, first: int) -> None:
    """ArUco markers as ours, with other ids."""
    marks = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    side = round(10 * MM)
    for nth, (x, y) in enumerate(((8, 8), (192, 8), (192, 279), (8, 279))):
        drawn = cv2.aruco.generateImageMarker(marks, first + nth, side)
        page.image.paste(Image.fromarray(drawn).convert("RGB"), (round(x * MM), round(y * MM)))
