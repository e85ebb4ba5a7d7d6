"""The whole text about personal data: each kind with its ground and period, readers, rights."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.kept_wish import KEPT_DAYS
from bot.domain.privacy import CONVERSATION_DAYS, MESSAGE_DAYS, SEARCH_DAYS, DataKind, Ground, Policy
from bot.texts.dutch import dutch
from bot.texts.message import Message
from bot.texts.periods import period
from bot.texts.privacy import home_button, to
from bot.texts.speaker import Speaker, escaped

PAGES = 3


def page(
    speaker: Speaker,
    policy: Policy,
    number: int,
    *,
    closed_on: dt.date | None = None,
    is_begeleider: bool = False,
) -> Message:
    """The whole text, a page at a time.

    Args:
        speaker: The reader's voice.
        policy: What the operator states.
        number: Which page, counted from 0.
        closed_on: When the reader's own dossier was closed.
        is_begeleider: They read what their people read, and are told so.
    """
    number = min(max(number, 0), PAGES - 1)
    parts = (
        _kinds(speaker, policy, closed_on),
        _readers_and_places(speaker, policy),
        _rights(speaker, policy),
    )
    turn = [
        to(sign, "text", number + step) for step, sign in ((-1, "⬅️"), (1, "➡️")) if 0 <= number + step < PAGES
    ]
    paragraphs = list(parts[number])
    if is_begeleider:
        paragraphs.insert(0, dutch("<i>Zo lezen je inburgeraars het, in hun taal.</i>"))
    return Message(text="\n\n".join(paragraphs), buttons=(tuple(turn), (home_button(speaker),)))


def _kinds(speaker: Speaker, policy: Policy, closed_on: dt.date | None) -> Sequence[str]:
    return (
        # Translators: heading above the kinds of data, each with its reason and how long it is kept.
        speaker.say("📃 <b>Wat, waarom en hoelang</b>"),
        _kind(speaker, policy, DataKind.ACCOUNT, _account(speaker, policy)),
        _kind(speaker, policy, DataKind.DOSSIER, _dossier(speaker, policy, closed_on)),
        _kind(speaker, policy, DataKind.ACCOUNT, _activities(speaker)),
        _kind(speaker, policy, DataKind.QUESTIONS, _questions(speaker, policy)),
        _kind(speaker, policy, DataKind.REMINDERS, _reminders(speaker)),
        _kind(speaker, policy, DataKind.LOGS, _logs(speaker)),
    )


def _kind(speaker: Speaker, policy: Policy, kind: DataKind, lines: Sequence[str]) -> str:
    return "\n".join((*lines, _why(speaker, policy.grounds[kind])))


def _account(speaker: Speaker, policy: Policy) -> Sequence[str]:
    return (
        # Translators: a kind of data: the person's account.
        speaker.say("👤 <b>Je account</b>: je voornaam op Telegram, je taal en het nummer van dit gesprek."),
        # Translators: {period} is for example "1 year".
        speaker.say(
            "Hoelang? Zolang je een dossier hebt. Zonder dossier: {period} na je laatste vraag.",
            period=period(speaker, policy.periods.accounts),
        ),
    )


def _dossier(speaker: Speaker, policy: Policy, closed_on: dt.date | None) -> Sequence[str]:
    after = period(speaker, policy.periods.dossiers)
    # Translators: a kind of data: the person's dossier. "Bewijs" is the proof of hours.
    what = speaker.say("📁 <b>Je dossier</b>: je naam, termijn, uren en bewijzen, en wie wat veranderde.")
    # Translators: {period} is for example "1 year".
    until = speaker.say("Hoelang? {period} nadat je begeleider het sluit.", period=after)
    lines = [what, until, _notes(speaker, policy)]
    return lines if closed_on is None else [*lines, _closed(speaker, policy, closed_on)]


def _notes(speaker: Speaker, policy: Policy) -> str:
    after = period(speaker, policy.periods.notes)
    # Translators: own words are short notes, such as the reason for more time; {period} is as "1 year".
    return speaker.say("Redenen in eigen woorden: hoogstens {period}.", period=after)


def _closed(speaker: Speaker, policy: Policy, closed_on: dt.date) -> str:
    # Translators: both are dates. The dossier is erased on the second one.
    return speaker.say(
        "Je begeleider sloot het op {day}. Ik wis het op {last_day}.",
        day=speaker.short_day(closed_on),
        last_day=speaker.short_day(closed_on + dt.timedelta(days=policy.periods.dossiers + 1)),
    )


def _activities(speaker: Speaker) -> Sequence[str]:
    return (
        # Translators: a kind of data: what the person looks for, and which activities they saved or chose.
        speaker.say("🔎 <b>Activiteiten</b>: wat je zoekt, bewaart en kiest."),
        # Translators: {search} and {wish} are such as "90 days"; a wish is what the bot keeps looking for.
        speaker.say(
            "Hoelang? Je zoekopdracht {search}, een wens {wish}.",
            search=period(speaker, SEARCH_DAYS),
            wish=period(speaker, KEPT_DAYS),
        ),
        # Translators: activities that the person saved are kept as long as the account.
        speaker.say("Wat je koos, blijft bij je dossier. Wat je bewaarde, bij je account."),
    )


def _questions(speaker: Speaker, policy: Policy) -> Sequence[str]:
    after = period(speaker, policy.periods.questions)
    return (
        # Translators: a kind of data: questions to the begeleider.
        speaker.say("💬 <b>Je vragen</b>: wat jij aan je begeleider stuurt, en de antwoorden."),
        # Translators: {period} is for example "1 year".
        speaker.say("Hoelang? {period} na het laatste bericht.", period=after),
        _letters(speaker, policy),
        # Translators: {days} and {one} are for example "7 days" and "1 day".
        speaker.say(
            "Wat je niet verstuurt, wis ik na {one}. Andere berichten ten laatste na {days}.",
            one=period(speaker, CONVERSATION_DAYS),
            days=period(speaker, MESSAGE_DAYS),
        ),
    )


def _letters(speaker: Speaker, policy: Policy) -> str:
    after = period(speaker, policy.periods.letters)
    # Translators: messages that the begeleider sends without being asked; {period} is for example "1 year".
    return speaker.say("Berichten van je begeleider: {period}.", period=after)


def _reminders(speaker: Speaker) -> Sequence[str]:
    return (
        # Translators: a kind of data: which reminders the bot sent.
        speaker.say("⏰ <b>Herinneringen</b>: of je ze wil, en wanneer je er een kreeg."),
        # Translators: how long: as long as the dossier above.
        speaker.say("Hoelang? Zolang als je dossier."),
    )


def _logs(speaker: Speaker) -> Sequence[str]:
    return (
        # Translators: a log is what a computer program writes about its own work.
        speaker.say("🧾 <b>Logboek van de computer</b>: alleen nummers, geen namen en geen berichten."),
    )


def _why(speaker: Speaker, ground: Ground) -> str:
    match ground:
        case Ground.PUBLIC_TASK:
            # Translators: the legal ground: a public task (GDPR article 6.1.e).
            return speaker.say("Waarom mag dat? Het hoort bij een taak van de overheid.")
        case Ground.LEGAL_OBLIGATION:
            # Translators: the legal ground: a legal obligation (GDPR article 6.1.c).
            return speaker.say("Waarom mag dat? De wet verplicht het.")
        case Ground.CONSENT:
            # Translators: the legal ground: consent (GDPR article 6.1.a).
            return speaker.say("Waarom mag dat? Alleen als jij ja zegt. Nee zeggen mag altijd.")
        case Ground.CONTRACT:
            # Translators: the legal ground: a contract (GDPR article 6.1.b).
            return speaker.say("Waarom mag dat? Het is nodig voor je contract.")
        case Ground.LEGITIMATE_INTEREST:
            # Translators: the legal ground: a legitimate interest (GDPR article 6.1.f).
            return speaker.say("Waarom mag dat? De organisatie heeft er een goede reden voor.")


def _readers_and_places(speaker: Speaker, policy: Policy) -> Sequence[str]:
    return ("\n".join(_readers(speaker)), "\n".join(_places(speaker, policy)))


def _readers(speaker: Speaker) -> Sequence[str]:
    return (
        # Translators: heading: who reads the data.
        speaker.say("👀 <b>Wie leest het?</b>"),
        # Translators: in a list of who reads the data: the person who reads this.
        speaker.say("• Jij."),
        # Translators: in a list of who reads the data.
        speaker.say("• Je begeleider: je dossier, en de vragen die jij verstuurt."),
        # Translators: in a list of who reads the data: the contact (volunteer) who confirms the hours.
        speaker.say("• Wie je uren bevestigt: je voornaam, de dagen en de uren daar."),
        # Translators: in a list of who reads the data: a colleague who stands in for the begeleider.
        speaker.say("• Een collega, als je begeleider met verlof is."),
        # Translators: in a list of who reads the data: the team reads questions that nobody else can read.
        speaker.say("• Het team, als er geen begeleider is."),
        # Translators: in a list of who reads the data: the administrator.
        speaker.say("• Wie de computer beheert, kan bij alles."),
    )


def _places(speaker: Speaker, policy: Policy) -> Sequence[str]:
    lines = [
        # Translators: heading: where the data is.
        speaker.say("📍 <b>Waar is het?</b>"),
        # Translators: the bot runs on a computer of the organisation.
        speaker.say("Op de computer van de organisatie. Ik verkoop niets."),
        # Translators: Telegram is a company; it can read what is written to a bot.
        speaker.say("Telegram brengt de berichten. Dat is een bedrijf met eigen regels, en het ziet ze ook."),
    ]
    if policy.periods.backups:
        after = period(speaker, policy.periods.backups)
        # Translators: {period} is for example "30 days". A backup is for when the computer breaks.
        kept = speaker.say(
            "Er is een kopie voor als de computer stukgaat. Die is weg na {period}.", period=after
        )
        lines.append(kept)
    return lines


def _rights(speaker: Speaker, policy: Policy) -> Sequence[str]:
    return ("\n".join(_own_rights(speaker)), "\n".join(_responsible(speaker, policy)))


def _own_rights(speaker: Speaker) -> Sequence[str]:
    return (
        # Translators: heading: the person's rights.
        speaker.say("✋ <b>Jouw rechten</b>"),
        # Translators: in a list; the name of a button stands in quotes; keep it as that button is called.
        speaker.say("• Alles zien en meenemen: knop “Mijn gegevens”."),
        # Translators: in a list; the name of a button stands in quotes; keep it as that button is called.
        speaker.say("• Alles wissen: knop “Vergeet mij”."),
        # Translators: in a list: the begeleider can correct data.
        speaker.say("• Klopt er iets niet? Je begeleider verbetert het."),
        # Translators: in a list: nothing is lost by using paper instead of the bot.
        speaker.say("• Stoppen met deze bot mag altijd. Alles kan ook op papier."),
        # Translators: in a list: the bot decides nothing about a person.
        speaker.say("• Ik beslis niets over jou. Dat doet altijd een mens."),
    )


def _responsible(speaker: Speaker, policy: Policy) -> Sequence[str]:
    return (
        # Translators: heading: who is responsible for the data.
        speaker.say("🏛 <b>Wie is verantwoordelijk?</b>"),
        _controller(speaker, policy),
        # Translators: the Belgian data protection authority; keep its Dutch name, a translation may follow.
        speaker.say("Niet tevreden? Je kan klagen bij de Gegevensbeschermingsautoriteit."),
    )


def _controller(speaker: Speaker, policy: Policy) -> str:
    if policy.controller:
        return speaker.isolated(escaped(policy.controller))
    # Translators: who is responsible is not filled in; the begeleider works for that organisation.
    return speaker.say("De organisatie die deze bot gebruikt. Je begeleider zegt je welke.")
