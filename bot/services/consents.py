"""What newcomers agree to: asked once, changed at any time, each answer in the history."""

import datetime as dt
from dataclasses import replace

from bot.domain.consent import Consent, Purpose
from bot.domain.dossier import Dossier
from bot.domain.history import What
from bot.domain.people import Account
from bot.services.dossiers import Dossiers
from bot.services.phones import Phones
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

ASKED_NOW = (Purpose.REMINDERS,)
"""What every bot can do today; the other purposes are asked when it can do them."""


class Consents:
    """Only what is optional is asked; who says no loses nothing."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)
        self._phones = Phones(work, now, surroundings)
        self._takes_photos = surroundings.takes_photos

    @property
    def asked_now(self) -> tuple[Purpose, ...]:
        """What the bot can do here today, so that it is asked and can be taken back."""
        return (*ASKED_NOW, Purpose.PHOTOS) if self._takes_photos else ASKED_NOW

    async def of(self, dossier: Dossier) -> dict[Purpose, Consent]:
        """The last word about each purpose that was asked."""
        return {consent.purpose: consent for consent in await self._work.consents.of(dossier.id)}

    async def is_given(self, dossier: Dossier, purpose: Purpose) -> bool:
        """Did the newcomer say yes, and not take it back?"""
        found = (await self.of(dossier)).get(purpose)
        return found is not None and found.is_given

    async def ask_reminders_if_due(self, dossier: Dossier) -> bool:
        """Is this the moment to ask about reminders? It is noted as asked, so it comes once.

        An obliged newcomer is asked when a phone and a contract are both known. Nobody who is
        entitled is asked: they switch reminders on themselves.
        """
        contract = dossier.newcomer.contract
        if contract is None or not contract.is_obliged or dossier.newcomer.is_closed:
            return False
        if contract.has_ended(dossier.today) or Purpose.REMINDERS in await self.of(dossier):
            return False
        if not await self._phones.reachable(dossier.id):
            return False
        await self._work.consents.set(dossier.id, Purpose.REMINDERS, is_given=False, at=self._now)
        return True

    async def set(self, dossier: Dossier, purpose: Purpose, *, is_given: bool) -> bool:
        """Keep an answer; False when the same answer was given before.

        Args:
            dossier: Of the newcomer who answers.
            purpose: What was asked.
            is_given: Yes, or no.
        """
        before = await self._last_answer(dossier, purpose)
        if before is is_given:
            return False
        await self._work.consents.set(dossier.id, purpose, is_given=is_given, at=self._now)
        facts = {"purpose": purpose.value, "given": is_given}
        await self._work.history.add(dossier.id, What.CONSENT, by=dossier.actor, at=self._now, facts=facts)
        return True

    async def _last_answer(self, dossier: Dossier, purpose: Purpose) -> bool | None:
        """What the newcomer answered last; None while they only were asked."""
        lines = await self._work.history.of(dossier.id)
        answers = [
            line.facts["given"]
            for line in lines
            if line.what is What.CONSENT and line.facts["purpose"] == purpose.value
        ]
        return bool(answers[-1]) if answers else None

    async def stop_keeping_questions(self, account: Account) -> Account:
        """The next question asks again whether it may be kept and read."""
        if account.may_keep_questions_since is None:
            return account
        await self._work.accounts.change(account.id, may_keep_questions_since=None)
        return replace(account, may_keep_questions_since=None)
