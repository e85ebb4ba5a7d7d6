"""A person is known by their chat, speaks the language they chose, and is told things once."""

import datetime as dt
from pathlib import Path

import pytest

from bot.domain.ids import ChatId
from tests.builders import NOW, a_database, services

CHAT = ChatId(1001)


async def test_a_new_person_is_spoken_to_in_the_phones_language(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        account = await services(work).accounts.recognise(CHAT, name="Amira", language_code="uk-UA")

        assert account.language == "uk"
        assert not account.has_chosen_language


async def test_a_person_is_the_same_when_they_come_back_under_a_new_name(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        accounts = services(work).accounts
        first = await accounts.recognise(CHAT, name="Amira", language_code="nl")

        again = await accounts.recognise(CHAT, name="Amira B.", language_code="fr")

        assert (again.id, again.name, again.language) == (first.id, "Amira B.", "nl")
        assert (await accounts.recognise(CHAT, name="Amira B.", language_code=None)).name == "Amira B."


async def test_a_chosen_language_stays(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        accounts = services(work).accounts
        account = await accounts.recognise(CHAT, name="Amira", language_code="nl")

        await accounts.choose_language(account, "ar")

        again = await accounts.recognise(CHAT, name="Amira", language_code="nl")
        assert (again.language, again.has_chosen_language) == ("ar", True)
        assert (await accounts.follow_language(again, "tr")).language == "ar"


async def test_until_a_language_is_chosen_the_bot_follows_the_person(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        accounts = services(work).accounts
        account = await accounts.recognise(CHAT, name="Amira", language_code=None)

        assert (await accounts.follow_language(account, "tr")).language == "tr"
        assert (await accounts.follow_language(account, "xx")).language == "nl"


async def test_who_speaks_ukrainian_and_writes_russian_goes_on_in_ukrainian(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        accounts = services(work).accounts
        account = await accounts.recognise(CHAT, name="Оксана", language_code="uk")

        assert (await accounts.follow_language(account, "ru")).language == "uk"
        assert (await accounts.choose_language(account, "ru")).language == "ru"


async def test_a_language_the_bot_does_not_speak_cannot_be_chosen(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        accounts = services(work).accounts
        account = await accounts.recognise(CHAT, name="Amira", language_code=None)

        with pytest.raises(ValueError, match="does not speak"):
            await accounts.choose_language(account, "xx")


async def test_drafts_are_told_once_a_day_by_the_days_of_brussels(tmp_path: Path) -> None:
    late = dt.datetime(2026, 11, 23, 22, 30, tzinfo=dt.UTC)
    async with a_database(tmp_path) as database, database.work() as work:
        account = await services(work, now=late).accounts.recognise(CHAT, name="A", language_code=None)
        first = await services(work, now=late).accounts.told_draft(account)
        account = await services(work, now=late).accounts.recognise(CHAT, name="A", language_code=None)

        assert first
        assert not await services(work, now=late).accounts.told_draft(account)
        after_midnight = late + dt.timedelta(hours=1)
        assert await services(work, now=after_midnight).accounts.told_draft(account)


async def test_the_first_agreement_is_the_one_that_counts(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        account = await services(work).accounts.recognise(CHAT, name="Amira", language_code=None)
        agreed = await services(work).accounts.agree_to_keep_questions(account)
        later = services(work, now=NOW + dt.timedelta(days=3)).accounts

        assert (await later.agree_to_keep_questions(agreed)).may_keep_questions_since == NOW


async def test_who_went_away_is_reachable_again_when_they_write(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        accounts = services(work).accounts
        account = await accounts.recognise(CHAT, name="Amira", language_code=None)

        await accounts.went_away(account)
        gone = await accounts.recognise(CHAT, name="Amira", language_code=None)
        await accounts.came_back(gone)

        assert gone.is_unreachable
        back = await accounts.recognise(CHAT, name="Amira", language_code=None)
        assert not back.is_unreachable
