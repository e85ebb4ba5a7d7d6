"""A newcomer asks a contact to confirm: from a receipt or the list, by name, by a code, by a link."""

from pathlib import Path
from urllib.parse import parse_qs, urlparse

from bot.demo.actions import press
from bot.demo.phone import Bubble, Phone
from bot.domain.contact import Reached
from bot.domain.contact_words import NOT_THERE
from bot.domain.ids import NewcomerId
from bot.storage.database import Database
from tests.handlers.care import Care, care
from tests.handlers.contact_town import HOUSE, House
from tests.handlers.hours import TUESDAY, YESTERDAY, Own, a_contract, pressed, wrote
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.seen import told
from tests.handlers.test_couple import choose, share


async def opens(town: Care, phone: Phone, data: str) -> None:
    """Press a button of a screen further up in the chat."""
    await phone.say("/uren")
    screen = await phone.wait_for()
    press(town.telegram, town.telegram.chats[phone.id], screen.message_id, {"callback_data": data})


def link_of(bubble: Bubble) -> str:
    """The link that the button passes on."""
    url = next(str(button["url"]) for button in bubble.buttons if "url" in button)
    return parse_qs(urlparse(url).query)["url"][0]


async def test_after_noting_a_contact_is_asked_with_a_code(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree(a_contract())
        await own.note(TUESDAY, 120)
        await wrote(amira, "Mijn uren", then="klaar")
        await tap(amira, await said(amira, "d:details"), "d:details")
        listed = await said(amira, "v:ask")
        screen = await pressed(amira, listed, "v:ask", then="Laat je uren bevestigen")
        shown = await pressed(amira, screen, "v:qr", then="Laat de contactpersoon deze code scannen")
        again = await pressed(amira, screen, "v:qr", then="Laat de contactpersoon deze code scannen")

        assert f"🤝 Laat bevestigen: {HOUSE}" in listed.labels
        assert "De contactpersoon ziet je naam, je dagen en je uren. Verder niets." in screen.text
        assert "De eerste keer belt Sofie even met de contactpersoon." in screen.text
        assert shown.kind == "photo"
        assert "7 december 2026" in shown.text
        assert "?start=c-" in link_of(shown)
        assert link_of(again) == link_of(shown)
        assert button_of(shown, "v:page") is None


async def test_the_link_introduces_a_contact_whom_the_begeleider_checks_first(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await house.joins(reached=Reached.NEWCOMER)
        await told(town.amira, "Karel doet mee")
        await opens(town, town.amira, "v:ask:1:1")
        screen = await town.amira.wait_for("Laat je uren bevestigen")

        assert "Karel doet mee. Sofie praat eerst even met Karel." in screen.text
        assert button_of(screen, "v:known") is None


async def test_without_telegram_there_is_a_page(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, public_url="https://bot.example") as town:
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await opens(town, town.amira, "v:qr:1:1")
        shown = await said(town.amira, "v:page")
        page = await pressed(town.amira, shown, "v:page", then="Deze code werkt zonder Telegram")

        assert page.kind == "photo"
        assert "https://bot.example/c/c-" in page.text


async def test_a_known_contact_is_asked_with_one_tap(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel = await house.joins()
        await Own(sqlite_database, town.karim).note(TUESDAY, 120)
        await opens(town, town.karim, "v:ask:2:2")
        screen = await said(town.karim, "v:known")
        asked = await pressed(town.karim, screen, "v:known", then="Gevraagd aan Karel")
        await opens(town, town.karim, "v:ask:2:2")
        after = await town.karim.wait_for("krijgt je uren vanzelf")

        assert "🤝 Vraag Karel" in screen.labels
        assert HOUSE in asked.text
        assert button_of(after, "v:known") is None
        lines = await house.do(lambda use: use.confirming.lines(karel))
        assert [line.name for line in lines] == ["Karim"]


async def test_a_contact_of_another_organisation_is_never_offered(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel = await House(town, sqlite_database, tmp_path).joins()
        await Own(sqlite_database, town.karim).note(TUESDAY, 120, place="KVG Gent")
        await opens(town, town.karim, "v:ask:2:2")
        screen = await town.karim.wait_for("KVG Gent")
        toast = await town.press_forged(town.karim, f"v:known:2:{karel.id}:2")

        assert button_of(screen, "v:known") is None
        assert toast


async def test_nobody_asks_about_somebody_elses_hours(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, public_url="https://bot.example") as town:
        house = House(town, sqlite_database, tmp_path)
        karel = await house.joins()
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await wrote(town.karim, "Mijn uren", then="klaar")
        forged = [f"v:{word}:1" for word in ("ask", "qr", "page", "mail")]
        forged += [f"v:known:1:{karel.id}", "v:no:1", "v:object:1", "v:going:1", "v:nonsense:1"]
        toasts = [await town.press_forged(town.karim, f"{data}:{who}") for data in forged for who in (1, 2)]

        assert len(toasts) == 2 * len(forged)
        assert all(toasts)

        assert await house.do(lambda use: use.work.contact_people.tied_to([NewcomerId(2)])) == []


async def test_on_a_shared_phone_it_is_about_who_is_named(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await share(town, town.amira, town.nele, "Yusuf")
        await opens(town, town.amira, "w:ask")
        await choose(town.amira, "Yusuf")
        await town.amira.wait_for(lambda bubble: bubble.text.startswith("Yusuf\n"))
        await opens(town, town.amira, "v:ask:1:1")
        screen = await town.amira.wait_for("Laat je uren bevestigen")

        assert screen.text.startswith("👤 Amira")


async def test_each_date_tells_who_confirmed_it(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        await own.note(TUESDAY, 120)
        await own.note(YESTERDAY, 90)
        karel = await house.joins()
        await house.says(karel, 120)
        await house.says(karel, 60, 2)
        await told(town.amira, "Karel keek naar je uren")
        await wrote(town.amira, "Mijn uren", then="klaar")
        await tap(town.amira, await said(town.amira, "d:details"), "d:details")
        listed = await said(town.amira, "v:no")

        assert "Bevestigd door Karel." in listed.text
        assert "Karel zegt: 1 uur." in listed.text
        assert [label for label in listed.labels if label.startswith("🙋")] == ["🙋 zo 22 nov: klopt niet"]
        assert button_of(listed, "v:ask") is None


async def test_a_date_on_which_they_were_not_there_is_no_longer_asked_about(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        await own.note(TUESDAY, 120)
        await house.says(await house.joins(), NOT_THERE)
        await told(town.amira, "zegt dat je er niet was")
        await wrote(town.amira, "Mijn uren", then="klaar")
        await tap(town.amira, await said(town.amira, "d:details"), "d:details")
        listed = await said(town.amira, "v:no")

        assert button_of(listed, "v:ask") is None
        assert button_of(listed, "d:claim") is not None


async def test_in_arabic_the_link_goes_with_dutch_words(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, language="ar") as town:
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await opens(town, town.amira, "v:ask:1:1")
        screen = await said(town.amira, "v:qr")
        await tap(town.amira, screen, "v:qr")
        shown = await town.amira.wait_for(lambda bubble: bubble.kind == "photo")
        url = next(str(button["url"]) for button in shown.buttons if "url" in button)

        assert f"\u2068{HOUSE}\u2069" in screen.text
        assert parse_qs(urlparse(url).query)["text"][0].startswith("Hallo!")
