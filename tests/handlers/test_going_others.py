"""From a search to a choice, and from what did not work out to three others."""

from pathlib import Path

from bot.domain.ids import ChatId
from bot.domain.search import USUAL_REACH_KM
from bot.storage.database import Database
from tests.handlers.care import care, eventually
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.seen import press_on, told
from tests.handlers.test_finding import READINGS, cooking_in_gent, finding, three
from tests.services.offers_town import COOKING, change, fill

TWO_DAYS = 48


async def test_a_wish_a_choice_and_three_nearer_ones_when_it_was_too_far(
    sqlite_database: Database, tmp_path: Path
) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with care(sqlite_database, tmp_path, readings=READINGS, finding=finding()) as town:
        amira = town.amira
        found = await cooking_in_gent(amira)
        await tap(amira, found, "o:card:")
        await press_on(amira, "g:go:")
        screen = await told(amira, "Goed gekozen")
        town.pass_hours(TWO_DAYS)
        await tap(amira, await told(amira, "is het gelukt?"), "g:why")
        await press_on(amira, "g:end:1:too_far")
        ended = await told(amira, "staat niet meer op je lijst")
        others = await three(amira)
        async with sqlite_database.work(reads_only=True) as work:
            account = await work.accounts.of_chat(ChatId(amira.id))
            assert account is not None
            last = await work.searches.get(account.id)

    title = screen.text.splitlines()[0]
    assert last is not None
    assert last[0].reach_km is not None
    assert last[0].reach_km < USUAL_REACH_KM
    assert ids["soup"] in last[1]
    assert others.message_id > ended.message_id
    assert title not in others.text
    assert button_of(ended, "g:others") is not None


async def test_what_filled_up_between_card_and_press_leads_to_others(
    sqlite_database: Database, tmp_path: Path
) -> None:
    ids = await fill(sqlite_database, COOKING)
    async with care(sqlite_database, tmp_path, readings=READINGS, finding=finding()) as town:
        amira = town.amira
        await tap(amira, await cooking_in_gent(amira), "o:card:")
        card = await said(amira, "g:go:")
        chosen = next(
            name
            for name, number in ids.items()
            if (button_of(card, "g:go:") or "").split(":")[2] == str(number)
        )
        await change(sqlite_database, ids[chosen], is_cancelled=True)
        await tap(amira, card, "g:go:")
        gone = await told(amira, "is er niet meer")

        async def below() -> bool | None:
            return (await three(amira)).message_id > gone.message_id or None

        assert await eventually(below)
