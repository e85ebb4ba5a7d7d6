"""The search's story on the demo page: a wish, three activities, a handover, how it went, a kept wish."""

import datetime as dt
from collections.abc import Iterable

from playwright.async_api import Locator, Page, expect

from bot.commands.demo import prepare_catalogue, prepare_database, set_the_stage
from bot.demo.server import Standin
from bot.settings import Settings
from bot.texts.speaker import speaker_for
from tests.end_to_end.conftest import RunBot
from tests.end_to_end.test_browser import PATIENCE, Hands, opened, pytestmark

__all__ = ["pytestmark"]
UKRAINIAN = speaker_for("uk")
TO_SEW_AND_COOK = "Люблю шити й готувати. Живу біля Гента"
ICE_HOCKEY = "Хочу грати в хокей на льоду"
SKIP, KEEP = "⏭", "✅ Bewaren"
A_MORNING = dt.time(10, 30)
"""Questions that nobody asked for come by day only, however late the test runs."""


async def test_a_newcomer_finds_chooses_and_goes_and_hears_of_what_was_not_there_yet(
    standin: Standin, sqlite_settings: Settings, run_bot: RunBot
) -> None:
    _wait_for_morning(standin, sqlite_settings)
    set_the_stage(standin.telegram)
    await prepare_database(sqlite_settings, standin.telegram.clock)
    await prepare_catalogue(sqlite_settings, standin.telegram.clock)
    async with run_bot(sqlite_settings, standin), opened(standin, 1280, 900) as page:
        hands = Hands(page)
        amina, sofie = await hands.take(0), await hands.take(1)
        await hands.press(sofie.get_by_role("button", name="Start", exact=True))
        await _begin_in_ukrainian(page, hands, amina)
        await _see_three_activities(hands, amina)
        await _choose_the_first(amina)
        await _announce(amina, sofie)
        await _say_that_it_worked_out(page, amina)
        await _keep_a_wish(hands, amina)
        await _add_ice_hockey(hands, sofie)
        await _hear_of_it(page, amina)


def _wait_for_morning(standin: Standin, settings: Settings) -> None:
    clock = standin.telegram.clock
    now = clock.now().astimezone(settings.zone)
    morning = dt.datetime.combine(now.date() + dt.timedelta(days=1), A_MORNING, settings.zone)
    clock.advance((morning - now).total_seconds())


async def _begin_in_ukrainian(page: Page, hands: Hands, amina: Locator) -> None:
    await page.locator("#seat-newcomer").get_by_role("combobox").select_option("uk")
    await hands.press(amina.get_by_role("button", name="Почати", exact=True))
    await _tap(amina, "Українська")
    await expect(amina.locator(".key")).to_have_count(5, timeout=PATIENCE)


async def _see_three_activities(hands: Hands, amina: Locator) -> None:
    await hands.write(amina, TO_SEW_AND_COOK)
    answer = amina.locator(".message.theirs").last
    await expect(answer).to_contain_text("3️⃣", timeout=PATIENCE)
    await expect(answer).to_contain_text("Gent")
    reasons = (await answer.inner_text()).count("💡")
    assert reasons == 3


async def _choose_the_first(amina: Locator) -> None:
    await _tap(amina, "1️⃣")
    await _tap(amina, UKRAINIAN.plain("🙋 Ik wil dit doen"))
    log = amina.get_by_role("log")
    await expect(log).to_contain_text("0470 00 00", timeout=PATIENCE)
    await expect(log).to_contain_text("Dag, ik ben Amina.")
    await expect(log).to_contain_text("мене звати Amina")
    await _tap(amina, UKRAINIAN.plain("🤝 Kondig me aan"))


async def _announce(amina: Locator, sofie: Locator) -> None:
    await _tap(sofie, "🤝 Ik kondig aan")
    card = sofie.locator(".message.theirs").last
    await expect(card).to_contain_text("0470 00 00", timeout=PATIENCE)
    await expect(card).to_contain_text("Amina wil graag meedoen")
    await expect(amina.get_by_role("log")).to_contain_text("Ще трохи зачекайте", timeout=PATIENCE)
    await _tap(sofie, "✅ Gedaan")
    await expect(amina.get_by_role("log")).to_contain_text("можете йти", timeout=PATIENCE)


async def _say_that_it_worked_out(page: Page, amina: Locator) -> None:
    for _ in range(2):
        await page.locator("#plus-day").click()
    await _tap(amina, UKRAINIAN.plain("✅ Ja, het lukt"))
    await _tap(amina, UKRAINIAN.plain("➕ Noteer uren"))
    # The kind is known already, so that the first question is the day.
    await expect(amina.locator(".message.theirs").last).to_contain_text("📅", timeout=PATIENCE)


async def _keep_a_wish(hands: Hands, amina: Locator) -> None:
    await hands.write(amina, ICE_HOCKEY)
    await _tap(amina, UKRAINIAN.plain("🔔 Laat het me weten"))
    await expect(amina.locator(".message.theirs").last).to_contain_text(
        UKRAINIAN.plain("🔕 Niet meer schrijven"), timeout=PATIENCE
    )


async def _add_ice_hockey(hands: Hands, sofie: Locator) -> None:
    await sofie.locator(".key", has_text="🔎 Aanbod").click()
    await _tap(sofie, "➕ Toevoegen")
    log = sofie.get_by_role("log")
    await expect(log).to_contain_text("1 van 16", timeout=PATIENCE)
    await hands.write(sofie, "IJshockey voor beginners")
    await expect(log).to_contain_text("2 van 16", timeout=PATIENCE)
    await hands.write(sofie, "IJsclub De Testpuck")
    await _tap(sofie, "⚽ Sport")
    await expect(log).to_contain_text("4 van 16", timeout=PATIENCE)
    await hands.write(sofie, "We leren ijshockey spelen. Schaatsen krijg je te leen.")
    await _skip(sofie, [5])
    await hands.write(sofie, "9000 Gent")
    # Nobody asks whether a contact that is not known is public.
    await _skip(sofie, [7, 8, 9, 10, 11, 12, 13, 14, 16])
    await _tap(sofie, KEEP)
    await expect(sofie.locator(".message.theirs").last).not_to_contain_text("Klopt dit?", timeout=PATIENCE)


async def _skip(sofie: Locator, numbers: Iterable[int]) -> None:
    asked = sofie.locator(".message.theirs").last
    for number in numbers:
        await expect(asked).to_contain_text(f"{number} van 16", timeout=PATIENCE)
        await _tap(sofie, SKIP)


async def _hear_of_it(page: Page, amina: Locator) -> None:
    await page.locator("#plus-day").click()
    news = amina.locator(".message.theirs", has_text="IJshockey voor beginners").last
    await expect(news).to_contain_text("🔔", timeout=PATIENCE)


async def _tap(phone: Locator, label: str) -> None:
    await phone.locator(".inline-key", has_text=label).last.click(timeout=PATIENCE)
