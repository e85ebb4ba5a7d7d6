"""The control API for the page and for tests: `/control/...`, JSON, only on this machine."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.demo import world
from bot.demo.actions import NotPossibleError
from bot.demo.attachments import sample_names
from bot.demo.desk import act
from bot.demo.telegram import Telegram
from bot.demo.views import show_chat, show_message

Json = dict[str, Any]
Work = Callable[[Telegram, Request, Json], Awaitable[Any]]

UPLOAD_BYTES = 64 * 1024 * 1024
LONGEST_WAIT = 60.0
HEARTBEAT_SECONDS = 15.0


def routes(telegram: Telegram) -> list[Route]:
    def route(method: str, path: str, work: Work) -> Route:
        async def endpoint(request: Request) -> Response:
            return await _answered(telegram, request, work)

        return Route(f"/control/{path}", endpoint, methods=[method])

    return [
        route("POST", "chats/{user_id:int}/{action}", _act),
        route("GET", "chats/{user_id:int}", _chat),
        route("GET", "chats/{user_id:int}/events", _events),
        route("GET", "events", _events),
        route("GET", "samples", _samples),
        route("POST", "link", _link),
        *(route(method, path, _in_world(work)) for (method, path), work in world.WORKS.items()),
    ]


async def _answered(telegram: Telegram, request: Request, work: Work) -> Response:
    try:
        result = await work(telegram, request, await _body(request))
    except NotPossibleError as refused:
        return JSONResponse({"error": str(refused)}, status_code=409)
    except (KeyError, TypeError, ValueError) as wrong:
        return JSONResponse({"error": f"{type(wrong).__name__}: {wrong}"}, status_code=400)
    return result if isinstance(result, Response) else JSONResponse(result)


def _in_world(work: world.Work) -> Work:
    async def call(telegram: Telegram, request: Request, body: Json) -> Any:
        return await work(telegram, dict(request.query_params) | body)

    return call


async def _act(telegram: Telegram, request: Request, body: Json) -> Json:
    return act(telegram, request.path_params["user_id"], request.path_params["action"], body)


async def _link(telegram: Telegram, _: Request, body: Json) -> Json:
    return act(telegram, int(body["user_id"]), "link", body)


async def _chat(telegram: Telegram, request: Request, _: Json) -> Json:
    """The chat now, or with `after` and `wait`, as soon as something changed."""
    chat = telegram.chats[request.path_params["user_id"]]
    after = int(request.query_params.get("after", 0))
    wait = min(float(request.query_params.get("wait", 0)), LONGEST_WAIT)
    if wait:
        await chat.changed_after(after, wait)
    return show_chat(telegram, chat, after)


async def _samples(telegram: Telegram, _: Request, __: Json) -> Json:
    return {"samples": sample_names(telegram)}


async def _events(telegram: Telegram, request: Request, _: Json) -> Response:
    """Server-sent events of one chat, or of several over one connection (`?chats=1,2,3`)."""
    named = request.path_params.get("user_id", request.query_params.get("chats", ""))
    ids = [int(part) for part in str(named).split(",") if part]
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(_stream(telegram, ids), media_type="text/event-stream", headers=headers)


async def _stream(telegram: Telegram, ids: list[int]) -> AsyncIterator[str]:
    queue: asyncio.Queue[Json] = asyncio.Queue()
    chats = [telegram.chats[number] for number in ids if number in telegram.chats]
    for chat in chats:
        chat.watchers.add(queue)
    telegram.streams.add(queue)
    try:
        yield "retry: 1000\n\n"
        while (event := await _next_event(queue)) != {"kind": "end"}:
            yield _as_text(telegram, event)
    finally:
        telegram.streams.discard(queue)
        for chat in chats:
            chat.watchers.discard(queue)


async def _next_event(queue: "asyncio.Queue[Json]") -> Json:
    try:
        return await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
    except TimeoutError:
        return {}


def _as_text(telegram: Telegram, event: Json) -> str:
    if not event:
        return ": still here\n\n"
    chat, message = event["chat"], event["message"]
    shown: Json = {"kind": event["kind"], "chat_id": chat.id, "version": chat.version}
    if message is not None:
        shown["message"] = show_message(telegram, message)
    elif event["kind"] == "toast":
        shown["toast"] = chat.toasts[-1] if chat.toasts else None
    return f"data: {json.dumps(shown)}\n\n"


async def _body(request: Request) -> Json:
    """JSON, or a form with files, which arrive as bytes under `data` (several: under `files`)."""
    if request.method == "GET":
        return {}
    if request.headers.get("content-type", "").startswith("multipart/"):
        return await _form(request)
    raw = await request.body()
    found = json.loads(raw) if raw else {}
    if not isinstance(found, dict):
        raise ValueError("a JSON object is expected")
    return found


async def _form(request: Request) -> Json:
    files: list[Json] = []
    body: Json = {}
    async with request.form(max_part_size=UPLOAD_BYTES) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                held = {"data": await value.read(), "name": value.filename, "mime": value.content_type}
                files.append(held)
            else:
                body[name] = int(value) if name == "reply_to" else value
    return body | (files[0] if len(files) == 1 else {}) | {"files": files}
