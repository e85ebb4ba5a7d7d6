"""A newcomer photographs a bewijs: read, put right, sent; what is missing is asked, one thing at a time."""

import datetime as dt
from pathlib import Path

from bot.domain.offer_kind import OfferKind
from bot.domain.paper import PaperState
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.hours import Own
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.paper_care import Sender, a_form, a_table, amira_in, press

MENU_BEWIJS = "📄 Bewijs sturen"


async def test_a_form_is_photographed_and_sent_in_two_taps(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        own, amira = Own(sqlite_database, town.amira), Sender(sqlite_database, town.amira)
        await own.agree()
        await own.note(dt.date(2026, 11, 10), 90)
        await own.note(dt.date(2026, 11, 17), 120)
        picture = a_form(await amira.form())
        asked = await amira.sends(picture, "e:yes")
        found = await press(town.amira, asked, "e:yes", "e:send")
        receipt = await press(town.amira, found, "e:send", "e:back")
        card = await town.sofie.wait_for("stuurt een bewijs")
        (paper,) = await amira.papers()
        said_to_her = [bubble.text for bubble in await town.amira.messages(True)]

    assert asked.kind == "photo"
    assert not any("bekijk je foto" in text for text in said_to_her)
    assert "✅ Ik kan dit lezen." in said_to_her
    assert "identiteitskaart" in asked.text
    assert "Buurthuis De Kring" in found.text
    assert "⏱ Uren: 3 uur 30 min" in found.text
    assert "Handtekening: ja" in found.text
    assert found.labels[0] == "📨 Stuur naar Sofie"
    assert paper.receipt in receipt.text
    assert "Sofie heeft het nu" in receipt.text
    assert paper.state is PaperState.HANDED_IN
    assert "Buurthuis De Kring" in card.text


async def test_own_paper_of_an_organisation_goes_the_same_way_with_questions(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = Sender(sqlite_database, town.amira)
        await amira.agree()
        kinds = await amira.sends(a_form(await amira.form()), "e:kind:")
        await press(town.amira, kinds, "e:kind:1:1:0:sport", "e:person")
        await town.amira.say("FC Voorbeeld")
        hours = await said(town.amira, "e:min:")
        await town.amira.say("12,5 uur")
        found = await said(town.amira, "e:send")
        who = await press(town.amira, found, "e:who", "e:nobody")
        await town.amira.say("Fatma Peeters")
        again = await said(town.amira, "e:send")
        receipt = await press(town.amira, again, "e:send", "e:back")
        (paper,) = await amira.papers()

    assert "Hoeveel uren staan op het papier?" in hours.text
    assert "Wie tekende het papier?" in who.text
    assert "Fatma Peeters" in again.text
    assert paper.said.kind is OfferKind.SPORT
    assert paper.said.minutes == 750
    assert receipt is not None


async def test_refusing_photographs_throws_them_away_unseen(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = Sender(sqlite_database, town.amira)
        asked = await amira.sends(a_form(await amira.form()), "e:no")
        await tap(town.amira, asked, "e:no")
        told = await town.amira.wait_for("niet bekeken en niet bewaard")
        (paper,) = await amira.papers()

    assert "telt ook" in told.text
    assert paper.state is PaperState.TAKEN_BACK
    assert not list((tmp_path / "photos").rglob("*.*"))


async def test_a_bad_photograph_gives_one_thing_to_do_and_the_next_one_takes_its_place(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        number = await amira.form()
        bad = await amira.sends(a_table(), "e:next")
        good = await amira.sends(a_form(number), "e:send")
        papers = await amira.papers()

    assert "Ik zie hier geen papier" in bad.text
    assert bad.kind == "photo"
    assert len(papers) == 1
    assert papers[0].form == number
    assert good is not None


async def test_a_bad_photograph_can_be_sent_anyway(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        bad = await amira.sends(a_table(), "e:next")
        where = await press(town.amira, bad, "e:next", "e:at:")
        hours = await press(town.amira, where, "e:at:", "e:min:")
        await tap(town.amira, hours, "e:send")
        await said(town.amira, "e:back")
        (paper,) = await amira.papers()

    assert paper.state is PaperState.HANDED_IN
    assert paper.sent_anyway
    assert paper.said.minutes is None


async def test_no_signature_is_said_kindly_and_a_signed_photograph_takes_its_place(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        number = await amira.form()
        asked = await amira.sends(a_form(number, is_signed=False), "e:unsigned")
        await press(town.amira, asked, "e:unsigned", "e:refuses")
        found = await amira.sends(a_form(number), "e:send")
        papers = await amira.papers()

    assert "Ik zie geen handtekening" in asked.text
    assert "Handtekening: ja" in found.text
    assert len(papers) == 1


async def test_a_form_of_somebody_else_names_nobody(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        own, karim = Own(sqlite_database, town.karim), Sender(sqlite_database, town.karim)
        await own.agree()
        await own.note(dt.date(2026, 11, 17), 120)
        amira = Sender(sqlite_database, town.amira)
        await amira.agree()
        told = await amira.sends(a_form(await karim.form()), "e:next")

    assert "voor iemand anders gemaakt" in told.text
    assert "Karim" not in told.text
    assert "Kring" not in told.text


async def test_the_same_form_again_is_said_with_its_number(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        picture = a_form(await amira.form())
        found = await amira.sends(picture, "e:send")
        await press(town.amira, found, "e:send", "e:back")
        again = await amira.sends(picture, "e:next")
        first, _ = await amira.papers()

    assert "Dit papier stuurde je al" in again.text
    assert first.receipt in again.text


async def test_an_album_is_one_bewijs(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        pages = [a_form(await amira.form()), a_form(await amira.form())]
        await town.amira.send_album(pages)
        await town.amira.wait_for("bekijk je foto")
        town.pass_hours(0.01)
        found = await said(town.amira, "e:send")
        (paper,) = await amira.papers()

    assert len(paper.pages) == 2
    assert found is not None


async def test_it_is_taken_back_and_the_begeleiders_card_says_so(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        found = await amira.sends(a_form(await amira.form()), "e:send")
        receipt = await press(town.amira, found, "e:send", "e:back")
        await tap(town.amira, receipt, "e:back")
        told = await town.amira.wait_for("niet verstuurd")
        (paper,) = await amira.papers()

    assert paper.state is PaperState.TAKEN_BACK
    assert button_of(told, "e:home") is not None


async def test_the_menu_shows_what_a_bewijs_is_and_what_was_sent(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        await town.amira.say(MENU_BEWIJS)
        home = await said(town.amira, "e:photo")
        how = await press(town.amira, home, "e:photo", "e:home")
        home = await press(town.amira, how, "e:home", "e:list")
        listed = await press(town.amira, home, "e:list", "e:photo")

    assert "een papier met je uren en een handtekening" in home.text
    assert "vier hoeken" in how.text
    assert "nog geen bewijs" in listed.text


async def test_a_form_is_made_for_an_activity(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True, language="ar") as town:
        await amira_in(town, sqlite_database)
        await town.amira.say(MENU_BEWIJS)
        home = await said(town.amira, "e:form")
        which = await press(town.amira, home, "e:form", "e:pad")
        await tap(town.amira, which, "e:form:1:b")
        form = await town.amira.wait_for(lambda bubble: bubble.kind == "document")

    assert form is not None


async def test_who_does_not_sign_is_told_in_two_taps(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        await amira_in(town, sqlite_database)
        await town.amira.say(MENU_BEWIJS)
        home = await said(town.amira, "e:nosign")
        which = await press(town.amira, home, "e:nosign", "e:nosign:1:b")
        await tap(town.amira, which, "e:nosign:1:b")
        told = await town.amira.wait_for("Sofie vraagt daar waarom")
        card = await town.sofie.wait_for("Amira")

    assert "niet jouw fout" in which.text
    assert "Jij moet nu niets doen" in told.text
    assert card is not None


async def test_what_is_needed_only_once_is_asked_only_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        found = await amira.sends(a_form(await amira.form()), "e:send")
        kinds = await press(town.amira, found, "e:where", "e:kinds")
        kinds = await press(town.amira, kinds, "e:kinds", "e:kind:")
        await press(town.amira, kinds, "e:kind:1:1:0:course", "e:person")
        await town.amira.say("Buurthuis De Kring")
        again = await said(town.amira, "e:send")
        receipt = await press(town.amira, again, "e:send", "e:back")

    assert "📚 Buurthuis De Kring" in again.text
    assert "⏱ Uren: 2 uur" in again.text
    assert "Daarom is het een nieuw bewijs" in receipt.text


async def test_what_is_not_understood_is_asked_again_and_a_question_is_answered(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        found = await amira.sends(a_form(await amira.form()), "e:send")
        await press(town.amira, found, "e:hours", "e:min:")
        await town.amira.say("best veel")
        again = await town.amira.wait_for("begrijp de tijd niet")
        await town.amira.say("900 uur")
        await town.amira.wait_for("heel veel")
        await town.amira.say("Waarom moet dit?")
        answered = await said(town.amira, "ask:")
        await town.amira.say("4 uur")
        await town.amira.wait_for("")
        (paper,) = await amira.papers()

    assert again is not None
    assert answered is not None
    assert paper.said.minutes == 120


async def test_what_was_sent_is_listed_with_where_it_stands(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        found = await amira.sends(a_form(await amira.form()), "e:send")
        receipt = await press(town.amira, found, "e:send", "e:list")
        listed = await press(town.amira, receipt, "e:list", "e:home")
        (paper,) = await amira.papers()

    assert paper.receipt in listed.text
    assert "🏠 Buurthuis De Kring · 2 uur" in listed.text
    assert "bij je begeleider" in listed.text
    assert f"↩️ {paper.receipt}: neem terug" in listed.labels
