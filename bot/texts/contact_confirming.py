"""A contact's list of dates, one date put right, and what was said."""

import base64
import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.contact import Contact, Line, LineState
from bot.domain.contact_words import NOT_THERE
from bot.texts import buttons, fit
from bot.texts.contact_lines import SIGN, line_words, state_words
from bot.texts.contact_menu import ContactButton, label
from bot.texts.message import Button, Message
from bot.texts.note_rows import Rows, back, in_rows
from bot.texts.speaker import Speaker, escaped

LIST, ALL, OK, EDIT, SAY, SAID = "list", "all", "ok", "edit", "say", "said"
A_PAGE = 8
"""Dates in one message."""
MOST_SAID = 12
STEPS = (-60, -30, 30, 60)
SHORTEST = 30
MARK_BYTES = 5
LABEL_UNITS = 40


@dataclass(frozen=True, kw_only=True)
class Mine:
    """A date with the contact who sees it, for whoever is a contact twice."""

    contact: Contact
    line: Line
    is_named: bool = False
    """Does it say which organisation, because there are several?"""

    @property
    def mark(self) -> bytes:
        """Tells this date with these minutes from any other."""
        facts = f"{self.contact.id}:{self.line.attendance_id}:{self.line.minutes}"
        return hashlib.sha256(facts.encode()).digest()[:MARK_BYTES]


def marks_in(word: str) -> frozenset[bytes]:
    """What a button for a whole list says was on the screen."""
    try:
        found = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
    except ValueError:
        return frozenset()
    return frozenset(found[start : start + MARK_BYTES] for start in range(0, len(found), MARK_BYTES))


def waiting(
    speaker: Speaker, dates: Sequence[Mine], today: dt.date, *, done: str = "", extra: Rows = ()
) -> Message:
    """The dates that wait, each with its buttons, and one button for all of them.

    Args:
        speaker: The contact's voice.
        dates: All that wait, oldest first.
        today: In the bot's time zone.
        done: What was just said, above the list; as HTML.
        extra: The buttons that belong to it.
    """
    if not dates:
        return _nothing(speaker, done, extra)
    shown = dates[:A_PAGE]
    lines = [done, ""] if done else []
    lines.append(is_it_right(speaker))
    lines += [f"▫️ {_words(speaker, one, today)}" for one in shown]
    if len(dates) > len(shown):
        # Translators: below a list: so many more days come after these.
        lines.append(
            speaker.plural("… daarna nog {count} datum", "… daarna nog {count} datums", len(dates) - A_PAGE)
        )
    rows = [*extra, *(_row(speaker, one, today) for one in shown)]
    if len(shown) > 1:
        rows.append((Button(label=all_right(speaker), data=_all(shown)),))
    return Message(text="\n".join(lines), buttons=tuple(rows))


def is_it_right(speaker: Speaker) -> str:
    """Above the list, as HTML."""
    # Translators: above a list of people, days and hours that a volunteer confirms.
    return speaker.say("📋 <b>Klopt dit?</b>")


def all_right(speaker: Speaker) -> str:
    """The button for the whole list."""
    # Translators: button of a volunteer: everything in the list is right.
    return speaker.plain("✅ Alles klopt")


def all_confirmed(speaker: Speaker) -> str:
    """Nothing waits, as HTML."""
    # Translators: to a volunteer: there is nothing left to confirm.
    return speaker.say("🎉 Alles is bevestigd. Dankjewel!")


def was_not_there(speaker: Speaker) -> str:
    """The button for somebody who was not there."""
    # Translators: button of a volunteer: somebody was not there that day.
    return speaker.plain("🙅 Was er niet")


def _all(shown: Sequence[Mine]) -> str:
    marks = base64.urlsafe_b64encode(b"".join(one.mark for one in shown)).rstrip(b"=").decode()
    return _data(ALL, marks)


def _nothing(speaker: Speaker, done: str, extra: Rows) -> Message:
    text = all_confirmed(speaker)
    # Translators: button of a volunteer: change something they said before.
    change = Button(label=speaker.plain("↩️ Iets verbeteren"), data=_data(SAID))
    rows = (*extra, (change,))
    return Message(text="\n".join(filter(None, (done, text))), buttons=rows)


def _words(speaker: Speaker, one: Mine, today: dt.date) -> str:
    words = escaped(line_words(speaker, one.line, today))
    if not one.is_named:
        return speaker.line(words)
    place = escaped(speaker.isolated(one.contact.organisation or ""))
    return speaker.line(f"{words} · {place}" if place else words)


def _row(speaker: Speaker, one: Mine, today: dt.date) -> tuple[Button, ...]:
    line = one.line
    words = fit.shorten(line_words(speaker, line, today), LABEL_UNITS)
    return (
        Button(label=f"✓ {words}", data=_data(OK, one.contact.id, line.attendance_id, line.minutes)),
        Button(label="✏️", data=_data(EDIT, one.contact.id, line.attendance_id)),
    )


def change(speaker: Speaker, one: Mine, today: dt.date) -> Message:
    """One date: so long, another amount, or not there.

    Args:
        speaker: The contact's voice.
        one: The date.
        today: In the bot's time zone.
    """
    line = one.line
    head = f"{SIGN[line.state]} <b>{_words(speaker, one, today)}</b>"
    to_list = (Button(label=back(speaker), data=_data(LIST)),)
    if not line.may_correct:
        return Message(text=f"{head}\n{_no_more(speaker, line)}", buttons=(to_list,))
    # Translators: to a volunteer: how long {name} was there; another amount may be typed, such as 1,5.
    ask = speaker.say("Hoe lang was {name} er? Kies of typ het: 1,5 of 1u30.", name=line.name)
    # Translators: button of a volunteer: these hours are right.
    right = speaker.plain("✅ Klopt: {hours}", hours=speaker.duration(line.minutes))
    absent = was_not_there(speaker)
    near = [line.minutes + step for step in STEPS if line.minutes + step >= SHORTEST]
    rows = (
        (Button(label=right, data=_say(one, line.minutes)),),
        *in_rows([Button(label=speaker.duration(m), data=_say(one, m)) for m in near], 2),
        (Button(label=absent, data=_say(one, NOT_THERE)),),
        to_list,
    )
    return Message(text=f"{head}\n{ask}", buttons=rows)


def _no_more(speaker: Speaker, line: Line) -> str:
    if line.state is LineState.SETTLED:
        # Translators: to a volunteer: the begeleider decided about this day already.
        return speaker.say("De begeleider keek dit al na. Er verandert niets meer.")
    # Translators: to a volunteer: what they said can be changed for a week.
    return speaker.say("Je zei dit meer dan een week geleden. Bel de begeleider als het niet klopt.")


def _say(one: Mine, minutes: int) -> str:
    return _data(SAY, one.contact.id, one.line.attendance_id, minutes, one.line.minutes)


def was_said(speaker: Speaker, line: Line, minutes: int, today: dt.date) -> str:
    """What the contact just said of a date, above the list; as HTML.

    Args:
        speaker: The contact's voice.
        line: The date, as it stands now.
        minutes: What they said.
        today: In the bot's time zone.
    """
    day = speaker.near_day(line.day, today)
    if minutes == NOT_THERE:
        # Translators: a volunteer said that {name} was not there.
        return speaker.say("🙅 Genoteerd: {name} was er niet op {day}.", name=line.name, day=day)
    amount = speaker.duration(minutes)
    # Translators: a volunteer confirmed that {name} was there for {hours}.
    said = speaker.say("✅ Bevestigd: {name}, {day}, {hours}.", name=line.name, day=day, hours=amount)
    if line.minutes != minutes:
        # Translators: another volunteer said other hours before; the begeleider looks at it.
        said += "\n" + speaker.say("Iemand anders zei iets anders. De begeleider kijkt ernaar.")
    return said


def put_right(speaker: Speaker, contact: Contact, line: Line) -> tuple[Button, ...]:
    """The button that opens what was just said."""
    # Translators: button of a volunteer: change what they just said.
    words = speaker.plain("↩️ Toch niet juist?")
    return (Button(label=words, data=_data(EDIT, contact.id, line.attendance_id)),)


def all_said(speaker: Speaker, count: int) -> str:
    """So many were confirmed at once; as HTML."""
    # Translators: to a volunteer who confirmed days of several people at once.
    return speaker.plural("✅ 1 datum bevestigd.", "✅ {count} datums bevestigd.", count)


def some_changed(speaker: Speaker) -> str:
    """What was on the screen is not what stands there now; plain text."""
    # Translators: short notice to a volunteer: something in the list changed before they pressed.
    return speaker.plain("Er veranderde intussen iets. Kijk nog even.")


def said_before(speaker: Speaker, dates: Sequence[Mine], today: dt.date) -> Message:
    """What the contact said within a week, to be put right.

    Args:
        speaker: The contact's voice.
        dates: What they said, newest day first.
        today: In the bot's time zone.
    """
    to_list = (Button(label=label(speaker, ContactButton.CONFIRM), data=_data(LIST)),)
    if not dates:
        # Translators: to a volunteer: there is nothing that they can still change.
        return Message(text=speaker.say("Er is niets om te verbeteren."), buttons=(to_list,))
    # Translators: above buttons with days that a volunteer confirmed.
    text = speaker.say("↩️ <b>Wat wil je verbeteren?</b> Dat kan een week lang.")
    rows = [
        (Button(label=_said_label(speaker, one, today), data=_data(EDIT, *_ids(one))),)
        for one in dates[:MOST_SAID]
    ]
    return Message(text=text, buttons=(*rows, to_list))


def _said_label(speaker: Speaker, one: Mine, today: dt.date) -> str:
    words = f"{SIGN[one.line.state]} {line_words(speaker, one.line, today)}"
    is_absent = one.line.state is LineState.DENIED
    return f"{words} · {state_words(speaker, one.line)}" if is_absent else words


def _ids(one: Mine) -> Collection[int]:
    return (one.contact.id, one.line.attendance_id)


def not_understood(speaker: Speaker) -> Message:
    """What was typed is no amount."""
    # Translators: to a volunteer who typed something that is not an amount of time.
    return Message(text=speaker.say("Dat begrijp ik niet. Typ bijvoorbeeld 1,5 of 1u30."))


def _data(*parts: object) -> str:
    return buttons.data(buttons.CONTACT, *parts)
