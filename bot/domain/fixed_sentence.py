"""About thirty sentences that a begeleider can send in any language, with open places to fill in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from bot.domain.slot import Slot


class Group(StrEnum):
    """What a fixed sentence is about; the begeleider picks this first."""

    APPOINTMENT = "appointment"
    PAPERS = "papers"
    WAITING = "waiting"
    YES_NO = "yes_no"
    HOURS = "hours"
    OFFER = "offer"
    BEWIJS = "bewijs"


@dataclass(frozen=True)
class FixedSentence:
    """A sentence by its id; its words are in `texts/sentences.py`."""

    id: str
    group: Group
    slots: tuple[Slot, ...] = ()
    """The open places in the order in which they are asked."""
    draft_always: bool = False
    """About a deadline: a draft says so every time."""


def _table(*sentences: FixedSentence) -> Mapping[str, FixedSentence]:
    return MappingProxyType({sentence.id: sentence for sentence in sentences})


SENTENCES = _table(
    FixedSentence("come", Group.APPOINTMENT, (Slot.DATE, Slot.TIME, Slot.PLACE)),
    FixedSentence("come_with", Group.APPOINTMENT, (Slot.DATE, Slot.TIME, Slot.PLACE, Slot.PAPER)),
    FixedSentence("call_me", Group.APPOINTMENT, (Slot.NUMBER,)),
    FixedSentence("i_call", Group.APPOINTMENT, (Slot.DATE, Slot.TIME)),
    FixedSentence("goes_on", Group.APPOINTMENT, (Slot.DATE, Slot.TIME)),
    FixedSentence("moved", Group.APPOINTMENT, (Slot.DATE, Slot.TIME)),
    FixedSentence("cancelled", Group.APPOINTMENT, (Slot.DATE,)),
    FixedSentence("bring", Group.PAPERS, (Slot.PAPER,)),
    FixedSentence("send_photo", Group.PAPERS, (Slot.PAPER,)),
    FixedSentence("missing", Group.PAPERS, (Slot.PAPER,)),
    FixedSentence("received", Group.PAPERS, (Slot.PAPER,)),
    FixedSentence("not_needed", Group.PAPERS, (Slot.PAPER,)),
    FixedSentence("tell_by", Group.WAITING, (Slot.DATE,)),
    FixedSentence("ask_colleague", Group.WAITING, (Slot.DATE,)),
    FixedSentence("looking", Group.WAITING),
    FixedSentence("next_time", Group.WAITING),
    FixedSentence("away_until", Group.WAITING, (Slot.DATE,)),
    FixedSentence("yes", Group.YES_NO),
    FixedSentence("no", Group.YES_NO),
    FixedSentence("allowed", Group.YES_NO),
    FixedSentence("not_allowed", Group.YES_NO),
    FixedSentence("in_order", Group.YES_NO),
    FixedSentence("say_again", Group.YES_NO),
    FixedSentence("hours_accepted", Group.HOURS, (Slot.HOURS,)),
    FixedSentence("hours_left", Group.HOURS, (Slot.HOURS,)),
    FixedSentence("last_day", Group.HOURS, (Slot.DATE,), draft_always=True),
    FixedSentence("offer_fits", Group.OFFER),
    FixedSentence("offer_fits_not", Group.OFFER),
    FixedSentence("go_there", Group.OFFER, (Slot.DATE, Slot.TIME, Slot.PLACE)),
    FixedSentence("ask_for", Group.OFFER, (Slot.NAME,)),
    FixedSentence("announce", Group.OFFER, (Slot.NAME,)),
    FixedSentence("let_sign", Group.BEWIJS, (Slot.NAME,)),
    FixedSentence("bewijs_in_order", Group.BEWIJS),
    FixedSentence("photo_again", Group.BEWIJS),
    FixedSentence("not_signed", Group.BEWIJS),
    FixedSentence("paper_days", Group.BEWIJS, (Slot.NAME,)),
    FixedSentence("paper_hours", Group.BEWIJS, (Slot.NAME,)),
    FixedSentence("paper_contact", Group.BEWIJS, (Slot.NAME,)),
)
"""Every fixed sentence, in the order in which it is shown."""


def sentences_of(group: Group) -> tuple[FixedSentence, ...]:
    """The sentences of a group."""
    return tuple(sentence for sentence in SENTENCES.values() if sentence.group is group)


@dataclass(frozen=True)
class Filling:
    """A fixed sentence with what was filled in so far."""

    sentence: FixedSentence
    values: Mapping[Slot, str] = field(default_factory=dict)

    @property
    def next_slot(self) -> Slot | None:
        """What is asked for now; None when it is complete."""
        return next((slot for slot in self.sentence.slots if slot not in self.values), None)

    def with_value(self, slot: Slot, value: str) -> "Filling":
        """The same with this place filled in."""
        return replace(self, values={**self.values, slot: value})

    def without(self, slot: Slot) -> "Filling":
        """The same with this place open again."""
        return replace(self, values={kept: value for kept, value in self.values.items() if kept != slot})

    def pack(self) -> str:
        """As it is kept in a question's part."""
        values = {slot.value: value for slot, value in self.values.items()}
        return json.dumps({"sentence": self.sentence.id, "values": values}, ensure_ascii=False)

    @classmethod
    def unpack(cls, packed: str) -> "Filling":
        """Back from how it is kept."""
        kept = json.loads(packed)
        values = {Slot(slot): value for slot, value in kept["values"].items()}
        return cls(SENTENCES[kept["sentence"]], values)
