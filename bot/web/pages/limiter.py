"""Slows down whoever guesses at links: only wrong ones count, so that nobody else notices."""

import asyncio
import logging
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

MOST_BAD = 20
WITHIN_SECONDS = 600.0
SLOW_SECONDS = 1.0
MOST_CLIENTS = 10_000
"""Whoever was seen longest ago is forgotten first, so that memory stays small."""
BAD_TOKEN = "bad_token"  # noqa: S105 - the name of a mark
"""What a page sets on `request.state` when the link in its path was never made."""


@dataclass
class Limiter:
    """Counts wrong links by client address, in this process."""

    now: Callable[[], float] = time.monotonic
    _bad: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)

    def is_guessing(self, client: str) -> bool:
        """Did this client open too many wrong links within the last ten minutes?"""
        times = self._bad.get(client)
        while times and times[0] <= self.now() - WITHIN_SECONDS:
            times.popleft()
        return times is not None and len(times) >= MOST_BAD

    def note_bad(self, client: str) -> None:
        """This client opened a wrong link."""
        times = self._bad.setdefault(client, deque(maxlen=MOST_BAD))
        self._bad.move_to_end(client)
        times.append(self.now())
        if len(times) == MOST_BAD:
            logger.warning("somebody guesses at links: %d wrong ones in ten minutes", MOST_BAD)
        while len(self._bad) > MOST_CLIENTS:
            self._bad.popitem(last=False)


class Slowing:
    """Lets whoever guesses wait, and then says no without looking at the link."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        limiter: Limiter | None = None,
        proxies: int = 0,
        slow_seconds: float = SLOW_SECONDS,
    ) -> None:
        """Wrap the pages.

        Args:
            app: The pages.
            limiter: Counts; one of its own when None.
            proxies: How many trusted proxies stand before the bot; each adds an address to X-Forwarded-For.
            slow_seconds: How long a guess takes.
        """
        self._app = app
        self._limiter = limiter or Limiter()
        self._proxies = proxies
        self._slow_seconds = slow_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client = client_of(Request(scope), self._proxies)
        if self._limiter.is_guessing(client):
            await asyncio.sleep(self._slow_seconds)
            await PlainTextResponse("429", status_code=429)(scope, receive, send)
            return

        async def count(message: Message) -> None:
            if message["type"] == "http.response.start" and scope.get("state", {}).get(BAD_TOKEN):
                self._limiter.note_bad(client)
            await send(message)

        scope.setdefault("state", {})
        await self._app(scope, receive, count)


def client_of(request: Request, proxies: int) -> str:
    """Whose request it is: the address that the outermost trusted proxy saw.

    Args:
        request: As it came in.
        proxies: How many trusted proxies stand before the bot.
    """
    if proxies:
        seen = [
            part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()
        ]
        if len(seen) >= proxies:
            return seen[-proxies]
    return request.client.host if request.client else ""
