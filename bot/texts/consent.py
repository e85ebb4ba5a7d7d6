"""Asking whether something optional may be done: one line, one screen, then the whole text."""

from collections.abc import Mapping, Sequence

from bot.domain.consent import Consent, Purpose
from bot.domain.ids import NewcomerId
from bot.texts import buttons
from bot.texts.message import Button, Message
from bot.texts.privacy import home_button
from bot.texts.speaker import Speaker, escaped

SIGN = {Purpose.REMINDERS: "⏰", Purpose.PHOTOS: "📷", Purpose.SHARING: "🤝"}


def ask(speaker: Speaker, purpose: Purpose, newcomer_id: NewcomerId, *, name: str | None = None) -> Message:
    """The first layer: one line.

    Args:
        speaker: The reader's voice.
        purpose: What is asked.
        newcomer_id: Whose answer it is.
        name: Set when the phone serves several newcomers.
    """
    return Message(
        text=f"{SIGN[purpose]} {_asked(speaker, purpose, name)}",
        buttons=(
            _yes_or_no(speaker, purpose, newcomer_id),
            # Translators: button below a question for consent: shows what it means.
            (_press(speaker.plain("💡 Meer weten"), "why", purpose, newcomer_id),),
        ),
    )


def explain(
    speaker: Speaker, purpose: Purpose, newcomer_id: NewcomerId, *, name: str | None = None
) -> Message:
    """The second layer: one screen; arguments as in `ask`."""
    # Translators: below a question for consent: paper is always possible.
    free = speaker.say("Nee zeggen kost je niets. Je uren tellen gewoon, en papier blijft goed.")
    # Translators: /privacy is a command; keep it as {command}.
    later = speaker.say("Je kan je antwoord altijd veranderen: {command}.", command="/privacy")
    asked = f"{SIGN[purpose]} <b>{_asked(speaker, purpose, name)}</b>"
    # Translators: button: the long text about personal data.
    whole = Button(label=speaker.plain("📃 De hele tekst"), data=buttons.data(buttons.DATA, "text", 0))
    return Message(
        text="\n".join((asked, *_explained(speaker, purpose), free, later)),
        buttons=(_yes_or_no(speaker, purpose, newcomer_id), (whole,)),
    )


def _yes_or_no(speaker: Speaker, purpose: Purpose, newcomer_id: NewcomerId) -> tuple[Button, ...]:
    return (
        # Translators: button: the person agrees.
        _press(speaker.plain("✅ Ja"), "yes", purpose, newcomer_id),
        # Translators: button: the person does not agree.
        _press(speaker.plain("Nee"), "no", purpose, newcomer_id),
    )


def _press(label: str, word: str, purpose: Purpose, newcomer_id: NewcomerId) -> Button:
    return Button(label=label, data=buttons.data(buttons.DATA, word, purpose.value, newcomer_id))


def _asked(speaker: Speaker, purpose: Purpose, name: str | None) -> str:
    question = _question(speaker, purpose)
    if name is None:
        return question
    return f"<b>{speaker.isolated(escaped(name))}</b>: {question}"


def _question(speaker: Speaker, purpose: Purpose) -> str:
    match purpose:
        case Purpose.REMINDERS:
            # Translators: asks for consent to send reminders about the 40 hours.
            return speaker.say("Mag ik je soms herinneren aan je uren?")
        case Purpose.PHOTOS:
            # Translators: asks for consent to keep photographs of the proof of hours.
            return speaker.say("Mag ik foto's van je bewijs bewaren?")
        case Purpose.SHARING:
            # Translators: asks for consent to tell the contact person of an activity who is coming.
            return speaker.say("Mag ik aan de contactpersoon zeggen dat jij komt?")


def _explained(speaker: Speaker, purpose: Purpose) -> Sequence[str]:
    match purpose:
        case Purpose.REMINDERS:
            return (
                # Translators: what reminders are.
                speaker.say("Ik schrijf alleen als het helpt: als er nog uren te doen zijn."),
                # Translators: how often reminders come.
                speaker.say("Hoogstens één keer per week, en nooit 's nachts."),
            )
        case Purpose.PHOTOS:
            return (
                # Translators: what happens with photographs of the proof of hours.
                speaker.say("De foto gaat via Telegram. Alleen je begeleider ziet ze."),
                # Translators: the paper itself is the other way.
                speaker.say("Liever niet? Geef het papier dan aan je begeleider."),
            )
        case Purpose.SHARING:
            return (
                # Translators: what the contact person of an activity hears.
                speaker.say("Ik zeg alleen je voornaam en wanneer je komt."),
                # Translators: the person can also go there or call.
                speaker.say("Liever niet? Dan ga je er zelf naartoe."),
            )


def answered(speaker: Speaker, purpose: Purpose, *, is_given: bool) -> Message:
    """Where the question stood, after its answer."""
    # Translators: /privacy is a command; keep it as {command}.
    later = speaker.say("Veranderen kan altijd: {command}.", command="/privacy")
    return Message(text=f"{_told(speaker, purpose, is_given)}\n{later}")


def _told(speaker: Speaker, purpose: Purpose, is_given: bool) -> str:
    if not is_given:
        # Translators: after the person said no to something optional.
        return speaker.say("👍 Goed, ik doe het niet. Je uren tellen gewoon.")
    if purpose is Purpose.REMINDERS:
        # Translators: after the person agreed to reminders.
        return speaker.say("✅ Goed, ik herinner je soms. Alleen als het helpt.")
    # Translators: after the person agreed to something optional.
    return speaker.say("✅ Dank je, dat is genoteerd.")


def all_of_them(
    speaker: Speaker,
    purposes: Sequence[Purpose],
    given: Mapping[Purpose, Consent],
    newcomer_id: NewcomerId | None,
    *,
    keeps_questions: bool,
) -> Message:
    """What the person said yes or no to, each to be changed with one tap.

    Args:
        speaker: The reader's voice.
        purposes: What the bot can do today.
        given: The answers until now.
        newcomer_id: Whose they are; None for who has no dossier.
        keeps_questions: Did the person agree that questions are kept and read?
    """
    # Translators: heading of the screen with what the person said yes or no to.
    lines = [speaker.say("✅ <b>Jouw toestemmingen</b>")]
    rows: list[tuple[Button, ...]] = []
    for purpose in purposes if newcomer_id is not None else ():
        is_given = purpose in given and given[purpose].is_given
        lines.append(f"{_mark(is_given)} {SIGN[purpose]} {_question(speaker, purpose)}")
        assert newcomer_id is not None
        rows.append((_change(speaker, purpose, newcomer_id, is_given=is_given),))
    # Translators: what the person agreed to when sending a question to the begeleider.
    questions = speaker.say("Mag ik je vragen bewaren, zodat je begeleider ze leest?")
    lines.append(f"{_mark(keeps_questions)} 💬 {questions}")
    if keeps_questions:
        # Translators: button: takes back the agreement that questions are kept; it is asked again next time.
        label = speaker.plain("💬 Vraag het me de volgende keer opnieuw")
        rows.append((Button(label=label, data=buttons.data(buttons.DATA, "ask_again")),))
    # Translators: below a list of things the person may refuse.
    lines.append(speaker.say("Nee zeggen kost je niets."))
    return Message(text="\n".join(lines), buttons=(*rows, (home_button(speaker),)))


def _mark(is_given: bool) -> str:
    return "✅" if is_given else "⬜"


def _change(speaker: Speaker, purpose: Purpose, newcomer_id: NewcomerId, *, is_given: bool) -> Button:
    word = "off" if is_given else "on"
    # Translators: button: {sign} is a pictogram of what is switched off.
    off = speaker.plain("{sign} Niet meer", sign=SIGN[purpose])
    # Translators: button: {sign} is a pictogram of what is switched on.
    on = speaker.plain("{sign} Ja, dat mag", sign=SIGN[purpose])
    return _press(off if is_given else on, word, purpose, newcomer_id)
