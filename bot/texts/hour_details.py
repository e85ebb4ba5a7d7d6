"""Everything that is noted, bewijs by bewijs, and one claim that can be changed or taken back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.dossier import Dossier
from bot.domain.hours import (
    Acceptance,
    Attendance,
    Bewijs,
    Finding,
    RefusedBecause,
    State,
    findings_about,
)
from bot.texts import buttons
from bot.texts.message import Button, Message
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
    if attendance not in details.dossier.book.open:
        return []
    dossier = details.dossier
    found = findings_about(dossier.book, attendance, dossier.newcomer.contract, details.now)
    return [finding_words(speaker, finding) for finding in Finding if finding in found]


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


def _claim_button(speaker: Speaker, dossier: Dossier, claim: Attendance, page: int) -> Button:
    day = speaker.near_day(claim.day, dossier.today)
    label = f"✏️ {day} · {speaker.duration(claim.minutes)}"
    return Button(label=label, data=buttons.for_whom(dossier.id, buttons.MINE, "claim", claim.id, page))
