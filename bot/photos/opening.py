"""From a file to pictures: what it is by its content, its limits before anything is decoded, its pages.

Nothing but the pixels goes on: no EXIF, no place, no thumbnail, and no script of a PDF is ever run.
"""

import io
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

import cv2
import numpy as np
import pillow_heif
import pypdfium2
from PIL import Image

from bot.domain.page_check import FileRefused, WhyRefused
from bot.photos.picture import LONGEST_SIDE, Picture, Pixels

MOST_BYTES = 20 * 1024 * 1024
"""What Telegram lets a bot fetch."""
MOST_PIXELS = 50_000_000
MOST_PAGES = 10
PDF_LONGEST_SIDE = 1700
"""A page of a PDF is drawn this long, in pixels: 145 dpi for A4."""
KEPT_LONGEST_SIDE = 2560
"""In pixels, of the picture that is kept for the begeleider."""
KEPT_QUALITY = 80

_KINDS: Final = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8")
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")
_PDF_WITHIN = 1024
"""A reader of PDF looks for its mark in the first kilobyte."""
_PASSWORD_ERRORS = (4, 5)
_ORIENTATION_TAG = 0x0112
_REDUCIBLE = ("L", "RGB", "CMYK", "RGBA", "LA")
_TURNS: dict[int, Callable[[Pixels], Pixels]] = {
    2: lambda pixels: pixels[:, ::-1],
    3: lambda pixels: pixels[::-1, ::-1],
    4: lambda pixels: pixels[::-1],
    5: lambda pixels: pixels.swapaxes(0, 1),
    6: lambda pixels: np.rot90(pixels, -1),
    7: lambda pixels: pixels.swapaxes(0, 1)[::-1, ::-1],
    8: lambda pixels: np.rot90(pixels, 1),
}
"""What undoes each orientation of EXIF."""


def open_pages(content: bytes) -> Iterator[tuple[Picture, bytes]]:
    """Read a photograph or a document, page by page.

    Args:
        content: JPEG, PNG, WebP, GIF, HEIC or PDF; of what moves, the first picture.

    Returns:
        Each page as a picture, and cleaned to be kept: all of it as a JPEG that holds nothing but pixels,
        at most 2560 px long.

    Raises:
        FileRefused: It is none of these, too large, broken or behind a password.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused(WhyRefused.TOO_LARGE)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        for page in _pdf_pages(content):
            yield _fitted(page, (page.shape[1], page.shape[0]), is_document=True), _kept(page)
        return
    pixels, sent_size = _decoded(content)
    yield _fitted(pixels, sent_size, is_document=False), _kept(pixels)


def picture_of(content: bytes) -> Picture:
    """The only or first page of a file; raises FileRefused as `open_pages` does."""
    return next(open_pages(content))[0]


def clean_original(content: bytes) -> bytes:
    """A photograph without what its camera noted: re-encoded, all of it, at most 2560 px long.

    Raises:
        FileRefused: As `open_pages` does.
    """
    return next(open_pages(content))[1]


def _kept(pixels: Pixels) -> bytes:
    return encoded(at_most(pixels, KEPT_LONGEST_SIDE), KEPT_QUALITY)


def encoded(pixels: Pixels, quality: int) -> bytes:
    """A JPEG of pixels (grey, or blue, green and red) without any metadata."""
    settings = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1]
    return bytes(cv2.imencode(".jpg", pixels, settings)[1])


def at_most(pixels: Pixels, longest: int) -> Pixels:
    """Pixels made smaller, where they are longer than this many on a side."""
    height, width = pixels.shape[:2]
    share = longest / max(height, width)
    if share >= 1:
        return pixels
    size = (max(round(width * share), 1), max(round(height * share), 1))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def _fitted(pixels: Pixels, sent_size: tuple[int, int], *, is_document: bool) -> Picture:
    longest = PDF_LONGEST_SIDE if is_document else LONGEST_SIDE
    colour = np.ascontiguousarray(at_most(pixels, longest))
    grey = cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY).astype(np.uint8, copy=False)
    scale = max(sent_size) / max(colour.shape[:2])
    return Picture(colour=colour, grey=grey, scale=scale, is_document=is_document)


def _decoded(content: bytes) -> tuple[Pixels, tuple[int, int]]:
    """The upright pixels of a picture (blue, green, red), and its own width and height."""
    _know_kinds()
    try:
        with warnings.catch_warnings():
            # Its size is asked below, against our own limit.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_KINDS) as image:
                return _upright(image)
    except (Image.DecompressionBombError, MemoryError):
        raise FileRefused(WhyRefused.TOO_MANY_PIXELS) from None
    except FileRefused:
        raise
    except Exception as error:
        raise FileRefused(_why_not(content)) from error


def _why_not(content: bytes) -> WhyRefused:
    is_heif = content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS
    return WhyRefused.BROKEN if is_heif or content.startswith(_MAGIC) else WhyRefused.NOT_A_PICTURE


def _upright(image: Image.Image) -> tuple[Pixels, tuple[int, int]]:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise FileRefused(WhyRefused.TOO_MANY_PIXELS)
    turn = _orientation(image)
    # A JPEG is decoded at a half, a quarter or an eighth, as long as enough of it is left.
    image.draft("RGB", (KEPT_LONGEST_SIDE, KEPT_LONGEST_SIDE))
    pixels = cv2.cvtColor(_as_rgb(image), cv2.COLOR_RGB2BGR).astype(np.uint8, copy=False)
    upright = _TURNS[turn](pixels) if turn in _TURNS else pixels
    return np.ascontiguousarray(upright), (height, width) if turn >= 5 else (width, height)


def _orientation(image: Image.Image) -> int:
    try:
        orientation = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:
        return 1
    return orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1


def _as_rgb(image: Image.Image) -> Pixels:
    """Eight bits of red, green and blue, whatever it was; what is transparent becomes white paper."""
    if image.mode.startswith("I"):
        deep = np.asarray(image)
        return np.repeat((deep >> 8 if deep.max() > 255 else deep).astype(np.uint8)[..., None], 3, axis=2)
    factor = max(image.size) // (2 * KEPT_LONGEST_SIDE)
    smaller = image.reduce(factor + 1) if factor and image.mode in _REDUCIBLE else image
    if smaller.has_transparency_data:
        layer = smaller.convert("RGBA")
        smaller = Image.new("RGBA", layer.size, "white")
        smaller.alpha_composite(layer)
    return np.asarray(smaller.convert("RGB"))


def _pdf_pages(content: bytes) -> Iterator[Pixels]:
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MOST_PAGES:
                raise FileRefused(WhyRefused.TOO_MANY_PAGES)
            if not len(document):
                raise FileRefused(WhyRefused.BROKEN)
            for number in range(len(document)):
                yield _pdf_page(document, number)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) in _PASSWORD_ERRORS
        raise FileRefused(WhyRefused.LOCKED if is_locked else WhyRefused.BROKEN) from error


def _pdf_page(document: pypdfium2.PdfDocument, number: int) -> Pixels:
    page = document[number]
    # Pages are drawn without an environment for forms: nothing in them can act.
    bitmap = page.render(
        scale=PDF_LONGEST_SIDE / max(page.get_size()), may_draw_forms=False, no_smoothtext=False
    )
    pixels = np.array(bitmap.to_numpy()[..., :3], np.uint8)
    bitmap.close()
    page.close()
    return pixels


@cache
def _know_kinds() -> None:
    Image.init()
    pillow_heif.register_heif_opener()
