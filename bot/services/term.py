"""What a newcomer tells the begeleider by tapping; nothing is decided here, and nothing weighed."""

import datetime as dt

from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.history import What
from bot.domain.people import Account
from bot.domain.question import Part, QuestionState, Topic
from bot.services.ports import Work
from bot.services.questions import Questions, Sent, Written
from bot.services.surroundings import Surroundings

TOPIC_OF = {Part.OBSTACLE: Topic.DEADLINE, Part.STOP: Topic.DEADLINE, Part.WORK: Topic.OTHER}


class Term:
    """Brings what was tapped to the reader as a question."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._questions = Questions(work, now, surroundings)

    async def tell(
        self, account: Account, part: Part, content: str, *, screen_id: int, own: Written | None = None
    ) -> Sent:
        """Send it at once; the tap is also the agreement that it is kept and read.

        Args:
            account: Who tells.
            part: What is told.
            content: Its codes, packed.
            screen_id: The screen in their chat on which it was tapped: a second tap sends nothing.
            own: Their own words about it, as text or to be copied.

        Raises:
            SayWho: The phone serves several newcomers, who choose by name first.
            NoReader: Nobody can be reached.
        """
        topic = TOPIC_OF[part]
        known = await self._questions.own_message(account, screen_id)
        if known is not None and known.state is not QuestionState.DRAFT:
            return await self._questions.send(known.id, topic, by=account)
        told = Written(content=content, message_id=screen_id, is_text=True, part=part)
        draft = await self._questions.draft(account, told)
        if own is not None:
            await self._questions.follow_up(draft.id, own, by=account)
        return await self._questions.send(draft.id, topic, by=account)

    async def ask_to_stop(self, dossier: Dossier, account: Account, *, screen_id: int) -> Sent:
        """An entitled newcomer says that they want to stop (`rechthebbende-voltooien`).

        Raises:
            ButtonOld: The newcomer is obliged, or the contract is not known.
            NoReader: Nobody can be reached.
        """
        contract = dossier.newcomer.contract
        if contract is None or contract.is_obliged:
            raise ButtonOld
        sent = await self.tell(account, Part.STOP, "{}", screen_id=screen_id)
        if sent.is_new:
            await self._work.history.add(
                dossier.id,
                What.ASKED_TO_STOP,
                by=dossier.actor,
                at=self._now,
                facts={"question": sent.question.id},
            )
        return sent
