"""What each page tells the browser: keep nothing, load nothing, tell nobody where you came from."""

import base64
import hashlib
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def security_headers(*, styles: Iterable[str], scripts: Iterable[str]) -> dict[str, str]:
    """The headers of every page.

    Args:
        styles: The style sheets that pages carry, as they stand there.
        scripts: The scripts, too.
    """
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_sources(styles)}",
            f"script-src {_sources(scripts)}",
            "img-src data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )
    return {
        "content-security-policy": policy,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex, nofollow",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }


def _sources(texts: Iterable[str]) -> str:
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    return " ".join(f"'sha256-{one}'" for one in hashes) or "'none'"


class Guarding:
    """Adds headers to every answer."""

    def __init__(self, app: ASGIApp, *, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, add if scope["type"] == "http" else send)
