"""The number of a form: printed, in its codes, and typed by hand where no code could be read.

It is drawn by chance and looked up; it says nothing about anybody. Its signs look like no other (no 0 O,
1 I L, 2 Z, 5 S, 8 B, U V), and the last one checks the others, so that a slip in typing is noticed and does
not lead to somebody else's form.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from typing import NewType

FormNumber = NewType("FormNumber", str)
"""Such as `BD-7K3M9QXTC4`: nine signs by chance, and one that checks them."""

PREFIX = "BD"
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
SIGNS = 9
"""Those drawn by chance: 40 bits."""
PLACES = "AB"
"""The last sign of a code on paper: the one top right, or the one bottom left."""
_SHAPE = re.compile(rf"{PREFIX}-([{ALPHABET}]{{{SIGNS + 1}}})")
_LOOSE = re.compile(r"[^0-9A-Z]")


def new_number(choose: Callable[[Sequence[str]], str] = secrets.choice) -> FormNumber:
    """Draw a number.

    Args:
        choose: Picks one of some signs; by chance that nobody can foresee.
    """
    signs = "".join(choose(ALPHABET) for _ in range(SIGNS))
    return FormNumber(f"{PREFIX}-{signs}{_check_sign(signs)}")


def is_number(text: str) -> bool:
    """Is this written exactly as a number is?"""
    found = _SHAPE.fullmatch(text)
    return found is not None and _check_sign(found[1][:-1]) == found[1][-1]


def typed_number(text: str) -> FormNumber | None:
    """Read a number as people type it: small letters, spaces, dots, with or without the letters before it.

    Returns:
        None when it is none, or when its last sign says that something was mistyped.
    """
    signs = _LOOSE.sub("", text.upper())
    signs = signs.removeprefix(PREFIX) if len(signs) > SIGNS + 1 else signs
    number = f"{PREFIX}-{signs}"
    return FormNumber(number) if is_number(number) else None


def code_text(number: FormNumber, place: int) -> str:
    """What one of the form's codes holds: at most 16 signs of the small alphabet of QR codes.

    Args:
        number: The form's.
        place: 0 for the code top right, 1 for the one bottom left.
    """
    return f"{number}{PLACES[place]}"


def read_code(text: str) -> tuple[FormNumber, int] | None:
    """The number and the place in a code; None for a code that is not of a form of ours."""
    number, place = text[:-1], PLACES.find(text[-1:])
    return (FormNumber(number), place) if place >= 0 and text and is_number(number) else None


def _check_sign(signs: str) -> str:
    """ISO 7064 with a prime modulus: finds every single slip and every swap of neighbours."""
    total = 0
    for sign in signs:
        total = (total + ALPHABET.index(sign)) * 2 % len(ALPHABET)
    return ALPHABET[-total % len(ALPHABET)]
