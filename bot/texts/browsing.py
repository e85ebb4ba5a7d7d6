"""Questions to choose from, by subject: the way to an answer for who would rather tap than write."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.entry import Entry
from bot.domain.subject import Subject
from bot.texts import buttons
from bot.texts.answers import question_on_button
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker, own_name

LIST = "asks"
"""The screen of the menu that lists subjects, or the questions of one."""


def subjects(speaker: Speaker, *, is_weak: bool = False) -> Message:
    """The subjects, each a button.

    Args:
        speaker: The reader's voice.
        is_weak: Is this a language that the bot does not understand well enough yet?
    """
    # Translators: above buttons with subjects of questions.
    text = speaker.say("📚 <b>Waarover gaat je vraag?</b>")
    return Message(
        text=f"{text}\n{weakness(speaker)}" if is_weak else text, buttons=tuple(_subject_rows(speaker))
    )


def questions(speaker: Speaker, subject: Subject, entries: Sequence[Entry]) -> Message:
    """The questions of a subject, each a button that shows its answer."""
    rows = [
        (Button(label=question_on_button(speaker, one), data=buttons.data(buttons.CHOICE, one.id)),)
        for one in entries
    ]
    # Translators: button: back from the questions of one subject to all subjects.
    back = Button(label=speaker.plain("⬅️ Andere vragen"), data=buttons.data(buttons.MENU, LIST))
    return Message(text=f"<b>{_words(speaker, subject)}</b>", buttons=(*rows, (back,)))


def weakness(speaker: Speaker) -> str:
    """Honest about a language in which the bot understands too few messages."""
    # Translators: {language} is the name of your language, in itself. Said to newcomers who speak it.
    return speaker.say(
        "Ik begrijp {language} nog niet altijd goed. Tik liever op een knop. Dan krijg je zeker het juiste "
        "antwoord.",
        language=own_name(speaker.language),
    )


def led_by_buttons(speaker: Speaker, screen: Message) -> Message:
    """A screen of the bot that did not understand, with the subjects above its own buttons."""
    text = f"{screen.text}\n\n{weakness(speaker)}"
    return replace(screen, text=text, buttons=(*_subject_rows(speaker), *screen.buttons))


def list_button(speaker: Speaker) -> Button:
    """Leads to the subjects."""
    # Translators: button: shows questions that one can tap instead of writing.
    return Button(label=speaker.plain("📚 Kies een vraag"), data=buttons.data(buttons.MENU, LIST))


def _subject_rows(speaker: Speaker) -> list[tuple[Button, ...]]:
    return [
        (Button(label=_words(speaker, subject), data=buttons.data(buttons.MENU, LIST, subject)),)
        for subject in Subject
    ]


def _words(speaker: Speaker, subject: Subject) -> str:
    match subject:
        case Subject.MUST:
            # Translators: button: questions on who has to do the 40 hours.
            return speaker.plain("❓ Moet ik dit doen?")
        case Subject.WHEN_AND_WHERE:
            # Translators: button: questions on the term, the rhythm and the place of the activities.
            return speaker.plain("🗓 Wanneer en waar")
        case Subject.BEWIJS:
            # Translators: button: questions on the signed paper (bewijs van deelname).
            return speaker.plain("📄 Bewijs van deelname")
        case Subject.HELP:
            # Translators: button: questions on who explains, goes along, searches along; and on insurance.
            return speaker.plain("🤝 Hulp en verzekering")
        case Subject.DUTCH:
            # Translators: button: questions on how much Dutch one needs, and on conversation tables.
            return speaker.plain("🗣 Nederlands oefenen")
