"""What others must hear of a contact's doings, as work for later carries it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.ids import AttendanceId, BewijsId, ContactId, ContactLinkId, NewcomerId, PaperId, RefusalId


class News(StrEnum):
    """What happened; after the dash who hears of it."""

    JOINED = "joined"  # newcomer; begeleider when they must check the contact
    CHECKED = "checked"  # contact, newcomer
    SAID = "said"  # newcomer: dates that a contact confirmed, changed or denied
    NOTED = "noted"  # newcomer: a date that the contact noted first, with a button to object
    OBJECTED = "objected"  # begeleider
    SIGNED = "signed"  # newcomer with the PDF; begeleider with the card to decide
    VOID = "void"  # newcomer, begeleider: a signed bewijs does not hold any more
    REFUSED = "refused"  # newcomer, begeleider: the contact does not sign
    NEW_LINK = "new_link"  # begeleider: somebody asks for a new link
    STOPPED = "stopped"  # newcomer, begeleider: the contact stopped
    NOT_WITH_US = "not_with_us"  # newcomer, begeleider
    OTHER_CONTACT = "other_contact"  # begeleider: the contact named somebody else


@dataclass(frozen=True, kw_only=True)
class Happened:
    """Something that one newcomer or their begeleider hears."""

    news: News
    newcomer_id: NewcomerId
    contact_id: ContactId | None = None
    bewijs_id: BewijsId | None = None
    attendance_ids: tuple[AttendanceId, ...] = ()
    paper_id: PaperId | None = None
    refusal_id: RefusalId | None = None
    link_id: ContactLinkId | None = None

    def facts(self) -> dict[str, Any]:
        """As a job carries it."""
        known = {name: value for name, value in vars(self).items() if value is not None}
        return {**known, "news": self.news.value, "attendance_ids": list(self.attendance_ids)}


def happened(facts: dict[str, Any]) -> Happened:
    """What a job carries, as it was."""
    given = dict(facts)
    ids = tuple(AttendanceId(one) for one in given.pop("attendance_ids", ()))
    return Happened(news=News(given.pop("news")), attendance_ids=ids, **given)
