"""What a bewijs is called, as begeleiders read it (Dutch only)."""

from bot.domain.hours import Bewijs
from bot.domain.offer_kind import OfferKind
from bot.texts.dutch import dutch_plain, dutch_speaker
from bot.texts.offer_kinds import PICTOGRAM, kind_name


def called(bewijs: Bewijs) -> str:
    """The sign of its kind and where it was: "⚽ voetbalclub"; without a place, what kind it is."""
    return with_place(bewijs.kind, bewijs.place)


def with_place(kind: OfferKind, place: str) -> str:
    """The sign of a kind with where it was, or with the kind's own name."""
    return dutch_plain("{sign} {place}", sign=PICTOGRAM[kind], place=place or in_dutch(kind))


def in_dutch(kind: OfferKind) -> str:
    """The kind's own name."""
    return kind_name(dutch_speaker(), kind)


def in_full(kind: OfferKind, organisation: str | None, contact: str | None) -> str:
    """The kind, the organisation and the contact, as far as they are known."""
    return " · ".join(part for part in (in_dutch(kind), organisation, contact) if part)
