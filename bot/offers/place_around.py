"""What stands before and after a place in a message: how sure it makes it, and how much goes with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.offers import place_words as words
from bot.offers.place_tokens import Token, starts_sentence, tidy, tokens_of

_BREAK = re.compile(r"[.,;:!?؟،؛()/\n]")
_ARABIC_AND = "و"
_MOSTLY = 0.6
_LOOSE_SIGNS = re.compile(r"(?:^[\s,;:.!?؟،؛)'’-]+|[\s,;:،(\'’-]+$)")
_EMPTY = re.compile(r"\(\s*\)|\s+(?=[.,;:!?؟،])")
_DOUBLED = re.compile(r"([,;:])\s*[,;:.]+|\s{2,}")

FROM, IN, TOWN, LIVING = 1, 2, 3, 4
"""How clearly the words before a name say that it is a place: *from*, *in*, *the city of*, *I live in*."""


@dataclass(frozen=True)
class Before:
    """The words before a name that belong to it."""

    weight: int
    first: int
    """The first of these words; the name itself when there are none."""


class Around:
    """A message cut into words, with questions about the neighbours of a word."""

    def __init__(self, message: str) -> None:
        self.text = tidy(message)
        self.tokens: Sequence[Token] = tokens_of(self.text)

    def is_unbroken(self, left: int) -> bool:
        """Is there nothing but a space or a hyphen between this word and the next?"""
        gap = self.text[self.tokens[left].end : self.tokens[left + 1].start]
        is_short_form = len(self.tokens[left].key) <= 2 and gap.strip() == "."
        return is_short_form or not _BREAK.search(gap)

    def has_capital(self, at: int) -> bool:
        """Is it written with a capital for its own sake, not for the sentence's or for shouting?"""
        capital = self.tokens[at].has_capital and not starts_sentence(self.text, self.tokens, at)
        return capital and self._capitals_tell

    def before(self, at: int) -> Before:
        """The words before `at` that say a place follows."""
        first, weight = at, 0
        while first > 0 and self.is_unbroken(first - 1):
            key = self.tokens[first - 1].key
            if key not in words.IN | words.TOWN | words.LINK or self._is_article(first - 1):
                break
            weight = max(weight, self._weight(first - 1, at))
            first -= 1
        first = self._without_links(first, at)
        return self._with_living(Before(weight, first))

    def after(self, last: int) -> int:
        """The end of what belongs to the place after its name: an ending, "yakınında", "en omstreken"."""
        if self.turkish_ending(last):
            last += 1
        while last < len(self.tokens) and self.is_unbroken(last - 1):
            is_pair = self._key(last) in {"en", "of"} and self._key(last + 1) in {"omgeving", "omstreken"}
            if not is_pair and self._key(last) not in words.AFTER:
                break
            last += 1
        return last

    def turkish_ending(self, last: int) -> bool:
        """Is the next word an ending, parted by an apostrophe?"""
        if last >= len(self.tokens) or self.text[self.tokens[last - 1].end : self.tokens[last].start] != "'":
            return False
        return self.tokens[last].key in words.TURKISH_ENDINGS

    def without(self, first: int, last: int) -> str:
        """The message without these words and the signs that they leave loose."""
        rest = self.text[: self.tokens[first].start] + " " + self.text[self.tokens[last - 1].end :]
        rest = _DOUBLED.sub(lambda found: found[1] or " ", _EMPTY.sub("", rest))
        return _LOOSE_SIGNS.sub("", rest).strip()

    @cached_property
    def _capitals_tell(self) -> bool:
        longer = [token for token in self.tokens if len(token.raw) > 1 and not token.raw.isdigit()]
        return sum(token.has_capital for token in longer) <= 1 + _MOSTLY * len(longer)

    def _key(self, at: int) -> str:
        return self.tokens[at].key if at < len(self.tokens) else ""

    def _is_article(self, at: int) -> bool:
        """The French "à" is typed "a" too, which is an article in English."""
        return self.tokens[at].raw.lower() == "a"

    def _weight(self, at: int, name: int) -> int:
        key = self.tokens[at].key
        if key in words.TOWN:
            return TOWN
        if key not in words.IN or at + 1 != name or key in words.AMBIGUOUS:
            return 0
        return FROM if key in words.FROM else IN

    def _without_links(self, first: int, at: int) -> int:
        """An article that stands first stays, "van" and "d'" do not."""
        while first < at and self.tokens[first].key in words.LINK - words.IN:
            if first + 1 == at and self.tokens[first].key in words.FROM:
                break
            first += 1
        return first

    def _with_living(self, before: Before) -> Before:
        first, keys = before.first, set[str]()
        while first > 0 and self.is_unbroken(first - 1):
            key = self.tokens[first - 1].key.removeprefix(_ARABIC_AND)
            if key not in words.LIVE:
                break
            first -= 1
            keys.add(key)
        if not keys & words.LIVE_VERBS:
            return before
        return Before(LIVING if before.weight else IN, first)
