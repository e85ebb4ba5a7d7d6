"""What somebody may try with hours and a contract, drawn at random, and done through the services."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from bot.domain.attendance import RefusedBecause
from bot.domain.contract import ClosedBecause, Contract, ExtendedBecause, Status
from bot.domain.dossier import Dossier
from bot.domain.history import Actor, Who
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.services.services import Services

PLACES: tuple[tuple[OfferKind, str | None, str | None], ...] = (
    (OfferKind.ASSOCIATION, "FC Gent", None),
    (OfferKind.ASSOCIATION, " fc  GENT!", "Fatma"),
    (OfferKind.BUDDY, "FC Gent", None),
    (OfferKind.BUDDY, None, "Fatma"),
)
"""Three bewijzen: the first two are the same organisation, written in two ways."""
BEWIJS_OF_PLACE = (0, 0, 1, 2)
DECIDERS = {Who.BEGELEIDER, Who.TEAM}
MAY: dict[str, set[Who]] = {
    "claim": {Who.NEWCOMER, *DECIDERS},
    "change": {Who.NEWCOMER, *DECIDERS},
    "withdraw": {Who.NEWCOMER, *DECIDERS},
    "confirm": DECIDERS,
    "refuse": DECIDERS,
    "undo_refusal": DECIDERS,
    "accept": DECIDERS,
    "change_acceptance": DECIDERS,
    "undo_acceptance": DECIDERS,
    "set": DECIDERS,
    "extend": DECIDERS,
    "close": DECIDERS,
    "reopen": DECIDERS,
}
"""Who may do what."""
NEED_AN_OPEN_DOSSIER = set(MAY) - {"close", "reopen"}


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something somebody tries. Fields that it does not need are passed over."""

    what: str
    by: Who
    place: int = 0
    which: int = 0
    """Which attendance or acceptance, counted from the first and around."""
    days_ago: int = 0
    span: int = 0
    minutes: int | None = None
    days_later: int = 0
    """How far the clock moves before it."""
    crash: int | None = None
    """After so many statements everything is lost; 0 just before the commit."""
    is_tried_again: bool = True


OFTEN = ("claim", "claim", "confirm", "refuse", "undo_refusal", "accept", "change_acceptance")
GOOD = (60, 90, 480, 720, 1440, 1440)
BAD = (None, 0, -30, 1441, 24_000)


@st.composite
def some_step(draw: st.DrawFn) -> Step:
    """A step that often succeeds, and often does not."""
    what = draw(st.sampled_from([*MAY, *OFTEN]))
    anybody = draw(st.integers(0, 9)) == 0
    return Step(
        what=what,
        by=draw(st.sampled_from(sorted(set(Who) - {Who.BOT} if anybody else MAY[what]))),
        place=draw(st.integers(0, 3)),
        which=draw(st.integers(0, 3)),
        days_ago=draw(st.sampled_from([0, 1, 2, 3, -1])),
        span=draw(st.sampled_from([0, 1, 2, -1])),
        minutes=draw(st.sampled_from([*GOOD, *GOOD, *BAD])),
        days_later=draw(st.sampled_from([0, 0, 0, 1])),
        crash=draw(st.sampled_from([None] * 12 + [0, 1, 6, 7, 8])),
        is_tried_again=draw(st.booleans()),
    )


async def opened(use: Services, who: Who, phone: Account, begeleider: Account) -> Dossier:
    """The dossier as each of them opens it; contact and team come with a page and a command of their own."""
    if who is Who.NEWCOMER:
        return await use.dossiers.own(phone)
    dossier = await use.dossiers.guided(phone.newcomer_ids[0], by=begeleider)
    return dossier if who is Who.BEGELEIDER else replace(dossier, actor=Actor(who, 7))


async def act(  # noqa: PLR0911, PLR0912 - one line for each thing that can be done
    use: Services, dossier: Dossier, step: Step, *, date_id: int, paper_id: int
) -> Dossier:
    """Do what a step says.

    Args:
        use: The services of one unit of work.
        dossier: As it was opened.
        step: What is tried.
        date_id: The attendance that it is about.
        paper_id: The acceptance that it is about.
    """
    day = dossier.today - dt.timedelta(days=step.days_ago)
    first_day, minutes = day - dt.timedelta(days=step.span), step.minutes or 0
    kind, organisation, contact = PLACES[step.place]
    place: dict[str, Any] = {"kind": kind, "organisation": organisation, "contact": contact}
    stretch: dict[str, Any] = {"first_day": first_day, "last_day": day, "minutes": minutes}
    hours, contracts = use.hours, use.contracts
    match step.what:
        case "claim":
            return await hours.claim(dossier, **place, day=day, minutes=minutes)
        case "change":
            return await hours.change_claim(dossier, date_id, day=day, minutes=step.minutes)
        case "withdraw":
            return await hours.withdraw(dossier, date_id)
        case "confirm":
            return await hours.confirm(dossier, date_id, minutes=step.minutes)
        case "refuse":
            return await hours.refuse(dossier, date_id, RefusedBecause.NOT_THERE, note="Was er niet.")
        case "undo_refusal":
            return await hours.undo_refusal(dossier, date_id)
        case "accept":
            return await hours.accept(dossier, **place, **stretch)
        case "change_acceptance":
            return await hours.change_acceptance(dossier, paper_id, **stretch, note="Nieuw totaal.")
        case "undo_acceptance":
            return await hours.undo_acceptance(dossier, paper_id)
        case "set":
            contract = Contract(
                status=Status.OBLIGED, starts_on=first_day, last_day=day, required_minutes=minutes
            )
            return await contracts.set(dossier, contract)
        case "extend":
            before = dossier.newcomer.contract
            later = (before.last_day if before else day) + dt.timedelta(days=step.span)
            return await contracts.extend(dossier, later, ExtendedBecause.ILLNESS)
        case "close":
            return await contracts.close(dossier, ClosedBecause.OTHER)
        case _:
            return await contracts.reopen(dossier)
