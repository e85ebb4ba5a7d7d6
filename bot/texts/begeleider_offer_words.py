"""The parts of an offer in Dutch: what each is called, and how its value is written (Dutch only)."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.offer import UNKNOWN_END, Checked, OfferDetails, Price, Venue
from bot.domain.offer_fields import OfferField, nothing_said, value_of
from bot.domain.schedule import Dated, Schedule, Weekly
from bot.texts import dutch_hours
from bot.texts.dutch import dutch_plain, dutch_speaker
from bot.texts.offer_kinds import kind_name
from bot.texts.schedules import part_name

DATES_SHOWN = 6
COUNTED = 100
_SHORT_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
LABEL: Mapping[OfferField, str] = {
    OfferField.TITLE: "Titel",
    OfferField.ORGANISATION: "Organisatie",
    OfferField.KIND: "Soort",
    OfferField.DESCRIPTION: "Omschrijving",
    OfferField.INTERESTS: "Interesses",
    OfferField.PLACE: "Plaats",
    OfferField.WHEN: "Wanneer",
    OfferField.LEVEL: "Taalniveau",
    OfferField.IN_DUTCH: "Nederlandstalig",
    OfferField.SOCIAL: "Sociaal",
    OfferField.PRICE: "Prijs",
    OfferField.CONTACT_NAME: "Contactpersoon",
    OfferField.CONTACT_PHONE: "Telefoon",
    OfferField.CONTACT_EMAIL: "E-mail",
    OfferField.CONTACT_PUBLIC: "Contact openbaar",
    OfferField.VALID_UNTIL: "Loopt tot en met",
    OfferField.FULL_UNTIL: "Volzet tot en met",
    OfferField.CAPACITY: "Plaatsen",
    OfferField.CHILDREN: "Kinderen mogen mee",
    OfferField.WOMEN_ONLY: "Alleen voor vrouwen",
    OfferField.TRANSPORT: "Openbaar vervoer",
    OfferField.WEBSITE: "Website",
    OfferField.GONE: "Bestaat niet meer",
}
LEVELS = {1: "● ○ ○ ○ geen of weinig", 2: "● ● ○ ○ een beetje", 3: "● ● ● ○ goed", 4: "● ● ● ● heel goed"}
"""The Dutch an offer asks, as the taaliconen draw it."""


def shown(details: OfferDetails, field: OfferField, today: dt.date) -> str | None:
    """A part's value as plain text; None when nobody said it."""
    value = value_of(details, field)
    if value == nothing_said(field) and field is not OfferField.KIND:
        return None
    if isinstance(value, bool):
        return dutch_plain("ja") if value else dutch_plain("nee")
    return _WRITTEN[field](value, today) if field in _WRITTEN else str(value)


def count_words(count: int) -> str:
    """How many, counted no further than a hundred."""
    return "99+" if count >= COUNTED else str(count)


def schedule_words(schedule: Schedule, today: dt.date) -> str:
    """When, short: "ma 19:00-21:00; za 10:00-12:00", "op afspraak"; dates to come alone."""
    weekly = sorted(schedule.weekly, key=lambda one: (one.weekday, one.starts or dt.time.min))
    times = [_weekly(one) for one in weekly]
    ahead = [one for one in sorted(schedule.dates, key=lambda one: one.first_day) if one.last_day >= today]
    times += [_dated(one) for one in ahead[:DATES_SHOWN]]
    if len(ahead) > DATES_SHOWN:
        times.append(dutch_plain("en nog {count} dagen", count=len(ahead) - DATES_SHOWN))
    if schedule.by_appointment:
        times.append(dutch_plain("op afspraak"))
    return "; ".join(times) or dutch_plain("voorbij")


def _weekly(one: Weekly) -> str:
    return f"{_SHORT_WEEKDAYS[one.weekday]} {_hours(one)}".strip()


def _dated(one: Dated) -> str:
    return f"{dutch_hours.stretch(one.first_day, one.last_day)} {_hours(one)}".strip()


def _hours(one: Weekly | Dated) -> str:
    if one.starts is None:
        return part_name(dutch_speaker(), one.part).lower() if one.part is not None else ""
    return f"{one.starts:%H:%M}-{one.ends:%H:%M}" if one.ends is not None else f"{one.starts:%H:%M}"


def _venue(venue: Venue, _: dt.date) -> str:
    if venue.is_online:
        return dutch_plain("online")
    name = venue.name or venue.municipality or ""
    if venue.postcode and venue.postcode not in name:
        name = f"{venue.postcode} {name}".strip()
    municipality = venue.municipality
    return f"{name} ({municipality})" if municipality and municipality not in name else name


def _price(price: Price, _: dt.date) -> str:
    if price.words:
        return price.words
    if price.is_free or price.cents is None:
        return dutch_plain("gratis")
    euros, cents = divmod(price.cents, 100)
    return f"€ {euros},{cents:02}" if cents else f"€ {euros}"


def _full(day: dt.date, _: dt.date) -> str:
    return dutch_plain("nog niet geweten") if day == UNKNOWN_END else dutch_hours.day(day)


def _checked(checked: Checked, _: dt.date) -> str:
    return dutch_plain("ja") if checked.holds else dutch_plain("nee")


_WRITTEN: Mapping[OfferField, Callable[[Any, dt.date], str]] = {
    OfferField.KIND: lambda kind, _: kind_name(dutch_speaker(), kind),
    OfferField.INTERESTS: lambda words, _: ", ".join(words),
    OfferField.PLACE: _venue,
    OfferField.WHEN: schedule_words,
    OfferField.LEVEL: lambda level, _: LEVELS[level],
    OfferField.IN_DUTCH: _checked,
    OfferField.SOCIAL: _checked,
    OfferField.PRICE: _price,
    OfferField.VALID_UNTIL: lambda day, _: dutch_hours.day(day),
    OfferField.FULL_UNTIL: _full,
}
