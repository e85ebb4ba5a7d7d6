"""From a file to a picture: whatever phones and scanners send, and whatever somebody else would."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pillow_heif
import pytest
from fpdf import FPDF
from PIL import Image, PngImagePlugin

from bot.domain.page_check import FileRefused, WhyRefused
from bot.photos.opening import clean_original, open_pages, picture_of

WIDTH, HEIGHT = 90, 60
PLACE = b"GPSLatitude 51.05"


def a_picture(mode: str = "RGB") -> Image.Image:
    """Dark, with a light top left corner."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (10, 20, 30))
    image.paste((250, 250, 250), (0, 0, 30, 20))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def a_png(width: int, height: int) -> bytes:
    """The head of a picture of this size, and nothing to fill it with."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def a_pdf(pages: int = 1, **options: Any) -> bytes:
    document = FPDF(format="A4")
    document.set_font("helvetica", size=40)
    for number in range(pages):
        document.add_page()
        document.cell(text=f"Blad {number + 1}")
    for name, value in options.items():
        getattr(document, name)(*value)
    return bytes(document.output())


def refusal(content: bytes) -> WhyRefused:
    with pytest.raises(FileRefused) as refused:
        list(open_pages(content))
    return refused.value.why


def heif(image: Image.Image) -> bytes:
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=80)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        saved(a_picture(), "JPEG"),
        saved(a_picture("L"), "JPEG"),
        saved(a_picture("CMYK"), "JPEG"),
        saved(a_picture(), "PNG"),
        saved(a_picture("P"), "PNG"),
        saved(a_picture("1"), "PNG"),
        saved(a_picture("RGBA"), "PNG"),
        saved(a_picture(), "WEBP"),
        saved(a_picture("P"), "GIF"),
        heif(a_picture()),
    ],
    ids=["jpeg", "grey jpeg", "cmyk", "png", "palette", "one bit", "alpha", "webp", "gif", "heic"],
)
def test_pictures_of_every_kind_look_the_same(content: bytes) -> None:
    picture = picture_of(content)

    assert picture.size == (WIDTH, HEIGHT)
    assert picture.grey[5:15, 5:25].min() > 200
    assert picture.grey[30:, 40:].mean() < 60
    assert picture.colour.shape == (HEIGHT, WIDTH, 3)


def test_sixteen_bits_of_grey_become_eight() -> None:
    deep = np.zeros((HEIGHT, WIDTH), np.uint16)
    deep[:20, :30] = 65535

    picture = picture_of(saved(Image.fromarray(deep), "PNG"))

    assert (picture.grey[10, 10], picture.grey[40, 60]) == (255, 0)


def test_what_is_transparent_is_white_paper() -> None:
    picture = picture_of(saved(Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0)), "PNG"))

    assert picture.grey.min() == 255


def test_only_the_first_of_moving_pictures_is_taken() -> None:
    content = saved(
        a_picture(), "WEBP", save_all=True, append_images=[Image.new("RGB", (WIDTH, HEIGHT), "red")]
    )

    pages = list(open_pages(content))

    assert len(pages) == 1
    assert pages[0][0].grey[10, 10] > 200


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_as_its_camera_noted(orientation: int) -> None:
    as_held = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    image = a_picture()
    sent = image.transpose(Image.Transpose(as_held[orientation])) if orientation > 1 else image
    exif = Image.Exif()
    exif[0x0112] = orientation

    picture = picture_of(saved(sent, "PNG", exif=exif))

    assert picture.size == (WIDTH, HEIGHT)
    assert picture.grey[5:15, 5:25].min() > 200
    assert picture.grey[30:, 40:].mean() < 60


def test_a_large_photograph_is_made_smaller_and_knows_by_how_much() -> None:
    picture = picture_of(saved(Image.new("RGB", (4000, 3000)), "JPEG"))

    assert picture.size == (1600, 1200)
    assert picture.scale == pytest.approx(2.5)


def test_nothing_of_what_a_camera_noted_goes_on() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", PLACE.decode())
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    for content in (
        saved(a_picture(), "JPEG", exif=exif, comment=PLACE, xmp=PLACE),
        saved(a_picture(), "PNG", pnginfo=notes, exif=exif),
    ):
        assert PLACE in content

        cleaned = clean_original(content)

        assert PLACE not in cleaned
        with Image.open(io.BytesIO(cleaned)) as image:
            assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (WIDTH, HEIGHT), {})
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_kept_picture_is_at_most_2560_pixels_long() -> None:
    cleaned = clean_original(saved(Image.new("RGB", (4000, 3000)), "JPEG"))

    with Image.open(io.BytesIO(cleaned)) as image:
        assert image.size == (2560, 1920)


def test_every_page_of_a_document_is_a_picture() -> None:
    pages = [picture for picture, _ in open_pages(a_pdf(3))]

    assert [page.size for page in pages] == [(1203, 1700)] * 3
    assert all(page.is_document and page.grey.min() < 50 for page in pages)


def test_a_script_in_a_document_is_not_run() -> None:
    content = a_pdf().replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (while(1){}) >>"
    )

    assert len(list(open_pages(content))) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", WhyRefused.NOT_A_PICTURE),
        (b"Dit is gewone tekst.", WhyRefused.NOT_A_PICTURE),
        (b"PK\x03\x04" + bytes(100), WhyRefused.NOT_A_PICTURE),
        (saved(a_picture(), "JPEG")[:300], WhyRefused.BROKEN),
        (saved(a_picture(), "PNG")[:100], WhyRefused.BROKEN),
        (heif(a_picture())[:200], WhyRefused.BROKEN),
        (b"\xff\xd8\xff" + bytes(500), WhyRefused.BROKEN),
        (b"%PDF-1.7 nothing", WhyRefused.BROKEN),
        (bytes(20 * 1024 * 1024 + 1), WhyRefused.TOO_LARGE),
        (a_png(10_000, 10_000), WhyRefused.TOO_MANY_PIXELS),
        (a_png(60_000, 60_000), WhyRefused.TOO_MANY_PIXELS),
    ],
    ids=lambda value: value.value if isinstance(value, WhyRefused) else "",
)
def test_a_file_that_is_no_photograph_is_refused_with_the_reason(content: bytes, why: WhyRefused) -> None:
    assert refusal(content) is why


def test_a_picture_that_ends_too_early_is_refused_or_read() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 300, 3), np.uint8)
    content = saved(Image.fromarray(noise), "JPEG")

    for share in (0.1, 0.5, 0.9, 0.99):
        assert refusal(content[: int(len(content) * share)]) is WhyRefused.BROKEN


def test_a_document_with_too_many_pages_is_refused() -> None:
    assert refusal(a_pdf(11)) is WhyRefused.TOO_MANY_PAGES


def test_a_document_behind_a_password_is_refused() -> None:
    assert refusal(a_pdf(set_encryption=("owner", "secret"))) is WhyRefused.LOCKED


@pytest.mark.parametrize("damage", range(40))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(damage: int) -> None:
    makers: list[Callable[[], bytes]] = [
        lambda: saved(a_picture(), "JPEG"),
        lambda: saved(a_picture("P"), "PNG"),
        lambda: saved(a_picture(), "WEBP"),
        lambda: heif(a_picture()),
        a_pdf,
    ]
    chance = np.random.default_rng(damage)
    content = bytearray(makers[damage % len(makers)]())
    for place in chance.integers(0, len(content), 12):
        content[place] = int(chance.integers(0, 256))

    try:
        pages = list(open_pages(bytes(content)))
    except FileRefused:
        return
    assert pages
