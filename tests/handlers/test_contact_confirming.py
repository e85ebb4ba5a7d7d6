"""A contact confirms in two taps: the list, other hours, not there, put right; and nobody else's people."""

import asyncio
from pathlib import Path

import pytest

from bot.demo.actions import press
from bot.demo.phone import Phone
from bot.domain.attendance import Attendance, State
from bot.domain.contact import Contact, Reached
from bot.domain.contact_words import Surface
from bot.domain.contract import ClosedBecause
from bot.domain.ids import AttendanceId, NewcomerId
from bot.handlers.contacts.press import PRESSES
from bot.services.services import Services
from bot.storage.database import Database
from bot.texts import contact_joining
from tests.handlers.care import Care, care
from tests.handlers.contact_town import House, account_of, new_phone
from tests.handlers.hours import TUESDAY, YESTERDAY, Own, pressed, wrote
from tests.handlers.newcomer import said
from tests.handlers.seen import told
from tests.handlers.test_not_yours import everything, forge

LIST = "✅ Bevestigen"
AT_ONCE = 25
"""Presses that the stand-in can tell the toasts of."""


async def karel_with(house: House, *days: int) -> tuple[Phone, Contact]:
    """Karel has joined; Amira noted two hours on Tuesday and on Sunday."""
    own = Own(house.database, house.town.amira)
    for day in (TUESDAY, YESTERDAY):
        await own.note(day, 120)
    karel = await new_phone(house.town, "Karel")
    return karel, await house.joins(phone=karel)


async def dates(database: Database, town: Care) -> list[Attendance]:
    """Amira's dates, oldest first."""
    book = (await Own(database, town.amira).dossier()).book
    return sorted(book.attendances, key=lambda one: one.day)


async def test_one_tap_confirms_and_the_next_stays(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_with(House(town, sqlite_database, tmp_path))
        shown = await wrote(karel, LIST, then="Klopt dit?")
        after = await pressed(karel, shown, "u:ok", then="Bevestigd: Amira, di 17 nov, 2 uur.")
        first, second = await dates(sqlite_database, town)

        assert "Amira · zo 22 nov · 2 uur" in after.text
        assert after.message_id == shown.message_id
        assert (first.state, second.state) == (State.CONFIRMED, State.CLAIMED)
        assert await told(town.amira, "bevestigde je uren")


async def test_all_right_confirms_what_was_on_the_screen(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_with(House(town, sqlite_database, tmp_path))
        shown = await wrote(karel, LIST, then="Klopt dit?")
        await Own(sqlite_database, town.amira).note(TUESDAY.replace(day=18), 60)
        after = await pressed(karel, shown, "u:all", then="2 datums bevestigd.")
        found = await dates(sqlite_database, town)

        assert "wo 18 nov · 1 uur" in after.text
        assert "Dankzij jou: 1 mens, 4 uur dit kwartaal." in after.text
        assert [one.state for one in found] == [State.CONFIRMED, State.CLAIMED, State.CONFIRMED]


async def test_all_right_leaves_what_changed_meanwhile(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_with(house)
        shown = await wrote(karel, LIST, then="Klopt dit?")

        async def change(use: Services) -> None:
            dossier = await house.own(use)
            await use.work.hours.change_attendance(dossier.book.attendances[0].id, minutes=300)

        await house.do(change)
        await pressed(karel, shown, "u:all", then="1 datum bevestigd.")
        changed, other = await dates(sqlite_database, town)

        assert (changed.state, changed.minutes, other.state) == (State.CLAIMED, 300, State.CONFIRMED)
        assert any("Er veranderde intussen iets." in toast for toast in await karel.toasts())


async def test_other_hours_are_tapped_or_typed(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_with(House(town, sqlite_database, tmp_path))
        shown = await wrote(karel, LIST, then="Klopt dit?")
        choice = await pressed(karel, shown, "u:edit", then="Hoe lang was Amira er?")
        await pressed(karel, choice, "u:say:1:1:90", then="Bevestigd: Amira, di 17 nov, 1 uur 30 min")
        again = await said(karel, "u:edit:1:1")
        await pressed(karel, again, "u:edit:1:1", then="Hoe lang was Amira er?")
        await wrote(karel, "heel lang", then="Typ bijvoorbeeld 1,5 of 1u30.")
        await wrote(karel, "30 uur", then="meer dan 24 uur op één dag")
        await wrote(karel, "1u45", then="Bevestigd: Amira, di 17 nov, 1 uur 45 min")
        first, _ = await dates(sqlite_database, town)

        assert (first.state, first.minutes) == (State.CONFIRMED, 105)


async def test_not_there_can_be_put_right_for_a_week(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_with(House(town, sqlite_database, tmp_path))
        shown = await wrote(karel, LIST, then="Klopt dit?")
        choice = await pressed(karel, shown, "u:edit", then="Hoe lang was Amira er?")
        after = await pressed(karel, choice, "u:say:1:1:0", then="Amira was er niet op di 17 nov.")
        denied, _ = await dates(sqlite_database, town)
        right = await pressed(karel, after, "u:edit:1:1", then="Hoe lang was Amira er?")
        await pressed(karel, right, "u:say:1:1:120", then="Bevestigd: Amira, di 17 nov, 2 uur.")
        town.pass_hours(8 * 24)
        late = await town.press_forged(karel, "u:say:1:1:60:120")
        first, _ = await dates(sqlite_database, town)

        assert denied.is_denied
        assert (first.state, first.minutes, first.is_denied) == (State.CONFIRMED, 120, False)
        assert "meer dan een week geleden" in late


async def test_two_taps_at_once_confirm_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_with(house)
        shown = await wrote(karel, LIST, then="Klopt dit?")
        chat = town.telegram.chats[karel.id]
        for _ in range(2):
            press(town.telegram, chat, shown.message_id, {"callback_data": "u:ok:1:1:120"})

        await asyncio.sleep(0.3)
        words = await house.do(lambda use: use.work.words.of([AttendanceId(1)]))
        await told(town.amira, "bevestigde je uren")
        news = [b for b in await town.amira.messages(True) if "bevestigde je uren" in b.text]

        assert [len(said) for said in words.values()] == [1]
        assert len(news) == 1


async def test_after_the_begeleider_decided_nothing_changes(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_with(House(town, sqlite_database, tmp_path))
        await wrote(karel, LIST, then="Klopt dit?")
        own = Own(sqlite_database, town.amira)
        first, _ = await dates(sqlite_database, town)
        await own.decide(lambda use, dossier: use.hours.confirm(dossier, first.id))
        toast = await town.press_forged(karel, "u:say:1:1:60:120")
        first, _ = await dates(sqlite_database, town)

        assert toast == "De begeleider keek dit al na. Er verandert niets meer."
        assert first.minutes == 120


async def test_what_is_not_there_any_more_is_said_in_clear_words(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, contact = await karel_with(house)
        await wrote(karel, LIST, then="Klopt dit?")
        await house.do(lambda use: use.work.contact_people.untie(contact.id))
        toast = await town.press_forged(karel, "u:ok:1:1:120")
        await wrote(karel, LIST, then="Alles is bevestigd.")

        assert toast == "Dit staat niet meer op je lijst."


async def test_after_the_newcomer_was_erased_or_closed_nothing_is_doubled_or_told(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_with(house)
        shown = await wrote(karel, LIST, then="Klopt dit?")
        carried = [str(button["callback_data"]) for button in shown.buttons]
        await house.do(_close)
        closed = await forge(town, karel, *carried)
        await house.do(lambda use: _forget(house, use))
        erased = await forge(town, karel, *carried)
        after = await wrote(karel, LIST, then="Alles is bevestigd.")

        assert "Dit is afgesloten. Je moet niets meer doen." in closed
        assert "Dit staat niet meer op je lijst." in erased
        assert "Amira" not in after.text


async def _close(use: Services) -> None:
    begeleider = await use.work.people.begeleider_of(NewcomerId(1))
    assert begeleider is not None
    assert begeleider.account is not None
    dossier = await use.dossiers.guided(1, by=begeleider.account, changes=True)
    await use.contracts.close(dossier, ClosedBecause.OTHER)


async def _forget(house: House, use: Services) -> None:
    account = await account_of(use, house.town.amira)
    await use.erasures.forget(await use.erasures.look(account))


FOREIGN = [
    f"u:{word}:1{tail}"
    for word in sorted(PRESSES)
    if word
    not in {
        contact_joining.YES,
        contact_joining.NOT_US,
        contact_joining.NEW_LINK,
        contact_joining.TONGUE,
        contact_joining.SPEAK,
        contact_joining.AGAIN,
        "list",
        "said",
        "settings",
        "note",
        "sign",
        "door",
        "all",
    }
    for tail in (
        "",
        ":1",
        ":1:120",
        ":1:120:120",
        ":1:739000:60",
        ":1:o:abc",
        ":neighbourhood_house:120",
        ":1:other",
    )
]


@pytest.mark.parametrize("who", ["stranger", "amira", "other contact", "unchecked", "begeleider"])
async def test_no_button_of_another_contact_does_anything(
    sqlite_database: Database, tmp_path: Path, who: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        await karel_with(house)
        phone = await _somebody(house, who)
        before = await everything(sqlite_database)
        toasts = [
            toast
            for start in range(0, len(FOREIGN), AT_ONCE)
            for toast in await forge(town, phone, *FOREIGN[start : start + AT_ONCE])
        ]

        assert await everything(sqlite_database) == before
        assert all(toasts)


async def _somebody(house: House, who: str) -> Phone:
    town = house.town
    if who in ("amira", "begeleider"):
        phone = town.amira if who == "amira" else town.sofie
        await phone.say("/privacy")
        await phone.wait_for()
        return phone
    phone = await new_phone(town, "Jan")
    if who == "other contact":

        async def join(use: Services) -> None:
            link = await use.contact_links.for_organisation("Ergens anders", "Jan")
            await use.contact_links.join(
                use.contact_links.token(link),
                account=await account_of(use, phone),
                name="Jan",
                language="nl",
                surface=Surface.TELEGRAM,
            )

        await house.do(join)
    elif who == "unchecked":
        await house.joins("Jan", reached=Reached.NEWCOMER, phone=phone)
    return phone


async def test_an_unchecked_contact_sees_and_changes_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        karel = await new_phone(town, "Karel")
        contact = await house.joins(reached=Reached.NEWCOMER, phone=karel)
        toasts = await forge(town, karel, f"u:ok:{contact.id}:1:120", f"u:edit:{contact.id}:1")
        (date,) = await dates(sqlite_database, town)

        assert set(toasts) == {"De begeleider belt je eerst even. Daarna kan je bevestigen."}
        assert date.state is State.CLAIMED
