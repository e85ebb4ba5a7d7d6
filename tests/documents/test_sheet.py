"""The sheet of invitations, looked at as a printer, a reader and a phone see it."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from fpdf.fonts import TTFFont
from PIL import Image, ImageOps

from bot.documents.sheet import CARD_MM, InvitationCard, blank_sheet, invitation_sheet
from bot.domain.languages import UNDERSTOOD

DOTS_IN_AN_MM = 300 / 25.4
POINTS_IN_AN_MM = 72 / 25.4

LINES = {
    "nl": ("Scan de code met je telefoon.", "Dan zie je hoeveel uren je nog moet doen."),
    "en": ("Scan the code with your phone.", "Then you see how many hours are left."),
    "fr": ("Scannez le code avec votre téléphone.", "Vous voyez alors combien d’heures il reste."),
    "ar": ("امسح الرمز بهاتفك.", "بعدها ترى كم ساعة بقيت لك."),
    "uk": ("Відскануйте код телефоном.", "Тоді ви побачите, скільки годин залишилося."),
    "tr": ("Kodu telefonunla tara.", "Böylece kaç saatin kaldığını görürsün."),
    "es": ("Escanea el código con tu teléfono.", "¿Cuántas horas te quedan? Así lo ves."),
    "ru": ("Отсканируйте код телефоном.", "Тогда вы увидите, сколько часов осталось."),
    "fa": ("کد را با تلفن خود اسکن کنید.", "سپس می‌بینید چند ساعت باقی مانده است."),
    "ps": ("کوډ په خپل ټلیفون سکین کړئ.", "بیا به ووینئ چې څومره ساعتونه پاتې دي."),
    "so": ("Koodhka ku sawir taleefankaaga.", "Markaas waxaad arki doontaa saacadaha haray."),
    "ti": ("ነቲ ኮድ ብቴለፎንካ ስካን ግበሮ።", "ክንደይ ሰዓታት ከም ዝተረፈካ ክትርኢ ኢኻ።"),
}
LETTERS = {
    "fr": "àâæçéèêëîïôœùûüÿÀÇÉŒ«»’",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ؟،؛٠١٢٣٤٥٦٧٨٩",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’",
    "tr": "çğıİöşüâîûÇĞÖŞÜ",
    "es": "áéíñóúü¿¡ÁÉÍÑÓÚÜ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяЁЪЫЭ",
    "fa": "پچژگکیءآأؤئ۰۱۲۳۴۵۶۷۸۹‌",
    "ps": "ټډړږښګڼېۍئىيځڅۀگک‌",
    "nl": "ëïöüéèê€…–—‘’“”",
    "so": "dhkhsh'’",
    "ti": "ሀሁሂሃሄህሆለሐመሠረሰሸቀቐበቨተቸኀነኘአከኸኰወዐዘዠየደጀገጐጠጨጰጸፀፈፐ።፣፤፥፩፪",
    "en": "’“”–",
}


def a_card(language: str = "nl", *, name: str = "Amina", link: str = "", number: int = 0) -> InvitationCard:
    link = link or f"https://t.me/inburgerbot?start=n-7ck8H5Pv5yN3SxPxCIrebci0d7OC{number:04}"
    return InvitationCard(name=name, link=link, lines=LINES[language], language=language)


def pages(pdf: bytes) -> Iterator[Any]:
    with pypdfium2.PdfDocument(pdf) as document:
        yield from document


def pictures(pdf: bytes, scale: float) -> list[Image.Image]:
    return [page.render(scale=scale).to_pil().convert("L") for page in pages(pdf)]


def words(pdf: bytes) -> str:
    """All text of a PDF as one line, without the joiners that extraction leaves out."""
    text = " ".join(page.get_textpage().get_text_range() for page in pages(pdf))
    return " ".join(unicodedata.normalize("NFKC", text).replace("\ufffe", "").split())


def seen_codes(pdf: bytes) -> list[Any]:
    return [
        code
        for picture in pictures(pdf, DOTS_IN_AN_MM / POINTS_IN_AN_MM)
        for code in zxingcpp.read_barcodes(picture)
    ]


@pytest.fixture(scope="module")
def in_all_languages() -> bytes:
    return invitation_sheet([a_card(language, number=at) for at, language in enumerate(UNDERSTOOD)])


def test_eight_cards_share_a_page_of_a4(in_all_languages: bytes) -> None:
    sizes = [page.get_size() for page in pages(in_all_languages)]

    assert len(sizes) == 2
    assert sizes[0] == pytest.approx((210 * POINTS_IN_AN_MM, 297 * POINTS_IN_AN_MM), abs=0.1)


@pytest.mark.parametrize("language", UNDERSTOOD)
def test_both_lines_can_be_read_in_every_language(in_all_languages: bytes, language: str) -> None:
    text = words(in_all_languages)

    for line in LINES[language]:
        assert line.replace("\u200c", "") in text


@pytest.mark.parametrize("language", UNDERSTOOD)
def test_every_letter_of_a_language_can_be_printed(language: str) -> None:
    fonts = [font for font in blank_sheet().fonts.values() if isinstance(font, TTFFont)]

    missing = {letter for letter in LETTERS[language] if not any(ord(letter) in font.cmap for font in fonts)}

    assert not missing


def test_letters_of_arabic_script_are_joined() -> None:
    def width_of_words(line: str) -> int:
        card = InvitationCard(name=line, link="https://t.me/x", lines=(line, line), language="ar")
        (image,) = pictures(invitation_sheet([card]), 4)
        before_the_code = round(50 * POINTS_IN_AN_MM * 4)
        box = ImageOps.invert(image.crop((0, 0, before_the_code, before_the_code))).getbbox()
        assert box
        return box[2] - box[0]

    joined = width_of_words("سسسسس")
    apart = width_of_words("\u200c".join("سسسسس"))

    assert joined < 0.8 * apart


def test_a_phone_reads_every_code_and_it_is_at_least_thirty_mm(in_all_languages: bytes) -> None:
    codes = seen_codes(in_all_languages)

    assert sorted(code.text for code in codes) == [a_card(number=at).link for at in range(len(UNDERSTOOD))]
    for code in codes:
        corners = code.position
        assert corners.top_right.x - corners.top_left.x >= 30 * DOTS_IN_AN_MM - 2


@pytest.mark.parametrize("link", ["https://t.me/b?start=n-1", "https://example.org/" + "w" * 130])
def test_the_code_is_large_enough_for_short_and_long_links(link: str) -> None:
    (code,) = seen_codes(invitation_sheet([a_card(link=link)]))

    assert code.text == link
    assert code.position.top_right.x - code.position.top_left.x >= 30 * DOTS_IN_AN_MM - 2


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_nothing_crosses_the_line_to_cut_along(language: str) -> None:
    long = "Een heel lange zin die nog verder gaat dan wie dan ook zou willen lezen. "
    card = InvitationCard(
        name="Wolfeschlegelsteinhausenbergerdorff" * 4,
        link=a_card().link,
        lines=(long * 2, long),
        language=language,
    )

    (image,) = pictures(invitation_sheet([card]), 4)
    right, bottom = (round(side * POINTS_IN_AN_MM * 4) for side in CARD_MM)
    for box in (
        (right + 8, 0, image.width, bottom - 8),
        (0, bottom + 8, right - 8, bottom + 300),
        (0, 0, right - 8, 12),
    ):
        assert image.crop(box).getextrema() == (255, 255)


def test_a_sign_that_no_typeface_has_becomes_a_question_mark_and_marks_of_direction_go() -> None:
    text = words(invitation_sheet([a_card(name="\u2068李 Ana\u2069\nMaría🌷")]))

    assert "? Ana María?" in text


def test_a_name_in_another_script_than_the_language_is_shown() -> None:
    text = words(
        invitation_sheet([a_card("nl", name="فاطمة"), a_card("ar", name="Fatima"), a_card(name="ሰላም")])
    )

    assert all(name in text for name in ("فاطمة", "Fatima", "ሰላም"))


def test_the_sheet_is_black_and_white(in_all_languages: bytes) -> None:
    for page in pages(in_all_languages):
        red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()
