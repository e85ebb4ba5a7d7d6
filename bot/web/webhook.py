"""The webhook: takes updates from Telegram, and answers 200 once they are kept."""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.services.delivery_ports import StoreUnavailable

LARGEST_BODY = 1_000_000
"""Bytes; Telegram's updates carry at most a few thousand characters, never a file."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
PATH = "/telegram"

TakeIn = Callable[[dict[str, Any]], Awaitable[None]]
IsHealthy = Callable[[], Awaitable[bool]]


def create_webhook(*, path: str, secret: str, take_in: TakeIn, is_healthy: IsHealthy) -> Starlette:
    """The small web application Telegram talks to.

    Args:
        path: Where Telegram's updates arrive, such as `/telegram`.
        secret: What Telegram sends along in a header; without it a request is refused.
        take_in: Keeps an update; when it returns, the update cannot be lost.
        is_healthy: Does the database answer?
    """

    async def telegram(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", status_code=403)
        body = await _bounded_body(request)
        if body is None:
            return PlainTextResponse("too large", status_code=413)
        update = _update(body)
        if update is None:
            return PlainTextResponse("not an update", status_code=400)
        try:
            await take_in(update)
        except StoreUnavailable:
            # Telegram keeps it and comes again.
            return PlainTextResponse("later", status_code=503)
        return PlainTextResponse("ok")

    async def health(_request: Request) -> Response:
        healthy = await is_healthy()
        return JSONResponse({"healthy": healthy}, status_code=200 if healthy else 503)

    return Starlette(
        routes=[Route(path, telegram, methods=["POST"]), Route("/health", health, methods=["GET"])]
    )


async def _bounded_body(request: Request) -> bytes | None:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict):
        return None
    update_id = update.get("update_id")
    is_id = isinstance(update_id, int) and not isinstance(update_id, bool) and 0 <= update_id < 2**63
    return update if is_id else None
