"""Valid things with sensible defaults, so that a test says only what it is about."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.entry import Audience, Entry
from bot.domain.ids import AccountId, BegeleiderId, ChatId, EntryId, QuestionId
from bot.domain.people import Account
from bot.domain.question import Part, Question, QuestionPart, QuestionState, Topic
from bot.domain.reader import Reader
from bot.domain.understanding import Outcome, Understanding
from bot.services.questions import Written
from bot.services.services import Services
from bot.services.surroundings import Surroundings
from bot.storage.database import Database, create_engine
from bot.storage.tables import metadata
from bot.storage.work import SqlWork

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
"""A Monday, eleven o'clock in Brussels."""


def an_account(**values: Any) -> Account:
    """Amira, who speaks Dutch with the bot."""
    given: dict[str, Any] = {
        "id": AccountId(1),
        "chat_id": ChatId(1001),
        "name": "Amira",
        "language": "nl",
        "has_chosen_language": True,
    }
    return Account(**(given | values))


def an_entry(**values: Any) -> Entry:
    """An entry with everything an entry can have."""
    given: dict[str, Any] = {
        "id": EntryId("termijn-40-uur"),
        "section": "Traject van 40 uur",
        "audience": frozenset({Audience.NEWCOMER}),
        "button": "Hoeveel tijd heb ik voor de 40 uur?",
        "short": "Je doet de 40 uur binnen de termijn van je inburgeringscontract.",
        "details": ("Meestal hangt de termijn af van hoe lang je NT2 duurt.",),
        "key_words": ("termijn", "inburgeringscontract"),
    }
    return Entry(**(given | values))


def an_understanding(**values: Any) -> Understanding:
    """A message that nothing answers."""
    given: dict[str, Any] = {
        "text": "Hoe laat is het?",
        "language": "nl",
        "outcome": Outcome.FORWARD,
        "ranking": ("termijn-40-uur", "spreiding", "@progress"),
        "nearest": (EntryId("termijn-40-uur"), EntryId("spreiding")),
        "confidence": 0.1,
    }
    return Understanding(**(given | values))


def a_reader(**values: Any) -> Reader:
    """The begeleider An, who reads questions."""
    given: dict[str, Any] = {"chat_id": ChatId(2001), "begeleider_id": BegeleiderId(1), "name": "An"}
    return Reader(**(given | values))


def a_part(**values: Any) -> QuestionPart:
    """What Amira asked."""
    given: dict[str, Any] = {
        "id": 1,
        "part": Part.QUESTION,
        "content": "Hoeveel uren heb ik al?",
        "message_id": 11,
        "is_text": True,
        "at": NOW,
    }
    return QuestionPart(**(given | values))


def a_question(*parts: QuestionPart, **values: Any) -> Question:
    """Amira's open question to An, about her hours."""
    given: dict[str, Any] = {
        "id": QuestionId(1),
        "account_id": AccountId(1),
        "begeleider_id": BegeleiderId(1),
        "topic": Topic.HOURS,
        "language": "ar",
        "state": QuestionState.OPEN,
        "asked_at": NOW,
        "answer_by": dt.date(2026, 11, 25),
        "nearest": ("termijn-40-uur",),
        "parts": parts or (a_part(),),
    }
    return Question(**(given | values))


def a_message(content: str = "Hoeveel uren heb ik al?", **values: Any) -> Written:
    """A text message that becomes a part of a question."""
    given: dict[str, Any] = {"content": content, "message_id": 11, "is_text": True}
    return Written(**(given | values))


async def new_account(work: SqlWork, chat_id: int, name: str, *, language: str = "nl") -> Account:
    """Somebody whom the bot has met."""
    return await work.accounts.add(ChatId(chat_id), name=name, language=language, at=NOW)


async def new_begeleider(work: SqlWork, chat_id: int, name: str) -> Account:
    """A begeleider with a phone."""
    account = await new_account(work, chat_id, name)
    begeleider_id = await work.people.add_begeleider(name, at=NOW)
    await work.people.link_begeleider(begeleider_id, account.id)
    return await again(work, account)


async def new_newcomer(work: SqlWork, chat_id: int, name: str, *, of: Account) -> Account:
    """A newcomer with a phone, in this begeleider's care."""
    account = await new_account(work, chat_id, name, language="ar")
    assert of.begeleider_id is not None
    newcomer_id = await work.people.add_newcomer(name, of.begeleider_id, at=NOW)
    await work.people.link_newcomer(newcomer_id, account.id)
    return await again(work, account)


async def again(work: SqlWork, account: Account) -> Account:
    """The account as it is kept now."""
    found = await work.accounts.get(account.id)
    assert found is not None
    return found


def surroundings(**values: Any) -> Surroundings:
    """Belgium without holidays, without a fallback chat."""
    given: dict[str, Any] = {
        "zone": BRUSSELS,
        "is_holiday": lambda _: False,
        "secret_key": b"a key that is only for tests, 32 bytes and more",
    }
    return Surroundings(**(given | values))


@contextlib.asynccontextmanager
async def a_database(folder: Path) -> AsyncIterator[Database]:
    """A real SQLite file with every table."""
    engine = create_engine(f"sqlite:///{folder}/test.db")
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    try:
        yield Database(engine)
    finally:
        await engine.dispose()


def services(work: SqlWork, *, now: dt.datetime = NOW, **values: Any) -> Services:
    """The use cases within a unit of work, in surroundings that may be given in part."""
    return Services(work, now, surroundings(**values))
