"""What the bot says at one moment: text, buttons, a picture; not yet how it is sent."""

from dataclasses import dataclass, replace


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


@dataclass(frozen=True, kw_only=True)
class Message:
    """One thing to say; `text` is Telegram HTML in which every foreign value is escaped already."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons under the message."""
    keyboard: tuple[tuple[str, ...], ...] | None = None
    """Rows of buttons under the typing field; None leaves those that are there."""
    placeholder: str | None = None
    """What stands in the empty typing field beside the keyboard."""
    picture: bytes | None = None
    """A PNG, at most 60 kB; the text becomes its caption."""
    is_silent: bool = False
    """Arrives without sound."""

    def silently(self, is_silent: bool = True) -> "Message":
        """The same message, arriving without sound."""
        return replace(self, is_silent=is_silent)
