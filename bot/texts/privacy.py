"""What is kept, who reads it and for how long, on one screen; `privacy_in_full` says it all."""

from bot.domain.privacy import Policy
from bot.texts import buttons
from bot.texts.dutch import dutch
from bot.texts.message import Button, Message
from bot.texts.periods import period
from bot.texts.speaker import Speaker


def what_is_kept(
    speaker: Speaker, policy: Policy, *, is_begeleider: bool = False, back_to: str | None = None
) -> Message:
    """The first layer: all that matters on one screen, and the way to the rest.

    Args:
        speaker: The reader's voice.
        policy: What the operator states.
        is_begeleider: Begeleiders read it in Dutch, about their own data.
        back_to: The screen whose button led here; None when asked for by command.
    """
    paragraphs = _for_begeleider(speaker, policy) if is_begeleider else _for_newcomer(speaker, policy)
    rows = [
        # Translators: button: shows everything the bot knows about the person.
        (to(speaker.plain("📄 Mijn gegevens"), "mine"),),
        # Translators: button: erases everything the bot knows about the person.
        (to(speaker.plain("🗑 Vergeet mij"), "forget"),),
        # Translators: button: shows what the person said yes or no to.
        (to(speaker.plain("✅ Toestemmingen"), "agreed"),),
        # Translators: button: the long text about personal data.
        (to(speaker.plain("📃 De hele tekst"), "text", 0),),
    ]
    if is_begeleider:
        del rows[2]
    if back_to:
        rows.append((_back_to_screen(speaker, back_to),))
    return Message(text="\n\n".join(paragraphs), buttons=tuple(rows))


def _for_newcomer(speaker: Speaker, policy: Policy) -> list[str]:
    periods = policy.periods
    # Translators: heading of the screen about the person's own data.
    title = speaker.say("🔒 <b>Jouw gegevens</b>")
    # Translators: what the bot keeps, in short.
    kept = speaker.say("Ik bewaar je voornaam, je taal, je uren, je bewijzen en je vragen.")
    # Translators: other messages are those that were not sent to the begeleider.
    others = speaker.say("Andere berichten wis ik ten laatste na een week.")
    # Translators: who reads the data.
    readers = speaker.say("Je begeleider leest je uren, en de vragen die jij verstuurt.")
    # Translators: a colleague may replace the begeleider for some weeks.
    team = speaker.say("Is je begeleider er niet? Dan leest een collega of het team het.")
    # Translators: {period} is for example "1 year".
    questions = speaker.say("Vragen en antwoorden: {period}.", period=period(speaker, periods.questions))
    # Translators: {period} is for example "1 year"; the begeleider closes it at the end of the traject.
    dossier = speaker.say(
        "Je uren: {period} nadat je begeleider je dossier sluit.", period=period(speaker, periods.dossiers)
    )
    # Translators: {period} is for example "1 year". The scan is the clean picture of the paper.
    photos = speaker.say(
        "Foto van je bewijs: 2 weken na de beslissing. De scan: {period}.",
        period=period(speaker, periods.scans),
    )
    # Translators: the person's rights, in short.
    rights = speaker.say("Je mag alles zien, laten verbeteren en laten wissen.")
    return [
        f"{title}\n{kept}\n{others}",
        f"👀 {readers}\n{team}",
        f"⏳ {questions}\n{dossier}\n{photos}",
        f"✋ {rights}",
        _care(speaker),
    ]


def _care(speaker: Speaker) -> str:
    # Translators: advice; messages travel through the company Telegram.
    return speaker.say(
        "Berichten gaan via Telegram. Schrijf hier dus geen wachtwoord en geen nummer van je bank."
    )


def _for_begeleider(speaker: Speaker, policy: Policy) -> list[str]:
    periods = policy.periods
    return [
        dutch(
            "🔒 <b>Jouw gegevens</b>\nIk bewaar je voornaam, je werkuren, je verlof en wat je antwoordt,"
            " noteert en beslist."
        ),
        dutch(
            "👀 Je inburgeraars zien je naam en je antwoorden. Wie je vervangt, ziet je mensen en hun vragen."
        ),
        dutch(
            "⏳ Vragen en berichten: {questions}. Gesloten dossiers: {dossiers}. Je naam: zolang je"
            " begeleidt. Wat je beslist, blijft in het dossier, met alleen een nummer.",
            questions=period(speaker, max(periods.questions, periods.letters)),
            dossiers=period(speaker, periods.dossiers),
        ),
        dutch("✋ Je mag alles zien, laten verbeteren en laten wissen."),
    ]


def home_button(speaker: Speaker) -> Button:
    """Back to the first layer."""
    # Translators: button: to the screen before.
    return to(speaker.plain("⬅️ Terug"), "home")


def to(label: str, *parts: object) -> Button:
    """A button about the reader's own data."""
    return Button(label=label, data=buttons.data(buttons.DATA, *parts))


def _back_to_screen(speaker: Speaker, screen: str) -> Button:
    # Translators: button: to the screen before.
    return Button(label=speaker.plain("⬅️ Terug"), data=buttons.data(buttons.PRIVACY, "back", screen))
