"""The bewijs's story on the demo page: a form, a signature, a photograph, a decision, hours that move."""

import asyncio
import secrets

from playwright.async_api import Locator, Page, expect
from pydantic import SecretStr

from bot.commands.demo import prepare_database, set_the_stage
from bot.demo.photographer import Photographer
from bot.demo.server import Standin
from bot.settings import Settings
from bot.texts.speaker import speaker_for
from tests.end_to_end.conftest import RunBot
from tests.end_to_end.test_browser import PATIENCE, Hands, opened, pytestmark

__all__ = ["pytestmark"]
ARABIC = speaker_for("ar")
A_NOTE = "يوم السبت ساعتين نادي كرة القدم"


async def test_a_form_is_printed_signed_photographed_corrected_and_accepted(
    standin: Standin, sqlite_settings: Settings, run_bot: RunBot
) -> None:
    keys = SecretStr(secrets.token_urlsafe(32))
    settings = sqlite_settings.model_copy(update={"photo_keys": keys})
    set_the_stage(standin.telegram)
    Photographer(standin.telegram)
    await prepare_database(settings, standin.telegram.clock)
    async with run_bot(settings, standin), opened(standin, 1280, 900) as page:
        hands = Hands(page)
        amina, sofie = await hands.take(0), await hands.take(1)
        await hands.press(sofie.get_by_role("button", name="Start", exact=True))
        await hands.press(amina.get_by_role("button", name="ابدأ", exact=True))
        await hands.press(amina.locator(".inline-key").first)
        await _note_hours(hands, amina)
        await _print_the_form(standin, amina)
        await _send(page, amina, "صورة: مظلمة جدًا")
        await _tap(amina, "✅")
        await expect(amina.locator(".message.theirs").last).to_contain_text("🌑", timeout=PATIENCE)
        await _send(page, amina, "صورة: استمارتك، موقّعة")
        await _correct_the_hours(hands, amina)
        await _tap(amina, "📨")
        await expect(amina.get_by_role("log")).to_contain_text("B-", timeout=PATIENCE)
        await _tap(sofie, "✅ Aanvaard")
        log = amina.get_by_role("log")
        await expect(log).to_contain_text("🎉", timeout=PATIENCE)
        await amina.locator(".key", has_text="⏳").click()
        await expect(amina.locator(".message.theirs img").last).to_be_visible(timeout=PATIENCE)


async def _note_hours(hands: Hands, amina: Locator) -> None:
    await hands.write(amina, A_NOTE)
    await _tap(amina, "⚽")
    await _tap(amina, "✅")
    await expect(amina.get_by_role("log")).to_contain_text("✓", timeout=PATIENCE)


async def _print_the_form(standin: Standin, amina: Locator) -> None:
    await amina.locator(".key", has_text="📄").click()
    await _tap(amina, ARABIC.plain("🖨 Maak mijn formulier"))
    await _tap(amina, "⚽")
    await expect(amina.get_by_role("log")).to_contain_text("bewijs-van-deelname.pdf", timeout=PATIENCE)
    async with asyncio.timeout(PATIENCE / 1000):
        while "cat.jpg" not in standin.telegram.samples:
            await asyncio.sleep(0.1)


async def _send(page: Page, amina: Locator, picture: str) -> None:
    await amina.get_by_role("button", name="أضف شيئًا").click()
    await page.get_by_role("menuitem", name=picture).click()


async def _correct_the_hours(hands: Hands, amina: Locator) -> None:
    newest = amina.locator(".message.theirs").last
    await expect(newest).to_contain_text("✍️", timeout=PATIENCE)
    await _tap(amina, ARABIC.plain("⏱ Uren"))
    # Only once the question stands there is what comes after it the new summary, and not the old one.
    await expect(newest).not_to_contain_text("✍️", timeout=PATIENCE)
    await hands.write(amina, "3")
    await expect(newest).to_contain_text("✍️", timeout=PATIENCE)


async def _tap(phone: Locator, label: str) -> None:
    await phone.locator(".inline-key", has_text=label).last.click(timeout=PATIENCE)
