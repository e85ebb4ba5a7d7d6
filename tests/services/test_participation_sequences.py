"""Whatever is done with choices, in whatever order: the rules hold, and the history tells all."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from bot.domain.contract import ClosedBecause
from bot.domain.errors import NotAllowed
from bot.domain.history import Event, What
from bot.domain.offer import Checked
from bot.domain.participation import (
    A_WEEK,
    CONTACTS_A_WEEK,
    OWN_REASONS,
    Handover,
    Participation,
    Step,
)
from bot.storage.database import Database, create_engine
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer, services
from tests.services.choosing import HOLDS, details

NEWCOMERS, OFFERS, CAPACITY = 2, 7, 1
HANDOVER = {"agree": Handover.AGREED, "decline": Handover.DECLINED, "done": Handover.DONE}
WHAT = (
    *("choose",) * 5,
    *("look",) * 4,
    *HANDOVER,
    *HANDOVER,
    "ask", "works", "end",
    "refuse", "allow", "check", "let_go", "close", "reopen",
)  # fmt: skip


@dataclass(frozen=True)
class Try:
    """Something somebody tries."""

    what: str
    who: int
    which: int
    hours: int
    reason: int
    is_about_all: bool
    """May it be about a choice that ended?"""
    is_lost: bool
    """Does the unit of work end without a commit?"""


def _a_try(what: str, which: int = 0) -> Try:
    return Try(what=what, who=0, which=which, hours=1, reason=0, is_about_all=True, is_lost=False)


EVERYTHING_ONCE = [
    *(_a_try(what) for what in ("choose", "look", "ask", "agree", "done", "works", "end", "refuse", "allow")),
    *(_a_try(what, 2) for what in ("choose", "check")),
    *(_a_try(what) for what in ("let_go", "ask", "decline", "close", "reopen")),
]


class Lost(Exception):  # noqa: N818 - a plain statement
    """The process ended before the commit."""


some_try = st.builds(
    Try,
    what=st.sampled_from(WHAT),
    who=st.integers(0, NEWCOMERS - 1),
    which=st.integers(0, OFFERS - 1),
    hours=st.sampled_from([0, 0, 1, 24, 72]),
    reason=st.integers(0, len(OWN_REASONS) - 1),
    is_about_all=st.booleans(),
    is_lost=st.sampled_from([False] * 9 + [True]),
)


def _sensible(tried: Try, chosen: Participation | None, *, is_closed: bool) -> str:
    """What is tried, or often what comes before it as long as there is nothing that it could be about."""
    if is_closed and not tried.is_about_all:
        return "reopen"
    if chosen is not None and tried.what in HANDOVER and chosen.handover is Handover.NONE:
        return "ask"
    return tried.what


class Story:
    """Two newcomers, a begeleider and seven offers; the second has one place, the third is not checked."""

    def __init__(self, database: Database, chats: Iterator[int]) -> None:
        self._database = database
        self._chats = chats
        self.now = NOW
        self.done: Counter[str] = Counter()

    async def begin(self) -> None:
        """Everybody joins."""
        async with self._database.work() as work:
            self.sofie = await new_begeleider(work, next(self._chats), "Sofie")
            self.phones = [
                await new_newcomer(work, next(self._chats), "Amira", of=self.sofie) for _ in range(NEWCOMERS)
            ]
            self.offers = [
                await work.offers.add(
                    "stad",
                    f"{next(self._chats)}",
                    details(
                        f"Offer {number}",
                        capacity=CAPACITY if number == 1 else None,
                        social=Checked() if number == 2 else HOLDS,
                    ),
                    is_imported=True,
                    at=NOW,
                )
                for number in range(OFFERS)
            ]

    async def take(self, tried: Try) -> None:
        """Try it; what is lost changes nothing."""
        self.now += dt.timedelta(hours=tried.hours)
        before = await self.kept() if tried.is_lost else None
        try:
            async with self._database.work() as work:
                what = await self._act(work, tried)
                if tried.is_lost:
                    raise Lost
            self.done[what] += 1
        except (NotAllowed, Lost):
            assert before is None or await self.kept() == before
        await self.check()

    async def _act(self, work: SqlWork, tried: Try) -> str:
        use = services(work, now=self.now)
        phone, offer_id = self.phones[tried.who], self.offers[tried.which]
        own = await use.dossiers.own(phone)
        guided = await use.dossiers.guided(own.id, by=self.sofie)
        mine = await work.participations.of(own.id)
        about = [one for one in mine if one.is_alive or tried.is_about_all] or mine
        chosen = about[tried.which % len(about)] if about else None
        number = chosen.id if chosen else 0
        what = _sensible(tried, chosen, is_closed=own.newcomer.is_closed)
        match what:
            case "choose":
                await use.participations.choose(own, offer_id)
            case "look":
                await use.participations.look(own, number, phone)
            case "ask":
                await use.participations.ask_handover(own, number)
            case "agree" | "decline" | "done":
                await use.announcing.decide(guided, number, HANDOVER[what])
            case "works":
                await use.participations.works_out(own, number)
            case "end":
                await use.participations.end(own, number, OWN_REASONS[tried.reason])
            case "refuse":
                await use.announcing.refuse(guided, offer_id)
            case "allow":
                await use.announcing.allow(guided, offer_id)
            case "check":
                await work.offers.change(self.offers[2], details("Offer 2"), at=self.now)
            case "let_go":
                await use.announcing.let_go(guided, number)
            case "close":
                await use.contracts.close(guided, ClosedBecause.OTHER)
            case "reopen":
                await use.contracts.reopen(guided)
        return what

    async def kept(self) -> Any:
        """Everything that is kept of both."""
        async with self._database.work(reads_only=True) as work:
            return [
                (
                    list(await work.participations.of(phone.newcomer_ids[0])),
                    list(await work.history.of(phone.newcomer_ids[0])),
                    set(await work.participations.refused(phone.newcomer_ids[0])),
                )
                for phone in self.phones
            ]

    async def check(self) -> None:
        """What always holds."""
        kept = await self.kept()
        alive = [one for choices, _, _ in kept for one in choices if one.is_alive]
        on_one_place = [one for one in alive if one.offer_id == self.offers[1]]

        assert len(on_one_place) <= CAPACITY
        assert len({(one.newcomer_id, one.offer_id) for one in alive}) == len(alive)
        for choices, events, refused in kept:
            assert not [one for one in choices if one.is_alive and one.offer_id in refused]
            _check_each(choices)
            _check_names(choices)
            assert _retold(events) == {one.id: _state(one) for one in choices}


def _check_each(choices: Iterable[Participation]) -> None:
    for one in choices:
        assert (one.ended_because is None) == one.is_alive
        if one.step is Step.ASKED:
            assert one.handover is Handover.NONE
            assert one.contact_shown_at is None


def _check_names(choices: Iterable[Participation]) -> None:
    """In no seven days more than five volunteers."""
    shown = [(one.contact_shown_at, one.offer_id) for one in choices if one.contact_shown_at is not None]
    for begin, _ in shown:
        within = {offer_id for at, offer_id in shown if begin <= at < begin + A_WEEK}
        assert len(within) <= CONTACTS_A_WEEK


def _state(one: Participation) -> tuple[str, str, str | None]:
    return one.step.value, one.handover.value, one.ended_because.value if one.ended_because else None


def _retold(events: Iterable[Event]) -> dict[int, tuple[str, str, str | None]]:
    """Every choice as the history alone tells it."""
    told: dict[int, tuple[str, str, str | None]] = {}
    for event in events:
        number = event.facts.get("participation", 0)
        _, handover, _ = told.get(number, ("", Handover.NONE.value, None))
        match event.what:
            case What.CHOSE:
                told[number] = (event.facts["step"], Handover.NONE.value, None)
            case What.CHECKED:
                told[number] = (Step.CHOSEN.value, handover, None)
            case What.TOOK_PART:
                told[number] = (Step.GOING.value, handover, None)
            case What.HANDOVER:
                told[number] = (told[number][0], event.facts["handover"], None)
            case What.CHOICE_ENDED:
                told[number] = (Step.ENDED.value, handover, event.why)
    return told


def test_no_order_of_choices_breaks_a_rule_and_the_history_tells_them_all(database_url: str) -> None:
    database, chats, done = Database(create_engine(database_url)), iter(range(1, 10_000_000)), Counter[str]()

    async def play(tries: list[Try]) -> None:
        story = Story(database, chats)
        await story.begin()
        for tried in tries:
            await story.take(tried)
        done.update(story.done)

    with asyncio.Runner() as runner:

        @settings(
            max_examples=40,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @example(EVERYTHING_ONCE)
        @given(st.lists(some_try, min_size=8, max_size=25))
        def check(tries: list[Try]) -> None:
            runner.run(play(tries))

        check()
        runner.run(database.close())

    assert set(done) == set(WHAT), "everything succeeds in some sequence"
