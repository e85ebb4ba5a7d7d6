"""Runs the stand-in: within a process (`Standin`), or as one (`python -m bot.demo.server --port N`)."""

import argparse
import asyncio
import contextlib
import gc
import signal
import socket
from collections.abc import Iterator
from types import TracebackType

import uvicorn

from bot.demo.app import create_app
from bot.demo.telegram import Telegram

# Longer than any client keeps a connection: else one is closed at the moment it is used again.
KEEP_ALIVE_SECONDS = 120
SHUTDOWN_SECONDS = 1


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.stopping = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close at once, without uvicorn's pauses: tests start and stop hundreds of these."""
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=SHUTDOWN_SECONDS)
        for connection in list(self.server_state.connections):
            connection.transport.abort()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the process around us."""
        yield


class Standin:
    """The local stand-in on a port of its own; `async with Standin() as standin: ...`."""

    def __init__(self, telegram: Telegram | None = None, port: int = 0, host: str = "127.0.0.1") -> None:
        self.telegram = telegram or Telegram()
        self.host = host
        self.port = port
        self._server: _Server | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def api_url(self) -> str:
        return f"{self.page_url}bot"

    @property
    def file_url(self) -> str:
        return f"{self.page_url}file/bot"

    @property
    def page_url(self) -> str:
        return f"http://{self.host}:{self.port}/"

    @property
    def token(self) -> str:
        return self.telegram.token

    async def start(self) -> None:
        listener = _listen(self.host, self.port)
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            create_app(self.telegram),
            http="httptools",
            ws="none",
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
        self._server = _Server(config)
        self._task = asyncio.create_task(self._server.serve(sockets=[listener]))
        await self._server.ready.wait()

    async def stop(self) -> None:
        """Let open polls and event streams end, then close."""
        if self._server is None or self._task is None:
            return
        self.telegram.close()
        self._server.stopping.set()
        await self._task
        self._server = self._task = None

    async def __aenter__(self) -> "Standin":
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def _listen(host: str, port: int) -> socket.socket:
    # asyncio sends small answers at once only on a socket that says TCP; else each waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(2048)
    return listener


async def _serve(port: int, limits: bool) -> None:
    standin = Standin(Telegram(limits=limits), port)
    await standin.start()
    print(f"stand-in for Telegram ready: {standin.page_url} token {standin.token}", flush=True)
    asked_to_stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asked_to_stop.set)
    await asked_to_stop.wait()
    await standin.stop()


def main() -> None:
    import uvloop

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429")
    arguments = parser.parse_args()
    # What exists at the start lives as long as the process; the collector need not look at it.
    gc.freeze()
    uvloop.run(_serve(arguments.port, not arguments.no_limits))


if __name__ == "__main__":
    main()
