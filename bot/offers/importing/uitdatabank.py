"""Reads offers as UiTdatabank answers: JSON-LD of one event or place, a list, or a search result."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.offers.importing.draft import Batch, Draft, Fault, FileUnusable, Reason, Unusable
from bot.offers.importing.plain import plain_line
from bot.offers.importing.uit_offer import UitOffer
from bot.offers.importing.uit_parts import Facts, facts, identity

SOURCE = "uitdatabank"
_SHOWN = 60
_MEMBERS = ("member", "hydra:member", "@graph", "results", "events", "places", "offers")
_TOTALS = ("totalItems", "hydra:totalItems")
_OTHERS = ("organizer", "organizers", "organization", "mediaobject")


@dataclass(frozen=True)
class _Found:
    """The objects of a file."""

    members: Sequence[Any]
    is_whole: bool


def read_uitdatabank(content: bytes) -> Batch:
    """Read events and places.

    Args:
        content: The bytes of the file: what the Entry or Search API answers, or several of those in a list.

    Returns:
        What can go in, in its order, with its number in the list as its line. A single object, a page of
        a longer result, and a result that only refers to its members are a part: nothing vanishes for them.

    Raises:
        FileUnusable: It is no JSON, or there is neither an event nor a place in it.
    """
    found = _found(_parsed(content))
    faults: list[Fault] = []
    drafts: dict[str, Draft] = {}
    left_out: set[tuple[str, str]] = set()
    is_whole = found.is_whole
    places = {identity(member.get("@id")): member for member in found.members if _is_offer(member)}
    for line, member in enumerate(found.members, 1):
        if not _is_offer(member):
            faults.append(_fault(line, member, Reason.NOT_AN_OFFER))
            is_whole = is_whole and not _is_reference(member)
            continue
        offer = UitOffer(line, _with_place(member, places))
        draft = offer.read(source=SOURCE)
        faults += offer.faults
        if draft is not None and offer.reference in drafts:
            faults.append(_fault(line, member, Reason.TWICE, offer.reference))
        elif draft is not None:
            drafts[offer.reference] = draft
        elif not offer.is_not_meant:
            left_out.add((SOURCE, offer.reference))
    return Batch(
        drafts=tuple(drafts.values()),
        faults=tuple(faults),
        is_whole=is_whole,
        left_out=frozenset(left_out),
    )


def _with_place(member: Facts, places: Mapping[str, Facts]) -> Facts:
    """An event with its place, where that is only referred to and stands in the same file."""
    location = member.get("location")
    named = location if isinstance(location, str) else facts(location).get("@id")
    is_embedded = "name" in facts(location) or "address" in facts(location)
    if is_embedded or not named or identity(named) not in places:
        return member
    return {**member, "location": places[identity(named)]}


def _parsed(content: bytes) -> object:
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        return _loaded(text)
    except (ValueError, RecursionError) as error:
        raise FileUnusable(Unusable.NOT_JSON) from error


def _loaded(text: str) -> object:
    """JSON, or a file with one object a line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not lines[0].rstrip().endswith("}"):
            raise
        return [json.loads(line) for line in lines]


def _found(parsed: object) -> _Found:
    found = _pages(parsed)
    if not any(_is_offer(member) or _is_reference(member) for member in found.members):
        raise FileUnusable(Unusable.NO_OFFERS)
    return found


def _pages(parsed: object) -> _Found:
    """All members; of a list of search results those of each."""
    if isinstance(parsed, Sequence) and not isinstance(parsed, str):
        pages = [_pages(one) if _is_result(one) else _Found([one], True) for one in parsed]
        members = [member for page in pages for member in page.members]
        totals = {_total(one) for one in parsed if _is_result(one)}
        # The pages of one result, all of them.
        is_all = totals == {len(members)} or all(page.is_whole for page in pages)
        return _Found(members, is_all)
    if isinstance(parsed, Mapping) and _is_result(parsed):
        members = next(parsed[name] for name in _MEMBERS if isinstance(parsed.get(name), list))
        total = _total(parsed)
        return _Found(members, total is None or total <= len(members))
    return _Found([parsed], False)


def _is_result(one: object) -> bool:
    return isinstance(one, Mapping) and any(isinstance(one.get(name), list) for name in _MEMBERS)


def _total(result: Mapping[str, Any]) -> int | None:
    return next((result[name] for name in _TOTALS if isinstance(result.get(name), int)), None)


def _is_offer(member: object) -> bool:
    """Is it an event or a place, with more than a reference?"""
    if not isinstance(member, Mapping) or str(member.get("@type", "")).lower() in _OTHERS:
        return False
    return "name" in member and any(name in member for name in _TELLS)


_TELLS = (
    "@id", "@type", "@context", "calendarType", "terms", "location", "address", "startDate", "subEvent",
    "openingHours", "description",
)  # fmt: skip
"""What an event or a place has; a file of something else seldom has one of these beside a name."""


def _is_reference(member: object) -> bool:
    if isinstance(member, str):
        return member.startswith(("http://", "https://"))
    return isinstance(member, Mapping) and "@id" in member and "name" not in member


def _fault(line: int, member: object, reason: Reason, value: str | None = None) -> Fault:
    shown = value or (str(member.get("@id", "")) if isinstance(member, Mapping) else str(member))
    return Fault(line=line, column=None, reason=reason, value=plain_line(shown)[:_SHOWN], is_fatal=True)
