"""A person's history, line by line: who, what, when and why (Dutch only)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.attendance import RefusedBecause
from bot.domain.consent import Purpose
from bot.domain.contact import Reached
from bot.domain.contract import ClosedBecause, ExtendedBecause, Status
from bot.domain.dossier import Dossier
from bot.domain.history import Event, What, Who
from bot.domain.hours import Book
from bot.domain.participation import EndedBecause, Handover, NotNowBecause
from bot.texts import buttons, dutch_hours, fit
from bot.texts.bewijs_names import called
from bot.texts.contract_page import WHY_EXTENDED, status_of
from bot.texts.dossier_buttons import to_page
from bot.texts.dossier_page import closed_because
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.history_papers import about_a_paper
from bot.texts.how_it_went import reason
from bot.texts.message import Message
from bot.texts.paging import page_of
from bot.texts.reached import REACHED

NOTE_UNITS = 200
WHY_REFUSED = {
    RefusedBecause.NOT_THERE: "was er niet",
    RefusedBecause.OUTSIDE_TERM: "buiten de termijn",
    RefusedBecause.NO_PARTICIPATION: "geen participatie, of niet in het Nederlands",
    RefusedBecause.COUNTED_ELSEWHERE: "telt al elders mee",
    RefusedBecause.OTHER: "andere reden",
}
_PURPOSE = {Purpose.REMINDERS: "herinneringen", Purpose.PHOTOS: "foto's", Purpose.SHARING: "delen"}
_SENTENCE = {
    What.ADDED: "toegevoegd",
    What.JOINED: "met een telefoon aangesloten",
    What.PHONE_MOVED: "naar een nieuwe telefoon verhuisd",
    What.REOPENED: "dossier heropend",
    What.ASKED_TO_STOP: "vroeg om te stoppen",
}
_PART_OF_IDENTITY = {"name": "naam", "reference": "referentie", "language": "taal"}
_ABOUT_A_DATE = {
    What.CLAIMED: "genoteerd: {date}",
    What.CLAIM_CHANGED: "notitie aangepast: {date}",
    What.CLAIM_WITHDRAWN: "notitie weggenomen: {date}",
    What.CONFIRMED: "bevestigd: {date}",
    What.DENIED: "niet aanwezig volgens de contactpersoon: {date}",
    What.OBJECTED: "zegt dat dit niet klopt: {date}",
    What.CONTACTS_DIFFER: "een andere contactpersoon zegt iets anders: {date}",
    What.CLAIM_REFUSED: "geweigerd: {date}. Reden: {why}",
    What.REFUSAL_UNDONE: "weigering ongedaan gemaakt: {date}",
}
_ABOUT_AN_OFFER = {
    What.CHOSE: "koos: {title}",
    What.CHECKED: "nagekeken, in orde: {title}",
    What.TOOK_PART: "gaat naar: {title}",
    What.CHOICE_ENDED: "gestopt met: {title}. Reden: {why}",
    What.OFFER_REFUSED: "niet geschikt: {title}",
    What.OFFER_ALLOWED: "toch geschikt: {title}",
    What.OFFER_SENT: "stuurde: {title}",
}
_HANDOVER = {
    Handover.ASKED: "vroeg een warme overdracht: {title}",
    Handover.AGREED: "kondigt aan: {title}",
    Handover.DECLINED: "kondigt nu niet aan: {title}. Reden: {why}",
    Handover.DONE: "aangekondigd: {title}",
}
_NOT_NOW = {
    NotNowBecause.TRY_FIRST: "kan het zelf",
    NotNowBecause.TALK_FIRST: "we praten er eerst over",
    NotNowBecause.CONTACT_AWAY: "niemand bereikt",
    NotNowBecause.OTHER: "andere reden",
}
TITLE_UNITS = 80
_ABOUT_A_PAPER = {
    What.ACCEPTED: "aanvaard: {paper}",
    What.ACCEPTANCE_CHANGED: "aanvaarde uren aangepast: {paper}",
    What.ACCEPTANCE_UNDONE: "aanvaarding ongedaan gemaakt: {paper}",
}


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What a line needs beside the event itself."""

    dossier: Dossier
    names: Mapping[int, str]
    owner: int
    """Who guided the newcomer when it happened."""
    titles: Mapping[int, str]
    """Of the offers that lines are about, by id."""

    @property
    def book(self) -> Book:
        return self.dossier.book


def history(
    dossier: Dossier,
    events: Sequence[Event],
    names: Mapping[int, str],
    page_number: int,
    zone: ZoneInfo,
    *,
    titles: Mapping[int, str] | None = None,
) -> Message:
    """The history, the newest first, eight lines a page.

    Args:
        dossier: Whose.
        events: Every line, oldest first.
        names: The names of begeleiders by id.
        page_number: Which page, counted from 0.
        zone: The bot's time zone.
        titles: Of the offers that lines are about, by id.
    """
    newest_first = list(reversed(events))
    owners = _owners(newest_first, dossier.newcomer.begeleider_id)
    told = [
        _line(event, _Told(dossier=dossier, names=names, owner=owner, titles=titles or {}), zone)
        for event, owner in zip(newest_first, owners, strict=True)
    ]
    page = page_of(told, page_number)
    heading = dutch("📜 <b>Geschiedenis van {name}</b>", name=dossier.newcomer.name)
    nothing = [] if told else [dutch("Er is nog niets gebeurd.")]
    turns = page.turns(lambda number: buttons.data(buttons.CASELOAD, "history", dossier.id, number))
    text = "\n\n".join(part for part in (heading, *nothing, *page.items, page.line) if part)
    return Message(text=text, buttons=(*turns, (to_page(dossier.id),)))


def _owners(newest_first: Sequence[Event], now: int) -> list[int]:
    """Who guided the newcomer at each event; the one who hands over still does."""
    owners = []
    for event in newest_first:
        if event.what is What.HANDED_OVER and isinstance(event.facts.get("from"), int):
            now = event.facts["from"]
        owners.append(now)
    return owners


def _line(event: Event, told: _Told, zone: ZoneInfo) -> str:
    local = event.at.astimezone(zone)
    line = dutch(
        "<b>{day} {time}</b> · {who}\n{what}",
        day=dutch_hours.day(local.date()),
        time=f"{local:%H:%M}",
        who=_who(event, told),
        what=_what(event, told),
    )
    if event.note:
        note = dutch("<i>{note}</i>", note=fit.shorten(event.note, NOTE_UNITS))
        line = f"{line}\n{note}"
    return line


def _who(event: Event, told: _Told) -> str:
    match event.by.who:
        case Who.NEWCOMER:
            return told.dossier.newcomer.name
        case Who.CONTACT:
            return dutch_plain("contactpersoon")
        case Who.TEAM:
            return dutch_plain("beheerder")
        case Who.BOT:
            return dutch_plain("bot")
        case Who.BEGELEIDER:
            name = told.names.get(event.by.id or 0) or dutch_plain("vroegere begeleider")
            if event.by.id == told.owner:
                return name
            return dutch_plain("{name}, vervanger", name=name)


def _what(event: Event, told: _Told) -> str:
    if event.what in _SENTENCE:
        return _SENTENCE[event.what]
    if event.what in _ABOUT_A_DATE:
        said = dutch_plain(_ABOUT_A_DATE[event.what], date=_date(event, told.book), why=_why(event))
        return _with_way(said, event)
    if event.what in _ABOUT_A_PAPER:
        return dutch_plain(_ABOUT_A_PAPER[event.what], paper=_paper(event, told.book))
    told_otherwise = about_a_paper(event, told.book) or _about_an_offer(event, told) or _about_the_term(event)
    return told_otherwise or _about_the_person(event, told)


def _with_way(said: str, event: Event) -> str:
    """How the bot knows the contact whose word it is."""
    if event.by.who is not Who.CONTACT or "reached" not in event.facts:
        return said
    way = REACHED[Reached(event.facts["reached"])]
    return dutch_plain("{said} ({way})", said=said, way=way)


def _about_an_offer(event: Event, told: _Told) -> str | None:
    sentence, why = _ABOUT_AN_OFFER.get(event.what), ""
    if event.what is What.HANDOVER:
        sentence = _HANDOVER[Handover(event.facts.get("handover", Handover.ASKED))]
        why = _NOT_NOW[NotNowBecause(event.why)] if event.why else ""
    elif event.what is What.CHOICE_ENDED:
        why = reason(dutch_speaker(), EndedBecause(event.why or "other")).lower()
    if sentence is None:
        return None
    title = told.titles.get(event.facts.get("offer", 0)) or dutch_plain("een activiteit")
    return dutch_plain(sentence, title=fit.shorten(title, TITLE_UNITS), why=why)


def _why(event: Event) -> str:
    return WHY_REFUSED[RefusedBecause(event.why)] if event.why else ""


def _about_the_term(event: Event) -> str | None:
    facts = event.facts
    if event.what is What.CONTRACT_SET:
        return dutch_plain(
            "contract: {status}, {term}, {hours}",
            status=status_of(Status(facts["status"])),
            term=dutch_hours.stretch(_day(facts["starts_on"]), _day(facts["last_day"])),
            hours=dutch_hours.hours(facts["required"]),
        )
    if event.what is What.EXTENDED:
        return dutch_plain(
            "verlengd van {before} tot {last_day}: {why}",
            before=dutch_hours.day(_day(facts["from_day"])),
            last_day=dutch_hours.day(_day(facts["last_day"])),
            why=WHY_EXTENDED[ExtendedBecause(event.why or "other")],
        )
    if event.what is What.CLOSED:
        why = closed_because(ClosedBecause(event.why or "other"))
        return dutch_plain("dossier afgesloten: {why}", why=why)
    return None


def _about_the_person(event: Event, told: _Told) -> str:
    facts = event.facts
    if event.what is What.HANDED_OVER:
        name = told.names.get(facts.get("to", 0)) or dutch_plain("een collega")
        return dutch_plain("doorgegeven aan {name}", name=name)
    if event.what is What.IDENTIFIED:
        parts = ", ".join(_PART_OF_IDENTITY[part] for part in facts["changed"])
        return dutch_plain("gegevens aangepast: {parts}", parts=parts)
    if event.what is What.REMINDERS_PAUSED:
        return _paused(facts.get("until"))
    purpose = _PURPOSE[Purpose(facts["purpose"])]
    if facts.get("given"):
        return dutch_plain("zei ja tegen {purpose}", purpose=purpose)
    return dutch_plain("zei nee tegen {purpose}", purpose=purpose)


def _paused(until: str | None) -> str:
    if until is None:
        return dutch_plain("herinneringen gaan weer door")
    return dutch_plain("herinneringen stil tot {day}", day=dutch_hours.day(_day(until)))


def _date(event: Event, book: Book) -> str:
    """The date as it was then, as far as the line says; otherwise as it is now."""
    facts = event.facts
    attendance = next((a for a in book.attendances if a.id == facts.get("attendance")), None)
    if attendance is None:
        return "?"
    return dutch_plain(
        "{hours} op {day}, {place}",
        hours=dutch_hours.hours(facts.get("minutes", attendance.minutes)),
        day=dutch_hours.day(_day(facts["day"]) if "day" in facts else attendance.day),
        place=called(book.bewijs(attendance.bewijs_id)),
    )


def _paper(event: Event, book: Book) -> str:
    facts = event.facts
    acceptance = next((a for a in book.acceptances if a.id == facts.get("acceptance")), None)
    if acceptance is None:
        return "?"
    first = _day(facts["first_day"]) if "first_day" in facts else acceptance.first_day
    last = _day(facts["last_day"]) if "last_day" in facts else acceptance.last_day
    return dutch_plain(
        "{hours}, {stretch}, {place}",
        hours=dutch_hours.hours(facts.get("minutes", acceptance.minutes)),
        stretch=dutch_hours.stretch(first, last),
        place=called(book.bewijs(acceptance.bewijs_id)),
    )


def _day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)
