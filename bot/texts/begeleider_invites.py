"""Joining and inviting, as a begeleider sees it (Dutch only, but for the lines to forward)."""

from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN
from bot.domain.people import Newcomer
from bot.texts import buttons, invites
from bot.texts.dossier_buttons import about, to_page
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message
from bot.texts.speaker import escaped, speaker_for


def join(name: str, *, invite_id: int, proof: str) -> Message:
    """A link from the team lets a begeleider in; one button joins."""
    text = dutch(
        "Dag <b>{name}</b>! Met deze link word je begeleider in de inburgerbot.\n"
        "Je krijgt dan vragen van inburgeraars, en kan hen uitnodigen.",
        name=name,
    )
    yes = Button(
        label=dutch_plain("✅ Ja, ik doe mee"), data=buttons.data(buttons.INVITE, "join", invite_id, proof)
    )
    no = Button(label=dutch_plain("Nu niet"), data=buttons.data(buttons.INVITE, "leave"))
    return Message(text=text, buttons=((yes,), (no,)))


def welcome(name: str) -> Message:
    """A begeleider has joined: what comes now, and the three commands."""
    return Message(
        text=dutch(
            "✅ Welkom, <b>{name}</b>!\n\n"
            "Weet de bot iets niet? Dan krijg jij de vraag van je inburgeraar, alleen als die dat wil."
            " Je antwoordt met een tik, of in je eigen woorden. Vaste antwoorden gaan vertaald.\n\n"
            "/uitnodigen – een inburgeraar uitnodigen\n"
            "/vragen – de vragen die op je wachten\n"
            "/uren – je werkdagen en werkuren (nu maandag tot vrijdag, 9 tot 17 uur)\n\n"
            "Buiten je werkuren komen vragen zonder geluid. De volgende ochtend krijg je één lijst.",
            name=name,
        )
    )


def is_begeleider_already() -> Message:
    """A begeleider opened a begeleider's link again."""
    return Message(text=dutch("Je bent al begeleider. Nodig iemand uit met /uitnodigen."))


def own_link() -> Message:
    """They opened the link they should give away."""
    return Message(text=dutch("Dit is je eigen link. Stuur hem door naar je inburgeraar: hij werkt nog."))


def for_newcomer() -> Message:
    """They opened a link that another begeleider made for a newcomer."""
    return Message(text=dutch("Deze link is voor een inburgeraar. Jij hebt hem niet nodig."))


def ask_name() -> Message:
    """For whom is the link?"""
    return Message(
        text=dutch("Wie nodig je uit? Typ de <b>voornaam</b> van je inburgeraar."),
        buttons=((Button(label=dutch_plain("✖️ Toch niet"), data=buttons.data(buttons.INVITE, "stop")),),),
    )


def name_too_long() -> Message:
    """What was typed is no first name."""
    return Message(text=dutch("Alleen de voornaam graag, op één korte regel."))


def stopped() -> Message:
    """The begeleider invites nobody after all."""
    return Message(text=dutch("Goed, ik maak geen link."))


def code(newcomer: str, picture: bytes) -> Message:
    """The QR picture, for someone who sits across the table."""
    return Message(
        text=dutch(
            "Laat <b>{newcomer}</b> deze code scannen, of stuur het bericht hieronder door."
            " De link werkt één keer, 30 dagen lang, alleen voor {newcomer}.",
            newcomer=newcomer,
        ),
        picture=picture,
    )


def to_forward(newcomer: str, begeleider: str, link: str) -> Message:
    """The message to forward: one line in each language, and the link."""
    lines = [
        invites.invitation(speaker_for(language), newcomer=newcomer, begeleider=begeleider)
        for language in SPOKEN
    ]
    return Message(text="\n".join([*lines, "", escaped(link)]))


def is_added(newcomer: Newcomer) -> Message:
    """After the link: they are among the begeleider's people already, and what comes next."""
    text = dutch("<b>{newcomer}</b> staat bij je mensen, ook zonder telefoon.", newcomer=newcomer.name)
    contract = about(dutch_plain("🗓 Contract invullen"), "contract", newcomer.id)
    everybody = Button(label=dutch_plain("📋 Alle mensen"), data=buttons.data(buttons.CASELOAD, "list", 0))
    return Message(text=text, buttons=((contract,), (everybody,)))


def to_person(newcomer: Newcomer) -> Message:
    """After a link for somebody who is known already: the way back."""
    text = dutch("De link van <b>{newcomer}</b> staat hierboven.", newcomer=newcomer.name)
    return Message(text=text, buttons=((to_page(newcomer.id),),))


def phone_code(newcomer: str, picture: bytes) -> Message:
    """The QR picture for somebody with a new phone."""
    return Message(
        text=dutch(
            "📱 Laat <b>{newcomer}</b> deze code scannen met de <b>nieuwe</b> telefoon, of stuur het bericht"
            " hieronder door. De link werkt één keer, 3 dagen lang. De oude telefoon toont daarna niets"
            " meer.",
            newcomer=newcomer,
        ),
        picture=picture,
    )


def phone_to_forward(newcomer: str, language: str, link: str) -> Message:
    """The message to forward to somebody with a new phone: Dutch, their own language, and the link."""
    languages = dict.fromkeys((language if language in SPOKEN else SOURCE_LANGUAGE, SOURCE_LANGUAGE))
    lines = [invites.phone_invitation(speaker_for(one), newcomer) for one in languages]
    return Message(text="\n".join([*lines, "", escaped(link)]))


def has_new_phone(newcomer: str) -> Message:
    """A newcomer moved to another phone."""
    return Message(
        text=dutch(
            "📱 <b>{newcomer}</b> gebruikt nu een nieuwe telefoon. De oude toont het dossier niet meer.",
            newcomer=newcomer,
        )
    )


def shares_phone(newcomer: str, others: str) -> Message:
    """A newcomer joined on the phone of somebody else."""
    return Message(
        text=dutch(
            "🎉 <b>{newcomer}</b> is aangesloten, op de telefoon van {others}.",
            newcomer=newcomer,
            others=others,
        )
    )


def has_two_dossiers(newcomer: str, known_as: str) -> Message:
    """Somebody whom a begeleider invited says they have a dossier already; a person must look."""
    return Message(
        text=dutch(
            "⚠️ Je nodigde <b>{newcomer}</b> uit. Die zegt: ik ben <b>{known_as}</b>, en sta al in de bot."
            " In beide dossiers staat iets, dus ik veranderde niets. Spreek af met je collega welk"
            " dossier blijft.",
            newcomer=newcomer,
            known_as=known_as,
        )
    )


def has_joined(newcomer: str) -> Message:
    """A newcomer joined with the begeleider's link."""
    return Message(text=dutch("🎉 <b>{newcomer}</b> is aangesloten.", newcomer=newcomer))


def has_left(newcomer: str) -> Message:
    """A newcomer chose another begeleider."""
    return Message(
        text=dutch(
            "<b>{newcomer}</b> heeft nu een andere begeleider. Je hoeft niets te doen.", newcomer=newcomer
        )
    )
