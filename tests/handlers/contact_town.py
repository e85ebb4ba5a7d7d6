"""Karel, a contact of the neighbourhood house, on the stand-in beside Amira and her begeleider."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.demo.phone import Phone
from bot.domain.contact import Contact, Reached
from bot.domain.contact_news import Happened
from bot.domain.contact_words import Surface
from bot.domain.dossier import Dossier
from bot.domain.ids import AttendanceId, BewijsId, ChatId
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.services.services import Services
from bot.services.telling import news_jobs
from bot.storage.database import Database
from tests.builders import services
from tests.handlers.care import Care
from tests.handlers.newcomer import said

HOUSE = "Buurthuis De Kring"


@dataclass(frozen=True)
class House:
    """What happens behind the bot's back, at the stand-in's time and with the bot's own key."""

    town: Care
    database: Database
    folder: Path

    async def do(self, what: Callable[[Services], Awaitable[Any]]) -> Any:
        """Do something within a unit of work; news that come of it are told."""
        now = self.town.telegram.clock.now()
        async with self.database.work() as work:
            found = await what(services(work, now=now, secret_key=await self._key()))
            items = [one for one in _flat(found) if isinstance(one, Happened)]
            for job in news_jobs(items, now):
                await work.jobs.add(job)
        return found

    async def _key(self) -> bytes:
        return (self.folder / "secret_key").read_bytes()

    async def own(self, use: Services, phone: Phone | None = None) -> Dossier:
        """The dossier as the newcomer opens it."""
        account = await account_of(use, phone or self.town.amira)
        return await use.dossiers.on_phone(account, account.newcomer_ids[0])

    async def guided(self, use: Services, phone: Phone | None = None) -> Dossier:
        """The dossier as Sofie opens it."""
        whose = (await account_of(use, phone or self.town.amira)).newcomer_ids[0]
        return await use.dossiers.guided(whose, by=await account_of(use, self.town.sofie))

    async def bewijs(self, phone: Phone | None = None) -> BewijsId:
        """Somebody's hours at the neighbourhood house."""

        async def make(use: Services) -> BewijsId:
            dossier = await self.own(use, phone)
            kind = OfferKind.NEIGHBOURHOOD_HOUSE
            return await use.work.hours.bewijs(dossier.id, kind, organisation=HOUSE, contact=None, at=use.now)

        found: BewijsId = await self.do(make)
        return found

    async def joins(
        self,
        name: str = "Karel",
        *,
        reached: Reached = Reached.BEGELEIDER,
        phone: Phone | None = None,
        language: str = "nl",
    ) -> Contact:
        """A contact presses the button of a link, on the page or on a phone."""
        bewijs_id = await self.bewijs()

        async def join(use: Services) -> tuple[Contact, tuple[Happened, ...]]:
            is_own = reached is Reached.NEWCOMER
            dossier = await self.own(use) if is_own else await self.guided(use)
            link = await use.contact_links.ask(dossier, bewijs_id, name=name)
            account = None if phone is None else await account_of(use, phone)
            return await use.contact_links.join(
                use.contact_links.token(link),
                account=account,
                name=name,
                language=language,
                surface=Surface.PAGE if phone is None else Surface.TELEGRAM,
            )

        contact, _ = await self.do(join)
        assert isinstance(contact, Contact)
        return contact

    async def says(self, contact: Contact, minutes: int, attendance_id: int = 1) -> None:
        """A contact says how long it was."""
        await self.do(
            lambda use: use.confirming.say(
                contact, AttendanceId(attendance_id), minutes, surface=Surface.PAGE
            )
        )

    async def code(self, contact: Contact, minutes: int = 120, *, days: int | None = None) -> str:
        """The code at the door now, or a printed one for so many days from now."""

        async def make(use: Services) -> str:
            door = await use.doors.open(contact, OfferKind.NEIGHBOURHOOD_HOUSE, minutes)
            if days is None:
                return use.doors.code(door)
            return use.doors.printed(door, use.dossiers.today)

        made: str = await self.do(make)
        return made


def _flat(found: Any) -> Iterable[Any]:
    if isinstance(found, tuple):
        for one in found:
            yield from _flat(one)
    else:
        yield found


async def account_of(use: Services, phone: Phone) -> Account:
    """Whose phone it is."""
    account = await use.work.accounts.of_chat(ChatId(phone.id))
    assert account is not None
    return account


async def new_phone(town: Care, name: str, *, language: str = "nl") -> Phone:
    """Somebody whom nobody guides, who chose a language."""
    phone = Phone(town.telegram, town.telegram.add_person(name, language))
    await phone.start()
    await said(phone, "l:")
    await phone.press(f"l:{language}:s")
    await phone.wait_for(lambda bubble: bool(bubble.seen["text"]) and not bubble.buttons)
    return phone
