"""The main story on the demo page: the real bot behind it, real fingers and keys in a real browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Error, Locator, Page, async_playwright, expect

from bot.commands.demo import prepare_database, set_the_stage
from bot.demo.server import Standin
from bot.settings import Settings
from bot.texts.speaker import speaker_for
from tests.end_to_end.conftest import RunBot

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not here"),
]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 15_000
ARABIC = speaker_for("ar")
WITH_TYPOS = "مين لازم يوقعلي الورقةة بالجمعيية"
OUTSIDE = "كم سعر اشتراك الباص الشهري"
OWN_WORDS = "Vraag dat bij De Lijn."


@asynccontextmanager
async def opened(standin: Standin, width: int, height: int) -> AsyncIterator[Page]:
    """The page with its three phones; an error on it fails the test."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page(
            viewport={"width": width, "height": height}, locale="nl-BE", timezone_id="UTC"
        )
        page.set_default_timeout(PATIENCE)
        complaints: list[Error] = []

        def note(complaint: Error) -> None:
            complaints.append(complaint)

        page.on("pageerror", note)
        await page.goto(standin.page_url)
        await expect(page.locator(".phone")).to_have_count(3)
        yield page
        await browser.close()
        assert complaints == []


class Hands:
    """Points and taps, with the three phones side by side."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def take(self, place: int) -> Locator:
        """Look at one of the phones."""
        return self.page.locator(".phone").nth(place)

    async def press(self, button: Locator) -> None:
        await button.click()

    async def write(self, phone: Locator, text: str) -> None:
        field = phone.get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")

    async def pick_reply(self, message: Locator) -> None:
        """Choose to reply to a message."""
        await message.locator(".more").click()
        await self.page.get_by_role("menuitem", name="Antwoorden").click()


class KeysOnly(Hands):
    """Never touches the screen: one phone at a time, Tab, arrows and Enter."""

    async def take(self, place: int) -> Locator:
        await self._walk_to(self.page.locator("#tabs [aria-selected='true']"), "Shift+Tab")
        while await self.page.get_by_role("tab").nth(place).get_attribute("aria-selected") != "true":
            await self.page.keyboard.press("ArrowRight")
        return self.page.locator(".phone").nth(place)

    async def press(self, button: Locator) -> None:
        await button.wait_for()
        await self._walk_to(button, "Tab")
        await self.page.keyboard.press("Enter")

    async def write(self, phone: Locator, text: str) -> None:
        await self._walk_to(phone.get_by_role("textbox"), "Tab")
        await self.page.keyboard.insert_text(text)
        await self.page.keyboard.press("Enter")

    async def pick_reply(self, message: Locator) -> None:
        await self.press(message.locator(".more"))
        await expect(self.page.get_by_role("menu")).to_be_visible()
        await self._walk_to(self.page.get_by_role("menuitem", name="Antwoorden"), "ArrowDown")
        await self.page.keyboard.press("Enter")

    async def _walk_to(self, wanted: Locator, key: str) -> None:
        for _ in range(150):
            if await wanted.evaluate("element => element === document.activeElement"):
                return
            await self.page.keyboard.press(key)
        raise AssertionError(f"{key} never came to {wanted}")


@pytest.mark.parametrize(
    ("hands_of", "size"),
    [pytest.param(Hands, (1280, 800), id="pointer"), pytest.param(KeysOnly, (360, 740), id="keyboard")],
)
async def test_the_story_is_played_on_the_page(
    standin: Standin,
    sqlite_settings: Settings,
    run_bot: RunBot,
    hands_of: type[Hands],
    size: tuple[int, int],
) -> None:
    set_the_stage(standin.telegram)
    await prepare_database(sqlite_settings, standin.telegram.clock)
    async with run_bot(sqlite_settings, standin), opened(standin, *size) as page:
        hands = hands_of(page)
        await hands.press((await hands.take(1)).get_by_role("button", name="Start", exact=True))
        await _begin_in_arabic(hands)
        await _get_the_right_entry(hands)
        await _send_what_the_source_does_not_answer(hands)
        await _answer_in_own_words(hands)
        await _answer_by_a_fixed_sentence(hands)
        await _read_both(hands)
        assert await page.evaluate("document.documentElement.scrollWidth") == size[0]


async def _begin_in_arabic(hands: Hands) -> None:
    phone = await hands.take(0)
    await hands.press(phone.get_by_role("button", name="ابدأ", exact=True))
    await hands.press(phone.locator(".inline-key").first)
    await expect(phone.locator(".key")).to_have_count(5, timeout=PATIENCE)
    await expect(phone).to_have_attribute("dir", "rtl")


async def _get_the_right_entry(hands: Hands) -> None:
    phone = await hands.take(0)
    await hands.write(phone, WITH_TYPOS)
    answer = _newest(phone)
    await expect(answer).to_contain_text("contactpersoon", timeout=PATIENCE)
    await expect(answer).to_contain_text("2022")
    await hands.press(answer.get_by_role("button", name=ARABIC.plain("In het Nederlands")))
    await expect(answer).to_contain_text("Bron: webinar van 13 december 2022", timeout=PATIENCE)


async def _send_what_the_source_does_not_answer(hands: Hands) -> None:
    phone = await hands.take(0)
    await hands.write(phone, OUTSIDE)
    offer = _newest(phone)
    await hands.press(offer.get_by_role("button", name=ARABIC.plain("💬 Ja, vraag het")))
    await hands.press(offer.get_by_role("button", name=ARABIC.plain("Iets anders")))
    await expect(offer).to_contain_text("✅", timeout=PATIENCE)


async def _answer_in_own_words(hands: Hands) -> None:
    phone = await hands.take(1)
    card = phone.locator(".message.theirs", has_text=OUTSIDE).last
    await expect(card).to_contain_text("Amina", timeout=PATIENCE)
    await hands.pick_reply(card)
    await hands.write(phone, OWN_WORDS)
    await expect(card).to_contain_text("afgeleverd", timeout=PATIENCE)


async def _answer_by_a_fixed_sentence(hands: Hands) -> None:
    phone = await hands.take(1)
    await hands.press(phone.get_by_role("button", name="💬 Vaste zin").last)
    await hands.press(phone.get_by_role("button", name="👍 Ja of nee"))
    await hands.press(phone.get_by_role("button", name="Ja, dat mag."))
    await hands.press(phone.get_by_role("button", name="📤 Stuur"))
    await expect(phone.get_by_role("log")).to_contain_text("vaste zin: ✓ afgeleverd", timeout=PATIENCE)


async def _read_both(hands: Hands) -> None:
    log = (await hands.take(0)).get_by_role("log")
    await expect(log).to_contain_text(OWN_WORDS, timeout=PATIENCE)
    await expect(log).to_contain_text(ARABIC.plain("Ja, dat mag."))


def _newest(phone: Locator) -> Locator:
    """What the bot says last, once it answers what was just written."""
    return phone.locator(".message.mine").last.locator("~ .message.theirs").last
