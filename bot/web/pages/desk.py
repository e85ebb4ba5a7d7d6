"""One request: its unit of work, whose page it is, what was filled in, and the way back."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.domain.contact import Contact
from bot.domain.contact_news import Happened
from bot.domain.errors import ButtonOld, NotAllowed
from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN
from bot.services.clock import Clock
from bot.services.delivery_ports import Store, StoreUnavailable, Transaction
from bot.services.services import Services
from bot.services.telling import news_jobs
from bot.texts.contact_links import telegram_link
from bot.texts.speaker import Speaker, speaker_for
from bot.web.pages import refusals
from bot.web.pages.templating import page

LARGEST_FORM = 64_000
"""Bytes; a drawn signature is the longest that a form carries."""
MOST_FIELDS = 300
MakeServices = Callable[[Transaction, dt.datetime], Services]


@dataclass(frozen=True, kw_only=True)
class Site:
    """What all pages share."""

    store: Store
    make_services: MakeServices
    clock: Clock
    bot_username: str
    public_url: str

    @property
    def root(self) -> str:
        """The path below which the pages stand, without a slash at its end."""
        return urlsplit(self.public_url).path.rstrip("/")


@dataclass(kw_only=True)
class Desk:
    """One request within one unit of work."""

    site: Site
    request: Request
    work: Transaction
    services: Services
    speaker: Speaker
    fields: Mapping[str, list[str]] = field(default_factory=dict)
    """What was filled in."""

    @property
    def token(self) -> str:
        """The token in the path."""
        return str(self.request.path_params["token"])

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self.services.dossiers.today

    @property
    def base(self) -> str:
        """The path of this token's page, from which all its links go on."""
        return f"{self.site.root}/{self.token[:1]}/{self.token}"

    @property
    def telegram(self) -> str:
        """The same in Telegram."""
        return telegram_link(self.site.bot_username, self.token)

    async def contact(self) -> Contact:
        """Whose personal page it is; from now on the page is in their language.

        Raises:
            PageGone, ContactStopped: It is nobody's.
        """
        contact = await self.services.contact_care.of_page(self.token)
        self.speaker = speaker_for(contact.language if contact.language in SPOKEN else SOURCE_LANGUAGE)
        return contact

    def number(self, name: str) -> int:
        """A whole number that the path or the form carries.

        Raises:
            ButtonOld: There is none.
        """
        return whole(self.request.path_params.get(name) or self.text(name))

    def text(self, name: str) -> str:
        """What was filled in, without spaces around it; empty when nothing was."""
        return next(iter(self.fields.get(name, ())), "").strip()

    async def hear(self, happened: Iterable[Happened | None]) -> None:
        """Let others hear of it, after the commit."""
        for job in news_jobs([one for one in happened if one is not None], self.services.now):
            await self.work.jobs.add(job)

    def show(self, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page."""
        return page(template, self.speaker, status=status, base=self.base, **values)

    def back(self, notice: str = "", *, to: str = "") -> RedirectResponse:
        """Go on at a page of this token, with a notice by its code."""
        query = f"?n={notice}" if notice else ""
        return RedirectResponse(f"{self.base}{to}{query}", status_code=303)

    def to_own_page(self, contact: Contact, notice: str) -> RedirectResponse:
        """Go on at the personal page."""
        token = self.services.contact_care.page_token(contact)
        return RedirectResponse(f"{self.site.root}/{token[:1]}/{token}?n={notice}", status_code=303)


Handler = Callable[[Desk], Awaitable[Response]]


def endpoint(site: Site, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """One unit of work for each request; a refusal takes back what was done, and becomes a kind page."""

    async def answer(request: Request) -> Response:
        desk = None
        try:
            fields = await _fields(request)
            async with site.store.work() as work:
                services = site.make_services(work, site.clock.now())
                speaker = speaker_for(_language(request, fields))
                desk = Desk(
                    site=site, request=request, work=work, services=services, speaker=speaker, fields=fields
                )
                return await handler(desk)
        except NotAllowed as refusal:
            speaker = desk.speaker if desk else speaker_for(SOURCE_LANGUAGE)
            return refusals.answer(request, speaker, refusal, base=desk.base if desk else None)
        except StoreUnavailable:
            return refusals.later(speaker_for(SOURCE_LANGUAGE))

    return answer


def whole(written: object) -> int:
    """A whole number of a link or form, as no longer than an id can be.

    Raises:
        ButtonOld: It is none.
    """
    text = str(written or "")
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise ButtonOld
    return int(text)


def _language(request: Request, fields: Mapping[str, list[str]]) -> str:
    wanted = request.query_params.get("l") or next(iter(fields.get("l", ())), "")
    return wanted if wanted in SPOKEN else _of_the_browser(request)


def _of_the_browser(request: Request) -> str:
    """The first language the browser asks for that the bot speaks."""
    tags = request.headers.get("accept-language", "").lower().split(",")
    asked = (tag.strip().split("-")[0].split(";")[0] for tag in tags)
    return next((language for language in asked if language in SPOKEN), SOURCE_LANGUAGE)


async def _fields(request: Request) -> Mapping[str, list[str]]:
    if request.method != "POST":
        return {}
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_FORM:
            raise ButtonOld
        parts.append(part)
    try:
        written = b"".join(parts).decode()
        return parse_qs(written, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise ButtonOld from None
