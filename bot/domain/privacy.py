"""What the operator states about personal data: on which ground it is kept, by whom, and for how long."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class DataKind(StrEnum):
    """Kinds of data that each rest on a legal ground of their own."""

    ACCOUNT = "account"
    DOSSIER = "dossier"
    """The contract, hours, their history."""
    QUESTIONS = "questions"
    """What people ask a begeleider, and what they write back."""
    REMINDERS = "reminders"
    PHOTOS = "photos"
    SHARING = "sharing"
    """Telling a contact who is coming."""
    LOGS = "logs"


class Ground(StrEnum):
    """On what the law lets somebody keep data."""

    PUBLIC_TASK = "public_task"
    LEGAL_OBLIGATION = "legal_obligation"
    CONSENT = "consent"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"


USUAL_GROUNDS: Mapping[DataKind, Ground] = MappingProxyType(
    {
        DataKind.ACCOUNT: Ground.PUBLIC_TASK,
        DataKind.DOSSIER: Ground.PUBLIC_TASK,
        DataKind.QUESTIONS: Ground.CONSENT,
        DataKind.REMINDERS: Ground.CONSENT,
        DataKind.PHOTOS: Ground.CONSENT,
        DataKind.SHARING: Ground.CONSENT,
        DataKind.LOGS: Ground.PUBLIC_TASK,
    }
)
"""What holds as far as the operator states nothing else."""

MESSAGE_DAYS = 7
"""What a message said is kept at most so long after it was sent or failed."""
OFFER_CHANGE_DAYS = 90
"""Who corrected or marked what of an offer."""
CONVERSATION_DAYS = 1
"""What somebody was in the middle of and left."""

SEARCH_DAYS = 90
"""What somebody looked for last."""
UNUSED_PAPER_DAYS = 30
"""A photograph of a bewijs that was never handed in."""
GONE_OFFER_DAYS = 180
"""An offer that its source dropped and that nobody chose, with the contact it names."""


@dataclass(frozen=True, kw_only=True)
class Periods:
    """How many days each kind of data is kept."""

    questions: int = 365
    """Questions and their answers, after the last word."""
    letters: int = 365
    """Messages of a begeleider, after they were sent."""
    dossiers: int = 365
    """A dossier, after the begeleider closed it."""
    notes: int = 730
    """Reasons in own words in a dossier's history."""
    scans: int = 365
    """The scan of a paper that was handed in, after the decision about it."""
    accounts: int = 365
    """The account of somebody without a dossier, after the last sign of use."""
    invites: int = 30
    """An invitation, after its link stopped working."""
    erasures: int = 180
    """That something was erased: its kind, its internal number and the moment."""
    backups: int = 30
    """Copies for when the machine breaks, which the operator makes and removes."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What the operator states, read from the settings."""

    grounds: Mapping[DataKind, Ground] = field(default_factory=lambda: USUAL_GROUNDS)
    controller: str | None = None
    """Who is responsible, and how to reach them; None while the operator did not say."""
    periods: Periods = field(default_factory=Periods)
