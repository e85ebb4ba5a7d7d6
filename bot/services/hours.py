"""What happens to a newcomer's hours: `HourClaims`, and what is accepted, changed and undone."""

import datetime as dt
from typing import Any

from bot.domain.acceptance import Acceptance
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursUnknown
from bot.domain.history import What
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import Stretch
from bot.services.dossiers import DECIDES, only_open
from bot.services.hour_claims import HourClaims, known_bewijs, tidy


class Hours(HourClaims):
    """The use cases of claims, confirmations and acceptances.

    Each also raises NotYours for whom it is not, and DossierClosed for a dossier that is closed.
    """

    async def accept(
        self,
        dossier: Dossier,
        kind: OfferKind,
        *,
        organisation: str | None,
        contact: str | None,
        minutes: int,
        first_day: dt.date,
        last_day: dt.date,
        days: tuple[dt.date, ...] | None = None,
        note: str | None = None,
    ) -> Dossier:
        """Let the hours of a signed bewijs count, on the word of the begeleider.

        Open dates of the same bewijs between the two days count in it from now on. Hours that were
        accepted over some of these days stay: whether this is the same paper, the begeleider says first
        (`Book.overlapping`) and then changes the former acceptance instead.

        Args:
            dossier: Whose hours they are.
            kind: Of the offer.
            organisation: Where; None when only the contact is known.
            contact: With whom.
            minutes: How many.
            first_day: From when.
            last_day: Until when.
            days: Which days between them, where they are known one by one; the others stay open.
            note: Why, in own words.

        Raises:
            HoursImpossible, DayInFuture, TooManyHoursThatDay: It cannot be.
            AcceptedAlready: As many hours over the same days count already.
        """
        only_open(dossier, DECIDES)
        organisation, contact = tidy(organisation), tidy(contact)
        known = known_bewijs(dossier, kind, organisation, contact)
        stretch = Stretch(first_day, last_day, minutes)
        dossier.book.check_acceptance(known, stretch, dossier.today, days=days)
        bewijs_id = known or await self._work.hours.bewijs(
            dossier.id, kind, organisation=organisation, contact=contact, at=self._now
        )
        acceptance_id = await self._work.hours.add_acceptance(
            dossier.id, bewijs_id, **stretch._asdict(), days=days, at=self._now
        )
        facts = {"acceptance": acceptance_id, "bewijs": bewijs_id, **_facts_of(stretch)}
        if days is not None:
            facts["days"] = [day.isoformat() for day in days]
        return await self._write(dossier, What.ACCEPTED, facts, note=note)

    async def change_acceptance(
        self,
        dossier: Dossier,
        acceptance_id: int,
        *,
        minutes: int,
        first_day: dt.date | None = None,
        last_day: dt.date | None = None,
        note: str | None = None,
    ) -> Dossier:
        """Put accepted hours right, or replace them by a new total; the same again changes nothing.

        Raises:
            HoursUnknown: There is no such acceptance here, or it was undone.
            HoursImpossible, DayInFuture, TooManyHoursThatDay, AcceptedAlready: As with `accept`.
        """
        only_open(dossier, DECIDES)
        before = self._acceptance(dossier, acceptance_id)
        stretch = Stretch(first_day or before.first_day, last_day or before.last_day, minutes)
        if stretch == before.stretch:
            return dossier
        dossier.book.check_acceptance(before.bewijs_id, stretch, dossier.today, instead_of=before.id)
        await self._work.hours.change_acceptance(before.id, **stretch._asdict())
        facts = {"acceptance": before.id, **_facts_of(stretch)}
        return await self._write(dossier, What.ACCEPTANCE_CHANGED, facts, note=note)

    async def undo_acceptance(
        self, dossier: Dossier, acceptance_id: int, *, note: str | None = None
    ) -> Dossier:
        """Take an acceptance back; the dates it held wait again, and so does the paper it was made for.

        Raises:
            HoursUnknown: There is no such acceptance here, or it was undone.
        """
        only_open(dossier, DECIDES)
        acceptance = self._acceptance(dossier, acceptance_id)
        await self._work.hours.change_acceptance(acceptance.id, undone_at=self._now)
        await self._work.papers.reopen(acceptance.id)
        return await self._write(dossier, What.ACCEPTANCE_UNDONE, {"acceptance": acceptance.id}, note=note)

    def _acceptance(self, dossier: Dossier, acceptance_id: int) -> Acceptance:
        found = next((a for a in dossier.book.acceptances if a.id == acceptance_id and a.counts), None)
        if found is None:
            raise HoursUnknown
        return found


def _facts_of(stretch: Stretch) -> dict[str, Any]:
    first_day, last_day, minutes = stretch
    return {"minutes": minutes, "first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
