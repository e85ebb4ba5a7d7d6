"""Whatever is done to hours, in whatever order, with crashes between: nothing counts twice or is lost.

Each step is a transaction of its own on a real database. `HOURS_SEQUENCES` asks for more of them.
"""

import asyncio
import datetime as dt
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from bot.domain.dossier import Dossier
from bot.domain.errors import DossierClosed, NotAllowed, NotYours
from bot.domain.history import Event, Who
from bot.domain.ids import NewcomerId
from bot.domain.people import Account
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.database import Database, create_engine
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer, services
from tests.services.notebook import Notebook, check_against, check_invariants
from tests.services.steps import MAY, NEED_AN_OPEN_DOSSIER, Step, act, opened, some_step

SEQUENCES = int(os.environ.get("HOURS_SEQUENCES", "60"))


def _a_step(what: str, **values: Any) -> Step:
    given: dict[str, Any] = {"by": Who.BEGELEIDER, "which": 1, "minutes": 60}
    return Step(what=what, **(given | values))


EVERYTHING_ONCE = [
    _a_step("claim", by=Who.NEWCOMER),
    _a_step("change", by=Who.NEWCOMER, minutes=90, days_ago=1),
    _a_step("confirm", minutes=None),
    _a_step("refuse"),
    _a_step("undo_refusal", by=Who.TEAM),
    _a_step("accept", span=2),
    _a_step("change_acceptance", span=1, minutes=120),
    _a_step("undo_acceptance"),
    _a_step("withdraw"),
    _a_step("set", span=3),
    _a_step("extend", span=2),
    _a_step("close"),
    _a_step("reopen"),
]
A_FULL_DAY = [
    _a_step("claim", minutes=1440),
    _a_step("accept", minutes=60),
    _a_step("claim", place=2, minutes=1440),
    _a_step("undo_acceptance"),
    _a_step("accept", minutes=1440),
    _a_step("accept", place=2, minutes=1440),
]
"""A day that two bewijzen would fill twice, also when what was accepted is undone."""


class Crash(Exception):  # noqa: N818 - a plain statement
    """The process ends here."""


@dataclass
class Ground:
    """One database, and what happened in it over all sequences."""

    database: Database
    chats: Iterator[int]
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    until_crash: int | None = None

    def count(self) -> None:
        """One statement more; the process may end here."""
        if self.until_crash is not None:
            self.until_crash -= 1
            if self.until_crash == 0:
                self.until_crash = None
                raise Crash


@dataclass
class Sequence:
    """What is done to one newcomer, and the notebook of it."""

    ground: Ground
    begeleider: Account
    phone: Account
    now: dt.datetime = NOW
    notebook: Notebook = field(default_factory=Notebook)

    @property
    def newcomer_id(self) -> NewcomerId:
        """Whose hours they are."""
        return self.phone.newcomer_ids[0]

    async def take(self, step: Step) -> None:
        """Try a step; when the process ends within, perhaps again."""
        self.now += dt.timedelta(days=step.days_later)
        if step.crash is None:
            await self._try(step)
            return
        before = await self.read()
        with pytest.raises((Crash, StoreUnavailable)):
            await self._try(step, crash=step.crash)
        assert await self.read() == before
        if step.is_tried_again:
            await self._try(step)

    async def _try(self, step: Step, *, crash: int | None = None) -> None:
        async with self.ground.database.work() as work:
            self.ground.until_crash = crash or None
            after, refusal = await self._act(work, step)
            if crash is not None:
                self.ground.until_crash = None
                await kill(self.ground.database, work)
        self.ground.outcomes[step.what, type(refusal).__name__ if refusal else "done"] += 1
        self._check_who(step, refusal)
        if after is not None:
            self.notebook.write(step, after.today, after)
            check_against(after, self.notebook)
        await self.check()

    async def _act(self, work: SqlWork, step: Step) -> tuple[Dossier | None, NotAllowed | None]:
        use = services(work, now=self.now)
        try:
            dossier = await opened(use, step.by, self.phone, self.begeleider)
            ids = {"date_id": self.notebook.date_id(step), "paper_id": self.notebook.paper_id(step)}
            return await act(use, dossier, step, **ids), None
        except NotAllowed as refusal:
            return None, refusal

    def _check_who(self, step: Step, refusal: NotAllowed | None) -> None:
        may = step.by in MAY[step.what]
        assert isinstance(refusal, NotYours) != may
        if may and step.what in NEED_AN_OPEN_DOSSIER:
            assert isinstance(refusal, DossierClosed) == self.notebook.is_closed

    async def read(self) -> tuple[Dossier, list[Event]]:
        """What is in the database."""
        async with self.ground.database.work(reads_only=True) as work:
            dossier = await services(work, now=self.now).dossiers.guided(self.newcomer_id, by=self.begeleider)
            return dossier, list(await work.history.of(self.newcomer_id))

    async def check(self) -> None:
        """The database, its history and the notebook say the same."""
        dossier, events = await self.read()
        check_against(dossier, self.notebook)
        check_invariants(dossier, events)


async def kill(database: Database, work: SqlWork) -> None:
    """Break the connection under an open unit of work."""
    if database.is_sqlite:
        await work.connection.invalidate()
        raise Crash
    pid = (await work.connection.execute(text("SELECT pg_backend_pid()"))).scalar_one()
    async with database.engine.connect() as other:
        await other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})


@pytest.fixture
def ground(database_url: str) -> Ground:
    """A real database, once on each engine, that crashes when asked to."""
    engine = create_engine(database_url)
    made = Ground(Database(engine), iter(range(1, 10_000_000)))

    @event.listens_for(engine.sync_engine, "after_cursor_execute")
    def after_statement(*_: Any) -> None:
        made.count()

    # What only a power failure would show costs most of the time here.
    quick = "PRAGMA synchronous=OFF" if made.database.is_sqlite else "SET synchronous_commit TO off"

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        connection.cursor().execute(quick)
        connection.commit()

    return made


def test_no_order_of_steps_counts_an_hour_twice_or_loses_one(ground: Ground) -> None:
    with asyncio.Runner() as runner:

        @settings(
            max_examples=SEQUENCES,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @example(EVERYTHING_ONCE)
        @example(A_FULL_DAY)
        @given(st.lists(some_step(), min_size=5, max_size=14))
        def check(sequence: list[Step]) -> None:
            runner.run(play(ground, sequence))

        check()
        runner.run(ground.database.close())

    done = {what for what, outcome in ground.outcomes if outcome == "done"}
    assert done == set(MAY), "every kind of step succeeds in some sequence"


async def play(ground: Ground, sequence: list[Step]) -> None:
    """Take the steps one after another with a new newcomer."""
    async with ground.database.work() as work:
        begeleider = await new_begeleider(work, next(ground.chats), "An")
        phone = await new_newcomer(work, next(ground.chats), "Amira", of=begeleider)
    played = Sequence(ground, begeleider, phone)
    for step in sequence:
        await played.take(played.notebook.sensible(step))
