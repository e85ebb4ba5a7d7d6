"""From the parameters of a call to the content of a message: text, caption, files, markup, reply."""

from collections.abc import Callable
from typing import Any

from bot.demo import entities as marks
from bot.demo.calls import Call, Upload
from bot.demo.chats import Chat
from bot.demo.errors import bad_request
from bot.demo.files import StoredFile
from bot.demo.markup import parse_html
from bot.demo.telegram import Telegram

Json = dict[str, Any]

TEXT_UNITS = 4096
CAPTION_UNITS = 1024


def read_text(call: Call) -> Json:
    """The text of sendMessage or editMessageText with its entities."""
    raw = call.text("text")
    if not raw:
        raise bad_request("message text is empty")
    text, entities = read_marked(call, raw, "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if marks.length(text) > TEXT_UNITS:
        raise bad_request("message is too long")
    content: Json = {"text": text} | ({"entities": entities} if entities else {})
    if preview := call.structure("link_preview_options"):
        content["link_preview_options"] = preview
    return content


def read_caption(call: Call) -> Json:
    text, entities = read_marked(call, call.text("caption"), "caption_entities")
    if marks.length(text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    return content | ({"caption_entities": entities} if entities else {})


def read_marked(call: Call, raw: str, given: str) -> tuple[str, list[Json]]:
    """Text and entities: by parse mode, or as given; plain when neither."""
    mode = call.text("parse_mode").lower()
    if mode not in ("", "html", "markdown", "markdownv2"):
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        text, entities = parse_html(raw)
    else:
        text, entities = raw, list(call.structure(given) or [])
    text, entities = marks.tidy(text, entities)
    return text, marks.with_found(text, entities)


def read_file(telegram: Telegram, call: Call, kind: str, reference: str | None = None) -> StoredFile:
    """The file of a call: uploaded with it, or known already by its id."""
    named = call.text(kind) if reference is None else reference
    upload = call.files.get(named.removeprefix("attach://")) if named else call.files.get(kind)
    if upload is not None:
        return _keep(telegram, kind, upload)
    stored = telegram.files.find(named)
    if stored is None:
        raise bad_request(
            "failed to get HTTP URL content"
            if named.startswith("http")
            else "wrong file identifier/HTTP URL specified"
        )
    return stored


def file_content(kind: str, file: StoredFile) -> Json:
    """How a message shows a file of this kind."""
    shaper = _SHAPES.get(kind, _document)
    return {kind: shaper(file)}


def read_reply(chat: Chat, call: Call) -> Json:
    """What a message replies to; refuses when that message is gone, unless told not to mind."""
    asked = call.structure("reply_parameters") or {}
    message_id = asked.get("message_id") or call.integer("reply_to_message_id")
    if not message_id:
        return {}
    target = chat.find(int(message_id))
    if target is None:
        if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    original = {key: value for key, value in target.body.items() if key != "reply_to_message"}
    return {"reply_to_message": original} | _quote(asked.get("quote"), original)


def _quote(quote: str | None, original: Json) -> Json:
    if not quote:
        return {}
    whole = original.get("text") or original.get("caption") or ""
    if quote not in whole:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = marks.length(whole[: whole.index(quote)])
    return {"quote": {"text": quote, "position": position, "is_manual": True}}


def _keep(telegram: Telegram, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    file = telegram.files.add(kind, upload.data, upload.name, upload.mime)
    if kind == "photo" and file.shape == (0, 0):
        raise bad_request("IMAGE_PROCESS_FAILED")
    for hear in telegram.on_upload:
        hear(file)
    return file


def _photo(file: StoredFile) -> list[Json]:
    """Smaller sizes first; each is the same file, as this stand-in cannot draw."""
    width, height = file.shape if file.shape != (0, 0) else (1280, 960)
    longest = max(width, height)
    edges = [edge for edge in (90, 320, 800) if edge < longest] + [min(longest, 1280)]
    return [_size(file, width, height, edge / longest) for edge in edges]


def _size(file: StoredFile, width: int, height: int, scale: float) -> Json:
    return file.reference() | {"width": max(round(width * scale), 1), "height": max(round(height * scale), 1)}


def _document(file: StoredFile) -> Json:
    return file.reference() | {"file_name": file.name, "mime_type": file.mime}


def _voice(file: StoredFile) -> Json:
    return file.reference() | {"duration": 3, "mime_type": file.mime}


def _sticker(file: StoredFile) -> Json:
    look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return file.reference() | look | {"emoji": "👋"}


def _video_note(file: StoredFile) -> Json:
    return file.reference() | {"length": 240, "duration": 3}


def _video(file: StoredFile) -> Json:
    return _document(file) | {"width": 640, "height": 360, "duration": 3}


def _audio(file: StoredFile) -> Json:
    return _document(file) | {"duration": 3}


_SHAPES: dict[str, Callable[[StoredFile], Any]] = {
    "photo": _photo,
    "document": _document,
    "voice": _voice,
    "sticker": _sticker,
    "video_note": _video_note,
    "video": _video,
    "audio": _audio,
}
