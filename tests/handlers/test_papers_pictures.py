"""The pictures of a bewijs on the begeleider's phone: scan, original, beside an earlier one, removed."""

import datetime as dt
from pathlib import Path

from bot.demo.phone import Bubble, Phone
from bot.storage.database import Database
from tests.handlers.care import care, eventually
from tests.handlers.hours import Own
from tests.handlers.newcomer import tap
from tests.handlers.paper_care import Sender, a_form, press
from tests.handlers.seen import told


async def _pictures(phone: Phone, count: int) -> list[Bubble]:
    """The pictures that stand in the chat, once there are so many."""

    async def there() -> list[Bubble] | None:
        found = [bubble for bubble in await phone.messages(True) if bubble.kind == "photo"]
        return found if len(found) == count else None

    return await eventually(there)


async def test_scan_original_and_the_earlier_paper_until_a_tap_removes_them(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        own, amira = Own(sqlite_database, town.amira), Sender(sqlite_database, town.amira)
        await own.note(dt.date(2026, 11, 10), 90)
        await amira.agree()
        picture = a_form(await amira.form())
        await press(town.amira, await amira.sends(picture, "e:send"), "e:send", "e:back")
        first = await told(town.sofie, "stuurt een bewijs")
        (scan,) = await _pictures(town.sofie, 1)
        await tap(town.sofie, first, "j:original:")
        _, original = await _pictures(town.sofie, 2)
        again = await amira.sends(picture, "e:next")
        await press(town.amira, await press(town.amira, again, "e:next", "e:send"), "e:send", "e:back")
        card = await town.sofie.wait_for("is al eens ingediend")
        await tap(town.sofie, card, "j:beside:1:2:1")
        *_, earlier, now = await _pictures(town.sofie, 5)
        await tap(town.sofie, card, "j:remove:1:2")
        await told(town.sofie, "Wat overblijft")
        left = await _pictures(town.sofie, 3)

    receipt = next(part for part in first.text.split() if part.startswith("B-")).rstrip(",")
    assert scan.text == f"Amira · {receipt}"
    assert original.text == f"Amira · {receipt} · zoals verstuurd"
    assert earlier.text == f"Amira · {receipt} · vroeger"
    assert now.text.endswith("· nu")
    assert [bubble.message_id for bubble in left] == [
        bubble.message_id for bubble in (scan, original, earlier)
    ]
