"""What a file says: offers that can go into the catalogue, and what is wrong with its rows."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.offer import OfferDetails


class Reason(StrEnum):
    """What is wrong with a value, or why a row stays out; the words for it are in `bot/texts/`."""

    NO_TITLE = "no_title"
    NO_DATE = "no_date"
    """No day, or one that does not exist."""
    ENDS_BEFORE_START = "ends_before_start"
    NO_NUMBER = "no_number"
    NO_POSTCODE = "no_postcode"
    NO_PLACE = "no_place"
    """No place in Belgium has this name or postcode."""
    NO_POINT = "no_point"
    """Coordinates that are none, or far from Belgium."""
    NO_LEVEL = "no_level"
    NO_ANSWER = "no_answer"
    """Neither yes, no nor unknown."""
    NO_ADDRESS = "no_address"
    """A web or e-mail address that is none, or one that is not safe."""
    NO_PHONE = "no_phone"
    OTHER_KIND = "other_kind"
    """A kind of offer that the bot does not know; it stays as a word."""
    TWICE = "twice"
    """The same id again; the first one counts."""
    NOT_UNDERSTOOD = "not_understood"
    """Words about when; they stand in the description now."""
    NOT_EVERY_WEEK = "not_every_week"
    """"The first Saturday of the month" counts as each Saturday; the words stand in the description."""
    TOO_LONG = "too_long"
    """It was shortened."""
    UNKNOWN_COLUMN = "unknown_column"
    """A column of this name is not read."""
    COLUMN_TWICE = "column_twice"
    """Two columns mean the same; the first one counts."""
    NOT_FOR_NEWCOMERS = "not_for_newcomers"
    """For schools only, which keeps it out; or for members only, which does not."""
    TAKEN_AWAY = "taken_away"
    """Deleted or rejected at its source, or not meant to be seen."""
    NOT_AN_OFFER = "not_an_offer"
    """Something else than an event or a place, or only a reference to one."""


class Unusable(StrEnum):
    """Why nothing of a file can be read."""

    NO_HEADER = "no_header"
    """No row names a column for the title."""
    OF_PEOPLE = "of_people"
    """A list of people, whose names are no titles."""
    NOT_JSON = "not_json"
    NO_OFFERS = "no_offers"
    """Neither an event nor a place in it."""


class FileUnusable(Exception):  # noqa: N818 - a refusal is a statement
    """Nothing of a file can be read as offers; raised by `read_table` and `read_uitdatabank`."""

    def __init__(self, reason: Unusable) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An offer as a file gives it."""

    reference: str
    """Its id in the source; made from title, organisation and place where the source gives none."""
    source: str
    details: OfferDetails
    line: int | None
    """Where it stands in the file, from 1; its number in a list, for JSON."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something wrong in a row."""

    line: int | None
    """As in `Draft`; None for what concerns the whole file."""
    column: str | None
    """As the template names it, such as "geldig tot"; None for the whole row."""
    reason: Reason
    value: str
    """What stands there, shortened."""
    is_fatal: bool
    """Did the row stay out? Else this is a remark, and the rest of the row went in."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What was read of a file."""

    drafts: tuple[Draft, ...]
    faults: tuple[Fault, ...]
    is_whole: bool
    """Is it all that the source has? Of a part nothing vanishes."""
    left_out: frozenset[tuple[str, str]] = frozenset()
    """Source and reference of rows that stay out for a fault: they do not vanish for it."""
