"""Letters: written once, read by whom they are for, and delivered when one phone has them."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.dossier import Dossier
from bot.domain.errors import NotYours, QuestionUnknown
from bot.domain.people import Account
from bot.domain.question import Delivery, Part
from bot.services.questions import Written
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, a_message, new_begeleider, new_newcomer, services

ENTRY = Written(content="spreiding", message_id=None, is_text=True)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


@pytest.fixture
async def amira(work: SqlWork) -> tuple[Account, Dossier]:
    """Amira, and her dossier as Sofie opens it."""
    sofie = await new_begeleider(work, 2001, "Sofie")
    account = await new_newcomer(work, 1001, "Amira", of=sofie)
    (newcomer_id,) = account.newcomer_ids
    return account, await services(work).dossiers.guided(newcomer_id, by=sofie)


async def test_a_second_tap_gives_back_the_same_letter(work: SqlWork, amira: tuple[Account, Dossier]) -> None:
    letters = services(work).letters
    for part, words in ((Part.ANSWER_OWN_WORDS, a_message("Dag")), (Part.ANSWER_ENTRY, ENTRY)):
        first, is_new = await letters.write(amira[1], part, words)
        again, is_new_again = await letters.write(amira[1], part, words)

        assert (is_new, is_new_again) == (True, False)
        assert again.id == first.id


async def test_the_same_words_in_another_message_are_another_letter(
    work: SqlWork, amira: tuple[Account, Dossier]
) -> None:
    letters = services(work).letters
    await letters.write(amira[1], Part.ANSWER_OWN_WORDS, a_message("Dag"))
    _, is_new = await letters.write(amira[1], Part.ANSWER_OWN_WORDS, a_message("Dag", message_id=12))

    assert is_new


async def test_a_fixed_text_may_be_sent_again_later(work: SqlWork, amira: tuple[Account, Dossier]) -> None:
    await services(work).letters.write(amira[1], Part.ANSWER_ENTRY, ENTRY)
    later = services(work, now=NOW.replace(hour=15)).letters

    assert (await later.write(amira[1], Part.ANSWER_ENTRY, ENTRY))[1]


async def test_only_who_it_is_for_reads_it(work: SqlWork, amira: tuple[Account, Dossier]) -> None:
    letters = services(work).letters
    letter, _ = await letters.write(amira[1], Part.ANSWER_ENTRY, ENTRY)
    karim = await new_newcomer(work, 1002, "Karim", of=await new_begeleider(work, 2002, "Nele"))

    assert (await letters.read_by(amira[0], letter.id)).id == letter.id
    with pytest.raises(NotYours):
        await letters.read_by(karim, letter.id)
    with pytest.raises(QuestionUnknown):
        await letters.read_by(karim, 999)


async def test_a_newcomer_writes_no_letters(work: SqlWork, amira: tuple[Account, Dossier]) -> None:
    own = await services(work).dossiers.own(amira[0])

    with pytest.raises(NotYours):
        await services(work).letters.write(own, Part.ANSWER_ENTRY, ENTRY)


async def test_one_phone_that_has_it_is_enough(work: SqlWork, amira: tuple[Account, Dossier]) -> None:
    letters = services(work).letters
    letter, _ = await letters.write(amira[1], Part.ANSWER_ENTRY, ENTRY)
    for delivery in (Delivery.UNREACHABLE, Delivery.DELIVERED, Delivery.UNREACHABLE):
        letter = await letters.note_delivery(letter, delivery)

    assert letter.delivery is Delivery.DELIVERED
    assert await letters.about("letter:x") is None
    assert await letters.about(f"part:{letter.id}") is None
