"""What a newcomer hears when the begeleider decided about hours; each ends in the totals as they are now."""

import datetime as dt

from bot.domain.attendance import RefusedBecause
from bot.domain.dossier import Dossier
from bot.texts import my_hours
from bot.texts.hour_details import refusal_reason
from bot.texts.message import Message
from bot.texts.speaker import Speaker, escaped


def accepted(speaker: Speaker, begeleider: str, dossier: Dossier, *, minutes: int, place: str) -> Message:
    """Hours of a signed bewijs count from now on."""
    # Translators: good news to the newcomer. {begeleider} is the guide's name, {place} where the
    # activity was, {hours} an amount such as "2 hours".
    line = speaker.say(
        "🎉 {begeleider} aanvaardde <b>{hours}</b>: {place}.",
        begeleider=begeleider,
        hours=speaker.duration(minutes),
        place=place,
    )
    return _with_totals(speaker, line, dossier)


def accepted_changed(
    speaker: Speaker, begeleider: str, dossier: Dossier, *, before: int, minutes: int, place: str
) -> Message:
    """Accepted hours became another amount."""
    # Translators: to the newcomer: an accepted amount was put right, from {before} to {hours}.
    line = speaker.say(
        "✏️ {begeleider} paste aanvaarde uren aan: {place}.\nHet was {before}. Het is nu <b>{hours}</b>.",
        begeleider=begeleider,
        place=place,
        before=speaker.duration(before),
        hours=speaker.duration(minutes),
    )
    return _with_totals(speaker, line, dossier)


def acceptance_undone(
    speaker: Speaker, begeleider: str, dossier: Dossier, *, minutes: int, place: str
) -> Message:
    """Accepted hours do not count for now; the dates they held wait again."""
    # Translators: to the newcomer, kindly: accepted hours are no longer accepted. They can ask why.
    line = speaker.say(
        "↩️ {begeleider} nam <b>{hours}</b> terug: {place}.\nHeb je een vraag? Stuur ze hier.",
        begeleider=begeleider,
        hours=speaker.duration(minutes),
        place=place,
    )
    return _with_totals(speaker, line, dossier)


def confirmed(
    speaker: Speaker, begeleider: str, dossier: Dossier, *, day: dt.date, minutes: int, place: str
) -> Message:
    """The contact confirmed a date by telephone; the begeleider noted it."""
    # Translators: to the newcomer: the contact of the activity confirmed the hours of {day}.
    line = speaker.say(
        "🤝 Bevestigd: <b>{hours}</b> op {day}, {place}.\nZe tellen mee als {begeleider} ze aanvaardt.",
        hours=speaker.duration(minutes),
        day=speaker.near_day(day, dossier.today),
        place=place,
        begeleider=begeleider,
    )
    return _with_totals(speaker, line, dossier)


def refused(
    speaker: Speaker,
    begeleider: str,
    dossier: Dossier,
    *,
    day: dt.date,
    minutes: int,
    place: str,
    why: RefusedBecause,
    note: str | None,
) -> Message:
    """A date does not count; with the reason, and that a question is welcome."""
    # Translators: to the newcomer, kindly: the guide looked at these hours. The reason follows.
    line = speaker.say(
        "{begeleider} keek naar {hours} op {day}, {place}.",
        begeleider=begeleider,
        hours=speaker.duration(minutes),
        day=speaker.near_day(day, dossier.today),
        place=place,
    )
    lines = [line, refusal_reason(speaker, why)]
    if note:
        lines.append(f"<i>{escaped(speaker.isolated(note))}</i>")
    # Translators: to the newcomer, after hours that do not count.
    lines.append(speaker.say("Klopt het niet, of heb je een vraag? Stuur ze hier."))
    return _with_totals(speaker, "\n".join(lines), dossier)


def counts_again(
    speaker: Speaker, begeleider: str, dossier: Dossier, *, day: dt.date, minutes: int, place: str
) -> Message:
    """A refusal was undone."""
    # Translators: good news to the newcomer: hours that did not count are noted again.
    line = speaker.say(
        "↩️ {begeleider} laat dit weer meetellen: <b>{hours}</b> op {day}, {place}.",
        begeleider=begeleider,
        hours=speaker.duration(minutes),
        day=speaker.near_day(day, dossier.today),
        place=place,
    )
    return _with_totals(speaker, line, dossier)


def noted(
    speaker: Speaker, begeleider: str, dossier: Dossier, *, day: dt.date, minutes: int, place: str
) -> Message:
    """The begeleider noted hours for the newcomer, or put a note right."""
    # Translators: to the newcomer: the guide wrote hours down for them.
    line = speaker.say(
        "✋ {begeleider} noteerde voor jou: <b>{hours}</b> op {day}, {place}.",
        begeleider=begeleider,
        hours=speaker.duration(minutes),
        day=speaker.near_day(day, dossier.today),
        place=place,
    )
    return _with_totals(speaker, line, dossier)


def withdrawn(
    speaker: Speaker, begeleider: str, dossier: Dossier, *, day: dt.date, minutes: int, place: str
) -> Message:
    """The begeleider took a note away."""
    # Translators: to the newcomer: the guide removed hours that were noted.
    line = speaker.say(
        "🗑 {begeleider} nam een notitie weg: {hours} op {day}, {place}.",
        begeleider=begeleider,
        hours=speaker.duration(minutes),
        day=speaker.near_day(day, dossier.today),
        place=place,
    )
    return _with_totals(speaker, line, dossier)


def _with_totals(speaker: Speaker, line: str, dossier: Dossier) -> Message:
    sums = my_hours.sums(speaker, dossier.progress)
    return Message(text=f"{line}\n\n{sums}", buttons=((my_hours.overview_button(speaker, dossier.id),),))
