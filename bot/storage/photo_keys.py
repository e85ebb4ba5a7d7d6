"""Keys of pictures and backups: the master keys of `BOT_PHOTO_KEYS`, and what they lock.

A newcomer's own key lies in the database, wrapped; the master keys never do.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.services.photo_ports import KeyMissing

KEY_BYTES = 32
NONCE_BYTES = 12


def new_key() -> bytes:
    """A random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def derived(secret: bytes, purpose: str, *, salt: bytes = b"") -> bytes:
    """A key for one purpose only, so that no two uses of a secret can meet (HKDF, RFC 5869).

    Args:
        secret: 32 bytes.
        purpose: A fixed word.
        salt: Makes it the key of one thing only, such as one backup.
    """
    return HKDF(SHA256(), KEY_BYTES, salt or None, f"inburgerbot {purpose}".encode()).derive(secret)


def locked(key: bytes, content: bytes, *, about: str) -> bytes:
    """Encrypt with AES-256-GCM; nonce first. What is `about` something else cannot be opened in its place."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def unlocked(key: bytes, sealed: bytes, *, about: str) -> bytes | None:
    """What `locked` made; None when it was damaged, altered, or made with another key."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about.encode())
    except (InvalidTag, ValueError):
        return None


@dataclass(frozen=True)
class MasterKey:
    """One of the keys outside the database."""

    secret: bytes = field(repr=False)

    @cached_property
    def id(self) -> str:
        """Tells master keys apart and gives none away; 16 signs."""
        return derived(self.secret, "id")[:8].hex()

    @cached_property
    def _wrapping(self) -> bytes:
        return derived(self.secret, "wrap")

    def wrap(self, key: bytes, *, about: str) -> bytes:
        """Lock a key, to be kept in the database."""
        return locked(self._wrapping, key, about=about)

    def unwrap(self, wrapped: bytes, *, about: str) -> bytes:
        """A key that was wrapped.

        Raises:
            KeyMissing: It was not wrapped with this one, or not for this.
        """
        key = unlocked(self._wrapping, wrapped, about=about)
        if key is None:
            raise KeyMissing
        return key


class MasterKeys:
    """The keys that are set, newest first; older ones still open what they locked."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = {key.id: key for key in map(MasterKey, keys)}
        if not self._keys:
            raise ValueError("at least one key")

    @property
    def newest(self) -> MasterKey:
        """The one that locks from now on."""
        return next(iter(self._keys.values()))

    def find(self, key_id: str) -> MasterKey | None:
        """The key with this id, when it is set."""
        return self._keys.get(key_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that are set."""
        return tuple(self._keys)

    def unwrap(self, wrapped: bytes, key_id: str, *, about: str) -> bytes:
        """A key that one of them wrapped.

        Raises:
            KeyMissing: That one is not set any more.
        """
        master = self.find(key_id)
        if master is None:
            raise KeyMissing
        return master.unwrap(wrapped, about=about)
