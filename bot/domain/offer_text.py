"""What is read of an offer to tell what it is about, and how the same text is recognised again."""

import hashlib

from bot.domain.offer import OfferDetails

LONGEST = 600
"""As much as the sentence encoder reads, in characters."""


def text_of(details: OfferDetails) -> str:
    """The title first, then the source's own words for it, then the description."""
    parts = (details.title, ", ".join(details.interests), details.description)
    return ". ".join(part.strip() for part in parts if part.strip())[:LONGEST]


def fingerprint(details: OfferDetails) -> str:
    """A digest (SHA-256, 64 hexadecimal digits) of all that is read of an offer, its kind included."""
    return hashlib.sha256(f"{details.kind}\n{text_of(details)}".encode()).hexdigest()
