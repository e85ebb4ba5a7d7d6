"""Codes at the door: shown on the contact's phone, printed for a day, and where they lead without the app."""

import base64

from starlette.responses import Response

from bot.documents.qr import qr_png
from bot.domain.amounts import read_minutes
from bot.domain.contact import Contact
from bot.domain.door import Door
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.ids import DoorId
from bot.domain.offer_kind import OfferKind
from bot.texts import contact_noting as noting
from bot.texts import contact_pages as texts
from bot.texts.contact_links import telegram_link
from bot.texts.offer_kinds import kind_label
from bot.web.pages import notices
from bot.web.pages.desk import Desk
from bot.web.pages.templating import html


async def ask(desk: Desk) -> Response:
    """For which activity, and how long does it take?"""
    contact = await desk.contact()
    kinds = list(dict.fromkeys(one.kind for one in await desk.services.confirming.folk(contact)))
    return desk.show(
        "door_ask",
        title=html(noting.which_door(desk.speaker)),
        notice=notices.words(desk),
        kinds=[(kind.value, kind_label(desk.speaker, kind)) for kind in kinds or list(OfferKind)],
        words={
            "kind": texts.which_kind(desk.speaker),
            "hours": texts.how_long(desk.speaker),
            "show": texts.show_code(desk.speaker),
            "back": texts.to_page(desk.speaker),
        },
    )


async def open_door(desk: Desk) -> Response:
    """Make it, and show its code."""
    contact = await desk.contact()
    minutes = read_minutes(desk.text("hours"))
    if minutes is None:
        return desk.back(notices.AMOUNT, to="/door")
    try:
        kind = OfferKind(desk.text("kind"))
    except ValueError:
        raise ButtonOld from None
    door = await desk.services.doors.open(contact, kind, minutes)
    return desk.back(to=f"/door/{door.id}")


async def show(desk: Desk) -> Response:
    """The code of this moment; where scripts run, it renews itself each minute."""
    door = await _door(desk, await desk.contact())
    said = noting.code_words(desk.speaker, door.kind, door.minutes)
    return desk.show(
        "door",
        title=texts.scan_me(desk.speaker),
        lines=[html(line) for line in said],
        picture=_picture(desk, desk.services.doors.code(door)),
        renews=f"/door/{door.id}",
        words={
            "new": noting.new_code(desk.speaker),
            "paper": noting.paper_words(desk.speaker),
            "back": texts.to_page(desk.speaker),
        },
    )


async def show_paper(desk: Desk) -> Response:
    """The code to be printed, good today."""
    door = await _door(desk, await desk.contact())
    said = noting.paper(desk.speaker, door.kind, door.minutes, desk.today, b"")
    return desk.show(
        "door",
        title=texts.scan_me(desk.speaker),
        lines=[html(line) for line in said.text.split("\n")],
        picture=_picture(desk, desk.services.doors.printed(door, desk.today)),
        renews="",
        words={"back": texts.to_page(desk.speaker)},
    )


async def _door(desk: Desk, contact: Contact) -> Door:
    found = await desk.work.doors.get(DoorId(desk.number("door")))
    if found is None or found.contact_id != contact.id:
        raise NotYours
    return await desk.services.doors.open(contact, found.kind, found.minutes)


def _picture(desk: Desk, token: str) -> str:
    drawn = qr_png(telegram_link(desk.site.bot_username, token))
    return f"data:image/png;base64,{base64.b64encode(drawn).decode()}"


async def point_to_chat(desk: Desk) -> Response:
    """A door's code opened in a browser: hours are noted in the chat."""
    scanned = await desk.services.doors.scan(desk.token)
    return desk.show(
        "chat",
        title=scanned.organisation or scanned.contact,
        sentence=texts.noted_in_chat(desk.speaker),
        telegram=desk.telegram,
        open_words=texts.open_telegram(desk.speaker),
    )
