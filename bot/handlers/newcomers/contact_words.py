"""What contacts said of a newcomer's dates, by name, as the newcomer sees it."""

from collections.abc import Mapping, Sequence

from bot.domain.attendance import Attendance
from bot.domain.contact_words import SaidBy, Word
from bot.domain.ids import AttendanceId
from bot.services.ports import Work


async def said_of(work: Work, dates: Sequence[Attendance]) -> Mapping[AttendanceId, Sequence[SaidBy]]:
    """What each contact said of these dates, who spoke first before the others; erased ones are left out.

    Of a date about which the begeleider spoke there is nothing: their word goes before all others.

    Args:
        work: The unit of work.
        dates: Of one newcomer, who opened the dossier.
    """
    found = await work.words.of([date.id for date in dates])
    words = {date: said for date, said in found.items() if all(one.contact_id is not None for one in said)}
    ids = {word.contact_id for of_date in words.values() for word in of_date if word.contact_id is not None}
    names = {one.id: one.name for one in (await work.contact_people.many(ids)).values() if one.name}
    return {
        date: [
            SaidBy(by=names[word.contact_id], minutes=word.minutes)
            for word in sorted(of_date, key=_first)
            if word.contact_id in names
        ]
        for date, of_date in words.items()
    }


def _first(word: Word) -> tuple[float, int]:
    return word.first_at.timestamp(), word.contact_id or 0
