"""The stand-in as one web application: the Bot API, the control API and the page."""

from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.demo import control
from bot.demo.api import BotApi
from bot.demo.telegram import Telegram

STATIC = Path(__file__).parent / "static"
LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")


class StandinApp(Starlette):
    """Calls of the Bot API go straight to it, past the routing of pages: they are the load of a bench."""

    def __init__(self, telegram: Telegram) -> None:
        pages = [
            Route("/", _page),
            *control.routes(telegram),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ]
        super().__init__(routes=pages)
        self._bot_api = BotApi(telegram)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", ""))
        if path.startswith("/bot"):
            await self._bot_api.method(scope, receive, send)
        elif path.startswith("/file/bot"):
            await self._bot_api.download(scope, receive, send)
        elif path.startswith("/control") and not _is_local(scope):
            await PlainTextResponse("only on this machine", 403)(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(telegram: Telegram) -> Starlette:
    return StandinApp(telegram)


async def _page(_: Request) -> Response:
    return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-store"})


def _is_local(scope: Scope) -> bool:
    """From this machine, by a name of this machine, and not sent by another website's page."""
    headers = dict(scope.get("headers", []))
    client = (scope.get("client") or ("",))[0]
    names = [headers.get(b"host", b"").decode(), urlsplit(headers.get(b"origin", b"").decode()).netloc]
    hosts = [urlsplit(f"//{name}").hostname for name in names if name]
    return (client.startswith("127.") or client == "::1") and all(host in LOCAL_NAMES for host in hosts)
