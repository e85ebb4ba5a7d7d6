"""One date said otherwise, and hours that a contact notes first."""

import datetime as dt

from starlette.responses import Response

from bot.domain.amounts import read_minutes
from bot.domain.contact_words import NOT_THERE, Surface
from bot.domain.errors import DayInFuture, DayTooLongAgo
from bot.texts import contact_confirming as confirming
from bot.texts import contact_lines as lines_texts
from bot.texts import contact_noting as noting
from bot.texts import contact_pages as texts
from bot.web.pages import notices
from bot.web.pages.desk import Desk
from bot.web.pages.templating import html


async def show(desk: Desk) -> Response:
    """One date, with all that can be said of it."""
    contact = await desk.contact()
    line = await desk.services.confirming.line(contact, desk.number("date"))
    state = f"{lines_texts.SIGN[line.state]} {lines_texts.state_words(desk.speaker, line)}"
    return desk.show(
        "date",
        title=lines_texts.line_words(desk.speaker, line, desk.today),
        state=state,
        line=line,
        notice=notices.words(desk),
        hours=_typed(line.minutes),
        words={
            "yes": texts.yes(desk.speaker),
            "hours": texts.how_long(desk.speaker),
            "save": texts.save(desk.speaker),
            "not_there": confirming.was_not_there(desk.speaker),
            "back": texts.to_page(desk.speaker),
        },
    )


async def say(desk: Desk) -> Response:
    """It was so, another time, or not at all."""
    contact, date = await desk.contact(), desk.number("date")
    minutes = NOT_THERE if desk.text("gone") else read_minutes(desk.text("hours"))
    if minutes is None or (minutes == NOT_THERE and not desk.text("gone")):
        return desk.back(notices.AMOUNT, to=f"/date/{date}")
    _, happened = await desk.services.confirming.say(
        contact, date, minutes, surface=Surface.PAGE, seen=desk.number("seen")
    )
    await desk.hear(happened)
    return desk.back(notices.CONFIRMED)


async def ask_note(desk: Desk) -> Response:
    """Who, when, how long?"""
    contact = await desk.contact()
    folk = await desk.services.confirming.folk(contact)
    return desk.show(
        "note",
        title=html(noting.who_was_there(desk.speaker)),
        notice=notices.words(desk),
        folk=[(one.bewijs_id, lines_texts.folk_words(desk.speaker, one)) for one in folk],
        today=desk.today.isoformat(),
        words={
            "nobody": html(noting.nobody(desk.speaker)),
            "who": texts.who(desk.speaker),
            "day": texts.which_day(desk.speaker),
            "hours": texts.how_long(desk.speaker),
            "save": texts.save(desk.speaker),
            "back": texts.to_page(desk.speaker),
        },
    )


async def note(desk: Desk) -> Response:
    """Note it; the newcomer sees it at once."""
    contact = await desk.contact()
    minutes = read_minutes(desk.text("hours"))
    if minutes is None:
        return desk.back(notices.AMOUNT, to="/note")
    try:
        day = dt.date.fromisoformat(desk.text("day"))
        _, happened = await desk.services.confirming.note(
            contact, desk.number("bewijs"), day, minutes, surface=Surface.PAGE
        )
    except (ValueError, DayInFuture, DayTooLongAgo):
        return desk.back(notices.DAY, to="/note")
    await desk.hear(happened)
    return desk.back(notices.SAVED)


def _typed(minutes: int) -> str:
    """An amount as it is typed: "2", or "1u30"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}u{rest:02d}" if rest else str(hours)
