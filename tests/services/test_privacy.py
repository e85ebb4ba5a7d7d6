"""Everything about a person can be shown and taken along, and is gone when they are forgotten."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.domain.errors import NotYours, StillGuides
from bot.domain.privacy import Periods, Policy
from bot.services.privacy import as_json
from bot.storage.database import Database
from bot.storage.privacy_rules import OF_NOBODY, OF_THE_CATALOGUE, OF_THE_DELIVERY, RULES
from bot.storage.tables import erasures, metadata
from bot.texts.data import in_full
from bot.texts.speaker import speaker_for
from tests.builders import BRUSSELS, NOW, again, new_account, new_newcomer, services
from tests.services.full_people import (
    AMIRA_CHAT,
    ANSWER,
    KARIM_CHAT,
    NAME,
    OWN_WORDS,
    SOFIE_CHAT,
    Full,
    full_people,
)

Table = list[dict[str, Any]]


@pytest.fixture
async def full(database: Database) -> Full:
    return await full_people(database)


async def everything(database: Database) -> dict[str, Table]:
    """Every row of every table, also of tables that no rule knows."""
    async with database.work(reads_only=True) as work:
        return {
            table.name: [dict(row._mapping) for row in (await work.connection.execute(select(table))).all()]
            for table in metadata.sorted_tables
        }


def holding(tables: dict[str, Table], *words: str) -> list[str]:
    """The tables with a row that holds one of these words."""
    found = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    return sorted({name for name, rows in tables.items() for row in rows if found.search(repr(row))})


def test_every_table_has_a_rule() -> None:
    named = {rule.table.name for rule in RULES} | OF_THE_DELIVERY | OF_THE_CATALOGUE | OF_NOBODY

    assert named == {table.name for table in metadata.sorted_tables}


async def test_an_export_holds_every_row_about_a_newcomer(database: Database, full: Full) -> None:
    async with database.work() as work:
        known = await services(work).privacy.known_of(full.amira)

    told = json.loads(as_json(known))["tables"]
    assert set(told) >= {rule.table.name for rule in RULES} - {"begeleiders", "stand_ins", "offer_changes"}
    assert {"inbox", "outbox", "jobs"} <= set(told)
    for name, rows in (await everything(database)).items():
        shown = {json.dumps(row, sort_keys=True, default=str) for row in told.get(name, [])}
        theirs = [row for row in rows if _is_amiras(name, row, full)]
        assert len(shown) >= len(theirs), name
        for row in theirs:
            assert any(_same(row, json.loads(one)) for one in shown), (name, row)


def _is_amiras(table: str, row: dict[str, Any], full: Full) -> bool:
    """Told by what a row says, and not by the rules of the export."""
    newcomer, account = full.amira.newcomer_ids[0], full.amira.id
    keys = {"newcomer_id": newcomer, "account_id": account, "used_by": account, "chat_id": AMIRA_CHAT}
    is_own = {"newcomers": newcomer, "accounts": account, "questions": full.question_id}.get(table)
    if table == "question_parts":
        return bool(row["question_id"] == full.question_id)
    return (is_own is not None and row["id"] == is_own) or any(
        row.get(key) == value for key, value in keys.items()
    )


def _same(row: dict[str, Any], shown: dict[str, Any]) -> bool:
    assert set(shown) == set(row)
    return all(
        shown[name] in (value, "[left out: it opens a link]")
        or shown[name] == (value.isoformat() if isinstance(value, dt.date) else value)
        for name, value in row.items()
    )


async def test_what_somebody_chose_saved_and_looked_for_is_told_in_words(
    database: Database, full: Full
) -> None:
    async with database.work() as work:
        known = await services(work).privacy.known_of(full.amira)

    told = in_full(speaker_for("nl"), known, BRUSSELS)
    assert "Activiteiten die je koos:\n- 23 november 2026: Koken" in told
    assert "Activiteiten die je bewaarde:\n- Koken" in told
    assert len(known.activities.sought) == 3


async def test_an_export_opens_no_link_and_shows_nobody_else(database: Database, full: Full) -> None:
    async with database.work() as work:
        told = as_json(await services(work).privacy.known_of(full.amira)).decode()

    assert "d" * 64 not in told
    assert str(SOFIE_CHAT) not in told
    assert str(KARIM_CHAT) not in told
    assert "gewone" not in told


async def test_a_begeleider_exports_what_is_theirs_and_no_dossier(database: Database, full: Full) -> None:
    async with database.work() as work:
        known = await services(work).privacy.known_of(full.sofie)

    told = as_json(known).decode()
    assert set(known.rows) >= {"accounts", "begeleiders", "letters", "question_parts", "stand_ins", "history"}
    assert not {"newcomers", "attendances", "acceptances", "questions", "bewijzen"} & set(known.rows)
    assert ANSWER in told
    assert "zeldzaambrief" in told
    assert "zeldzaamvraag" not in told
    assert str(AMIRA_CHAT) not in told


async def test_after_erasure_no_table_holds_name_number_or_text(database: Database, full: Full) -> None:
    async with database.work() as work:
        use = services(work)
        erased = await use.erasures.forget(await use.erasures.look(full.amira))

    left = await everything(database)
    assert holding(left, NAME, str(AMIRA_CHAT), *OWN_WORDS, ANSWER) == []
    assert [row["erased_id"] for row in left["erasures"]] == [full.amira.newcomer_ids[0], full.amira.id]
    assert erased.counts["questions"] == 1
    assert erased.counts["attendances"] == 2
    assert erased.counts["acceptances"] == 1


async def test_an_erasure_leaves_everybody_else_as_they_were(database: Database, full: Full) -> None:
    async with database.work(reads_only=True) as work:
        before = await services(work).privacy.known_of(full.karim)
    async with database.work() as work:
        use = services(work)
        await use.erasures.forget(await use.erasures.look(full.amira))

    async with database.work() as work:
        after = await services(work).privacy.known_of(full.karim)
        sofie = await work.people.begeleider(full.sofie.begeleider_id)  # type: ignore[arg-type]
        jobs = {row["unique_key"] for row in (await _rows(work.connection, "jobs"))}
    assert after.rows == before.rows
    assert sofie is not None
    assert jobs == {"morning_list:9", "morning_list:8"}


async def _rows(connection: Any, table: str) -> Table:
    rows = (await connection.execute(select(metadata.tables[table]))).all()
    return [dict(row._mapping) for row in rows]


async def test_what_stands_in_the_begeleiders_chat_is_known_before_it_goes(
    database: Database, full: Full
) -> None:
    async with database.work() as work:
        use = services(work)
        erased = await use.erasures.forget(await use.erasures.look(full.amira))

    assert {shown.chat_id for shown in erased.shown} == {SOFIE_CHAT}
    assert [shown.is_text for shown in erased.shown] == [True, False]


async def test_an_update_that_came_before_the_erasure_is_not_handled_after_it(
    database: Database, full: Full
) -> None:
    async with database.work() as work:
        use = services(work)
        await use.erasures.forget(await use.erasures.look(full.amira))

    async with database.work() as work:
        assert list(await work.inbox.claim([2], NOW)) == []
        assert await work.inbox.has(2)


async def test_on_a_shared_phone_only_the_one_who_asks_is_forgotten(database: Database, full: Full) -> None:
    async with database.work() as work:
        await work.people.link_newcomer(full.karim.newcomer_ids[0], full.amira.id)
        shared = await again(work, full.amira)
        await services(work).dossiers.choose(shared, full.amira.newcomer_ids[0])
        use = services(work)
        await use.erasures.forget(await use.erasures.look(await again(work, shared)))

    async with database.work() as work:
        account = await again(work, full.amira)
        left = await services(work).privacy.known_of(account)
    assert account.newcomer_ids == full.karim.newcomer_ids
    assert left.dossier is not None
    assert left.dossier.newcomer.name == "Karim"
    assert left.questions == []
    assert left.dossier.book.sums.accepted == 840


async def test_a_begeleider_hands_their_people_over_first(database: Database, full: Full) -> None:
    async with database.work() as work:
        use = services(work)
        leaving = await use.erasures.look(full.sofie)
        with pytest.raises(StillGuides):
            await use.erasures.forget(leaving)

    assert leaving.guides == 2


async def test_an_erased_begeleider_is_a_number_in_the_dossiers_that_stay(
    database: Database, full: Full
) -> None:
    assert full.nele.begeleider_id is not None
    async with database.work() as work:
        for newcomer_id in (full.amira.newcomer_ids[0], full.karim.newcomer_ids[0]):
            await work.people.hand_newcomer(newcomer_id, full.nele.begeleider_id)
        use = services(work)
        await use.erasures.forget(await use.erasures.look(full.sofie))

    left = await everything(database)
    assert holding(left, "Zeldzaamsofie", str(SOFIE_CHAT)) == []
    async with database.work() as work:
        gone = await work.people.begeleider(full.sofie.begeleider_id)  # type: ignore[arg-type]
        dossier = await services(work).dossiers.own(await again(work, full.amira))
        lines = await work.history.of(dossier.id)
    assert gone is None
    assert dossier.book.sums.accepted == 840
    assert {line.by.id for line in lines if line.by.who == "begeleider"} == {full.sofie.begeleider_id}


async def test_a_begeleider_forgets_only_their_own_newcomer(database: Database, full: Full) -> None:
    async with database.work() as work:
        use = services(work)
        with pytest.raises(NotYours):
            # Nele stands in for Sofie today, and may do much, but not this.
            await use.erasures.look_at(full.amira.newcomer_ids[0], by=full.nele)


async def test_somebody_without_a_dossier_can_be_forgotten(database: Database, full: Full) -> None:
    async with database.work() as work:
        guest = await new_account(work, 5_500_000_000, "Zeldzaamgast")
        use = services(work)
        await use.erasures.forget(await use.erasures.look(guest))

    assert holding(await everything(database), "Zeldzaamgast", "5500000000") == []


async def test_a_receipt_that_was_sent_leaves_nothing(database: Database, full: Full) -> None:
    async with database.work() as work:
        use = services(work)
        erased = await use.erasures.forget(await use.erasures.look(full.amira))
        from bot.services.delivery_ports import Outgoing

        about = f"receipt:{erased.id}"
        for one in (None, about):
            receipt = Outgoing(chat_id=full.amira.chat_id, method="x", payload={}, language="nl", about=one)
            await work.outbox.add([receipt], at=NOW)
        await use.erasures.receipt_sent(about)

    assert holding(await everything(database), str(AMIRA_CHAT)) == []


# What goes by itself.


async def test_what_is_old_goes_by_the_operators_periods_and_the_rest_stays(
    database: Database, full: Full
) -> None:
    async with database.work() as work:
        await work.people.change_newcomer(full.karim.newcomer_ids[0], closed_on=NOW.date())
        by = NOW + dt.timedelta(days=1)
        before = await services(work, now=by).privacy.retain()
        half_year = services(work, now=NOW + dt.timedelta(days=200), policy=_policy(letters=100, notes=100))
        gone = [await half_year.privacy.retain() for _ in range(2)]
        karim = await again(work, full.karim)

    left = await everything(database)
    assert before == 0
    assert gone[1] == 0
    assert left["letters"] == left["history_notes"] == left["invites"] == left["conversations"] == []
    assert left["questions"]
    assert karim.newcomer_ids


async def test_a_closed_dossier_goes_with_its_questions_and_an_open_one_stays(
    database: Database, full: Full
) -> None:
    later = NOW + dt.timedelta(days=366)
    async with database.work() as work:
        await work.people.change_newcomer(full.amira.newcomer_ids[0], closed_on=NOW.date())
        await services(work, now=later - dt.timedelta(days=1)).privacy.retain()
        kept = await work.people.newcomer(full.amira.newcomer_ids[0])
        await services(work, now=later).privacy.retain()

    left = await everything(database)
    assert kept is not None
    assert [row["name"] for row in left["newcomers"]] == ["Karim"]
    assert left["questions"] == []
    # She is a contact as well, who sees nothing.
    assert {row["kind"] for row in left["erasures"]} == {"newcomer", "contact"}


async def test_an_account_that_nobody_uses_goes_and_a_used_one_stays(database: Database, full: Full) -> None:
    later = NOW + dt.timedelta(days=400)
    async with database.work() as work:
        await new_account(work, 5_500_000_000, "Zeldzaamgast")
        asks = await new_account(work, 5_500_000_001, "Vrager")
        await work.conversations.set(asks.id, "x", {}, at=later)
        await services(work, now=later, policy=_policy(questions=3000)).privacy.retain()

    names = [row["name"] for row in (await everything(database))["accounts"]]
    assert "Zeldzaamgast" not in names
    assert {"Vrager", NAME, "Nele"} <= set(names)


def _policy(**periods: int) -> Policy:
    return Policy(periods=Periods(**periods))


# In the files.


async def test_after_an_erasure_the_sqlite_files_hold_no_byte_of_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    full = await full_people(sqlite_database)
    words = [word.encode() for word in (NAME, str(AMIRA_CHAT), *OWN_WORDS, ANSWER)]
    number = AMIRA_CHAT.to_bytes(6, "big")
    before = [word for word in (*words, number) if word in _bytes(tmp_path)]
    async with sqlite_database.work() as work:
        use = services(work)
        await use.erasures.forget(await use.erasures.look(full.amira))
    await sqlite_database.after_erasure()

    assert len(before) == len(words) + 1
    assert [word for word in (*words, number) if word in _bytes(tmp_path)] == []


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("inburgerbot.db*"))


async def test_after_an_erasure_the_files_are_cleaned_beside_somebody_who_reads(database: Database) -> None:
    await full_people(database)

    await database.after_erasure()

    async with database.work(reads_only=True) as work:
        assert (await work.connection.execute(text("SELECT count(*) FROM accounts"))).scalar() == 4


def test_nothing_in_the_rules_is_about_the_erasures_themselves() -> None:
    assert set(_columns()) == {"id", "kind", "erased_id", "at"}


def _columns() -> Iterator[str]:
    return (column.name for column in erasures.columns)


async def test_a_newcomer_without_a_phone_can_be_forgotten_by_their_begeleider(
    database: Database, full: Full
) -> None:
    async with database.work() as work:
        paper = await new_newcomer(work, 5_500_000_009, "Zeldzaampapier", of=full.sofie)
        await work.people.unlink_newcomer(paper.newcomer_ids[0], paper.id)
        use = services(work)
        leaving = await use.erasures.look_at(paper.newcomer_ids[0], by=full.sofie)
        await use.erasures.forget(leaving)

    left = await everything(database)
    assert not leaving.has_phone
    assert holding({"newcomers": left["newcomers"], "history": left["history"]}, "Zeldzaampapier") == []
