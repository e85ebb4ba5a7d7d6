"""Reads what taking part costs, as people write it in Dutch, and writes it so that it reads the same."""

import re

from bot.domain.folding import fold
from bot.domain.offer import Price

_MOST_CENTS = 1_000_000
_LONGEST = 500
_NUMBER = r"(\d{1,3}(?:\.\d{3})+|\d{1,5})(?:[.,](\d{1,2})(?!\d)|,-+)?"
_WITH_CURRENCY = re.compile(rf"(?:€|\beuro?s?)\s?{_NUMBER}|(?<![\d.,]){_NUMBER}\s?(?:€|euro?s?\b|eur\b)")
_BARE = re.compile(
    rf"(?<![\d.,]){_NUMBER}(?!\s?(?:[\d%:/+]|x\b|keer|jaar|jarig|les|maand|we(?:e)?k|dag|uur|u\b|h\b|min|personen|beurten))"
)
_ONLY = re.compile(rf"(?:€|eur[os]*)?\s?{_NUMBER}\s?(?:€|euro?s?|eur)?[.,-]*")
_FREE = re.compile(r"\b(?:gratis|kosteloos|free|gratuit|geen kosten|geen kost|niets)\b")
_ONLY_FREE = re.compile(rf"(?:{_FREE.pattern}|nihil|vrij|€?\s?0(?:[.,]00?)?\s?(?:€|euro)?)[.!]?")
_NOT_FREE = re.compile(r"\bniet gratis\b|\bgratis (?:voor leden|met|mits|indien|als|onder)\b")
_ONLY_CENTS = re.compile(r"(\d{1,2})\s?(?:euro)?cent")
_UNKNOWN = frozenset(
    ("", "?", "-", "/", "onbekend", "nog te bepalen", "te bepalen", "nvt", "n.v.t.", "niet gekend")
)
_EXACT = re.compile(r"(gratis|\?|\d+,\d\d); (.+)", re.DOTALL)


def read_price(written: str) -> Price:
    """Read a price: "gratis", "€ 3,50", "5 euro/keer", "leden 20, niet-leden 25".

    Args:
        written: What stands there, on one line.

    Returns:
        The usual amount in cents (the first that is named; an amount counts before "gratis", as who reads
        "eerste les gratis, daarna 60 euro" pays), and the words when they say more than that.
    """
    if exact := _EXACT.fullmatch(written):
        return Price(cents=_plain_cents(exact[1]), words=exact[2])
    text = fold(written[:_LONGEST])
    if text in _UNKNOWN or _ONLY_FREE.fullmatch(text):
        return Price(cents=None if text in _UNKNOWN else 0)
    if coins := _ONLY_CENTS.fullmatch(text):
        return Price(cents=int(coins[1]))
    if found := _ONLY.fullmatch(text) or _WITH_CURRENCY.search(text) or _BARE.search(text):
        return _price(found, written, is_all=found.re is _ONLY)
    is_free = _FREE.search(text) and not _NOT_FREE.search(text)
    return Price(cents=0 if is_free else None, words=written)


def write_price(price: Price) -> str:
    """Write a price so that `read_price` gives the same; empty when nobody said."""
    amount = "?" if price.cents is None else "gratis" if price.is_free else _euros(price.cents)
    if not price.words:
        return "" if price.cents is None else amount
    is_clear = read_price(price.words) == price and not price.words.startswith("-")
    return price.words if is_clear else f"{amount}; {price.words}"


def _price(found: re.Match[str], written: str, *, is_all: bool) -> Price:
    """Of the number that was found: its euros and its cents are the first two groups that are filled."""
    groups = found.groups(default="")
    place = next(place for place in range(0, len(groups), 2) if groups[place])
    cents = int(groups[place].replace(".", "")) * 100 + int(groups[place + 1].ljust(2, "0"))
    if cents > _MOST_CENTS:
        return Price(words=written)
    return Price(cents=cents, words=None if is_all else written)


def _plain_cents(written: str) -> int | None:
    if written == "?":
        return None
    return 0 if written == "gratis" else int(written.replace(",", ""))


def _euros(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02}"
