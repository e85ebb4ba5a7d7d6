"""People with a row in every table, made through the real services, to be exported and erased."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from bot.domain.attendance import RefusedBecause
from bot.domain.consent import Purpose
from bot.domain.contract import Contract, ExtendedBecause, Status
from bot.domain.ids import BegeleiderId, ChatId, ParticipationId
from bot.domain.invite import InviteKind
from bot.domain.offer import OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck
from bot.domain.paper import Reading, Said
from bot.domain.participation import Handover, Participation, Step
from bot.domain.people import Account
from bot.domain.question import Part, Topic
from bot.domain.reader import Answerer
from bot.domain.reminder import ReminderKind
from bot.domain.search import Search
from bot.domain.stand_in import StandIn
from bot.services.delivery_ports import Job, Outgoing, OutgoingState, Received, Settled
from bot.storage.database import Database
from bot.storage.tables import blobs, newcomer_keys
from bot.storage.work import SqlWork
from tests.builders import (
    NOW,
    a_message,
    again,
    an_understanding,
    new_begeleider,
    new_newcomer,
    services,
)
from tests.services.full_contacts import a_contact

TODAY = NOW.date()
AMIRA_CHAT, KARIM_CHAT, SOFIE_CHAT, NELE_CHAT = 7_700_000_001, 7_700_000_002, 7_700_000_003, 7_700_000_004
NAME = "Zeldzaamira"
OWN_WORDS = (
    "zeldzaamvraag",
    "zeldzaamvervolg",
    "Zeldzaamclub",
    "zeldzaamnota",
    "zeldzaambrief",
    "zeldzaamhalf",
    "zeldzaamwens",
    "zeldzaamfoto",
    "Zeldzaamrita",
)
ANSWER = "zeldzaamantwoord"


@dataclass(frozen=True)
class Full:
    """Amira and Karim in Sofie's care, Nele beside her; Amira and Sofie have rows everywhere."""

    amira: Account
    karim: Account
    sofie: Account
    nele: Account
    question_id: int


async def full_people(database: Database) -> Full:
    """Fill an empty database."""
    async with database.work() as work:
        sofie = await new_begeleider(work, SOFIE_CHAT, "Zeldzaamsofie")
        nele = await new_begeleider(work, NELE_CHAT, "Nele")
        amira = await new_newcomer(work, AMIRA_CHAT, NAME, of=sofie)
        karim = await new_newcomer(work, KARIM_CHAT, "Karim", of=sofie)
        await _fill_dossier(work, amira, sofie)
        await _fill_dossier(work, karim, sofie, word="gewone")
        question_id = await _ask(work, amira, sofie)
        await _rest(work, amira, sofie, nele)
        await _look_for_offers(work, amira, sofie)
        await _picture(work, amira)
        await _hand_in(work, amira, sofie)
        await a_contact(work, amira, sofie, name=NAME)
        await _deliver(work, amira, sofie, question_id)
        return Full(
            await again(work, amira), await again(work, karim), await again(work, sofie), nele, question_id
        )


async def _fill_dossier(work: SqlWork, newcomer: Account, sofie: Account, word: str = "Zeldzaam") -> None:
    use = services(work)
    dossier = await use.dossiers.guided(newcomer.newcomer_ids[0], by=sofie, changes=True)
    contract = Contract(
        status=Status.OBLIGED, starts_on=TODAY - dt.timedelta(200), last_day=TODAY + dt.timedelta(100)
    )
    dossier = await use.contracts.set(dossier, contract, note=f"{word.lower()}nota")
    dossier = await use.contracts.extend(
        dossier, TODAY + dt.timedelta(200), ExtendedBecause.ILLNESS, note=f"{word.lower()}nota twee"
    )
    for days in (3, 2):
        dossier = await use.hours.claim(
            dossier,
            OfferKind.SPORT,
            organisation=f"{word}club",
            contact=None,
            day=TODAY - dt.timedelta(days),
            minutes=60,
        )
    await use.hours.refuse(dossier, dossier.book.attendances[0].id, RefusedBecause.OTHER, note="waarom")
    dossier = await use.dossiers.again(dossier)
    await use.hours.accept(
        dossier,
        OfferKind.SPORT,
        organisation=f"{word}club",
        contact=None,
        minutes=840,
        first_day=TODAY - dt.timedelta(90),
        last_day=TODAY - dt.timedelta(10),
    )
    own = await use.dossiers.own(newcomer)
    await use.consents.set(own, Purpose.REMINDERS, is_given=True)
    await work.reminders.add(own.id, ReminderKind.BEHIND, on=TODAY, last_day=None)
    assert sofie.begeleider_id is not None
    await work.letters.add(
        own.id,
        sofie.begeleider_id,
        Part.ANSWER_OWN_WORDS,
        f"{word.lower()}brief",
        message_id=4,
        is_text=True,
        at=NOW,
    )


async def _ask(work: SqlWork, amira: Account, sofie: Account) -> int:
    use = services(work)
    draft = await use.questions.draft(amira, a_message("zeldzaamvraag"), an_understanding())
    sent = await use.questions.send(draft.id, Topic.HOURS, by=amira)
    await use.questions.follow_up(sent.question.id, a_message("zeldzaamvervolg", message_id=12), by=amira)
    by = Answerer(begeleider_id=sofie.begeleider_id, is_team=False)
    answer = a_message(ANSWER, message_id=13)
    await use.replies.answer(sent.question.id, Part.ANSWER_OWN_WORDS, answer, by=by)
    await use.questions.follow_up(sent.question.id, a_message("zeldzaamvervolg", message_id=14), by=amira)
    return int(sent.question.id)


async def _rest(work: SqlWork, amira: Account, sofie: Account, nele: Account) -> None:
    """An invitation, a half-finished conversation of each, leave."""
    newcomer_id = amira.newcomer_ids[0]
    await work.invites.add(
        InviteKind.NEWCOMER,
        "d" * 64,
        name=NAME,
        begeleider_id=sofie.begeleider_id,
        newcomer_id=newcomer_id,
        expires_at=NOW + dt.timedelta(30),
        at=NOW,
    )
    await work.conversations.set(amira.id, "note.draft", {"organisation": "zeldzaamhalf"}, at=NOW)
    await work.conversations.set(
        sofie.id, "form", {"newcomer_id": newcomer_id, "note": "zeldzaamhalf"}, at=NOW
    )
    assert sofie.begeleider_id is not None
    assert nele.begeleider_id is not None
    leave = StandIn(
        begeleider_id=sofie.begeleider_id,
        colleague_id=nele.begeleider_id,
        first_day=TODAY,
        last_day=TODAY + dt.timedelta(7),
    )
    await work.stand_ins.add(leave)


async def _look_for_offers(work: SqlWork, amira: Account, sofie: Account) -> None:
    """A search, a wish, a saved, a chosen and a refused offer."""
    newcomer_id = amira.newcomer_ids[0]
    offer_id = await work.offers.add("stad", "1", OfferDetails(title="Koken"), is_imported=True, at=NOW)
    search = Search(terms=("zeldzaamwens",))
    await work.searches.set(amira.id, search, seen=[offer_id], newcomer_id=newcomer_id, at=NOW)
    await work.searches.set(sofie.id, search, seen=[], newcomer_id=newcomer_id, at=NOW)
    await work.searches.save_offer(amira.id, offer_id, at=NOW)
    await work.wishes.add(amira.id, newcomer_id, search, at=NOW)
    await work.participations.add(
        Participation(
            id=ParticipationId(0),
            newcomer_id=newcomer_id,
            offer_id=offer_id,
            step=Step.CHOSEN,
            handover=Handover.ASKED,
            chosen_at=NOW,
        )
    )
    assert sofie.begeleider_id is not None
    await work.participations.refuse(newcomer_id, offer_id, sofie.begeleider_id, at=NOW)


async def _picture(work: SqlWork, amira: Account) -> None:
    """As the rows tell of it; its file is nowhere."""
    of = {"newcomer_id": amira.newcomer_ids[0]}
    await work.connection.execute(newcomer_keys.insert().values(**of, wrapped=b"x" * 60, master_id="0" * 16))
    await work.connection.execute(blobs.insert().values(**of, key="a" * 64, bytes=3, kept_at=NOW))


async def _hand_in(work: SqlWork, amira: Account, sofie: Account) -> None:
    """A form, a paper that was handed in with another contact, and a contact who does not sign."""
    use = services(work)
    own = await use.dossiers.own(amira)
    (bewijs,) = own.book.bewijzen
    await use.forms.make(own, bewijs.id)
    paper = await use.papers.take_page(
        own, amira, file_id="zeldzaamfoto", file_unique_id="zeldzaamfoto", message_id=77
    )
    found = Reading(page_id=paper.pages[0].id, check=PageCheck(page_found=True), scan="a" * 64)
    await use.papers.was_read(paper.id, [found])
    said = Said(kind=bewijs.kind, organisation=bewijs.organisation, contact="Zeldzaamrita", minutes=60)
    await use.papers.say(own, paper.id, said)
    await use.papers.hand_in(own, paper.id)
    await use.papers.refuse_signature(own, bewijs.id)


async def _deliver(work: SqlWork, amira: Account, sofie: Account, question_id: int) -> None:
    """Updates, messages and work that are handled, under way and still to do."""
    message = {
        "update_id": 1,
        "message": {"text": "zeldzaamvraag", "chat": {"id": AMIRA_CHAT, "first_name": NAME}},
    }
    for number, chat_id in ((1, AMIRA_CHAT), (2, AMIRA_CHAT), (3, SOFIE_CHAT)):
        payload = json.dumps(message if chat_id == AMIRA_CHAT else {"message": {"text": "iets"}})
        await work.inbox.accept(
            [Received(update_id=number, chat_id=ChatId(chat_id), payload=payload)], at=NOW
        )
    await work.inbox.set_aside(1, error="KeyError at bot", at=NOW)
    await work.outbox.add(
        [
            _send(AMIRA_CHAT, "zeldzaamantwoord", about="part:3", name="reply:3"),
            _send(SOFIE_CHAT, "zeldzaamvraag", about=f"question:{question_id}", name=f"card:{question_id}"),
            _send(SOFIE_CHAT, "onderweg", about=f"question:{question_id}", method="copyMessage"),
            _send(SOFIE_CHAT, "zeldzaamvervolg", about=f"question:{question_id}"),
            _send(NELE_CHAT, "iets anders", about="question:999"),
        ],
        at=NOW,
    )
    taken = await work.outbox.take(NOW, answers=9, reminders=0, except_chats=())
    await work.outbox.settle([_arrived(one.id, one.attempts) for one in taken])
    taken = await work.outbox.take(NOW, answers=9, reminders=0, except_chats=(AMIRA_CHAT, NELE_CHAT))
    await work.outbox.settle([_arrived(one.id, one.attempts) for one in taken])
    for key, facts in (
        (f"question_overdue:{question_id}:x", {"question_id": question_id, "day": "2026-11-25"}),
        (f"album:{amira.id}", {"account_id": amira.id, "group": "zeldzaamhalf", "first": 3}),
        (f"unreachable:{AMIRA_CHAT}", {"chat_id": AMIRA_CHAT}),
        ("outcome:8", {"about": f"question:{question_id}", "state": "sent"}),
        ("morning_list:9", {"begeleider_id": 999}),
        ("morning_list:8", {"begeleider_id": int(sofie.begeleider_id or BegeleiderId(0))}),
    ):
        await work.jobs.add(Job(kind=key.partition(":")[0], unique_key=key, due=NOW, facts=facts))


def _send(chat: int, text: str, *, method: str = "sendMessage", **options: Any) -> Outgoing:
    payload = {"text": text} if method == "sendMessage" else {"from_chat_id": AMIRA_CHAT, "message_id": 3}
    return Outgoing(chat_id=ChatId(chat), method=method, payload=payload, language="nl", **options)


def _arrived(row: int, attempt: int) -> Settled:
    return Settled(id=row, attempt=attempt, state=OutgoingState.SENT, at=NOW, message_id=100 + row)
