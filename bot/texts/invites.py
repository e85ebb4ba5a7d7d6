"""Joining through a link, as the newcomer sees it."""

from collections.abc import Sequence

from bot.domain.people import Begeleider, Newcomer
from bot.texts import buttons, menu
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker


def join_begeleider(speaker: Speaker, *, begeleider: str, invite_id: int, proof: str) -> Message:
    """A begeleider invites; one button joins."""
    # Translators: {name} is the begeleider who gave the link. Nothing happens before the button.
    text = speaker.say(
        "<b>{name}</b> nodigt je uit.\nDan kan ik je vragen naar {name} sturen, als jij dat wil."
        " {name} ziet ook je uren.",
        name=begeleider,
    )
    # Translators: button: the newcomer joins their begeleider.
    yes = speaker.plain("✅ Ja, ik doe mee")
    return Message(text=text, buttons=((_join(yes, invite_id, proof),), (_leave(speaker),)))


def who_are_you(
    speaker: Speaker,
    *,
    name: str,
    others: Sequence[Newcomer],
    begeleider: Begeleider,
    invite_id: int,
    proof: str,
) -> Message:
    """The link is for somebody, and the phone serves somebody already: is it one person, or do they share it?

    Args:
        speaker: The reader's voice.
        name: For whom the link is.
        others: Whom the phone serves.
        begeleider: Who invites.
        invite_id: The link.
        proof: That this account opened it.
    """
    # Translators: {name} is invited by {begeleider}; the phone is used by somebody already.
    text = speaker.say(
        "<b>{begeleider}</b> nodigt <b>{name}</b> uit.\n"
        "Wie ben jij? Of gebruiken jullie deze telefoon samen?",
        begeleider=begeleider.name,
        name=name,
    )
    if any(other.begeleider_id != begeleider.id for other in others):
        # Translators: above buttons "I am {name}", for who has another begeleider until now.
        changes = speaker.say("Ben je hier al bekend? Dan wordt {name} je begeleider.", name=begeleider.name)
        text = f"{text}\n{changes}"
    rows = [(_is(speaker, other, invite_id, proof),) for other in others]
    # Translators: button: another person uses the same phone, such as husband and wife.
    label = speaker.plain("Ik ben {name}, we delen deze telefoon", name=name)
    shares = Button(label=label, data=buttons.data(buttons.INVITE, "share", invite_id, proof))
    return Message(text=text, buttons=(*rows, (shares,), (_leave(speaker),)))


def _is(speaker: Speaker, other: Newcomer, invite_id: int, proof: str) -> Button:
    # Translators: button: the person says who they are.
    label = speaker.plain("Ik ben {name}", name=other.name)
    return Button(label=label, data=buttons.data(buttons.INVITE, "same", invite_id, proof, other.id))


def two_dossiers(speaker: Speaker, begeleider: str) -> Message:
    """It is one person with something in two dossiers, which a begeleider must look at."""
    # Translators: {name} is the begeleider. The bot cannot put two files of one person together.
    text = speaker.say(
        "Dit kan ik niet alleen. Vraag het aan <b>{name}</b>. Ik heb {name} al een bericht gestuurd.",
        name=begeleider,
    )
    return Message(text=text)


def shares(speaker: Speaker, *, name: str, begeleider: str) -> Message:
    """Somebody else uses this phone from now on, too."""
    # Translators: {name} shares the phone with another person; {begeleider} guides {name}.
    text = speaker.say(
        "✅ {name} gebruikt deze telefoon nu ook. De begeleider van {name} is <b>{begeleider}</b>.\n"
        "Ik vraag soms wie je bent. Tik dan op je naam.",
        name=name,
        begeleider=begeleider,
    )
    return Message(text=text)


def new_phone(speaker: Speaker, *, name: str, invite_id: int, proof: str) -> Message:
    """A link moves a dossier to this phone; one button does."""
    # Translators: {name} is the newcomer. The old phone shows nothing personal any more afterwards.
    text = speaker.say(
        "<b>Is dit je nieuwe telefoon, {name}?</b>\nJe uren en vragen komen dan hier."
        " Je oude telefoon toont ze niet meer.",
        name=name,
    )
    # Translators: button: yes, this is my new phone.
    yes = speaker.plain("✅ Ja, dit is mijn telefoon")
    return Message(text=text, buttons=((_join(yes, invite_id, proof),), (_leave(speaker),)))


def phone_moved(speaker: Speaker, *, name: str, begeleider: str) -> Message:
    """The dossier stands on this phone from now on."""
    # Translators: {name} is the newcomer, {begeleider} their begeleider.
    text = speaker.say(
        "✅ Dag {name}! Je uren en vragen staan nu op deze telefoon.\nJe begeleider is <b>{begeleider}</b>.",
        name=name,
        begeleider=begeleider,
    )
    return Message(text=text)


def phone_left(speaker: Speaker, name: str) -> Message:
    """On the old phone: it shows nothing of this newcomer any more."""
    # Translators: on the old phone of {name}, who uses another phone from now on.
    text = speaker.say(
        "{name} gebruikt nu een andere telefoon. Deze telefoon toont het dossier van {name} niet meer.\n"
        "Klopt dat niet? Bel je begeleider.",
        name=name,
    )
    return Message(text=text)


def _join(label: str, invite_id: int, proof: str) -> Button:
    return Button(label=label, data=buttons.data(buttons.INVITE, "join", invite_id, proof))


def _leave(speaker: Speaker) -> Button:
    # Translators: button: the newcomer does not join now; the link stays good.
    return Button(label=speaker.plain("Nu niet"), data=buttons.data(buttons.INVITE, "leave"))


def left(speaker: Speaker) -> Message:
    """The person did not join; the link can be opened again."""
    # Translators: after "not now": the link is not used up.
    return Message(text=speaker.say("Goed, er verandert niets. De link blijft werken."))


def joined(speaker: Speaker, begeleider: str) -> Message:
    """The newcomer has a begeleider from now on."""
    # Translators: {name} is the begeleider.
    text = speaker.say(
        "✅ Je begeleider is <b>{name}</b>.\nHeb je een vraag? Typ ze gewoon, of spreek ze in.",
        name=begeleider,
    )
    return Message(text=text)


def menu_comes(speaker: Speaker) -> Message:
    """Brings the buttons under the typing field, which an edited message cannot carry."""
    return Message(
        text=speaker.say("Hieronder staan je knoppen. 👇"),
        keyboard=menu.menu_keyboard(speaker),
        placeholder=menu.placeholder(speaker),
    )


def joined_already(speaker: Speaker, begeleider: str) -> Message:
    """The link is of the begeleider they have."""
    # Translators: {name} is the begeleider.
    return Message(
        text=speaker.say("<b>{name}</b> is al je begeleider. Typ gerust je vraag.", name=begeleider)
    )


def for_begeleider(speaker: Speaker) -> Message:
    """A newcomer opened a link that lets a begeleider in."""
    # Translators: the link was meant for a begeleider (a professional).
    return Message(text=speaker.say("Deze link is voor een begeleider. Jij hebt hem niet nodig."))


def invitation(speaker: Speaker, *, newcomer: str, begeleider: str) -> str:
    """One line to forward, in one of the newcomer's possible languages; HTML."""
    # Translators: {newcomer} is invited by their begeleider {name}. The link stands below.
    return speaker.say(
        "Hallo {newcomer}! {name} nodigt je uit. Tik op de link, en dan op Start.",
        newcomer=newcomer,
        name=begeleider,
    )


def phone_invitation(speaker: Speaker, newcomer: str) -> str:
    """One line to forward to who has a new phone, in their language; HTML."""
    # Translators: {newcomer} has a new phone and opens the link below on it.
    return speaker.say("Hallo {newcomer}! Open deze link op je nieuwe telefoon.", newcomer=newcomer)
