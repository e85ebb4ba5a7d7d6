"""The page with three phones in a real browser, with the library's real application behind it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, FilePayload, Locator, Page, async_playwright, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.demo.attachments import SAMPLES
from bot.demo.clock import ZONE
from bot.demo.server import Standin

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not here"),
]

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
KEYS = ReplyKeyboardMarkup([["Hours", "Offers"]], resize_keyboard=True, is_persistent=True)
CHOICE = [
    [InlineKeyboardButton("Yes", callback_data="yes")],
    [InlineKeyboardButton("Invite", url="https://t.me/inburgerbot?start=invite")],
]


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_chat
    payload = context.args[0] if context.args else "nothing"
    await update.effective_chat.send_message(f"Started with {payload}", reply_markup=KEYS)


async def _ask(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    await update.effective_message.reply_html(
        "<b>Sure?</b> &lt;script&gt;", reply_markup=InlineKeyboardMarkup(CHOICE)
    )


async def _note(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("Noted")
    await update.callback_query.edit_message_text("Thank you")


async def _photo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    await update.effective_message.reply_text("A fine picture")


async def _document(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    assert update.effective_message.document
    name = update.effective_message.document.file_name
    await update.effective_message.reply_document(CALENDAR, caption=f"For {name}", filename="40 uur.ics")


@pytest.fixture
async def running_bot(standin: Standin) -> AsyncIterator[None]:
    builder = Application.builder().token(standin.token)
    application = builder.base_url(standin.api_url).base_file_url(standin.file_url).build()
    application.add_handler(CommandHandler("start", _start))
    application.add_handler(CallbackQueryHandler(_note))
    application.add_handler(MessageHandler(filters.PHOTO, _photo))
    application.add_handler(MessageHandler(filters.Document.ALL, _document))
    application.add_handler(MessageHandler(filters.TEXT, _ask))
    async with application:
        assert application.updater
        await application.bot.set_my_commands([("start", "Begin")])
        await application.updater.start_polling()
        await application.start()
        yield
        await application.updater.stop()
        await application.stop()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        await opened.close()


@pytest.fixture
async def page(standin: Standin, running_bot: None, browser: Browser) -> AsyncIterator[Page]:
    tab = await browser.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB")
    complaints: list[Error] = []

    def note(complaint: Error) -> None:
        complaints.append(complaint)

    tab.on("pageerror", note)
    await tab.goto(standin.page_url)
    await expect(tab.locator(".phone")).to_have_count(3)
    yield tab
    await tab.close()
    assert complaints == []


def _phone(page: Page, number: int) -> Locator:
    return page.locator(".phone").nth(number)


async def _begin(page: Page, number: int) -> Locator:
    phone = _phone(page, number)
    await phone.get_by_role("button", name="Start", exact=True).click()
    await expect(phone.get_by_role("log")).to_contain_text("Started with nothing")
    return phone


async def _say(phone: Locator, text: str) -> None:
    field = phone.get_by_role("textbox")
    await field.fill(text)
    await field.press("Enter")


async def test_a_story_on_one_phone_stays_on_that_phone(page: Page) -> None:
    phone = await _begin(page, 0)
    await _say(phone, "hello")
    await expect(phone.get_by_role("log")).to_contain_text("Sure? <script>")

    await phone.get_by_role("button", name="Yes").click()

    await expect(phone.get_by_role("status")).to_contain_text("Noted")
    await expect(phone.get_by_role("log")).to_contain_text("Thank you")
    await expect(_phone(page, 1).get_by_role("log")).not_to_contain_text("hello")


async def test_an_invitation_is_used_on_another_phone(page: Page) -> None:
    phone = await _begin(page, 1)
    await _say(phone, "invite somebody")

    await phone.get_by_role("button", name="Op een andere telefoon gebruiken").click()
    await phone.get_by_role("menuitem", name="Lut").click()

    await expect(_phone(page, 2).get_by_role("log")).to_contain_text("Started with invite")


async def test_arabic_turns_the_newcomers_phone_around(page: Page) -> None:
    await page.get_by_label("Language").select_option("ar")

    await expect(_phone(page, 0)).to_have_attribute("dir", "rtl")
    await expect(_phone(page, 0).get_by_role("button", name="ابدأ", exact=True)).to_be_visible()
    await expect(_phone(page, 1)).to_have_attribute("dir", "ltr")


async def test_a_sample_photo_goes_out_by_keyboard_alone(page: Page) -> None:
    phone = await _begin(page, 0)
    await phone.get_by_role("textbox").focus()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("menu")).to_be_visible()

    await page.keyboard.press("Enter")

    await expect(phone.get_by_role("log")).to_contain_text("A fine picture")
    await expect(phone.locator("img.picture")).to_be_visible()


async def _attach(page: Page, phone: Locator, *files: FilePayload) -> None:
    await phone.get_by_role("button", name="Iets meesturen").click()
    async with page.expect_file_chooser() as choosing:
        await phone.get_by_role("menuitem", name="Kies een bestand").click()
    await (await choosing.value).set_files(files)


async def test_a_document_goes_there_and_one_comes_back_to_be_kept(page: Page) -> None:
    phone = await _begin(page, 0)

    await _attach(page, phone, {"name": "mensen.csv", "mimeType": "text/csv", "buffer": b"naam;uren"})
    await expect(phone.get_by_role("log")).to_contain_text("For mensen.csv")
    async with page.expect_download() as downloading:
        await phone.get_by_role("link", name="40 uur.ics").click()

    kept = await downloading.value
    assert kept.suggested_filename == "40 uur.ics"
    assert await asyncio.to_thread(Path(await kept.path()).read_bytes) == CALENDAR


async def test_an_own_photo_goes_as_a_photo(page: Page) -> None:
    phone = await _begin(page, 0)
    photo = (SAMPLES / "paper.jpg").read_bytes()

    await _attach(page, phone, {"name": "blad.jpg", "mimeType": "image/jpeg", "buffer": photo})

    await expect(phone.get_by_role("log")).to_contain_text("A fine picture")


async def test_own_words_are_changed_and_answered(page: Page) -> None:
    phone = await _begin(page, 0)
    await _say(phone, "helo")
    await phone.get_by_role("textbox").press("ArrowUp")
    await expect(phone.get_by_role("textbox")).to_have_value("helo")

    await _say(phone, "hello")

    await expect(phone.get_by_role("log")).to_contain_text("gewijzigd")


async def test_keys_stay_under_the_typing_field(page: Page) -> None:
    phone = await _begin(page, 0)

    await phone.get_by_role("button", name="Hours").click()

    await expect(phone.get_by_role("log")).to_contain_text("Hours")
    await expect(phone.get_by_role("button", name="Hours").last).to_be_visible()


async def test_a_narrow_screen_shows_one_phone_and_never_scrolls_sideways(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await expect(page.locator(".phone:visible")).to_have_count(1)

    await page.get_by_role("tab").first.focus()
    await page.keyboard.press("ArrowRight")

    await expect(_phone(page, 1)).to_be_visible()
    await expect(page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    assert await page.evaluate("document.documentElement.scrollWidth") == 360


async def test_starting_again_empties_the_phones(page: Page) -> None:
    phone = await _begin(page, 0)

    await page.get_by_role("button", name="Start again").click()
    await page.get_by_role("button", name="Yes").click()

    await expect(phone.get_by_role("button", name="Start", exact=True)).to_be_visible()


async def test_the_clock_moves_a_week(page: Page, standin: Standin) -> None:
    before = standin.telegram.clock.now()

    shown = await page.locator("#now").inner_text()
    await page.get_by_role("button", name="+ 1 week").click()
    await expect(page.locator("#now")).not_to_have_text(shown)

    later = standin.telegram.clock.now().astimezone(ZONE).date()
    assert (later - before.astimezone(ZONE).date()).days == 7
