"""What the bot says at one moment: text, buttons, a picture; not yet how it is sent."""

import html
import re
from dataclasses import dataclass, replace

from bot.texts.fit import CAPTION_UNITS, units

_TAG = re.compile("<[^>]*>")


def visible(text: str) -> str:
    """What a reader sees of Telegram HTML, which is what Telegram counts."""
    return html.unescape(_TAG.sub("", text))


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button under a message: it does something here, opens a page, or copies a text."""

    label: str
    data: str | None = None
    """What a press carries, at most 64 bytes."""
    url: str | None = None
    copy: str | None = None

    def __post_init__(self) -> None:
        if sum(value is not None for value in (self.data, self.url, self.copy)) != 1:
            raise ValueError("a button does exactly one thing")
        if self.data is not None and len(self.data.encode()) > 64:
            raise ValueError("Telegram carries at most 64 bytes in a button")


@dataclass(frozen=True)
class Kept:
    """A picture that is kept encrypted; a waiting message holds its key alone."""

    key: str


@dataclass(frozen=True)
class File:
    """A document that comes with a message, to open or to keep."""

    name: str
    """As the reader sees it, such as `40-uur.ics`."""
    content: bytes | Kept
    type: str
    """Its kind on the web, such as `text/calendar`."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One thing to say; `text` is Telegram HTML in which every foreign value is escaped already."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons under the message."""
    keyboard: tuple[tuple[str, ...], ...] | None = None
    """Rows of buttons under the typing field; None leaves those that are there."""
    location_key: str | None = None
    """A key above that keyboard that sends where the phone is, and goes away once it was used."""
    placeholder: str | None = None
    """What stands in the empty typing field beside the keyboard."""
    picture: bytes | Kept | None = None
    """A PNG or JPEG, for newcomers at most 60 kB; the text becomes its caption."""
    file: File | None = None
    """A document; the text becomes its caption."""
    is_silent: bool = False
    """Arrives without sound."""

    def __post_init__(self) -> None:
        if self.picture is not None and self.file is not None:
            raise ValueError("a message carries a picture or a file, not both")
        is_caption = self.picture is not None or self.file is not None
        if is_caption and units(visible(self.text)) > CAPTION_UNITS:
            raise ValueError(f"a caption has at most {CAPTION_UNITS} units")

    def silently(self, is_silent: bool = True) -> "Message":
        """The same message, arriving without sound."""
        return replace(self, is_silent=is_silent)
