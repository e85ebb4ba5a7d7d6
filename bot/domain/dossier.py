"""A newcomer's dossier as somebody opened it: the person, the contract, all hours, on one day."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.history import Actor
from bot.domain.hours import Book
from bot.domain.ids import NewcomerId
from bot.domain.people import Newcomer
from bot.domain.progress import Progress


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Whoever holds one was allowed to open it, as the actor it names."""

    newcomer: Newcomer
    book: Book
    actor: Actor
    today: dt.date

    @property
    def id(self) -> NewcomerId:
        """The newcomer's id."""
        return self.newcomer.id

    @property
    def progress(self) -> Progress:
        """The hours against the contract."""
        return Progress(contract=self.newcomer.contract, sums=self.book.sums, today=self.today)
