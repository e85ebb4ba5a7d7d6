"""The step to contacts: what was claimed and confirmed before keeps its meaning."""

from pathlib import Path

from sqlalchemy import Connection, MetaData, insert

from bot.domain.attendance import Source
from bot.domain.contact_words import settle
from bot.domain.ids import NewcomerId
from bot.storage.database import Database, create_engine
from bot.storage.schema import bring_to, migrate
from tests.builders import NOW


def _before(connection: Connection) -> None:
    bring_to(connection, "0005")
    tables = MetaData()
    tables.reflect(connection)
    hours = {"days": "01234", "begin_minute": 540, "end_minute": 1020, "created_at": NOW}
    date = {"newcomer_id": 4, "bewijs_id": 1, "claimed_at": NOW}
    rows = {
        "begeleiders": [{"id": 1, "name": "Sofie", **hours}],
        "newcomers": [{"id": 4, "name": "Amira", "begeleider_id": 1, "created_at": NOW}],
        "bewijzen": [{"id": 1, "newcomer_id": 4, "kind": "sport", "key": "o:club", "created_at": NOW}],
        "attendances": [
            {**date, "id": 1, "day": NOW.date(), "minutes": 60, "state": "claimed"},
            {**date, "id": 2, "day": NOW.date().replace(day=1), "minutes": 90, "state": "confirmed"},
        ],
    }
    for name, some in rows.items():
        connection.execute(insert(tables.tables[name]), some)


async def test_what_the_begeleider_confirmed_before_stands_as_their_word(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/before.db")
    async with engine.begin() as connection:
        await connection.run_sync(_before)
    await migrate(engine)

    async with Database(engine).work(reads_only=True) as work:
        claimed, confirmed = (await work.hours.book(NewcomerId(4))).attendances
        said = await work.words.of([claimed.id, confirmed.id])
    await engine.dispose()

    assert (claimed.source, claimed.claimed_minutes) == (Source.TYPED, 60)
    assert said[claimed.id] == []
    assert [word.contact_id for word in said[confirmed.id]] == [None]
    settled = settle(said[confirmed.id], confirmed.claimed_minutes)
    assert (settled.state, settled.minutes) == (confirmed.state, confirmed.minutes)
