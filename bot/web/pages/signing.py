"""Signing a digital bewijs on the page, or saying why not (`bewijs-weigering-handtekening`)."""

import json

from starlette.responses import Response

from bot.domain.contact import Contact, Folk
from bot.domain.contact_words import Surface
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.ids import AttendanceId
from bot.domain.paper import NoSignBecause
from bot.domain.signature import FIELD, Stroke
from bot.texts import contact_lines as lines_texts
from bot.texts import contact_pages as texts
from bot.texts import contact_signing as sign_texts
from bot.texts.speaker import Speaker
from bot.web.pages import notices
from bot.web.pages.desk import Desk, whole
from bot.web.pages.templating import html


async def show(desk: Desk) -> Response:
    """The dates, the total, the name, and the button that signs."""
    contact = await desk.contact()
    folk = await _folk(desk, contact)
    rows = await desk.services.signing.to_sign(contact, folk.bewijs_id)
    speaker = desk.speaker
    return desk.show(
        "sign",
        title=f"✍️ {lines_texts.folk_words(speaker, folk)}",
        rows=[f"{speaker.day(row.day)} · {speaker.duration(row.minutes)}" for row in rows],
        seen=" ".join(str(row.attendance_id) for row in rows),
        minutes=sum(row.minutes for row in rows),
        total=html(sign_texts.together(speaker, sum(row.minutes for row in rows))),
        bewijs=folk.bewijs_id,
        name=contact.name,
        field=FIELD,
        words=_words(speaker),
    )


def _words(speaker: Speaker) -> dict[str, object]:
    return {
        "name": texts.your_name(speaker),
        "means": html(sign_texts.means(speaker)),
        "sign": texts.sign(speaker),
        "draw": texts.draw(speaker),
        "wipe": texts.wipe(speaker),
        "not": sign_texts.no_signature(speaker),
        "nothing": html(sign_texts.nothing(speaker).text),
        "back": texts.to_page(speaker),
    }


async def sign(desk: Desk) -> Response:
    """Sign for what stood there."""
    contact = await desk.contact()
    _, happened = await desk.services.signing.sign(
        contact,
        desk.number("bewijs"),
        name=desk.text("name"),
        seen=frozenset(AttendanceId(whole(one)) for one in desk.text("seen").split()),
        total=desk.number("minutes"),
        strokes=_strokes(desk.text("strokes")),
        surface=Surface.PAGE,
    )
    await desk.hear(happened)
    return desk.back(notices.SIGNED)


def _strokes(drawn: str) -> tuple[Stroke, ...]:
    """What the script wrote: a list of lists of points; nothing for an empty field."""
    if not drawn:
        return ()
    try:
        return tuple(tuple((point[0], point[1]) for point in stroke) for stroke in json.loads(drawn))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        raise ButtonOld from None


async def ask_why(desk: Desk) -> Response:
    """For which reason do they not sign?"""
    contact = await desk.contact()
    folk = await _folk(desk, contact)
    return desk.show(
        "refuse",
        title=lines_texts.folk_words(desk.speaker, folk),
        ask=html(sign_texts.why_not(desk.speaker, contact, folk).text),
        bewijs=folk.bewijs_id,
        reasons=[(one.value, sign_texts.reason(desk.speaker, one)) for one in NoSignBecause],
        words={
            "more": texts.own_words(desk.speaker),
            "tell": texts.tell_it(desk.speaker),
            "back": texts.to_page(desk.speaker),
        },
    )


async def refuse(desk: Desk) -> Response:
    """The begeleider hears it."""
    contact = await desk.contact()
    try:
        because = NoSignBecause(desk.text("because"))
    except ValueError:
        raise ButtonOld from None
    _, happened = await desk.services.signing.refuse(
        contact, desk.number("bewijs"), because, desk.text("note") or None
    )
    await desk.hear([happened])
    return desk.back(notices.REFUSED)


async def _folk(desk: Desk, contact: Contact) -> Folk:
    bewijs_id = desk.number("bewijs")
    seen = await desk.services.confirming.folk(contact)
    found = next((one for one in seen if one.bewijs_id == bewijs_id), None)
    if found is None:
        raise NotYours
    return found
