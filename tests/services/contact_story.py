"""Amira, two contacts, their door and Sofie: what may be tried with dates that contacts confirm."""

import datetime as dt
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from bot.domain.attendance import Attendance, RefusedBecause, State
from bot.domain.contact import Contact
from bot.domain.contact_words import NOT_THERE, Surface
from bot.domain.dossier import Dossier
from bot.domain.errors import NotAllowed
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import PaperRefusedBecause, PaperState, Reading
from bot.domain.person import Person
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer, services
from tests.services.contact_care import A_DAY, CLUB
from tests.services.contact_rules import check_dates
from tests.services.paper_care import a_check, football

FOOTBALL = OfferKind.ASSOCIATION
WHAT = (
    *("claim",) * 3, *("scan",) * 2, *("note",) * 2, *("say",) * 6, *("sign",) * 3, *("accept",) * 3,
    "print", "deny", "move", "all", "change", "withdraw", "object", "call", "refuse", "undo_refusal",
    "photograph", "reject", "undo", "erase",
)  # fmt: skip
MINUTES = (30, 90, 90, 120, 120, 700)


@dataclass(frozen=True)
class Try:
    """Something somebody tries."""

    what: str
    which: int
    """Which date or paper, of those that it could be about."""
    who: int
    """Which of the contacts."""
    minutes: int
    days_ago: int
    days: int
    """How far the clock moves before it."""


some_try = st.builds(
    Try,
    what=st.sampled_from(WHAT),
    which=st.integers(0, 4),
    who=st.integers(0, 1),
    minutes=st.sampled_from(MINUTES),
    days_ago=st.integers(0, 2),
    days=st.sampled_from([0, 0, 0, 0, 1, 8]),
)


def a_try(what: str, **values: Any) -> Try:
    """About today, by the first contact."""
    given = {"which": 0, "who": 0, "minutes": 120, "days_ago": 0, "days": 0}
    return Try(what=what, **(given | values))


class ContactStory:
    """What happened to Amira's dates, each step in a unit of work of its own."""

    def __init__(self, database: Database, chats: Iterator[int]) -> None:
        self._database = database
        self._chats = chats
        self.now = NOW
        self.done: Counter[str] = Counter()

    async def begin(self) -> None:
        """Everybody joins."""
        async with self._database.work() as work:
            self.sofie = await new_begeleider(work, next(self._chats), "Sofie")
            self.phone = await new_newcomer(work, next(self._chats), "Amira", of=self.sofie)
            self.contacts = [await self.joined(work, name) for name in ("Karel", "Rita")]

    async def new_link(self) -> str:
        """A token of Sofie's."""
        async with self._database.work() as work:
            return await self._token(work, "Jan")

    async def join(self, token: str, database: Database) -> Contact:
        """Somebody presses its button on the page."""
        async with database.work() as work:
            return await self._join(work, token, "Jan")

    async def joined(self, work: SqlWork, name: str) -> Contact:
        """A contact comes with Sofie's link."""
        return await self._join(work, await self._token(work, name), name)

    async def _token(self, work: SqlWork, name: str) -> str:
        use = services(work, now=self.now)
        guided = await use.dossiers.guided(self.phone.newcomer_ids[0], by=self.sofie)
        bewijs_id = await work.hours.bewijs(guided.id, FOOTBALL, organisation=CLUB, contact=None, at=NOW)
        link = await use.contact_links.ask(guided, bewijs_id, name=name)
        return use.contact_links.token(link)

    async def _join(self, work: SqlWork, token: str, name: str) -> Contact:
        given: dict[str, Any] = {"account": None, "name": name, "language": "nl", "surface": Surface.PAGE}
        contact, _ = await services(work, now=self.now).contact_links.join(token, **given)
        return contact

    async def take(self, tried: Try, database: Database | None = None) -> NotAllowed | None:
        """Try it; what was refused is kept as a handler keeps it, with whatever was done before."""
        self.now += tried.days * A_DAY
        async with (database or self._database).work() as work:
            try:
                await _Taking(self, work, tried).act()
            except NotAllowed as refusal:
                return refusal
        self.done[tried.what] += 1
        return None

    def message_id(self) -> int:
        """That of a new message."""
        return next(self._chats)

    async def check(self) -> None:
        """What always holds."""
        async with self._database.work(reads_only=True) as work:
            await check_dates(work, self.phone.newcomer_ids[0])

    async def kept(self) -> Any:
        """Everything that is kept of Amira's hours."""
        newcomer_id = self.phone.newcomer_ids[0]
        async with self._database.work(reads_only=True) as work:
            book = await work.hours.book(newcomer_id)
            words = await work.words.of([date.id for date in book.attendances])
            return book, words, list(await work.history.of(newcomer_id)), await work.papers.of(newcomer_id)


class _Taking:
    """One thing that is tried, in its own unit of work."""

    def __init__(self, story: ContactStory, work: SqlWork, tried: Try) -> None:
        self.story = story
        self.work = work
        self.tried = tried
        self.use = services(work, now=story.now)
        self.contact = story.contacts[tried.who]

    async def act(self) -> None:
        """Do it, where there is something that it could be about."""
        self.own: Dossier = await self.use.dossiers.own(self.story.phone)
        self.guided: Dossier = await self.use.dossiers.guided(self.own.id, by=self.story.sofie)
        self.papers = list(reversed(await self.work.papers.of(self.own.id)))
        ways = self._by_newcomer() | self._by_contact() | self._by_begeleider()
        await ways[self.tried.what]()

    @property
    def day(self) -> dt.date:
        """About which day."""
        return self.own.today - self.tried.days_ago * A_DAY

    def date(self, *states: State) -> int:
        """A date in one of these states; 0 while there is none."""
        found: Sequence[Attendance] = [a for a in self.own.book.attendances if a.state in (states or State)]
        return found[self.tried.which % len(found)].id if found else 0

    def paper(self, *states: PaperState) -> int:
        """A paper in one of these states; 0 while there is none."""
        found = [paper for paper in self.papers if paper.state in states]
        return found[self.tried.which % len(found)].id if found else 0

    def _by_newcomer(self) -> dict[str, Callable[[], Awaitable[Any]]]:
        own, hours, minutes = self.own, self.use.hours, self.tried.minutes
        place: dict[str, Any] = {"organisation": CLUB, "contact": None, "minutes": minutes}
        return {
            "claim": lambda: hours.claim(own, FOOTBALL, day=self.day, **place),
            "change": lambda: hours.change_claim(own, self.date(State.CLAIMED), day=self.day),
            "withdraw": lambda: hours.withdraw(own, self.date(State.CLAIMED)),
            "object": lambda: self.use.confirming.object(own, self.date()),
            "scan": self._scan,
            "print": self._scan,
            "photograph": self._photograph,
        }

    async def _scan(self) -> None:
        doors = self.use.doors
        door = await doors.open(self.contact, FOOTBALL, 120)
        code = doors.code(door) if self.tried.what == "scan" else doors.printed(door, self.own.today)
        await doors.claim(self.own, code)

    async def _photograph(self) -> None:
        """Of the last digital bewijs, or of a paper that somebody filled in over the same days."""
        number = next(self.story._chats)
        digital = [paper for paper in self.papers if paper.is_digital]
        form = digital[-1].form if digital and self.tried.which % 2 else None
        papers = self.use.papers
        given: dict[str, Any] = {"file_id": "f", "file_unique_id": f"u{number}", "message_id": number}
        paper = await papers.take_page(self.own, self.story.phone, **given)
        readings = [Reading(page_id=page.id, check=a_check(form=form)) for page in paper.pages]
        await papers.was_read(paper.id, readings)
        said = football(minutes=self.tried.minutes, first_day=self.day, last_day=self.day)
        await papers.say(self.own, paper.id, said)
        await papers.hand_in(self.own, paper.id, anyway=True)

    def _by_contact(self) -> dict[str, Callable[[], Awaitable[Any]]]:
        confirming, contact, minutes = self.use.confirming, self.contact, self.tried.minutes
        page = Surface.PAGE
        return {
            "say": lambda: confirming.say(contact, self.date(), minutes, surface=page),
            "deny": lambda: confirming.say(contact, self.date(), NOT_THERE, surface=page),
            "all": self._all,
            "note": lambda: confirming.note(contact, self._bewijs_id, self.day, minutes, surface=page),
            "sign": self._sign,
            "erase": self._erase,
        }

    @property
    def _bewijs_id(self) -> int:
        return self.own.book.bewijzen[0].id

    async def _all(self) -> None:
        seen = {line.attendance_id: line.minutes for line in await self.use.confirming.lines(self.contact)}
        count, _ = await self.use.confirming.say_all(self.contact, seen, surface=Surface.TELEGRAM)
        assert count == len(seen)

    async def _sign(self) -> None:
        rows = await self.use.signing.to_sign(self.contact, self._bewijs_id)
        seen = frozenset(row.attendance_id for row in rows)
        await self.use.signing.sign(self.contact, self._bewijs_id, name="", seen=seen, surface=Surface.PAGE)

    async def _erase(self) -> None:
        """The contact is forgotten, and another comes."""
        await self.work.privacy.erase(Person(contact_ids=(self.contact.id,)), at=self.story.now)
        self.story.contacts[self.tried.who] = await self.story.joined(self.work, "Jan")

    def _by_begeleider(self) -> dict[str, Callable[[], Awaitable[Any]]]:
        guided, hours, deciding, minutes = self.guided, self.use.hours, self.use.deciding, self.tried.minutes
        waits, decided = PaperState.HANDED_IN, (PaperState.ACCEPTED, PaperState.REFUSED)
        other, not_so = RefusedBecause.OTHER, PaperRefusedBecause.OTHER
        return {
            "call": lambda: hours.confirm(guided, self.date(State.CLAIMED, State.CONFIRMED), minutes=minutes),
            "move": lambda: hours.change_claim(guided, self.date(State.CONFIRMED), day=self.day),
            "refuse": lambda: hours.refuse(guided, self.date(State.CLAIMED, State.CONFIRMED), other),
            "undo_refusal": lambda: hours.undo_refusal(guided, self.date(State.REFUSED)),
            "accept": lambda: deciding.accept(guided, self.paper(waits)),
            "reject": lambda: deciding.refuse(guided, self.paper(waits), not_so),
            "undo": lambda: deciding.undo(guided, self.paper(*decided)),
        }
