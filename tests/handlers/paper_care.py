"""Amira sends papers to the real bot, which reads and keeps them: pictures of forms, and what she taps."""

import cv2
import numpy as np

from bot.demo.phone import Bubble, Phone
from bot.domain.form_number import FormNumber
from bot.domain.ids import ChatId
from bot.domain.paper import Paper
from bot.storage.database import Database
from tests.builders import services
from tests.handlers.care import Care
from tests.handlers.hours import TUESDAY, Own
from tests.handlers.newcomer import button_of, said, tap
from tests.photos.kitchen_table import a_page, a_signature, write

HEIGHT = 1280
"""As Telegram makes photos smaller."""


def a_form(number: FormNumber, *, is_signed: bool = True, blurred: float = 0) -> bytes:
    """A form, flat as from a scanner.

    Args:
        number: The form's.
        is_signed: Is there a signature?
        blurred: How much, in pixels.
    """
    page = a_page(number).copy()
    if is_signed:
        write(page, a_signature())
    small = cv2.resize(page, (HEIGHT * 210 // 297, HEIGHT), interpolation=cv2.INTER_AREA)
    if blurred:
        small = cv2.GaussianBlur(small, (0, 0), blurred)
    return _jpeg(np.asarray(small))


def a_table() -> bytes:
    """A bare wooden table, without a page on it."""
    grain = np.random.default_rng(5).integers(0, 12, (960, 1280, 3), dtype=np.uint8)
    return _jpeg(np.full((960, 1280, 3), (60, 90, 130), np.uint8) + grain)


def _jpeg(picture: object) -> bytes:
    return bytes(cv2.imencode(".jpg", np.asarray(picture), [cv2.IMWRITE_JPEG_QUALITY, 82])[1])


class Sender:
    """What one newcomer sends, and what is kept of it."""

    def __init__(self, database: Database, phone: Phone) -> None:
        self._database = database
        self.phone = phone

    async def agree(self) -> None:
        """Photographs may be looked at."""
        async with self._database.work() as work:
            account = await work.accounts.of_chat(ChatId(self.phone.id))
            assert account is not None
            use = services(work)
            await use.papers.allow_photographs(await use.dossiers.own(account))

    async def form(self) -> FormNumber:
        """The number of a form made for the newest bewijs; an empty one when there is none."""
        async with self._database.work() as work:
            account = await work.accounts.of_chat(ChatId(self.phone.id))
            assert account is not None
            use = services(work)
            dossier = await use.dossiers.own(account)
            bewijzen = dossier.book.bewijzen
            made = await (use.forms.make(dossier, bewijzen[-1].id) if bewijzen else use.forms.pad(1))
            return made[0].number

    async def papers(self) -> list[Paper]:
        """What is kept, oldest first."""
        async with self._database.work(reads_only=True) as work:
            account = await work.accounts.of_chat(ChatId(self.phone.id))
            assert account is not None
            found = [paper for one in account.newcomer_ids for paper in await work.papers.of(one)]
            return sorted(found, key=lambda paper: paper.id)

    async def sends(self, picture: bytes, data: str) -> Bubble:
        """Send a photograph, and wait for a screen with a button that carries this."""
        await self.phone.send_photo(picture)
        return await said(self.phone, data)


async def amira_in(town: Care, database: Database) -> Sender:
    """Amira agreed to photographs and noted two hours on Tuesday."""
    own, amira = Own(database, town.amira), Sender(database, town.amira)
    await own.agree()
    await own.note(TUESDAY, 120)
    await amira.agree()
    return amira


async def press(phone: Phone, screen: Bubble, data: str, then: str) -> Bubble:
    """Press a button, and wait for a screen with a button that carries this."""
    await tap(phone, screen, data)
    return await phone.wait_for(lambda bubble: button_of(bubble, then) is not None)
