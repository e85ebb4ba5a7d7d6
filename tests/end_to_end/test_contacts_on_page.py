"""The contact's story: a link, a page without JavaScript, two taps, a signature; and the same in the chat."""

import contextlib
import re
from collections.abc import AsyncIterator

from playwright.async_api import Locator, Page, ViewportSize, expect

from bot.app import App
from bot.commands.demo import HOST, free_port, prepare_database, set_the_stage
from bot.commands.run import site_of
from bot.demo.server import Standin
from bot.settings import Settings
from bot.web.server import served
from tests.end_to_end.conftest import RunBot
from tests.end_to_end.test_browser import PATIENCE, Hands, opened, pytestmark
from tests.end_to_end.test_dossier_on_page import fill_in_the_contract

__all__ = ["pytestmark"]
NOTES = ("vandaag 2 uur voetbalclub De Testbal", "gisteren 3 uur voetbalclub De Testbal")
SMALL = ViewportSize(width=360, height=740)


@contextlib.asynccontextmanager
async def _town(
    standin: Standin, settings: Settings, run_bot: RunBot
) -> AsyncIterator[tuple[Hands, Locator, Locator, Locator]]:
    """The demo in Dutch with the contact's pages beside it, and Amina with two dates."""
    port = free_port()
    settings = settings.model_copy(update={"public_url": f"http://{HOST}:{port}"})
    set_the_stage(standin.telegram)
    await prepare_database(settings, standin.telegram.clock)
    async with run_bot(settings, standin) as app, _pages(app, port), opened(standin, 1280, 900) as page:
        hands = Hands(page)
        amina, sofie, karel = [await hands.take(number) for number in range(3)]
        await hands.press(sofie.get_by_role("button", name="Start", exact=True))
        await page.locator("#seat-newcomer").get_by_role("combobox").select_option("nl")
        await hands.press(amina.get_by_role("button", name="Start", exact=True))
        await _tap(amina, "Nederlands")
        await fill_in_the_contract(hands, sofie)
        await expect(amina.get_by_role("log")).to_contain_text("⏰", timeout=PATIENCE)
        for note, is_first in zip(NOTES, (True, False), strict=True):
            await hands.write(amina, note)
            if is_first:
                # From then on the kind of this club is known.
                await _tap(amina, "⚽")
            await _tap(amina, "✅ Ja, noteer dit")
            await expect(amina.locator(".message.theirs").last).to_contain_text("🤝", timeout=PATIENCE)
        yield hands, amina, sofie, karel


@contextlib.asynccontextmanager
async def _pages(app: App, port: int) -> AsyncIterator[None]:
    async with served(site_of(app), host=HOST, port=port):
        yield


async def test_a_contact_without_telegram_confirms_and_signs_on_a_page_without_javascript(
    standin: Standin, sqlite_settings: Settings, run_bot: RunBot
) -> None:
    async with _town(standin, sqlite_settings, run_bot) as (hands, amina, sofie, _):
        await _tap(amina, "🤝")
        await _tap(amina, "📱 Toon de QR-code")
        await _tap(amina, "🌐 Zonder Telegram")
        link = amina.locator(".message.theirs code").last
        await expect(link).to_contain_text("/c/c-", timeout=PATIENCE)
        browser = hands.page.context.browser
        assert browser is not None
        context = await browser.new_context(java_script_enabled=False, viewport=SMALL, locale="nl-BE")
        page = await context.new_page()
        page.set_default_timeout(PATIENCE)
        await page.goto(await link.inner_text())
        await _join(page)
        await _tap(sofie, "✅ Ik sprak Karel")
        await expect(amina.get_by_role("log")).to_contain_text("Karel", timeout=PATIENCE)
        await _confirm_all_and_correct_one(page)
        await _sign(page)
        await _accept(amina, sofie)
        await context.close()


async def _join(page: Page) -> None:
    await expect(page.locator("main")).to_contain_text("Amina")
    await page.get_by_label("Je naam").fill("Karel")
    await page.get_by_role("button", name="✅ Dat ben ik, ik doe mee").click()
    await expect(page.locator("main")).to_contain_text("Sofie Proefmans belt je eerst even")


async def _confirm_all_and_correct_one(page: Page) -> None:
    await _reload_until(page, "Alles klopt")
    await page.get_by_role("button", name="✅ Alles klopt").click()
    await expect(page.get_by_role("status")).to_contain_text("Genoteerd")
    await page.get_by_role("link", name="Verbeter").first.click()
    await page.get_by_label(re.compile("Hoe lang")).fill("1u30")
    await page.get_by_role("button", name="Bewaren").click()
    await expect(page.locator("main")).to_contain_text("1 uur 30 min")


async def _reload_until(page: Page, words: str) -> None:
    for _ in range(30):
        if words in await page.locator("main").inner_text():
            return
        await page.wait_for_timeout(300)
        await page.reload()
    raise AssertionError(f"{words} never came")


async def _sign(page: Page) -> None:
    await page.get_by_role("link", name=re.compile("Teken voor Amina")).click()
    await expect(page.locator("main")).to_contain_text("4 uur 30 min")
    await page.get_by_label("Je naam").fill("Karel Testermans")
    await page.get_by_role("button", name="✍️ Ik teken").click()
    await expect(page.get_by_role("status")).to_contain_text("Getekend")


async def _accept(amina: Locator, sofie: Locator) -> None:
    log = sofie.get_by_role("log")
    await expect(log).to_contain_text("Karel Testermans", timeout=PATIENCE)
    await expect(amina.get_by_role("log")).to_contain_text("Je bewijs is klaar", timeout=PATIENCE)
    await _tap(sofie, "✅ Aanvaard 4 u 30")
    await expect(log).to_contain_text("Aanvaard: 4 u 30", timeout=PATIENCE)
    await amina.locator(".key", has_text="⏳").click()
    hours = amina.locator(".message.theirs", has=amina.page.locator("img")).last
    await expect(hours).to_contain_text("4 uur 30 min", timeout=PATIENCE)


async def test_a_contact_in_telegram_confirms_in_two_taps(
    standin: Standin, sqlite_settings: Settings, run_bot: RunBot
) -> None:
    async with _town(standin, sqlite_settings, run_bot) as (hands, amina, sofie, karel):
        await _tap(amina, "🤝")
        await _tap(amina, "📱 Toon de QR-code")
        await _tap(amina, "📤")
        await hands.page.get_by_role("menuitem", name=re.compile("Karel")).click()
        await _tap(karel, "✅ Dat ben ik, ik doe mee")
        await _tap(sofie, "✅ Ik sprak Karel")
        await expect(karel.get_by_role("log")).to_contain_text("Bedankt voor het gesprek", timeout=PATIENCE)

        await karel.locator(".key", has_text="✅ Bevestigen").click()
        await _tap(karel, "✅ Alles klopt")

        await expect(karel.get_by_role("log")).to_contain_text("2 datums bevestigd", timeout=PATIENCE)
        await expect(amina.get_by_role("log")).to_contain_text("bevestigde je uren", timeout=PATIENCE)


async def _tap(phone: Locator, label: str) -> None:
    await phone.locator(".inline-key", has_text=label).last.click(timeout=PATIENCE)
