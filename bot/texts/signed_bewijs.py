"""The words on a digital bewijs, and what is said when it is sent."""

import datetime as dt

from bot.domain.signature import Signature
from bot.texts import dutch_hours
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import File, Message
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.speaker import Speaker

FILE_NAME = "bewijs-van-deelname.pdf"
FILE_TYPE = "application/pdf"


def signed_on(at: dt.datetime) -> str:
    """Below the name: when it was signed, in the bot's time zone."""
    moment = f"{at:%d/%m/%Y}"
    return dutch_plain("digitaal ondertekend op {day} om {time}", day=moment, time=f"{at:%H:%M}")


def is_it_genuine(speaker: Speaker) -> str:
    """Beside the code that tells."""
    # Translators: printed on a digital bewijs beside a square code for the camera. Very short, please.
    return speaker.plain("Is dit bewijs echt? Scan deze code.")


def code_in_letters(code: str) -> str:
    """The code for who has no page to scan it for."""
    return dutch_plain("Controlecode: {code}", code=code)


def signed(speaker: Speaker, signature: Signature, content: bytes, *, begeleider: str | None) -> Message:
    """The newcomer gets their bewijs.

    Args:
        speaker: The newcomer's voice.
        signature: What was signed.
        content: The PDF.
        begeleider: Who decides now; None when nobody is known.
    """
    lines = [
        # Translators: good news, with a PDF: the contact signed the newcomer's bewijs.
        speaker.say("🎉 <b>Je bewijs is klaar.</b>"),
        # Translators: {contact} is the person of the organisation, {hours} an amount such as "6 hours".
        speaker.say(
            "{contact} tekende voor <b>{hours}</b>.",
            contact=signature.contact,
            hours=speaker.duration(signature.minutes),
        ),
        _who_looks(speaker, begeleider),
    ]
    return Message(text="\n".join(lines), file=File(FILE_NAME, content, FILE_TYPE))


def _who_looks(speaker: Speaker, begeleider: str | None) -> str:
    if begeleider is None:
        # Translators: the guide looks at the signed bewijs; the newcomer has to do nothing.
        return speaker.say("Je begeleider kijkt nu. Jij moet niets meer doen.")
    # Translators: {begeleider} is the guide's name: they look at the signed bewijs.
    return speaker.say("{begeleider} kijkt nu. Jij moet niets meer doen.", begeleider=begeleider)


def without_file(speaker: Speaker, signature: Signature, *, begeleider: str | None) -> Message:
    """The newcomer hears that it was signed, although the PDF could not be made."""
    lines = (
        # Translators: the contact signed, but the PDF could not be made; the hours are safe.
        speaker.say(
            "🎉 {contact} tekende voor <b>{hours}</b>. Het PDF-bestand is niet gelukt.",
            contact=signature.contact,
            hours=speaker.duration(signature.minutes),
        ),
        _who_looks(speaker, begeleider),
    )
    return Message(text="\n".join(lines))


def for_begeleider(signature: Signature, content: bytes) -> Message:
    """The begeleider gets the PDF of a digital bewijs of one of their people."""
    text = dutch(
        "{sign} Digitaal bewijs van <b>{newcomer}</b>: {hours}, getekend door {contact}.",
        sign=PICTOGRAM[signature.kind],
        newcomer=signature.newcomer,
        hours=dutch_hours.hours(signature.minutes),
        contact=signature.contact,
    )
    return Message(text=text, file=File(FILE_NAME, content, FILE_TYPE))
