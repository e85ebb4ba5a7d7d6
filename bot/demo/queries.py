"""Button presses that wait for an answer, and how long an answer may take."""

import itertools
from collections import OrderedDict
from dataclasses import dataclass

from bot.demo.errors import bad_request

VALID_SECONDS = 15 * 60
ANSWERED_SECONDS = 60
REMEMBERED = 20_000


@dataclass(slots=True)
class Query:
    id: str
    chat_id: int
    message_id: int
    pressed: float
    answered: float | None = None


class Queries:
    def __init__(self) -> None:
        self._numbers = itertools.count(4_382_000_000_000_001)
        self._open: OrderedDict[str, Query] = OrderedDict()

    def press(self, chat_id: int, message_id: int, now: float) -> Query:
        query = Query(str(next(self._numbers)), chat_id, message_id, now)
        self._open[query.id] = query
        if len(self._open) > REMEMBERED:
            self._open.popitem(last=False)
        return query

    def answer(self, query_id: str, now: float) -> Query:
        """The query that is answered; refuses an unknown one, an old one and one answered long ago."""
        query = self._open.get(query_id)
        if query is None or now - query.pressed > VALID_SECONDS or _long_answered(query, now):
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        query.answered = now if query.answered is None else query.answered
        return query

    def clear(self) -> None:
        self._open.clear()


def _long_answered(query: Query, now: float) -> bool:
    return query.answered is not None and now - query.answered > ANSWERED_SECONDS
