"""What a begeleider is filling in about a paper: the hours to accept, why not, what the contact said."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.drafts import Draft
from bot.domain.paper import ContactAnswer, PaperRefusedBecause


@dataclass(frozen=True, kw_only=True)
class PaperHoursDraft(Draft):
    """The hours and days of a paper that are to be accepted."""

    paper_id: int
    bewijs_id: int | None = None
    minutes: int | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class PaperRefusalDraft(Draft):
    """A paper that is to be refused."""

    paper_id: int
    why: PaperRefusedBecause | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class ContactAnswerDraft(Draft):
    """What the contact said, about a paper or about not signing."""

    paper_id: int | None = None
    refusal_id: int | None = None
    answer: ContactAnswer | None = None
    minutes: int | None = None
    note: str | None = None
