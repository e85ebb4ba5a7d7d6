"""Files: what the bot sends to be opened, and what it fetches of what people sent."""

from typing import Any

import pytest

from bot.delivery import payloads
from bot.delivery.errors import FileGone, FileTooLarge, TelegramUnreachable
from bot.delivery.files import Files
from bot.delivery.parameters import parameters
from bot.delivery.telegram_bot import DeliveryBot, create_bot
from bot.demo.server import Standin
from bot.domain.ids import ChatId
from bot.services.delivery_ports import Outgoing, Priority, Taken
from bot.storage.database import Database
from bot.texts.message import Button, File, Message, visible
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot
from tests.delivery.test_out import put, settled

CALENDAR = File("40 uur – Amina.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar")
KINDS = (
    CALENDAR,
    File("blad.pdf", b"%PDF-1.7 blad", "application/pdf"),
    File("mensen.csv", "naam;uren\r\nAmira;14\r\n".encode("utf-8-sig"), "text/csv"),
    File("mijn-gegevens.json", b'{"naam": "Amira"}', "application/json"),
    File("mijn-gegevens.txt", "Ik héb 14 uur".encode(), "text/plain"),
)


def sending(chat_id: int, message: Message, **more: Any) -> Outgoing:
    method, payload = payloads.send(message)
    return Outgoing(chat_id=ChatId(chat_id), method=method, payload=payload, language="nl", **more)


@pytest.mark.parametrize("file", KINDS, ids=lambda file: file.type)
async def test_a_file_arrives_with_its_name_its_kind_and_every_byte(
    standin: Standin, sqlite_database: Database, phone: MakePhone, file: File
) -> None:
    amina = phone("Amina")
    await put(sqlite_database, sending(amina.id, Message(text="<b>Jouw</b> laatste dag", file=file)))

    async with small_bot(standin, sqlite_database):
        assert await settled(sqlite_database) == ["sent"]

    (bubble,) = await amina.messages()
    stored = standin.telegram.files.at(bubble.seen["file_url"].partition(standin.token + "/")[2])
    assert stored is not None
    assert (bubble.kind, bubble.html) == ("document", "<b>Jouw</b> laatste dag")
    assert (stored.name, stored.mime, stored.data) == (file.name, file.type, file.content)


async def test_a_file_has_buttons_like_any_message(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    message = Message(text="Klaar", file=CALENDAR, buttons=((Button(label="Terug", data="x"),),))
    await put(sqlite_database, sending(amina.id, message))

    async with small_bot(standin, sqlite_database):
        await settled(sqlite_database)

    assert (await amina.last()).labels == ["Terug"]


async def test_a_file_that_may_have_arrived_comes_again_and_says_so(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add("drop_after", method="sendDocument")
    await put(database, sending(amina.id, Message(text="Jouw dag", file=CALENDAR)))

    async with small_bot(standin, database):
        assert await settled(database) == ["sent"]

    texts = [bubble.text for bubble in await amina.messages()]
    assert texts == ["Jouw dag", "Nog eens, voor het geval het niet aankwam:\n\nJouw dag"]


@pytest.mark.parametrize(
    ("message", "key"),
    [(Message(text="é" * 1024, file=CALENDAR), "caption"), (Message(text="é" * 4096), "text")],
)
def test_a_repetition_without_room_for_the_word_arrives_without_it(message: Message, key: str) -> None:
    method, payload = payloads.send(message)
    taken = Taken(
        chat_id=ChatId(7),
        method=method,
        payload=payload,
        language="nl",
        id=1,
        attempts=2,
        is_again=True,
        message_id=None,
        priority=Priority.ANSWER,
    )

    assert parameters(taken)[key] == message.text


def test_a_caption_that_telegram_would_refuse_is_our_mistake_at_once() -> None:
    assert Message(text="<b>" + "x" * 1024 + "</b>", file=CALENDAR)
    with pytest.raises(ValueError, match="1024"):
        Message(text="x" * 1025, file=CALENDAR)
    with pytest.raises(ValueError, match="not both"):
        Message(text="x", file=CALENDAR, picture=b"png")
    assert visible("a &lt;b&gt; <i>c</i>") == "a <b> c"


@pytest.fixture
async def bot(standin: Standin) -> Any:
    bot = create_bot(standin.token, api_url=standin.page_url)
    await bot.initialize()
    yield bot
    await bot.shutdown()


async def file_id_of(standin: Standin, phone: MakePhone, content: bytes, **more: Any) -> str:
    await phone("Amina").send_file("document", content, name="bewijs.pdf", **more)
    return next(iter(standin.telegram.files._by_id))


async def test_a_file_is_fetched_whole(standin: Standin, phone: MakePhone, bot: DeliveryBot) -> None:
    file_id = await file_id_of(standin, phone, b"%PDF-1.7")

    assert await Files(bot).download(file_id, at_most=8) == b"%PDF-1.7"


@pytest.mark.parametrize("size", [9, 21 * 1024 * 1024])
async def test_a_file_larger_than_wanted_or_than_telegram_gives_is_too_large(
    standin: Standin, phone: MakePhone, bot: DeliveryBot, size: int
) -> None:
    file_id = await file_id_of(standin, phone, b"%PDF-1.7", size=size)

    with pytest.raises(FileTooLarge):
        await Files(bot).download(file_id, at_most=8)


async def test_a_file_telegram_does_not_have_is_gone(
    standin: Standin, phone: MakePhone, bot: DeliveryBot
) -> None:
    with pytest.raises(FileGone):
        await Files(bot).download("AgACAgQnever", at_most=8)

    file_id = await file_id_of(standin, phone, b"%PDF-1.7")
    standin.telegram.files._by_path.clear()
    with pytest.raises(FileGone):
        await Files(bot).download(file_id, at_most=8)


@pytest.mark.parametrize("fault", ["drop_before", "bad_gateway", "flood", "error_500"])
async def test_an_outage_of_telegram_is_no_loss_of_the_file(
    standin: Standin, phone: MakePhone, bot: DeliveryBot, fault: str
) -> None:
    file_id = await file_id_of(standin, phone, b"%PDF-1.7")
    standin.telegram.faults.add(fault, method="getFile", retry_after=3)

    with pytest.raises(TelegramUnreachable):
        await Files(bot).download(file_id, at_most=8)
    assert await Files(bot).download(file_id, at_most=8) == b"%PDF-1.7"
