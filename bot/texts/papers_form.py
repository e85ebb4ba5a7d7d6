"""The form that the bot makes, and telling that a contact does not want to sign."""

from collections.abc import Sequence

from bot.domain.ids import NewcomerId
from bot.texts import fit
from bot.texts.message import Button, File, Message
from bot.texts.note_rows import back
from bot.texts.offer_kinds import PICTOGRAM, kind_name
from bot.texts.paper_ask import LONGEST_NAME, MOST_CHOICES, Choice
from bot.texts.paper_buttons import Rows, home_button, own
from bot.texts.speaker import Speaker

FILE_NAME = "bewijs-van-deelname.pdf"


def form_for_which(speaker: Speaker, newcomer_id: NewcomerId, choices: Sequence[Choice]) -> Message:
    """For which activity is the form? An empty one is always possible."""
    # Translators: above buttons with the newcomer's activities.
    text = speaker.say("🖨 <b>Voor welke activiteit is het formulier?</b>")
    # Translators: button: a form in which nothing is filled in.
    empty = own(speaker.plain("📝 Een leeg formulier"), "pad", newcomer_id)
    return Message(
        text=text,
        buttons=(*_activities(speaker, newcomer_id, choices, "form"), (empty,), _back(speaker, newcomer_id)),
    )


def _activities(speaker: Speaker, newcomer_id: NewcomerId, choices: Sequence[Choice], word: str) -> Rows:
    return tuple((_activity(speaker, newcomer_id, choice, word),) for choice in choices[:MOST_CHOICES])


def _activity(speaker: Speaker, newcomer_id: NewcomerId, choice: Choice, word: str) -> Button:
    name = fit.shorten(choice.name, LONGEST_NAME) or kind_name(speaker, choice.kind)
    return own(f"{PICTOGRAM[choice.kind]} {speaker.isolated(name)}", word, newcomer_id, choice.where.word)


def _back(speaker: Speaker, newcomer_id: NewcomerId) -> tuple[Button, ...]:
    return (own(back(speaker), "home", newcomer_id),)


def is_drawing(speaker: Speaker) -> str:
    """The form is being made."""
    # Translators: short notice: the form comes in a moment.
    return speaker.plain("🖨 Ik maak je formulier…")


def form(speaker: Speaker, newcomer_id: NewcomerId, content: bytes) -> Message:
    """The form as a PDF.

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Whose it is.
        content: The PDF.
    """
    lines = (
        # Translators: with a PDF: the form for the signature of the contact of the activity.
        speaker.say("🖨 <b>Je formulier.</b> Druk het af en laat het tekenen."),
        # Translators: who has no printer can ask somebody.
        speaker.say("Geen printer? Vraag het in de bibliotheek of aan je begeleider."),
        # Translators: what to do with the form once it is signed.
        speaker.say("Is het getekend? Stuur dan een foto hier."),
    )
    return Message(
        text="\n".join(lines),
        file=File(FILE_NAME, content, "application/pdf"),
        buttons=((home_button(speaker, newcomer_id),),),
    )


def form_not_made(speaker: Speaker) -> Message:
    """The form could not be drawn."""
    # Translators: making the form failed; the newcomer can try again.
    return Message(text=speaker.say("😕 Sorry, het formulier is niet gelukt. Probeer het straks opnieuw."))


# They do not want to sign.


def who_does_not_sign(speaker: Speaker, newcomer_id: NewcomerId, choices: Sequence[Choice]) -> Message:
    """At which activity? One more tap, and the begeleider knows."""
    # Translators: kindly: the contact of an activity does not want to sign the paper.
    calm = speaker.say("✍️ Dat gebeurt. Het is niet jouw fout.")
    # Translators: above buttons with the newcomer's activities.
    ask = speaker.say("<b>Bij welke activiteit tekenen ze niet?</b> Dan belt je begeleider.")
    rows = (*_activities(speaker, newcomer_id, choices, "nosign"), _back(speaker, newcomer_id))
    return Message(text=f"{calm}\n{ask}", buttons=rows)


def no_activity_yet(speaker: Speaker, newcomer_id: NewcomerId) -> Message:
    """There is no activity of which the contact could be asked."""
    # Translators: the newcomer says that somebody does not sign, but no activity of theirs is known.
    text = speaker.say("✍️ Ik ken nog geen activiteit van jou. Noteer eerst je uren, of vraag je begeleider.")
    return Message(text=text, buttons=(_back(speaker, newcomer_id),))


def told_no_signature(
    speaker: Speaker, newcomer_id: NewcomerId, *, place: str, begeleider: str | None
) -> Message:
    """The begeleider knows that the contact does not sign."""
    lines = [_told(speaker, place, begeleider)]
    # Translators: hours that were noted stay noted while the begeleider calls.
    lines.append(speaker.say("Je uren blijven staan. Jij moet nu niets doen."))
    return Message(text="\n".join(lines), buttons=((home_button(speaker, newcomer_id),),))


def _told(speaker: Speaker, place: str, begeleider: str | None) -> str:
    if begeleider is None:
        # Translators: {place} is where the activity was.
        return speaker.say("👍 Genoteerd: {place}. Je begeleider vraagt waarom.", place=place)
    # Translators: {begeleider} will ask the contact of the activity at {place} why they do not sign.
    return speaker.say(
        "👍 Genoteerd: {place}. {begeleider} vraagt daar waarom.", place=place, begeleider=begeleider
    )
