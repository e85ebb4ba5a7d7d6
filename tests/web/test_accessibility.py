"""Every page, in Dutch and Arabic on a small phone: axe finds nothing serious, and nothing sticks out."""

import re
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, async_playwright

from bot.domain.contact import Contact
from bot.domain.contact_words import Surface
from bot.web.server import served
from tests.end_to_end.test_browser import ARGUMENTS, CHROMIUM, pytestmark
from tests.services.contact_care import ContactCare
from tests.web.conftest import Town

__all__ = ["pytestmark"]
SERIOUS = {"serious", "critical"}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


async def fill(town: Town, language: str) -> list[str]:
    """A contact with everything there is to see; the paths of all pages."""

    async def make(care: ContactCare) -> list[str]:
        use = care.use
        links = [await use.contact_links.ask(await care.guided(), await care.bewijs_id(), name="Greet")]
        contact: Contact = await care.contact()
        contact = await use.contact_care.set_language(contact, language)
        dates = [await care.claim(days_ago) for days_ago in range(4)]
        for date in dates[:2]:
            await care.say(contact, date.id)
        bewijs_id = await care.bewijs_id()
        rows = await use.signing.to_sign(contact, bewijs_id)
        signature, _ = await use.signing.sign(
            contact,
            bewijs_id,
            name="Karel",
            seen=frozenset(row.attendance_id for row in rows),
            surface=Surface.PAGE,
        )
        await care.say(contact, dates[2].id)
        unchecked = await use.contact_care.set_language(await care.introduced(), language)
        door = await use.doors.open(contact, (await care.own()).book.bewijzen[0].kind, 120)
        own = f"/k/{use.contact_care.page_token(contact)}"
        return [
            f"/c/{use.contact_links.token(links[0])}?l={language}",
            own,
            f"{own}?n=ok",
            f"{own}/date/{dates[3].id}",
            f"{own}/note",
            f"{own}/sign/{bewijs_id}",
            f"{own}/refuse/{bewijs_id}",
            f"{own}/door",
            f"{own}/door/{door.id}",
            f"{own}/door/{door.id}/paper",
            f"{own}/settings",
            f"{own}/date/999999",
            f"/k/{use.contact_care.page_token(unchecked)}",
            f"/d/{use.doors.code(door)}",
            f"/v/{use.signing.code(signature)}?l={language}",
            "/k/k-1-1-AAAAAAAAAAAAAAAAAAAAAA",
        ]

    found: list[str] = await town.do(make)
    return found


@pytest.mark.parametrize("language", ["nl", "ar"])
async def test_every_page_is_for_everybody(sqlite_town: Town, language: str) -> None:
    paths = await fill(sqlite_town, language)
    async with served(sqlite_town.site, host="127.0.0.1", port=0) as port, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = await browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
        page = await context.new_page()
        troubles = [
            trouble for path in paths for trouble in await _look(page, f"http://127.0.0.1:{port}{path}")
        ]
        await browser.close()

    assert troubles == []


async def _look(page: Page, url: str) -> list[str]:
    """What is wrong with one page."""
    await page.goto(url)
    name = re.sub(r"[ckdev]-[0-9a-z-]*-[\w-]{22}", "…", url.split("/", 3)[3])
    found: Any = await Axe().run(page, options=RULES)
    troubles = [
        f"{name}: {one['id']} {one['nodes'][0]['html'][:120]}"
        for one in found.response["violations"]
        if one["impact"] in SERIOUS
    ]
    await page.set_viewport_size({"width": 320, "height": 740})
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    small = await page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.childNodes.length && e.offsetParent"
        " && parseFloat(getComputedStyle(e).fontSize) < 18).length"
    )
    await page.set_viewport_size({"width": 360, "height": 740})
    if wide > 0:
        troubles.append(f"{name}: {wide} pixels too wide at 320")
    if small:
        troubles.append(f"{name}: {small} elements with text below 18 pixels")
    return troubles
