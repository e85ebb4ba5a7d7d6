"""The first screens of a contact: who asks what, what is kept, and what comes next."""

from collections.abc import Callable

from bot.domain.contact import Contact
from bot.domain.languages import SPOKEN
from bot.texts import buttons
from bot.texts.contact_lines import place_words
from bot.texts.contact_menu import ContactButton, Guide, call, to
from bot.texts.message import Button, Message
from bot.texts.note_rows import Rows, back, in_rows
from bot.texts.speaker import Speaker, own_name

YES, NOT_US, NEW_LINK, TONGUE, SPEAK, AGAIN = "yes", "not", "new", "tongue", "speak", "again"


def introduction(
    speaker: Speaker, *, newcomer: str | None, place: str | None, guide: Guide | None, token: str
) -> Message:
    """Who asks what, what is kept, and the one button that joins.

    Args:
        speaker: In Dutch, unless another language was chosen.
        newcomer: Who asks; None where it is about everybody of an organisation.
        place: The organisation; None where there is none.
        guide: The newcomer's begeleider.
        token: The link's, which the buttons carry.
    """
    lines = [*who_asks(speaker, newcomer, place), *guided(speaker, newcomer, guide), ""]
    lines += [effort(speaker), kept(speaker)]
    yes = Button(label=takes_part(speaker), data=_data(YES, token))
    no = Button(label=not_ours(speaker), data=_data(NOT_US, token))
    # Translators: button: another language.
    tongue = Button(label=speaker.plain("🌐 Andere taal"), data=_data(TONGUE, token))
    return Message(text="\n".join(lines), buttons=((yes,), (no,), (tongue,)))


def effort(speaker: Speaker) -> str:
    """How much work it is, as HTML."""
    # Translators: to a volunteer: how much work it is.
    return speaker.say("Het kost je twee tikken per week. Je installeert niets.")


def kept(speaker: Speaker) -> str:
    """What is kept of a contact, as HTML."""
    # Translators: to a volunteer: what the bot keeps of them.
    return speaker.say("🔒 Ik bewaar je naam, je taal en wat je bevestigt. Stoppen kan altijd.")


def takes_part(speaker: Speaker) -> str:
    """The button that joins."""
    # Translators: button of a volunteer: yes, it is me, I will confirm.
    return speaker.plain("✅ Dat ben ik, ik doe mee")


def not_ours(speaker: Speaker) -> str:
    """The button of whom the link reached by mistake."""
    # Translators: button of a volunteer: this person does not come to our organisation.
    return speaker.plain("🙅 Niet bij ons")


def who_asks(speaker: Speaker, newcomer: str | None, place: str | None) -> list[str]:
    """Who asks what, as lines of HTML."""
    # Translators: first word to a volunteer who opened a link.
    hello = speaker.say("👋 <b>Hallo!</b>")
    if newcomer is not None and place is not None:
        # Translators: {newcomer} asks a volunteer of {place} to confirm when they took part.
        asks = speaker.say(
            "<b>{newcomer}</b> vraagt: wil jij bevestigen wanneer {newcomer} er was? Bij {place}.",
            newcomer=newcomer,
            place=place,
        )
    elif newcomer is not None:
        # Translators: {newcomer} asks a volunteer to confirm when they took part.
        asks = speaker.say(
            "<b>{newcomer}</b> vraagt: wil jij bevestigen wanneer {newcomer} er was?", newcomer=newcomer
        )
    else:
        # Translators: asks a volunteer of {place} to confirm when people took part.
        asks = speaker.say("Wil jij bevestigen wie er was? Bij <b>{place}</b>.", place=place or "…")
    return [hello, asks]


def guided(speaker: Speaker, newcomer: str | None, guide: Guide | None) -> list[str]:
    """Who guides the newcomer, as lines of HTML."""
    if guide is None or newcomer is None:
        return []
    # Translators: {begeleider} guides {newcomer} through the 40 hours of civic integration in Flanders.
    return [
        speaker.say(
            "{begeleider} begeleidt {newcomer} bij de inburgering.", begeleider=guide.name, newcomer=newcomer
        )
    ]


def languages(speaker: Speaker, token: str) -> Message:
    """The languages, before joining; then back to the first screen.

    Args:
        speaker: The voice until now.
        token: The link's.
    """
    # Translators: above buttons with names of languages.
    text = speaker.say("🌐 In welke taal praten we?")
    return Message(text=text, buttons=_tongues(lambda code: _data(SPEAK, code, token)))


def _tongues(data: Callable[[str], str]) -> Rows:
    return in_rows([Button(label=own_name(code), data=data(code)) for code in SPOKEN], 2)


def joined(speaker: Speaker, contact: Contact, guide: Guide | None) -> Message:
    """They take part; whom nobody checked yet is called first.

    Args:
        speaker: The contact's voice.
        contact: Who joined.
        guide: The newcomer's begeleider.
    """
    # Translators: a volunteer said yes.
    thanks = speaker.say("🤝 Bedankt, {name}! Je doet mee.", name=contact.name)
    if contact.may_confirm:
        # Translators: to a volunteer, above a button that shows the list.
        ready = speaker.say("Je kan nu bevestigen wie er was: {place}.", place=place_words(contact))
        return Message(text=f"{thanks}\n{ready}", buttons=((to(speaker, ContactButton.CONFIRM),),))
    return Message(text=f"{thanks}\n{waits(speaker, guide)}")


def waits(speaker: Speaker, guide: Guide | None) -> str:
    """Whom nobody checked yet is called first; as HTML."""
    if guide is None:
        # Translators: to a volunteer: somebody of the agency calls before they can confirm.
        return speaker.say("📞 Een begeleider belt je eerst even. Daarna zie je hier wie er wacht.")
    # Translators: {begeleider} calls the volunteer before they can confirm.
    return speaker.say(
        "📞 {begeleider} belt je eerst even. Daarna zie je hier wie er wacht.", begeleider=guide.name
    )


def joined_before(speaker: Speaker) -> Message:
    """They opened their own link again."""
    # Translators: to a volunteer who opens the same link again.
    text = speaker.say("👍 Je doet al mee. Alles staat hieronder.")
    return Message(text=text, buttons=((to(speaker, ContactButton.CONFIRM),),))


def expired(speaker: Speaker, guide: Guide | None, token: str) -> Message:
    """The link's time has passed."""
    # Translators: to a volunteer: the link worked for two weeks only.
    text = speaker.say("⌛ Deze link is te oud.")
    return _with_new_link(speaker, text, guide, token)


def used(speaker: Speaker, guide: Guide | None, token: str) -> Message:
    """Somebody else joined with it."""
    # Translators: to a volunteer: another person pressed the button of this link before.
    text = speaker.say("Met deze link doet al iemand anders mee. Elke link is voor één persoon.")
    return _with_new_link(speaker, text, guide, token)


def _with_new_link(speaker: Speaker, text: str, guide: Guide | None, token: str) -> Message:
    lines = [text]
    if guide is not None:
        # Translators: above the name and telephone number of a begeleider.
        lines += [speaker.say("Een vraag? Bel gerust:"), call(speaker, guide)]
    new = Button(label=send_new(speaker), data=_data(NEW_LINK, token))
    return Message(text="\n".join(lines), buttons=((new,),))


def send_new(speaker: Speaker) -> str:
    """The button that asks for a new link."""
    # Translators: button of a volunteer: asks for a new link.
    return speaker.plain("🔁 Stuur me een nieuwe link")


def new_link_asked(speaker: Speaker, guide: Guide | None) -> Message:
    """The begeleider hears that somebody wants a new link."""
    if guide is None:
        # Translators: to a volunteer who asked for a new link.
        return Message(text=speaker.say("👍 Ik geef het door. Je krijgt een nieuwe link."))
    # Translators: to a volunteer who asked for a new link; {begeleider} sends it.
    text = speaker.say("👍 Ik zeg het aan {begeleider}. Je krijgt een nieuwe link.", begeleider=guide.name)
    return Message(text=f"{text}\n{call(speaker, guide)}")


def not_with_us(speaker: Speaker, token: str) -> Message:
    """Nobody there knows the newcomer; they can still join."""
    # Translators: to somebody who got a link by mistake.
    text = speaker.say("👍 Dankjewel, ik geef het door. Jij moet niets meer doen.")
    return Message(text=text, buttons=((Button(label=back(speaker), data=_data(AGAIN, token)),),))


def not_for_you(speaker: Speaker) -> Message:
    """The newcomer or a begeleider opened a contact's link."""
    # Translators: to a newcomer or begeleider who opened the link that is meant for a volunteer.
    text = speaker.say("🤝 Deze link is voor de contactpersoon. Stuur hem door.")
    return Message(text=text)


def page_goes_on(speaker: Speaker, contact: Contact) -> Message:
    """Who used the page goes on in the chat."""
    # Translators: to a volunteer who used a page on the internet, and goes on in Telegram.
    text = speaker.say("👋 Dag {name}! Je kan nu ook hier bevestigen.", name=contact.name)
    return Message(text=text, buttons=((to(speaker, ContactButton.CONFIRM),),))


def look_at_bewijs(speaker: Speaker, url: str) -> Message:
    """A code of a digital bewijs leads to its page."""
    # Translators: above a button; a bewijs is a signed list of hours.
    text = speaker.say("📄 Is dit bewijs echt? De pagina zegt het.")
    # Translators: button: opens a page on the internet.
    return Message(text=text, buttons=((Button(label=speaker.plain("🌐 Bekijk het bewijs"), url=url),),))


def _data(*parts: object) -> str:
    return buttons.data(buttons.CONTACT, *parts)
