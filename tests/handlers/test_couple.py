"""Two newcomers on one phone, and a newcomer with a new phone, over the wire."""

from pathlib import Path

from bot.demo.phone import Phone
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.test_invites import link_from, newcomer

ASKED = "Hoeveel kost een huis?"


async def newest_with(phone: Phone, text: str) -> str:
    """The newest message of the bot with this text."""

    async def seen() -> str | None:
        found = [bubble.text for bubble in await phone.messages(True) if text in bubble.text]
        return found[-1] if found else None

    return await eventually(seen)


async def share(town: Care, phone: Phone, inviter: Phone, name: str) -> None:
    """Somebody else joins on this phone, too."""
    await phone.start(await link_from(inviter, name))
    await tap(phone, await said(phone, "i:share"), "i:share")
    await phone.wait_for("gebruikt deze telefoon nu ook")


async def choose(phone: Phone, name: str) -> None:
    """Say who it is."""
    screen = await phone.wait_for("Wie ben jij nu?")
    label = next(label for label in screen.labels if name in label)
    await phone.press(label, screen.message_id)


async def test_a_couple_asks_each_their_own_begeleider(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")
        for name in ("Amira", "Yusuf"):
            town.pass_hours(1.1)
            await town.amira.say(f"{ASKED} zegt {name}")
            offer = await said(town.amira, "ask:own")
            await tap(town.amira, offer, "ask:own")
            await choose(town.amira, name)
            await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")
            await said(town.amira, "q:more")

        assert "Amira" in await newest_with(town.sofie, "zegt Amira")
        assert "Yusuf" in await newest_with(town.nele, "zegt Yusuf")
        assert not any("zegt Yusuf" in bubble.text for bubble in await town.sofie.messages(True))
        assert not any("zegt Amira" in bubble.text for bubble in await town.nele.messages(True))


async def test_an_answer_on_a_shared_phone_says_for_whom_it_is(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await share(town, town.amira, town.nele, "Yusuf")
        card = await town.card(town.sofie, question)

        await town.sofie.say("Tien euro", reply_to=card.message_id)
        answer = await newest_with(town.amira, "Tien euro")

        assert answer.startswith("👤 Amira")


async def test_what_was_asked_for_goes_on_after_the_name(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")

        await town.amira.say("/uren")
        await choose(town.amira, "Yusuf")
        await town.amira.wait_for("klaar")
        await town.amira.say("/menu")
        await town.amira.wait_for("knop")
        await town.amira.press_key("💬 Mijn begeleider")
        assert "Nele" in (await town.amira.wait_for("Schrijf of spreek")).text
        town.pass_hours(1.1)
        await town.amira.press_key("💬 Mijn begeleider")
        await choose(town.amira, "Amira")

        assert "Sofie" in (await town.amira.wait_for("Schrijf of spreek")).text


async def test_nobody_speaks_for_somebody_of_another_phone(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")

        assert await town.press_forged(town.amira, "w:h:2") == "Deze knop is niet voor jou."
        await town.karim.say("/menu")
        await town.karim.wait_for("knop")
        assert await town.press_forged(town.karim, "w:h:1") == "Deze knop is niet voor jou."
        assert await town.press_forged(town.amira, "w:none:1")
        assert await town.press_forged(town.amira, "w:d:1")


async def test_a_new_phone_takes_the_dossier_and_the_old_one_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question)
        await town.sofie.say("/mensen")
        listed = await said(town.sofie, "n:page")
        page = next(d for d in (str(b["callback_data"]) for b in listed.buttons) if d.startswith("n:page:1"))
        await town.sofie.press(page, listed.message_id)
        await tap(town.sofie, await said(town.sofie, "n:phone"), "n:phone")
        link = (await town.sofie.wait_for("?start=p-")).text.split("start=")[1].split()[0]
        new = newcomer(town)
        await new.start(link)
        await tap(new, await said(new, "i:join"), "i:join")
        await new.wait_for("staan nu op deze telefoon")

        assert "toont het dossier van Amira niet meer" in await newest_with(town.amira, "andere telefoon")
        await newest_with(town.sofie, "gebruikt nu een nieuwe telefoon")
        await town.sofie.say("Tien euro", reply_to=card.message_id)
        await newest_with(new, "Tien euro")
        assert not any("Tien euro" in bubble.text for bubble in await town.amira.messages(True))


async def test_a_known_newcomer_says_who_they_are(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.start(await link_from(town.nele, "Amira"))
        screen = await said(town.amira, "i:same")
        await tap(town.amira, screen, "i:same")
        await town.amira.wait_for("Je begeleider is Nele")
        await town.nele.say("/mensen")
        listed = await said(town.nele, "n:page")

        assert [label for label in listed.labels if "Amira" in label]
        assert button_of(listed, "n:page") == "n:page:1"
