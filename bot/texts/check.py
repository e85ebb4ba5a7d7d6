"""What makes a translation unfit: missing, a placeholder or tag that differs, a button that is too long."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from bot.domain.languages import SOURCE_LANGUAGE

PLACEHOLDER = re.compile(r"\{(\w+)\}")
TAG = re.compile(r"</?[a-z]+[^>]*>")
FIGURE = re.compile(r"\d[\d.,\u00a0\u202f ]*\d{3}|\d{2,}")
KEY_WORDS = re.compile(r"(?P<entry>[\w-]+): \w+\. Dutch key words: (?P<words>.+)")
LONGEST_BUTTON = 48
LONGEST_TEXT = 3500


def problems_in(template: Catalog, catalog: Catalog, language: str) -> Iterator[str]:
    """Name everything that is wrong with one catalogue.

    Args:
        template: Every Dutch sentence.
        catalog: The translations into `language`.
        language: Its code; Dutch needs no translation.
    """
    if language == SOURCE_LANGUAGE:
        return
    yield from _words_gone(template, catalog)
    for message in template:
        if not message.id:
            continue
        found = catalog.get(message.id)
        if found is None or found.fuzzy:
            yield f"not translated: {_first(message)!r}"
        else:
            yield from _problems_of(message, found)


def _problems_of(message: Message, found: Message) -> Iterator[str]:
    source = _first(message)
    forms = [found.string] if isinstance(found.string, str) else list(found.string or ())
    if not forms or not all(forms):
        yield f"not translated: {source!r}"
        return
    for form in forms:
        # A language may leave the count out of a form that stands for exactly one or two.
        wanted = set(PLACEHOLDER.findall(source)) | set(PLACEHOLDER.findall(_last(message)))
        given = set(PLACEHOLDER.findall(form))
        if given - wanted or (wanted - given) - ({"count"} if len(forms) > 1 else set()):
            yield f"placeholders differ: {source!r}"
        if sorted(TAG.findall(form)) != sorted(TAG.findall(source)):
            yield f"tags differ: {source!r}"
        if missing := figures(source) - figures(form):
            yield f"figures {sorted(missing)} are missing: {source!r}"
        if len(form) > LONGEST_TEXT:
            yield f"longer than Telegram takes: {source!r}"
        if _is_button(message) and len(form) > LONGEST_BUTTON:
            yield f"{len(form)} characters on a button: {source!r}"


def _words_gone(template: Catalog, catalog: Catalog) -> Iterator[str]:
    """The Dutch words for the counter that none of an entry's translated texts has."""
    texts: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    for message in template:
        for note in filter(None, map(KEY_WORDS.match, message.auto_comments)):
            found = catalog.get(message.id) if message.id else None
            texts.setdefault(note["entry"], []).append(str(found.string) if found and not found.fuzzy else "")
            words[note["entry"]] = note["words"].split(", ")
    for entry, said in texts.items():
        whole = " ".join(said).casefold()
        if all(said) and (gone := [word for word in words[entry] if word.casefold() not in whole]):
            yield f"key words {gone} are gone: {entry}"


def figures(text: str) -> set[str]:
    """The numbers of two digits and more in a text, without separators."""
    return {re.sub(r"\D", "", found) for found in FIGURE.findall(text)}


def _is_button(message: Message) -> bool:
    notes = message.auto_comments
    return bool(notes) and all(": button." in note or note.startswith("button") for note in notes)


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _last(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]
