"""The begeleider decides about a bewijs: accept, fewer hours, refuse, undo; nothing is doubled."""

import dataclasses
import datetime as dt
from pathlib import Path

from bot.demo.phone import Bubble
from bot.domain.ids import BegeleiderId
from bot.domain.paper import PaperRefusedBecause, PaperState, Said
from bot.domain.stand_in import StandIn
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.handed_in import CLUB, Desk, open_from_list
from tests.handlers.hours import Own, a_contract
from tests.handlers.newcomer import button_of, tap
from tests.handlers.seen import told


async def test_one_tap_accepts_and_the_newcomer_hears_the_new_totals(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, language="en") as town:
        desk, own = Desk(sqlite_database, town, town.amira), Own(sqlite_database, town.amira)
        await own.agree()
        card = await desk.brought()
        await tap(town.sofie, card, "j:accept:")
        decided = await told(town.sofie, "Aanvaard: 4 u")
        heard = await town.amira.wait_for("4 hrs")

    assert "stuurt een bewijs van deelname" in card.text
    assert "⚽ FC Voorbeeld" in card.text
    assert "👤 Fatma Peeters" in card.text
    assert "⏱ 4 u, 2/11–16/11/2026" in card.text
    assert "✅ Aanvaard 4 u" in card.labels
    assert button_of(decided, "j:accept") is None
    assert button_of(decided, "j:undo") is not None
    assert "Sofie" in heard.text
    assert (await own.dossier()).book.sums.accepted == 240


async def test_two_taps_and_a_colleague_at_once_count_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        card = await desk.brought()
        accept, refuse = button_of(card, "j:accept"), "j:refuse:1:1:no_signature"
        assert accept is not None
        await town.sofie.press(accept, card.message_id)
        await told(town.sofie, "Aanvaard: 4 u")
        toasts = [await town.press_forged(town.sofie, accept), await town.press_forged(town.sofie, refuse)]
        own = Own(sqlite_database, town.amira)

        assert all("al over beslist" in toast for toast in toasts)
        assert (await own.dossier()).book.sums.accepted == 240


async def test_fewer_hours_are_tapped_or_typed_with_the_days(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk, own = Desk(sqlite_database, town, town.amira), Own(sqlite_database, town.amira)
        card = await desk.brought()
        await tap(town.sofie, card, "j:less:")
        screen = await told(town.sofie, "Hoeveel uren aanvaard je?")
        labels = screen.labels
        await tap(town.sofie, screen, "j:accept:1:1:180:")
        await told(town.sofie, "Aanvaard: 3 u")
        tapped = (await own.dossier()).book.sums.accepted
        other = await desk.brought(dataclasses.replace(CLUB, first_day=None, last_day=None, minutes=120))
        await tap(town.sofie, other, "j:hours:")
        await told(town.sofie, "Van welke dag tot welke dag?")
        await town.sofie.say("18/11 tot 20/11")
        read_back = await told(town.sofie, "Je aanvaardt 2 u, 18/11–20/11/2026")
        await tap(town.sofie, read_back, _ending(read_back, ":save"))
        typed = await told(town.sofie, "Aanvaard: 2 u")

        assert "3 u" in labels
        assert tapped == 180
        assert typed is not None
        assert (await own.dossier()).book.sums.accepted == 300


async def test_a_refusal_has_a_reason_that_the_newcomer_reads(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        paper = await desk.paper()
        await desk.bring(paper)
        card = await told(town.sofie, paper.receipt)
        await tap(town.sofie, card, "j:refuse:")
        reasons = await told(town.sofie, "Waarom weiger je dit bewijs?")
        await tap(town.sofie, reasons, "j:refuse:1:1:not_readable")
        decided = await told(town.sofie, "Geweigerd.")
        heard = await town.amira.wait_for("keek naar je bewijs")
        kept = await desk.now(paper)

    assert "👁 Niet leesbaar" in decided.text
    assert paper.receipt in heard.text
    assert (kept.state, kept.refused_because) == (PaperState.REFUSED, PaperRefusedBecause.NOT_READABLE)


async def test_a_refusal_can_carry_a_remark_for_begeleiders(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        card = await desk.brought()
        await tap(town.sofie, card, "j:refuse:")
        await tap(town.sofie, await told(town.sofie, "Waarom weiger je"), "j:refusing:")
        form = await told(town.sofie, "Bewijs van Amira")
        await tap(town.sofie, form, next(d for d in _data(form) if d.endswith(":why:other")))
        await tap(town.sofie, filled := await told(town.sofie, "Je weigert"), _ending(filled, ":ask:note"))
        await told(town.sofie, "Typ een opmerking")
        await town.sofie.say("Telefoon gaat altijd <af>")
        await tap(
            town.sofie, ready := await told(town.sofie, "Telefoon gaat altijd <af>"), _ending(ready, ":save")
        )
        await told(town.sofie, "Geweigerd.")
        heard = await town.amira.wait_for("keek naar je bewijs")

    assert "Telefoon" not in heard.text


async def test_a_decision_can_be_undone_for_two_weeks(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk, own = Desk(sqlite_database, town, town.amira), Own(sqlite_database, town.amira)
        card = await desk.brought()
        await tap(town.sofie, card, "j:accept:")
        await tap(town.sofie, await told(town.sofie, "Aanvaard: 4 u"), "j:undo:")
        await tap(town.sofie, await told(town.sofie, "ongedaan maken?"), "j:undo:1:1:1")
        again = await told(town.sofie, "Ik vind niets om op te letten")
        after = (await own.dossier()).book.sums.accepted
        await tap(town.sofie, again, "j:accept:")
        await told(town.sofie, "Aanvaard: 4 u")
        town.pass_hours(24 * 15)
        toast = await town.press_forged(town.sofie, "j:undo:1:1:1")
        await town.press_forged(town.sofie, "j:show:1:1")
        late = await told(town.sofie, "stuurt een bewijs")

        assert after == 0
        assert "kan niet meer" in toast
        assert button_of(late, "j:undo") is None
        assert (await own.dossier()).book.sums.accepted == 240


async def test_what_the_newcomer_took_back_cannot_be_decided(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        paper = await desk.paper()
        await desk.bring(paper)
        card = await told(town.sofie, paper.receipt)
        accept = button_of(card, "j:accept")
        assert accept is not None
        await desk.take_back(paper)
        gone = await told(town.sofie, "Amira nam dit terug")
        toast = await town.press_forged(town.sofie, accept)
        await town.sofie.say("/bewijzen")
        empty = await told(town.sofie, "Er wacht geen bewijs op je")

    assert button_of(gone, "j:accept") is None
    assert "al over beslist" in toast
    assert not empty.buttons


async def test_hours_over_the_same_days_are_shown_before_they_are_added(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk, own = Desk(sqlite_database, town, town.amira), Own(sqlite_database, town.amira)
        await tap(town.sofie, await desk.brought(), "j:accept:")
        await told(town.sofie, "Aanvaard: 4 u")
        card = await desk.brought(dataclasses.replace(CLUB, minutes=120))
        await tap(town.sofie, card, "j:accept:")
        asked = await told(town.sofie, "Over deze dagen is al aanvaard")
        before = (await own.dossier()).book.sums.accepted
        await tap(town.sofie, asked, "j:besides:")
        await told(town.sofie, "Aanvaard: 2 u")

        assert "zijn al uren van dit bewijs aanvaard" in card.text
        assert "4 u, 2/11–16/11/2026" in asked.text
        assert before == 240
        assert (await own.dossier()).book.sums.accepted == 360


async def test_who_stands_in_decides_and_both_cards_show_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        paper = await desk.paper()
        await desk.bring(paper)
        await told(town.sofie, paper.receipt)
        async with sqlite_database.work() as work:
            today = town.telegram.clock.now().date()
            await work.stand_ins.add(
                StandIn(
                    begeleider_id=BegeleiderId(1),
                    colleague_id=BegeleiderId(2),
                    first_day=today,
                    last_day=today + dt.timedelta(days=7),
                )
            )
        card = await open_from_list(town.nele)
        await tap(town.nele, card, "j:accept:")
        mine = await told(town.nele, "Aanvaard: 4 u")
        theirs = await told(town.sofie, "Aanvaard: 4 u")

    assert mine.text == theirs.text


async def test_buttons_are_only_for_who_guides_the_newcomer(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        card = await desk.brought()
        data = [found for found in _data(card) if found.startswith("j:")]
        await town.nele.say("/mensen")
        await told(town.nele, "")
        await town.karim.say("hallo")
        await town.karim.wait_for()
        toasts = [await town.press_forged(phone, one) for one in data for phone in (town.nele, town.karim)]
        karims = await town.press_forged(town.sofie, "j:show:2:1")
        odd = [await town.press_forged(town.sofie, one) for one in ("j:", "j:zzz:1:1", "j:accept:1:1:60:x:y")]
        own = Own(sqlite_database, town.amira)

        assert all("niet voor jou" in toast for toast in toasts)
        assert "staat er niet meer" in karims
        assert all("werkt niet meer" in toast for toast in odd)
        assert (await own.dossier()).book.sums.accepted == 0


async def test_what_is_outside_the_term_or_without_hours_is_named(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk, own = Desk(sqlite_database, town, town.amira), Own(sqlite_database, town.amira)
        await own.agree(a_contract(starts_on=dt.date(2026, 11, 10)))
        outside = await desk.brought()
        bare = await desk.brought(Said(kind=CLUB.kind, organisation="Café <Zeno>"))

    assert "Buiten de termijn" in outside.text
    assert "uren niet gezegd, dagen niet gezegd" in bare.text
    assert "Café <Zeno>" in bare.text
    assert "✅ Aanvaard …" in bare.labels


def _data(bubble: Bubble) -> list[str]:
    return [str(button.get("callback_data", "")) for button in bubble.buttons]


def _ending(bubble: Bubble, end: str) -> str:
    return next(found for found in _data(bubble) if found.endswith(end))
