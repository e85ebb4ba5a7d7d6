"""A begeleider looks for an activity for one of their people: sends it, chooses it, keeps it away."""

import functools
from pathlib import Path

from bot.demo.phone import Bubble, Phone
from bot.domain.ids import ChatId, NewcomerId, OfferId
from bot.domain.offer import Checked, OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.domain.participation import Step
from bot.finding import Finding
from bot.language.encoder import Encoder
from bot.offers.places import Places
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import said, tap
from tests.handlers.seen import press_on, told

AMIRA = NewcomerId(1)
FIT = Checked(holds=True)
COOKING = OfferDetails(
    title="Samen koken",
    organisation="Buurthuis De Proef",
    kind=OfferKind.NEIGHBOURHOOD_HOUSE,
    interests=("koken",),
    description="We koken samen een gerecht en eten het op.",
    in_dutch=FIT,
    social=FIT,
)


@functools.cache
def finding() -> Finding:
    """What finds activities, read once; each test's catalogue begins empty."""
    return Finding.load(Encoder(), Places.load())


def fresh() -> Finding:
    """The same with an empty catalogue."""
    loaded = finding()
    return Finding(type(loaded.catalogue).load(), loaded.wishes, loaded.senses)


async def cooking(database: Database, town: Care) -> int:
    """An activity to find; gives back its id."""
    async with database.work() as work:
        now = town.telegram.clock.now()
        return await work.offers.add("gent", "1", COOKING, is_imported=True, at=now)


async def opened(town: Care, offer_id: int) -> Bubble:
    """The activity as Sofie found it for Amira, by ticking an interest."""
    phone = town.sofie
    await phone.say("Amira")
    await press_on(phone, "k:for:1")
    await press_on(phone, "o:tick:1:cooking")
    await phone.wait_for(lambda bubble: any("✅ 🍳" in label for label in bubble.labels))
    await press_on(phone, "o:show:1")
    await press_on(phone, "o:anywhere:1")
    await press_on(phone, "o:card:1:0")
    return await said(phone, f"k:send:1:{offer_id}")


async def without_phone(database: Database, phone: Phone) -> None:
    """Nobody's phone serves this newcomer any more."""
    async with database.work() as work:
        account = await work.accounts.of_chat(ChatId(phone.id))
        assert account is not None
        for newcomer_id in account.newcomer_ids:
            await work.people.unlink_newcomer(newcomer_id, account.id)


async def chosen(database: Database) -> list[Step]:
    """Where Amira's choices stand."""
    async with database.work(reads_only=True) as work:
        return [one.step for one in await work.participations.of(AMIRA)]


async def test_an_activity_is_sent_once_and_arrives_in_the_newcomers_language(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, language="fr", finding=fresh()) as town:
        offer_id = await cooking(sqlite_database, town)
        screen = await opened(town, offer_id)
        await tap(town.sofie, screen, "k:send:1")
        arrived = await said(town.amira, f"g:go:{offer_id}:1")
        await town.sofie.press(f"k:send:1:{offer_id}", screen.message_id)
        again = await eventually(lambda: _toast(town.sofie, "vandaag al"))
        cards = [b for b in await town.amira.messages(True) if "Samen koken" in b.text]

    assert "👤 Amira" in screen.text
    assert "Sofie" in arrived.text
    assert "Samen koken" in arrived.text
    assert again
    assert len(cards) == 1


async def _toast(phone: Phone, words: str) -> bool | None:
    return any(words in toast for toast in await phone.toasts()) or None


async def test_what_is_chosen_for_somebody_is_their_choice_and_they_hear_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, finding=fresh()) as town:
        offer_id = await cooking(sqlite_database, town)
        screen = await opened(town, offer_id)
        await tap(town.sofie, screen, "k:choose:1")
        await told(town.amira, "Sofie koos voor jou")
        steps = await chosen(sqlite_database)

    assert steps == [Step.CHOSEN]


async def test_for_who_has_no_phone_there_is_something_to_read_aloud(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, finding=fresh()) as town:
        offer_id = await cooking(sqlite_database, town)
        await without_phone(sqlite_database, town.amira)
        await town.sofie.say("Amira")
        await press_on(town.sofie, "k:for:1")
        await press_on(town.sofie, "o:tick:1:cooking")
        await town.sofie.wait_for(lambda bubble: any("✅ 🍳" in label for label in bubble.labels))
        await press_on(town.sofie, "o:show:1")
        await press_on(town.sofie, "o:anywhere:1")
        await press_on(town.sofie, "o:card:1:0")
        card = await said(town.sofie, f"k:choose:1:{offer_id}")
        await tap(town.sofie, card, "k:choose:1")
        aloud = await told(town.sofie, "Lees dit voor aan Amira")
        steps = await chosen(sqlite_database)

    assert not any("Stuur naar" in label for label in card.labels)
    assert "Samen koken" in aloud.text
    assert steps == [Step.CHOSEN]


async def test_what_is_not_for_somebody_is_shown_no_more_until_it_is_taken_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, finding=fresh()) as town:
        offer_id = await cooking(sqlite_database, town)
        screen = await opened(town, offer_id)
        await tap(town.sofie, screen, "k:not:1")
        await told(town.sofie, "toon ik niet meer aan Amira")
        async with sqlite_database.work(reads_only=True) as work:
            refused = await work.participations.refused(AMIRA)
        await press_on(town.sofie, "k:allow:1")
        await told(town.sofie, "We koken samen een gerecht")
        async with sqlite_database.work(reads_only=True) as work:
            allowed = await work.participations.refused(AMIRA)

    assert set(refused) == {OfferId(offer_id)}
    assert not allowed


async def test_only_who_guides_somebody_looks_for_them(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, finding=fresh()) as town:
        offer_id = await cooking(sqlite_database, town)
        await town.nele.say("/aanbod")
        await told(town.nele, "Wat wil je doen?")
        toasts = [
            await town.press_forged(town.nele, data)
            for data in (
                "k:for:1", f"k:send:1:{offer_id}", f"k:choose:1:{offer_id}", f"k:not:1:{offer_id}",
                f"k:allow:1:{offer_id}", "o:show:1", f"o:card:1:0:{offer_id}",
            )
        ]  # fmt: skip
        steps = await chosen(sqlite_database)

    assert all("niet voor jou" in toast for toast in toasts)
    assert steps == []


async def test_one_looks_for_nobody_in_particular_as_well(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, finding=fresh()) as town:
        offer_id = await cooking(sqlite_database, town)
        await town.sofie.say("🔎 Aanbod")
        await press_on(town.sofie, "k:search")
        people = await said(town.sofie, "k:for:1")
        await tap(town.sofie, people, "k:for:-")
        await press_on(town.sofie, "o:tick:-:cooking")
        await town.sofie.wait_for(lambda bubble: any("✅ 🍳" in label for label in bubble.labels))
        await press_on(town.sofie, "o:show:-")
        await press_on(town.sofie, "o:anywhere:-")
        await press_on(town.sofie, "o:card:-:0")
        card = await said(town.sofie, f"k:offer:{offer_id}")

    assert "Samen koken" in card.text
    assert not any("Stuur" in label or "Ik wil" in label for label in card.labels)
