"""`ask`: what would the bot make of a message?"""

import asyncio
from collections.abc import Iterable, Iterator
from typing import Any

from bot.domain.languages import spoken_for
from bot.domain.understanding import Outcome, Understanding
from bot.settings import Settings


def ask(settings: Settings, texts: Iterable[str], *, language: str | None) -> Iterator[dict[str, Any]]:
    """Read messages as the bot would, one answer a message.

    Args:
        settings: How many threads the encoder may use.
        texts: The messages.
        language: What the person speaks with the bot; their message says it where this is None.

    Returns:
        The fields of the command-line contract, and `as_text` for people.
    """
    from bot.commands.administration import entries_off
    from bot.faq.matcher import Matcher

    off = asyncio.run(entries_off(settings))
    matcher = Matcher.load(encoder_threads=settings.encoder_threads)
    for text in texts:
        understanding = matcher.understand(text, hint=language, off=off)
        yield {**contract(understanding), "as_text": _as_text(matcher, understanding, language)}


def contract(understanding: Understanding) -> dict[str, Any]:
    """An understanding as the command line prints it."""
    fields: dict[str, Any] = {
        "text": understanding.text,
        "language": understanding.language,
        "outcome": understanding.outcome.value,
    }
    if understanding.outcome is Outcome.ANSWER:
        fields["entry"] = understanding.entry
    if understanding.outcome is Outcome.ACTION and understanding.action:
        fields["action"] = understanding.action.value
    if understanding.outcome is Outcome.CHOOSE:
        fields["choices"] = list(understanding.choices)
    if understanding.red_flag:
        fields["red_flag"] = understanding.red_flag.value
    fields["ranking"] = list(understanding.ranking)
    fields["confidence"] = round(understanding.confidence, 4)
    return fields


def _as_text(matcher: Any, understanding: Understanding, language: str | None) -> str:
    from bot.texts.speaker import speaker_for

    if understanding.outcome is Outcome.ANSWER and understanding.entry:
        speaker = speaker_for(spoken_for(language or understanding.language))
        return f"[{understanding.entry}] {speaker.plain(matcher.entries[understanding.entry].short)}"
    found = understanding.action or understanding.red_flag or ", ".join(understanding.choices)
    return f"[{understanding.outcome}] {found or ''}".rstrip()
