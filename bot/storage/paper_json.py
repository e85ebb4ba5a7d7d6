"""What was found on a page as JSON, and back; its pictures, its look and its writing are kept apart."""

from collections.abc import Mapping
from typing import Any

from bot.domain.form_number import FormNumber
from bot.domain.page_check import Corners, PageCheck, Problem, Side, Trouble

Facts = Mapping[str, Any]
_PLAIN = ("page_found", "is_form", "signed", "legibility", "form")


def pack(check: PageCheck) -> dict[str, Any]:
    """What was found; what is not known is left out."""
    facts: dict[str, Any] = {name: getattr(check, name) for name in _PLAIN}
    facts["corners"] = check.corners and [list(corner) for corner in check.corners]
    facts["filled_rows"] = None if check.filled_rows is None else list(check.filled_rows)
    facts["troubles"] = [_pack_trouble(trouble) for trouble in check.troubles]
    return {name: value for name, value in facts.items() if value is not None}


def _pack_trouble(trouble: Trouble) -> dict[str, Any]:
    return {
        "problem": trouble.problem.value,
        "spot": trouble.spot and list(trouble.spot),
        "side": trouble.side and trouble.side.value,
    }


def unpack(facts: Facts, look: str | None) -> PageCheck:
    """Read what `pack` made."""
    rows = facts.get("filled_rows")
    return PageCheck(
        page_found=facts["page_found"],
        corners=_corners(facts.get("corners")),
        troubles=tuple(_unpack_trouble(one) for one in facts.get("troubles", ())),
        form=FormNumber(facts["form"]) if "form" in facts else None,
        is_form=facts.get("is_form", False),
        signed=facts.get("signed"),
        filled_rows=None if rows is None else tuple(rows),
        legibility=facts.get("legibility"),
        look=bytes.fromhex(look or ""),
    )


def _corners(found: list[list[float]] | None) -> Corners | None:
    if found is None:
        return None
    (a, b), (c, d), (e, f), (g, h) = found
    return (a, b), (c, d), (e, f), (g, h)


def _unpack_trouble(facts: Facts) -> Trouble:
    x, y, width, height = facts["spot"] or (0.0, 0.0, 0.0, 0.0)
    return Trouble(
        problem=Problem(facts["problem"]),
        spot=(x, y, width, height) if facts["spot"] else None,
        side=Side(facts["side"]) if facts["side"] else None,
    )
