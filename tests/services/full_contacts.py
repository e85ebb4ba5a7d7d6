"""Contacts with a row in every table of theirs, for people who are exported and erased."""

import datetime as dt
from dataclasses import replace

from bot.domain.contact import Contact, Reached, Tie
from bot.domain.contact_words import Word
from bot.domain.ids import BewijsId, ContactId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.domain.signature import Signature, SignedRow
from bot.storage.work import SqlWork
from tests.builders import NOW, services


async def a_contact(work: SqlWork, amira: Account, sofie: Account, *, name: str) -> None:
    """Karel, who uses the page, sees, says and signs something of Amira, who is a contact herself."""
    own = await services(work).dossiers.own(amira)
    (bewijs,), date = own.book.bewijzen, own.book.attendances[1]
    contact = Contact(
        id=ContactId(0),
        name="Karel",
        organisation="Turnkring",
        reached=Reached.BEGELEIDER,
        language="nl",
        joined_at=NOW,
        checked_by=sofie.begeleider_id,
    )
    karel = await work.contact_people.add(contact)
    await _link(work, karel, own.id, bewijs.id)
    await work.contact_people.tie(Tie(contact_id=karel, bewijs_id=bewijs.id, newcomer_id=own.id), at=NOW)
    word = Word(attendance_id=date.id, contact_id=karel, minutes=60, first_at=NOW, at=NOW)
    await work.words.set(own.id, word)
    await work.words.set(own.id, replace(word, contact_id=None))
    row = SignedRow(attendance_id=date.id, day=date.day, minutes=60)
    (paper,) = await work.papers.of(own.id)
    signature = Signature(
        paper_id=paper.id,
        newcomer_id=own.id,
        contact_id=karel,
        newcomer=name,
        kind=bewijs.kind,
        organisation=bewijs.organisation,
        contact="Zeldzaamrita",
        rows=(row,),
        signed_at=NOW,
    )
    await work.signatures.add(signature)
    herself = replace(contact, name=name, account_id=amira.id, email="zeldzaamwens@voorbeeld.be")
    theirs = await work.contact_people.add(herself)
    await work.doors.open(theirs, OfferKind.SPORT, 60, at=NOW)


async def _link(work: SqlWork, karel: ContactId, newcomer_id: NewcomerId, bewijs_id: BewijsId) -> None:
    link_id = await work.contact_links.add(
        newcomer_id=newcomer_id,
        bewijs_id=bewijs_id,
        organisation="Zeldzaamclub",
        reached=Reached.EMAIL,
        name="Zeldzaamrita",
        email="karel@turnkring.be",
        expires_at=NOW + dt.timedelta(14),
        at=NOW,
    )
    await work.contact_links.use(link_id, karel, at=NOW)
