"""Forgetting a person, as they themselves read it: what would go, the last question, the receipt."""

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.domain.acceptance import Acceptance
from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs, Book
from bot.domain.person import Erased, Leaving
from bot.domain.privacy import Periods
from bot.texts.message import Message
from bot.texts.offer_kinds import PICTOGRAM, kind_name
from bot.texts.periods import period
from bot.texts.privacy import home_button, to
from bot.texts.speaker import Speaker

HOURS_TO_DELETE = 48
"""So long a bot may remove a message at Telegram."""
_TOLD = ("questions", "attendances", "acceptances", "letters", "history")
"""Tables that a receipt counts by name; the rest is counted together."""


def ask(speaker: Speaker, leaving: Leaving, sure: tuple[int, int]) -> Message:
    """Everything that would go, and the button that does it.

    Args:
        speaker: The reader's voice.
        leaving: Who asks, and what would go.
        sure: The account and newcomer that the last button carries, so that an old one erases nobody else.
    """
    # Translators: heading of a question: erase everything about the person?
    lines = [speaker.say("🗑 <b>Alles over jou wissen?</b>")]
    if leaving.dossier is not None:
        lines += _what_goes(speaker, leaving.dossier)
    if leaving.open_questions:
        # Translators: questions to the begeleider that have no answer yet.
        waiting = speaker.plural(
            "💬 1 vraag wacht nog op antwoord. Die gaat ook weg.",
            "💬 {count} vragen wachten nog op antwoord. Die gaan ook weg.",
            leaving.open_questions,
        )
        lines.append(waiting)
    if leaving.is_shared and leaving.dossier is not None:
        name = leaving.dossier.newcomer.name
        # Translators: two people use one phone; only {name} is erased.
        lines.append(
            speaker.say("👥 Dit is alleen voor {name}. De ander op deze telefoon blijft.", name=name)
        )
    # Translators: what was erased cannot come back.
    lines.append(speaker.say("⚠️ Terug kan niet."))
    rows = (
        # Translators: button: erases everything about the person, at once.
        (to(speaker.plain("🗑 Ja, wis alles"), "erase", *sure),),
        (home_button(speaker),),
    )
    return Message(text="\n".join(lines), buttons=rows)


def _what_goes(speaker: Speaker, dossier: Dossier) -> list[str]:
    sums = dossier.book.sums
    # Translators: {accepted} and {waiting} are amounts such as "14 hours"; all of it would be erased.
    hours = speaker.say(
        "⏳ Deze uren gaan weg uit de bot: {accepted} aanvaard, {waiting} genoteerd.",
        accepted=speaker.duration(sums.accepted),
        waiting=speaker.duration(sums.claimed + sums.confirmed),
    )
    lines = [hours]
    if sums.accepted:
        # Translators: the accepted hours are sent to the begeleider before they are erased.
        lines.append(speaker.say("🤝 Je begeleider krijgt eerst je aanvaarde uren. Die blijven tellen."))
    if sums.accepted and sums.claimed + sums.confirmed:
        # Translators: hours that the begeleider has not accepted yet.
        lines.append(speaker.say("✋ De andere uren stuur ik niet. Toon je papieren aan je begeleider."))
    elif sums.claimed + sums.confirmed:
        # Translators: no hours were accepted yet; the papers are what the begeleider can still accept.
        lines.append(speaker.say("📄 Bewaar je papieren, en toon ze aan je begeleider."))
    return lines


def done(speaker: Speaker) -> Message:
    """Where the question stood."""
    # Translators: after everything about the person was erased.
    return Message(text=speaker.say("🗑 Gewist. Je bewijs daarvan staat hieronder."))


def nothing_left(speaker: Speaker) -> str:
    """A second tap on the last button; a short notice."""
    # Translators: short notice: everything was erased already.
    return speaker.plain("Alles is al gewist.")


def receipt(speaker: Speaker, erased: Erased, periods: Periods, zone: ZoneInfo, *, kept: int) -> Message:
    """What was erased, what could not be, and the accepted hours to keep; it leaves nothing behind.

    Args:
        speaker: The reader's voice.
        erased: Who was forgotten.
        periods: How long backups stay.
        zone: The bot's time zone.
        kept: How many copies in other people's chats could not be taken back.
    """
    local = erased.at.astimezone(zone)
    # Translators: heading of a receipt.
    title = speaker.say("✅ <b>Alles over jou is gewist</b>")
    # Translators: {number} is a random number on a receipt; {moment} is a date and a time.
    numbered = speaker.say(
        "Nummer {number}, op {moment}.",
        number=erased.number,
        moment=f"{speaker.short_day(local.date())} {local:%H:%M}",
    )
    # Translators: {command} is a command; keep it.
    again = speaker.say("Wil je later opnieuw beginnen? Typ {command}.", command="/start")
    parts = [
        f"{title}\n{numbered}",
        _counted(speaker, erased.counts),
        _hours_to_keep(speaker, erased),
        _not_erased(speaker, periods, kept),
        again,
    ]
    return Message(text="\n\n".join(part for part in parts if part))


def _counted(speaker: Speaker, counts: Mapping[str, int]) -> str:
    # Translators: heading above a list of what was erased.
    lines = [speaker.say("<b>Weg is:</b>")]
    if count := counts.get("questions", 0):
        # Translators: in a list of what was erased.
        lines.append(speaker.plural("• 1 vraag met antwoorden", "• {count} vragen met antwoorden", count))
    if count := counts.get("attendances", 0):
        # Translators: in a list of what was erased: days on which hours were written down.
        lines.append(speaker.plural("• 1 genoteerde dag", "• {count} genoteerde dagen", count))
    if count := counts.get("acceptances", 0):
        # Translators: in a list of what was erased: hours the begeleider had accepted.
        lines.append(speaker.plural("• 1 keer aanvaarde uren", "• {count} keer aanvaarde uren", count))
    if count := counts.get("letters", 0):
        # Translators: in a list of what was erased.
        lines.append(
            speaker.plural("• 1 bericht van je begeleider", "• {count} berichten van je begeleider", count)
        )
    if count := counts.get("history", 0):
        # Translators: in a list of what was erased: lines that said who changed what.
        lines.append(speaker.plural("• 1 regel geschiedenis", "• {count} regels geschiedenis", count))
    rest = sum(count for table, count in counts.items() if table not in _TOLD)
    # Translators: in a list of what was erased: everything else, such as the name and the language.
    lines.append(speaker.plural("• 1 ander gegeven", "• {count} andere gegevens", rest))
    return "\n".join(lines)


def _hours_to_keep(speaker: Speaker, erased: Erased) -> str:
    dossier = erased.leaving.dossier
    if dossier is None or not dossier.book.sums.accepted:
        return ""
    # Translators: heading above the accepted hours, on a receipt that the person keeps.
    lines = [speaker.say("<b>Je aanvaarde uren. Bewaar dit bericht.</b>")]
    return "\n".join([*lines, *accepted_hours(speaker, dossier.book)])


def accepted_hours(speaker: Speaker, book: Book) -> list[str]:
    """A line for each bewijs with accepted hours, as HTML."""
    return [
        _accepted(speaker, bewijs, accepted)
        for bewijs in book.bewijzen
        if (accepted := book.acceptances_of(bewijs.id))
    ]


def _accepted(speaker: Speaker, bewijs: Bewijs, accepted: Sequence[Acceptance]) -> str:
    # Translators: in a list: a kind of activity, an organisation, an amount of hours, from when to when.
    return speaker.say(
        "{sign} {kind}, {place}: {hours} ({days})",
        sign=PICTOGRAM[bewijs.kind],
        kind=kind_name(speaker, bewijs.kind),
        place=bewijs.place or "–",
        hours=speaker.duration(sum(one.minutes for one in accepted)),
        days=speaker.stretch(min(one.first_day for one in accepted), max(one.last_day for one in accepted)),
    )


def _not_erased(speaker: Speaker, periods: Periods, kept: int) -> str:
    # Translators: heading above what the bot cannot erase.
    lines = [speaker.say("<b>Dit kan ik niet wissen:</b>")]
    # Translators: messages that stand in this conversation at Telegram.
    lines.append(speaker.say("• Dit gesprek in Telegram. Wis het zelf op je telefoon."))
    if kept:
        # Translators: copies at the begeleider's phone, older than 48 hours.
        lines.append(
            speaker.plural(
                "• 1 foto, bestand of spraakbericht bij je begeleider, ouder dan {hours} uur.",
                "• {count} foto's, bestanden of spraakberichten bij je begeleider, ouder dan {hours} uur.",
                kept,
                hours=HOURS_TO_DELETE,
            )
        )
    # Translators: lists and notices in which the begeleider saw the name.
    lists = speaker.say("• Oude lijsten bij je begeleider. Ik vraag om die te wissen.")
    lines.append(lists)
    if periods.backups:
        # Translators: backups are for when the computer breaks; {period} is for example "30 days".
        lines.append(
            speaker.say(
                "• Een kopie voor als de computer stukgaat. Die is weg na {period}.",
                period=period(speaker, periods.backups),
            )
        )
    return "\n".join(lines)


def moment_of(at: dt.datetime, zone: ZoneInfo, speaker: Speaker) -> str:
    """A date and a time, as they stand on a receipt."""
    local = at.astimezone(zone)
    return f"{speaker.short_day(local.date())} {local:%H:%M}"
