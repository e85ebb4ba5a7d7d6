"""What a newcomer hears of what a contact did: confirmed, changed, noted, signed, stopped."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.attendance import Attendance, State
from bot.domain.contact_words import NOT_THERE
from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs
from bot.domain.ids import AttendanceId
from bot.texts import my_hours
from bot.texts.message import Button, Message
from bot.texts.my_contacts_buttons import ask_button, doubt_button
from bot.texts.speaker import Speaker, escaped

MOST_LINES, MOST_DOUBTS = 20, 6


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a contact did with hours of a newcomer."""

    dossier: Dossier
    contact: str
    """The contact's name."""
    begeleider: str
    place: str
    """What the activity is called by."""
    bewijs: Bewijs | None
    """Where the hours add up; None when it is not about one."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A contact's word about one date."""

    attendance: Attendance
    minutes: int
    """`NOT_THERE` for not at all."""

    @property
    def is_as_claimed(self) -> bool:
        """Is it what the newcomer had noted?"""
        return self.minutes == self.attendance.claimed_minutes

    @property
    def rules(self) -> bool:
        """Does it hold, or did another contact speak first?"""
        if self.minutes == NOT_THERE:
            return self.attendance.is_denied or self.attendance.state is State.WITHDRAWN
        return self.attendance.state is State.CONFIRMED and self.attendance.minutes == self.minutes


# What was said of dates.


def said(speaker: Speaker, told: Told, dates: Sequence[Said]) -> Message:
    """A contact confirmed dates, gave other hours, or said that the newcomer was not there.

    Args:
        speaker: The newcomer's voice.
        told: Who, and where.
        dates: What they said, oldest day first.
    """
    is_all_right = all(one.is_as_claimed and one.rules for one in dates)
    lines = [_confirmed(speaker, told) if is_all_right else _looked(speaker, told)]
    lines += [_line(speaker, told, one) for one in dates[:MOST_LINES]]
    if len(dates) > MOST_LINES:
        # Translators: below a list of days: so many more days.
        lines.append(
            speaker.plural("… en nog {count} dag", "… en nog {count} dagen", len(dates) - MOST_LINES)
        )
    if not is_all_right:
        lines.append(_not_right(speaker, told))
    in_doubt = [one.attendance.id for one in dates if one.attendance.is_alive and not one.is_as_claimed]
    return _with_totals(speaker, told, lines, _doubts(speaker, told.dossier, in_doubt))


def _confirmed(speaker: Speaker, told: Told) -> str:
    # Translators: good news: {contact}, the contact person at {place}, confirmed the hours of these days.
    return speaker.say(
        "🤝 <b>{contact}</b> bevestigde je uren: {place}.", contact=told.contact, place=told.place
    )


def _looked(speaker: Speaker, told: Told) -> str:
    # Translators: {contact}, the contact person at {place}, said something about these days.
    return speaker.say(
        "🤝 <b>{contact}</b> keek naar je uren: {place}.", contact=told.contact, place=told.place
    )


def _line(speaker: Speaker, told: Told, date: Said) -> str:
    day = speaker.near_day(date.attendance.day, told.dossier.today)
    before = date.attendance.claimed_minutes
    if not date.rules:
        # Translators: in a list of days: two contact persons said different things about {day}.
        return speaker.say("🤔 {day}: iemand anders zei iets anders.", day=day)
    if date.minutes == NOT_THERE:
        # Translators: in a list of days: {contact}, the contact person, says that the newcomer was not there.
        return speaker.say("🙅 {day}: {contact} zegt dat je er niet was.", day=day, contact=told.contact)
    amount = speaker.duration(date.minutes)
    if date.is_as_claimed or before is None:
        line = f"✅ {speaker.isolated(day)} · <b>{escaped(speaker.isolated(amount))}</b>"
        return speaker.line(line)
    # Translators: in a list of days: the contact person says {hours}, the newcomer had noted {before}.
    return speaker.say(
        "✏️ {day}: {contact} zegt <b>{hours}</b>. Jij schreef {before}.",
        day=day,
        contact=told.contact,
        hours=amount,
        before=speaker.duration(before),
    )


def _not_right(speaker: Speaker, told: Told) -> str:
    # Translators: below what a contact person said; {begeleider} looks at it when the newcomer taps.
    return speaker.say("Klopt het niet? Tik op de knop. {begeleider} kijkt dan.", begeleider=told.begeleider)


def _doubts(
    speaker: Speaker, dossier: Dossier, ids: Sequence[AttendanceId]
) -> tuple[tuple[Button, ...], ...]:
    is_named = len(ids) > 1
    return tuple((doubt_button(speaker, dossier, one, is_named=is_named),) for one in ids[:MOST_DOUBTS])


def noted(speaker: Speaker, told: Told, dates: Sequence[Attendance]) -> Message:
    """A contact noted dates first."""
    lines = [_noted_line(speaker, told, date) for date in dates[:MOST_LINES]]
    lines.append(_not_right(speaker, told))
    doubts = _doubts(speaker, told.dossier, [date.id for date in dates])
    return _with_totals(speaker, told, lines, doubts)


def _noted_line(speaker: Speaker, told: Told, date: Attendance) -> str:
    # Translators: {contact}, the contact person, wrote down hours for the newcomer.
    return speaker.say(
        "🤝 <b>{contact}</b> noteerde voor jou: <b>{hours}</b> op {day}, {place}.",
        contact=told.contact,
        hours=speaker.duration(date.minutes),
        day=speaker.near_day(date.day, told.dossier.today),
        place=told.place,
    )


# Who the contact is.


def joined(speaker: Speaker, told: Told, *, is_checked: bool) -> Message:
    """A contact takes part; whom nobody checked yet confirms nothing for now."""
    if is_checked:
        # Translators: good news: {contact}, the contact person at {place}, can confirm hours from now on.
        text = speaker.say(
            "👋 <b>{contact}</b> kan nu je uren bevestigen: {place}. Je hoort het hier.",
            contact=told.contact,
            place=told.place,
        )
        return Message(text=text)
    # Translators: {contact}, the contact person at {place}, opened the link; {begeleider} calls them once.
    text = speaker.say(
        "👋 <b>{contact}</b> doet mee: {place}.\n"
        "{begeleider} praat eerst één keer met {contact}. Jij moet niets doen.",
        contact=told.contact,
        place=told.place,
        begeleider=told.begeleider,
    )
    return Message(text=text)


def checked(speaker: Speaker, told: Told) -> Message:
    """The begeleider spoke with the contact, who confirms from now on."""
    # Translators: good news: {begeleider} spoke with {contact}, who can confirm hours from now on.
    text = speaker.say(
        "✅ {begeleider} sprak met <b>{contact}</b>. {contact} kan nu je uren bevestigen: {place}.",
        begeleider=told.begeleider,
        contact=told.contact,
        place=told.place,
    )
    return Message(text=text)


def may_confirm(speaker: Speaker, place: str) -> Message:
    """To the contact: they were checked, and can confirm from now on."""
    # Translators: to a volunteer of the activity {place}: from now on they can confirm hours here.
    text = speaker.say(
        "✅ Bedankt voor het gesprek! Je kan nu uren bevestigen voor <b>{place}</b>. Tik op /bevestigen.",
        place=place,
    )
    return Message(text=text)


def stopped(speaker: Speaker, told: Told) -> Message:
    """The contact does not confirm any more."""
    # Translators: kindly: {contact} is not the contact person at {place} any more; all hours stay.
    text = speaker.say(
        "👋 <b>{contact}</b> stopt als contactpersoon: {place}.\n"
        "Je uren blijven staan. {begeleider} weet het en helpt je.",
        contact=told.contact,
        place=told.place,
        begeleider=told.begeleider,
    )
    return Message(text=text, buttons=_ask(speaker, told))


def not_with_us(speaker: Speaker, told: Told) -> Message:
    """Whoever opened the link says that this newcomer, or this organisation, is none of theirs."""
    # Translators: kindly, without blame: whoever got the link does not know the newcomer at {place}.
    text = speaker.say(
        "De link voor <b>{place}</b> kwam bij iemand anders terecht.\n"
        "Geen probleem. {begeleider} weet het en helpt je. Je uren blijven staan.",
        place=told.place,
        begeleider=told.begeleider,
    )
    return Message(text=text, buttons=_ask(speaker, told))


def _ask(speaker: Speaker, told: Told) -> tuple[tuple[Button, ...], ...]:
    return () if told.bewijs is None else ((ask_button(speaker, told.dossier.id, told.bewijs),),)


# The digital bewijs.


def void(speaker: Speaker, told: Told) -> Message:
    """A signed bewijs does not hold any more: one of its dates was put right."""
    # Translators: {contact} put a day right, so the signed bewijs does not hold; {contact} can sign again.
    text = speaker.say(
        "✏️ <b>{contact}</b> verbeterde een dag: {place}.\n"
        "Het getekende bewijs geldt nu niet meer. {contact} tekent straks een nieuw.",
        contact=told.contact,
        place=told.place,
    )
    return _with_totals(speaker, told, [text])


def refused(speaker: Speaker, told: Told) -> Message:
    """The contact does not sign; the begeleider asks why (`bewijs-weigering-handtekening`)."""
    # Translators: kindly: {contact} does not sign the bewijs for now; {begeleider} talks with {contact}.
    text = speaker.say(
        "<b>{contact}</b> tekent nu niet: {place}.\n"
        "{begeleider} weet het en bekijkt het. Jij moet niets doen.",
        contact=told.contact,
        place=told.place,
        begeleider=told.begeleider,
    )
    return Message(text=text)


def _with_totals(
    speaker: Speaker, told: Told, lines: Sequence[str], more: tuple[tuple[Button, ...], ...] = ()
) -> Message:
    sums = my_hours.sums(speaker, told.dossier.progress)
    rows = (*more, (my_hours.overview_button(speaker, told.dossier.id),))
    return Message(text="\n".join((*lines, "", sums)), buttons=rows)
