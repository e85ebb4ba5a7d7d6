"""What a newcomer may agree to; refusing costs nothing, and paper goes on.

Only what is optional is asked. What the begeleider needs for the traject itself rests on the ground
that the operator states in the settings.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What is asked."""

    REMINDERS = "reminders"
    PHOTOS = "photos"
    """Photographs of a bewijs through Telegram."""
    SHARING = "sharing"
    """Telling a contact who is coming."""


@dataclass(frozen=True, kw_only=True)
class Consent:
    """An answer to one question, as it stands now."""

    purpose: Purpose
    is_given: bool
    at: dt.datetime
