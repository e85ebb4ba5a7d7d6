"""Handing people over, and leave, over the wire."""

from pathlib import Path

from bot.demo.phone import Phone
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import said, tap

ASKED = "Hoeveel kost een huis?"
NOT_YOURS = "Deze knop is niet voor jou."


async def newest_with(phone: Phone, text: str) -> str:
    """The newest message of the bot with this text."""

    async def seen() -> str | None:
        found = [bubble.text for bubble in await phone.messages(True) if text in bubble.text]
        return found[-1] if found else None

    return await eventually(seen)


async def press(phone: Phone, *data: str) -> None:
    """Press one button after the other, each on the screen that has it."""
    for one in data:
        await tap(phone, await said(phone, one), one)


async def open_list(phone: Phone) -> None:
    """Show the people."""
    await phone.say("/mensen")
    await phone.wait_for("Mijn mensen")


async def go_on_leave(town: Care, days: str = "n:leave:until:20261123:20261129") -> None:
    """Sofie is away from today on, and Nele stands in."""
    await town.sofie.say("/afwezig")
    await press(town.sofie, "n:leave:from:20261123", days, "n:leave:ask", "n:leave:yes")
    await newest_with(town.nele, "koos jou als vervanger")


async def test_a_newcomer_goes_to_a_colleague_with_open_questions(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await town.card(town.sofie, question)
        await open_list(town.sofie)

        await press(town.sofie, "n:page:1", "n:hand:1", "n:hand:1:to", "n:hand:1:yes")
        await town.sofie.wait_for("Nele begeleidt Amira voortaan")

        await newest_with(town.nele, "Sofie geeft Amira aan jou door")
        await newest_with(town.amira, "nieuwe begeleider: Nele")
        card = await town.card(town.nele, question)
        await newest_with(town.sofie, "iemand anders volgt dit nu op")
        await town.nele.say("Tien euro", reply_to=card.message_id)
        assert "Nele" in await newest_with(town.amira, "Tien euro")
        assert await town.press_forged(town.sofie, "n:page:1") == NOT_YOURS


async def test_everybody_goes_to_a_colleague_after_two_questions(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.karim, ASKED)
        await town.sofie.say("/afwezig")

        await press(town.sofie, "n:handall", "n:handall:to", "n:handall:sure", "n:handall:yes")
        await newest_with(town.sofie, "begeleidt voortaan 2 mensen van jou")

        await newest_with(town.nele, "Sofie geeft 2 mensen aan jou door")
        await newest_with(town.amira, "nieuwe begeleider: Nele")
        await newest_with(town.karim, "nieuwe begeleider: Nele")
        await town.card(town.nele, question)


async def test_who_stands_in_reads_and_answers_until_the_begeleider_is_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        before = await town.ask(town.karim, "Hoeveel kost een boot?")
        await town.card(town.sofie, before)
        await go_on_leave(town)
        await town.card(town.nele, before)
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.nele, question)

        assert "Sofie is met verlof. Nele antwoordt." in await newest_with(town.amira, "Verstuurd")
        await town.nele.say("Tien euro", reply_to=card.message_id)
        assert "Nele" in await newest_with(town.amira, "Tien euro")
        await open_list(town.nele)
        assert "Amira" in str((await said(town.nele, "n:page")).labels)

        await town.sofie.say("/afwezig")
        await press(town.sofie, "n:leave:end")
        await town.card(town.sofie, before)
        await newest_with(town.nele, "Je vervangt Sofie niet (meer)")
        assert await town.press_forged(town.nele, f"b:own:{before}") == NOT_YOURS
        assert await town.press_forged(town.nele, "n:page:1") == NOT_YOURS


async def test_after_the_last_day_questions_come_back_by_themselves(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await go_on_leave(town, "n:leave:until:20261123:20261123")
        question = await town.ask(town.amira, ASKED)
        await town.card(town.nele, question)

        town.pass_hours(14)
        await town.card(town.sofie, question)

        await newest_with(town.nele, "iemand anders volgt dit nu op")
        assert await town.press_forged(town.nele, f"b:own:{question}") == NOT_YOURS


async def test_the_days_can_be_typed(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say("/afwezig")
        await said(town.sofie, "n:leave:from")
        await town.sofie.say("gisteren")
        await town.sofie.wait_for("begrijp ik niet")
        await town.sofie.say("1/12/2026")
        await town.sofie.wait_for("Tot en met wanneer")
        await town.sofie.say("vrijdag 4 december")
        await press(town.sofie, "n:leave:ask", "n:leave:yes")

        assert "1 december 2026 tot en met 4 december 2026" in await newest_with(town.sofie, "vervangt je")
        assert "1 december 2026" in await newest_with(town.nele, "koos jou")


async def test_who_only_stands_in_hands_nobody_over(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await go_on_leave(town)

        assert await town.press_forged(town.nele, "n:hand:1") == NOT_YOURS
        assert await town.press_forged(town.nele, "n:hand:1:yes:1") == NOT_YOURS


async def test_a_newcomer_presses_none_of_it(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.say("/menu")
        await town.amira.wait_for("knop")

        for data in ("n:hand:1", "n:handall", "n:leave:show", "n:import", "n:invite:1", "n:phone:1"):
            assert await town.press_forged(town.amira, data) == NOT_YOURS
        for data in ("n:leave:yes:x:y:1", "n:handall:to:99", "n:hand:1:to:99", "n:import:x"):
            assert await town.press_forged(town.amira, data)
