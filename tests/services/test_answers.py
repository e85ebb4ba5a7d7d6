"""An entry that is off is not shown; the begeleider is offered only where somebody would read it."""

from pathlib import Path

import pytest

from bot.domain.errors import EntryOff
from bot.domain.ids import BegeleiderId, ChatId, EntryId
from tests.builders import NOW, a_database, an_account, services

ENTRY = EntryId("termijn-40-uur")


async def test_an_entry_that_is_off_is_refused_until_it_is_on_again(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        answers = services(work).answers
        await answers.switch_off(ENTRY, "nieuwe regels")

        assert await answers.off() == {ENTRY}
        with pytest.raises(EntryOff):
            await answers.check(ENTRY)
        await answers.switch_on(ENTRY)
        await answers.check(ENTRY)


async def test_a_question_is_read_by_the_begeleider_or_else_by_the_team(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database, database.work() as work:
        begeleider = await services(work).accounts.recognise(ChatId(2001), name="An", language_code="nl")
        begeleider_id = await work.people.add_begeleider("An", at=NOW)
        await work.people.link_begeleider(begeleider_id, begeleider.id)
        newcomer_id = await work.people.add_newcomer("Amira", begeleider_id, at=NOW)
        guided, alone = an_account(newcomer_ids=(newcomer_id,)), an_account()

        by_begeleider = await services(work).answers.reader(guided)
        by_team = await services(work, fallback_chat=-100).answers.reader(alone)

        assert by_begeleider is not None
        assert by_begeleider.name == "An"
        assert by_team is not None
        assert by_team.is_team
        assert await services(work).answers.reader(alone) is None


async def test_a_begeleider_has_nobody_to_ask_here(tmp_path: Path) -> None:
    begeleider = an_account(begeleider_id=BegeleiderId(1))
    async with a_database(tmp_path) as database, database.work() as work:
        assert await services(work, fallback_chat=-100).answers.reader(begeleider) is None
