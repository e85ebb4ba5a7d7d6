"""What makes two bewijzen of one kind the same (`bewijs-combineren`)."""

from bot.domain.folding import fold

KEY_LENGTH = 200


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
