"""The begeleider asks about a bewijs, looks at pictures, removes one; and who does not want to sign."""

import dataclasses
from pathlib import Path

from sqlalchemy import delete

from bot.demo.phone import Bubble
from bot.domain.form_number import new_number
from bot.domain.paper import ContactAnswer
from bot.services.delivery_ports import Outgoing
from bot.storage.database import Database
from bot.storage.tables import newcomers
from tests.handlers.care import care
from tests.handlers.handed_in import CLUB, Desk, open_from_list
from tests.handlers.hours import YESTERDAY, Own
from tests.handlers.newcomer import button_of, tap
from tests.handlers.seen import press_on, told

OTHER_CONTACT = dataclasses.replace(CLUB, contact="Jef Claes")


def _ending(bubble: Bubble, end: str) -> str:
    carried = [str(button.get("callback_data", "")) for button in bubble.buttons]
    return next(found for found in carried if found.endswith(end))


def _sounds(outgoing: list[Outgoing]) -> dict[str, bool]:
    """Which of the messages that are sent make a sound."""
    sent = [one for one in outgoing if one.method.startswith("send")]
    return {one.method: "disable_notification" not in one.payload for one in sent}


async def test_a_fixed_question_goes_out_in_the_newcomers_language(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        card = await desk.brought()
        await tap(town.sofie, card, "j:ask:")
        screen = await told(town.sofie, "Wat vraag je aan Amira?")
        await tap(town.sofie, screen, "j:asks:1:1:paper_days")
        preview = await told(town.sofie, "Op welke dagen was je bij FC Voorbeeld?")
        await tap(town.sofie, preview, "n:write:1:send:paper_days")
        heard = await town.amira.wait_for("Op welke dagen was je bij FC Voorbeeld?")
        await tap(town.sofie, card, "j:ask:")
        await tap(town.sofie, await told(town.sofie, "Wat vraag je aan Amira?"), "j:again:")
        again = await town.amira.wait_for("vraagt een nieuwe foto")

    assert heard.buttons
    assert "B-" in again.text
    assert any("n:write:1:own" in str(button.get("callback_data")) for button in screen.buttons)


async def test_the_contacts_answer_is_noted_and_its_hours_are_proposed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        paper = await desk.paper()
        await desk.bring(paper)
        card = await told(town.sofie, paper.receipt)
        await tap(town.sofie, card, "j:contact:")
        screen = await told(town.sofie, "Vraag aan de contactpersoon")
        await tap(town.sofie, screen, "j:answer:1:1:not_reached")
        tried = await told(town.sofie, "Niet bereikt")
        await tap(town.sofie, tried, "j:contact:")
        await tap(
            town.sofie, await told(town.sofie, "Vraag aan de contactpersoon"), "j:answer:1:1:other_hours"
        )
        await told(town.sofie, "Hoeveel uur bevestigt de contactpersoon?")
        await town.sofie.say("2u30")
        filled = await told(town.sofie, "Andere uren: 2 u 30")
        await tap(town.sofie, filled, _ending(filled, ":save"))
        offered = await told(town.sofie, "bevestigt 2 u 30")
        kept = await desk.now(paper)
        await tap(town.sofie, offered, "j:accept:")
        await told(town.sofie, "Aanvaard: 2 u 30")
        accepted = (await Own(sqlite_database, town.amira).dossier()).book.sums.accepted

    assert "👤 Fatma Peeters" in screen.text
    assert "klopt het dat Amira 4 u meedeed bij FC Voorbeeld" in screen.text
    assert (kept.contact_answer, kept.contact_minutes) == (ContactAnswer.OTHER_HOURS, 150)
    assert accepted == 150


async def test_another_contact_belongs_or_gets_a_bewijs_of_its_own(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk, own = Desk(sqlite_database, town, town.amira), Own(sqlite_database, town.amira)
        await desk.brought()
        card = await desk.brought(OTHER_CONTACT)
        await tap(town.sofie, card, "j:own:")
        apart = await town.sofie.wait_for(lambda b: "Jef" in b.text and "Kijk dit na" not in b.text)
        bewijzen = (await own.dossier()).book.bewijzen
        third = await desk.brought(dataclasses.replace(CLUB, contact="Lien Maes"))
        await tap(town.sofie, third, "j:belongs:")
        belongs = await town.sofie.wait_for(lambda b: "Lien" in b.text and "Kijk dit na" not in b.text)

    assert "Een andere contactpersoon dan op het bewijs: Jef Claes" in card.text
    assert button_of(apart, "j:belongs") is None
    assert len(bewijzen) == 2
    assert button_of(belongs, "j:belongs") is None


async def test_the_same_form_is_named_and_both_can_be_laid_side_by_side(
    sqlite_database: Database, tmp_path: Path
) -> None:
    number = new_number()
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        await desk.brought(form=number, is_form=True, signed=True)
        card = await desk.brought(form=number, is_form=True, signed=False)

    assert "Dit formulier is al eens ingediend" in card.text
    assert "Geen handtekening: het vak is leeg" in card.text
    assert "Getekend: nee" in card.text
    assert button_of(card, "j:beside:1:2:1") is not None


async def test_one_tap_removes_a_picture_and_says_what_is_left(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        paper = await desk.paper()
        await desk.bring(paper)
        card = await told(town.sofie, paper.receipt)
        await tap(town.sofie, card, "j:remove:")
        notice = await told(town.sofie, "Wat overblijft")
        after = await told(town.sofie, "De foto is verwijderd")
        toast = await town.press_forged(town.sofie, "j:original:1:1")
        (page,) = (await desk.now(paper)).pages

    assert "de uren, de activiteit" in notice.text
    assert button_of(after, "j:remove") is None
    assert button_of(after, "j:accept") is not None
    assert "is er niet meer" in toast
    assert (page.scan, page.original, page.small) == (None, None, None)


async def test_what_waits_is_listed_in_the_home_screen_and_on_the_persons_page(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        for phone in (town.karim, town.amira):
            await Desk(sqlite_database, town, phone).paper()
        await town.sofie.start()
        home = await told(town.sofie, "Dag Sofie!")
        await town.sofie.say("/bewijzen")
        listed = await told(town.sofie, "2 bewijzen wachten op je")
        await town.sofie.say("Amira")
        page = await told(town.sofie, "👤 Amira")
        await tap(town.sofie, page, "j:person:")
        hers = await told(town.sofie, "Bewijzen van Amira")
        card = await open_from_list(town.sofie)

    assert "📄 2 bewijzen" in home.text
    assert [label.split(" · ")[0] for label in listed.labels] == ["⏳ Karim", "⏳ Amira"]
    assert "📄 1 bewijs wacht op jou" in page.text
    assert any("4 u" in label for label in hers.labels)
    assert "Karim" in card.text


async def test_outside_working_hours_it_is_silent_and_listed_in_the_morning(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        by_day = _sounds(await desk.bring(await desk.paper()))
        town.pass_hours(10)
        at_night = _sounds(await desk.bring(await desk.paper()))
        town.pass_hours(13)
        morning = await told(town.sofie, "☀️ Vandaag")

    # The scan never makes a sound, the card does.
    assert by_day == {"sendPhoto": False, "sendMessage": True}
    assert at_night == {"sendPhoto": False, "sendMessage": False}
    assert "2 bewijzen wachten op je" in morning.text


async def test_who_does_not_sign_is_asked_why_and_the_answer_is_kept(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, desk = Own(sqlite_database, town.amira), Desk(sqlite_database, town, town.amira)
        await own.note(YESTERDAY, 120)
        await desk.refusal()
        card = await told(town.sofie, "wil het bewijs niet tekenen")
        await town.sofie.say("/bewijzen")
        listed = await told(town.sofie, "1 keer wil iemand niet tekenen")
        await tap(town.sofie, card, "j:signnote:")
        form = await told(town.sofie, "Wat zei de contactpersoon?")
        await tap(town.sofie, form, _ending(form, ":answer:denies"))
        filled = await told(town.sofie, "Tekent niet")
        await tap(town.sofie, filled, _ending(filled, ":ask:note"))
        await told(town.sofie, "Typ een opmerking")
        await town.sofie.say("Hij kwam maar één keer")
        ready = await told(town.sofie, "Hij kwam maar één keer")
        await tap(town.sofie, ready, _ending(ready, ":save"))
        answered = await told(town.sofie, "Antwoord: ❌ Tekent niet")
        await town.sofie.say("/bewijzen")
        empty = await told(town.sofie, "Er wacht geen bewijs op je")

    assert "waarom teken je het bewijs van deelname van Amira liever niet?" in card.text
    assert "Buurthuis De Kring" in card.text
    assert listed.labels == ["✍️ Amira: niet getekend"]
    assert button_of(answered, "j:signing") is None
    assert not empty.buttons


async def test_a_reply_to_the_card_is_a_letter_that_is_asked_about_first(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        card = await Desk(sqlite_database, town, town.amira).brought()
        await town.sofie.say("Wie is Jef op dit papier?", reply_to=card.message_id)
        asked = await told(town.sofie, "Dit sturen naar")
        await tap(town.sofie, asked, "n:write:1:sendown")
        heard = await town.amira.wait_for("Wie is Jef op dit papier?")

    assert "Amira" in asked.text
    assert heard.text


async def test_what_waits_goes_along_to_who_guides_the_newcomer_next(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        desk = Desk(sqlite_database, town, town.amira)
        await desk.brought()
        await town.sofie.say("Amira")
        for data in ("n:hand:1", "n:hand:1:to", "n:hand:1:yes"):
            await press_on(town.sofie, data)
        theirs = await told(town.nele, "stuurt een bewijs")
        away = await told(town.sofie, "ligt nu bij een collega")
        await tap(town.nele, theirs, "j:accept:")
        await told(town.nele, "Aanvaard: 4 u")
        toast = await town.press_forged(town.sofie, "j:show:1:1")

    assert not away.buttons
    assert "niet voor jou" in toast


async def test_a_closed_dossier_is_only_looked_at_and_an_erased_one_is_gone(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        card = await Desk(sqlite_database, town, town.amira).brought()
        accept = button_of(card, "j:accept")
        assert accept is not None
        await town.sofie.say("Amira")
        await tap(town.sofie, await told(town.sofie, "👤 Amira"), "n:close:")
        await tap(town.sofie, await told(town.sofie, "Waarom sluit je"), "n:close:1:moved")
        await told(town.sofie, "Afgesloten op")
        closed = await town.press_forged(town.sofie, accept)
        await town.press_forged(town.sofie, "j:card:1:1")
        shown = await town.sofie.wait_for(lambda b: "stuurt een bewijs" in b.text and not _decides(b))
        async with sqlite_database.work() as work:
            await work.connection.execute(delete(newcomers).where(newcomers.c.id == 1))
        gone = await town.press_forged(town.sofie, accept)

    assert "afgesloten" in closed
    assert shown.buttons
    assert "staat niet meer in de bot" in gone


def _decides(bubble: Bubble) -> bool:
    return button_of(bubble, "j:accept") is not None or button_of(bubble, "j:refuse") is not None
