"""The one entry: a file in, what was found out about each of its pages."""

from dataclasses import replace

from bot.domain.page_check import PageCheck, Problem, Trouble
from bot.photos.codes import agreed_number, find_codes
from bot.photos.form_reading import FormReading, read_form
from bot.photos.look import look_of
from bot.photos.marked import marked
from bot.photos.opening import open_pages
from bot.photos.paper import Paper, find_paper
from bot.photos.picture import Picture
from bot.photos.scan import PER_MM, cleaned, scan_of, small_of
from bot.photos.sharpness import is_blurred_page
from bot.photos.verdict import whole_picture_troubles
from bot.photos.writing import writing_of

SMALLEST_SIDE = 160
"""In pixels; with fewer no page can be told."""


def check_pages(content: bytes) -> list[PageCheck]:
    """Read a photograph or a document.

    Args:
        content: The file, of whatever kind.

    Returns:
        What was found out, page by page; what is no page as well.

    Raises:
        FileRefused: It cannot be taken for one.
    """
    return [_checked(picture, original) for picture, original in open_pages(content)]


def _checked(picture: Picture, original: bytes) -> PageCheck:
    if min(picture.size) < SMALLEST_SIDE:
        return _no_page(picture, original, (Trouble(problem=Problem.TOO_SMALL),))
    codes = find_codes(picture.grey)
    if (form := read_form(picture, codes)) is not None:
        return _form(picture, original, form)
    if (number := agreed_number(codes)) is not None:
        # Its code can be read and its print is not there: most of the page is missing.
        troubles = whole_picture_troubles(picture) or (Trouble(problem=Problem.CUT_OFF),)
        return replace(_no_page(picture, original, troubles), form=number, is_form=True)
    if (paper := find_paper(picture)) is not None:
        return _paper(picture, original, paper)
    return _no_page(picture, original, _why_no_page(picture))


def _why_no_page(picture: Picture) -> tuple[Trouble, ...]:
    """What to do better, where the picture itself may be to blame."""
    if not picture.is_document:
        if troubles := whole_picture_troubles(picture):
            return troubles
        if is_blurred_page(picture):
            return (Trouble(problem=Problem.BLURRED),)
    return (Trouble(problem=Problem.NOT_A_PAGE),)


def _form(picture: Picture, original: bytes, form: FormReading) -> PageCheck:
    clean = cleaned(form.placement.flatten(picture.colour, PER_MM))
    return PageCheck(
        page_found=True,
        corners=picture.as_sent(form.corners),
        troubles=form.troubles,
        form=form.number,
        is_form=True,
        signed=form.signed,
        filled_rows=form.filled_rows,
        legibility=form.legibility.median,
        scan=scan_of(clean),
        small=marked(picture, form.troubles) if form.troubles else small_of(clean),
        original=original,
        look=look_of(picture.grey),
        writing=writing_of(clean),
    )


def _paper(picture: Picture, original: bytes, paper: Paper) -> PageCheck:
    clean = cleaned(paper.flat, paper.per_mm)
    return PageCheck(
        page_found=True,
        corners=picture.as_sent(paper.corners),
        troubles=paper.troubles,
        scan=scan_of(clean),
        small=marked(picture, paper.troubles) if paper.troubles else small_of(clean),
        original=original,
        look=look_of(picture.grey),
    )


def _no_page(picture: Picture, original: bytes, troubles: tuple[Trouble, ...]) -> PageCheck:
    return PageCheck(
        page_found=False,
        troubles=troubles,
        small=marked(picture, troubles),
        original=original,
        look=look_of(picture.grey),
    )
