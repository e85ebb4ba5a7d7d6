"""A begeleider's side of offers, over the wire: adding, correcting, checking, wishes."""

import dataclasses
import functools
from pathlib import Path

from bot.demo.phone import Bubble, Phone
from bot.domain.ids import ChatId, OfferId
from bot.domain.interest import Interest
from bot.domain.offer import IN_CHAT, Checked, Offer, OfferDetails
from bot.domain.place import Place, Point
from bot.domain.search import Search
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import said, tap
from tests.handlers.seen import press_on, told

GENT = Place(name="Gent", municipality="Gent", postcodes=("9000",), point=Point(51.05, 3.72))


async def an_offer(
    database: Database, town: Care, title: str = "Praattafel De Proef", **values: object
) -> int:
    """An offer from a municipality's file; gives back its id."""
    details = OfferDetails(**({"title": title} | values))  # type: ignore[arg-type]
    async with database.work() as work:
        now = town.telegram.clock.now()
        return await work.offers.add("gent", title, details, is_imported=True, at=now)


async def offer(database: Database, offer_id: int) -> Offer:
    """An offer as it is kept now."""
    async with database.work(reads_only=True) as work:
        found = await work.offers.get(OfferId(offer_id))
    assert found is not None
    return found


async def added(database: Database) -> list[Offer]:
    """What begeleiders added in the chat."""
    async with database.work(reads_only=True) as work:
        offers = await work.offers.all(after=OfferId(0), limit=100)
    return [one for one in offers if one.source == IN_CHAT]


async def ask(phone: Phone, data: str) -> Bubble:
    """Open 🔎 Aanbod, and press a button there."""
    await phone.say("🔎 Aanbod")
    screen = await said(phone, "k:add")
    await tap(phone, screen, data)
    return screen


async def asked(phone: Phone, question: str) -> Bubble:
    """The newest screen with this question."""
    return await told(phone, question)


async def skip_to(phone: Phone, question: str) -> None:
    """Skip questions until this one is asked."""
    for _ in range(20):
        newest = await phone.last()
        if question in newest.text:
            return
        before = newest.text
        skip = next(
            str(b["callback_data"])
            for b in newest.buttons
            if str(b["callback_data"]).rpartition(":")[0].endswith(":skip")
        )
        await phone.press(skip, newest.message_id)
        await phone.wait_for(functools.partial(_is_other, before))
    raise AssertionError(question)


def _is_other(before: str, bubble: Bubble) -> bool:
    return bool(bubble.text) and bubble.text != before


async def press_end(phone: Phone, ending: str) -> None:
    """Press the button of the newest message whose data ends so, or has this within."""
    newest = await phone.last()
    data = [str(button.get("callback_data", "")) for button in newest.buttons]
    await phone.press(
        next(one for one in data if one.endswith(ending) or (ending.endswith(":") and ending in one)),
        newest.message_id,
    )


async def test_an_offer_is_added_question_by_question_and_kept(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        phone = town.sofie
        await ask(phone, "k:add")
        await asked(phone, "Hoe heet de activiteit?")
        await phone.say("Samen <b>koken</b>")
        await asked(phone, "Welke organisatie?")
        await phone.say("Buurthuis De Proef")
        await asked(phone, "Wat voor activiteit")
        await press_end(phone, ":set:kind:neighbourhood_house")
        await asked(phone, "Wat doe je er?")
        await phone.say("We koken en eten samen.")
        await asked(phone, "interesses past het?")
        await press_end(phone, ":tick:cooking:y:0")
        await phone.wait_for(lambda bubble: any("✅ 🍳" in label for label in bubble.labels))
        await press_end(phone, ":done")
        await asked(phone, "Waar is het?")
        await phone.say("in de zaal")
        await asked(phone, "Dat begrijp ik hier niet")
        await phone.say("Voorbeeldstraat 1, 9000 Gent")
        await asked(phone, "Wanneer is het?")
        await phone.say("ma 19:00-21:00")
        await asked(phone, "Hoeveel Nederlands")
        await press_end(phone, ":set:level:1")
        await asked(phone, "Praten de mensen er Nederlands?")
        await press_end(phone, ":set:dutch:ja")
        await asked(phone, "Ontmoet je er")
        await press_end(phone, ":set:social:ja")
        await asked(phone, "Wat kost het?")
        await press_end(phone, ":set:price:gratis")
        await asked(phone, "Wie is de contactpersoon?")
        await press_end(phone, ":skip:")
        await asked(phone, "Op welk telefoonnummer?")
        await press_end(phone, ":skip:")
        await asked(phone, "Op welk e-mailadres?")
        await press_end(phone, ":skip:")
        await asked(phone, "Tot wanneer loopt het?")
        await press_end(phone, ":skip:")
        read_back = await asked(phone, "Klopt dit?")
        before = await added(sqlite_database)
        await press_end(phone, ":keep")
        await asked(phone, "Bron: in de chat toegevoegd")
        kept = await added(sqlite_database)

    assert "Samen <b>koken</b>" in read_back.text
    assert "Wanneer: ma 19:00-21:00" in read_back.text
    assert before == []
    details = kept[0].details
    assert (details.title, details.interests) == ("Samen <b>koken</b>", ("koken en bakken",))
    assert details.venue.municipality == "Gent"
    assert details.is_checked
    assert details.price.is_free


async def test_a_draft_waits_while_the_begeleider_looks_elsewhere(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(town.sofie, "k:add")
        await asked(town.sofie, "Hoe heet de activiteit?")
        await town.sofie.say("Koor")
        await asked(town.sofie, "Welke organisatie?")
        await town.sofie.say("👥 Mijn mensen")
        await said(town.sofie, "n:page")
        await town.sofie.say("Amira")
        await told(town.sofie, "👤 Amira")
        await town.sofie.say("/aanbod")
        home = await told(town.sofie, "Wat wil je doen?")
        await press_end(town.sofie, ":show")
        await asked(town.sofie, "Welke organisatie?")

    assert "▶️ Verder met Koor" in home.labels


async def test_a_draft_that_was_left_for_an_hour_is_over_and_nothing_is_kept(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(town.sofie, "k:add")
        await asked(town.sofie, "Hoe heet de activiteit?")
        await town.sofie.say("Koor")
        await asked(town.sofie, "Welke organisatie?")
        town.pass_hours(2)
        toasts = len(await town.sofie.toasts())
        await press_end(town.sofie, ":skip:")
        await eventually(lambda: _more_toasts(town.sofie, toasts))
        last = (await town.sofie.toasts())[-1]
        kept = await added(sqlite_database)

    assert "te lang geleden" in last
    assert kept == []


async def _more_toasts(phone: Phone, before: int) -> bool | None:
    return len(await phone.toasts()) > before or None


async def test_one_goes_a_question_back_and_answers_it_anew(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(town.sofie, "k:add")
        await asked(town.sofie, "Hoe heet de activiteit?")
        await town.sofie.say("Kor")
        await asked(town.sofie, "Welke organisatie?")
        await press_end(town.sofie, ":back")
        again = await asked(town.sofie, "Nu: Kor")
        await town.sofie.say("Koor")
        await asked(town.sofie, "Welke organisatie?")
        await skip_to(town.sofie, "Klopt dit?")
        await press_end(town.sofie, ":drop")
        await asked(town.sofie, "Weggegooid")
        kept = await added(sqlite_database)

    assert "Hoe heet de activiteit?" in again.text
    assert kept == []


async def test_a_part_is_found_by_title_corrected_and_undone(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        offer_id = await an_offer(sqlite_database, town, organisation="De Proef")
        await ask(town.sofie, "k:find")
        await asked(town.sofie, "Welke activiteit?")
        await town.sofie.say("PRAATTAFEL proef")
        await press_on(town.sofie, f"k:offer:{offer_id}")
        await press_on(town.sofie, f"k:fix:{offer_id}")
        await press_on(town.sofie, f"k:field:{offer_id}:organiser")
        await asked(town.sofie, "Nu: De Proef")
        await town.sofie.say("Buurthuis De Proef")
        corrected = await told(town.sofie, "Organisatie: Buurthuis De Proef")
        await press_on(town.sofie, "k:undo:")
        await told(town.sofie, "Organisatie: De Proef")
        now = await offer(sqlite_database, offer_id)

    assert "Sofie: organisatie" in corrected.text
    assert now.details == OfferDetails(title="Praattafel De Proef", organisation="De Proef")


async def test_an_offer_is_full_until_a_day_or_exists_no_more(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        offer_id = await an_offer(sqlite_database, town)
        await ask(town.sofie, "k:find")
        await asked(town.sofie, "Welke activiteit?")
        await town.sofie.say("praattafel")
        await press_on(town.sofie, f"k:offer:{offer_id}")
        await press_on(town.sofie, f"k:field:{offer_id}:full")
        await town.sofie.say("eind januari")
        full = await told(town.sofie, "Volzet tot en met: 31/1/2027")
        await press_on(town.sofie, f"k:gone:{offer_id}:y")
        gone = await told(town.sofie, "Bestaat niet meer.")
        await press_on(town.sofie, f"k:gone:{offer_id}:n")
        await told(town.sofie, "🚫 Volzet.")

    assert "🚫 Volzet." in full.text
    assert "♻️ Bestaat toch nog" in gone.labels


async def test_offers_are_checked_one_after_the_other(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        first = await an_offer(sqlite_database, town, "Koor")
        second = await an_offer(sqlite_database, town, "Naaiatelier")
        await ask(town.sofie, "k:check")
        await told(town.sofie, "Naaiatelier")
        await press_on(town.sofie, f"k:mark:{second}:dutch:y")
        await told(town.sofie, "Nederlandstalig: ja, nagekeken door Sofie")
        await press_on(town.sofie, f"k:mark:{second}:social:n")
        unfit = await told(town.sofie, "Niemand krijgt deze activiteit nog te zien")
        await press_on(town.sofie, f"k:later:{second}")
        await told(town.sofie, "Koor")
        await press_on(town.sofie, f"k:later:{first}")
        end = await told(town.sofie, "Dat waren ze allemaal")
        checked = (await offer(sqlite_database, second)).details

    assert "➡️ Volgende" in unfit.labels
    assert "1 voor later" in end.text
    assert checked.in_dutch.holds
    assert checked.is_unfit


async def test_of_two_who_check_at_once_the_later_one_sees_what_was_decided(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        offer_id = await an_offer(sqlite_database, town, "Koor")
        for phone in (town.sofie, town.nele):
            await ask(phone, "k:check")
            await told(phone, "Koor")
        await press_on(town.nele, f"k:mark:{offer_id}:dutch:y")
        await told(town.nele, "nagekeken door Nele")
        toasts = len(await town.sofie.toasts())
        await town.sofie.press(f"k:mark:{offer_id}:dutch:n:x:q")
        await told(town.sofie, "nagekeken door Nele")
        heard = (await town.sofie.toasts())[toasts:]
        now = (await offer(sqlite_database, offer_id)).details

    assert heard == ["Nele besliste dit al. Kijk nog eens."]
    assert now.in_dutch == Checked(holds=True, by=now.in_dutch.by)


async def _spoken_to(phone: Phone) -> bool | None:
    return bool(await phone.messages(True)) or None


async def test_a_newcomer_gets_nothing_from_a_forged_button(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        offer_id = await an_offer(sqlite_database, town)
        await town.amira.say("/menu")
        await eventually(lambda: _spoken_to(town.amira))
        before = await offer(sqlite_database, offer_id)
        toasts = [
            await town.press_forged(town.amira, data)
            for data in (
                "k:home", "k:add", "k:find", f"k:offer:{offer_id}", f"k:gone:{offer_id}:y", "k:undo:1",
                f"k:mark:{offer_id}:social:n:x:q", "k:check", "k:wishes", "k:picture", "k:f:1:keep",
                f"k:field:{offer_id}:title", "k:titles:0",
            )
        ]  # fmt: skip
        after = await offer(sqlite_database, offer_id)

    assert len(set(toasts)) == 1
    assert "niet voor jou" in toasts[0]
    assert dataclasses.asdict(after) == dataclasses.asdict(before)


async def test_a_button_of_an_offer_that_is_gone_says_so(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(town.sofie, "k:check")
        await told(town.sofie, "Alles is nagekeken")
        toasts = [
            await town.press_forged(town.sofie, data)
            for data in ("k:offer:99", "k:mark:99:social:y:x:q", "k:field:99:title", "k:gone:99:y")
        ]

    assert set(toasts) == {"Deze activiteit staat niet meer in de lijst."}


async def test_wishes_are_counted_and_drawn_without_names(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        async with sqlite_database.work() as work:
            now = town.telegram.clock.now()
            for phone in (town.amira, town.karim):
                account = await work.accounts.of_chat(ChatId(phone.id))
                assert account is not None
                search = Search(interests=(Interest.COOKING,), place=GENT)
                await work.wishes.add(account.id, account.newcomer_ids[0], search, at=now)
        await ask(town.sofie, "k:wishes")
        shown = await told(town.sofie, "Koken en bakken: 1–2")
        await press_on(town.sofie, "k:picture")
        picture = await told(town.sofie, "Wensen zonder passend aanbod")

    assert "Per gemeente: Gent 1–2" in shown.text
    assert "Amira" not in shown.text
    assert picture.kind == "photo"


async def test_a_second_tap_skips_no_second_question(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await ask(town.sofie, "k:add")
        await asked(town.sofie, "Hoe heet de activiteit?")
        await town.sofie.say("Koor")
        screen = await asked(town.sofie, "Welke organisatie?")
        skip = next(str(b["callback_data"]) for b in screen.buttons if ":skip:" in str(b["callback_data"]))
        await town.sofie.press(skip, screen.message_id)
        await asked(town.sofie, "Wat voor activiteit")
        await town.press_forged(town.sofie, skip)
        newest = await town.sofie.last()

    assert "Wat voor activiteit" in newest.text


async def test_ticks_are_taken_away_and_the_source_words_with_them(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        offer_id = await an_offer(sqlite_database, town, interests=("koken en bakken", "tuin"))
        await town.sofie.say("/aanbod")
        await told(town.sofie, "Wat wil je doen?")
        await town.press_forged(town.sofie, f"k:field:{offer_id}:interests")
        await told(town.sofie, "Nu: koken en bakken, tuin")
        await press_end(town.sofie, ":tick:cooking:n:0")
        await told(town.sofie, "Nu: tuin")
        await press_end(town.sofie, ":done")
        await told(town.sofie, "Interesses: tuin")
        now = (await offer(sqlite_database, offer_id)).details

    assert now.interests == ("tuin",)


async def test_who_waits_for_an_offer_hears_when_it_was_checked_in_the_queue(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        offer_id = await an_offer(sqlite_database, town, "Koor")
        await town.amira.say("/menu")
        await eventually(lambda: _spoken_to(town.amira))
        await town.press_forged(town.amira, f"g:go:{offer_id}")
        await told(town.amira, "kijkt eerst")
        await ask(town.sofie, "k:check")
        await told(town.sofie, "☑️ Nakijken")
        await press_on(town.sofie, f"k:mark:{offer_id}:dutch:y")
        await told(town.sofie, "Nederlandstalig: ja")
        await press_on(town.sofie, f"k:mark:{offer_id}:social:y")
        heard = await said(town.amira, "g:show:")

    assert "Koor" in heard.text
