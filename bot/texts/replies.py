"""The begeleider's answer as the newcomer gets it: with the question, in their language, Dutch one tap away.

How it is looked at stands in its buttons, so that it can be drawn again from what is kept.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.entry import Entry
from bot.domain.fixed_sentence import Filling
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.question import Part, Question, QuestionPart
from bot.texts import answers, buttons, fit, sentences
from bot.texts.message import Button, Message
from bot.texts.questions import quote
from bot.texts.speaker import Speaker, escaped, own_name, speaker_for

OWN_WORDS_UNITS = 3000
"""Longer words of a begeleider are carried over as they are, in a message of their own."""


class Look(StrEnum):
    """How an answer is shown."""

    SHORT = "s"
    FULL = "f"
    DUTCH = "d"


@dataclass(frozen=True, kw_only=True)
class Given(ABC):
    """What a begeleider gives a newcomer to read, with what is needed to show it."""

    part: QuestionPart
    writer: str | None
    """The begeleider's name; None for the team."""
    entries: Mapping[str, Entry]
    look: Look = Look.SHORT
    tells_draft: bool = False

    @property
    def entry(self) -> Entry | None:
        """The entry that was sent, if it was one."""
        return self.entries.get(self.part.content) if self.part.part is Part.ANSWER_ENTRY else None

    @property
    def draft_always(self) -> bool:
        """Is it about fines, exemption or a deadline, so that a draft says so every time?"""
        if self.part.part is Part.ANSWER_SENTENCE:
            return Filling.unpack(self.part.content).sentence.draft_always
        return self.entry is not None and self.entry.draft_always

    @abstractmethod
    def data(self, does: str, look: Look) -> str:
        """What a button under it carries."""


@dataclass(frozen=True, kw_only=True)
class Reply(Given):
    """An answer with the question it answers."""

    question: Question
    asks_whether_it_helped: bool = True

    def data(self, does: str, look: Look) -> str:
        """What a button under it carries."""
        asks = "1" if self.asks_whether_it_helped else "0"
        return buttons.data(buttons.QUESTION, does, self.part.id, look, asks)


def is_below(part: QuestionPart) -> bool:
    """Does this answer follow in a message of its own, as voice, pictures and very long texts do?"""
    return part.part is Part.ANSWER_OWN_WORDS and (
        not part.is_text or fit.units(part.content) > OWN_WORDS_UNITS
    )


def reply(speaker: Speaker, given: Reply) -> Message:
    """The answer, with the question it answers above it."""
    parts = (_who_answers(speaker, given.writer), quote(speaker, given.question), words(speaker, given))
    return Message(text="\n".join(part for part in parts if part), buttons=_rows(speaker, given))


def is_draft(speaker: Speaker, given: Given) -> bool:
    """Is it a translation that no fluent person has read?"""
    if speaker.language == SOURCE_LANGUAGE:
        return False
    if (entry := given.entry) is not None:
        return answers.is_draft(_view(entry, speaker.language, Look.SHORT))
    if given.part.part is Part.ANSWER_SENTENCE:
        filling = Filling.unpack(given.part.content)
        return speaker.review_of(sentences.message_id(filling.sentence.id)) is None
    return False


def _who_answers(speaker: Speaker, writer: str | None) -> str:
    if writer:
        # Translators: {name} is the begeleider; the question stands below, and then the answer.
        return speaker.say("💬 <b>{name}</b> antwoordt op je vraag:", name=writer)
    return speaker.say("💬 <b>Het team</b> antwoordt op je vraag:")


def words(speaker: Speaker, given: Given) -> str:
    """What was given, in the reader's language; own words stay as they were written. HTML."""
    if given.part.part is Part.ANSWER_OWN_WORDS:
        return _own_words(speaker, given)
    shown = speaker_for(SOURCE_LANGUAGE) if given.look is Look.DUTCH else speaker
    if (entry := given.entry) is not None:
        view = replace(_view(entry, shown.language, given.look), tells_draft=given.tells_draft)
        return answers.text(replace(view, tells_draft=given.tells_draft))
    if given.part.part is Part.ANSWER_ENTRY:
        # Translators: an answer that was sent earlier does not exist any more.
        return speaker.say("Dit antwoord bestaat niet meer. Vraag het aan je begeleider.")
    sentence = f"<b>{sentences.sentence(shown, Filling.unpack(given.part.content))}</b>"
    return f"{sentence}\n\n{_draft(speaker)}" if given.tells_draft else sentence


def _draft(speaker: Speaker) -> str:
    # Translators: small line under a translation that no fluent person has read yet.
    return speaker.say("<i>Niemand keek deze vertaling al na. Vraag het zeker na bij je begeleider.</i>")


def _own_words(speaker: Speaker, given: Given) -> str:
    if is_below(given.part):
        if speaker.language == SOURCE_LANGUAGE:
            return speaker.say("Het antwoord staat hieronder. 👇")
        # Translators: a voice message, picture or long text of the begeleider follows below.
        return speaker.say("Het antwoord staat hieronder, in het Nederlands. 👇")
    words = f"<blockquote>{escaped(given.part.content)}</blockquote>"
    if speaker.language == SOURCE_LANGUAGE:
        return words
    if given.writer:
        # Translators: below stands what the begeleider {name} wrote in Dutch, not translated.
        mark = speaker.say("In het Nederlands, zoals {name} het schreef:", name=given.writer)
    else:
        # Translators: below stands what the team wrote in Dutch, not translated.
        mark = speaker.say("In het Nederlands, zoals het team het schreef:")
    return f"{mark}\n{words}"


def _view(entry: Entry, language: str, look: Look) -> answers.View:
    return answers.View(
        entry=entry,
        language=language,
        back=language,
        is_full=look is not Look.SHORT,
        asks_whether_it_helped=False,
    )


def _rows(speaker: Speaker, given: Reply) -> tuple[tuple[Button, ...], ...]:
    rows = [looks(speaker, given)]
    if given.asks_whether_it_helped:
        # Translators: button under the begeleider's answer.
        thanks = speaker.plain("👍 Bedankt, dit helpt")
        rows.append((Button(label=thanks, data=given.data("thanks", given.look)),))
    # Translators: button under the begeleider's answer: the person asks on about the same question.
    again = speaker.plain("❓ Ik heb hierover nog een vraag")
    rows.append((Button(label=again, data=buttons.data(buttons.QUESTION, "again", given.question.id)),))
    return tuple(row for row in rows if row)


def looks(speaker: Speaker, given: Given) -> tuple[Button, ...]:
    """Other ways to look at it: whole, short, in Dutch."""
    if given.part.part is Part.ANSWER_OWN_WORDS:
        return ()
    if given.look is Look.DUTCH:
        # Translators: button under the Dutch text: back to the answer in {language}, by its own name.
        label = speaker.plain("⬅️ {language}", language=own_name(speaker.language))
        return (Button(label=label, data=given.data("see", Look.SHORT)),)
    row: list[Button] = []
    if given.entry is not None:
        # Translators: button: shows the whole answer.
        more = speaker.plain("Meer")
        # Translators: button: shows only the short answer.
        less = speaker.plain("Korter")
        is_short = given.look is Look.SHORT
        row.append(
            Button(
                label=more if is_short else less,
                data=given.data("see", Look.FULL if is_short else Look.SHORT),
            )
        )
    if speaker.language != SOURCE_LANGUAGE:
        # Translators: button: shows the whole answer in plain Dutch.
        dutch = speaker.plain("In het Nederlands")
        row.append(Button(label=dutch, data=given.data("see", Look.DUTCH)))
    return tuple(row)


def thanked(given: Reply) -> Reply:
    """The same answer, after the person said that it helps."""
    return replace(given, asks_whether_it_helped=False)
