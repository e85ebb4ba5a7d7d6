"""Ids are their own types, so that one never lands in another's place."""

from typing import NewType

AccountId = NewType("AccountId", int)
BegeleiderId = NewType("BegeleiderId", int)
NewcomerId = NewType("NewcomerId", int)
QuestionId = NewType("QuestionId", int)
BewijsId = NewType("BewijsId", int)
AttendanceId = NewType("AttendanceId", int)
AcceptanceId = NewType("AcceptanceId", int)
EventId = NewType("EventId", int)
"""The id of a line of a newcomer's history."""
LetterId = NewType("LetterId", int)
OfferId = NewType("OfferId", int)
ParticipationId = NewType("ParticipationId", int)
WishId = NewType("WishId", int)
ChatId = NewType("ChatId", int)
"""Telegram's id of a chat; in a private chat it equals the user's id."""
EntryId = NewType("EntryId", str)
"""The id of a FAQ entry in the source, such as `termijn-40-uur`."""
PaperId = NewType("PaperId", int)
"""The id of a bewijs that was handed in, or is about to be."""
PageId = NewType("PageId", int)
ContactId = NewType("ContactId", int)
"""The id of a contactpersoon who joined, for one organisation."""
ContactLinkId = NewType("ContactLinkId", int)
DoorId = NewType("DoorId", int)
"""The id of an activity at whose door a code is scanned."""
RefusalId = NewType("RefusalId", int)
"""The id of a newcomer's word that a contact does not sign."""
