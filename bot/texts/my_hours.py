"""A newcomer's hours at one glance: two lines under the picture, and the receipt after noting."""

from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.ids import NewcomerId
from bot.domain.progress import Progress, Situation
from bot.domain.question import Topic
from bot.texts import buttons, going, menu, who
from bot.texts.menu import MenuButton
from bot.texts.message import Button, File, Message
from bot.texts.my_contacts_buttons import ask_button
from bot.texts.speaker import Speaker, escaped

CALENDAR_FILE = "40-uur.ics"
ACCEPTED, CONFIRMED, CLAIMED, REFUSED = "✓", "🤝", "✋", "✖"
"""The sign of each state, the same as in the picture."""
_DAYS_INSTEAD_OF_WEEKS = 14
_WITHOUT_PACE = (Situation.DONE, Situation.ALL_NOTED, Situation.TERM_OVER, Situation.NO_CONTRACT)


def overview(speaker: Speaker, dossier: Dossier, *, is_shared: bool, goes_somewhere: bool = False) -> Message:
    """What is done, what is left, and how it goes; the caption of the picture, if there is one.

    Args:
        speaker: The newcomer's voice.
        dossier: Their hours today.
        is_shared: Does this phone serve several newcomers? Then the name stands above, and a button lets
            somebody else speak.
        goes_somewhere: Did they choose an activity? Then a button leads there.
    """
    progress = dossier.progress
    lines, rows = [sums(speaker, progress), how_it_goes(speaker, dossier)], _ways_on(speaker, dossier)
    if goes_somewhere:
        rows = (*rows, (going.list_button(speaker, dossier.id),))
    if is_shared:
        lines.insert(0, f"<b>{escaped(speaker.isolated(dossier.newcomer.name))}</b>")
        rows = (*rows, (who.switch_button(dossier.newcomer),))
    return Message(text="\n".join(lines), buttons=rows)


def sums(speaker: Speaker, progress: Progress) -> str:
    """Done, to confirm, to go; without a contract nobody knows what is to go."""
    accepted = speaker.duration(progress.sums.accepted)
    waiting = speaker.duration(progress.waiting)
    if progress.contract is None:
        # Translators: hours that are accepted, and hours that are noted but not accepted yet.
        return speaker.say("✓ klaar: <b>{done}</b> · ⏳ wacht nog: {waiting}", done=accepted, waiting=waiting)
    # Translators: hours that are accepted, hours that are noted but not accepted yet, hours to do.
    return speaker.say(
        "✓ klaar: <b>{done}</b> · ⏳ wacht nog: {waiting} · nog te doen: <b>{to_go}</b>",
        done=accepted,
        waiting=waiting,
        to_go=speaker.duration(progress.to_go),
    )


def how_it_goes(speaker: Speaker, dossier: Dossier) -> str:
    """The second line: how much time is left, the pace that is needed, and a kind word."""
    if dossier.newcomer.closed_on is not None:
        # Translators: the begeleider has closed the file; the hours can still be looked at.
        return speaker.say(
            "Je dossier is afgesloten op {day}. Je kan je uren hier nog zien.",
            day=speaker.short_day(dossier.newcomer.closed_on),
        )
    progress = dossier.progress
    parts = [_time_left(speaker, progress), _pace(speaker, progress), _kind_word(speaker, progress)]
    return " ".join(part for part in parts if part)


def _time_left(speaker: Speaker, progress: Progress) -> str:
    contract = progress.contract
    if contract is None or progress.situation in (Situation.DONE, Situation.TERM_OVER):
        return ""
    day = speaker.short_day(contract.last_day)
    if progress.situation is Situation.NOT_STARTED:
        start = speaker.short_day(contract.starts_on)
        # Translators: the term of the contract has not begun yet.
        return speaker.say("Je termijn begint op {start}. Hij loopt tot {day}.", start=start, day=day)
    if progress.days_left == 1:
        # Translators: hours of today still count.
        return speaker.say("Vandaag is de laatste dag van je termijn.")
    if progress.days_left < _DAYS_INSTEAD_OF_WEEKS:
        # Translators: so many days are left, up to and including {day}.
        return speaker.plural(
            "Nog {count} dag, tot {day}.", "Nog {count} dagen, tot {day}.", progress.days_left, day=day
        )
    weeks = progress.days_left // 7
    # Translators: so many weeks are left, up to and including {day}.
    return speaker.plural("Nog {count} week, tot {day}.", "Nog {count} weken, tot {day}.", weeks, day=day)


def _pace(speaker: Speaker, progress: Progress) -> str:
    is_short = progress.days_left < _DAYS_INSTEAD_OF_WEEKS
    if not progress.pace or is_short or progress.situation in _WITHOUT_PACE:
        return ""
    # Translators: the pace that is needed, such as "about 1 h 20 a week".
    return speaker.say("Ongeveer <b>{pace}</b> per week.", pace=speaker.duration(progress.pace))


def _kind_word(speaker: Speaker, progress: Progress) -> str:  # noqa: PLR0911 - one for each
    match progress.situation:
        case Situation.NO_CONTRACT:
            # Translators: the begeleider has not filled in the dates of the contract yet.
            return speaker.say("Je begeleider heeft je termijn nog niet ingevuld.")
        case Situation.NOT_STARTED:
            # Translators: the term has not begun; looking around is possible already.
            return speaker.say("Je mag nu al rustig een activiteit zoeken.")
        case Situation.DONE:
            # Translators: enough hours are accepted.
            return speaker.say("🎉 Proficiat! Je hebt al je uren gedaan.")
        case Situation.ALL_NOTED:
            # Translators: the contact (contactpersoon) is the person of the activity who signs the paper.
            return speaker.say("Alles is genoteerd. Vraag je contactpersoon om het bewijs te tekenen.")
        case Situation.ON_PACE:
            # Translators: kindly: there is enough time for what is left.
            return speaker.say("Je zit goed op schema.")
        case Situation.BEHIND:
            # Translators: kindly, without blame: more hours a week are needed than at the beginning.
            return speaker.say("Er is nog tijd. Zullen we samen iets zoeken?")
        case Situation.TERM_OVER:
            return _after_the_term(speaker, progress)


def _after_the_term(speaker: Speaker, progress: Progress) -> str:
    assert progress.contract is not None
    day = speaker.short_day(progress.contract.last_day)
    if progress.to_go:
        # Translators: kindly: the term is over and hours are left; a button below tells what got in the way.
        return speaker.say(
            "Je termijn liep tot {day}. Vertel me wat moeilijk was. Je begeleider kijkt met je mee.", day=day
        )
    # Translators: the term is over; all hours are noted, and the begeleider still has to check them.
    return speaker.say("Je termijn liep tot {day}. Je begeleider kijkt je uren nog na.", day=day)


def _ways_on(speaker: Speaker, dossier: Dossier) -> tuple[tuple[Button, ...], ...]:
    whose = dossier.id
    if dossier.newcomer.is_closed:
        return ((details_button(speaker, newcomer_id=whose),),)
    situation = dossier.progress.situation
    rows: list[tuple[Button, ...]] = [
        (note_button(speaker, whose), details_button(speaker, newcomer_id=whose))
    ]
    if first := _first_of_all(speaker, dossier):
        rows.insert(0, (first,))
    if situation in (Situation.NO_CONTRACT, Situation.DONE, Situation.TERM_OVER):
        return tuple(rows)
    # Translators: button: sends the last day as a file for the phone's calendar.
    label = speaker.plain("📅 Kalender")
    calendar = Button(label=label, data=buttons.for_whom(whose, buttons.MINE, "calendar"))
    # Translators: button: switch reminders on or off.
    label = speaker.plain("⏰ Herinneringen")
    remind = Button(label=label, data=buttons.for_whom(whose, buttons.REMIND, "show"))
    return (*rows, (calendar, remind))


def _first_of_all(speaker: Speaker, dossier: Dossier) -> Button | None:
    """What helps most in their situation, on a row of its own."""
    situation = dossier.progress.situation
    if situation is Situation.NO_CONTRACT:
        # Translators: button: asks the begeleider for the dates of the contract.
        label = speaker.plain("💬 Vraag je termijn aan je begeleider")
        return Button(label=label, data=buttons.for_whom(dossier.id, buttons.ASK, "ready", Topic.DEADLINE))
    if situation is Situation.BEHIND:
        return Button(
            label=menu.label(speaker, MenuButton.OFFERS), data=buttons.data(buttons.CHOICE, "@offers")
        )
    if situation is Situation.TERM_OVER and dossier.progress.to_go:
        # Translators: button: the newcomer tells what got in the way.
        label = speaker.plain("💬 Vertel wat moeilijk was")
        return Button(label=label, data=buttons.for_whom(dossier.id, buttons.TERM, "obstacle"))
    return None


def note_button(speaker: Speaker, newcomer_id: NewcomerId | None = None) -> Button:
    """Leads to noting hours."""
    # Translators: button: note hours of an activity that took place.
    label = speaker.plain("➕ Noteer uren")
    return Button(label=label, data=buttons.for_whom(newcomer_id, buttons.MINE, "note"))


def details_button(speaker: Speaker, page: int = 0, *, newcomer_id: NewcomerId | None = None) -> Button:
    """Leads to the list of everything that is noted."""
    # Translators: button: shows each activity with its dates.
    label = speaker.plain("📋 Details")
    return Button(label=label, data=buttons.for_whom(newcomer_id, buttons.MINE, "details", page))


def overview_button(speaker: Speaker, newcomer_id: NewcomerId | None = None) -> Button:
    """Leads back to the picture."""
    label = menu.label(speaker, MenuButton.HOURS)
    return Button(label=label, data=buttons.for_whom(newcomer_id, buttons.MINE, "show"))


def receipt(speaker: Speaker, dossier: Dossier, attendance: Attendance) -> Message:
    """After noting: what was noted, the sums as they are now, and how it counts."""
    # Translators: {day}, {duration} and {place} as the newcomer just gave them.
    noted = speaker.say(
        "✅ Genoteerd: {day} · <b>{duration}</b> · {place}.",
        day=speaker.near_day(attendance.day, dossier.today),
        duration=speaker.duration(attendance.minutes),
        place=dossier.book.bewijs(attendance.bewijs_id).place,
    )
    # Translators: how noted hours begin to count; bewijs is the signed paper.
    how = speaker.say("Het telt mee als je begeleider het bewijs aanvaardt.")
    # Translators: button: change or take back the hours that were just noted.
    label = speaker.plain("✏️ Verander dit")
    whose = dossier.id
    change = Button(label=label, data=buttons.for_whom(whose, buttons.MINE, "claim", attendance.id, 0))
    ask = ask_button(speaker, whose, dossier.book.bewijs(attendance.bewijs_id))
    rows = ((change, note_button(speaker, whose)), (ask,), (overview_button(speaker, whose),))
    return Message(text=f"{noted}\n{sums(speaker, dossier.progress)}\n\n{how}", buttons=rows)


def deadline_title(speaker: Speaker) -> str:
    """What the phone's calendar shows on the last day; plain text."""
    # Translators: the title of an event in the phone's calendar.
    return speaker.plain("Laatste dag voor je 40 uur inburgering")


def deadline_description(speaker: Speaker, progress: Progress) -> str:
    """What stands below it in the calendar; plain text."""
    to_go = speaker.duration(progress.to_go)
    # Translators: in the phone's calendar, below the last day; {to_go} hours are left to do.
    return speaker.plain("Nog te doen: {to_go}. Bewaar elk bewijs van deelname goed.", to_go=to_go)


def calendar(speaker: Speaker, progress: Progress, content: bytes) -> Message:
    """The last day of the term as a file for the calendar."""
    assert progress.contract is not None
    # Translators: with a file; a tap on it puts the last day into the phone's calendar.
    text = speaker.say(
        "📅 Tik op het bestand. Dan staat <b>{day}</b> in je kalender.",
        day=speaker.short_day(progress.contract.last_day),
    )
    return Message(text=text, file=File(CALENDAR_FILE, content, "text/calendar"))
