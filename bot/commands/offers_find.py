"""`offers find`: what would the bot show somebody who looks for an activity?"""

import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from typing import Any

from bot.app import open_database
from bot.commands.offers import Tell, encode
from bot.domain.languages import spoken_for
from bot.domain.place import Place
from bot.domain.search import Found, Match, Search
from bot.finding import Finding
from bot.language.encoder import Encoder
from bot.language.recognise import recognise
from bot.services.clock import SystemClock
from bot.services.looking import Looking
from bot.services.sensing import Sensing
from bot.services.shelving import Keeper
from bot.services.surroundings import Surroundings
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.schema import check_schema
from bot.surroundings import places, surroundings
from bot.texts.offer_reasons import reason
from bot.texts.speaker import Speaker, speaker_for

FEW_TEXTS = 600
"""So many texts that nobody worked out yet are worked out first; more are found by their words meanwhile."""
LONGEST_WISH = 4096
"""What Telegram lets a message hold."""


class WishUnreadable(Exception):  # noqa: N818 - a refusal is a statement
    """A line is no wish; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody looks for, as a line says it."""

    text: str
    language: str | None = None
    near: str | None = None
    """A place as people write it; None when it stands in the text, or nowhere."""


def read_wish(line: str, number: int = 1) -> Wish:
    """Read a line of standard input: one JSON object.

    Args:
        line: As it was read.
        number: Which line it is, from 1.

    Raises:
        WishUnreadable: It is none, or without a text.
    """
    try:
        told = json.loads(line)
    except ValueError as error:
        raise WishUnreadable(f"line {number}: this is no JSON") from error
    if not isinstance(told, dict):
        raise WishUnreadable(f"line {number}: this is no JSON object")
    fields = {name: told.get(name) for name in ("text", "language", "near")}
    if wrong := [name for name, value in fields.items() if not isinstance(value, str | None)]:
        raise WishUnreadable(f"line {number}: {wrong[0]} is no text")
    if not any((value or "").strip() for name, value in fields.items() if name != "language"):
        raise WishUnreadable(f"line {number}: there is no text in it")
    near = (fields["near"] or "").strip()
    return Wish(text=(fields["text"] or "")[:LONGEST_WISH], language=fields["language"], near=near or None)


async def find(
    settings: Settings, wishes: Iterable[Wish | WishUnreadable], *, limit: int, tell: Tell
) -> AsyncIterator[dict[str, Any]]:
    """Look up what fits each wish.

    Args:
        settings: Name the database.
        wishes: What is looked for; one that could not be read gives an answer with `error`.
        limit: The most offers for each.
        tell: Hears what concerns the person at the keyboard.

    Returns:
        For each wish the fields of the command-line contract, and `as_text` for people.
    """
    async with open_database(settings) as database:
        await check_schema(database.engine)
        finding = await _ready(database, settings, tell)
        for wish in wishes:
            if isinstance(wish, WishUnreadable):
                tell(str(wish))
                yield {"error": str(wish), "as_text": ""}
            else:
                yield await finding.answer(wish, limit, tell)


async def _ready(database: Database, settings: Settings, tell: Tell) -> "_Answering":
    """Load everything; a few texts that are left are worked out first."""
    finding = Finding.load(Encoder(threads=settings.encoder_threads), places())
    left = await Sensing(database, finding.senses).count()
    if 0 < left <= FEW_TEXTS:
        await encode(database, settings, tell)
    elif left:
        tell(f"{left} texts are not worked out yet: those offers are found by their words")
    await Keeper(database, finding.catalogue).refresh()
    return _Answering(database, surroundings(settings, finding), finding)


@dataclass(frozen=True)
class _Answering:
    """A catalogue in memory, and what reads wishes."""

    database: Database
    around: Surroundings
    finding: Finding

    async def answer(self, wish: Wish, limit: int, tell: Tell) -> dict[str, Any]:
        """What would be shown."""
        search = self._read(wish, tell)
        async with self.database.work(reads_only=True) as work:
            found = await Looking(work, SystemClock().now(), self.around).find(search, None, limit=limit)
        speaker = speaker_for(spoken_for(wish.language or recognise(wish.text)))
        return contract(found, speaker)

    def _read(self, wish: Wish, tell: Tell) -> Search:
        search = self.finding.wishes.read(wish.text, hint=wish.language) if wish.text.strip() else Search()
        if wish.near is None:
            return search
        place = self._place(wish.near)
        if place is None:
            tell(f"no place is called {wish.near[:60]!r}: distance does not count")
        return replace(search, place=place or search.place)

    def _place(self, near: str) -> Place | None:
        found = places().search(near, limit=1)
        return found[0] if found else None


def contract(found: Found, speaker: Speaker) -> dict[str, Any]:
    """What was found, as the command line prints it."""
    offers = [_offer(match, found, speaker) for match in found.matches]
    said = [
        f"{number}. {one['title']}" + (f" ({one['reason']})" if one["reason"] else "")
        for number, one in enumerate(offers, 1)
    ]
    if found.nothing_fits:
        said.insert(0, "nothing fits; this is nearest to it:" if said else "nothing fits")
    return {"offers": offers, "nothing_fits": found.nothing_fits, "as_text": "\n".join(said)}


def _offer(match: Match, found: Found, speaker: Speaker) -> dict[str, Any]:
    km = match.hit.km
    return {
        "id": match.offer.reference,
        "title": match.offer.details.title,
        "reason": reason(speaker, match, found.search, today=found.at),
        "km": None if km is None else round(km, 1),
    }
