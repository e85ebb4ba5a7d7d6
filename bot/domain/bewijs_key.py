"""What makes two bewijzen of one kind the same (`bewijs-combineren`)."""

import hashlib

from bot.domain.folding import fold

KEY_LENGTH = 200
ONE_CONTACT = "p"
"""The mark of a bewijs that is of one contact of an organisation alone."""


def bewijs_key(organisation: str | None, contact: str | None) -> str:
    """The organisation, or the contact where there is none, whichever way it is written.

    Args:
        organisation: Its name.
        contact: The contactpersoon's name.

    Returns:
        At most `KEY_LENGTH` letters and digits with a mark before them; a name without any stands as it is.
    """
    name = organisation or contact or ""
    mark = "o" if organisation else "c" if contact else "-"
    letters = "".join(letter for letter in fold(name) if letter.isalnum())
    return f"{mark}:{(letters or name)[:KEY_LENGTH]}"


def contact_key(organisation: str, contact: str) -> str:
    """The key of a bewijs for one contact of an organisation alone, as long as any.

    Args:
        organisation: Its name.
        contact: The contactpersoon's name.
    """
    both = f"{bewijs_key(organisation, None)} {bewijs_key(None, contact)}"
    return f"{ONE_CONTACT}:{hashlib.sha256(both.encode()).hexdigest()}"
