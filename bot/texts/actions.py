"""What the large buttons lead to today: honest about what the bot cannot do yet, and a way on at once."""

from bot.domain.entry import Entry
from bot.domain.ids import EntryId
from bot.domain.question import Topic
from bot.domain.reader import Reader
from bot.domain.understanding import Action
from bot.texts import buttons, fit
from bot.texts.answers import question_on_button
from bot.texts.menu import PICTOGRAM, MenuButton
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker

LONGEST_NAME = 24
"""How much of a name stands on a button, in UTF-16 units."""

TOPIC_OF = {Action.PROGRESS: Topic.HOURS, Action.OFFERS: Topic.OFFER, Action.BEWIJS: Topic.BEWIJS}
"""What a question about each of the actions is about."""

NEAR = {
    Action.PROGRESS: (EntryId("termijn-40-uur"), EntryId("bewijs-wie-controleert")),
    Action.BEWIJS: (
        EntryId("bewijs-contactpersoon"),
        EntryId("bewijs-combineren"),
        EntryId("bewijs-wie-controleert"),
    ),
}
"""The entries that help with each of the actions."""


def not_yet(
    speaker: Speaker,
    action: Action,
    entries: tuple[Entry, ...],
    *,
    has_own_words: bool,
    reader: Reader | None,
) -> Message:
    """The screen of an action that the bot cannot do itself yet.

    Args:
        speaker: The reader's voice.
        action: Progress or bewijs.
        entries: Those of `NEAR` that are in service.
        has_own_words: Did the person write a question of their own, or press the large button?
        reader: Who would read a question.
    """
    text = _what_is_possible(speaker, action)
    rows = tuple((_entry(speaker, entry),) for entry in entries)
    if reader is None:
        return Message(text=f"{text}\n\n{nobody_to_ask(speaker)}", buttons=rows)
    words = "own" if has_own_words else "new" if action is Action.BEWIJS else "ready"
    ask = Button(label=_ask(speaker, action, reader), data=buttons.data(buttons.ASK, words, TOPIC_OF[action]))
    return Message(text=text, buttons=((ask,), *rows))


def _what_is_possible(speaker: Speaker, action: Action) -> str:
    match action:
        case Action.PROGRESS:
            # Translators: after "my hours", to a person whom no begeleider has joined to the bot yet.
            return speaker.say(
                "⏳ <b>Ik ken je uren nog niet.</b>\n"
                "Vraag je begeleider om een link voor mij. Dan zie je hier je uren."
            )
        case Action.BEWIJS:
            # Translators: after "send a bewijs". The bot cannot read a photo yet.
            return speaker.say(
                "📄 <b>Ik kan je bewijs nog niet zelf lezen.</b>\n"
                "Ik kan je foto wel zo naar je begeleider sturen. Hou het papier goed bij."
            )
        case Action.OFFERS | Action.BEGELEIDER:
            raise ValueError("the bot can do this")


def _ask(speaker: Speaker, action: Action, reader: Reader) -> str:
    name = fit.shorten(reader.name or "", LONGEST_NAME)
    match action, bool(name):
        case Action.BEWIJS, True:
            # Translators: button: next, the person sends a photo that goes to the begeleider {name}.
            return speaker.plain("💬 Stuur een foto naar {name}", name=name)
        case Action.BEWIJS, False:
            # Translators: button: next, the person sends a photo that goes to the team.
            return speaker.plain("💬 Stuur een foto naar het team")
        case _, True:
            # Translators: button: {name} is the begeleider.
            return speaker.plain("💬 Vraag het aan {name}", name=name)
        case _:
            # Translators: button: the team is asked.
            return speaker.plain("💬 Vraag het aan het team")


def ready_question(speaker: Speaker, topic: Topic) -> str | None:
    """The question that one tap on a large button asks, in the person's own language; plain text."""
    match topic:
        case Topic.HOURS:
            # Translators: the newcomer asks their begeleider, in the first person.
            return speaker.plain("Hoeveel uren heb ik al gedaan? En hoeveel moet ik nog doen?")
        case Topic.OFFER:
            # Translators: the newcomer asks their begeleider, in the first person.
            return speaker.plain("Kan je mij helpen om een activiteit te vinden?")
        case Topic.DEADLINE:
            # Translators: the newcomer asks their begeleider, in the first person.
            return speaker.plain("Tot wanneer heb ik tijd? Wil je mijn termijn invullen?")
        case _:
            return None


def is_ready_question(speaker: Speaker, text: str) -> bool:
    """Did a large button write this for the person?"""
    return text in {ready_question(speaker, topic) for topic in Topic}


def _entry(speaker: Speaker, entry: Entry) -> Button:
    return Button(label=question_on_button(speaker, entry), data=buttons.data(buttons.CHOICE, entry.id))


def nobody_to_ask(speaker: Speaker) -> str:
    """Who helps someone whom nobody can reach through the bot."""
    # Translators: the trajectbegeleider works at the Agentschap Integratie en Inburgering.
    return speaker.say(
        "Ik kan hier niemand voor je bereiken. Vraag het aan je trajectbegeleider van het Agentschap"
        " Integratie en Inburgering."
    )


def label_of(speaker: Speaker, action: Action) -> str:
    """An action as one of the choices in "did you mean"."""
    match action:
        case Action.PROGRESS:
            # Translators: one of the choices under "did you mean".
            words = speaker.plain("Hoeveel uren heb ik al?")
            return f"{PICTOGRAM[MenuButton.HOURS]} {words}"
        case Action.OFFERS:
            # Translators: one of the choices under "did you mean".
            words = speaker.plain("Ik zoek een activiteit")
            return f"{PICTOGRAM[MenuButton.OFFERS]} {words}"
        case Action.BEWIJS:
            # Translators: one of the choices under "did you mean".
            words = speaker.plain("Ik wil mijn bewijs sturen")
            return f"{PICTOGRAM[MenuButton.BEWIJS]} {words}"
        case Action.BEGELEIDER:
            # Translators: one of the choices under "did you mean".
            words = speaker.plain("Ik wil mijn begeleider spreken")
            return f"{PICTOGRAM[MenuButton.BEGELEIDER]} {words}"
