"""The kind of an offer (*aanbodtype*); hours of another kind need another bewijs (`bewijs-combineren`)."""

from enum import StrEnum


class OfferKind(StrEnum):
    """The kind of an offer (*aanbodtype*); another kind needs another bewijs."""

    BUDDY = "buddy"
    VOLUNTEERING = "volunteering"
    ASSOCIATION = "association"
    WORK_PLACEMENT = "work_placement"
    """An introductory work placement (*kennismakingsstage*)."""
    CONVERSATION_TABLE = "conversation_table"
    NEIGHBOURHOOD_HOUSE = "neighbourhood_house"
    COURSE = "course"
    SPORT = "sport"
    CULTURE = "culture"
    OTHER = "other"
