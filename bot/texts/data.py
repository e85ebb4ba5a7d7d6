"""What the bot knows of the reader: in short on a screen, in full as a text to keep."""

import datetime as dt
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.domain.attendance import State
from bot.domain.contract import Contract
from bot.domain.history import Event
from bot.domain.hours import Book
from bot.domain.letter import Letter
from bot.domain.person import Known
from bot.domain.question import Part, Question, QuestionPart
from bot.texts.data_activities import activities_in_full, activities_in_short
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.happened import happened
from bot.texts.message import File, Message
from bot.texts.offer_kinds import kind_name
from bot.texts.privacy import home_button, to
from bot.texts.speaker import Speaker, own_name
from bot.texts.told import words_of

JSON_NAME, TEXT_NAME = "inburgerbot.json", "inburgerbot.txt"


def summary(speaker: Speaker, known: Known) -> Message:
    """In short, with the way to all of it.

    Args:
        speaker: The reader's voice.
        known: Everything about the reader.
    """
    # Translators: heading above what the bot knows about the person.
    lines = [speaker.say("📄 <b>Wat ik van jou weet</b>")]
    if known.account is not None:
        # On a shared phone Telegram's name is only one of them.
        name = known.dossier.newcomer.name if known.dossier else known.account.name
        # Translators: {name} is the person's own first name.
        lines.append(speaker.say("👤 Je naam: {name}", name=name))
    if known.dossier is not None:
        lines += _dossier_in_short(speaker, known)
    count = len(known.questions)
    # Translators: how many questions to the begeleider are kept.
    lines.append(speaker.plural("💬 1 vraag aan je begeleider", "💬 {count} vragen aan je begeleider", count))
    if known.letters:
        # Translators: how many messages from the begeleider are kept.
        told = speaker.plural(
            "✉️ 1 bericht van je begeleider", "✉️ {count} berichten van je begeleider", len(known.letters)
        )
        lines.append(told)
    lines += activities_in_short(speaker, known.activities)
    # Translators: below: two buttons with files.
    lines.append(speaker.say("Wil je alles? Kies hieronder een bestand."))
    rows = (
        # Translators: button: sends a file with all data, as a text.
        (to(speaker.plain("📖 Alles om te lezen"), "read"),),
        # Translators: button: sends a file with all data, for computers. JSON is the name of a format.
        (to(speaker.plain("💾 Alles als bestand (JSON)"), "json"),),
        (home_button(speaker),),
    )
    return Message(text="\n".join(lines), buttons=rows)


def summary_of_begeleider(known: Known) -> Message:
    """The same for a begeleider, in Dutch; their people's dossiers are not theirs."""
    begeleider = known.begeleider
    written = len(known.rows.get("letters", ())) + len(known.rows.get("question_parts", ()))
    lines = [
        dutch("📄 <b>Wat ik van jou weet</b>"),
        dutch("👤 Je naam: {name}", name=begeleider.name if begeleider else ""),
        dutch_plural("✉️ 1 antwoord of bericht van jou", "✉️ {count} antwoorden en berichten van jou", written),
        dutch_plural("🧾 1 regel in de databank", "🧾 {count} regels in de databank", known.row_count),
        dutch("De dossiers van je mensen horen bij hen, en staan er niet bij."),
    ]
    rows = (
        (to(dutch_plain("📖 Alles om te lezen"), "read"),),
        (to(dutch_plain("💾 Alles als bestand (JSON)"), "json"),),
        (to(dutch_plain("⬅️ Terug"), "home"),),
    )
    return Message(text="\n".join(lines), buttons=rows)


def _dossier_in_short(speaker: Speaker, known: Known) -> list[str]:
    assert known.dossier is not None
    sums = known.dossier.book.sums
    lines = []
    if known.begeleider is not None:
        # Translators: {name} is the first name of the begeleider.
        lines.append(speaker.say("🤝 Je begeleider: {name}", name=known.begeleider.name))
    if known.dossier.newcomer.contract is not None:
        last_day = speaker.short_day(known.dossier.newcomer.contract.last_day)
        # Translators: {day} is the last day of the term for the 40 hours.
        lines.append(speaker.say("📅 Je termijn: tot {day}", day=last_day))
    # Translators: {accepted} and {waiting} are amounts such as "14 hours".
    hours = speaker.say(
        "⏳ Je uren: {accepted} aanvaard, {waiting} nog te aanvaarden",
        accepted=speaker.duration(sums.accepted),
        waiting=speaker.duration(sums.claimed + sums.confirmed),
    )
    return [*lines, hours]


def to_read(speaker: Speaker, known: Known, zone: ZoneInfo) -> Message:
    """Everything as a text; arguments as in `in_full`."""
    # The mark at the beginning tells old programs that other alphabets come.
    content = in_full(speaker, known, zone).encode("utf-8-sig")
    # Translators: below a file with everything the bot knows about the person.
    caption = speaker.say("Dit is alles wat ik van jou weet.")
    return Message(text=caption, file=File(TEXT_NAME, content, "text/plain"))


def to_keep(speaker: Speaker, content: bytes) -> Message:
    """Everything as JSON."""
    # Translators: below a file for computers with everything the bot knows about the person.
    caption = speaker.say("Dit is alles wat ik van jou weet, voor een computer.")
    return Message(text=caption, file=File(JSON_NAME, content, "application/json"))


def in_full(speaker: Speaker, known: Known, zone: ZoneInfo) -> str:
    """Everything about somebody, as plain text.

    Args:
        speaker: The reader's voice.
        known: Everything about them.
        zone: The bot's time zone.
    """
    parts = [_head(speaker, known, zone)]
    if known.dossier is not None:
        parts += [
            _contract(speaker, known.dossier.newcomer.contract),
            *_hours(speaker, known.dossier.book),
            _history(speaker, known.history, zone),
        ]
    parts += activities_in_full(speaker, known.activities, zone)
    parts += [_question(speaker, question, zone) for question in known.questions]
    parts += [_letter(speaker, letter, zone) for letter in known.letters]
    parts += _written(speaker, known)
    # Translators: the technical rows stand in another file, named JSON.
    rest = speaker.plain(
        "Er zijn {count} regels in de databank. Elke regel staat in het bestand {name}.",
        count=known.row_count,
        name=JSON_NAME,
    )
    return "\n\n".join(part for part in (*parts, rest) if part) + "\n"


def _head(speaker: Speaker, known: Known, zone: ZoneInfo) -> str:
    # Translators: first line of a text with everything the bot knows; {moment} is a date and a time.
    lines = [
        speaker.plain(
            "Jouw gegevens in de inburgerbot, op {moment}", moment=_moment(speaker, known.made_at, zone)
        )
    ]
    if known.account is not None:
        # Translators: {name} is the person's own first name at Telegram.
        lines.append(speaker.plain("Naam op Telegram: {name}", name=known.account.name))
        # Translators: {number} is how Telegram counts this conversation.
        lines.append(speaker.plain("Nummer van dit gesprek: {number}", number=known.account.chat_id))
        # Translators: {language} is the name of a language in that language.
        lines.append(speaker.plain("Taal: {language}", language=own_name(known.account.language)))
    if known.dossier is not None:
        # Translators: the name that the begeleider wrote.
        lines.append(speaker.plain("Naam bij je begeleider: {name}", name=known.dossier.newcomer.name))
        if known.dossier.newcomer.reference:
            reference = known.dossier.newcomer.reference
            # Translators: the begeleider's own number or word for the person.
            lines.append(speaker.plain("Kenmerk bij je begeleider: {reference}", reference=reference))
        if known.begeleider is not None:
            # Translators: {name} is the first name of the begeleider.
            lines.append(speaker.plain("Begeleider: {name}", name=known.begeleider.name))
    return "\n".join(lines)


def _contract(speaker: Speaker, contract: Contract | None) -> str:
    if contract is None:
        return ""
    # Translators: both are dates.
    term = speaker.plain(
        "Termijn: van {first} tot {last}",
        first=speaker.short_day(contract.starts_on),
        last=speaker.short_day(contract.last_day),
    )
    # Translators: {hours} is an amount such as "40 hours".
    required = speaker.plain("Uren te doen: {hours}", hours=speaker.duration(contract.required_minutes))
    # Translators: the person must follow the traject ("verplicht").
    obliged = speaker.plain("Je volgt dit verplicht.")
    # Translators: the person may follow the traject ("rechthebbend").
    entitled = speaker.plain("Je kiest hier zelf voor.")
    return "\n".join((term, required, obliged if contract.is_obliged else entitled))


def _hours(speaker: Speaker, book: Book) -> Iterator[str]:
    for bewijs in book.bewijzen:
        lines = [
            " · ".join(p for p in (kind_name(speaker, bewijs.kind), bewijs.organisation, bewijs.contact) if p)
        ]
        for attendance in book.attendances_of(bewijs.id):
            state = _state(speaker, attendance.state, is_covered=book.is_covered(attendance))
            lines.append(
                f"- {speaker.short_day(attendance.day)}: {speaker.duration(attendance.minutes)} ({state})"
            )
        for acceptance in (a for a in book.acceptances if a.bewijs_id == bewijs.id):
            lines.append(
                _accepted(speaker, acceptance.minutes, acceptance.first_day, acceptance.last_day)
                if acceptance.counts
                else _undone(speaker, acceptance.minutes)
            )
        yield "\n".join(lines)


def _accepted(speaker: Speaker, minutes: int, first_day: dt.date, last_day: dt.date) -> str:
    # Translators: in a list: {hours} is an amount, {days} is from one day to another.
    return speaker.plain(
        "- aanvaard: {hours} ({days})",
        hours=speaker.duration(minutes),
        days=speaker.stretch(first_day, last_day),
    )


def _undone(speaker: Speaker, minutes: int) -> str:
    # Translators: in a list: the begeleider accepted these hours and took that back.
    return speaker.plain("- aanvaard en teruggenomen: {hours}", hours=speaker.duration(minutes))


def _state(speaker: Speaker, state: State, *, is_covered: bool) -> str:
    if state is State.REFUSED:
        # Translators: in a list of hours: they do not count.
        return speaker.plain("telt niet mee")
    if state is State.WITHDRAWN:
        # Translators: in a list of hours: the person took them back.
        return speaker.plain("teruggenomen")
    if is_covered:
        # Translators: in a list of hours: the begeleider accepted them.
        return speaker.plain("aanvaard")
    if state is State.CONFIRMED:
        # Translators: in a list of hours: the contact person said that it is so.
        return speaker.plain("bevestigd")
    # Translators: in a list of hours: the person wrote them down.
    return speaker.plain("genoteerd")


def _history(speaker: Speaker, events: Sequence[Event], zone: ZoneInfo) -> str:
    # Translators: heading above what happened, line by line.
    lines = [speaker.plain("Wat er gebeurde:")]
    for event in events:
        line = f"- {_moment(speaker, event.at, zone)}: {happened(speaker, event)}"
        lines.append(f"{line}\n  {event.note}" if event.note else line)
    return "\n".join(lines) if events else ""


def _question(speaker: Speaker, question: Question, zone: ZoneInfo) -> str:
    # Translators: heading above one question and its answers; {moment} is a date and a time.
    lines = [speaker.plain("Vraag van {moment}:", moment=_moment(speaker, question.asked_at, zone))]
    lines += [_part(speaker, part, zone) for part in question.parts]
    return "\n".join(lines)


def _part(speaker: Speaker, part: QuestionPart, zone: ZoneInfo) -> str:
    # Translators: in front of what the person wrote themselves.
    you = speaker.plain("jij")
    # Translators: in front of what the begeleider or the team wrote.
    they = speaker.plain("begeleider of team")
    who = they if part.part.is_answer else you
    return f"- {_moment(speaker, part.at, zone)}, {who}: {_words(speaker, part)}"


def _words(speaker: Speaker, part: QuestionPart) -> str:
    if part.part is Part.ANSWER_ENTRY:
        # Translators: the begeleider sent one of the fixed answers; {name} is its short name.
        return speaker.plain("vast antwoord “{name}”", name=part.content)
    if not part.is_text and not part.content:
        # Translators: in place of the words: a voice message, photograph or file.
        return speaker.plain("(spraak, foto of bestand; het staat in Telegram)")
    return words_of(speaker, part)


def _letter(speaker: Speaker, letter: Letter, zone: ZoneInfo) -> str:
    # Translators: heading above a message from the begeleider; {moment} is a date and a time.
    head = speaker.plain("Bericht van je begeleider, {moment}:", moment=_moment(speaker, letter.at, zone))
    return f"{head}\n{letter.content}"


def _written(speaker: Speaker, known: Known) -> list[str]:
    """What a begeleider wrote to newcomers; nobody else has such rows without a dossier of their own."""
    if known.dossier is not None:
        return []
    rows = [*known.rows.get("letters", ()), *known.rows.get("question_parts", ())]
    words = [f"- {row['content']}" for row in rows if str(row["part"]).startswith("answer")]
    # Translators: heading above what a begeleider wrote to newcomers.
    return ["\n".join([speaker.plain("Wat je schreef:"), *words])] if words else []


def _moment(speaker: Speaker, moment: dt.datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{speaker.short_day(local.date())} {local:%H:%M}"
