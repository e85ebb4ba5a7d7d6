"""The fixed sentences that a begeleider sends, in the reader's language, with their places filled in.

Amounts stand after a colon, so that no language has to bend a word to a number.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from babel import numbers

from bot.domain.fixed_sentence import Filling
from bot.domain.slot import Slot
from bot.texts.speaker import Speaker


class Voice(Protocol):
    """Says a sentence, as a `Speaker` does."""

    def say(self, sentence: str, **values: object) -> str: ...


# fmt: off
_SAYINGS: Mapping[str, Callable[[Voice, dict[str, object]], str]] = {
    # Translators: sent by a begeleider. {date} has its weekday, {time} is written as 14:30.
    "come": lambda v, x: v.say("Kom op {date} om {time} naar {place}.", **x),
    # Translators: sent by a begeleider. {paper} is written by the begeleider in Dutch.
    "come_with": lambda v, x: v.say("Kom op {date} om {time} naar {place}. Breng dit mee: {paper}.", **x),
    # Translators: sent by a begeleider. {number} is a telephone number.
    "call_me": lambda v, x: v.say("Bel mij op dit nummer: {number}.", **x),
    # Translators: sent by a begeleider.
    "i_call": lambda v, x: v.say("Ik bel je op {date} om {time}.", **x),
    # Translators: sent by a begeleider.
    "goes_on": lambda v, x: v.say("Onze afspraak gaat door, op {date} om {time}.", **x),
    # Translators: sent by a begeleider.
    "moved": lambda v, x: v.say("Onze afspraak verandert. De nieuwe afspraak is op {date} om {time}.", **x),
    # Translators: sent by a begeleider.
    "cancelled": lambda v, x: v.say("De afspraak van {date} gaat niet door. Je krijgt een nieuwe.", **x),
    # Translators: sent by a begeleider. {paper} is written by the begeleider in Dutch.
    "bring": lambda v, x: v.say("Breng dit mee: {paper}.", **x),
    # Translators: sent by a begeleider. {paper} is written by the begeleider in Dutch.
    "send_photo": lambda v, x: v.say("Stuur mij hiervan een foto: {paper}.", **x),
    # Translators: sent by a begeleider. {paper} is written by the begeleider in Dutch.
    "missing": lambda v, x: v.say("Dit papier heb ik nog niet: {paper}.", **x),
    # Translators: sent by a begeleider. {paper} is written by the begeleider in Dutch.
    "received": lambda v, x: v.say("Dit heb ik gekregen: {paper}. Dank je wel.", **x),
    # Translators: sent by a begeleider. {paper} is written by the begeleider in Dutch.
    "not_needed": lambda v, x: v.say("Dit heb je niet nodig: {paper}.", **x),
    # Translators: sent by a begeleider.
    "tell_by": lambda v, x: v.say("Ik laat het je weten ten laatste op {date}.", **x),
    # Translators: sent by a begeleider.
    "ask_colleague": lambda v, x: v.say("Ik vraag het na. Je hoort het ten laatste op {date}.", **x),
    # Translators: sent by a begeleider.
    "looking": lambda v, x: v.say("Ik zoek het uit. Je hoort nog van mij.", **x),
    # Translators: sent by a begeleider.
    "next_time": lambda v, x: v.say("Daar praten we over bij onze volgende afspraak.", **x),
    # Translators: sent by a begeleider.
    "away_until": lambda v, x: v.say("Ik ben er weer op {date}. Dan antwoord ik je.", **x),
    # Translators: sent by a begeleider, as the answer to a question.
    "yes": lambda v, x: v.say("Ja.", **x),
    # Translators: sent by a begeleider, as the answer to a question.
    "no": lambda v, x: v.say("Nee.", **x),
    # Translators: sent by a begeleider: what the newcomer asks is allowed.
    "allowed": lambda v, x: v.say("Ja, dat mag.", **x),
    # Translators: sent by a begeleider: what the newcomer asks is not allowed.
    "not_allowed": lambda v, x: v.say("Nee, dat mag niet.", **x),
    # Translators: sent by a begeleider.
    "in_order": lambda v, x: v.say("Dit is in orde. Je moet niets meer doen.", **x),
    # Translators: sent by a begeleider who does not understand the question yet.
    "say_again": lambda v, x: v.say("Ik begrijp je vraag nog niet goed. Kan je het anders zeggen?", **x),
    # Translators: sent by a begeleider. {hours} is a number.
    "hours_accepted": lambda v, x: v.say("Uren die ik tot nu heb goedgekeurd: {hours}.", **x),
    # Translators: sent by a begeleider. {hours} is a number.
    "hours_left": lambda v, x: v.say("Uren die je nog moet doen: {hours}.", **x),
    # Translators: sent by a begeleider. {date} is the last day of the contract term.
    "last_day": lambda v, x: v.say("Je kan je uren doen tot en met {date}.", **x),
    # Translators: sent by a begeleider. The activity is one the newcomer asked about.
    "offer_fits": lambda v, x: v.say("Deze activiteit past in je traject. Je mag beginnen.", **x),
    # Translators: sent by a begeleider. The activity is one the newcomer asked about.
    "offer_fits_not": lambda v, x: v.say("Deze activiteit telt niet mee. We zoeken samen een andere.", **x),
    # Translators: sent by a begeleider.
    "go_there": lambda v, x: v.say("Je kan beginnen op {date} om {time}. De plaats is {place}.", **x),
    # Translators: sent by a begeleider. {name} is the contact of an activity.
    "ask_for": lambda v, x: v.say("Vraag daar naar {name}.", **x),
    # Translators: sent by a begeleider. {name} is the contact of an activity.
    "announce": lambda v, x: v.say("Ik laat {name} weten dat je komt.", **x),
    # Translators: sent by a begeleider. Keep "bewijs van deelname" in Dutch beside the translation.
    "let_sign": lambda v, x: v.say("Laat je bewijs van deelname tekenen door {name}.", **x),
    # Translators: sent by a begeleider. Keep "bewijs van deelname" in Dutch beside the translation.
    "bewijs_in_order": lambda v, x: v.say("Je bewijs van deelname is in orde.", **x),
    # Translators: sent by a begeleider, about a photo of a paper.
    "photo_again": lambda v, x: v.say("Ik kan de foto niet lezen. Neem een nieuwe, met meer licht.", **x),
    # Translators: sent by a begeleider. Keep "bewijs van deelname" in Dutch beside the translation.
    "not_signed": lambda v, x: v.say("Op je bewijs van deelname staat nog geen handtekening.", **x),
    # Translators: sent by a begeleider, about a bewijs. {name} is an organisation or a contact.
    "paper_days": lambda v, x: v.say("Op welke dagen was je bij {name}?", **x),
    # Translators: sent by a begeleider, about a bewijs. {name} is an organisation or a contact.
    "paper_hours": lambda v, x: v.say("Hoeveel uur was je in totaal bij {name}?", **x),
    # Translators: sent by a begeleider, about a bewijs. {name} is an organisation.
    "paper_contact": lambda v, x: v.say("Wie tekende je bewijs bij {name}? Schrijf de naam.", **x),
}
# fmt: on


def sentence(speaker: Speaker, filling: Filling) -> str:
    """A complete fixed sentence as HTML, in the speaker's language."""
    values: dict[str, object] = {
        slot.value: value_words(speaker, slot, filling.values[slot]) for slot in filling.sentence.slots
    }
    return _SAYINGS[filling.sentence.id](speaker, values)


def value_words(speaker: Speaker, slot: Slot, value: str) -> str:
    """A value as the speaker's language writes it; plain text."""
    if slot is Slot.DATE:
        return speaker.day(date.fromisoformat(value))
    if slot is Slot.HOURS:
        hours = Decimal(value) / 60
        return numbers.format_decimal(
            round(hours, 2).normalize(), locale=speaker.language, numbering_system="latn"
        )
    return value


def outline(speaker: Speaker, sentence_id: str) -> str:
    """A sentence with its places still open, as HTML."""
    values: dict[str, object] = {slot.value: "…" for slot in Slot}
    return _SAYINGS[sentence_id](speaker, values).replace("….", "…")


def message_id(sentence_id: str) -> str:
    """The Dutch sentence by which the catalogues know it."""
    return _SAYINGS[sentence_id](_Plain(), {})


class _Plain:
    """Says a sentence as it stands."""

    def say(self, sentence: str, **_values: object) -> str:
        return sentence
