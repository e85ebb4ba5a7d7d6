"""Text as it is read of a file: without markup, without marks that nobody sees, paragraphs as lines."""

import re
import unicodedata
from html import escape
from html.parser import HTMLParser

_LONGEST = 40_000
_JOINERS = "\u200c\u200d"
"""Nobody sees them, but Persian and Pashto need them."""
_HIDDEN = frozenset(("script", "style", "head", "title", "template", "iframe", "object", "noscript"))
_BLOCKS = frozenset(
    (
        *("p", "div", "br", "hr", "pre", "blockquote", "section", "article"),
        *("li", "ul", "ol", "dd", "dt", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_MARKUP = re.compile(r"</?[a-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|tr|h[1-6])\b", re.IGNORECASE)
_ADDRESS = re.compile(r"<(?:mailto:)?([^\s<>@]+@[^\s<>@]+|https?://[^\s<>]+)>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->|<[!?][^>]*>", re.DOTALL)


def plain(text: str) -> str:
    """The text that a person would see: no tags, no entities, no scripts; a line for each paragraph."""
    text = text[:_LONGEST]
    if _MARKUP.search(text):
        text = _without_markup(text)
    lines = (" ".join(_visible(line).split()) for line in re.split(r"[\r\n]+", text))
    return "\n".join(unicodedata.normalize("NFC", line) for line in lines if line)


def plain_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split("\n"))


def shortened(text: str, longest: int) -> str:
    """The beginning of a text that is longer, with "…" behind it."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def shielded(text: str) -> str:
    """Write plain text so that `plain` gives it back, whatever stands in it: "korting <12 jaar>"."""
    return text if plain(text) == text else escape(text, quote=False)


def _without_markup(text: str) -> str:
    reader = _Reader(keeps_lines=not _BLOCK.search(text))
    reader.feed(_COMMENT.sub("", _ADDRESS.sub(r"\1", text)))
    reader.close()
    return "".join(reader.seen)


def _visible(line: str) -> str:
    return line if line.isprintable() else "".join(map(_seen, line))


def _seen(sign: str) -> str:
    """The sign itself, a space for what parts words, and nothing for marks of direction and the like."""
    if sign.isprintable() or sign in _JOINERS:
        return sign
    return "" if unicodedata.category(sign) == "Cf" else " "


class _Reader(HTMLParser):
    """Keeps what is seen of a page."""

    def __init__(self, *, keeps_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._keeps_lines = keeps_lines
        self._hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden is None and tag in _HIDDEN:
            self._hidden = tag
        elif tag in _BLOCKS:
            self.seen.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = None
        elif tag in _BLOCKS:
            self.seen.append("\n")

    def handle_data(self, data: str) -> None:
        if self._hidden is None:
            self.seen.append(data if self._keeps_lines else re.sub(r"\s+", " ", data))
