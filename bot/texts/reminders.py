"""Reminders: warm and short, with what is left and one next step; nobody is blamed or threatened."""

import datetime as dt

from bot.domain.ids import NewcomerId
from bot.domain.people import Newcomer
from bot.domain.progress import Progress
from bot.domain.question import Topic
from bot.domain.reminder import PAUSES, ReminderKind, Reminding
from bot.texts import buttons, my_hours
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker

A_WHILE = 4
"""For how many weeks one tap under a reminder makes it silent."""
_DAYS_INSTEAD_OF_WEEKS = 14


def reminder(speaker: Speaker, kind: ReminderKind, newcomer: Newcomer, progress: Progress) -> Message:
    """A reminder with what is left, the pace, and one next step.

    Args:
        speaker: The voice of whoever reads it on this phone.
        kind: Why they are reminded.
        newcomer: Whom it is about.
        progress: Their hours today.
    """
    paragraphs = [
        _opening(speaker, kind, progress),
        _what_is_left(speaker, kind, progress),
        _step(speaker, kind),
    ]
    text = "\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Message(text=text, buttons=_ways_on(speaker, kind, newcomer.id))


def _opening(speaker: Speaker, kind: ReminderKind, progress: Progress) -> str:
    assert progress.contract is not None
    day = speaker.short_day(progress.contract.last_day)
    match kind:
        case ReminderKind.THREE_MONTHS:
            # Translators: a friendly reminder about three months before the last day of the contract.
            return speaker.say("⏰ <b>Je termijn loopt tot {day}.</b> Er is nog tijd.", day=day)
        case ReminderKind.SIX_WEEKS:
            # Translators: a friendly reminder about six weeks before the last day of the contract.
            return speaker.say("⏰ <b>Je termijn loopt tot {day}.</b> Elk uur telt mee.", day=day)
        case ReminderKind.TWO_WEEKS:
            # Translators: a friendly reminder about two weeks before the last day of the contract.
            return speaker.say("⏰ <b>{day} komt dichtbij: de laatste dag van je termijn.</b>", day=day)
        case ReminderKind.BEHIND:
            # Translators: a friendly reminder to somebody with more to do each week than in the beginning.
            return speaker.say("⏰ <b>Kijken we even naar je uren?</b> Er is nog tijd, tot {day}.", day=day)
        case ReminderKind.WAITS:
            waiting = speaker.duration(progress.waiting)
            # Translators: hours that are noted wait long for the signed paper (bewijs).
            return speaker.say("⏰ <b>{waiting} wacht nog op een bewijs.</b>", waiting=waiting)
        case ReminderKind.TERM_OVER:
            # Translators: the last day of the contract has passed, and hours are left to do. Be kind.
            return speaker.say(
                "<b>Je termijn liep tot {day}.</b> We kijken samen hoe het verder kan.", day=day
            )


def _what_is_left(speaker: Speaker, kind: ReminderKind, progress: Progress) -> str:
    if not progress.to_go:
        return ""
    # Translators: how many hours are left to do.
    parts = [speaker.say("Nog te doen: <b>{to_go}</b>.", to_go=speaker.duration(progress.to_go))]
    if kind is not ReminderKind.TERM_OVER and progress.days_left:
        parts.append(_time_left(speaker, progress))
    return " ".join(part for part in parts if part)


def _time_left(speaker: Speaker, progress: Progress) -> str:
    if progress.days_left < _DAYS_INSTEAD_OF_WEEKS:
        # Translators: so many days are left.
        return speaker.plural("Nog {count} dag.", "Nog {count} dagen.", progress.days_left)
    weeks = progress.days_left // 7
    pace = speaker.duration(progress.pace)
    # Translators: so many weeks are left; {pace} is the time a week that is needed.
    return speaker.plural(
        "Nog {count} week: ongeveer {pace} per week.",
        "Nog {count} weken: ongeveer {pace} per week.",
        weeks,
        pace=pace,
    )


def _step(speaker: Speaker, kind: ReminderKind) -> str:
    match kind:
        case ReminderKind.THREE_MONTHS:
            # Translators: one next step.
            return speaker.say("Kies deze week één activiteit. Je begeleider zoekt graag mee.")
        case ReminderKind.SIX_WEEKS:
            # Translators: one next step.
            return speaker.say("Zet vandaag één datum in je agenda. Zoek je nog? Vraag het je begeleider.")
        case ReminderKind.TWO_WEEKS:
            # Translators: one next step.
            return speaker.say("Lukt het niet? Zeg het nu aan je begeleider. Dan kijken jullie samen.")
        case ReminderKind.BEHIND:
            # Translators: one next step.
            return speaker.say("Een vast moment per week helpt. Deed je al iets? Noteer het dan.")
        case ReminderKind.WAITS:
            # Translators: the contact (contactpersoon) is the person of the activity who signs the paper.
            return speaker.say(
                "Vraag je contactpersoon om het bewijs te tekenen. Toon het aan je begeleider."
            )
        case ReminderKind.TERM_OVER:
            # Translators: below is a button to tell what got in the way.
            return speaker.say("Wat maakte het moeilijk? Vertel het, en je begeleider kijkt met je mee.")


def _ways_on(speaker: Speaker, kind: ReminderKind, newcomer_id: NewcomerId) -> tuple[tuple[Button, ...], ...]:
    # Translators: button: ask the begeleider something.
    label = speaker.plain("💬 Mijn begeleider")
    ask = Button(label=label, data=buttons.data(buttons.REMIND, "ask", newcomer_id, Topic.DEADLINE))
    # Translators: button: no more reminders at all.
    off = speaker.plain("🔕 Herinneringen uit")
    stop = Button(label=off, data=buttons.data(buttons.REMIND, "off", newcomer_id))
    quiet = (_pause(speaker, A_WHILE, newcomer_id), stop)
    hours = my_hours.overview_button(speaker, newcomer_id)
    if kind is ReminderKind.TERM_OVER:
        return (obstacle_button(speaker, newcomer_id),), (hours, ask), (stop,)
    return (hours, my_hours.note_button(speaker, newcomer_id)), (ask,), quiet


def obstacle_button(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    """Leads to telling what got in the way."""
    # Translators: button: the newcomer tells what got in the way.
    label = speaker.plain("💬 Vertel wat moeilijk was")
    return Button(label=label, data=buttons.data(buttons.TERM, "obstacle", newcomer_id))


def _pause(speaker: Speaker, weeks: int, newcomer_id: NewcomerId) -> Button:
    # Translators: button: no reminders for so many weeks.
    label = speaker.plural("⏸ {count} week stil", "⏸ {count} weken stil", weeks)
    return Button(label=label, data=buttons.data(buttons.REMIND, "pause", newcomer_id, weeks))


# Switching them.


def settings(
    speaker: Speaker,
    newcomer: Newcomer,
    state: Reminding,
    *,
    may_stop: bool,
) -> Message:
    """Reminders on, off or silent for a while, each tap kept at once.

    Args:
        speaker: The newcomer's voice.
        newcomer: Whose reminders.
        state: As they are now.
        may_stop: Is the newcomer entitled, so that they may say that they stop?
    """
    lines = [_state(speaker, state, newcomer.reminders_paused_until), _what_they_are(speaker)]
    rows = [*_switches(speaker, state, newcomer.id), (my_hours.overview_button(speaker, newcomer.id),)]
    if may_stop:
        # Translators: button: an entitled newcomer wants to leave the 40 hours out.
        label = speaker.plain("Ik wil stoppen met de 40 uur")
        rows.append((Button(label=label, data=buttons.data(buttons.TERM, "stop", newcomer.id)),))
    return Message(text="\n".join(lines), buttons=tuple(rows))


def _state(speaker: Speaker, state: Reminding, until: dt.date | None) -> str:
    if state is Reminding.OFF:
        # Translators: reminders are off.
        return speaker.say("🔕 <b>Herinneringen staan uit.</b>")
    if state is Reminding.PAUSED and until is not None:
        # Translators: no reminders up to and including {day}.
        return speaker.say("⏸ <b>Herinneringen zijn stil tot en met {day}.</b>", day=speaker.short_day(until))
    # Translators: reminders are on.
    return speaker.say("🔔 <b>Herinneringen staan aan.</b>")


def _what_they_are(speaker: Speaker) -> str:
    # Translators: what reminders are; at most one a week, and not at night.
    return speaker.say(
        "Ik schrijf je hoogstens één keer per week, en nooit 's nachts. Ze uitzetten mag altijd."
    )


def _switches(speaker: Speaker, state: Reminding, newcomer_id: NewcomerId) -> list[tuple[Button, ...]]:
    if state is Reminding.OFF:
        # Translators: button: switch reminders on. It agrees that the bot sends them.
        label = speaker.plain("🔔 Ja, herinner mij")
        return [(Button(label=label, data=buttons.data(buttons.REMIND, "on", newcomer_id)),)]
    # Translators: button: switch reminders off.
    off = Button(label=speaker.plain("🔕 Zet uit"), data=buttons.data(buttons.REMIND, "off", newcomer_id))
    if state is Reminding.PAUSED:
        # Translators: button: end the pause; reminders come again.
        label = speaker.plain("▶️ Weer aan")
        return [(Button(label=label, data=buttons.data(buttons.REMIND, "on", newcomer_id)), off)]
    return [tuple(_pause(speaker, weeks, newcomer_id) for weeks in PAUSES), (off,)]
