"""Signed links: short tokens that only this bot can make, for people without an account.

Each is a letter for what it is, its facts in base 36, and 128 bits of an HMAC over both, so that it fits a
Telegram deep link and a QR code. Comparing takes the same time whatever was altered.
"""

import base64
import hashlib
import hmac
import re
from enum import StrEnum

from bot.domain.errors import InviteNotValid

SIGNATURE_BYTES = 16
_SIGNATURE_SIGNS = 22
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST_DIGITS = 13
"""Of a number: as many as 64 bits take."""
_TOKEN = re.compile(
    rf"([a-z])-([0-9a-z]{{1,{_MOST_DIGITS}}}(?:-[0-9a-z]{{1,{_MOST_DIGITS}}}){{0,2}})-([A-Za-z0-9_-]{{{_SIGNATURE_SIGNS}}})",
    re.ASCII,
)


class LinkKind(StrEnum):
    """What a signed link is for."""

    CONTACT = "c"
    """Introduces a contact; its facts: the link."""
    PAGE = "k"
    """A contact's personal page; its facts: the contact, the version."""
    DOOR = "d"
    """A code on a phone at the door; its facts: the door, the slot of five minutes."""
    PRINTED = "e"
    """A printed code at the door; its facts: the door, the day."""
    BEWIJS = "v"
    """Tells whether a digital bewijs is genuine; its facts: the paper."""


class SignedLinks:
    """Makes tokens and reads them."""

    def __init__(self, secret_key: bytes) -> None:
        self._key = hmac.new(secret_key, b"signed links", hashlib.sha256).digest()

    def make(self, kind: LinkKind, *facts: int, over: str = "") -> str:
        """A token for these numbers.

        Args:
            kind: What it is for.
            facts: One to three numbers of 0 or more.
            over: What else it is signed over, without carrying it.
        """
        written = "-".join(map(_base36, facts))
        return f"{kind}-{written}-{self._signature(kind, written, over)}"

    def read(self, kind: LinkKind, token: str, *, over: str = "") -> tuple[int, ...]:
        """The numbers that a token carries.

        Raises:
            InviteNotValid: It is altered, cut off, or of another kind.
        """
        written, signature = self._parts(kind, token)
        if not hmac.compare_digest(self._signature(kind, written, over), signature):
            raise InviteNotValid
        return tuple(int(part, 36) for part in written.split("-"))

    def peek(self, kind: LinkKind, token: str) -> tuple[int, ...]:
        """The numbers, before what else it is signed over is known; worth nothing until `read` took it.

        Raises:
            InviteNotValid: No such token was ever made.
        """
        written, _ = self._parts(kind, token)
        return tuple(int(part, 36) for part in written.split("-"))

    def _parts(self, kind: LinkKind, token: str) -> tuple[str, str]:
        found = _TOKEN.fullmatch(token)
        if found is None or found[1] != kind:
            raise InviteNotValid
        return found[2], found[3]

    def _signature(self, kind: LinkKind, written: str, over: str) -> str:
        digest = hmac.new(self._key, f"{kind}|{written}|{over}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:SIGNATURE_BYTES]).rstrip(b"=").decode()


def _base36(number: int) -> str:
    if number < 0:
        raise ValueError("only numbers of 0 or more")
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
