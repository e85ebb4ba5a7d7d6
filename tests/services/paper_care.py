"""Amira's papers with everybody who has a hand in them, in one open unit of work."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck
from bot.domain.paper import Paper, PaperFinding, Reading, Said, findings_in
from bot.domain.people import Account
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.services.choosing import Choosing, a_choosing

TODAY = NOW.date()
A_DAY = dt.timedelta(days=1)


def a_check(**values: Any) -> PageCheck:
    """A page that can be used, of somebody's own paper."""
    given: dict[str, Any] = {"page_found": True}
    return PageCheck(**(given | values))


def football(**values: Any) -> Said:
    """Two hours of football with Rita, last week."""
    given: dict[str, Any] = {
        "kind": OfferKind.ASSOCIATION,
        "organisation": "FC Gent",
        "contact": "Rita",
        "minutes": 120,
        "first_day": TODAY - 7 * A_DAY,
        "last_day": TODAY - A_DAY,
    }
    return Said(**(given | values))


@dataclass
class PaperCare(Choosing):
    """The same people with their papers."""

    messages: int = 100

    async def send(self, who: Account | None = None, **values: Any) -> Paper:
        """A photograph comes in, as a message of its own."""
        self.messages += 1
        who = who or self.amira
        given: dict[str, Any] = {
            "file_id": f"file {self.messages}",
            "file_unique_id": f"unique {self.messages}",
            "message_id": self.messages,
        }
        return await self.use.papers.take_page(await self.own(who), who, **(given | values))

    async def read(self, paper: Paper, *checks: PageCheck, **values: Any) -> Paper:
        """Its pages are read, each as given; all can be used when nothing is."""
        found = [*checks, *[a_check()] * (len(paper.pages) - len(checks))]
        readings = [
            Reading(page_id=page.id, check=check, **values)
            for page, check in zip(paper.pages, found, strict=True)
        ]
        return await self.use.papers.was_read(paper.id, readings)

    async def say(self, paper: Paper, who: Account | None = None, **values: Any) -> Paper:
        """It is about two hours of football."""
        return await self.use.papers.say(await self.own(who), paper.id, football(**values))

    async def hand_in(
        self, *checks: PageCheck, who: Account | None = None, reading: Any = (), **said: Any
    ) -> Paper:
        """A photograph that is read, put right and handed in."""
        paper = await self.read(await self.send(who), *checks, **dict(reading))
        await self.say(paper, who, **said)
        return await self.use.papers.hand_in(await self.own(who), paper.id)

    async def accept(self, paper: Paper, **values: Any) -> Dossier:
        """Sofie accepts it."""
        who = self.karim if paper.newcomer_id in self.karim.newcomer_ids else self.amira
        return await self.use.deciding.accept(await self.guided(who), paper.id, **values)

    async def again(self, paper: Paper) -> Paper:
        """As it is kept now."""
        found = await self.work.papers.get(paper.id)
        assert found is not None
        return found

    async def findings(self, paper: Paper, who: Account | None = None) -> set[PaperFinding]:
        """What Sofie should look at."""
        return findings_in(await self.use.deciding.findings(await self.guided(who), await self.again(paper)))


async def a_paper_care(work: SqlWork) -> PaperCare:
    """Everybody has joined."""
    return PaperCare(**vars(await a_choosing(work)))
