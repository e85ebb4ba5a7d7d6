"""Every page: introducing a contact, their own page and what is done there, doors, is a bewijs genuine."""

import datetime as dt
from collections.abc import Callable, Sequence

from starlette.routing import BaseRoute, Route

from bot.services.clock import Clock
from bot.services.delivery_ports import Store, Transaction
from bot.services.services import Services
from bot.web.pages import attendance, door, genuine, introduction, mine, settings, signing
from bot.web.pages.desk import Handler, Site, endpoint

LOOKS: dict[str, Handler] = {
    "/c/{token}": introduction.show,
    "/k/{token}": mine.show,
    "/k/{token}/date/{date}": attendance.show,
    "/k/{token}/note": attendance.ask_note,
    "/k/{token}/sign/{bewijs}": signing.show,
    "/k/{token}/refuse/{bewijs}": signing.ask_why,
    "/k/{token}/door": door.ask,
    "/k/{token}/door/{door}": door.show,
    "/k/{token}/door/{door}/paper": door.show_paper,
    "/k/{token}/settings": settings.show,
    "/d/{token}": door.point_to_chat,
    "/e/{token}": door.point_to_chat,
    "/v/{token}": genuine.show,
}
"""Opened by anybody who has the link, previews and mail scanners too: nothing changes."""
DOES: dict[str, Handler] = {
    "/c/{token}/join": introduction.join,
    "/c/{token}/no": introduction.not_with_us,
    "/c/{token}/new": introduction.new_link,
    "/k/{token}/say": mine.say,
    "/k/{token}/date/{date}": attendance.say,
    "/k/{token}/note": attendance.note,
    "/k/{token}/sign/{bewijs}": signing.sign,
    "/k/{token}/refuse/{bewijs}": signing.refuse,
    "/k/{token}/door": door.open_door,
    "/k/{token}/settings/day": settings.set_day,
    "/k/{token}/settings/language": settings.set_language,
    "/k/{token}/settings/email": settings.set_email,
    "/k/{token}/settings/other": settings.name_other,
    "/k/{token}/settings/offer": settings.change_offer,
    "/k/{token}/settings/gone": settings.not_with_us,
    "/k/{token}/settings/link": settings.new_link,
    "/k/{token}/settings/stop": settings.stop,
}
"""Pressed buttons."""


def create_pages(
    store: Store,
    make_services: Callable[[Transaction, dt.datetime], Services],
    clock: Clock,
    *,
    bot_username: str,
    public_url: str,
) -> Sequence[BaseRoute]:
    """The routes of all pages.

    Args:
        store: Opens units of work.
        make_services: The use cases of a unit of work.
        clock: Tells the time.
        bot_username: The bot's name at Telegram, without @.
        public_url: The public address of the pages.
    """
    site = Site(
        store=store,
        make_services=make_services,
        clock=clock,
        bot_username=bot_username,
        public_url=public_url,
    )
    looks = [Route(path, endpoint(site, look), methods=["GET"]) for path, look in LOOKS.items()]
    does = [Route(path, endpoint(site, do), methods=["POST"]) for path, do in DOES.items()]
    return [*looks, *does]
