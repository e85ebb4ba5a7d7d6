"""A letter of the begeleider as the newcomer gets it: in their language, with Dutch one tap away."""

from dataclasses import dataclass

from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.letter import Letter
from bot.domain.question import QuestionPart
from bot.texts import buttons, replies
from bot.texts.message import Button, Message
from bot.texts.replies import Given, Look
from bot.texts.speaker import Speaker


@dataclass(frozen=True, kw_only=True)
class GivenLetter(Given):
    """A letter with what is needed to show it."""

    letter: Letter

    def data(self, does: str, look: Look) -> str:
        """What a button under it carries."""
        return buttons.data(buttons.LETTER, does, self.letter.id, look)


def as_part(letter: Letter) -> QuestionPart:
    """A letter's words, as an answer's are kept."""
    return QuestionPart(
        id=letter.id,
        part=letter.part,
        content=letter.content,
        message_id=letter.message_id,
        is_text=letter.is_text,
        at=letter.at,
    )


def letter(speaker: Speaker, given: GivenLetter) -> Message:
    """What the begeleider writes, and the way to answer."""
    # Translators: button under a letter of the begeleider: answer it.
    answer = speaker.plain("💬 Antwoord")
    rows = (
        replies.looks(speaker, given),
        (Button(label=answer, data=buttons.data(buttons.LETTER, "answer", given.letter.id)),),
    )
    text = f"{_who_writes(speaker, given.writer)}\n{_words(speaker, given)}"
    return Message(text=text, buttons=tuple(row for row in rows if row))


def _who_writes(speaker: Speaker, writer: str | None) -> str:
    if writer:
        # Translators: {name} is the begeleider; the words stand below.
        return speaker.say("✉️ <b>{name}</b> schrijft je:", name=writer)
    # Translators: the words of the begeleider stand below.
    return speaker.say("✉️ Je begeleider schrijft je:")


def _words(speaker: Speaker, given: GivenLetter) -> str:
    if not replies.is_below(given.part):
        return replies.words(speaker, given)
    if speaker.language == SOURCE_LANGUAGE:
        return speaker.say("Het bericht staat hieronder. 👇")
    # Translators: a voice message, picture or long text of the begeleider follows below.
    return speaker.say("Het bericht staat hieronder, in het Nederlands. 👇")
