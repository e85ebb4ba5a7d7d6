"""Writes offers as the template's table, so that reading it again gives the same."""

from collections.abc import Sequence

from bot.domain.caseload_columns import Cell
from bot.domain.offer import UNKNOWN_END, Offer, OfferDetails
from bot.domain.price_text import write_price
from bot.domain.schedule_text import write_schedule
from bot.offers.importing.columns import ONLY_READ, Column
from bot.offers.importing.kinds import NAMES
from bot.offers.importing.plain import shielded

_ANSWERS = {True: "ja", False: "nee", None: None}


def header() -> Sequence[str]:
    """The names of the columns: the template's, and behind them the three that it has no room for."""
    return [column.value for column in Column if column not in ONLY_READ]


def row_of(offer: Offer) -> Sequence[Cell]:
    """An offer as a row below `header`.

    What the catalogue worked out itself stays out: coordinates that the source did not give, the
    municipality, and who checked a condition.
    """
    cells = _cells(offer, offer.details)
    return [cells[column] for column in Column if column not in ONLY_READ]


def _cells(offer: Offer, details: OfferDetails) -> dict[Column, Cell]:
    venue, contact = details.venue, details.contact
    point = venue.point if venue.point_is_given else None
    return {
        Column.REFERENCE: shielded(offer.reference),
        Column.TITLE: shielded(details.title),
        Column.ORGANISATION: _text(details.organisation),
        Column.KIND: NAMES[details.kind],
        Column.INTERESTS: _text(", ".join(details.interests)),
        Column.DESCRIPTION: _text(details.description),
        Column.PLACE: _text(venue.name),
        Column.POSTCODE: venue.postcode,
        Column.LATITUDE: round(point.latitude, 6) if point else None,
        Column.LONGITUDE: round(point.longitude, 6) if point else None,
        Column.WHEN: _text(write_schedule(details.schedule)),
        Column.DUTCH_LEVEL: details.dutch_level,
        Column.IN_DUTCH: _ANSWERS[details.in_dutch.holds],
        Column.SOCIAL: _ANSWERS[details.social.holds],
        Column.PRICE: _text(write_price(details.price)),
        Column.CHILD_FRIENDLY: _ANSWERS[details.child_friendly],
        Column.WOMEN_ONLY: _ANSWERS[details.women_only],
        Column.BY_TRANSPORT: _ANSWERS[details.by_transport],
        Column.CAPACITY: details.capacity,
        Column.FULL_UNTIL: "ja" if details.full_until == UNKNOWN_END else details.full_until,
        Column.CONTACT_NAME: _text(contact.name),
        Column.CONTACT_PHONE: contact.phone,
        Column.CONTACT_EMAIL: contact.email,
        Column.CONTACT_IS_PUBLIC: "ja" if contact.is_public else None,
        Column.VALID_FROM: details.valid_from,
        Column.VALID_UNTIL: details.valid_until,
        Column.WEBSITE: details.website,
        Column.SOURCE: shielded(offer.source),
        Column.AGES: _ages(details.ages),
        Column.IS_ONLINE: "ja" if venue.is_online else None,
        Column.IS_CANCELLED: "ja" if details.is_cancelled else None,
    }


def _text(text: str | None) -> str | None:
    return shielded(text) if text else None


def _ages(ages: tuple[int | None, int | None]) -> str | None:
    youngest, oldest = ("" if age is None else str(age) for age in ages)
    return f"{youngest}-{oldest}" if youngest or oldest else None
