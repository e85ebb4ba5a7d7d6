"""`run`: the bot at work, by long polling or behind a webhook, with its own pages beside it."""

import hashlib
import hmac
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette

from bot.app import App, open_app, use_polling, use_webhook
from bot.delivery.handling import received
from bot.settings import Settings, SettingsError
from bot.web.pages.site import create_site
from bot.web.server import served
from bot.web.webhook import PATH, create_webhook

GAP_SECONDS = 0.2
"""How long a webhook's update waits for an earlier one that seems to be under way beside it."""


async def run(settings: Settings, *, webhook: bool) -> None:
    """Run the bot until it is stopped."""
    async with open_app(settings) as app:
        if webhook:
            await _behind_webhook(app)
            return
        await use_polling(app.bot)
        if not settings.public_url:
            await app.run()
            return
        async with served(site_of(app), host=settings.webhook_host, port=settings.webhook_port):
            await app.run()


def site_of(app: App, *, webhook: Starlette | None = None) -> Starlette:
    """The bot's own pages, where they have an address, and the webhook beside them."""
    settings = app.settings
    if not settings.public_url:
        return webhook or Starlette()
    return create_site(
        app.database,
        app.make_services,
        app.clock,
        bot_username=app.bot.username,
        public_url=settings.public_url,
        proxies=settings.web_proxies,
        beside=webhook,
    )


async def _behind_webhook(app: App) -> None:
    settings = app.settings
    if not settings.webhook_url:
        raise SettingsError("BOT_WEBHOOK_URL is not set: the public address Telegram sends updates to")
    secret = webhook_secret(settings)
    path = urlsplit(settings.webhook_url).path.rstrip("/") or PATH
    url = settings.webhook_url.rstrip("/").removesuffix(path) + path

    async def take_in(update: dict[str, Any]) -> None:
        await app.delivery.desk.take_in([received(update)], hold_for_gaps=GAP_SECONDS)

    application = create_webhook(path=path, secret=secret, take_in=take_in, is_healthy=app.database.is_there)
    site = site_of(app, webhook=application)
    async with served(site, host=settings.webhook_host, port=settings.webhook_port):
        await use_webhook(app.bot, url, secret)
        await app.run(polls=False)


def webhook_secret(settings: Settings) -> str:
    """What Telegram sends along: the secret that is set, or one that all processes of a bot derive alike."""
    if settings.webhook_secret is not None:
        return settings.webhook_secret.get_secret_value()
    return hmac.new(settings.need_token().encode(), b"webhook", hashlib.sha256).hexdigest()
