"""Telegram's HTML parse mode: from tags to text and entities, with the same complaints."""

import html as html_words
import re
from dataclasses import dataclass, field
from typing import Any

from bot.demo.entities import length
from bot.demo.errors import ApiError, bad_request

Json = dict[str, Any]

_PLAIN = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_SPECIAL = re.compile("[<&]")
_NAMED = re.compile(r"&(lt|gt|amp|quot|#\d+|#[xX][0-9a-fA-F]+);?")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    html: str
    at: int = 0
    size: int = 0
    parts: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while match := _SPECIAL.search(self.html, self.at):
            self.add(self.html[self.at : match.start()])
            self.at = match.start()
            self.reference() if match.group() == "&" else self.tag()
        self.add(self.html[self.at :])
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.parts), _without_code_in_pre(self.entities)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.size += length(text)

    def reference(self) -> None:
        match = _NAMED.match(self.html, self.at)
        self.add(html_words.unescape(f"&{match.group(1)};") if match else "&")
        self.at = match.end() if match else self.at + 1

    def tag(self) -> None:
        self.end_tag() if self.html.startswith("</", self.at) else self.start_tag()

    def start_tag(self) -> None:
        begin = self.at
        end = self._tag_name_end(begin + 1)
        name = self.html[begin + 1 : end].lower()
        if end == len(self.html):
            raise self._complaint("Unclosed start tag at byte offset {}", begin)
        if name not in _PLAIN:
            raise self._complaint(f'Unsupported start tag "{name}" at byte offset {{}}', begin)
        self.at = end
        self.open.append(_Open(name, self.size, self._attributes(name, begin)))

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._complaint("Unexpected end tag at byte offset {}", begin)
        end = self.html.find(">", begin)
        if end < 0:
            raise self._complaint("Unclosed end tag at byte offset {}", begin)
        self.at = end + 1
        self._close(self.open.pop(), self.html[begin + 2 : end].strip().lower(), begin)

    def _close(self, tag: _Open, found: str, begin: int) -> None:
        if found and found != tag.name:
            words = f'Unmatched end tag at byte offset {{}}, expected "</{tag.name}>", found "</{found}>"'
            raise self._complaint(words, begin)
        if entity := _entity(tag, self.size - tag.offset, self.parts):
            self.entities.append(entity)

    def _tag_name_end(self, start: int) -> int:
        match = _TAG_NAME.match(self.html, start)
        return match.end() if match else start

    def _attributes(self, name: str, begin: int) -> dict[str, str]:
        end = self.html.find(">", self.at)
        if end < 0:
            raise self._complaint(f'Unclosed start tag "{name}" at byte offset {{}}', begin)
        found = {m.group(1).lower(): m.group(2) or "" for m in _ATTRIBUTE.finditer(self.html[self.at : end])}
        self.at = end + 1
        attributes = {key: html_words.unescape(value.strip("\"'")) for key, value in found.items()}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._complaint('Tag "span" must have class "tg-spoiler" at byte offset {}', begin)
        return attributes

    def _complaint(self, words: str, begin: int) -> ApiError:
        return _unparsable(words.format(len(self.html[:begin].encode())))


def parse_html(html: str) -> tuple[str, list[Json]]:
    """Text and entities of an HTML message; offsets in UTF-16 code units."""
    return _Reader(html).read()


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def _entity(tag: _Open, size: int, parts: list[str]) -> Json | None:
    entity: Json = {"type": _PLAIN[tag.name], "offset": tag.offset, "length": size}
    if tag.name == "a":
        address = tag.attributes.get("href") or _last_characters(parts, size)
        if "." not in address and ":" not in address:
            return None
        entity["url"] = address
    elif tag.name == "blockquote" and "expandable" in tag.attributes:
        entity["type"] = "expandable_blockquote"
    elif tag.name == "code" and tag.attributes.get("class", "").startswith("language-"):
        entity["language"] = tag.attributes["class"].removeprefix("language-")
    elif tag.name == "tg-emoji":
        entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
    return entity if size else None


def _last_characters(parts: list[str], size: int) -> str:
    return "".join(parts).encode("utf-16-le")[-2 * size :].decode("utf-16-le") if size else ""


def _without_code_in_pre(entities: list[Json]) -> list[Json]:
    """`<pre><code class="language-x">` is one entity; a language on other code means nothing."""
    blocks = {(e["offset"], e["length"]): e for e in entities if e["type"] == "pre"}
    kept = []
    for entity in entities:
        language = entity.pop("language", None) if entity["type"] == "code" else None
        block = blocks.get((entity["offset"], entity["length"])) if entity["type"] == "code" else None
        if block is None:
            kept.append(entity)
        elif language:
            block["language"] = language
    return kept
