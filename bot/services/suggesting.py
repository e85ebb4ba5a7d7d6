"""A begeleider thinks of an offer for one of their people; the same one is sent once a day."""

import datetime as dt

from bot.domain.dossier import Dossier
from bot.domain.history import What, Who
from bot.domain.ids import OfferId
from bot.services.dossiers import only_open
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Suggesting:
    """Keeps in the history what was sent to whom."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._zone = surroundings.zone

    async def suggest(self, dossier: Dossier, offer_id: OfferId) -> bool:
        """Note that this offer goes to this newcomer.

        Args:
            dossier: Opened by the begeleider or who stands in.
            offer_id: An open offer.

        Returns:
            False when it went out today already.

        Raises:
            NotYours, DossierClosed: As with `only_open`.
        """
        only_open(dossier, {Who.BEGELEIDER})
        today = self._now.astimezone(self._zone).date()
        for event in await self._work.history.of(dossier.id):
            is_same = event.what is What.OFFER_SENT and event.facts.get("offer") == offer_id
            if is_same and event.at.astimezone(self._zone).date() == today:
                return False
        await self._work.history.add(
            dossier.id, What.OFFER_SENT, by=dossier.actor, at=self._now, facts={"offer": offer_id}
        )
        return True
