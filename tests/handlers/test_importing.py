"""A begeleider's list of people, over the wire: pasted or as a file, read back, added, with cards."""

import re
from pathlib import Path

from sqlalchemy import select

from bot.demo.phone import Phone
from bot.documents.tables import write_csv
from bot.storage.database import Database
from bot.storage.tables import invites
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import said, tap
from tests.handlers.test_invites import newcomer

LIST = (
    "Amira; verplicht; 1/9/2026; 31/8/2028; 40; Arabisch\n"
    "D-17; rechthebbend; 1/9/2026; eind juni 2027\n"
    "Yusuf; misschien; 1/9/2026; 31/8/2028\n"
    "Sara; verplicht; 32/13/2026; 31/8/2028"
)


async def paste(phone: Phone, text: str) -> None:
    """Ask to add a list, and paste it."""
    await phone.say("/mensen")
    await tap(phone, await said(phone, "n:import"), "n:import")
    await phone.wait_for("Stuur je lijst")
    await phone.say(text)


async def names_of(database: Database, begeleider_id: int) -> list[str]:
    """Whom a begeleider guides."""
    async with database.work(reads_only=True) as work:
        return [one.name for one in await work.people.newcomers_of(begeleider_id)]  # type: ignore[arg-type]


async def file_from(phone: Phone) -> str:
    """The name of the newest document of the bot."""

    async def seen() -> str | None:
        found = [b for b in await phone.messages(True) if b.kind == "document"]
        return str(found[-1].seen["file_name"]) if found else None

    return await eventually(seen)


async def test_a_pasted_list_is_read_back_with_its_errors_and_added(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await paste(town.sofie, LIST)
        shown = await said(town.sofie, "n:import:yes")
        before = await names_of(sqlite_database, 1)
        await tap(town.sofie, shown, "n:import:yes")
        await town.sofie.wait_for("1 nieuw, 1 veranderd")

        assert "2 mensen gelezen, 2 fouten" in shown.text
        assert "Amira (taal, contract)" in shown.text
        assert "rij 3: verplicht of rechthebbend? Ik lees: «misschien»" in shown.text
        assert "rij 4: de begindatum begrijp ik niet: «32/13/2026»" in shown.text
        assert before == ["Amira", "Karim"]
        assert await names_of(sqlite_database, 1) == ["Amira", "D-17", "Karim"]


async def test_the_same_list_again_changes_nothing(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        for _ in range(2):
            await paste(town.sofie, LIST)
            shown = await said(town.sofie, "n:import:yes")
            await tap(town.sofie, shown, "n:import:yes")
            added = await town.sofie.wait_for("hetzelfde.")

        assert "0 nieuw, 0 veranderd, 2 hetzelfde" in added.text
        assert "🟰 Hetzelfde (2)" in shown.text
        assert await names_of(sqlite_database, 1) == ["Amira", "D-17", "Karim"]


async def test_a_double_tap_adds_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await paste(town.sofie, LIST)
        shown = await said(town.sofie, "n:import:yes")
        await tap(town.sofie, shown, "n:import:yes")
        await town.sofie.wait_for("1 nieuw")
        again = next(str(b["callback_data"]) for b in shown.buttons)

        assert "Stuur ze opnieuw" in await town.press_forged(town.sofie, again)
        assert await names_of(sqlite_database, 1) == ["Amira", "D-17", "Karim"]


async def test_a_file_is_fetched_and_cards_with_codes_come_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        rows = [["Yusuf", "verplicht", "1/9/2026", "31/8/2028", "40", "Turks"]]
        content = write_csv(["voornaam", "statuut", "begin", "einde", "uren", "taal"], rows)

        await town.sofie.send_file("document", content, name="mensen.csv")
        await town.sofie.wait_for("Ik lees je lijst")
        shown = await said(town.sofie, "n:import:yes")
        await tap(town.sofie, shown, "n:import:yes")
        await town.sofie.wait_for("1 nieuw")

        assert await file_from(town.sofie) == "kaartjes.pdf"
        assert "Yusuf" in shown.text
        async with sqlite_database.work(reads_only=True) as work:
            links = (await work.connection.execute(select(invites.c.newcomer_id, invites.c.kind))).all()
        assert [tuple(link) for link in links] == [(3, "newcomer")]


async def test_a_file_that_is_no_list_says_so(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.send_file("document", b"\x00\x01\x02", name="mensen.xlsx")

        await town.sofie.wait_for("geen lijst die ik kan lezen")


async def test_a_list_is_left_with_one_button(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await paste(town.sofie, LIST)
        await tap(town.sofie, await said(town.sofie, "n:import:no"), "n:import:no")
        await town.sofie.wait_for("ik verander niets")

        assert await names_of(sqlite_database, 1) == ["Amira", "Karim"]


async def invited_by_list(town: Care) -> str:
    """Yusuf, added by a list, is invited from his page; gives back the link."""
    await paste(town.sofie, "Yusuf; verplicht; 1/9/2026; 31/8/2028; 40; Turks")
    await tap(town.sofie, await said(town.sofie, "n:import:yes"), "n:import:yes")
    await town.sofie.wait_for("1 nieuw")
    await town.sofie.say("/mensen")
    await said(town.sofie, "n:page:3")
    await town.sofie.press("n:page:3")
    await tap(town.sofie, await said(town.sofie, "n:invite:3"), "n:invite:3")
    forwarded = await town.sofie.wait_for("?start=n-")
    found = re.search(r"\?start=(\S+)", forwarded.text)
    assert found is not None
    return found[1]


async def test_who_joins_by_a_link_is_greeted_in_the_language_of_the_list(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        payload = await invited_by_list(town)
        yusuf = newcomer(town)
        await yusuf.start(payload)
        screen = await said(yusuf, "l:")

        assert str(screen.buttons[0]["callback_data"]).startswith("l:tr")
