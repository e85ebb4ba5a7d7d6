"""Two newcomers, a begeleider, a pad and a form of their own each: what may be tried with papers."""

import datetime as dt
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from bot.domain.errors import NotAllowed
from bot.domain.form_number import FormNumber
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import Problem, Trouble
from bot.domain.paper import Paper, PaperRefusedBecause, PaperState, Reading
from bot.domain.people import Account
from bot.services.services import Services
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer, services
from tests.services.paper_care import A_DAY, TODAY, a_check, football
from tests.services.paper_rules import check_papers

NEWCOMERS, PAD = 2, 3
CONTACTS = ("Rita", "Piet", None)
ENDS = ("accept", "accept", "refuse", "undo", "undo", "undo_hours")
WHAT = (
    *("send",) * 4, *("read",) * 5, *("say",) * 4, *("hand_in",) * 6, *ENDS, *ENDS,
    "better", "again", "type", "back", "belongs", "own", "remove", "forget", "claim",
)  # fmt: skip


@dataclass(frozen=True)
class Try:
    """Something somebody tries."""

    what: str
    who: int
    which: int
    form: int
    """Which of the forms is on the photograph; beyond the last one it is another organisation's paper."""
    contact: int
    days: int
    is_lost: bool
    """Does the unit of work end without a commit?"""


some_try = st.builds(
    Try,
    what=st.sampled_from(WHAT),
    who=st.integers(0, NEWCOMERS - 1),
    which=st.integers(0, 3),
    form=st.integers(0, PAD + NEWCOMERS),
    contact=st.integers(0, len(CONTACTS) - 1),
    days=st.sampled_from([0, 0, 0, 1, 9]),
    is_lost=st.sampled_from([False] * 9 + [True]),
)


def a_try(what: str, **values: Any) -> Try:
    """By Amira, with the first form of the pad."""
    given = {"who": 0, "which": 0, "form": 0, "contact": 0, "days": 0, "is_lost": False}
    return Try(what=what, **(given | values))


class Lost(Exception):  # noqa: N818 - a plain statement
    """The process ended before the commit."""


class PaperStory:
    """What happened to both newcomers' papers, in a database that several may open."""

    def __init__(self, databases: list[Database], chats: Iterator[int]) -> None:
        self._databases = databases
        self._chats = chats
        self.now = NOW
        self.done: Counter[str] = Counter()
        self.sent = 0

    async def begin(self) -> None:
        """Everybody joins, and the forms are printed."""
        async with self._databases[0].work() as work:
            self.sofie = await new_begeleider(work, next(self._chats), "Sofie")
            self.phones = [
                await new_newcomer(work, next(self._chats), "Amira", of=self.sofie) for _ in range(NEWCOMERS)
            ]
            self.forms = [form.number for form in await services(work).forms.pad(PAD)]
            for phone in self.phones:
                own = await services(work).dossiers.own(phone)
                said = football()
                assert said.kind is not None
                place: dict[str, Any] = {"organisation": said.organisation, "contact": said.contact}
                bewijs_id = await work.hours.bewijs(own.id, said.kind, **place, at=NOW)
                own = await services(work).dossiers.own(phone)
                self.forms += [form.number for form in await services(work).forms.make(own, bewijs_id)]

    async def take(self, tried: Try, database: Database | None = None) -> NotAllowed | None:
        """Try it; what is lost or refused changes nothing. Gives back the refusal."""
        self.now += dt.timedelta(days=tried.days)
        try:
            async with (database or self._databases[0]).work() as work:
                what = await _Taking(self, work, tried).act()
                if tried.is_lost:
                    raise Lost
        except NotAllowed as refusal:
            return refusal
        except Lost:
            return None
        self.done[what] += 1
        self.sent += what in ("send", "better")
        return None

    async def check(self) -> None:
        """What always holds."""
        async with self._databases[0].work(reads_only=True) as work:
            await check_papers(work, [phone.newcomer_ids[0] for phone in self.phones], sent=self.sent)

    async def kept(self) -> Any:
        """Everything that is kept of both."""
        async with self._databases[0].work(reads_only=True) as work:
            return [
                (
                    list(await work.papers.of(phone.newcomer_ids[0])),
                    list(await work.history.of(phone.newcomer_ids[0])),
                    await work.hours.book(phone.newcomer_ids[0]),
                )
                for phone in self.phones
            ]

    def message_id(self) -> int:
        """That of a new message."""
        return next(self._chats)


class _Taking:
    """One thing that is tried, in its own unit of work."""

    def __init__(self, story: PaperStory, work: SqlWork, tried: Try) -> None:
        self.story = story
        self.work = work
        self.tried = tried
        self.use: Services = services(work, now=story.now)
        self.phone: Account = story.phones[tried.who]

    async def act(self) -> str:
        """Do it, or what comes before it as long as there is nothing that it could be about."""
        self.own = await self.use.dossiers.own(self.phone)
        self.guided = await self.use.dossiers.guided(self.own.id, by=self.story.sofie)
        papers = list(await self.use.papers.of(self.own))
        what = self.tried.what
        fitting = [paper for paper in papers if paper.state in _STATES.get(what, ())]
        if not papers and what != "claim":
            what, paper = "send", None
        elif fitting:
            paper = fitting[self.tried.which % len(fitting)]
        else:
            paper = papers[self.tried.which % len(papers)] if papers else None
        await self._do(what, paper)
        return what

    async def _do(self, what: str, paper: Paper | None) -> None:
        match what:
            case "send" | "better":
                await self._send(replaces=paper.id if paper and what == "better" else None)
            case "claim":
                await self._claim()
            case "forget":
                await self.use.privacy.retain()
            case _:
                assert paper is not None
                await (self._by_newcomer(what, paper) or self._by_begeleider(what, paper))

    async def _send(self, *, replaces: int | None) -> None:
        number = self.story.message_id()
        paper = await self.use.papers.take_page(
            self.own,
            self.phone,
            file_id="f",
            file_unique_id=f"u{number}",
            message_id=number,
            album="a" if self.tried.which == 3 else None,
            replaces=replaces,
        )
        assert paper.state is PaperState.READING

    async def _claim(self) -> None:
        await self.use.hours.claim(
            self.own,
            OfferKind.ASSOCIATION,
            organisation="FC Gent",
            contact=None,
            day=TODAY - self.tried.which * A_DAY,
            minutes=60,
        )

    def _by_newcomer(self, what: str, paper: Paper) -> Any:
        use, own, which = self.use.papers, self.own, self.tried.which
        contact = CONTACTS[self.tried.contact]
        said = football(contact=contact, first_day=TODAY - (7 + which + paper.id % 5) * A_DAY)
        ways: dict[str, Callable[[], Awaitable[Any]]] = {
            "read": lambda: use.was_read(paper.id, self._readings(paper)),
            "again": lambda: self._again(paper),
            "say": lambda: use.say(own, paper.id, said),
            "type": lambda: use.type_form(own, paper.id, self._form() or self.story.forms[0]),
            "hand_in": lambda: use.hand_in(own, paper.id, anyway=which == 3),
            "back": lambda: use.take_back(own, paper.id),
        }
        return ways[what]() if what in ways else None

    def _again(self, paper: Paper) -> Awaitable[Paper]:
        """The same message comes once more."""
        page = paper.pages[0]
        given: dict[str, Any] = {"file_id": page.file_id, "file_unique_id": page.file_unique_id}
        return self.use.papers.take_page(self.own, self.phone, message_id=page.message_id, **given)

    def _by_begeleider(self, what: str, paper: Paper) -> Awaitable[Any]:
        use, guided = self.use.deciding, self.guided
        ways: dict[str, Callable[[], Awaitable[Any]]] = {
            "accept": lambda: use.accept(guided, paper.id),
            "refuse": lambda: use.refuse(guided, paper.id, PaperRefusedBecause.OTHER),
            "undo": lambda: use.undo(guided, paper.id),
            "undo_hours": lambda: self.use.hours.undo_acceptance(guided, paper.acceptance_id or 0),
            "belongs": lambda: use.belongs(guided, paper.id),
            "own": lambda: use.own_bewijs(guided, paper.id),
            "remove": lambda: use.remove_picture(guided, paper.id),
        }
        return ways[what]()

    def _readings(self, paper: Paper) -> list[Reading]:
        troubles = (Trouble(problem=Problem.DARK),) if self.tried.contact == 1 else ()
        check = a_check(form=self._form(), troubles=troubles)
        keys: dict[str, Any] = {"original": f"o{paper.id}", "scan": f"s{paper.id}"}
        return [Reading(page_id=page.id, check=check, **keys) for page in paper.pages]

    def _form(self) -> FormNumber | None:
        forms, which = self.story.forms, self.tried.form
        return forms[which] if which < len(forms) else None


_STATES = {
    "read": (PaperState.READING,),
    "say": (PaperState.ASKING,),
    "type": (PaperState.ASKING,),
    "better": (PaperState.ASKING,),
    "hand_in": (PaperState.ASKING,),
    **dict.fromkeys(("accept", "refuse", "belongs", "own"), (PaperState.HANDED_IN,)),
    "undo": (PaperState.ACCEPTED, PaperState.REFUSED),
    "undo_hours": (PaperState.ACCEPTED,),
}
"""The states in which something can be done with a paper."""
