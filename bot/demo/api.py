"""The HTTP side of the Bot API: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

Written straight on ASGI, because a bench sends its whole load through here.
"""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qsl, unquote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.demo.calls import Call, Json, Upload
from bot.demo.errors import ApiError, too_many_requests
from bot.demo.faults import Fault
from bot.demo.methods import perform
from bot.demo.telegram import Telegram

UPLOAD_BYTES = 50 * 1024 * 1024
_JSON = b"application/json"
_BAD_GATEWAY = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>Bad Gateway</body>\r\n</html>\r\n"
)


class BotApi:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def method(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry out one call, or fail the way a test asked for."""
        token, _, name = scope["path"].removeprefix("/bot").partition("/")
        if token != self._telegram.token:
            await _refuse(send, ApiError(401, "Unauthorized"))
            return
        try:
            call = Call(name, *await _read(scope, receive))
        except ValueError as unreadable:
            await _refuse(send, ApiError(400, f"Bad Request: {unreadable}"))
            return
        waiting = self._telegram.faults.waiting
        fault = self._telegram.faults.take(name.lower(), call.text("chat_id")) if waiting else None
        self._telegram.calls.note(self._telegram.clock.timestamp(), call, fault.kind if fault else None)
        if fault is None:
            await self._answer(call, send)
        else:
            await self._fail(fault, call, receive, send)

    async def download(self, scope: Scope, _: Receive, send: Send) -> None:
        token, _slash, path = scope["path"].removeprefix("/file/bot").partition("/")
        file = self._telegram.files.at(unquote(path)) if token == self._telegram.token else None
        if file is None:
            await _refuse(send, ApiError(404, "Not Found"))
            return
        data = file.data if len(file.data) == file.size else file.data.ljust(file.size, b"\0")
        await _reply(send, 200, data, file.mime.encode())

    async def _answer(self, call: Call, send: Send) -> None:
        try:
            body = await perform(self._telegram, call)
        except ApiError as refused:
            await _refuse(send, refused)
        else:
            await _reply(send, 200, body)

    async def _fail(self, fault: Fault, call: Call, receive: Receive, send: Send) -> None:
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
            await self._answer(call, send)
        elif fault.kind == "drop_before":
            await _hang_up(receive, send)
        elif fault.kind == "drop_after":
            await self._answer(call, _into_the_void)
            await _hang_up(receive, send)
        elif fault.kind == "bad_gateway":
            await _reply(send, 502, _BAD_GATEWAY, b"text/html")
        elif fault.kind == "flood":
            await _refuse(send, too_many_requests(fault.retry_after))
        else:
            await _refuse(send, ApiError(500, "Internal Server Error"))


async def _read(scope: Scope, receive: Receive) -> tuple[Json, dict[str, Upload]]:
    """Parameters and files of a request, from its query and its body."""
    params: Json = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind.startswith(b"multipart/"):
        return await _read_multipart(scope, receive, params)
    body = await _whole_body(receive)
    if kind.startswith(_JSON):
        params.update(json.loads(body or b"{}"))
    elif body:
        params.update(parse_qsl(body.decode(), keep_blank_values=True))
    return params, {}


async def _read_multipart(scope: Scope, receive: Receive, params: Json) -> tuple[Json, dict[str, Upload]]:
    files = {}
    async with Request(scope, receive).form(max_part_size=UPLOAD_BYTES) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                files[name] = Upload(value.filename or name, value.content_type or "", data)
            else:
                params[name] = value
    return params, files


async def _whole_body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            # Whoever sent it died in the middle: Telegram takes a request whole or not at all.
            raise ValueError("the request was cut off")
        body += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return body


async def _reply(send: Send, status: int, body: bytes, kind: bytes = _JSON) -> None:
    headers = [(b"content-type", kind or b"application/octet-stream"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _refuse(send: Send, error: ApiError) -> None:
    await _reply(send, error.code, json.dumps(error.body()).encode())


async def _into_the_void(_: Any) -> None:
    return


async def _hang_up(receive: Receive, send: Send) -> None:
    """Cut the connection without a word; ASGI has no message for that, so uvicorn's own is reached for."""
    send.__self__.transport.abort()  # type: ignore[attr-defined]
    while (await receive())["type"] != "http.disconnect":
        pass
