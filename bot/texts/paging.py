"""Lists that are longer than a screen, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.texts.dutch import dutch
from bot.texts.message import Button

A_PAGE = 8
Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list, counted from 0."""

    items: Sequence[Item]
    number: int
    count: int

    @property
    def line(self) -> str:
        """Which page this is, as HTML; nothing when there is only one."""
        if self.count == 1:
            return ""
        return dutch("Blad {page} van {pages}", page=self.number + 1, pages=self.count)

    def turns(self, data: Callable[[int], str]) -> list[tuple[Button, ...]]:
        """A row with ⬅️ and ➡️ as far as there is a page to turn to; no row when there is only one.

        Args:
            data: What a button to this page carries.
        """
        steps = ((self.number - 1, "⬅️"), (self.number + 1, "➡️"))
        row = tuple(Button(label=sign, data=data(page)) for page, sign in steps if 0 <= page < self.count)
        return [row] if row else []


def page_of(items: Sequence[Item], number: int, size: int = A_PAGE) -> Page[Item]:
    """This page of a list, or the last one there is."""
    count = max(1, (len(items) + size - 1) // size)
    number = min(max(number, 0), count - 1)
    return Page(items[number * size : (number + 1) * size], number, count)
