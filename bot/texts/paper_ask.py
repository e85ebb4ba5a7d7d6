"""What the bot asks about a paper: which activity, which contact, how many hours, is it signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.offer_kind import OfferKind
from bot.texts import fit, note_rows
from bot.texts.message import Button, Message
from bot.texts.note_rows import in_rows
from bot.texts.offer_kinds import PICTOGRAM, kind_name
from bot.texts.paper_buttons import At, Gate, Rows, Where, drop_button, of
from bot.texts.speaker import Speaker

AMOUNTS = (60, 120, 180, 240)
"""Minutes that stand on buttons."""
LONGEST_NAME = 40
MOST_CHOICES = 8


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An activity, or the contact of one, that the newcomer can choose."""

    where: Where
    kind: OfferKind
    name: str


def which_activity(speaker: Speaker, at: At, choices: Sequence[Choice]) -> Message:
    """Which activity is the paper about? The known ones first."""
    # Translators: above buttons with the newcomer's activities; the paper is the signed bewijs.
    text = speaker.say("📍 <b>Bij welke activiteit hoort dit papier?</b>")
    rows = tuple((_activity(speaker, at, choice),) for choice in choices[:MOST_CHOICES])
    # Translators: button: an activity that is not among those above.
    other = of(speaker.plain("➕ Een andere"), at, "kinds")
    return _screen(speaker, at, text, (*rows, (other,)))


def _activity(speaker: Speaker, at: At, choice: Choice) -> Button:
    label = f"{PICTOGRAM[choice.kind]} {speaker.isolated(_name(speaker, choice))}"
    return of(label, at, "at", choice.where.word)


def _name(speaker: Speaker, choice: Choice) -> str:
    return fit.shorten(choice.name, LONGEST_NAME) or kind_name(speaker, choice.kind)


def which_kind(speaker: Speaker, at: At) -> Message:
    """What kind of activity was it?"""
    # Translators: above buttons with kinds of activities; the paper is the signed bewijs.
    text = speaker.say("<b>Wat voor activiteit was het?</b>")
    return _screen(speaker, at, text, note_rows.kinds(speaker, lambda kind: at.data("kind", kind.value)))


def which_organisation(speaker: Speaker, at: At) -> Message:
    """The organisation's name, which is typed."""
    # Translators: the newcomer types the name of the club, library, neighbourhood house...
    text = speaker.say("📍 <b>Bij welke organisatie?</b> Typ de naam.")
    # Translators: button: there is no organisation; a person (a buddy, say) did it with the newcomer.
    person = of(speaker.plain("👤 Geen organisatie, een persoon"), at, "person")
    return _screen(speaker, at, text, ((person,),))


def which_contact(speaker: Speaker, at: At, choices: Sequence[Choice], *, is_needed: bool) -> Message:
    """Who signed it? A known contact, or typed.

    Args:
        speaker: The newcomer's voice.
        at: The paper.
        choices: Contacts who are known.
        is_needed: There is no organisation, so the person is what the bewijs is told by.
    """
    # Translators: the contact is the person of the organisation who signs the paper.
    text = speaker.say("👤 <b>Wie tekende het papier?</b> Typ de naam.")
    rows: Rows = tuple((_contact(at, choice),) for choice in choices[:MOST_CHOICES])
    if not is_needed:
        # Translators: button: the newcomer does not know who signed the paper.
        unknown = of(speaker.plain("🤷 Ik weet het niet"), at, "nobody")
        rows = (*rows, (unknown,))
    return _screen(speaker, at, text, rows)


def _contact(at: At, choice: Choice) -> Button:
    return of(f"👤 {fit.shorten(choice.name, LONGEST_NAME)}", at, "contact", choice.where.word)


def how_many(speaker: Speaker, at: At, *, noted: int, may_skip: bool = False) -> Message:
    """How many hours does the paper say?

    Args:
        speaker: The newcomer's voice.
        at: The paper.
        noted: Minutes that the newcomer noted there and that wait; 0 for none.
        may_skip: The photograph is bad and sent anyway, so nobody has to know.
    """
    # Translators: the total of the hours as it is written on the paper; it may be typed.
    text = speaker.say("⏱ <b>Hoeveel uren staan op het papier?</b> Je kan het ook typen.")
    rows: Rows = in_rows([_amount(speaker.duration(m), at, m) for m in AMOUNTS], 2)
    if noted:
        # Translators: button: all hours together that the newcomer noted before, {hours}.
        label = speaker.plain("✋ Wat ik noteerde: {hours}", hours=speaker.duration(noted))
        rows = ((_amount(label, at, noted),), *rows)
    if may_skip:
        # Translators: button: the newcomer does not know how many hours the paper says.
        rows = (*rows, (of(speaker.plain("🤷 Dat weet ik niet"), at, "send"),))
    return _screen(speaker, at, text, rows)


def _amount(label: str, at: At, minutes: int) -> Button:
    return of(label, at, "min", minutes)


def amount_too_large(speaker: Speaker) -> Message:
    """More hours than a paper can say."""
    # Translators: the newcomer typed a very large number of hours.
    return Message(text=speaker.say("Dat is wel heel veel. Hoeveel uren staan op het papier?"))


def is_it_signed(speaker: Speaker, at: At) -> Message:
    """No ink was seen where the signature belongs."""
    # Translators: the bot sees nothing in the place for the signature. It may be wrong.
    see = speaker.say("✍️ <b>Ik zie geen handtekening.</b> Misschien zie ik het niet goed.")
    # Translators: what to do when the paper is not signed yet.
    how = speaker.say("Nog niet getekend? Vraag het aan je contactpersoon. Stuur dan een nieuwe foto.")
    # Translators: button: the paper is signed, go on.
    yes = of(speaker.plain("✅ Het is getekend"), at.beyond(Gate.SIGNATURE), "next")
    # Translators: button: the paper is not signed yet; how to go on.
    not_yet = of(speaker.plain("🕓 Nog niet getekend"), at, "unsigned")
    return _screen(speaker, at, f"{see}\n{how}", ((yes,), (not_yet,)))


def not_signed_yet(speaker: Speaker, at: At) -> Message:
    """How a signature is got; nothing is lost meanwhile."""
    # Translators: how to get the signature of the contact of the activity.
    how = speaker.say("Toon het papier aan je contactpersoon. Die tekent onderaan.")
    # Translators: after it was signed, a new photo is enough.
    then = speaker.say("Stuur daarna een nieuwe foto. Ik wacht erop.")
    # Translators: button: the contact of the activity does not want to sign.
    refuses = of(speaker.plain("✍️ Ze tekenen niet"), at, "refuses")
    # Translators: button: send the paper to the begeleider without a signature.
    anyway = of(speaker.plain("📨 Stuur het toch"), at.beyond(Gate.SIGNATURE), "next")
    return Message(text=f"{how}\n{then}", buttons=((refuses,), (anyway,), (drop_button(speaker, at),)))


def which_number(speaker: Speaker, at: At) -> Message:
    """The code of our form could not be read; its number is typed."""
    # Translators: the form has a code that could not be read, and the same number in print.
    text = speaker.say("⌨️ <b>Typ het nummer van het formulier.</b> Het begint met {start}.", start="BD-")
    # Translators: button: go on without the number of the form.
    without = of(speaker.plain("➡️ Zonder nummer"), at.beyond(Gate.NUMBER), "next")
    return _screen(speaker, at, text, ((without,),))


def number_wrong(speaker: Speaker) -> Message:
    """What was typed is no number of a form."""
    # Translators: the newcomer typed a number that is not right; it stands on the form.
    return Message(text=speaker.say("Dit nummer ken ik niet. Kijk nog eens, of ga verder zonder nummer."))


def _screen(speaker: Speaker, at: At, text: str, rows: Rows) -> Message:
    return Message(text=text, buttons=(*rows, (drop_button(speaker, at),)))
