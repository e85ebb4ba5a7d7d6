"""An offer's details as JSON, and back; tolerant of what an older or a newer version wrote."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.ids import BegeleiderId
from bot.domain.offer import Checked, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.domain.schedule import Dated, DayPart, Schedule, Weekly

Facts = Mapping[str, Any]

_DAYS = ("full_until", "valid_from", "valid_until")
_CHECKED = ("in_dutch", "social")
_PLAIN = (
    "title", "organisation", "description", "dutch_level", "child_friendly", "women_only", "by_transport",
    "capacity", "beginners_welcome", "is_cancelled", "website",
)  # fmt: skip
_KINDS = frozenset(OfferKind)


def pack(details: OfferDetails) -> dict[str, Any]:
    """The details as JSON holds them; what nobody said is left out."""
    facts: dict[str, Any] = {name: getattr(details, name) for name in _PLAIN}
    facts |= {name: _text(getattr(details, name)) for name in _DAYS}
    facts |= {name: _said(vars(getattr(details, name))) for name in _CHECKED}
    facts["kind"] = details.kind.value
    facts["interests"] = list(details.interests)
    facts["ages"] = None if details.ages == (None, None) else list(details.ages)
    facts["venue"] = _pack_venue(details.venue)
    facts["schedule"] = _pack_schedule(details.schedule)
    facts["price"] = _said(vars(details.price))
    facts["contact"] = _said(vars(details.contact))
    return {"title": details.title, **_said(facts)}


def unpack(facts: Facts) -> OfferDetails:
    """Read what `pack` made; what is missing was not said, and a kind that is no more is another one."""
    given: dict[str, Any] = {name: facts[name] for name in _PLAIN if name in facts}
    given |= {name: _day(facts.get(name)) for name in _DAYS}
    given |= {name: _unpack_checked(facts.get(name, {})) for name in _CHECKED}
    youngest, oldest = facts.get("ages") or (None, None)
    return OfferDetails(
        **given,
        kind=OfferKind(facts["kind"]) if facts.get("kind") in _KINDS else OfferKind.OTHER,
        interests=tuple(facts.get("interests", ())),
        ages=(youngest, oldest),
        venue=_unpack_venue(facts.get("venue", {})),
        schedule=_unpack_schedule(facts.get("schedule", {})),
        price=Price(**_only(facts.get("price", {}), "cents", "words")),
        contact=OfferContact(**_only(facts.get("contact", {}), "name", "phone", "email", "is_public")),
    )


def _said(facts: Facts) -> dict[str, Any]:
    """Without what nobody said; 0 is an amount, and `False` an answer."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}


def _only(facts: Facts, *names: str) -> dict[str, Any]:
    return {name: facts[name] for name in names if name in facts}


def _pack_venue(venue: Venue) -> dict[str, Any]:
    point = venue.point
    return _said(
        {
            "name": venue.name,
            "postcode": venue.postcode,
            "point": None if point is None else [point.latitude, point.longitude],
            "point_is_given": venue.point_is_given or None,
            "municipality": venue.municipality,
            "is_online": venue.is_online or None,
        }
    )


def _unpack_venue(facts: Facts) -> Venue:
    point = facts.get("point")
    rest = _only(facts, "name", "postcode", "point_is_given", "municipality", "is_online")
    return Venue(**rest, point=Point(*point) if point else None)


def _unpack_checked(facts: Facts) -> Checked:
    by = facts.get("by")
    return Checked(holds=facts.get("holds"), by=None if by is None else BegeleiderId(by))


def _pack_schedule(schedule: Schedule) -> dict[str, Any]:
    return _said(
        {
            "weekly": [[one.weekday, *_hours(one)] for one in schedule.weekly],
            "dates": [[_text(one.first_day), _text(one.last_day), *_hours(one)] for one in schedule.dates],
            "by_appointment": schedule.by_appointment or None,
        }
    )


def _unpack_schedule(facts: Facts) -> Schedule:
    return Schedule(
        weekly=tuple(Weekly(day, *_unpack_hours(hours)) for day, *hours in facts.get("weekly", ())),
        dates=tuple(_unpack_date(one) for one in facts.get("dates", ())),
        by_appointment=facts.get("by_appointment", False),
    )


def _unpack_date(values: Sequence[str | None]) -> Dated:
    first_day, last_day, *hours = values
    assert first_day is not None
    assert last_day is not None
    return Dated(dt.date.fromisoformat(first_day), dt.date.fromisoformat(last_day), *_unpack_hours(hours))


def _hours(one: Weekly | Dated) -> list[str | None]:
    """The hours, and behind them the part of the day where that is all that is known."""
    return [_text(one.starts), _text(one.ends), *([one.part.value] if one.part else [])]


def _unpack_hours(values: Sequence[str | None]) -> tuple[dt.time | None, dt.time | None, DayPart | None]:
    starts, ends, part = (*values, None)[:3]
    return _time(starts), _time(ends), DayPart(part) if part in set(DayPart) else None


def _text(value: dt.date | dt.time | None) -> str | None:
    return None if value is None else value.isoformat()


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None
