"""Files: from the phone to the bot and back."""

import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest

from bot.demo.attachments import SAMPLES
from bot.demo.phone import Phone

PAPER = (SAMPLES / "paper.jpg").read_bytes()


async def test_a_photo_comes_in_sizes_and_is_downloaded_whole(bot: Bot, amina: Phone) -> None:
    await amina.send_photo(PAPER, caption="my bewijs")

    (update,) = await bot.get_updates()
    assert update.message
    largest = update.message.photo[-1]
    assert (largest.width, largest.height) == (1280, 960)
    assert update.message.caption == "my bewijs"
    held = await (await largest.get_file()).download_as_bytearray()
    assert bytes(held) == PAPER


async def test_the_same_photo_keeps_its_unique_id_unless_sent_as_new(bot: Bot, amina: Phone) -> None:
    for as_new in (False, False, True):
        await amina.send_photo(PAPER, as_new=as_new)

    first, second, third = [u.message.photo[-1] for u in await bot.get_updates() if u.message]

    assert first.file_id != second.file_id
    assert first.file_unique_id == second.file_unique_id != third.file_unique_id


async def test_a_file_over_20_megabytes_is_too_big(bot: Bot, amina: Phone) -> None:
    await amina.send_file("document", b"%PDF", name="huge.pdf", size=21 * 1024 * 1024)
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.document

    with pytest.raises(BadRequest, match="File is too big"):
        await update.message.document.get_file()


async def test_an_album_is_messages_with_one_group_id(bot: Bot, amina: Phone) -> None:
    await amina.send_album([PAPER, PAPER], caption="two pages")

    messages = [u.message for u in await bot.get_updates() if u.message]

    assert [m.caption for m in messages] == ["two pages", None]
    assert len({m.media_group_id for m in messages}) == 1


@pytest.mark.parametrize("kind", ["voice", "sticker", "document"])
async def test_each_kind_arrives_as_itself(bot: Bot, amina: Phone, kind: str) -> None:
    await amina.send_file(kind)

    (update,) = await bot.get_updates()

    assert update.message
    assert update.message.effective_attachment == getattr(update.message, kind)


async def test_the_bot_sends_files_new_and_known(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_photo(amina.id, PAPER, caption="<b>scan</b>", parse_mode="HTML")
    await bot.send_document(amina.id, b"BEGIN:VCALENDAR", filename="visit.ics")
    await bot.send_photo(amina.id, sent.photo[-1].file_id)

    seen = await amina.messages(from_bot=True)
    assert [bubble.kind for bubble in seen] == ["photo", "document", "photo"]
    assert seen[0].html == "<b>scan</b>"
    assert seen[1].seen["file_name"] == "visit.ics"


async def test_the_bot_sends_an_album(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_media_group(amina.id, [InputMediaPhoto(PAPER, "one"), InputMediaPhoto(PAPER)])

    assert len({message.media_group_id for message in sent}) == 1
    assert [bubble.text for bubble in await amina.messages(from_bot=True)] == ["one", ""]


async def test_what_is_no_picture_is_no_photo(bot: Bot, amina: Phone) -> None:
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(amina.id, b"not a picture")


async def test_a_shared_contact_is_ones_own(bot: Bot, amina: Phone) -> None:
    await amina.act("contact")

    (update,) = await bot.get_updates()

    assert update.message
    assert update.message.contact
    assert update.message.contact.user_id == amina.id
