"""Choosing a fixed sentence and filling in its places, as the begeleider sees it (Dutch only)."""

import datetime as dt
from abc import ABC, abstractmethod

from bot.domain.dates import MONTHS, WEEKDAYS
from bot.domain.fixed_sentence import Filling, FixedSentence, Group, sentences_of
from bot.domain.question import Question
from bot.domain.slot import Slot
from bot.texts import buttons, sentences
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.message import Button, Message
from bot.texts.questions import quote
from bot.texts.speaker import Ready

TIMES = ("09:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00", "17:00")
DAYS_AHEAD = 10
LABEL_LENGTH = 48

_GROUPS = {
    Group.APPOINTMENT: "🗓 Afspraak",
    Group.PAPERS: "🗂 Papieren",
    Group.WAITING: "🕓 Even wachten",
    Group.YES_NO: "👍 Ja of nee",
    Group.HOURS: "⏳ Uren",
    Group.OFFER: "🔎 Activiteit",
    Group.BEWIJS: "📄 Bewijs",
}
_PROMPTS = {
    Slot.DATE: "Welke dag? Typ bijvoorbeeld <code>3/12</code>, <code>3 dec</code> of <code>morgen</code>.",
    Slot.TIME: "Hoe laat? Typ bijvoorbeeld <code>14u</code> of <code>14:30</code>.",
    Slot.PLACE: "Waar? Typ bijvoorbeeld <code>Stationsstraat 1, lokaal 3</code>.",
    Slot.PAPER: "Welk papier? Typ bijvoorbeeld <code>identiteitskaart</code>. Dit blijft in het Nederlands.",
    Slot.NUMBER: "Welk telefoonnummer? Typ het zoals je het belt.",
    Slot.NAME: "Welke naam? Typ ze zoals je ze schrijft.",
    Slot.HOURS: "Hoeveel uur? Typ bijvoorbeeld <code>12</code> of <code>1u30</code>.",
}
_NOT_UNDERSTOOD = {
    Slot.DATE: "⚠️ Die dag begrijp ik niet, of hij is al voorbij.",
    Slot.TIME: "⚠️ Dat uur begrijp ik niet.",
    Slot.NUMBER: "⚠️ Dat is geen telefoonnummer.",
    Slot.HOURS: "⚠️ Dat aantal uren begrijp ik niet.",
}
_TOO_LONG = "⚠️ Dat is te lang. Houd het op één korte regel."


class Place(ABC):
    """For what a sentence is filled in; its buttons say so."""

    is_in_group: bool = False
    """In a group the bot hears only what answers it."""

    @property
    @abstractmethod
    def quoted(self) -> str:
        """What stands above it, as HTML; empty for nothing."""

    @property
    @abstractmethod
    def back(self) -> Button:
        """Leaves the sentence."""

    @abstractmethod
    def data(self, what: str, *more: object) -> str:
        """What a button carries."""


class ForQuestion(Place):
    """As the answer to a question."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self.is_in_group = question.begeleider_id is None

    @property
    def quoted(self) -> str:
        """The question's first words."""
        return quote(dutch_speaker(), self._question)

    @property
    def back(self) -> Button:
        """To the question's card."""
        data = buttons.data(buttons.BEGELEIDER, "back", self._question.id)
        return Button(label=dutch_plain("⬅️ Naar de vraag"), data=data)

    def data(self, what: str, *more: object) -> str:
        """What a button carries."""
        return buttons.data(buttons.SENTENCE, what, self._question.id, *more)


def choose_group(place: Place, asker: str) -> Message:
    """What is the sentence about?"""
    groups = [Button(label=_GROUPS[group], data=place.data("group", group)) for group in Group]
    rows = tuple(tuple(groups[start : start + 2]) for start in range(0, len(groups), 2))
    ask = dutch(
        "<b>Vaste zin voor {asker}</b>\nDe zin gaat vertaald naar {asker}. Waarover gaat ze?", asker=asker
    )
    return Message(text=_under(place, ask), buttons=(*rows, (place.back,)))


def choose_sentence(place: Place, group: Group) -> Message:
    """Which sentence of the group?"""
    rows = [
        (Button(label=_label(sentence), data=place.data("pick", sentence.id)),)
        for sentence in sentences_of(group)
    ]
    ask = dutch("<b>{group}</b>\nKies een zin. Op de plaats van … vul je zelf in.", group=_GROUPS[group])
    back = Button(label=dutch_plain("⬅️ Terug"), data=place.data("groups"))
    return Message(text=_under(place, ask), buttons=(*rows, (back,)))


def ask_for(place: Place, filling: Filling, slot: Slot, today: dt.date, *, again: bool = False) -> Message:
    """Ask for the value of one place; typed, or tapped where there are few.

    Args:
        place: What it is for.
        filling: The sentence so far.
        slot: The place that is asked for.
        today: The day in the bot's time zone.
        again: What was typed could not be understood.
    """
    so_far = dutch("<b>{words}</b>", words=Ready(_so_far(filling)))
    ask = dutch(_PROMPTS[slot])
    if again:
        ask = f"{dutch(_NOT_UNDERSTOOD.get(slot, _TOO_LONG))}\n{ask}"
    if place.is_in_group:
        # In a group the bot hears only what answers it.
        ask = f"{ask}\n{dutch('Antwoord op dit bericht.')}"
    rows = (*_suggestions(place, slot, today), (_to_groups(place), place.back))
    return Message(text=_under(place, f"{so_far}\n\n{ask}"), buttons=rows)


def preview(place: Place, filling: Filling, asker: str, language: str) -> Message:
    """The whole sentence in Dutch, before it goes out.

    Args:
        place: What it is for.
        filling: The complete sentence.
        asker: Who gets it.
        language: The Dutch name of the language it goes out in.
    """
    text = dutch(
        "<b>{words}</b>\n\n{asker} krijgt dit in het {language}.",
        words=Ready(sentences.sentence(dutch_speaker(), filling)),
        asker=asker,
        language=language,
    )
    send = Button(
        label=dutch_plain("📤 Stuur"),
        data=place.data("send", filling.sentence.id),
    )
    better = Button(label=dutch_plain("✏️ Verbeter"), data=place.data("fix"))
    change = (better,) if filling.sentence.slots else (_to_groups(place),)
    return Message(text=_under(place, text), buttons=((send, *change), (place.back,)))


def went_on(filling: Filling) -> Message:
    """Where a value was asked for, after it was given: the question for the next one stands below."""
    return Message(text=dutch("⬇️ <b>{words}</b>", words=Ready(_so_far(filling))))


def choose_slot(place: Place, filling: Filling) -> Message:
    """Which place should be different?"""
    rows = [
        (
            Button(
                label=_value_label(slot, filling.values[slot]),
                data=place.data("slot", slot),
            ),
        )
        for slot in filling.sentence.slots
    ]
    text = dutch(
        "<b>{words}</b>\n\nWat wil je verbeteren?",
        words=Ready(sentences.sentence(dutch_speaker(), filling)),
    )
    return Message(text=_under(place, text), buttons=(*rows, (_to_groups(place), place.back)))


def sent(asker: str, words: str) -> Message:
    """Where the preview stood, after it was sent; the card tells whether it arrived.

    Args:
        asker: Who gets it.
        words: The sentence, as HTML.
    """
    return Message(text=dutch("📤 Naar {asker}: <b>{words}</b>", asker=asker, words=Ready(words)))


def nothing_to_send() -> str:
    """The preview is of an older sentence."""
    return dutch_plain("Deze zin is al verstuurd of vervangen. Kies opnieuw bij de vraag.")


def _under(place: Place, text: str) -> str:
    quoted = place.quoted
    return f"{quoted}\n{text}" if quoted else text


def _to_groups(place: Place) -> Button:
    return Button(label=dutch_plain("💬 Andere zin"), data=place.data("groups"))


def _label(sentence: FixedSentence) -> str:
    return sentences.outline(dutch_speaker(), sentence.id)


def _so_far(filling: Filling) -> str:
    """The Dutch sentence with what is filled in, and dots for the rest."""
    words = sentences.message_id(filling.sentence.id)
    values = {
        slot.value: sentences.value_words(dutch_speaker(), slot, filling.values[slot])
        if slot in filling.values
        else "…"
        for slot in filling.sentence.slots
    }
    return dutch_speaker().say(words, **values).replace("….", "…")


def _suggestions(place: Place, slot: Slot, today: dt.date) -> tuple[tuple[Button, ...], ...]:
    if slot is Slot.DATE:
        days = [today + dt.timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1)]
        values = [(_short_day(day), day.isoformat()) for day in days]
        return _picks(place, slot, values, a_row=2)
    if slot is Slot.TIME:
        return _picks(place, slot, [(time, time.replace(":", "")) for time in TIMES], a_row=4)
    return ()


def _picks(
    place: Place, slot: Slot, values: list[tuple[str, str]], *, a_row: int
) -> tuple[tuple[Button, ...], ...]:
    row = [Button(label=label, data=place.data("value", slot, value)) for label, value in values]
    return tuple(tuple(row[start : start + a_row]) for start in range(0, len(row), a_row))


def _short_day(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()][:2]} {day.day} {MONTHS[day.month - 1][:3]}"


def _value_label(slot: Slot, value: str) -> str:
    words = sentences.value_words(dutch_speaker(), slot, value)
    return f"✏️ {words}"[:LABEL_LENGTH]
