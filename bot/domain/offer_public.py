"""What everybody may read of an offer: a volunteer's details that stand within its texts are taken out."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.domain.offer import Offer, OfferContact

HIDDEN = "•••"
PUBLISHED = frozenset({"uitdatabank"})
"""Sources whose texts everybody can read elsewhere already."""
_BETWEEN = r"[\s./()-]*"
_PREFIX = rf"(?<![\w+])(?:(?:\+|00)\s?32{_BETWEEN}(?:0{_BETWEEN})?|0)"
_MOBILE = re.compile(rf"{_PREFIX}4{_BETWEEN}[5-9](?:{_BETWEEN}\d){{7}}(?!\d)")
_ABROAD = re.compile(rf"(?<![\w+])(?:\+|00)\s?(?!32)[1-9](?:{_BETWEEN}\d){{8,13}}(?!\d)")
_EMAIL = re.compile(r"[^\s@<>,;:()\"]{1,64}@[^\s@<>,;:()\"]{1,190}\.[a-z]{2,24}", re.IGNORECASE)
_OF_MANY = re.compile(
    r"(?:info|contact|onthaal|welkom|hallo|secretariaat|inschrijv\w*|vrijwillig\w*|bib\w*|buurt\w*)@",
    re.IGNORECASE,
)
"""Addresses of an organisation rather than of a person."""

Hide = Callable[[str], str]


def public_part(offer: Offer) -> Offer:
    """The offer as people read it who may not see its contact.

    Its own contact, any mobile number and personal e-mail address are taken out of its texts, unless the
    contact is public, or the source published them.
    """
    details = offer.details
    if details.contact.is_public or offer.source in PUBLISHED:
        return offer
    hide = _hiding(details.contact)
    words, name = details.price.words, details.venue.name
    safe = replace(
        details,
        title=hide(details.title),
        organisation=hide(details.organisation) if details.organisation else None,
        description=_without_name(hide(details.description), details.contact.name),
        price=replace(
            details.price, words=_without_name(hide(words), details.contact.name) if words else None
        ),
        venue=replace(details.venue, name=hide(name) if name else None),
    )
    return offer if safe == details else replace(offer, details=safe)


def reach_in(text: str) -> tuple[str | None, str | None]:
    """The first phone number and e-mail address of a person that stand in a text."""
    phone = _MOBILE.search(text) or _ABROAD.search(text)
    email = next((one[0] for one in _EMAIL.finditer(text) if not _OF_MANY.match(one[0])), None)
    return phone[0] if phone else None, email


def _hiding(contact: OfferContact) -> Hide:
    own_phone = _same_number(contact.phone or "")

    def hide(text: str) -> str:
        text = _EMAIL.sub(lambda found: _address(found[0], contact), text)
        for numbers in (own_phone, _MOBILE, _ABROAD):
            text = numbers.sub(HIDDEN, text) if numbers is not None else text
        return text

    return hide


def _address(written: str, contact: OfferContact) -> str:
    is_own = contact.email is not None and written.casefold() == contact.email.casefold()
    return written if _OF_MANY.match(written) and not is_own else HIDDEN


def _same_number(phone: str) -> re.Pattern[str] | None:
    """The same number, however it is parted and with whichever beginning."""
    digits = re.sub(r"^(?:00)?32|^0", "", "".join(re.findall(r"\d", phone)))
    if len(digits) < 7:
        return None
    return re.compile(rf"(?:{_PREFIX}|(?<!\d)){_BETWEEN.join(digits)}(?!\d)")


def _without_name(text: str, name: str | None) -> str:
    """Without the contact's name as it is written there: whole, or the one word that it is."""
    words = (name or "").split()
    if not words or len("".join(words)) < len(HIDDEN):
        return text
    written = r"\s+".join(map(re.escape, words))
    return re.sub(rf"(?<!\w){written}(?!\w)", HIDDEN, text, flags=re.IGNORECASE if len(words) > 1 else 0)
