"""A contact's own page: what waits, all right at once, what they said, whom they can sign for."""

from collections.abc import Iterable

from starlette.responses import Response

from bot.domain.contact import Contact, Line, LineState
from bot.domain.contact_words import Surface
from bot.domain.errors import ButtonOld
from bot.domain.ids import AttendanceId
from bot.texts import contact_confirming as confirming
from bot.texts import contact_joining as joining
from bot.texts import contact_lines as lines_texts
from bot.texts import contact_menu as menu
from bot.texts import contact_noting as noting
from bot.texts import contact_page_settings as page_settings
from bot.texts import contact_pages as texts
from bot.texts import contact_thanks
from bot.texts.contact_menu import ContactButton, Guide
from bot.web.pages import notices
from bot.web.pages.desk import Desk, whole
from bot.web.pages.templating import html

MOST_SAID = 12
_PAIR = "."


async def show(desk: Desk) -> Response:
    """The list; whom nobody checked yet sees who will call."""
    contact = await desk.contact()
    if not contact.may_confirm:
        return await _wait(desk, contact)
    folk = await desk.services.confirming.folk(contact)
    thanks = await desk.services.thanking.sums(contact, desk.services.thanking.this_quarter)
    speaker = desk.speaker
    asked = await desk.services.confirming.lines(contact)
    return desk.show(
        "mine",
        title=_hello(desk, contact),
        place=lines_texts.place_words(contact),
        notice=notices.words(desk),
        asked=[(line, lines_texts.line_words(speaker, line, desk.today)) for line in asked],
        seen=" ".join(f"{line.attendance_id}{_PAIR}{line.minutes}" for line in asked),
        said=_said(desk, [line for one in folk for line in one.lines]),
        to_sign=[(one.bewijs_id, texts.to_sign(speaker, one)) for one in folk if one.to_sign],
        signed=[texts.waits_for_decision(speaker, one) for one in folk if one.signed],
        thanks=html(contact_thanks.in_short(speaker, thanks.people, thanks.minutes)) if thanks.people else "",
        words={
            "right": html(confirming.is_it_right(speaker)),
            "all": confirming.all_right(speaker),
            "nothing": html(confirming.all_confirmed(speaker) if folk else noting.nobody(speaker)),
            "yes": texts.yes(speaker),
            "otherwise": texts.otherwise(speaker),
            "recently": texts.recently(speaker),
            "put_right": texts.put_right(speaker),
        },
        links=_links(desk),
    )


def _hello(desk: Desk, contact: Contact) -> object:
    return html(menu.greeting(desk.speaker, contact.name))


def _links(desk: Desk) -> list[tuple[str, str]]:
    parts = (ContactButton.NOTE, ContactButton.DOOR, ContactButton.SETTINGS)
    return [(part.value, menu.label(desk.speaker, part)) for part in parts]


def _said(desk: Desk, lines: Iterable[Line]) -> list[tuple[Line, str]]:
    """The newest dates that they said something of and can still put right."""
    own = [one for one in lines if one.is_own and one.may_correct and one.state is not LineState.ASKED]
    own.sort(key=lambda line: (line.day, line.attendance_id), reverse=True)
    return [
        (line, f"{lines_texts.SIGN[line.state]} {lines_texts.line_words(desk.speaker, line, desk.today)}")
        for line in own[:MOST_SAID]
    ]


async def _wait(desk: Desk, contact: Contact) -> Response:
    guides = await guides_of(desk, contact)
    said = joining.waits(desk.speaker, guides[0] if guides else None)
    more = [html(menu.call(desk.speaker, guide)) for guide in guides if guide.number]
    return desk.show(
        "wait",
        title=_hello(desk, contact),
        notice=notices.words(desk),
        sentence=html(said),
        more=more,
        keep=page_settings.keep_this_page(desk.speaker),
        settings_words=menu.label(desk.speaker, ContactButton.SETTINGS),
    )


async def guides_of(desk: Desk, contact: Contact) -> list[Guide]:
    """The begeleiders of a contact's people, by name."""
    found = {}
    for newcomer_id in {tie.newcomer_id for tie in await desk.work.contact_people.ties_of(contact.id)}:
        begeleider = await desk.work.people.begeleider_of(newcomer_id)
        if begeleider is not None:
            found[begeleider.id] = Guide(name=begeleider.name, number=begeleider.number)
    return sorted(found.values(), key=lambda guide: guide.name.casefold())


async def say(desk: Desk) -> Response:
    """One date is right, or all that stood in the list."""
    contact = await desk.contact()
    if one := desk.text("one"):
        attendance_id, minutes = _pair(one)
        _, happened = await desk.services.confirming.say(
            contact, attendance_id, minutes, surface=Surface.PAGE, seen=minutes
        )
        await desk.hear(happened)
        return desk.back(notices.CONFIRMED)
    seen = dict(map(_pair, desk.text("seen").split()))
    count, happened = await desk.services.confirming.say_all(contact, seen, surface=Surface.PAGE)
    await desk.hear(happened)
    return desk.back(notices.CONFIRMED if count == len(seen) else notices.SOME_CHANGED)


def _pair(written: str) -> tuple[AttendanceId, int]:
    attendance_id, separator, minutes = written.partition(_PAIR)
    if not separator:
        raise ButtonOld
    return AttendanceId(whole(attendance_id)), whole(minutes)
