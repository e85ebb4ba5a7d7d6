"""Draws the reference print that photographs of forms are held against: `python -m benchmarks.form_template`.

Needed again only when the print of the form changes.
"""

from pathlib import Path

import pypdfium2
from PIL import Image

from bot.documents.form import draw_template
from bot.domain.form_layout import PAGE_MM

TEMPLATE = Path(__file__).parent.parent / "bot" / "photos" / "template.png"
DOTS_PER_INCH = 150
LARGER = 4
"""It is drawn larger and made smaller, so that edges are smooth and lie where they should."""
MM_IN_AN_INCH = 25.4


def render_template() -> Image.Image:
    """The print on a form at 150 dots an inch, in grey; a pixel is 25.4 / 150 mm, from the top left."""
    with pypdfium2.PdfDocument(draw_template()) as document:
        points = document[0].get_size()
        large: Image.Image = document[0].render(scale=DOTS_PER_INCH * LARGER / 72).to_pil().convert("L")
    size = tuple(round(side / MM_IN_AN_INCH * DOTS_PER_INCH) for side in PAGE_MM)
    # A rendered page is a whole number of pixels: the part of a pixel it is stretched by is taken out again.
    stretch = [
        got / (side / 72 * DOTS_PER_INCH * LARGER) for got, side in zip(large.size, points, strict=True)
    ]
    right, bottom = (side * LARGER * by for side, by in zip(size, stretch, strict=True))
    box = (0.0, 0.0, min(right, large.width), min(bottom, large.height))
    return large.resize((size[0], size[1]), Image.Resampling.BOX, box=box)


if __name__ == "__main__":
    render_template().save(TEMPLATE, optimize=True)
