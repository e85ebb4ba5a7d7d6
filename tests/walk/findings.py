"""What is wrong with what a person sees: Dutch left over, an open placeholder, too long, turned round."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN, is_right_to_left
from bot.texts.fit import units
from bot.texts.rows import MOST_SIDE_BY_SIDE
from bot.texts.speaker import own_name, speaker_for
from bot.texts.workflow import template

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_TOAST = 200
LONGEST_ALONE = 60
"""A label that stands alone, with a name, a kind and an amount in it."""
_OWN_NAMES = frozenset(own_name(code) for code in SPOKEN)
_FEWEST_LETTERS = 16
_TO_BE_SAID = re.compile("Dag, ik ben |Welke bus of trein |Choose your language")
"""Dutch to read aloud or to send, and the first words in a second language."""
_TAG = re.compile(r"<[^>]+>")
_OPEN = re.compile(r"\{\w*\}|%\(\w+\)s")
_ISOLATED = re.compile(r"[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_LINK = re.compile(r"https?://\S+")


def troubles_in_text(text: str, language: str, *, most: int = MOST_TEXT) -> Iterator[str]:
    """Name what is wrong with a text.

    Args:
        text: As HTML, as it was sent.
        language: What the person chose.
        most: How many UTF-16 units Telegram takes.
    """
    plain = html.unescape(_TAG.sub("", text))
    if found := _OPEN.search(plain):
        yield f"placeholder {found[0]}: {plain!r}"
    if units(plain) > most:
        yield f"{units(plain)} units: {plain[:80]!r}"
    if left := next((piece for piece in _dutch_pieces(language) if piece in plain), None):
        yield f"Dutch {left!r}: {plain!r}"
    if is_right_to_left(language):
        yield from (f"runs from the left: {line!r}" for line in plain.split("\n") if _runs_from_left(line))


def troubles_in_row(labels: list[str], language: str) -> Iterator[str]:
    """Name what is wrong with buttons that stand side by side."""
    most = LONGEST_ALONE if len(labels) == 1 else MOST_SIDE_BY_SIDE.get(len(labels), 8)
    for label in labels:
        if label.removeprefix("✓ ") in _OWN_NAMES:
            continue
        yield from troubles_in_text(html.escape(label), language)
        if units(label) > most:
            yield f"{units(label)} units on one of {len(labels)} buttons: {label!r}"


@cache
def _dutch_pieces(language: str) -> tuple[str, ...]:
    """Pieces of Dutch sentences that their translations do not have, so that nobody should read them."""
    if language == SOURCE_LANGUAGE:
        return ()
    speaker, kept = speaker_for(language), list[str]()
    pieces = set[str]()
    for domain in ("bot", "faq"):
        for message in template(domain):
            # What a newcomer says in Dutch to an organisation stands beside its meaning.
            is_to_be_said = any("first_message" in place for place, _ in message.locations)
            for sentence in [message.id] if isinstance(message.id, str) else message.id:
                if is_to_be_said:
                    continue
                kept.append(speaker.catalogue.translate(sentence))
                pieces.update(_pieces(sentence))
    said = "\n".join(_TAG.sub("", one) for one in kept)
    return tuple(sorted(piece for piece in pieces if piece not in said))


def _pieces(sentence: str) -> Iterator[str]:
    for piece in re.split(r"\{\w+\}|\n", _TAG.sub("", sentence)):
        if len(piece.strip()) >= _FEWEST_LETTERS and piece.strip().count(" ") >= 2:
            yield piece.strip()


def _runs_from_left(line: str) -> bool:
    """Would a reader of Arabic script see this line begin at the left?"""
    if _TO_BE_SAID.match(line):
        return False
    bare = _ISOLATED.sub("", _LINK.sub("", line))
    strong = next((s for c in bare if (s := unicodedata.bidirectional(c)) in ("L", "R", "AL")), None)
    has_words = any(unicodedata.bidirectional(c) in ("L", "R", "AL") for c in _LINK.sub("", line))
    return strong == "L" or (strong is None and has_words)
