"""A digital bewijs: what a contact signed by name and tap, so that it can be told from any other."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import ButtonOld
from bot.domain.ids import AttendanceId, ContactId, NewcomerId, PaperId
from bot.domain.offer_kind import OfferKind

Stroke = tuple[tuple[int, int], ...]
"""Points of one movement of the finger, each within a field of `FIELD`."""
FIELD = (600, 200)
"""Width and height of the field for drawing."""
MOST_POINTS = 2000


@dataclass(frozen=True, kw_only=True)
class SignedRow:
    """One date in it."""

    attendance_id: AttendanceId
    day: dt.date
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Signature:
    """What was signed, by whom and when; the facts as they were, whatever changed since."""

    paper_id: PaperId
    newcomer_id: NewcomerId
    contact_id: ContactId | None
    """None once the contact was erased; the name they signed with stays on the bewijs."""
    newcomer: str
    kind: OfferKind
    organisation: str | None
    contact: str
    """The name they signed with."""
    rows: tuple[SignedRow, ...]
    """Oldest first."""
    signed_at: dt.datetime
    strokes: tuple[Stroke, ...] = ()
    """What they drew; name and tap are enough."""

    @property
    def minutes(self) -> int:
        """The total."""
        return sum(row.minutes for row in self.rows)

    @property
    def digest(self) -> str:
        """Of all that stands on the bewijs: the code on it is signed over this."""
        facts = [
            self.paper_id,
            self.newcomer,
            self.kind.value,
            self.organisation,
            self.contact,
            [[row.day.isoformat(), row.minutes] for row in self.rows],
            self.signed_at.astimezone(dt.UTC).replace(microsecond=0).isoformat(),
        ]
        written = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()


def check_strokes(strokes: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """What somebody drew, without strokes that hold nothing.

    Raises:
        ButtonOld: It has too many points, or one beside the field.
    """
    drawn = tuple(tuple((x, y) for x, y in stroke) for stroke in strokes if stroke)
    points = [point for stroke in drawn for point in stroke]
    if len(points) > MOST_POINTS or not all(_is_within(x, y) for x, y in points):
        raise ButtonOld
    return drawn


def _is_within(x: object, y: object) -> bool:
    return all(
        isinstance(place, int) and not isinstance(place, bool) and 0 <= place <= most
        for place, most in zip((x, y), FIELD, strict=True)
    )
