"""The dossier's story on the demo page: a contract, consent, hours, a reminder, an extension."""

from playwright.async_api import Locator, Page, expect

from bot.commands.demo import prepare_database, set_the_stage
from bot.demo.server import Standin
from bot.settings import Settings
from bot.texts.speaker import speaker_for
from tests.end_to_end.conftest import RunBot
from tests.end_to_end.test_browser import PATIENCE, Hands, opened, pytestmark

__all__ = ["pytestmark"]
ARABIC = speaker_for("ar")
A_NOTE = "يوم السبت ساعتين نادي كرة القدم"
WEEKS = 16
"""From the start of the term until somebody with one note is behind."""


async def test_a_newcomer_notes_hours_falls_behind_is_reminded_and_gets_more_time(
    standin: Standin, sqlite_settings: Settings, run_bot: RunBot
) -> None:
    set_the_stage(standin.telegram)
    await prepare_database(sqlite_settings, standin.telegram.clock)
    async with run_bot(sqlite_settings, standin), opened(standin, 1280, 900) as page:
        hands = Hands(page)
        amina, sofie = await hands.take(0), await hands.take(1)
        await hands.press(sofie.get_by_role("button", name="Start", exact=True))
        await hands.press(amina.get_by_role("button", name="ابدأ", exact=True))
        await hands.press(amina.locator(".inline-key").first)
        await fill_in_the_contract(hands, sofie)
        await _say_yes_to_reminders(amina)
        await _note_hours(hands, amina)
        await _see_the_picture(amina)
        await _let_weeks_pass(page)
        await expect(amina.get_by_role("log")).to_contain_text("⏸", timeout=PATIENCE)
        await _extend(hands, sofie)
        await expect(amina.get_by_role("log")).to_contain_text("🌱", timeout=PATIENCE)


async def fill_in_the_contract(hands: Hands, sofie: Locator) -> None:
    """Six months from today, by the begeleider."""
    await hands.write(sofie, "/mensen")
    await _tap(sofie, "Amina")
    await _tap(sofie, "🗓 Contract")
    await _tap(sofie, "Verplicht")
    await _tap(sofie, "Vandaag")
    await expect(sofie.get_by_role("log")).to_contain_text("laatste dag", timeout=PATIENCE)
    await _tap(sofie, "6 maanden")
    await _tap(sofie, "✅ Ja, bewaar")


async def _say_yes_to_reminders(amina: Locator) -> None:
    await expect(amina.get_by_role("log")).to_contain_text("⏰", timeout=PATIENCE)
    await _tap(amina, "✅")


async def _note_hours(hands: Hands, amina: Locator) -> None:
    await hands.write(amina, A_NOTE)
    await _tap(amina, "⚽")
    await _tap(amina, "✅")
    await expect(amina.get_by_role("log")).to_contain_text("✓", timeout=PATIENCE)


async def _see_the_picture(amina: Locator) -> None:
    await amina.locator(".key", has_text="⏳").click()
    await expect(amina.locator(".message.theirs img").last).to_be_visible(timeout=PATIENCE)


async def _let_weeks_pass(page: Page) -> None:
    for _ in range(WEEKS):
        await page.locator("#plus-week").click()


async def _extend(hands: Hands, sofie: Locator) -> None:
    await hands.write(sofie, "/mensen")
    await _tap(sofie, "Amina")
    await _tap(sofie, "Verlengen")
    await _tap(sofie, "3 maanden langer")
    await _tap(sofie, "Ziekte")
    await _tap(sofie, "✅ Ja, verleng")


async def _tap(phone: Locator, label: str) -> None:
    await phone.locator(".inline-key", has_text=label).last.click(timeout=PATIENCE)
