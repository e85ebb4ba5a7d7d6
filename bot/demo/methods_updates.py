"""Bot API methods by which a bot asks for updates, or has them brought."""

from typing import Any
from urllib.parse import urlsplit

from bot.demo.calls import Call
from bot.demo.errors import bad_request, conflict
from bot.demo.telegram import Telegram

Json = dict[str, Any]

LONGEST_POLL = 50.0


class Encoded(bytes):
    """A result that is JSON already."""


async def get_updates(telegram: Telegram, call: Call) -> Encoded:
    if telegram.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    updates = telegram.updates
    updates.allow(call.structure("allowed_updates"))
    updates.acknowledge(call.integer("offset") or 0)
    limit = min(max(call.integer("limit") or 100, 1), 100)
    bodies = await updates.poll(limit, min(float(call.text("timeout", "0")), LONGEST_POLL))
    return Encoded(b"[" + b",".join(bodies) + b"]")


def set_webhook(telegram: Telegram, call: Call) -> bool:
    url = call.text("url")
    if not url:
        return delete_webhook(telegram, call)
    if urlsplit(url).scheme not in ("http", "https"):
        raise bad_request("bad webhook: invalid webhook URL specified")
    _drop_pending(telegram, call)
    telegram.updates.allow(call.structure("allowed_updates"))
    telegram.updates.end_poll(conflict("terminated by setWebhook request"))
    connections = min(max(call.integer("max_connections") or 40, 1), 100)
    telegram.webhook.open(url, call.text("secret_token"), connections)
    return True


def delete_webhook(telegram: Telegram, call: Call) -> bool:
    _drop_pending(telegram, call)
    telegram.webhook.close()
    return True


def get_webhook_info(telegram: Telegram, _: Call) -> Json:
    return telegram.webhook.info()


def _drop_pending(telegram: Telegram, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        telegram.updates.clear()
