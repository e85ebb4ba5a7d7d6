"""A contact at every page and button with ids of another organisation: nothing told, nothing changed."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from bot.storage.metadata import metadata
from bot.web.pages.app import DOES, LOOKS
from tests.services.contact_care import ContactCare
from tests.web.conftest import Town

OWN_SETTINGS = ("day", "language", "email", "other", "link", "stop")
"""What carries no id of anybody else."""


async def _two(town: Town) -> tuple[str, dict[str, str]]:
    """The page of Greet, of another club, and the ids of Karel's people."""

    async def make(care: ContactCare) -> tuple[str, dict[str, str]]:
        karel = await care.contact()
        date = await care.claim(1)
        await care.say(karel, date.id)
        door = await care.use.doors.open(karel, (await care.own()).book.bewijzen[0].kind, 120)
        greet, _ = await care.join(
            care.use.contact_links.token(await care.use.contact_links.for_organisation("KV Test", "Greet")),
            name="Greet",
        )
        ids = {
            "date": str(date.id),
            "bewijs": str(await care.bewijs_id()),
            "door": str(door.id),
            "person": str(care.amira.newcomer_ids[0]),
        }
        return f"/k/{care.use.contact_care.page_token(greet)}", ids

    found: tuple[str, dict[str, str]] = await town.do(make)
    return found


async def _everything(town: Town) -> dict[str, list[Any]]:
    """Every row of every table."""
    async with town.database.work() as work:
        return {
            table.name: [tuple(row) for row in (await work.connection.execute(select(table))).all()]
            for table in metadata.sorted_tables
        }


def _filled(path: str, own: str, ids: dict[str, str]) -> str:
    path = path.replace("/k/{token}", own)
    return re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], path)


WITH_IDS = sorted(path for path in (*LOOKS, *DOES) if path.startswith("/k/") and path.count("{") > 1)
IN_FORMS = sorted(path for path in DOES if path.startswith("/k/") and not path.endswith(OWN_SETTINGS))


@pytest.mark.parametrize("path", WITH_IDS)
async def test_another_organisations_ids_in_a_path_are_no_page(sqlite_town: Town, path: str) -> None:
    town = sqlite_town
    own, ids = await _two(town)

    page = await town.client.get(_filled(path, own, ids))

    assert page.status_code in (404, 405)
    assert "Amira" not in page.text


@pytest.mark.parametrize("path", IN_FORMS)
async def test_another_organisations_ids_in_a_form_change_nothing(sqlite_town: Town, path: str) -> None:
    town = sqlite_town
    own, ids = await _two(town)
    before = await _everything(town)
    form = {
        "one": f"{ids['date']}.120",
        "seen": "120" if "date" in path else ids["date"],
        "gone": "1",
        "bewijs": ids["bewijs"],
        "person": ids["person"],
        "offer": "1",
        "day": "2026-11-20",
        "hours": "2",
        "minutes": "120",
        "name": "Greet",
        "because": "other",
        "kind": "nonsense",
    }

    answer = await town.client.post(_filled(path, own, ids), data=form)

    assert answer.status_code in (400, 404, 409)
    assert "Amira" not in answer.text
    assert await _everything(town) == before
