"""Logs hold ids of ours and kinds of failures: no names, no texts, no Telegram ids, no token."""

import logging

import pytest

from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.settings import Settings
from tests.end_to_end.conftest import RunBot, invited_people

SECRETS = ("geheimzinnig", "Amina", "Sofie", "Karim")


async def test_a_conversation_leaves_nothing_of_people_in_the_logs(
    standin: Standin, settings: Settings, run_bot: RunBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, logger="bot")
    for name in ("httpx", "httpcore", "alembic"):
        caplog.set_level(logging.WARNING, logger=name)
    people = await invited_people(standin, settings)
    async with run_bot(settings, standin) as app:
        await _talk(people.amina)
        standin.telegram.updates.add({"message": {"chat": {"id": people.amina.id}, "text": 7}})
        standin.telegram.faults.add("error_500", method="sendMessage")
        standin.telegram.faults.add("drop_after", method="sendMessage")
        await people.karim.block()
        await people.karim.act("unblock")
        await people.karim.say("geheimzinnig verhaal")
        await people.karim.wait_for("", timeout=15)
        await people.sofie.say("/start")
        await people.sofie.wait_for("", timeout=15)
        numbers = [str(person.id) for person in (people.amina, people.sofie, people.karim)]
        token = app.settings.need_token()

    said = [_everything(record) for record in caplog.records]
    for secret in (*SECRETS, *numbers, token, token.partition(":")[2]):
        assert not [line for line in said if secret in line], secret


async def _talk(phone: Phone) -> None:
    for text in ("/start", "geheimzinnig hoeveel uren moet ik doen?", "geheimzinnig"):
        await phone.say(text)
        await phone.wait_for("", timeout=15)


def _everything(record: logging.LogRecord) -> str:
    return logging.Formatter("%(name)s %(message)s").format(record)
