"""Looking for an activity, over the wire: ticks, words, place, cards, what was saved, wishes."""

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from bot.demo.phone import Bubble, Phone
from bot.domain.ids import BegeleiderId, ChatId, NewcomerId, OfferId
from bot.domain.offer import OfferDetails
from bot.domain.search import Search
from bot.domain.understanding import Action, Outcome
from bot.finding import Finding
from bot.handlers.later.new_offers import looking
from bot.offers.catalogue import Catalogue
from bot.offers.model import Model
from bot.offers.sense import mark_of
from bot.offers.senses import SenseReader, quick_sense
from bot.offers.wish_reader import WishReader
from bot.storage.database import Database
from tests.builders import BRUSSELS, NOW
from tests.handlers.care import care, eventually
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.seen import press_on, told
from tests.handlers.test_couple import choose, share
from tests.services.offers_town import COOKING, SPORT, ToldWishes, an_activity, change, fill, place

MENU_OFFERS = "🔎 Activiteit zoeken"
I_COOK = "ik kook graag"
I_SING = "ik zing graag in Gent"
I_SEW = "ik was kleermaker in Aleppo"
IN_GENT = "in Gent"
MAYBE = "moet ik elke week koken"
ABOUT_TABLES = "praten en koken in Gent"
QUESTION = "Hoeveel uren moet ik doen?"
WISHES = {
    I_COOK: Search(subjects={"cooking": 0.9}, confidence=0.95),
    I_SING: Search(subjects={"singing": 0.9}, confidence=0.95, place=place("Gent")),
    I_SEW: Search(subjects={"sewing": 0.9}, confidence=0.95, place=place("Gent")),
    MAYBE: Search(subjects={"cooking": 0.9}, confidence=0.95, place=place("Gent")),
    ABOUT_TABLES: Search(subjects={"cooking": 0.9}, confidence=0.95, place=place("Gent")),
    "ik kook in Gent": Search(subjects={"cooking": 0.9}, confidence=0.95, place=place("Gent")),
    IN_GENT: Search(place=place("Gent"), confidence=1.0),
}
ASKS = {"outcome": Outcome.ACTION, "action": Action.OFFERS, "ranking": ("@offers",), "confidence": 0.9}
READINGS = {
    I_COOK: ASKS,
    I_SING: ASKS,
    MAYBE: {"outcome": Outcome.CHOOSE, "choices": ("spreiding", "@offers"), "confidence": 0.4},
    ABOUT_TABLES: {"outcome": Outcome.ANSWER, "entry": "praattafels", "confidence": 0.9},
    QUESTION: {"outcome": Outcome.ANSWER, "entry": "termijn-40-uur", "confidence": 0.9},
}


def finding() -> Finding:
    """An empty catalogue, and a reader that was told what each wish asks for."""
    return Finding(Catalogue.load(), cast(WishReader, ToldWishes(WISHES)), cast(SenseReader, _QuickSenses()))


class _QuickSenses:
    """Works senses out by letters alone, which takes no encoder."""

    def __init__(self) -> None:
        self._model = Model.load()

    @property
    def mark(self) -> bytes:
        """As the real one says."""
        return mark_of(self._model.edition)

    def read(self, details: OfferDetails) -> bytes:
        """As the real one, without its encoder."""
        return quick_sense(self._model, details).pack(self._model.edition)


def town(database: Database, folder: Path, **values: Any) -> Any:
    """Amira in Sofie's care, with a bot that finds activities."""
    return care(database, folder, readings=READINGS, finding=finding(), **values)


async def begin(phone: Phone) -> Bubble:
    """Press 🔎."""
    await phone.say(MENU_OFFERS)
    return await told(phone, "Wat doe je graag?")


async def tick(phone: Phone, interest: str) -> None:
    """Tick an interest on the newest screen, and see the tick."""
    await press_on(phone, f"o:tick:{await whom(phone)}:{interest}:1")
    await phone.wait_for(lambda bubble: any("✅" in label for label in bubble.labels))


async def whom(phone: Phone) -> str:
    """For whom the newest screen of the search is."""
    newest = await said(phone, "o:show:")
    return (button_of(newest, "o:show:") or "").split(":")[2]


async def three(phone: Phone) -> Bubble:
    """The newest list of activities."""

    async def found() -> Bubble | None:
        return next((b for b in reversed(await phone.messages(True)) if "1️⃣" in b.labels), None)

    return await eventually(found)


async def cooking_in_gent(phone: Phone) -> Bubble:
    """Type a wish, then the place."""
    await phone.say(I_COOK)
    await told(phone, "In welke gemeente woon je?")
    await phone.say("Gent")
    return await three(phone)


async def open_card(phone: Phone, offer_id: OfferId) -> None:
    """Open this activity from the newest list."""
    found = await three(phone)
    shown = (button_of(found, "o:card:") or "").split(":")
    await tap(phone, found, f"o:card:{shown[2]}:{shown[4:].index(str(offer_id))}:")


async def saved_of(database: Database, phone: Phone) -> list[OfferId]:
    """What this phone saved."""
    async with database.work(reads_only=True) as work:
        account = await work.accounts.of_chat(ChatId(phone.id))
        assert account is not None
        return list(await work.searches.saved(account.id))


async def test_ticked_interests_a_place_and_three_activities_with_why(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING | SPORT)
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        screen = await begin(amira)
        await tick(amira, "cooking")
        await press_on(amira, "o:show:")
        await told(amira, "In welke gemeente woon je?")
        await amira.say("9000")
        found = await three(amira)

    assert "🔤 Nederlands oefenen" in screen.labels
    assert "Samen soep koken" in found.text
    assert "je koos 🍳 Koken en bakken · minder dan 1 km" in found.text
    assert "woensdag 19:00–21:00" in found.text
    assert "❔ Nog niet nagekeken of dit meetelt." in found.text
    assert "0470" not in found.text


async def test_a_wish_in_words_with_its_place_shows_activities_at_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING | SPORT)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(I_SING)
        found = await three(there.amira)

    assert "Zingen in een koor" in found.text
    assert "🎵 Muziek en zingen · 📍 Gent" in found.text


async def test_what_nothing_answers_but_is_surely_a_wish_is_shown_and_may_go_to_the_begeleider(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING | {"sewing": an_activity("Naaiatelier", interests=("naaien",))})
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(I_SEW)
        found = await three(there.amira)
        await tap(there.amira, found, "ask:own")
        asked = await said(there.amira, "q:")

    assert "Bedoel je dit?" in found.text
    assert "Naaiatelier" in found.text
    assert asked


async def test_what_is_no_wish_still_goes_to_the_begeleider(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say("Hoeveel kost een huis?")
        answer = await said(there.amira, "ask:own")

    assert "Dit weet ik niet" in answer.text


async def test_a_place_is_found_in_another_script_and_an_unknown_one_is_asked_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(I_COOK)
        await told(there.amira, "In welke gemeente woon je?")
        await there.amira.say("qqqqzzz")
        await told(there.amira, "Die plaats vind ik niet.")
        await there.amira.say("Гент")
        found = await three(there.amira)

    assert "📍 Gent" in found.text


async def test_a_shared_location_becomes_the_name_of_a_place_and_is_not_kept(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        await amira.say(I_COOK)
        await press_on(amira, "o:here:")
        await told(amira, "Tik op de knop onderaan.")
        keys = await amira.keys()
        await amira.press_key(keys[0])
        located = await told(amira, "Ik zoek rond")
        found = await three(amira)
        after = await amira.keys()
    async with sqlite_database.work(reads_only=True) as work:
        account = await work.accounts.of_chat(ChatId(amira.id))
        assert account is not None
        kept = await work.searches.get(account.id)

    assert keys[0] == "📍 Stuur mijn locatie"
    assert "Gent" in located.text
    assert "Samen soep koken" in found.text
    assert MENU_OFFERS in after
    assert "📍 Stuur mijn locatie" not in after
    assert kept is not None
    assert kept[0].place is not None
    assert (kept[0].place.point.latitude, kept[0].place.point.longitude) != (51.0536, 3.7253)


async def test_anywhere_is_a_choice_and_the_place_is_not_asked_twice(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(I_COOK)
        await press_on(there.amira, "o:anywhere:")
        await three(there.amira)
        await there.amira.say(I_COOK)
        again = await there.amira.wait_for("🔎")

    assert "1️⃣" in again.labels
    assert "🌍 Overal" in again.text


async def test_a_card_opens_in_place_of_the_list_and_closes_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        found = await cooking_in_gent(there.amira)
        await open_card(there.amira, ids["soup"])
        card = await said(there.amira, "g:go:")
        await tap(there.amira, card, "o:list:")
        back = await three(there.amira)

    assert card.message_id == found.message_id == back.message_id
    assert "Samen soep koken" in card.text
    assert back.text == found.text


async def test_more_shows_others_and_then_says_honestly_that_there_is_nothing_else(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        first = await cooking_in_gent(there.amira)
        await press_on(there.amira, "o:more:")
        second = await there.amira.wait_for(lambda bubble: bubble.text != first.text)
        await press_on(there.amira, "o:more:")
        end = await told(there.amira, "Ik vind nu niets anders.")
        await tap(there.amira, end, "o:again:")
        again = await there.amira.wait_for(lambda bubble: "1️⃣" in bubble.labels)

    assert not set(first.text.split("\n")) & {line for line in second.text.split("\n") if "️⃣" in line}
    assert button_of(end, "o:keep:")
    assert again.text == first.text


async def test_an_activity_that_ended_meanwhile_says_so_and_others_come(
    sqlite_database: Database, tmp_path: Path
) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await cooking_in_gent(there.amira)
        await change(sqlite_database, ids["soup"], is_cancelled=True)
        await open_card(there.amira, ids["soup"])
        others = await there.amira.wait_for(lambda bubble: "Samen soep koken" not in bubble.text)
        toasts = await there.amira.toasts()

    assert toasts[-1] == "Deze activiteit is er niet meer. Ik toon je andere."
    assert "1️⃣" in others.labels


async def test_saving_is_kept_once_and_what_is_gone_can_be_taken_away(
    sqlite_database: Database, tmp_path: Path
) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        await cooking_in_gent(amira)
        await open_card(amira, ids["soup"])
        await press_on(amira, "o:save:")
        card = await said(amira, "o:unsave:")
        kept = await saved_of(sqlite_database, amira)
        await change(sqlite_database, ids["soup"], is_cancelled=True)
        await begin(amira)
        await press_on(amira, "o:saved:")
        saved = await told(amira, "Dit bewaarde je.")
        await tap(amira, saved, "o:drop:")
        await told(amira, "Je bewaarde nog niets.")

    assert "✅ Bewaard" in card.labels
    assert kept == [ids["soup"]]
    assert "✖️ Samen soep koken" in saved.labels


async def test_days_and_parts_of_the_day_are_ticked(sqlite_database: Database, tmp_path: Path) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        await cooking_in_gent(amira)
        await press_on(amira, "o:when:")
        await press_on(amira, "o:day:1:2:1")
        await said(amira, "o:day:1:2:0")
        await press_on(amira, "o:part:1:evening:1")
        await said(amira, "o:part:1:evening:0")
        await press_on(amira, "o:show:")
        found = await three(amira)

    assert "🗓 wo, Avond" in found.text
    assert "woensdag, ’s avonds" in found.text


async def test_nearer_looks_closer_until_there_is_no_closer(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await cooking_in_gent(there.amira)
        for km in (10, 5):
            await press_on(there.amira, "o:nearer:")
            await told(there.amira, f"📍 Gent · {km} km")
        await press_on(there.amira, "o:nearer:")
        toast = await eventually(lambda: _toast(there.amira))

    assert toast == "Dichterbij dan dit vind ik niets."


async def _toast(phone: Phone) -> str | None:
    toasts = [toast for toast in await phone.toasts() if toast]
    return toasts[-1] if toasts else None


async def test_a_wish_is_kept_and_told_by_day_when_something_fits(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        await amira.say(I_SING)
        await press_on(amira, "o:keep:")
        kept = await told(amira, "Ik hou het in de gaten.")
        await fill(sqlite_database, {"choir": SPORT["choir"]})
        async with sqlite_database.work() as work:
            await work.jobs.add(looking(there.telegram.clock.now(), BRUSSELS))
        there.pass_hours(0.2)
        news = await told(amira, "Er is een nieuwe activiteit voor jou!")
        await tap(amira, news, "o:card:")
        await said(amira, "g:go:")
        await press_on(amira, "o:list:")

    assert "🎵 Muziek en zingen" in kept.text
    assert "Zingen in een koor" in news.text
    assert button_of(news, "o:stop:")


async def test_a_question_on_the_screen_of_interests_is_answered(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with town(sqlite_database, tmp_path) as there:
        await begin(there.amira)
        await there.amira.say(QUESTION)
        answer = await said(there.amira, "a:")

    assert answer.text


async def test_what_says_nothing_on_the_screen_of_interests_shows_it_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with town(sqlite_database, tmp_path) as there:
        await begin(there.amira)
        await there.amira.say("blablabla")
        again = await told(there.amira, "Ik begrijp nog niet wat je zoekt.")
        await there.amira.say(IN_GENT)
        placed = await there.amira.wait_for("📍 Gent")

    assert button_of(again, "o:tick:")
    assert placed


@pytest.mark.parametrize(
    "data",
    [
        "o:card:1:0",
        "o:card:1:2:1",
        "o:card:1:0:abc",
        "o:tick:1:flying:1:0",
        "o:day:1:9:1",
        "o:reach:1:7",
        "o:stop:1",
        "o:nonsense:1",
        "o:",
    ],
)
async def test_a_forged_button_of_the_search_is_an_old_one(
    sqlite_database: Database, tmp_path: Path, data: str
) -> None:
    async with town(sqlite_database, tmp_path) as there:
        await begin(there.amira)
        toast = await there.press_forged(there.amira, data)

    assert toast == "Deze knop werkt niet meer. Stel je vraag gewoon opnieuw."


async def test_nobody_looks_for_somebody_elses_newcomer(sqlite_database: Database, tmp_path: Path) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        for phone in (there.karim, there.nele):
            await phone.say("/menu")
            await phone.wait_for()
        toasts = [
            await there.press_forged(phone, f"o:{data}")
            for phone in (there.karim, there.nele)
            for data in ("start:1", f"card:1:0:{ids['soup']}", "show:1", "saved:1", "wishes:1")
        ]

    assert set(toasts) == {"Deze knop is niet voor jou."}


async def test_what_the_begeleider_refused_does_not_open(sqlite_database: Database, tmp_path: Path) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await cooking_in_gent(there.amira)
        async with sqlite_database.work() as work:
            await work.participations.refuse(NewcomerId(1), ids["soup"], BegeleiderId(1), at=NOW)
        await open_card(there.amira, ids["soup"])
        others = await there.amira.wait_for(lambda bubble: "Samen soep koken" not in bubble.text)

    assert "1️⃣" in others.labels


async def test_html_in_a_title_or_description_is_only_text(sqlite_database: Database, tmp_path: Path) -> None:
    title = "<b>Koken</b> & eten"
    await fill(
        sqlite_database,
        {
            "html": an_activity(
                title, interests=("koken",), description="<script>x</script> " + "koken " * 2000
            )
        },
    )
    async with town(sqlite_database, tmp_path) as there:
        found = await cooking_in_gent(there.amira)
        await press_on(there.amira, "o:card:")
        card = await said(there.amira, "o:full:")
        await tap(there.amira, card, "o:full:")
        whole = await there.amira.wait_for(lambda bubble: len(bubble.text) > len(card.text))

    assert title in found.text
    assert "<script>" in card.text
    assert len(whole.text) > 3500


async def test_what_may_be_a_question_or_a_wish_shows_activities_and_the_question(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(MAYBE)
        found = await three(there.amira)
        await tap(there.amira, found, "c:spreiding")
        answer = await said(there.amira, "a:")

    assert "Bedoel je dit?" in found.text
    assert not button_of(found, "c:@offers")
    assert answer.text


async def test_an_answer_about_taking_part_leads_to_activities_for_what_was_asked(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(ABOUT_TABLES)
        answer = await said(there.amira, "c:@offers")
        await tap(there.amira, answer, "c:@offers")
        found = await three(there.amira)

    assert "🍳 Koken en bakken" in found.text


async def test_two_on_one_phone_each_look_for_themselves(sqlite_database: Database, tmp_path: Path) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        await share(there, amira, there.nele, "Yusuf")
        there.pass_hours(1.1)
        await amira.say(MENU_OFFERS)
        await choose(amira, "Amira")
        screen = await told(amira, "Wat doe je graag?")
        await amira.say("ik kook in Gent")
        found = await three(amira)
        async with sqlite_database.work() as work:
            (yusuf,) = [n for n in await work.people.guided_by([BegeleiderId(2)]) if n.name == "Yusuf"]
            await work.participations.refuse(yusuf.id, ids["soup"], BegeleiderId(2), at=NOW)
        toasts = len(await amira.toasts())
        await there.press_forged(amira, f"o:card:{yusuf.id}:0:{ids['soup']}")
        of_yusuf = (await amira.toasts())[toasts:]

    assert screen.text.startswith("👤 Amira")
    assert found.text.startswith("👤 Amira")
    assert of_yusuf == ["Deze activiteit is er niet meer. Ik toon je andere."]


async def test_nothing_is_told_at_night(sqlite_database: Database, tmp_path: Path) -> None:
    async with town(sqlite_database, tmp_path) as there:
        amira = there.amira
        await amira.say(I_SING)
        await press_on(amira, "o:keep:")
        await told(amira, "Ik hou het in de gaten.")
        there.pass_hours(10)
        await fill(sqlite_database, {"choir": SPORT["choir"]})
        async with sqlite_database.work() as work:
            await work.jobs.add(looking(there.telegram.clock.now(), BRUSSELS))
        there.pass_hours(1)
        await asyncio.sleep(0.5)
        at_night = [bubble.text for bubble in await amira.messages(True)]
        there.pass_hours(12.3)
        news = await told(amira, "Er is een nieuwe activiteit voor jou!")

    assert not any("nieuwe activiteit" in text for text in at_night)
    assert "Zingen in een koor" in news.text
