"""The PDF of a digital bewijs: drawn, sent to the newcomer once, and to who decides when they ask."""

from pathlib import Path
from typing import Any

from bot.demo.phone import Bubble, Phone
from bot.domain.ids import ChatId, PaperId
from bot.domain.paper import PaperState
from bot.handlers.later.signed_bewijs import SEND_SIGNED
from bot.services.delivery_ports import Job
from bot.storage.database import Database
from tests.builders import NOW
from tests.documents.test_sheet import words
from tests.handlers.care import Care, care
from tests.services.signing_care import SigningCare, with_karel


async def signed(database: Database, town: Care, *, times: int = 1) -> list[PaperId]:
    """Karel of the club signed for four hours of Amira's; all but the last time it was taken back."""
    async with database.work() as work:
        amira, karim, sofie = [
            await work.accounts.of_chat(ChatId(phone.id)) for phone in (town.amira, town.karim, town.sofie)
        ]
        assert amira is not None
        assert karim is not None
        assert sofie is not None
        club = await with_karel(SigningCare(work=work, amira=amira, karim=karim, sofie=sofie))
        await club.confirmed(1, 2)
        papers = [(await club.sign()).paper_id]
        while len(papers) < times:
            await work.papers.change(papers[-1], state=PaperState.TAKEN_BACK)
            papers.append((await club.sign()).paper_id)
        return papers


async def ask(database: Database, town: Care, *papers: PaperId, **facts: Any) -> None:
    """Ask for the PDF of each."""
    async with database.work() as work:
        for paper_id in papers:
            known = {"paper_id": paper_id, "for_begeleider": False} | facts
            await work.jobs.add(Job(kind=SEND_SIGNED, unique_key=f"one {paper_id}", due=NOW, facts=known))
    town.pass_hours(0.2)


async def document(phone: Phone) -> Bubble:
    return await phone.wait_for(lambda bubble: bubble.kind == "document")


def content_of(town: Care, sent: Bubble) -> bytes:
    path = str(sent.seen["file_url"]).split("stand-in-without-any-secret/")[1]
    stored = town.telegram.files.at(path)
    assert stored is not None
    return stored.data


async def test_the_newcomer_gets_their_bewijs_in_their_language(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(sqlite_database, town, *await signed(sqlite_database, town))
        sent = await document(town.amira)
        text = words(content_of(town, sent))

    assert "Je bewijs is klaar." in sent.text
    assert "Karel Peeters tekende voor 4 uur." in sent.text
    assert "Sofie kijkt nu." in sent.text
    assert "digitaal ondertekend op 23/11/2026 om 11:00" in text
    assert "Controlecode: v-" in text


async def test_who_decides_gets_the_same_file_in_dutch(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, language="ar") as town:
        await ask(sqlite_database, town, *await signed(sqlite_database, town), for_begeleider=True)
        sent = await document(town.sofie)
        own = [bubble for bubble in await town.amira.messages(True) if bubble.kind == "document"]

    assert "Digitaal bewijs van Amira: 4 u, getekend door Karel Peeters." in sent.text
    assert own == []


async def test_what_does_not_hold_any_more_is_not_sent(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(sqlite_database, town, *await signed(sqlite_database, town, times=2))
        sent = await document(town.amira)
        every = [bubble for bubble in await town.amira.messages(True) if bubble.kind == "document"]

    assert [bubble.message_id for bubble in every] == [sent.message_id]
