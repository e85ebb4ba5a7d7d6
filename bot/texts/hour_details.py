"""Everything that is noted, bewijs by bewijs, and one claim that can be changed or taken back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, RefusedBecause, State
from bot.domain.contact_words import SaidBy
from bot.domain.dossier import Dossier
from bot.domain.hour_findings import Finding, findings_about
from bot.domain.hours import Bewijs
from bot.domain.ids import AttendanceId
from bot.texts import buttons
from bot.texts.message import Button, Message
from bot.texts.my_contacts_buttons import ask_button, doubt_button
from bot.texts.my_hours import ACCEPTED, CLAIMED, CONFIRMED, REFUSED, note_button, overview_button
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.paging import page_of
from bot.texts.speaker import Speaker, escaped


@dataclass(frozen=True, kw_only=True)
class Details:
    """What the list is made of."""

    dossier: Dossier
    now: dt.datetime
    reasons: Mapping[int, RefusedBecause]
    """Why each refused attendance does not count, by its id."""
    is_shared: bool = False
    """Does this phone serve several newcomers? Then the name stands above."""
    said: Mapping[AttendanceId, Sequence[SaidBy]] = field(default_factory=dict)
    """What contacts said of the dates."""


@dataclass(frozen=True)
class _Item:
    bewijs: Bewijs
    what: Attendance | Acceptance


def list_of(speaker: Speaker, details: Details, page: int) -> Message:
    """One page of everything that is noted; what can still be changed has a button.

    Args:
        speaker: The newcomer's voice.
        details: Their hours.
        page: Counted from 0; beyond the last, the last is shown.
    """
    shown = page_of(_items(details.dossier), page)
    parts = [*_heading(speaker, details), *_blocks(speaker, details, shown.items)]
    parts.append(_legend(speaker) if shown.items else _nothing_yet(speaker))
    claims = _claims(details, shown.items)
    rows = [(_claim_button(speaker, details.dossier, claim, shown.number),) for claim in claims]
    rows.extend((button,) for button in _to_contacts(speaker, details, shown.items, claims))
    whose = details.dossier.id
    turning = shown.turns(lambda number: buttons.for_whom(whose, buttons.MINE, "details", number))
    ways = [overview_button(speaker, whose)]
    if not details.dossier.newcomer.is_closed:
        ways.insert(0, note_button(speaker, whose))
    return Message(text="\n\n".join(parts), buttons=(*rows, *turning, tuple(ways)))


def _items(dossier: Dossier) -> list[_Item]:
    """What was accepted and each date, the bewijs with the newest first; what was taken back is left out."""
    book = dossier.book
    found: list[list[_Item]] = []
    for bewijs in book.bewijzen:
        dates = [a for a in book.attendances_of(bewijs.id) if a.state is not State.WITHDRAWN]
        accepted = [_Item(bewijs, acceptance) for acceptance in book.acceptances_of(bewijs.id)]
        found.append(accepted + [_Item(bewijs, attendance) for attendance in reversed(dates)])
    found = [items for items in found if items]
    found.sort(key=lambda items: max(_last_day(item) for item in items), reverse=True)
    return [item for items in found for item in items]


def _last_day(item: _Item) -> dt.date:
    return item.what.day if isinstance(item.what, Attendance) else item.what.last_day


def _heading(speaker: Speaker, details: Details) -> list[str]:
    name = speaker.isolated(details.dossier.newcomer.name)
    return [f"<b>{escaped(name)}</b>"] if details.is_shared else []


def _blocks(speaker: Speaker, details: Details, shown: Sequence[_Item]) -> list[str]:
    """The lines of each bewijs under its own name and sums."""
    blocks: dict[int, list[str]] = {}
    for item in shown:
        lines = blocks.setdefault(item.bewijs.id, [_bewijs(speaker, details.dossier, item.bewijs)])
        lines.append(_line(speaker, details, item))
    return ["\n".join(lines) for lines in blocks.values()]


def _bewijs(speaker: Speaker, dossier: Dossier, bewijs: Bewijs) -> str:
    sums = dossier.book.sums_of(bewijs.id)
    states = ((ACCEPTED, sums.accepted), (CONFIRMED, sums.confirmed), (CLAIMED, sums.claimed))
    amounts = " · ".join(
        f"{sign} {speaker.isolated(speaker.duration(minutes))}" for sign, minutes in states if minutes
    )
    name = escaped(speaker.isolated(bewijs.place))
    return f"{PICTOGRAM[bewijs.kind]} <b>{name}</b>" + (f"\n{amounts}" if amounts else "")


def _line(speaker: Speaker, details: Details, item: _Item) -> str:
    if isinstance(item.what, Acceptance):
        # Translators: in a list: so many hours over these days are accepted.
        return speaker.say(
            "✓ {days}: {duration} aanvaard",
            days=speaker.stretch(item.what.first_day, item.what.last_day),
            duration=speaker.duration(item.what.minutes),
        )
    day = speaker.isolated(speaker.near_day(item.what.day, details.dossier.today))
    amount = speaker.isolated(speaker.duration(item.what.minutes))
    notes = [f"<i>{note}</i>" for note in _notes(speaker, details, item.what)]
    return "\n".join([f"{_sign(details.dossier, item.what)} {day} · {amount}", *notes])


def _sign(dossier: Dossier, attendance: Attendance) -> str:
    if attendance.state is State.REFUSED:
        return REFUSED
    if dossier.book.is_covered(attendance):
        return ACCEPTED
    return CONFIRMED if attendance.state is State.CONFIRMED else CLAIMED


def _notes(speaker: Speaker, details: Details, attendance: Attendance) -> list[str]:
    """What there is to say about a date: why it does not count, or why somebody looks at it."""
    if attendance.state is State.REFUSED:
        return [refusal_reason(speaker, details.reasons.get(attendance.id, RefusedBecause.OTHER))]
    said = [_said(speaker, attendance, word) for word in details.said.get(attendance.id, ()) if word.minutes]
    if attendance not in details.dossier.book.open:
        return said
    dossier = details.dossier
    found = findings_about(dossier.book, attendance, dossier.newcomer.contract, details.now)
    return said + [finding_words(speaker, finding) for finding in Finding if finding in found]


def _said(speaker: Speaker, attendance: Attendance, word: SaidBy) -> str:
    if word.minutes == attendance.claimed_minutes:
        # Translators: below a date: {contact}, the contact person of the activity, confirmed it.
        return speaker.say("Bevestigd door {contact}.", contact=word.by)
    # Translators: below a date: {contact}, the contact person, says another amount than was noted.
    return speaker.say("{contact} zegt: {hours}.", contact=word.by, hours=speaker.duration(word.minutes))


def refusal_reason(speaker: Speaker, why: RefusedBecause) -> str:
    """Why a date does not count, said kindly."""
    match why:
        case RefusedBecause.NOT_THERE:
            # Translators: why hours do not count: the activity says the person was not there that day.
            return speaker.say("Telt niet mee: je stond die dag niet op de lijst.")
        case RefusedBecause.OUTSIDE_TERM:
            # Translators: why hours do not count.
            return speaker.say("Telt niet mee: die dag valt buiten je termijn.")
        case RefusedBecause.NO_PARTICIPATION:
            # Translators: why hours do not count: not in Dutch, or not together with others.
            return speaker.say("Telt niet mee: deze activiteit past niet bij het traject.")
        case RefusedBecause.COUNTED_ELSEWHERE:
            # Translators: why hours do not count: they are in another list already.
            return speaker.say("Deze uren tellen al ergens anders mee.")
        case RefusedBecause.OTHER:
            # Translators: why hours do not count: the reason is with the begeleider.
            return speaker.say("Telt niet mee. Vraag je begeleider waarom.")


def finding_words(speaker: Speaker, finding: Finding) -> str:
    """Why somebody looks closer at a date, said kindly."""
    match finding:
        case Finding.OUTSIDE_TERM:
            # Translators: a kind note below noted hours; the begeleider decides.
            return speaker.say("Deze dag valt buiten je termijn. Je begeleider kijkt ernaar.")
        case Finding.MANY_HOURS_A_DAY:
            # Translators: a kind note below noted hours: more than twelve hours on one day.
            return speaker.say("Dat is veel op één dag. Je begeleider kijkt ernaar.")
        case Finding.WAITS_LONG:
            # Translators: a kind note below noted hours: nobody has confirmed them for three weeks.
            return speaker.say("Dit wacht al een tijd. Vraag je contactpersoon om te tekenen.")
        case _:
            return _doubt_words(speaker, finding)


def _doubt_words(speaker: Speaker, finding: Finding) -> str:
    """What there is to say about a contact's word."""
    match finding:
        case Finding.DENIED:
            # Translators: a kind note below noted hours: the contact person says otherwise; no blame.
            return speaker.say("De contactpersoon zag je die dag niet. Je begeleider kijkt ernaar.")
        case Finding.CONTACTS_DIFFER:
            # Translators: a kind note below noted hours: two contact persons say different things.
            return speaker.say("Twee mensen zeggen iets anders. Je begeleider kijkt ernaar.")
        case Finding.OBJECTED:
            # Translators: a kind note below noted hours: the newcomer said that it is not right.
            return speaker.say("Je zei dat dit niet klopt. Je begeleider kijkt ernaar.")
        case _:
            # Translators: a kind note below noted hours: they were noted with a code on paper.
            return speaker.say("Dit kwam van een code op papier. Je contactpersoon bevestigt het nog.")


def _legend(speaker: Speaker) -> str:
    # Translators: what the four signs in the list mean.
    return speaker.say("✓ aanvaard · 🤝 bevestigd · ✋ genoteerd · ✖ telt niet mee")


def _nothing_yet(speaker: Speaker) -> str:
    # Translators: the list of hours is still empty.
    return speaker.say("Hier staan nog geen uren. Was je ergens? Noteer het met de knop.")


def _claims(details: Details, shown: Sequence[_Item]) -> list[Attendance]:
    if details.dossier.newcomer.is_closed:
        return []
    still_open = [item.what for item in shown if isinstance(item.what, Attendance)]
    return [a for a in still_open if a in details.dossier.book.open and a.state is State.CLAIMED]


def _to_contacts(
    speaker: Speaker, details: Details, shown: Sequence[_Item], claims: Sequence[Attendance]
) -> list[Button]:
    """Asking a contact about what nobody confirmed yet, and saying that a contact's word is not right."""
    whose, asked = details.dossier, {claim.bewijs_id for claim in claims if not claim.is_denied}
    of = {item.bewijs.id: item.bewijs for item in shown}
    asks = [ask_button(speaker, whose.id, one, is_named=True) for key, one in of.items() if key in asked]
    dates = [item.what for item in shown if isinstance(item.what, Attendance)]
    doubts = [doubt_button(speaker, whose, one.id) for one in dates if _may_doubt(details, one)]
    return asks + doubts


def _may_doubt(details: Details, attendance: Attendance) -> bool:
    """Did a contact say something else than the newcomer, who did not say yet that it is not right?"""
    is_open = attendance in details.dossier.book.open and not details.dossier.newcomer.is_closed
    words = details.said.get(attendance.id, ())
    is_other = any(word.minutes != attendance.claimed_minutes for word in words)
    return is_open and is_other and attendance.objected_at is None


def _claim_button(speaker: Speaker, dossier: Dossier, claim: Attendance, page: int) -> Button:
    day = speaker.near_day(claim.day, dossier.today)
    label = f"✏️ {day} · {speaker.duration(claim.minutes)}"
    return Button(label=label, data=buttons.for_whom(dossier.id, buttons.MINE, "claim", claim.id, page))
