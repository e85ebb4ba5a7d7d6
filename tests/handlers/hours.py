"""Amira's hours in her own chat: a contract, notes, what the bot shows."""

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from bot.demo.phone import Bubble, Phone
from bot.domain.contract import Contract, Status
from bot.domain.dossier import Dossier
from bot.domain.ids import ChatId
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.services.services import Services
from bot.storage.database import Database
from tests.builders import NOW, services
from tests.handlers.newcomer import tap

MENU_HOURS = "⏳ Mijn uren"
STARTS = dt.date(2026, 9, 1)
LAST_DAY = dt.date(2027, 8, 31)
YESTERDAY = NOW.date() - dt.timedelta(days=1)
"""Sunday 22 November 2026."""
TUESDAY = dt.date(2026, 11, 17)


def a_contract(**values: Any) -> Contract:
    """A year, of which twelve weeks have gone by."""
    given: dict[str, Any] = {"status": Status.OBLIGED, "starts_on": STARTS, "last_day": LAST_DAY}
    return Contract(**(given | values))


class Own:
    """What is kept of the person with this phone."""

    def __init__(self, database: Database, phone: Phone) -> None:
        self._database = database
        self._phone = phone

    async def dossier(self) -> Dossier:
        """The dossier as it is kept."""
        async with self._database.work(reads_only=True) as work:
            account = await work.accounts.of_chat(ChatId(self._phone.id))
            assert account is not None
            found = await services(work).dossiers.look(account)
        assert found is not None
        return found

    async def amounts(self) -> list[tuple[dt.date, int]]:
        """The dates that count or wait, with their minutes."""
        return [(a.day, a.minutes) for a in (await self.dossier()).book.open]

    async def agree(self, contract: Contract | None = None) -> None:
        """The begeleider sets the contract."""
        await self.decide(lambda use, dossier: use.contracts.set(dossier, contract or a_contract()))

    async def note(self, day: dt.date, minutes: int, place: str = "Buurthuis De Kring") -> None:
        """Hours that the newcomer noted before."""
        async with self._database.work() as work:
            use = services(work)
            await use.hours.claim(
                await use.dossiers.own(await self._account(use)),
                OfferKind.NEIGHBOURHOOD_HOUSE,
                organisation=place,
                contact=None,
                day=day,
                minutes=minutes,
            )

    async def decide(self, what: Callable[[Services, Dossier], Awaitable[Any]]) -> None:
        """What the begeleider does with the dossier."""
        async with self._database.work() as work:
            use = services(work)
            account = await self._account(use)
            assert account.newcomer_id is not None
            guide = await work.people.begeleider_of(account.newcomer_id)
            assert guide is not None
            assert guide.account is not None
            await what(use, await use.dossiers.guided(account.newcomer_id, by=guide.account))

    async def _account(self, use: Services) -> Account:
        account = await use.work.accounts.of_chat(ChatId(self._phone.id))
        assert account is not None
        return account


async def pressed(phone: Phone, bubble: Bubble, data: str, *, then: str) -> Bubble:
    """Press the button whose data begins so, and wait for the words that come then."""
    await tap(phone, bubble, data)
    return await phone.wait_for(then)


async def wrote(phone: Phone, text: str, *, then: str) -> Bubble:
    """Write something, and wait for the words that come then."""
    await phone.say(text)
    return await phone.wait_for(then)
