"""Noting hours: where, which day, how long, read back once; each screen asks one thing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.attendance import Attendance, State
from bot.domain.contract import Contract
from bot.domain.hour_findings import Finding
from bot.domain.hours import Bewijs
from bot.domain.ids import NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.texts import buttons, fit, note_rows
from bot.texts.hour_details import finding_words
from bot.texts.message import Button, Message
from bot.texts.my_hours import note_button, overview_button
from bot.texts.note_draft import Draft
from bot.texts.note_rows import Rows
from bot.texts.offer_kinds import PICTOGRAM, kind_label
from bot.texts.speaker import Ready, Speaker, escaped

LONGEST_PLACE = 30
"""How much of a place's name stands on a button, in UTF-16 units."""
SHOWN_PLACE = 80
MOST_PLACES = 6


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A note as its screens show it."""

    draft: Draft
    today: dt.date
    place: str | None = None
    """What people call the place by; None while it is not known."""
    kind: OfferKind | None = None


def which_place(speaker: Speaker, seen: Seen, places: Sequence[Bewijs]) -> Message:
    """Ask where the newcomer was, the places that are known first."""
    # Translators: above buttons with activities where the newcomer has been before.
    where = speaker.say("📍 <b>Waar was je?</b>")
    question = f"{_shall_i(speaker, seen.draft)} {where}".strip()
    rows: Rows = tuple((_place(speaker, seen.draft, place),) for place in places[:MOST_PLACES])
    # Translators: button: an activity that is not among those above.
    other = Button(label=speaker.plain("➕ Ergens anders"), data=seen.draft.button("kinds"))
    return _screen(speaker, seen, question, (*rows, (other,)))


def _place(speaker: Speaker, draft: Draft, bewijs: Bewijs) -> Button:
    label = f"{PICTOGRAM[bewijs.kind]} {speaker.isolated(fit.shorten(bewijs.place, LONGEST_PLACE))}"
    return Button(label=label, data=draft.at(bewijs.id).button("note"))


def which_kind(speaker: Speaker, seen: Seen) -> Message:
    """Ask what kind of activity it was."""
    # Translators: above buttons with kinds of activities.
    kind = speaker.say("<b>Wat voor activiteit was het?</b>")
    question = f"{_shall_i(speaker, seen.draft)} {kind}".strip()
    rows = note_rows.kinds(speaker, lambda kind: replace(seen.draft, kind=kind).button("note"))
    return _screen(speaker, seen, question, rows)


def which_organisation(speaker: Speaker, seen: Seen) -> Message:
    """Ask for the organisation's name, which is typed."""
    # Translators: the newcomer types the name of the club, library, neighbourhood house...
    question = speaker.say("📍 <b>Bij welke organisatie?</b> Typ de naam.")
    # Translators: button: there is no organisation; a person (a buddy, say) did it with the newcomer.
    label = speaker.plain("👤 Geen organisatie, een persoon")
    rows = ((Button(label=label, data=seen.draft.button("person")),),)
    return _screen(speaker, seen, question, rows)


def which_person(speaker: Speaker, seen: Seen) -> Message:
    """Ask for the contact's name, where there is no organisation."""
    # Translators: the newcomer types the name of the person with whom they did the activity.
    return _screen(speaker, seen, speaker.say("👤 <b>Met wie deed je het?</b> Typ de naam."), ())


def which_day(speaker: Speaker, seen: Seen) -> Message:
    """Ask for the day: one of the last seven, or typed."""
    rows = note_rows.days(speaker, seen.today, lambda day: replace(seen.draft, day=day).button("note"))
    return _screen(speaker, seen, note_rows.ask_day(speaker), rows)


def how_long(speaker: Speaker, seen: Seen) -> Message:
    """Ask how long it was: one of the usual amounts, or typed."""
    rows = note_rows.amounts(speaker, lambda minutes: replace(seen.draft, minutes=minutes).button("note"))
    return _screen(speaker, seen, note_rows.ask_amount(speaker), rows)


def check(speaker: Speaker, seen: Seen, *, that_day: int, contract: Contract | None) -> Message:
    """Read a whole note back; nothing is noted before the newcomer says yes.

    Args:
        speaker: The newcomer's voice.
        seen: The note.
        that_day: Minutes of that day together with these, over all places.
        contract: The newcomer's, if it is set.
    """
    draft = seen.draft
    lines = [_shall_i(speaker, draft) or _is_it_right(speaker), *_remarks(speaker, draft, that_day, contract)]
    # Translators: button: yes, note these hours.
    yes = Button(label=speaker.plain("✅ Ja, noteer dit"), data=draft.button("yes"))
    # Translators: button: change the day, the amount or the place.
    change = Button(label=speaker.plain("✏️ Verander iets"), data=draft.button("change"))
    return _screen(speaker, seen, "\n".join(lines), ((yes,), (change,)))


def _shall_i(speaker: Speaker, draft: Draft) -> str:
    """Nothing was asked for yet when a note began with a message out of the blue."""
    if not draft.is_from_text:
        return ""
    # Translators: the newcomer wrote something that looks like hours they did.
    return speaker.say("<b>Wil je dit noteren?</b>")


def _is_it_right(speaker: Speaker) -> str:
    # Translators: the day, the amount and the place stand above; is it right so?
    return speaker.say("<b>Klopt dit?</b>")


def _remarks(speaker: Speaker, draft: Draft, that_day: int, contract: Contract | None) -> list[str]:
    assert draft.day is not None
    remarks = []
    if note_rows.is_much(that_day):
        # Translators: more than twelve hours on one day; kindly asked whether it is right.
        much = speaker.say(
            "Samen is dat {duration} op één dag. Klopt dat zeker?", duration=speaker.duration(that_day)
        )
        remarks.append(much)
    if contract is not None and not contract.holds(draft.day):
        remarks.append(finding_words(speaker, Finding.OUTSIDE_TERM))
    return remarks


def what_to_change(speaker: Speaker, seen: Seen) -> Message:
    """Choose which part of a note is not right."""
    draft = seen.draft
    # Translators: above buttons: the day, the amount, the place.
    question = speaker.say("<b>Wat wil je veranderen?</b>")
    # Translators: button: change the day.
    day = Button(label=speaker.plain("📅 De dag"), data=replace(draft, day=None).button("note"))
    # Translators: button: change how long it was.
    amount = Button(label=speaker.plain("⏱ Hoe lang"), data=replace(draft, minutes=None).button("note"))
    elsewhere = replace(draft, bewijs_id=None, kind=None, name=None)
    # Translators: button: change where it was.
    place = Button(label=speaker.plain("📍 Waar"), data=elsewhere.button("note"))
    back = Button(label=note_rows.back(speaker), data=draft.button("note"))
    return _screen(speaker, seen, question, ((day, amount), (place, back)))


def _screen(speaker: Speaker, seen: Seen, question: str, rows: Rows) -> Message:
    """What is known so far, one question, its buttons, and the way out."""
    known = _known(speaker, seen)
    text = f"{known}\n\n{question}" if known else question
    return Message(text=text, buttons=(*rows, (_way_out(speaker, seen.draft),)))


def _known(speaker: Speaker, seen: Seen) -> str:
    """Day, amount and place, as far as they are known; signs and values, no words."""
    draft, parts = seen.draft, []
    if draft.day is not None:
        parts.append(speaker.isolated(speaker.near_day(draft.day, seen.today)))
    if draft.minutes is not None:
        parts.append(speaker.isolated(speaker.duration(draft.minutes)))
    if seen.place:
        place = speaker.isolated(fit.shorten(seen.place, SHOWN_PLACE))
        parts.append(f"{PICTOGRAM[seen.kind] if seen.kind else '📍'} {escaped(place)}")
    elif seen.kind is not None:
        parts.append(kind_label(speaker, seen.kind))
    return f"<b>{Ready(' · '.join(parts))}</b>" if parts else ""


def _way_out(speaker: Speaker, draft: Draft) -> Button:
    if draft.is_from_text:
        # Translators: button: the message was not about hours that were done, it was a question.
        return Button(label=speaker.plain("❓ Nee, het is een vraag"), data=draft.button("question"))
    # Translators: button: do not note these hours after all.
    label = speaker.plain("✖ Niet noteren")
    return Button(label=label, data=buttons.for_whom(draft.newcomer_id, buttons.MINE, "no"))


def one_by_one(speaker: Speaker, draft: Draft) -> Message:
    """Several days in one message: each is noted on its own."""
    # Translators: the newcomer told of several days in one message; an example of one day.
    text = speaker.say(
        "Mooi! Schrijf elke dag apart, dan noteer ik het. Bijvoorbeeld: gisteren 2 uur voetbal."
    )
    return Message(
        text=text, buttons=((note_button(speaker, draft.newcomer_id),), (_way_out(speaker, draft),))
    )


def nothing_noted(speaker: Speaker, newcomer_id: NewcomerId | None = None) -> Message:
    """The newcomer does not want to note it after all."""
    # Translators: after "do not note this".
    text = speaker.say("Goed, ik noteer niets.")
    return Message(text=text, buttons=((overview_button(speaker, newcomer_id),),))


def as_question(speaker: Speaker) -> Message:
    """It was a question after all; the answer follows below."""
    # Translators: the bot took a question for hours; the answer to the question follows below.
    return Message(text=speaker.say("Dank je, dan is het een vraag. 👇"))


def noted_before(speaker: Speaker, seen: Seen, before: Attendance, place: str) -> Message:
    """There are hours of that day in that place already: replace them, add them up, or leave it."""
    assert seen.draft.minutes is not None
    # Translators: hours of the same day and place are noted already.
    text = speaker.say(
        "Voor {day} staat er al <b>{duration}</b> bij {place}.",
        day=speaker.near_day(before.day, seen.today),
        duration=speaker.duration(before.minutes),
        place=place,
    )
    # Translators: button: leave the hours that are noted as they are.
    label, whose = speaker.plain("Laat het zo"), seen.draft.newcomer_id
    leave = Button(label=label, data=buttons.for_whom(whose, buttons.MINE, "no"))
    if before.state is State.CONFIRMED:
        # Translators: the contact (contactpersoon) confirmed these hours; only the begeleider changes them.
        why = speaker.say(
            "Je contactpersoon heeft dit al bevestigd. Klopt het niet? Zeg het aan je begeleider."
        )
        return Message(text=f"{text}\n{why}", buttons=((leave,),))
    rows = [(button,) for button in _instead(speaker, seen.draft, before)]
    return Message(text=text, buttons=(*rows, (leave,)))


def _instead(speaker: Speaker, draft: Draft, before: Attendance) -> list[Button]:
    assert draft.minutes is not None
    ways, minutes = [], draft.minutes
    if minutes != before.minutes:
        # Translators: button: replace the hours of that day by this amount.
        change = speaker.plain("✏️ Verander in {duration}", duration=speaker.duration(minutes))
        ways.append(Button(label=change, data=_set(draft, before, minutes)))
    if note_rows.fits_a_day(total := before.minutes + minutes):
        # Translators: button: the amount is added to what was noted; {duration} is the sum.
        add = speaker.plain("➕ Tel samen: {duration}", duration=speaker.duration(total))
        ways.append(Button(label=add, data=_set(draft, before, total)))
    return ways


def _set(draft: Draft, before: Attendance, minutes: int) -> str:
    """Without the page of a list, since it was opened from none."""
    return buttons.for_whom(draft.newcomer_id, buttons.MINE, "set", before.id, minutes, buttons.NOTHING)


def saved_already(speaker: Speaker) -> str:
    """The same screen was tapped twice."""
    # Translators: short notice after a second tap: the hours are noted, once.
    return speaker.plain("Dit is al genoteerd.")


def not_understood_day(speaker: Speaker) -> Message:
    """What was typed is no day."""
    # Translators: the newcomer typed something that is no day; two examples of a day.
    return Message(text=speaker.say("Ik begrijp de dag niet. Typ bijvoorbeeld: gisteren, of 24/11."))


def not_understood_amount(speaker: Speaker) -> Message:
    """What was typed is no amount of time."""
    # Translators: the newcomer typed something that is no amount of time; two examples.
    return Message(text=speaker.say("Ik begrijp de tijd niet. Typ bijvoorbeeld: 2 uur, of 90 minuten."))


def name_too_long(speaker: Speaker) -> Message:
    """What was typed is too long for a name."""
    # Translators: the newcomer typed a long text where a name was asked.
    return Message(text=speaker.say("Dat is te lang voor een naam. Typ alleen de naam."))
