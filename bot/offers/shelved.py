"""How the catalogue is handed what it must hold: shaped as the port, which this room may not import."""

from typing import Protocol

from bot.domain.offer import Offer


class Shelved(Protocol):
    """An offer as the finder holds it."""

    @property
    def offer(self) -> Offer: ...
    @property
    def sense(self) -> bytes | None:
        """What its text is about, as `SenseReader.read` says; None while that is still to be done."""
        ...
