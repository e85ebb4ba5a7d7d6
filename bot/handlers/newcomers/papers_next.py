"""What a newcomer is told or asked next about a paper: one thing at a time, until it can be sent."""

from dataclasses import dataclass
from enum import StrEnum

from bot.delivery.turn import Turn
from bot.domain.bewijs_key import bewijs_key
from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs
from bot.domain.ids import BewijsId
from bot.domain.note_places import latest_first
from bot.domain.page_check import PageCheck
from bot.domain.paper import Paper, PaperFinding, PaperState
from bot.domain.paper_facts import Missing, noted_in
from bot.domain.people import Account
from bot.handlers import states
from bot.services.hour_claims import known_bewijs
from bot.texts import paper_ask, paper_found, paper_troubles, papers
from bot.texts.message import Message
from bot.texts.paper_ask import Choice
from bot.texts.paper_buttons import At, Gate, Where
from bot.texts.speaker import Speaker

_BEFORE = (PaperFinding.SAME_FORM, PaperFinding.SAME_PICTURE)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where the questions about papers are asked: a newcomer at their phone."""

    turn: Turn
    account: Account
    dossier: Dossier

    @property
    def speaker(self) -> Speaker:
        """The newcomer's voice."""
        return self.turn.speaker(self.account)


class Types(StrEnum):
    """What the next text that is typed says of a paper."""

    ORGANISATION = "organisation"
    PERSON = "person"
    """The contact, where there is no organisation."""
    CONTACT = "contact"
    MINUTES = "minutes"
    NUMBER = "number"
    """Of the form."""
    PHOTO = "photo"
    """Nothing is typed: the next photograph takes the place of its pages."""


@dataclass(frozen=True)
class Asked:
    """A screen, and what may be typed for it."""

    screen: Message
    types: Types | None = None


async def expect(desk: Desk, at: At, types: Types | None, *, is_pressed: bool) -> None:
    """What is typed next says this of the paper.

    Args:
        desk: Who types.
        at: The paper, with what was passed by.
        types: What it says; None for nothing.
        is_pressed: The newcomer pressed a button just now, and so left what else they were in.
    """
    known = await states.current_of(desk.turn, desk.account.id)
    is_elsewhere = known is not None and known[0] != states.PAPER
    if is_elsewhere and not is_pressed:
        return
    if types is not None:
        facts = {"newcomer": at.newcomer_id, "paper": at.paper_id, "passed": int(at.passed)}
        await states.enter_for(desk.turn, desk.account.id, states.PAPER, types=types.value, **facts)
    elif known is not None and not is_elsewhere:
        await desk.turn.services.work.conversations.clear(desk.account.id)


def wants_better_photo(paper: Paper) -> bool:
    """Does the next photograph take the place of this paper's pages?"""
    is_bad = bool(paper.problems) or any(page.check is None for page in paper.pages)
    return is_bad or paper.signed is False or _number_is_missing(paper)


def _number_is_missing(paper: Paper) -> bool:
    checks = [page.check for page in paper.pages if page.check is not None]
    return paper.form is None and any(check.is_form and check.form is None for check in checks)


async def next_screen(desk: Desk, paper: Paper, at: At) -> Asked:
    """The first thing that is not said or passed by yet; once there is none, all of it is read back.

    Args:
        desk: Who is asked.
        paper: As it is now.
        at: What was passed by.
    """
    if paper.state is not PaperState.ASKING:
        return Asked(papers.not_any_more(desk.speaker, desk.dossier.id))
    screen = (
        await _not_looked_at(desk, paper) or _trouble(desk, paper, at) or await _about_form(desk, paper, at)
    )
    if screen is not None:
        return Asked(screen)
    if _number_is_missing(paper) and Gate.NUMBER not in at.passed:
        return Asked(paper_ask.which_number(desk.speaker, at), Types.NUMBER)
    if paper.signed is False and Gate.SIGNATURE not in at.passed:
        return Asked(paper_ask.is_it_signed(desk.speaker, at))
    return await _missing(desk, paper, at) or await _read_back(desk, paper, at)


async def _not_looked_at(desk: Desk, paper: Paper) -> Message | None:
    bad = next((page for page in paper.pages if page.check is None), None)
    if bad is None:
        return None
    if bad.refused is None:
        return paper_troubles.gone(desk.speaker)
    reader = await desk.turn.services.readers.for_newcomer(desk.dossier.id)
    return paper_troubles.refused(
        desk.speaker, bad.refused, more=distances(paper), has_reader=reader is not None
    )


def distances(paper: Paper) -> tuple[int, ...]:
    """How far its further messages stand behind the first, to carry them along as they are."""
    messages = sorted({page.message_id for page in paper.pages})
    return tuple(number - messages[0] for number in messages[1:])


def _trouble(desk: Desk, paper: Paper, at: At) -> Message | None:
    found = next(
        ((n, page, page.check) for n, page in enumerate(paper.pages, 1) if _has_trouble(page.check)), None
    )
    if found is None or Gate.TROUBLE in at.passed:
        return None
    number, page, check = found
    assert check is not None
    return paper_troubles.trouble(
        desk.speaker,
        at,
        check.troubles[0],
        picture=page.small,
        page=number if len(paper.pages) > 1 else None,
        types_number=_number_is_missing(paper),
    )


def _has_trouble(check: PageCheck | None) -> bool:
    return check is not None and bool(check.troubles)


async def _about_form(desk: Desk, paper: Paper, at: At) -> Message | None:
    if Gate.FORM in at.passed:
        return None
    services = desk.turn.services.papers
    if await services.is_somebody_elses(desk.dossier, paper):
        return paper_troubles.somebody_elses(desk.speaker, at)
    for one in await services.doubts(desk.dossier, paper):
        if one.finding in _BEFORE and one.paper_id is not None:
            earlier = await services.mine(desk.dossier, one.paper_id)
            # What was refused, for want of a signature say, comes again as it was asked.
            if earlier.state in (PaperState.HANDED_IN, PaperState.ACCEPTED):
                return _sent_before(desk, earlier, at)
    return None


def _sent_before(desk: Desk, earlier: Paper, at: At) -> Message:
    moment = earlier.handed_in_at or earlier.began_at
    return paper_troubles.sent_before(
        desk.speaker,
        at,
        receipt=earlier.receipt,
        day=moment.astimezone(desk.turn.services.surroundings.zone).date(),
        is_accepted=earlier.state is PaperState.ACCEPTED,
    )


async def _missing(desk: Desk, paper: Paper, at: At) -> Asked | None:
    match await desk.turn.services.papers.missing(desk.dossier, paper):
        case Missing.KIND:
            return Asked(await which_activity(desk, at))
        case Missing.PLACE:
            return Asked(paper_ask.which_organisation(desk.speaker, at), Types.ORGANISATION)
        case Missing.MINUTES:
            return how_many(desk, paper, at)
        case None:
            return None


async def which_activity(desk: Desk, at: At) -> Message:
    """Ask which activity it is about; what kind when none is known."""
    choices = await activities(desk)
    if not choices:
        return paper_ask.which_kind(desk.speaker, at)
    return paper_ask.which_activity(desk.speaker, at, choices)


def how_many(desk: Desk, paper: Paper, at: At) -> Asked:
    """Ask how many hours the paper says; what was noted there is the first suggestion."""
    bewijs = bewijs_of(desk.dossier, paper)
    stretch = noted_in(desk.dossier.book, bewijs) if bewijs else None
    screen = paper_ask.how_many(
        desk.speaker, at, noted=stretch.minutes if stretch else 0, may_skip=Gate.TROUBLE in at.passed
    )
    return Asked(screen, Types.MINUTES)


def bewijs_of(dossier: Dossier, paper: Paper) -> Bewijs | None:
    """The bewijs that a paper would add to; None for a new one."""
    said = paper.said
    if said.kind is None:
        return None
    known = known_bewijs(dossier, said.kind, said.organisation, said.contact)
    return None if known is None else dossier.book.bewijs(known)


async def _read_back(desk: Desk, paper: Paper, at: At) -> Asked:
    """All that is known, to be put right and sent."""
    name = await desk.turn.services.readers.guide_name(desk.dossier.id)
    return Asked(paper_found.found(desk.speaker, at, paper, begeleider=name))


# What can be chosen.


async def activities(desk: Desk) -> list[Choice]:
    """The newcomer's bewijzen, the newest first, and where they go without having one there."""
    dossier = desk.dossier
    known = [
        Choice(where=Where(bewijs_id=one.id), kind=one.kind, name=one.place)
        for one in latest_first(dossier.book)
    ]
    goes = []
    for going in await desk.turn.services.participations.of(dossier):
        details = going.offer.details
        place = details.organisation or details.title
        if known_bewijs(dossier, details.kind, place, None) is None:
            where = Where(participation_id=going.participation.id)
            goes.append(Choice(where=where, kind=details.kind, name=place))
    return [*known, *goes]


async def bewijs_at(desk: Desk, where: Where) -> BewijsId:
    """The bewijs of what was chosen; made for a participation that has none.

    Raises:
        ParticipationUnknown: It is no participation of theirs.
    """
    if where.bewijs_id is not None:
        return where.bewijs_id
    assert where.participation_id is not None
    return await desk.turn.services.participations.bewijs(desk.dossier, where.participation_id)


def contacts(desk: Desk, paper: Paper) -> list[Choice]:
    """Who is known to sign at the paper's organisation."""
    here = bewijs_key(paper.said.organisation, paper.said.contact)
    there = [
        one
        for one in latest_first(desk.dossier.book)
        if one.contact and bewijs_key(one.organisation, one.contact) == here
    ]
    names = {one.contact: one for one in there if one.contact}
    return [Choice(where=Where(bewijs_id=one.id), kind=one.kind, name=name) for name, one in names.items()]
