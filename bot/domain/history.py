"""A newcomer's history: who changed what, when and why, in ids, codes and minutes.

What people write in their own words stands apart, so that it can go by itself. The history alone
explains every number: `retell` works the hours out from it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.domain.contract import Contract, Status
from bot.domain.hours import Sums
from bot.domain.ids import EventId, NewcomerId


class What(StrEnum):
    """What happened; the comment names its facts."""

    ADDED = "added"
    JOINED = "joined"  # account
    PHONE_MOVED = "phone_moved"  # account
    IDENTIFIED = "identified"  # changed: of name, reference and language, those that did
    CONTRACT_SET = "contract_set"  # status, starts_on, last_day, required
    EXTENDED = "extended"  # from_day, last_day; why
    CLOSED = "closed"  # why
    REOPENED = "reopened"
    CLAIMED = "claimed"  # attendance, bewijs, day, minutes, source; by a contact: who noted it first
    CLAIM_CHANGED = "claim_changed"  # attendance, day, minutes
    CLAIM_WITHDRAWN = "claim_withdrawn"  # attendance
    CONFIRMED = "confirmed"  # attendance, minutes; of a contact also reached: how the bot knows them
    DENIED = "denied"  # attendance, state, minutes, reached: a contact says they were not there
    OBJECTED = "objected"  # attendance: the newcomer says that the contact's word is not right
    CONTACTS_DIFFER = "contacts_differ"  # attendance, minutes: another contact says something else
    CLAIM_REFUSED = "claim_refused"  # attendance; why
    REFUSAL_UNDONE = "refusal_undone"  # attendance, state
    ACCEPTED = "accepted"  # acceptance, bewijs, minutes, first_day, last_day; days, where they are known
    ACCEPTANCE_CHANGED = "acceptance_changed"  # acceptance, minutes, first_day, last_day
    ACCEPTANCE_UNDONE = "acceptance_undone"  # acceptance
    HANDED_OVER = "handed_over"  # from, to
    CONSENT = "consent"  # purpose, given
    REMINDERS_PAUSED = "reminders_paused"  # until
    ASKED_TO_STOP = "asked_to_stop"  # question
    CHOSE = "chose"  # participation, offer, step
    CHECKED = "checked"  # participation, offer: the begeleider lets it go on
    HANDOVER = "handover"  # participation, offer, handover; why
    TOOK_PART = "took_part"  # participation, offer
    CHOICE_ENDED = "choice_ended"  # participation, offer; why
    OFFER_REFUSED = "offer_refused"  # offer
    OFFER_ALLOWED = "offer_allowed"  # offer
    OFFER_SENT = "offer_sent"  # offer: the begeleider thought of it for them
    PAPER_HANDED_IN = "paper_handed_in"  # paper, bewijs, minutes
    PAPER_TAKEN_BACK = "paper_taken_back"  # paper
    PAPER_ACCEPTED = "paper_accepted"  # paper, acceptance
    PAPER_REFUSED = "paper_refused"  # paper; why
    PAPER_UNDONE = "paper_undone"  # paper: the decision about it
    PICTURE_REMOVED = "picture_removed"  # paper
    CONTACT_BELONGS = "contact_belongs"  # paper, bewijs
    OWN_BEWIJS = "own_bewijs"  # paper, bewijs: for one contact alone
    SIGNATURE_REFUSED = "signature_refused"  # refusal, bewijs
    CONTACT_ANSWERED = "contact_answered"  # answer, minutes; paper, or refusal
    CONTACT_JOINED = "contact_joined"  # contact, bewijs, reached
    CONTACT_CHECKED = "contact_checked"  # contact
    CONTACT_NOT_KNOWN = "contact_not_known"  # contact: the begeleider does not trust them, and they stop
    CONTACT_STOPPED = "contact_stopped"  # contact; why
    SIGNED = "signed"  # paper, bewijs, contact, minutes, reached
    SIGNATURE_VOID = "signature_void"  # paper: the contact put a date right that stands in it


class Who(StrEnum):
    """In which role somebody acted."""

    NEWCOMER = "newcomer"
    BEGELEIDER = "begeleider"
    CONTACT = "contact"
    TEAM = "team"
    """The administrator at the command line."""
    BOT = "bot"


@dataclass(frozen=True)
class Actor:
    """Who acted, by role and internal id."""

    who: Who
    id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line of a history."""

    id: EventId
    newcomer_id: NewcomerId
    at: dt.datetime
    by: Actor
    what: What
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Ids, codes, minutes, and days as ISO dates."""
    why: str | None = None
    """A code such as `illness`."""
    note: str | None = None
    """Why, in the own words of whoever acted; kept apart."""


@dataclass
class Retold:
    """A newcomer's hours as the history tells them."""

    contract: Contract | None = None
    closed_because: str | None = None
    attendances: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By id: bewijs, day, minutes, state; a refused one also has the state it had before."""
    acceptances: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By id: bewijs, minutes, first_day, last_day; undone ones are gone."""

    @property
    def sums(self) -> Sums:
        """Minutes in each state."""
        minutes = {"claimed": 0, "confirmed": 0}
        for attendance in self.attendances.values():
            if attendance["state"] in minutes and not self._is_covered(attendance):
                minutes[attendance["state"]] += attendance["minutes"]
        accepted = sum(acceptance["minutes"] for acceptance in self.acceptances.values())
        return Sums(claimed=minutes["claimed"], confirmed=minutes["confirmed"], accepted=accepted)

    def _is_covered(self, attendance: Mapping[str, Any]) -> bool:
        return any(
            acceptance["bewijs"] == attendance["bewijs"]
            and acceptance["first_day"] <= attendance["day"] <= acceptance["last_day"]
            and attendance["day"] in (acceptance.get("days") or [attendance["day"]])
            for acceptance in self.acceptances.values()
        )


def retell(events: Iterable[Event]) -> Retold:
    """Work a newcomer's contract and hours out from the history, oldest event first."""
    told = Retold()
    for event in events:
        _tell(told, event)
    return told


def _tell(told: Retold, event: Event) -> None:
    facts = dict(event.facts)
    match event.what:
        case What.CONTRACT_SET | What.EXTENDED:
            told.contract = _contract(told.contract, facts)
        case What.CLOSED:
            told.closed_because = event.why
        case What.REOPENED:
            told.closed_because = None
        case What.CLAIMED:
            told.attendances[facts.pop("attendance")] = {**facts, "state": "claimed"}
        case What.CLAIM_CHANGED | What.REFUSAL_UNDONE | What.DENIED:
            told.attendances[facts.pop("attendance")].update(facts)
        case What.CONFIRMED:
            told.attendances[facts.pop("attendance")].update({**facts, "state": "confirmed"})
        case What.CLAIM_REFUSED:
            attendance = told.attendances[facts["attendance"]]
            attendance.update(before=attendance["state"], state="refused")
        case What.CLAIM_WITHDRAWN:
            told.attendances[facts["attendance"]]["state"] = "withdrawn"
        case What.ACCEPTED:
            told.acceptances[facts.pop("acceptance")] = facts
        case What.ACCEPTANCE_CHANGED:
            told.acceptances[facts.pop("acceptance")].update(facts)
        case What.ACCEPTANCE_UNDONE:
            del told.acceptances[facts["acceptance"]]


def _contract(before: Contract | None, facts: Mapping[str, Any]) -> Contract:
    if "status" not in facts:
        assert before is not None
        return Contract(
            status=before.status,
            starts_on=before.starts_on,
            last_day=dt.date.fromisoformat(facts["last_day"]),
            required_minutes=before.required_minutes,
        )
    return Contract(
        status=Status(facts["status"]),
        starts_on=dt.date.fromisoformat(facts["starts_on"]),
        last_day=dt.date.fromisoformat(facts["last_day"]),
        required_minutes=facts["required"],
    )
