"""A small HTTP client: keeps connections open, knows lengths and chunks; for webhooks and remote phones."""

import asyncio
import contextlib
from urllib.parse import urlsplit

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Wire:
    """Requests to one host; as many connections side by side as requests are open."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._secure = parts.scheme == "https"
        self._host = parts.hostname or "127.0.0.1"
        self._port = parts.port or (443 if self._secure else 80)
        self._idle: list[Connection] = []

    async def request(
        self, method: str, path: str, headers: dict[str, str], body: bytes, seconds: float = 60
    ) -> tuple[int, str, bytes]:
        """Status, reason and body of the answer. Raises OSError or TimeoutError when there is none."""
        async with asyncio.timeout(seconds):
            while self._idle:
                connection = self._idle.pop()
                # A kept connection may have been closed meanwhile; only then is a second try harmless.
                with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                    return await self._exchange(connection, method, path, headers, body)
            connection = await asyncio.open_connection(self._host, self._port, ssl=self._secure or None)
            try:
                return await self._exchange(connection, method, path, headers, body)
            except asyncio.IncompleteReadError as broken:
                raise ConnectionResetError("Connection reset by peer") from broken

    def close(self) -> None:
        while self._idle:
            self._idle.pop()[1].close()

    async def _exchange(
        self, connection: Connection, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, str, bytes]:
        reader, writer = connection
        try:
            writer.write(self._head(method, path, headers, len(body)) + body)
            await writer.drain()
            status, reason, fields = await _read_head(reader)
            answer = await _read_body(reader, fields)
        except BaseException:
            writer.close()
            raise
        if fields.get("connection", "").lower() == "close":
            writer.close()
        else:
            self._idle.append(connection)
        return status, reason, answer

    def _head(self, method: str, path: str, headers: dict[str, str], size: int) -> bytes:
        fields = {"Host": f"{self._host}:{self._port}", "Content-Length": str(size), **headers}
        lines = [f"{method} {path or '/'} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, str, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    _, status, *reason = lines[0].split(" ", 2)
    pairs = (line.partition(":") for line in lines[1:] if line)
    return int(status), " ".join(reason), {name.lower(): value.strip() for name, _, value in pairs}


async def _read_body(reader: asyncio.StreamReader, fields: dict[str, str]) -> bytes:
    if fields.get("transfer-encoding", "").lower() != "chunked":
        return await reader.readexactly(int(fields.get("content-length", 0)))
    parts = []
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return b"".join(parts)
