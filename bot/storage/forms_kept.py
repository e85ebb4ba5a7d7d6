"""Forms by their numbers: for whom each was made, and in which one paper it counts."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.form import Form, FormFacts
from bot.domain.form_number import FormNumber
from bot.domain.ids import BewijsId, NewcomerId, PaperId
from bot.storage.sql import locked
from bot.storage.tables import forms


class SqlForms:
    """One row a number that was ever given."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        made: Sequence[Form],
        *,
        newcomer_id: NewcomerId | None,
        bewijs_id: BewijsId | None,
        at: dt.datetime,
    ) -> None:
        """Keep what each was made for."""
        of = {"newcomer_id": newcomer_id, "bewijs_id": bewijs_id, "made_at": at}
        rows = [
            {
                **of,
                "number": form.number,
                "minutes": form.total_minutes,
                "first_day": min((day for day, _ in form.rows), default=None),
                "last_day": max((day for day, _ in form.rows), default=None),
            }
            for form in made
        ]
        await self._connection.execute(forms.insert(), rows)

    async def facts(self, numbers: Collection[FormNumber]) -> Mapping[FormNumber, FormFacts]:
        """What those among these that were ever given were made for."""
        query = select(forms).where(forms.c.number.in_(numbers))
        return {
            FormNumber(row.number): FormFacts(
                number=FormNumber(row.number),
                newcomer_id=None if row.newcomer_id is None else NewcomerId(row.newcomer_id),
                bewijs_id=None if row.bewijs_id is None else BewijsId(row.bewijs_id),
                minutes=row.minutes,
                first_day=row.first_day,
                last_day=row.last_day,
            )
            for row in (await self._connection.execute(query)).all()
        }

    async def bind(self, numbers: Collection[FormNumber], newcomer_id: NewcomerId) -> None:
        """Those of a pad that nobody handed in yet are this newcomer's from now on."""
        if numbers:
            unbound = update(forms).where(forms.c.number.in_(numbers), forms.c.newcomer_id.is_(None))
            await self._connection.execute(unbound.values(newcomer_id=newcomer_id))

    async def count_elsewhere(self, numbers: Collection[FormNumber], paper_id: PaperId) -> bool:
        """Does one of these count in another paper? They are locked until the unit of work ends."""
        if not numbers:
            return False
        # In one order, so that two who decide about the same forms do not wait for each other.
        query = select(forms.c.counted_in).where(forms.c.number.in_(numbers)).order_by(forms.c.number)
        found = (await self._connection.execute(locked(query))).scalars()
        return bool(set(found) - {None, paper_id})

    async def count_in(self, numbers: Collection[FormNumber], paper_id: PaperId) -> None:
        """These forms count in this paper, unless they do in another."""
        if numbers:
            free = update(forms).where(forms.c.number.in_(numbers), forms.c.counted_in.is_(None))
            await self._connection.execute(free.values(counted_in=paper_id))
