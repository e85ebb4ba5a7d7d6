"""Joining through a link, as the newcomer sees it."""

from bot.texts import buttons, menu
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker


def join_begeleider(speaker: Speaker, *, begeleider: str, invite_id: int, proof: str) -> Message:
    """A begeleider invites; one button joins."""
    # Translators: {name} is the begeleider who gave the link. Nothing happens before the button.
    text = speaker.say(
        "<b>{name}</b> nodigt je uit.\nDan kan ik je vragen naar {name} sturen, als jij dat wil.",
        name=begeleider,
    )
    # Translators: button: the newcomer joins their begeleider.
    yes = speaker.plain("✅ Ja, ik doe mee")
    return Message(text=text, buttons=((_join(yes, invite_id, proof),), (_leave(speaker),)))


def change_begeleider(
    speaker: Speaker, *, begeleider: str, former: str, invite_id: int, proof: str
) -> Message:
    """Another begeleider invites a newcomer who has one already."""
    # Translators: {former} is the begeleider now, {name} the one who gave the link.
    text = speaker.say(
        "Je begeleider is nu <b>{former}</b>.\n<b>{name}</b> nodigt je uit. Wil je veranderen?",
        former=former,
        name=begeleider,
    )
    # Translators: button: {name} becomes the newcomer's begeleider.
    yes = speaker.plain("✅ Ja, {name} is mijn begeleider", name=begeleider)
    # Translators: button: {name} stays the newcomer's begeleider.
    no = speaker.plain("Nee, {name} blijft", name=former)
    leave = Button(label=no, data=buttons.data(buttons.INVITE, "leave"))
    return Message(text=text, buttons=((_join(yes, invite_id, proof),), (leave,)))


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
