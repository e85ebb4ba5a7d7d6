"""What a phone shows: the newest message with some words, and pressing the newest button."""

from bot.demo.phone import Bubble, Phone
from tests.handlers.care import eventually
from tests.handlers.newcomer import said, tap


async def told(phone: Phone, text: str) -> Bubble:
    """The newest message of the bot with this text, once it is there."""

    async def found() -> Bubble | None:
        return next((b for b in reversed(await phone.messages(True)) if text in b.text), None)

    return await eventually(found)


async def press_on(phone: Phone, data: str) -> None:
    """Press the button on the newest screen that has one that begins so."""
    await tap(phone, await said(phone, data), data)
