"""Letters: what a begeleider writes to one of their people without being asked."""

import datetime as dt

from bot.domain.dossier import Dossier
from bot.domain.errors import NotYours, QuestionUnknown
from bot.domain.history import Who
from bot.domain.ids import BegeleiderId, LetterId
from bot.domain.letter import Letter
from bot.domain.people import Account
from bot.domain.question import Delivery, Part
from bot.services.ports import Work
from bot.services.questions import Written
from bot.services.surroundings import Surroundings

SAME_WITHIN = dt.timedelta(hours=1)
"""The same fixed text to the same newcomer within this time is a second tap."""


class Letters:
    """Writing a letter, and hearing whether it arrived."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now

    async def write(self, dossier: Dossier, part: Part, written: Written) -> tuple[Letter, bool]:
        """Keep a letter that is about to go out.

        Args:
            dossier: To whom, opened by the begeleider or who stands in.
            part: A FAQ entry, a fixed sentence or own words.
            written: Its words, and the message that voice and pictures are copied from.

        Returns:
            The letter, and whether it is new: a second tap gives back the first one.
        """
        if dossier.actor.who is not Who.BEGELEIDER or dossier.actor.id is None:
            raise NotYours
        if known := await self._sent_before(dossier, part, written):
            return known, False
        letter_id = await self._work.letters.add(
            dossier.id,
            BegeleiderId(dossier.actor.id),
            part,
            written.content,
            message_id=written.message_id,
            is_text=written.is_text,
            at=self._now,
        )
        return await self._get(letter_id), True

    async def _sent_before(self, dossier: Dossier, part: Part, written: Written) -> Letter | None:
        for letter in await self._work.letters.of(dossier.id):
            if letter.begeleider_id != dossier.actor.id or letter.part is not part:
                continue
            if part is Part.ANSWER_OWN_WORDS and letter.message_id == written.message_id:
                return letter
            is_fixed = part is not Part.ANSWER_OWN_WORDS and letter.content == written.content
            if is_fixed and self._now - letter.at < SAME_WITHIN:
                return letter
        return None

    async def writer(self, letter: Letter) -> str | None:
        """The name of the begeleider who wrote it; None when they are gone."""
        begeleider = await self._work.people.begeleider(letter.begeleider_id)
        return begeleider.name if begeleider else None

    async def writer_account(self, letter: Letter) -> Account | None:
        """The phone of the begeleider who wrote it."""
        begeleider = await self._work.people.begeleider(letter.begeleider_id)
        return begeleider.account if begeleider else None

    async def addressee(self, letter: Letter) -> str:
        """The name of the newcomer it was written to; empty when they are gone."""
        newcomer = await self._work.people.newcomer(letter.newcomer_id)
        return newcomer.name if newcomer else ""

    async def read_by(self, account: Account, letter_id: int) -> Letter:
        """A letter to a newcomer whom this phone serves.

        Raises:
            QuestionUnknown: There is none any more.
            NotYours: It was written to somebody else.
        """
        letter = await self._get(LetterId(letter_id))
        if letter.newcomer_id not in account.newcomer_ids:
            raise NotYours
        return letter

    async def about(self, subject: str | None) -> Letter | None:
        """The letter that a message was about: `letter:12`."""
        kind, _, number = (subject or "").partition(":")
        if kind != "letter" or not number.isdigit():
            return None
        return await self._work.letters.get(LetterId(int(number)))

    async def note_delivery(self, letter: Letter, delivery: Delivery) -> Letter:
        """Note how sending to one phone ended; one phone that has it is enough."""
        if letter.delivery is not Delivery.DELIVERED and letter.delivery is not delivery:
            await self._work.letters.set_delivery(letter.id, delivery)
        return await self._get(letter.id)

    async def _get(self, letter_id: LetterId) -> Letter:
        letter = await self._work.letters.get(letter_id)
        if letter is None:
            raise QuestionUnknown
        return letter
