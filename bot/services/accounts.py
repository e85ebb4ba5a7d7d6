"""Who uses the bot, in which language, and what they agreed to."""

import datetime as dt
from dataclasses import replace

from bot.domain.ids import AccountId, ChatId
from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN, WRITTEN_BY_NEIGHBOURS, spoken_for
from bot.domain.people import Account
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

NAME_LENGTH = 64
"""Telegram's own limit for a first name."""


class Accounts:
    """Recognises people and keeps what they chose."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._surroundings = surroundings

    async def recognise(self, chat_id: ChatId, *, name: str, language_code: str | None) -> Account:
        """Who speaks in this private chat; on first sight an account in the phone's language.

        Args:
            chat_id: The private chat.
            name: The first name as Telegram shows it now.
            language_code: What the phone is set to, such as "nl-BE"; Telegram may not say.
        """
        name = name[:NAME_LENGTH]
        account = await self._work.accounts.of_chat(chat_id)
        if account is None:
            language = spoken_for(language_code)
            return await self._work.accounts.add(chat_id, name=name, language=language, at=self._now)
        if account.name != name:
            await self._work.accounts.change(account.id, name=name)
        return replace(account, name=name)

    async def again(self, account: Account) -> Account:
        """The account as it is kept now."""
        return await self._work.accounts.get(account.id) or account

    def team(self, chat_id: ChatId) -> Account:
        """Stands for a group in which the team reads along: nobody's account, and never stored."""
        return Account(
            id=AccountId(0), chat_id=chat_id, name="", language=SOURCE_LANGUAGE, has_chosen_language=True
        )

    async def choose_language(self, account: Account, language: str) -> Account:
        """Speak this language with the person from now on.

        Raises:
            ValueError: The bot does not speak it.
        """
        if language not in SPOKEN:
            raise ValueError("the bot does not speak this language")
        await self._work.accounts.change(account.id, language=language, has_chosen_language=True)
        return replace(account, language=language, has_chosen_language=True)

    async def follow_language(self, account: Account, language: str) -> Account:
        """Speak the language of a first message, until the person chooses one.

        Somebody whose own language is Ukrainian and who writes Russian goes on in Ukrainian.
        """
        may_be_neighbour = language in WRITTEN_BY_NEIGHBOURS.get(account.language, ())
        if account.has_chosen_language or language not in SPOKEN or may_be_neighbour:
            return account
        await self._work.accounts.change(account.id, language=language)
        return replace(account, language=language)

    async def agree_to_keep_questions(self, account: Account) -> Account:
        """The person agrees that questions are kept and read by the begeleider; the first time counts."""
        if account.may_keep_questions_since is not None:
            return account
        await self._work.accounts.change(account.id, may_keep_questions_since=self._now)
        return replace(account, may_keep_questions_since=self._now)

    async def told_draft(self, account: Account) -> bool:
        """Note that the person is told today that a text is a draft; False when they were already."""
        today = self._now.astimezone(self._surroundings.zone).date()
        if account.draft_told_on == today:
            return False
        await self._work.accounts.change(account.id, draft_told_on=today)
        return True

    async def went_away(self, account: Account) -> None:
        """The person blocked the bot or removed their account."""
        await self._work.accounts.change(account.id, is_unreachable=True)

    async def came_back(self, account: Account) -> Account:
        """The person writes again."""
        if account.is_unreachable:
            await self._work.accounts.change(account.id, is_unreachable=False)
        return replace(account, is_unreachable=False)
