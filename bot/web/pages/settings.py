"""A contact's settings: when the list comes, language, address, somebody else, room, leaving."""

import datetime as dt

from starlette.responses import Response

from bot.domain.contact import Contact
from bot.domain.errors import ButtonOld
from bot.domain.languages import SPOKEN
from bot.texts import contact_pages as page_texts
from bot.texts import contact_settings as chat_texts
from bot.texts.contact_links import page_link
from bot.texts.speaker import own_name
from bot.web.pages import notices
from bot.web.pages.desk import Desk
from bot.web.pages.settings_words import settings_words
from bot.web.pages.templating import html

HERE = "/settings"
WEEKDAYS = range(7)


async def show(desk: Desk) -> Response:
    """Everything that can be set; whom nobody checked yet sees less."""
    contact = await desk.contact()
    folk = await desk.services.confirming.folk(contact) if contact.may_confirm else []
    offers = await desk.services.thanking.offers_of(contact) if contact.may_confirm else []
    speaker = desk.speaker
    return desk.show(
        "settings",
        title=settings_words(speaker)["title"],
        notice=notices.words(desk),
        contact=contact,
        days=[(day, speaker.weekday(day)) for day in WEEKDAYS],
        languages=[(code, own_name(code)) for code in SPOKEN],
        people={one.newcomer_id: one.name for one in folk},
        offers=[(one.id, one.details) for one in offers],
        today=desk.today.isoformat(),
        stop=html(chat_texts.stop(speaker, contact).text),
        words=settings_words(speaker),
    )


async def set_day(desk: Desk) -> Response:
    """After each activity, or on a weekday."""
    contact, wanted = await desk.contact(), desk.text("day")
    day = int(wanted) if wanted in map(str, WEEKDAYS) else None
    await desk.services.contact_care.set_day(contact, day)
    return desk.back(notices.SAVED, to=HERE)


async def set_language(desk: Desk) -> Response:
    """Another language."""
    contact, wanted = await desk.contact(), desk.text("language")
    if wanted not in SPOKEN:
        raise ButtonOld
    await desk.services.contact_care.set_language(contact, wanted)
    return desk.back(notices.SAVED, to=HERE)


async def set_email(desk: Desk) -> Response:
    """Where the list goes; nowhere when it is empty."""
    contact = await desk.contact()
    try:
        await desk.services.contact_care.set_email(contact, desk.text("email") or None)
    except ValueError:
        return desk.back(notices.EMAIL, to=HERE)
    return desk.back(notices.SAVED, to=HERE)


async def name_other(desk: Desk) -> Response:
    """Somebody else of the organisation confirms, too: a link to pass on."""
    contact = await desk.contact()
    link, happened = await desk.services.contact_care.name_other(contact, desk.text("name"))
    await desk.hear(happened)
    url = page_link(desk.site.public_url, desk.services.contact_links.token(link))
    said = chat_texts.link_for(desk.speaker, contact, link, url)
    return desk.show(
        "other", sentence=html(said.text), url=url, back=page_texts.to_page(desk.speaker), title="👤"
    )


async def change_offer(desk: Desk) -> Response:
    """Beginners welcome, full until a day."""
    contact, offer_id = await desk.contact(), desk.number("offer")
    until = desk.text("until")
    try:
        day = dt.date.fromisoformat(until) if until else None
        await desk.services.thanking.full_until(contact, offer_id, day)
    except ValueError:
        return desk.back(notices.DAY, to=HERE)
    await desk.services.thanking.beginners_welcome(contact, offer_id, are=bool(desk.text("beginners")))
    return desk.back(notices.SAVED, to=HERE)


async def not_with_us(desk: Desk) -> Response:
    """Somebody is none of theirs."""
    contact = await desk.contact()
    await desk.hear([await desk.services.contact_care.not_with_us(contact, desk.number("person"))])
    return desk.back(notices.GONE, to=HERE)


async def new_link(desk: Desk) -> Response:
    """The link to this page opens nothing any more."""
    contact = await desk.services.contact_care.withdraw_page(await desk.contact())
    return desk.to_own_page(contact, notices.NEW_LINK)


async def stop(desk: Desk) -> Response:
    """They do not confirm any more; the box must be ticked."""
    contact: Contact = await desk.contact()
    if not desk.text("sure"):
        return desk.back(to=HERE)
    await desk.hear(await desk.services.contact_care.stop(contact))
    said = chat_texts.stopped(desk.speaker, is_last=True)
    return desk.show("done", title=page_texts.thanks(desk.speaker), sentence=html(said.text), more="")
