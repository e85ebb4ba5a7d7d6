"""Whoever does not guide somebody sees and changes nothing of them, whatever they press or type."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.demo.actions import press
from bot.demo.phone import Phone
from bot.domain.attendance import RefusedBecause
from bot.domain.contract import Contract, Status
from bot.domain.history import Who
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.stand_in import StandIn
from bot.handlers.begeleiders.caseload import ABOUT_NOBODY, PRESSES
from bot.handlers.commands import command_list
from bot.storage.database import Database
from bot.storage.tables import metadata
from bot.texts import errors
from bot.texts.speaker import speaker_for
from tests.builders import services
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import said

TODAY = dt.date(2026, 11, 23)
REFUSED = errors.not_yours(speaker_for("nl"))
OF_THE_BOT = {"inbox", "outbox", "jobs", "leases", "conversations"}
"""Tables of what goes in and out, which say nothing of a dossier."""
ABOUT_PEOPLE = sorted(set(PRESSES) - ABOUT_NOBODY)


@dataclass(frozen=True)
class Kept:
    """Ids of what stands in Amira's dossier."""

    newcomer: int
    bewijs: int
    claimed: int
    refused: int
    acceptance: int

    @property
    def tails(self) -> tuple[str, ...]:
        """What a button about this newcomer may carry after the word and the newcomer's id."""
        return (
            "",
            f":{self.claimed}",
            f":{self.refused}",
            f":{self.acceptance}:yes",
            f":{self.bewijs}:0",
            ":completed",
            ":1:save",
        )


async def a_full_dossier(database: Database) -> Kept:
    """Amira has a contract, a date that waits, a refused one, and accepted hours."""
    async with database.work() as work:
        (newcomer,) = [n for n in await work.people.guided_by([BegeleiderId(1)]) if n.name == "Amira"]
        begeleider = await work.people.begeleider(BegeleiderId(1))
        assert begeleider is not None
        assert begeleider.account is not None
        used = services(work)
        dossier = await used.dossiers.guided(newcomer.id, by=begeleider.account)
        contract = Contract(
            status=Status.OBLIGED, starts_on=dt.date(2026, 9, 1), last_day=dt.date(2027, 8, 31)
        )
        dossier = await used.contracts.set(dossier, contract)
        for day in (10, 12):
            dossier = await used.hours.claim(
                dossier,
                OfferKind.SPORT,
                organisation="Club",
                contact=None,
                day=dt.date(2026, 11, day),
                minutes=120,
            )
        claimed, refused = dossier.book.attendances
        dossier = await used.hours.refuse(dossier, refused.id, RefusedBecause.NOT_THERE)
        dossier = await used.hours.accept(
            dossier,
            OfferKind.CULTURE,
            organisation="Koor",
            contact=None,
            minutes=300,
            first_day=dt.date(2026, 10, 1),
            last_day=dt.date(2026, 10, 31),
        )
        return Kept(newcomer.id, claimed.bewijs_id, claimed.id, refused.id, dossier.book.acceptances[0].id)


async def everything(database: Database) -> dict[str, Sequence[Any]]:
    """Every row of every table about people."""
    async with database.work(reads_only=True) as work:
        return {
            table.name: (await work.connection.execute(select(table).order_by(*table.primary_key))).all()
            for table in metadata.sorted_tables
            if table.name not in OF_THE_BOT
        }


async def forge(town: Care, phone: Phone, *datas: str) -> list[str]:
    """Press buttons that the bot never made for this person; gives back the toasts."""
    newest, chat = await phone.last(), town.telegram.chats[phone.id]
    # The stand-in keeps only the last fifty.
    chat.toasts.clear()
    for data in datas:
        press(town.telegram, chat, newest.message_id, {"callback_data": data})

    async def answered() -> list[str] | None:
        toasts = await phone.toasts()
        return toasts if len(toasts) == len(datas) else None

    return await eventually(answered)


def stranger(town: Care, who: str) -> Phone:
    """Somebody who does not guide Amira."""
    return {"begeleider": town.nele, "newcomer": town.karim, "the newcomer herself": town.amira}[who]


@pytest.mark.parametrize("who", ["begeleider", "newcomer", "the newcomer herself"])
async def test_no_button_about_somebody_works_for_who_does_not_guide_them(
    sqlite_database: Database, tmp_path: Path, who: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        kept = await a_full_dossier(sqlite_database)
        phone = stranger(town, who)
        await phone.say("/menu")
        await phone.wait_for()
        before = await everything(sqlite_database)

        tails = kept.tails if who == "begeleider" else kept.tails[:2]
        answers = {
            word: await forge(town, phone, *(f"n:{word}:{kept.newcomer}{tail}" for tail in tails))
            for word in ABOUT_PEOPLE
        }

        assert {word: set(toasts) for word, toasts in answers.items() if set(toasts) != {REFUSED}} == {}
        assert await everything(sqlite_database) == before
        assert not any("Amira" in bubble.text for bubble in await phone.messages(True))


async def test_no_button_about_nobody_shows_somebody_elses_people(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await a_full_dossier(sqlite_database)
        await town.nele.say("/menu")
        await town.nele.wait_for()
        before = await everything(sqlite_database)

        for word in sorted(ABOUT_NOBODY):
            await forge(town, town.nele, *(f"n:{word}{tail}" for tail in ("", ":0", ":1", ":yes")))

        assert not any("Amira" in bubble.text for bubble in await town.nele.messages(True))
        assert await everything(sqlite_database) == before


async def test_a_newcomer_has_no_list_of_people(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await a_full_dossier(sqlite_database)
        await town.karim.say("/menu")
        await town.karim.wait_for()
        before = await everything(sqlite_database)

        answers = {word: await forge(town, town.karim, f"n:{word}:0") for word in sorted(ABOUT_NOBODY)}

        assert {word for word, answer in answers.items() if answer != [REFUSED]} == set()
        assert await everything(sqlite_database) == before


def commands_of_a_begeleider() -> list[str]:
    """Those that only a begeleider sees."""
    speaker = speaker_for("nl")
    everybodys = {name for name, _ in command_list(speaker)}
    own = [name for name, _ in command_list(speaker, for_begeleider=True)]
    return [name for name in own if name not in everybodys]


@pytest.mark.parametrize("command", commands_of_a_begeleider())
@pytest.mark.parametrize("who", ["begeleider", "newcomer"])
async def test_no_command_shows_somebody_elses_people(
    sqlite_database: Database, tmp_path: Path, command: str, who: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await a_full_dossier(sqlite_database)
        await town.ask(town.amira, "Hoeveel kost een huis?")
        before = await everything(sqlite_database)
        phone = stranger(town, who)

        await phone.say(f"/{command}")
        answer = await phone.wait_for()

        assert "Amira" not in answer.text
        assert not any("Amira" in label for label in answer.labels)
        assert await everything(sqlite_database) == before


async def test_a_stand_in_may_on_the_days_of_leave_and_not_after(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        kept = await a_full_dossier(sqlite_database)
        await _on_leave(sqlite_database, until=TODAY + dt.timedelta(days=1))
        await town.nele.say("/mensen")
        people = await said(town.nele, "n:page")
        await town.nele.press(f"n:page:{kept.newcomer}", people.message_id)
        page = await said(town.nele, "n:history")
        await forge(town, town.nele, f"n:confirm:{kept.newcomer}:{kept.claimed}")
        confirmed = await _last_event(sqlite_database, kept.newcomer)
        town.pass_hours(48)
        refused = await forge(town, town.nele, f"n:refuse:{kept.newcomer}:{kept.claimed}")
        await town.nele.say("/mensen")
        empty = await said(town.nele, "n:new")

    assert "Je vervangt Sofie" in page.text
    assert (confirmed.by.who, confirmed.by.id) == (Who.BEGELEIDER, 2)
    assert refused == [REFUSED]
    assert not any("Amira" in label for label in empty.labels)


async def test_a_stand_in_does_not_say_who_somebody_is(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        kept = await a_full_dossier(sqlite_database)
        await _on_leave(sqlite_database, until=TODAY + dt.timedelta(days=1))
        await town.nele.say("/menu")
        await town.nele.wait_for()
        before = await everything(sqlite_database)

        words = ("rename", "reference", "language", "language")
        tails = ("", "", "", ":fr")
        pressed = [f"n:{word}:{kept.newcomer}{tail}" for word, tail in zip(words, tails, strict=True)]
        refused = await forge(town, town.nele, *pressed)

        assert refused == [REFUSED] * 4
        assert await everything(sqlite_database) == before


async def _on_leave(database: Database, *, until: dt.date) -> None:
    async with database.work() as work:
        await work.stand_ins.add(
            StandIn(
                begeleider_id=BegeleiderId(1),
                colleague_id=BegeleiderId(2),
                first_day=TODAY,
                last_day=until,
            )
        )


async def _last_event(database: Database, newcomer_id: int) -> Any:
    async with database.work(reads_only=True) as work:
        return (await work.history.of(NewcomerId(newcomer_id)))[-1]
