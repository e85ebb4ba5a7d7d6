"""What was found out about a photographed page: is it one, can it be read, which form, signed or not."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.form_number import FormNumber


class Problem(StrEnum):
    """Why a photograph cannot be used."""

    NOT_A_PAGE = "not_a_page"
    BLURRED = "blurred"
    DARK = "dark"
    OVEREXPOSED = "overexposed"
    GLARE = "glare"
    """Also a shadow or a finger over the words: something hides them in one place."""
    CUT_OFF = "cut_off"
    TOO_SMALL = "too_small"


class Side(StrEnum):
    """A side of the page as its reader sees it."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A problem and where it is."""

    problem: Problem
    spot: tuple[float, float, float, float] | None = None
    """x, y, width and height as shares of the picture, turned the right way; None for all of it."""
    side: Side | None = None
    """Which side is cut off."""


Corner = tuple[float, float]
Corners = tuple[Corner, Corner, Corner, Corner]


@dataclass(frozen=True, kw_only=True)
class PageCheck:
    """One page of a photograph or a document, as it was read.

    What is not usable may still be sent on by who is sure: a person decides.
    """

    page_found: bool
    corners: Corners | None = None
    """The page's corners in pixels of the picture as it stands (after its EXIF turn): top left, top right,
    bottom right, bottom left of the page itself; some may lie outside the picture."""
    troubles: tuple[Trouble, ...] = ()
    """What makes it unusable, the most useful to say first; none for a page that can be used."""
    form: FormNumber | None = None
    is_form: bool = False
    """It is one of our forms, also when its number could not be read."""
    signed: bool | None = None
    """Is there ink in the signature box? None when that is not sure, or for paper that is not ours."""
    filled_rows: tuple[int, ...] | None = None
    """The rows of the table with something written in them, from 0; None when that is not sure."""
    legibility: float | None = None
    """How well the printed words can be read, 0 to 1; None for paper that is not ours."""
    scan: bytes | None = None
    """The page upright and cleaned, a grey JPEG; None when there is no page."""
    small: bytes | None = None
    """For the newcomer, a JPEG of at most 60 kB: the scan, or the photograph with the spot marked."""
    original: bytes | None = None
    """The picture as it was sent, without metadata, a JPEG."""
    look: bytes = b""
    """A perceptual hash of the whole picture: equal or nearly so for the same picture sent on."""
    writing: bytes = b""
    """What was written on the page, coarsely: to notice the same paper under another number."""

    @property
    def is_usable(self) -> bool:
        """Is it a page without trouble?"""
        return self.page_found and not self.troubles

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The names of the troubles."""
        return tuple(trouble.problem for trouble in self.troubles)


class WhyRefused(StrEnum):
    """Why a file was not even looked at."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    NOT_A_PICTURE = "not_a_picture"
    BROKEN = "broken"
    LOCKED = "locked"
    """A PDF behind a password."""
    TOO_MANY_PAGES = "too_many_pages"
    GAVE_UP = "gave_up"
    """Reading it took too long, or brought the reader down."""


class FileRefused(Exception):  # noqa: N818 - a plain statement
    """A file that cannot be taken for a photograph of a bewijs."""

    def __init__(self, why: WhyRefused) -> None:
        # The reason itself, so that it comes whole out of the reader's process.
        super().__init__(why)
        self.why = why
