"""When contacts are asked: once a day, never at night, once more after a week; by Telegram or by mail."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.job_runner import JobRunner
from bot.delivery.mail import Mail, MailAway, Mailer, MailRefused, MailUnknown
from bot.delivery.turn import Turn
from bot.domain.asking_contacts import ask_at, ends_at
from bot.domain.contact import Contact
from bot.domain.ids import BewijsId
from bot.domain.schedule import Dated, Schedule, Weekly
from bot.faq.entries import load_entries
from bot.handlers.later.contact_asking import plan_asking
from bot.handlers.later.contact_mail import CONTACT_MAIL, WAITS, mail_link, make_send
from bot.handlers.later.contact_thanks import ask_to_thank
from bot.handlers.later.jobs import make_jobs
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Transaction
from bot.storage.database import Database
from bot.storage.tables import outbox
from bot.storage.work import SqlWork
from tests.builders import BRUSSELS, services
from tests.handlers.days import SetClock, brussels, waiting_jobs, work_off
from tests.services.contact_care import ContactCare, a_contact_care

MONDAY = dt.date(2026, 11, 23)
A_DAY = dt.timedelta(days=1)
RESOURCES = Resources(
    entries=load_entries(),
    bot_username="bot",
    fallback_chat=None,
    admin_chat=None,
    zone=BRUSSELS,
    public_url="https://bot.example",
    sends_mail=True,
)


@pytest.mark.parametrize(
    ("day", "now", "ends", "asks_on", "due"),
    [
        (MONDAY, brussels(MONDAY, 11), None, None, brussels(MONDAY, 19)),
        (MONDAY, brussels(MONDAY, 11), dt.time(16), None, brussels(MONDAY, 19)),
        (MONDAY, brussels(MONDAY, 11), dt.time(19, 15), None, brussels(MONDAY, 19, 45)),
        # Half an hour after its end it is too late for that evening.
        (MONDAY, brussels(MONDAY, 11), dt.time(20), None, brussels(MONDAY + A_DAY, 10)),
        (MONDAY, brussels(MONDAY, 22), None, None, brussels(MONDAY + A_DAY, 10)),
        (MONDAY - A_DAY, brussels(MONDAY, 11), None, None, brussels(MONDAY + A_DAY, 10)),
        (MONDAY - A_DAY, brussels(MONDAY, 8), None, None, brussels(MONDAY, 10)),
        (MONDAY, brussels(MONDAY, 11), None, 3, brussels(MONDAY + 3 * A_DAY, 10)),
        (MONDAY, brussels(MONDAY, 11), None, 0, brussels(MONDAY + 7 * A_DAY, 10)),
        (MONDAY, brussels(MONDAY, 9), None, 0, brussels(MONDAY, 10)),
    ],
)
def test_a_contact_is_asked_in_the_evening_the_next_morning_or_on_their_day(
    day: dt.date, now: dt.datetime, ends: dt.time | None, asks_on: int | None, due: dt.datetime
) -> None:
    assert ask_at(day, now, BRUSSELS, ends=ends, asks_on=asks_on) == due


def test_an_activity_ends_when_its_schedule_says() -> None:
    schedule = Schedule(
        weekly=(Weekly(0, dt.time(18), dt.time(20)), Weekly(1, dt.time(9), dt.time(11))),
        dates=(Dated(MONDAY, MONDAY + A_DAY, dt.time(19), dt.time(21)),),
    )

    assert ends_at(schedule, MONDAY) == dt.time(21)
    assert ends_at(schedule, MONDAY + 8 * A_DAY) == dt.time(11)
    assert ends_at(schedule, MONDAY + 2 * A_DAY) is None


class Letterbox(Mailer):
    """Keeps what would be sent, or fails as it was told."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__(host="localhost", port=25, sender="bot@gent.example")
        object.__setattr__(self, "got", [])
        object.__setattr__(self, "failure", failure)

    got: list[Mail]
    failure: Exception | None

    async def send(self, mail: Mail, *, at: dt.datetime) -> None:
        """Keep it."""
        self.got.append(mail)
        if self.failure is not None:
            raise self.failure


class Town:
    """A bot that works off its jobs on a real database, at a moment that is set."""

    def __init__(self, database: Database, failure: Exception | None = None) -> None:
        self.database = database
        self.clock = SetClock(brussels(MONDAY, 11))
        self.box = Letterbox(failure)
        self.runner = JobRunner(
            database,
            make_jobs(RESOURCES),
            clock=self.clock,
            new_turn=self._turn,
            after_commit=lambda _: None,
            preparations={
                CONTACT_MAIL: make_send(
                    database,
                    self.clock,
                    lambda work, now: services(work, now=now),  # type: ignore[arg-type]
                    self.box,
                    RESOURCES,
                )
            },
        )

    def _turn(self, work: Transaction, prepared: Any) -> Turn:
        assert isinstance(work, SqlWork)
        now = self.clock.now()
        return Turn(work=work, services=services(work, now=now), now=now, prepared=prepared)

    @contextlib.asynccontextmanager
    async def turn(self) -> AsyncIterator[tuple[Turn, ContactCare]]:
        """An open turn, with everybody as they are found again."""
        async with self.database.work() as work:
            assert isinstance(work, SqlWork)
            turn = self._turn(work, None)
            yield turn, self.care(work)

    def care(self, work: SqlWork) -> ContactCare:
        """The same people in another unit of work."""
        return ContactCare(
            work, amira=self.amira, karim=self.karim, sofie=self.sofie, phone=self.phone, now=self.clock.now()
        )

    async def begin(self, *, has_phone: bool = True, **changes: Any) -> Contact:
        """Everybody joins; Karel confirms Amira's football."""
        async with self.database.work() as work:
            assert isinstance(work, SqlWork)
            care = await a_contact_care(work)
            self.amira, self.karim, self.sofie, self.phone = care.amira, care.karim, care.sofie, care.phone
            karel = await care.contact(account=care.phone if has_phone else None)
            if changes:
                await work.contact_people.change(karel.id, **changes)
            return karel

    async def claim(self, days_ago: int = 0) -> None:
        """Amira notes hours."""
        async with self.turn() as (turn, care):
            date = await care.claim(days_ago)
            await plan_asking(turn, await care.own(), BewijsId(date.bewijs_id))

    async def confirm_all(self, karel: Contact) -> None:
        """Karel says that everything is right."""
        async with self.turn() as (_, care):
            for line in await care.use.confirming.lines(karel):
                await care.say(karel, line.attendance_id, line.minutes)

    async def at(self, day: dt.date, hour: int, minute: int = 0) -> None:
        """It is this moment, and what is due is done."""
        self.clock.moment = brussels(day, hour, minute)
        await work_off(self.runner)

    async def told(self, chat_id: int) -> list[str]:
        """What waits to be sent to a chat."""
        async with self.database.work(reads_only=True) as work:
            assert isinstance(work, SqlWork)
            query = select(outbox.c.payload).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id)
            return [str(payload) for payload in (await work.connection.execute(query)).scalars()]


KAREL, SOFIE = 3001, 2001


async def test_a_contact_gets_one_list_in_the_evening_and_nothing_when_nothing_waits(
    database: Database,
) -> None:
    town = Town(database)
    karel = await town.begin()
    await town.claim()
    await town.claim(days_ago=1)
    await town.at(MONDAY, 18, 59)
    before = await town.told(KAREL)
    await town.at(MONDAY, 19)
    evening = await town.told(KAREL)
    await town.confirm_all(karel)
    await town.at(MONDAY + A_DAY, 10)
    await town.at(MONDAY + 8 * A_DAY, 12)

    assert before == []
    assert len(evening) == 1
    assert "2 datums" in evening[0]
    assert await town.told(KAREL) == evening


async def test_a_second_list_of_a_day_waits_for_the_morning(sqlite_database: Database) -> None:
    town = Town(sqlite_database)
    town.clock.moment = brussels(MONDAY, 9)
    await town.begin()
    await town.claim(days_ago=1)
    await town.at(MONDAY, 10)
    await town.claim()
    await town.at(MONDAY, 19, 30)
    that_day = await town.told(KAREL)
    await town.at(MONDAY + A_DAY, 10)

    assert len(that_day) == 1
    assert len(await town.told(KAREL)) == 2


async def test_the_same_dates_are_asked_for_twice_and_no_more(sqlite_database: Database) -> None:
    town = Town(sqlite_database)
    await town.begin()
    await town.claim()
    found = []
    for days in (0, 1, 6, 7, 8, 14, 21, 28):
        await town.at(MONDAY + days * A_DAY, 19)
        found.append(len(await town.told(KAREL)))

    assert found == [1, 1, 1, 2, 2, 2, 2, 2]


async def test_after_a_standstill_no_list_comes_at_night(sqlite_database: Database) -> None:
    town = Town(sqlite_database)
    await town.begin()
    await town.claim()
    await town.at(MONDAY, 23)
    at_night = await town.told(KAREL)
    await town.at(MONDAY + A_DAY, 10)

    assert at_night == []
    assert len(await town.told(KAREL)) == 1


async def test_who_chose_a_day_gets_the_list_on_that_day(sqlite_database: Database) -> None:
    town = Town(sqlite_database)
    await town.begin(asks_on=3)
    await town.claim()
    await town.at(MONDAY + 2 * A_DAY, 19)
    before = await town.told(KAREL)
    await town.at(MONDAY + 3 * A_DAY, 10)

    assert before == []
    assert len(await town.told(KAREL)) == 1


async def test_without_telegram_the_list_goes_by_mail_without_anybodys_name(
    sqlite_database: Database,
) -> None:
    town = Town(sqlite_database)
    await town.begin(has_phone=False, email="karel@fcgent.example", language="fr")
    await town.claim()
    await town.at(MONDAY, 19)

    (mail,) = town.box.got
    assert mail.to == "karel@fcgent.example"
    assert "https://bot.example/k/k-" in mail.text
    assert "Amira" not in mail.text + mail.subject
    assert 'lang="fr"' in mail.html


async def test_who_cannot_be_reached_or_stopped_gets_nothing(sqlite_database: Database) -> None:
    town = Town(sqlite_database)
    karel = await town.begin()
    await town.claim()
    async with town.turn() as (turn, _):
        await turn.services.contact_care.stop(karel)
    await town.at(MONDAY, 19)

    assert await town.told(KAREL) == []
    assert not [key for key in await waiting_jobs(sqlite_database) if key.startswith("ask")]


async def a_mailed_link(town: Town) -> None:
    """Sofie's bot mails the link to the offer's address."""
    async with town.turn() as (turn, care):
        dossier = await care.guided()
        link_id = await turn.work.contact_links.add(
            newcomer_id=dossier.id,
            bewijs_id=await care.bewijs_id(),
            organisation="FC Gent",
            reached=(await turn.services.contact_links.ask(dossier, await care.bewijs_id())).reached,
            name=None,
            email="info@fcgent.example",
            expires_at=town.clock.now() + 14 * A_DAY,
            at=town.clock.now(),
        )
        link = await turn.work.contact_links.get(link_id)
        assert link is not None
        assert await mail_link(turn, link)
        assert not await mail_link(turn, link)


async def test_the_introduction_says_who_asks_and_how_to_say_no(sqlite_database: Database) -> None:
    town = Town(sqlite_database)
    await town.begin()
    await a_mailed_link(town)
    await work_off(town.runner)

    (mail,) = town.box.got
    for words in (
        "Amira",
        "FC Gent",
        "Sofie",
        "Niet bij ons",
        "https://bot.example/c/c-",
        "https://t.me/bot?start=c-",
    ):
        assert words in mail.text
    assert mail.to == "info@fcgent.example"


@pytest.mark.parametrize(
    ("failure", "tries"),
    [(MailRefused("550"), 1), (MailAway("421"), len(WAITS) + 1), (MailUnknown("broke"), 2)],
)
async def test_a_mail_that_does_not_arrive_is_tried_again_and_told_once(
    sqlite_database: Database, failure: Exception, tries: int
) -> None:
    town = Town(sqlite_database, failure)
    await town.begin()
    await a_mailed_link(town)
    for _ in range(10):
        await work_off(town.runner)
        town.clock.moment += dt.timedelta(hours=13)

    told = [text for text in await town.told(SOFIE) if "kwam niet aan" in text]
    assert len(town.box.got) == tries
    assert len({mail.key for mail in town.box.got}) == 1
    assert len(told) == (0 if isinstance(failure, MailUnknown) else 1)


async def test_an_address_that_takes_no_mail_is_told_once_and_dropped(sqlite_database: Database) -> None:
    town = Town(sqlite_database, MailRefused("550"))
    karel = await town.begin(has_phone=False, email="karel@fcgent.example")
    await town.claim()
    await town.at(MONDAY, 19)
    await town.at(MONDAY + 7 * A_DAY, 19)

    async with town.turn() as (turn, _):
        found = await turn.work.contact_people.get(karel.id)
    assert found is not None
    assert found.email is None
    assert len(town.box.got) == 1
    assert len([text for text in await town.told(SOFIE) if "kwam niet aan" in text]) == 1


async def test_contacts_are_thanked_once_on_the_first_working_day_of_a_quarter(
    sqlite_database: Database,
) -> None:
    town = Town(sqlite_database)
    karel = await town.begin()
    await town.claim()
    await town.confirm_all(karel)
    for day in (dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2027, 1, 4), dt.date(2027, 1, 5)):
        await town.at(day, 4)
        async with town.turn() as (turn, _):
            await ask_to_thank(turn, day, RESOURCES)
        await town.at(day, 10)

    (thanks,) = await town.told(KAREL)
    assert "1 mens" in thanks
    assert "2 uur" in thanks
