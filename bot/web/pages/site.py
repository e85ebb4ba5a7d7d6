"""The bot's own pages as one site: routes, what every answer tells the browser, and the pace of guessers."""

import datetime as dt
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from bot.services.clock import Clock
from bot.services.delivery_ports import Store, Transaction
from bot.services.services import Services
from bot.web.pages.app import create_pages
from bot.web.pages.headers import Guarding, security_headers
from bot.web.pages.limiter import SLOW_SECONDS, Limiter, Slowing
from bot.web.pages.templating import SCRIPTS, STYLES

MakeServices = Callable[[Transaction, dt.datetime], Services]


def create_site(
    store: Store,
    make_services: MakeServices,
    clock: Clock,
    *,
    bot_username: str,
    public_url: str,
    proxies: int = 0,
    beside: Starlette | None = None,
    limiter: Limiter | None = None,
    slow_seconds: float = SLOW_SECONDS,
) -> Starlette:
    """Everything that is served.

    Args:
        store: Opens units of work.
        make_services: The use cases of a unit of work.
        clock: Tells the time.
        bot_username: The bot's name at Telegram, without @.
        public_url: The public address of these pages.
        proxies: How many trusted proxies stand before them.
        beside: The webhook, when it is served at the same port.
        limiter: Counts wrong links; one of its own when None.
        slow_seconds: How long a guess takes.
    """
    routes = create_pages(store, make_services, clock, bot_username=bot_username, public_url=public_url)
    slowed = Slowing(Starlette(routes=routes), limiter=limiter, proxies=proxies, slow_seconds=slow_seconds)
    pages = Guarding(slowed, headers=security_headers(styles=STYLES, scripts=SCRIPTS))
    others: list[BaseRoute] = list(beside.routes) if beside else []
    return Starlette(routes=[*others, Mount("/", app=pages)])
