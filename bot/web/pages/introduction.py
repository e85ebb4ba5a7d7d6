"""The page that introduces a contact: who asks what; joining, "not with us", a new link."""

import secrets

from starlette.responses import Response

from bot.domain.contact_words import Surface
from bot.domain.errors import InviteExpired, InviteNotValid
from bot.domain.languages import SPOKEN
from bot.services.contact_links import Opened
from bot.texts import contact_joining as joining
from bot.texts import contact_pages as texts
from bot.texts.contact_menu import Guide
from bot.texts.speaker import own_name
from bot.web.pages.desk import Desk
from bot.web.pages.templating import html

FORM_KEY_BYTES = 16


async def show(desk: Desk) -> Response:
    """Who asks what, what is kept, and the button that joins; an old link offers a new one."""
    links = desk.services.contact_links
    try:
        opened = await links.open(desk.token, account=None)
    except InviteExpired:
        return _no_more(desk, await links.peek(desk.token), status=410)
    if opened.link.is_used:
        return _no_more(desk, opened, status=410)
    return _introduce(desk, opened)


def _introduce(desk: Desk, opened: Opened) -> Response:
    speaker, newcomer = desk.speaker, opened.newcomer.name if opened.newcomer else None
    hello, *asks = joining.who_asks(speaker, newcomer, opened.organisation)
    lines = [
        *asks,
        *joining.guided(speaker, newcomer, _guide(opened)),
        joining.effort(speaker),
        joining.kept(speaker),
    ]
    return desk.show(
        "introduction",
        title=html(hello),
        lines=[html(line) for line in lines],
        name=opened.link.name or "",
        form_key=secrets.token_urlsafe(FORM_KEY_BYTES),
        yes=joining.takes_part(speaker),
        no=joining.not_ours(speaker),
        name_words=texts.your_name(speaker),
        telegram=desk.telegram,
        telegram_words=texts.rather_telegram(speaker),
        languages=[(code, own_name(code)) for code in SPOKEN if code != speaker.language],
        languages_words=texts.other_languages(speaker),
    )


def _no_more(desk: Desk, opened: Opened, *, status: int) -> Response:
    """Its time has passed, or somebody joined with it."""
    say = joining.used if opened.link.is_used else joining.expired
    return desk.show(
        "no_more",
        status=status,
        title=texts.not_so(desk.speaker),
        sentence=html(say(desk.speaker, _guide(opened), desk.token).text),
        new=joining.send_new(desk.speaker),
    )


def _guide(opened: Opened) -> Guide | None:
    guide = opened.begeleider
    return Guide(name=guide.name, number=guide.number) if guide is not None else None


async def join(desk: Desk) -> Response:
    """Become a contact, and go on to the personal page."""
    try:
        contact, happened = await desk.services.contact_links.join(
            desk.token,
            account=None,
            name=desk.text("name"),
            language=desk.speaker.language,
            surface=Surface.PAGE,
            form_key=desk.text("form_key") or None,
        )
    except InviteExpired:
        return desk.back()
    except InviteNotValid:
        # Altered links end in their own page; a used one says so there.
        await desk.services.contact_links.peek(desk.token)
        return desk.back()
    await desk.hear(happened)
    return desk.to_own_page(contact, "joined")


async def not_with_us(desk: Desk) -> Response:
    """Nobody of theirs."""
    await desk.hear([await desk.services.contact_links.not_with_us(desk.token)])
    said = joining.not_with_us(desk.speaker, desk.token)
    return desk.show("done", title=texts.thanks(desk.speaker), sentence=html(said.text), more="")


async def new_link(desk: Desk) -> Response:
    """The begeleider hears that somebody wants a new link."""
    links = desk.services.contact_links
    await desk.hear([await links.new_one(desk.token)])
    guide = _guide(await links.peek(desk.token))
    said = joining.new_link_asked(desk.speaker, guide)
    return desk.show("done", title=texts.thanks(desk.speaker), sentence=html(said.text), more="")
