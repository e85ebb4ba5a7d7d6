"""Papers that were handed in, put there through the services, for what the begeleider does with them."""

import datetime as dt
from typing import Any

from bot.delivery.turn import Turn
from bot.demo.phone import Bubble, Phone
from bot.domain.ids import BewijsId, ChatId
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck
from bot.domain.paper import Paper, Reading, Said, SignatureRefusal
from bot.handlers import papers
from bot.services.delivery_ports import Outgoing
from bot.services.services import Services
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import services
from tests.handlers.care import Care
from tests.handlers.newcomer import tap
from tests.handlers.seen import told

FIRST, LAST = dt.date(2026, 11, 2), dt.date(2026, 11, 16)
CLUB = Said(
    kind=OfferKind.SPORT,
    organisation="FC Voorbeeld",
    contact="Fatma Peeters",
    minutes=240,
    first_day=FIRST,
    last_day=LAST,
)
LIST = "📄 Bewijzen"


class Desk:
    """Puts papers on the begeleider's desk, as the newcomer with this phone would."""

    def __init__(self, database: Database, town: Care, phone: Phone) -> None:
        self._database = database
        self._town = town
        self._phone = phone
        self._messages = 5000

    async def paper(self, said: Said = CLUB, *, number: str = "", **values: Any) -> Paper:
        """A paper that was photographed, read, put right and handed in.

        Args:
            said: What the newcomer says about it.
            number: Of the file at Telegram; the same for the same file.
            values: How its page was read.
        """
        self._messages += 1
        check = PageCheck(**({"page_found": True, "is_form": False} | values))
        file = number or f"file-{self._phone.id}-{self._messages}"
        async with self._database.work() as work:
            use, dossier = await self._opened(work)
            account = await work.accounts.of_chat(ChatId(self._phone.id))
            assert account is not None
            paper = await use.papers.take_page(
                dossier, account, file_id=file, file_unique_id=file, message_id=self._messages
            )
            reading = Reading(page_id=paper.pages[0].id, check=check, digest=file, original="o", scan="s")
            paper = await use.papers.was_read(paper.id, [reading])
            paper = await use.papers.say(dossier, paper.id, said)
            return await use.papers.hand_in(dossier, paper.id, anyway=True)

    async def brought(self, said: Said = CLUB, **values: Any) -> Bubble:
        """The same, brought to the begeleider; gives back its card."""
        paper = await self.paper(said, **values)
        await self.bring(paper)
        return await told(self._town.sofie, paper.receipt)

    async def bring(self, paper: Paper) -> list[Outgoing]:
        """Bring a paper to whoever reads for the newcomer now; gives back what goes out."""
        async with self._database.work() as work:
            use, dossier = await self._opened(work)
            turn = Turn(work=work, services=use, now=self._town.telegram.clock.now())
            assert await papers.bring(turn, dossier.newcomer, paper)
            await work.outbox.add(turn.outgoing, at=turn.now)
        await self._wake()
        return turn.outgoing

    async def take_back(self, paper: Paper) -> None:
        """The newcomer takes it back before it is decided."""
        async with self._database.work() as work:
            use, dossier = await self._opened(work)
            paper = await use.papers.take_back(dossier, paper.id)
            turn = Turn(work=work, services=use, now=self._town.telegram.clock.now())
            await papers.refresh(turn, dossier.newcomer, paper)
            await work.outbox.add(turn.outgoing, at=turn.now)
        await self._wake()

    async def refusal(self) -> SignatureRefusal:
        """The newcomer says that the contact of their only bewijs does not sign."""
        async with self._database.work() as work:
            use, dossier = await self._opened(work)
            bewijs_id = BewijsId(dossier.book.bewijzen[0].id)
            refusal = await use.papers.refuse_signature(dossier, bewijs_id)
            turn = Turn(work=work, services=use, now=self._town.telegram.clock.now())
            assert await papers.bring_refusal(turn, dossier.newcomer, refusal)
            await work.outbox.add(turn.outgoing, at=turn.now)
        await self._wake()
        return refusal

    async def now(self, paper: Paper) -> Paper:
        """The paper as it is kept."""
        async with self._database.work(reads_only=True) as work:
            found = await work.papers.get(paper.id)
        assert found is not None
        return found

    async def _opened(self, work: SqlWork) -> tuple[Services, Any]:
        use = services(work, now=self._town.telegram.clock.now())
        account = await work.accounts.of_chat(ChatId(self._phone.id))
        assert account is not None
        return use, await use.dossiers.own(account)

    async def _wake(self) -> None:
        """What was put in the outbox beside the bot goes out with the next thing the bot says."""
        await self._town.nele.say("/privacy")
        await self._town.nele.wait_for()


async def open_from_list(phone: Phone) -> Bubble:
    """The oldest paper that waits, from the list."""
    await phone.press_key(LIST) if LIST in await phone.keys() else await phone.say("/bewijzen")
    listed = await told(phone, "op je")
    await tap(phone, listed, "j:show:")
    return await told(phone, "stuurt een bewijs")
