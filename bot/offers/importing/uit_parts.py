"""Parts of an event or place of UiTdatabank: its texts per language, address, price, labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.domain.folding import fold
from bot.domain.offer import Price, Venue
from bot.offers.importing.cells import NotRead, point_of, postcode_of
from bot.offers.importing.plain import plain, plain_line, shortened
from bot.offers.importing.row_reader import LINE

Facts = Mapping[str, Any]

NOWHERE = "00000000-0000-0000-0000-000000000000"
"""The place that UiTdatabank gives to what is online."""
_COUNTS = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNT = "|".join(_COUNTS)
_LEVEL = re.compile(
    rf"\b({_COUNT})\s?taalicon(?:en)?\b|\b({_COUNT})\s?taalicoon\b|\btaalicoo?n(?:en)?\s?[:-]?\s?({_COUNT})\b"
)
_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_WORDS_LENGTH = 40


def facts(value: object) -> Facts:
    """An object; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def listed(value: object) -> Sequence[Any]:
    """A list; one value stands for a list of one."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return value
    return [] if value in (None, "", {}) else [value]


def in_dutch(value: object, main: object = "nl") -> object:
    """What is said in Dutch, or else in the main language, or else in any; as it is when there are none."""
    if not isinstance(value, Mapping):
        return value
    wanted = [value.get(language) for language in ("nl", main) if isinstance(language, str)]
    return next((one for one in (*wanted, *value.values()) if one), None)


def text_in_dutch(value: object, main: object = "nl") -> str:
    """The same as plain text, paragraphs as lines."""
    found = in_dutch(value, main)
    return plain(found) if isinstance(found, str) else ""


def line_in_dutch(value: object, main: object = "nl") -> str:
    """The same on one line, not longer than a title may be."""
    return shortened(plain_line(text_in_dutch(value, main)), LINE)


def identity(value: object) -> str:
    """The last part of an address such as "https://io.uitdatabank.be/event/<uuid>"."""
    return plain_line(str(value)).rstrip("/").rsplit("/", 1)[-1] if isinstance(value, str) else ""


def venue_of(offer: Facts) -> Venue:
    """Where an event is, by its location, or where a place is.

    Raises:
        NotRead: Its coordinates are none, or far from Belgium.
    """
    location = offer.get("location")
    is_place = not location and "address" in offer
    place = offer if is_place else facts(location)
    main = place.get("mainLanguage", offer.get("mainLanguage"))
    is_online = offer.get("attendanceMode") == "online" or identity(place.get("@id")) == NOWHERE
    if is_online:
        return Venue(is_online=True)
    address = _address(place, main)
    parts = [*([] if is_place else [line_in_dutch(place.get("name"), main)]), *_street_and_town(address)]
    name = ", ".join(dict.fromkeys(part for part in parts if part))
    geo = facts(place.get("geo"))
    point = point_of(_number(geo.get("latitude")), _number(geo.get("longitude")))
    return Venue(
        name=shortened(name, LINE) or None,
        postcode=_postcode(address),
        point=point,
        point_is_given=point is not None,
    )


def _address(place: Facts, main: object) -> Facts:
    """The address in one language; older answers have it without languages."""
    address = facts(place.get("address"))
    return address if "addressLocality" in address else facts(in_dutch(address, main))


def _street_and_town(address: Facts) -> Iterator[str]:
    for name in ("streetAddress", "addressLocality"):
        written = address.get(name)
        if isinstance(written, str) and written.strip("_ "):
            yield plain_line(written)


def _postcode(address: Facts) -> str | None:
    if address.get("addressCountry", "BE") not in ("BE", "", None):
        return None
    try:
        return postcode_of(plain_line(str(address.get("postalCode") or "")))
    except NotRead:
        return None


def _number(value: object) -> str | float | None:
    # 0 is what a place has that nobody could find.
    return value if isinstance(value, str | int | float) and value not in (0, "0") else None


def price_of(offer: Facts) -> Price:
    """What it costs: the base price in cents, and the other tariffs as words."""
    main = offer.get("mainLanguage")
    priced = [facts(one) for one in listed(offer.get("priceInfo"))]
    tariffs = [(one, cents) for one in priced if (cents := _cents(one.get("price"))) is not None]
    base = next((one for one, _ in tariffs if one.get("category", "base") == "base"), None)
    usual = next((cents for one, cents in tariffs if one is base), None)
    others = [_tariff(one, cents, main) for one, cents in tariffs if one is not base and cents != usual]
    words = ", ".join(dict.fromkeys(others))
    return Price(cents=usual, words=shortened(words, LINE) or None)


def _cents(price: object) -> int | None:
    try:
        cents = round(float(str(price).replace(",", ".")) * 100)
    except (ValueError, OverflowError):
        return None
    return cents if 0 <= cents <= 1_000_000 else None


def _tariff(tariff: Facts, cents: int, main: object) -> str:
    name = line_in_dutch(tariff.get("name"), main)
    amount = f"{cents // 100},{cents % 100:02} euro" if cents else "gratis"
    return f"{name} {amount}".strip()


def labels_of(offer: Facts) -> list[str]:
    """Labels that people see, and hidden ones that are words and no codes."""
    seen = [plain_line(label) for label in listed(offer.get("labels")) if isinstance(label, str)]
    hidden = [plain_line(label) for label in listed(offer.get("hiddenLabels")) if isinstance(label, str)]
    words = [label for label in hidden if len(label) <= _WORDS_LENGTH and _WORDS.fullmatch(label)]
    return [label for label in dict.fromkeys((*seen, *words)) if label and level_labelled([label]) is None]


def level_labelled(labels: Sequence[str]) -> int | None:
    """The level of Dutch that a label names: "1 taalicoon", "twee taaliconen"; the lowest of several."""
    found = [match for label in labels if (match := _LEVEL.search(fold(label)))]
    return min((_COUNTS[next(filter(None, match.groups()))] for match in found), default=None)
