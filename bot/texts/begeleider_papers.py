"""A begeleider's card of a paper: what it says, what to look at, what can be decided (Dutch only)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.acceptance import Acceptance
from bot.domain.contact import Contact
from bot.domain.hours import Bewijs
from bot.domain.paper import Found, Paper, PaperFinding, PaperRefusedBecause, PaperState, findings_in
from bot.domain.people import Newcomer
from bot.domain.possible import Stretch
from bot.domain.signature import Signature
from bot.texts import begeleider_paper_findings as findings
from bot.texts import bewijs_names, buttons, dutch_hours, fit
from bot.texts.announcing import short_name
from bot.texts.dossier_buttons import about
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.first_message import first_name
from bot.texts.message import Button, Kept, Message
from bot.texts.reached import reached_words

PLACE_UNITS = 60
MOST_ROWS = 12
DAY = "%Y%m%d"
REFUSED = {
    PaperRefusedBecause.NOT_READABLE: "👁 Niet leesbaar",
    PaperRefusedBecause.NO_SIGNATURE: "✍️ Geen handtekening",
    PaperRefusedBecause.NOT_A_BEWIJS: "📄 Geen bewijs van deelname",
    PaperRefusedBecause.NOT_CONFIRMED: "📞 Contactpersoon bevestigt niet",
    PaperRefusedBecause.OUTSIDE_TERM: "🗓 Buiten de termijn",
    PaperRefusedBecause.NO_PARTICIPATION: "👥 Past niet bij het traject",
    PaperRefusedBecause.HANDED_IN_BEFORE: "♻️ Al eens ingediend",
    PaperRefusedBecause.OTHER: "✳️ Andere reden",
}
_BESIDE = (PaperFinding.SAME_FORM, PaperFinding.SAME_PICTURE, PaperFinding.LOOKS_ALIKE)


@dataclass(frozen=True, kw_only=True)
class PaperCard:
    """A paper with everything its card shows."""

    newcomer: Newcomer
    paper: Paper
    handed_in_on: dt.date
    """In the bot's time zone."""
    bewijs: Bewijs | None = None
    """Where its hours add up; None before it was handed in."""
    found: Sequence[Found] = ()
    proposed: Stretch | None = None
    """The hours and days to accept, as far as they are known together."""
    accepted: Acceptance | None = None
    may_undo: bool = False
    signature: Signature | None = None
    """What a contact signed; None for a paper."""
    signer: Contact | None = None

    @property
    def place(self) -> str:
        """Where it was: the organisation, or the contact where there is none."""
        said = self.paper.said
        return (self.bewijs.place if self.bewijs else said.organisation or said.contact) or ""


def decides(label: str, word: str, card: PaperCard, *more: object) -> Button:
    """A button of the card; the newcomer and the paper stand in it."""
    return Button(
        label=label, data=buttons.data(buttons.DECIDE, word, card.newcomer.id, card.paper.id, *more)
    )


def accepts(label: str, card: PaperCard, minutes: int, *, word: str = "accept") -> Button:
    """Accept these minutes over the proposed days; the days are asked where nothing is proposed."""
    if card.proposed is None:
        return decides(label, "hours", card, minutes)
    days = (card.proposed.first_day.strftime(DAY), card.proposed.last_day.strftime(DAY))
    return decides(label, word, card, minutes, *days)


# The pictures above the card.


def page(newcomer: Newcomer, paper: Paper, key: str, number: int, *, caption: str | None = None) -> Message:
    """One page as a picture.

    Args:
        newcomer: Whose.
        paper: Of which paper.
        key: Of the kept picture.
        number: The page, from 1.
        caption: What it is, such as `vroeger`; None for the page's number where there are several.
    """
    if caption is None and len(paper.pages) > 1:
        caption = dutch_plain("blad {number} van {count}", number=number, count=len(paper.pages))
    parts = [short_name(newcomer), paper.receipt, *([caption] if caption else [])]
    return Message(text=dutch("{parts}", parts=" · ".join(parts)), picture=Kept(key))


def bare(newcomer: Newcomer, paper: Paper, day: dt.date) -> PaperCard:
    """The card of a paper of which nothing more can be looked up."""
    return PaperCard(newcomer=newcomer, paper=paper, handed_in_on=day)


# The card.


def card(shown: PaperCard) -> Message:
    """What somebody handed in, what the bot found, and everything the begeleider can do with it."""
    paragraphs = [_who(shown), "\n".join(_facts(shown)), _standing(shown), "\n".join(_doubts(shown))]
    return Message(text="\n\n".join(part for part in paragraphs if part), buttons=_ways(shown))


def _who(card: PaperCard) -> str:
    sentence = "📄 <b>{name}</b> stuurt een bewijs van deelname. <i>{receipt}, {day}</i>"
    if card.paper.is_digital:
        sentence = "📄 Een contactpersoon tekende digitaal voor <b>{name}</b>. <i>{receipt}, {day}</i>"
    return dutch(
        sentence,
        name=short_name(card.newcomer),
        receipt=card.paper.receipt,
        day=dutch_hours.day(card.handed_in_on),
    )


def _facts(card: PaperCard) -> list[str]:
    contact = card.paper.said.contact or (card.bewijs.contact if card.bewijs else None)
    return [
        dutch("<b>{place}</b>", place=place_of(card)),
        *([dutch("👤 {contact}", contact=fit.shorten(contact, PLACE_UNITS))] if contact else []),
        dutch("⏱ {hours}", hours=_hours(card)),
        *(_signed_rows(card) if card.paper.is_digital else [_signed(card.paper)]),
        *([answer] if (answer := findings.answered(card.paper)) else []),
    ]


def place_of(card: PaperCard) -> str:
    """The kind and where it was, on one line; plain text."""
    kind = card.bewijs.kind if card.bewijs else card.paper.said.kind
    place = fit.shorten(card.place, PLACE_UNITS)
    if kind is None:
        return place or dutch_plain("📄 Activiteit niet gezegd")
    named = bewijs_names.with_place(kind, place)
    return dutch_plain("{named} · {kind}", named=named, kind=bewijs_names.in_dutch(kind)) if place else named


def _hours(card: PaperCard) -> str:
    said = card.paper.said
    minutes = card.proposed.minutes if card.proposed else said.minutes
    first = card.proposed.first_day if card.proposed else said.first_day
    last = card.proposed.last_day if card.proposed else said.last_day
    hours = dutch_hours.hours(minutes) if minutes else dutch_plain("uren niet gezegd")
    if first is None or last is None:
        return dutch_plain("{hours}, dagen niet gezegd", hours=hours)
    return dutch_plain("{hours}, {stretch}", hours=hours, stretch=dutch_hours.stretch(first, last))


def _signed_rows(card: PaperCard) -> list[str]:
    """Who signed digitally, how the bot knows them, and for which dates."""
    signature = card.signature
    if signature is None:
        return []
    way = reached_words(card.signer) if card.signer else dutch_plain("contactpersoon intussen gewist")
    signer = dutch("✍️ Digitaal getekend door <b>{name}</b> ({way})", name=signature.contact, way=way)
    rows = [
        dutch("• {day}: {hours}", day=dutch_hours.day(row.day), hours=dutch_hours.hours(row.minutes))
        for row in signature.rows[:MOST_ROWS]
    ]
    more = len(signature.rows) - MOST_ROWS
    return [signer, *rows, *([dutch("… en nog {count}", count=more)] if more > 0 else [])]


def _signed(paper: Paper) -> str:
    if not any(page.check is not None and page.check.is_form for page in paper.pages):
        return dutch("✍️ Eigen papier van de organisatie: kijk zelf of het getekend is.")
    signs = {True: "ja", False: "nee", None: "niet zeker"}
    number = ", ".join(paper.forms) or dutch_plain("nummer niet gelezen")
    return dutch("✍️ Getekend: <b>{signed}</b> · {number}", signed=signs[paper.signed], number=number)


def _standing(card: PaperCard) -> str:
    match card.paper.state:
        case PaperState.ACCEPTED if card.accepted is not None and card.accepted.counts:
            return dutch("✅ <b>Aanvaard: {hours}</b>", hours=dutch_hours.hours(card.accepted.minutes))
        case PaperState.ACCEPTED:
            return dutch("✅ Aanvaard, en later weer afgehaald bij de uren.")
        case PaperState.REFUSED:
            because = card.paper.refused_because or PaperRefusedBecause.OTHER
            return dutch("❌ <b>Geweigerd.</b> {because}", because=REFUSED[because])
        case PaperState.TAKEN_BACK:
            return dutch("✖️ {name} nam dit terug.", name=first_name(card.newcomer.name))
    if not card.paper.is_digital and not _has_pictures(card.paper):
        return dutch("🗑 De foto is verwijderd.")
    return ""


def _doubts(card: PaperCard) -> list[str]:
    if card.paper.state is not PaperState.HANDED_IN:
        return []
    told = findings.lines(card.newcomer, card.paper, card.found)
    if told:
        return [dutch("<b>Kijk dit na:</b>"), *told]
    is_whole = card.paper.said.minutes is not None
    return [dutch("🟢 Ik vind niets om op te letten.")] if is_whole else []


def _has_pictures(paper: Paper) -> bool:
    return any(one.scan or one.original for one in paper.pages)


# What can be done.


def _ways(card: PaperCard) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if not card.newcomer.is_closed:
        rows += _deciding(card) if card.paper.state is PaperState.HANDED_IN else []
        if card.may_undo:
            rows.append((decides(dutch_plain("↩️ Ongedaan maken"), "undo", card),))
    rows += _looking(card)
    label = dutch_plain("👤 {name}", name=short_name(card.newcomer))
    return (*rows, (about(label, "page", card.newcomer.id),))


def _deciding(card: PaperCard) -> list[tuple[Button, ...]]:
    name = first_name(card.newcomer.name)
    return [
        _accepting(card),
        (
            decides(dutch_plain("❓ Vraag {name}", name=name), "ask", card),
            decides(dutch_plain("📞 Vraag contact"), "contact", card),
        ),
        (decides(dutch_plain("❌ Weiger"), "refuse", card),),
        *_other_contact(card),
    ]


def _accepting(card: PaperCard) -> tuple[Button, ...]:
    minutes = card.proposed.minutes if card.proposed else card.paper.said.minutes
    if minutes is None:
        return (decides(dutch_plain("✅ Aanvaard …"), "hours", card),)
    accept = accepts(dutch_plain("✅ Aanvaard {hours}", hours=dutch_hours.hours(minutes)), card, minutes)
    if card.paper.is_digital:
        # Its dates stand for themselves; another amount is said at a date.
        return (accept,)
    return (accept, decides(dutch_plain("✅ Minder uren"), "less", card))


def _other_contact(card: PaperCard) -> list[tuple[Button, ...]]:
    if PaperFinding.OTHER_CONTACT not in findings_in(card.found):
        return []
    belongs = decides(dutch_plain("👥 Hoort erbij"), "belongs", card)
    if card.paper.is_digital:
        return [(belongs,)]
    return [(belongs, decides(dutch_plain("📑 Eigen bewijs"), "own", card))]


def _looking(card: PaperCard) -> list[tuple[Button, ...]]:
    row = []
    if card.paper.is_digital:
        row.append(decides(dutch_plain("📄 PDF"), "pdf", card))
    if any(one.original for one in card.paper.pages):
        row.append(decides(dutch_plain("🖼 Origineel"), "original", card))
    if (earlier := _earlier(card.found)) is not None:
        row.append(decides(dutch_plain("↔️ Naast elkaar"), "beside", card, earlier))
    if _has_pictures(card.paper):
        row.append(decides(dutch_plain("🗑 Verwijder foto"), "remove", card))
    return [tuple(row[start : start + 2]) for start in range(0, len(row), 2)]


def pdf_comes() -> str:
    """A notice: the PDF of a digital bewijs is on its way."""
    return dutch_plain("📄 De PDF komt eraan.")


def _earlier(found: Sequence[Found]) -> int | None:
    """The paper to lay beside it."""
    papers = (one.paper_id for one in found if one.finding in _BESIDE)
    return next((paper_id for paper_id in papers if paper_id is not None), None)
