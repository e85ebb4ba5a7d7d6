"""A participation: one newcomer taking part in one offer, from "I want to go" to how it went."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import NewcomerId, OfferId, ParticipationId

CONTACTS_A_WEEK = 5
"""To so many volunteers' details a newcomer gets in seven days."""
A_WEEK = dt.timedelta(days=7)
ASKED_AFTER = dt.timedelta(days=2)
"""When the newcomer is asked whether it worked out."""
ASKED_AGAIN_AFTER = A_WEEK
"""When they are asked a second and last time, after "not yet"."""
ASKED_ANYWAY_AFTER = dt.timedelta(days=14)
"""When they are asked although the begeleider never said that they were announced."""
HANDOVER_WORKING_DAYS = 3
"""After so many working days what waits for the begeleider comes back once."""


class Step(StrEnum):
    """Where a participation stands."""

    ASKED = "asked"
    """The begeleider checks the two conditions first (`bewijs-wat-gecontroleerd`)."""
    CHOSEN = "chosen"
    """The newcomer knows how to get there and whom to ask for."""
    GOING = "going"
    """It worked out."""
    ENDED = "ended"
    """It did not work out, or the begeleider found that it does not count."""


class Handover(StrEnum):
    """The warm handover: the begeleider announces the newcomer to the contact (`warme-overdracht`)."""

    NONE = "none"
    ASKED = "asked"
    AGREED = "agreed"
    """The begeleider has the contact's details and will announce them."""
    DECLINED = "declined"
    DONE = "done"


class NotNowBecause(StrEnum):
    """Why the begeleider does not announce somebody now."""

    TRY_FIRST = "try_first"
    """The newcomer can do it alone."""
    TALK_FIRST = "talk_first"
    CONTACT_AWAY = "contact_away"
    OTHER = "other"


class EndedBecause(StrEnum):
    """Why it did not work out."""

    NO_ANSWER = "no_answer"
    FULL = "full"
    TOO_FAR = "too_far"
    TIMES = "times"
    TOO_MUCH_DUTCH = "too_much_dutch"
    NOT_LIKED = "not_liked"
    NOT_ALLOWED = "not_allowed"
    """A condition does not hold, or the begeleider found that it is not for this newcomer."""
    CHANGED_MIND = "changed_mind"
    OTHER = "other"


REMARKS = frozenset({EndedBecause.NO_ANSWER, EndedBecause.FULL})
"""Reasons that say something of the offer, so that the begeleider hears them."""
OWN_REASONS = tuple(because for because in EndedBecause if because is not EndedBecause.NOT_ALLOWED)
"""The reasons a newcomer can give."""


class ContactView(StrEnum):
    """What somebody gets to see of an offer's contact."""

    SHOWN = "shown"
    """Name, phone and e-mail."""
    UNKNOWN = "unknown"
    """The offer names nobody."""
    ENOUGH = "enough"
    """They saw those of `CONTACTS_A_WEEK` other offers this week."""
    NO_GUIDE = "no_guide"
    """They have no begeleider, or not any more."""


@dataclass(frozen=True, kw_only=True)
class Participation:
    """One newcomer taking part in one offer."""

    id: ParticipationId
    newcomer_id: NewcomerId
    offer_id: OfferId
    step: Step
    handover: Handover
    chosen_at: dt.datetime
    contact_shown_at: dt.datetime | None = None
    """When a volunteer's own details were shown to the newcomer (UTC)."""
    asked_at: dt.datetime | None = None
    """When the newcomer was asked whether it worked out (UTC)."""
    ended_because: EndedBecause | None = None

    @property
    def is_alive(self) -> bool:
        """Is it still on its way, or going on?"""
        return self.step is not Step.ENDED

    @property
    def is_known(self) -> bool:
        """Does the newcomer know how to get there?"""
        return self.step in (Step.CHOSEN, Step.GOING)

    @property
    def is_announced_soon(self) -> bool:
        """Is the warm handover asked for or agreed, and not done?"""
        return self.is_alive and self.handover in (Handover.ASKED, Handover.AGREED)

    @property
    def waits_for_begeleider(self) -> bool:
        """Is it the begeleider's turn?"""
        return self.step is Step.ASKED or self.is_announced_soon


def may_show_contact(participations: Iterable[Participation], offer_id: OfferId, now: dt.datetime) -> bool:
    """May a newcomer see this offer's contact: one they saw this week, or fewer than five others?

    Args:
        participations: All of the newcomer's, also those that ended.
        offer_id: Whose contact it is.
        now: The moment of looking (UTC).
    """
    seen = {
        one.offer_id
        for one in participations
        if one.contact_shown_at is not None and now - one.contact_shown_at < A_WEEK
    }
    return offer_id in seen or len(seen) < CONTACTS_A_WEEK
