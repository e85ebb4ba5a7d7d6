"""Words about a contact's dates, the same in the chat and on the page; plain text, to be escaped once."""

import datetime as dt

from bot.domain.contact import Contact, Folk, Line, LineState
from bot.texts.offer_kinds import PICTOGRAM, kind_name
from bot.texts.speaker import Speaker

SIGN = {
    LineState.ASKED: "▫️",
    LineState.CONFIRMED: "✅",
    LineState.DENIED: "🙅",
    LineState.SETTLED: "📄",
}
"""Where a date stands, before its words."""


def date_words(speaker: Speaker, day: dt.date, today: dt.date | None = None) -> str:
    """A day in full, "dinsdag 24 november 2026"; with today in a few signs, "di 24 nov"."""
    return speaker.day(day) if today is None else speaker.near_day(day, today)


def amount_words(speaker: Speaker, minutes: int) -> str:
    """How long: "2 uur"."""
    return speaker.duration(minutes)


def line_words(speaker: Speaker, line: Line, today: dt.date | None = None) -> str:
    """Who, when and how long: "Amina · di 24 nov · 2 uur"."""
    parts = (line.name, date_words(speaker, line.day, today), amount_words(speaker, line.minutes))
    return " · ".join(map(speaker.isolated, parts))


def state_words(speaker: Speaker, line: Line) -> str:
    """Where a date stands, in one or two words."""
    match line.state:
        case LineState.ASKED:
            # Translators: to a volunteer, beside a day: they did not say yet whether it is right.
            return speaker.plain("wacht op jou")
        case LineState.CONFIRMED:
            # Translators: to a volunteer, beside a day: the hours are confirmed.
            return speaker.plain("bevestigd")
        case LineState.DENIED:
            # Translators: to a volunteer, beside a day: somebody was not there that day.
            return speaker.plain("was er niet")
        case LineState.SETTLED:
            # Translators: to a volunteer, beside a day: the begeleider decided, nothing changes any more.
            return speaker.plain("afgerond")


def folk_words(speaker: Speaker, folk: Folk) -> str:
    """Who, and which kind of activity: "Amina · ⚽ Sportclub"."""
    kind = f"{PICTOGRAM[folk.kind]} {kind_name(speaker, folk.kind)}"
    return f"{speaker.isolated(folk.name)} · {kind}"


def place_words(contact: Contact) -> str:
    """Where a contact is: the organisation, or their own name for a bewijs without one."""
    return contact.organisation or contact.name
