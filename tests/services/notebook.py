"""What hours should come to, kept in the plainest way there is: a notebook that counts day by day.

It shares no code with the rules; `steps.py` has what is tried.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.history import Event, Who, retell
from bot.domain.hours import Sums
from tests.filling import DAY_MINUTES, fits
from tests.services.steps import BEWIJS_OF_PLACE, Step


@dataclass
class Notebook:
    """One newcomer's hours, by what was done."""

    dates: dict[int, dict[str, Any]] = field(default_factory=dict)
    papers: dict[int, dict[str, Any]] = field(default_factory=dict)
    contract: tuple[Any, ...] | None = None
    is_closed: bool = False

    def write(self, step: Step, today: dt.date, after: Dossier) -> None:
        """Write down a step that succeeded; only new ids are taken from `after`."""
        day = today - dt.timedelta(days=step.days_ago)
        stretch = {"first": day - dt.timedelta(days=step.span), "last": day}
        bewijs = BEWIJS_OF_PLACE[step.place]
        match step.what:
            case "claim":
                new = _new({date.id for date in after.book.attendances}, self.dates)
                date = {"bewijs": bewijs, "day": day, "minutes": step.minutes, "state": "claimed"}
                self.dates[new] = {**date, "confirmed": False}
            case "change":
                self._date(step).update(day=day, minutes=self._minutes(step))
            case "withdraw":
                self._date(step).update(state="withdrawn")
            case "confirm":
                self._date(step).update(minutes=self._minutes(step), state="confirmed", confirmed=True)
            case "refuse":
                self._date(step).update(state="refused")
            case "undo_refusal":
                date = self._date(step)
                date.update(state="confirmed" if date["confirmed"] else "claimed")
            case "accept":
                new = _new({paper.id for paper in after.book.acceptances}, self.papers)
                self.papers[new] = {"bewijs": bewijs, **stretch, "minutes": step.minutes, "counts": True}
            case "change_acceptance":
                self._paper(step).update(**stretch, minutes=step.minutes)
            case "undo_acceptance":
                self._paper(step).update(counts=False)
            case "set":
                self.contract = (stretch["first"], day, step.minutes)
            case "extend":
                assert self.contract is not None
                first_day, last_day, minutes = self.contract
                self.contract = (first_day, last_day + dt.timedelta(days=step.span), minutes)
            case "close" | "reopen":
                self.is_closed = step.what == "close"

    def sensible(self, step: Step) -> Step:
        """The step, or what comes before it as long as there is nothing that it could be about."""
        what, is_even = step.what, step.which % 2 == 0
        if self.is_closed and is_even:
            what = "reopen"
        elif what in ("change", "withdraw", "confirm", "refuse", "undo_refusal") and not self.dates:
            what = "claim"
        elif what in ("change_acceptance", "undo_acceptance") and not self.papers:
            what = "accept"
        elif what == "extend" and self.contract is None:
            what = "set"
        elif what == "undo_refusal" and is_even and not self._refused:
            what = "refuse"
        return replace(step, what=what, by=step.by if what == step.what else Who.BEGELEIDER)

    def date_id(self, step: Step) -> int:
        """The id of the attendance that a step is about; 0 while there is none."""
        if step.what == "undo_refusal" and self._refused:
            return _nth(self._refused, step.which)
        return _nth(sorted(self.dates), step.which)

    @property
    def _refused(self) -> list[int]:
        return sorted(key for key, date in self.dates.items() if date["state"] == "refused")

    def paper_id(self, step: Step) -> int:
        """The id of the acceptance that a step is about; 0 while there is none."""
        return _nth(sorted(self.papers), step.which)

    def _date(self, step: Step) -> dict[str, Any]:
        return self.dates[self.date_id(step)]

    def _paper(self, step: Step) -> dict[str, Any]:
        return self.papers[self.paper_id(step)]

    def _minutes(self, step: Step) -> int:
        minutes = self._date(step)["minutes"] if step.minutes is None else step.minutes
        assert isinstance(minutes, int)
        return minutes

    @property
    def sums(self) -> Sums:
        """Every day of every bewijs looked at by itself."""
        total = {"claimed": 0, "confirmed": 0}
        papers = [paper for paper in self.papers.values() if paper["counts"]]
        for bewijs, day in {(date["bewijs"], date["day"]) for date in self.dates.values()}:
            held = [p for p in papers if p["bewijs"] == bewijs and p["first"] <= day <= p["last"]]
            for date in self.dates.values():
                if (date["bewijs"], date["day"]) == (bewijs, day) and date["state"] in total and not held:
                    total[date["state"]] += date["minutes"]
        return Sums(accepted=sum(paper["minutes"] for paper in papers), **total)


def _new(ids: Collection[int], known: Collection[int]) -> int:
    (new,) = set(ids) - set(known)
    return new


def _nth(ids: list[int], which: int) -> int:
    return ids[which % len(ids)] if ids else 0


def check_against(dossier: Dossier, notebook: Notebook) -> None:
    """The store says what the notebook says."""
    book, newcomer = dossier.book, dossier.newcomer
    contract = newcomer.contract
    own = {key: (d["day"], d["minutes"], d["state"]) for key, d in notebook.dates.items()}

    assert {a.id: (a.day, a.minutes, a.state.value) for a in book.attendances} == own
    assert book.sums == notebook.sums
    assert newcomer.is_closed == notebook.is_closed
    assert (
        contract and (contract.starts_on, contract.last_day, contract.required_minutes)
    ) == notebook.contract


def check_invariants(dossier: Dossier, events: list[Event]) -> None:
    """What always holds, whatever happened before."""
    book, told = dossier.book, retell(events)
    alive = [attendance for attendance in book.attendances if attendance.is_alive]
    by_bewijs = [book.sums_of(bewijs.id) for bewijs in book.bewijzen]

    _check_history(dossier, events)
    assert told.sums == book.sums
    assert min(book.sums.claimed, book.sums.confirmed, book.sums.accepted) >= 0
    assert sum(sums.claimed for sums in by_bewijs) == book.sums.claimed
    assert sum(sums.confirmed for sums in by_bewijs) == book.sums.confirmed
    assert sum(sums.accepted for sums in by_bewijs) == book.sums.accepted
    assert len({(a.bewijs_id, a.day) for a in alive}) == len(alive)
    for day in {attendance.day for attendance in alive}:
        assert sum(a.minutes for a in alive if a.day == day) <= DAY_MINUTES
    assert fits([(a.first_day, a.last_day, a.minutes) for a in book.acceptances if a.counts])
    _check_progress(dossier)


def _check_history(dossier: Dossier, events: list[Event]) -> None:
    """The history alone tells the contract and every row."""
    book, newcomer, told = dossier.book, dossier.newcomer, retell(events)
    dates = {
        key: (d["bewijs"], dt.date.fromisoformat(d["day"]), d["minutes"], d["state"])
        for key, d in told.attendances.items()
    }
    papers = {
        key: (p["bewijs"], p["minutes"], p["first_day"], p["last_day"]) for key, p in told.acceptances.items()
    }

    assert told.contract == newcomer.contract
    assert told.closed_because == (newcomer.closed_because.value if newcomer.closed_because else None)
    assert dates == {a.id: (a.bewijs_id, a.day, a.minutes, a.state.value) for a in book.attendances}
    assert papers == {
        a.id: (a.bewijs_id, a.minutes, a.first_day.isoformat(), a.last_day.isoformat())
        for a in book.acceptances
        if a.counts
    }


def _check_progress(dossier: Dossier) -> None:
    progress = dossier.progress
    counted = progress.sums.accepted + progress.waiting

    assert progress.to_go == max(0, progress.required - counted)
    assert 0 <= progress.pace <= progress.to_go
    assert progress.days_left >= 0
