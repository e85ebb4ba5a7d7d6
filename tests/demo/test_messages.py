"""Messages sent, changed, taken away and replied to; and who can be reached."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden

from bot.demo.phone import Phone
from bot.demo.server import Standin

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])


async def test_an_edit_is_seen_and_takes_the_buttons_away(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "Sure?", reply_markup=KEYBOARD)

    await bot.edit_message_text("Done", amina.id, sent.message_id)

    seen = await amina.last()
    assert (seen.text, seen.labels, seen.seen["edited"]) == ("Done", [], True)


async def test_the_same_text_again_is_not_modified(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "Sure?", reply_markup=KEYBOARD)

    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply"):
        await bot.edit_message_text("Sure?", amina.id, sent.message_id, reply_markup=KEYBOARD)


async def test_a_message_once_edited_is_still_not_modified_by_the_same(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "one")
    await bot.edit_message_text("two", amina.id, sent.message_id)

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("two", amina.id, sent.message_id)


async def test_a_deleted_message_is_not_found(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "gone soon")
    await bot.delete_message(amina.id, sent.message_id)

    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", amina.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(amina.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(amina.id, "x", reply_to_message_id=sent.message_id)


async def test_a_message_of_a_person_cannot_be_edited(bot: Bot, amina: Phone) -> None:
    own = await amina.say("mine")

    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", amina.id, own.message_id)


async def test_an_old_message_cannot_be_deleted(standin: Standin, bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "old")
    standin.telegram.clock.advance(49 * 3600)

    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(amina.id, sent.message_id)


async def test_a_reply_shows_what_it_answers(bot: Bot, amina: Phone) -> None:
    asked = await amina.say("How many hours?")

    sent = await bot.send_message(
        amina.id, "40", reply_parameters=ReplyParameters(asked.message_id, quote="hours")
    )

    assert sent.reply_to_message
    assert sent.reply_to_message.text == "How many hours?"
    assert (await amina.last()).seen["quote"] == "hours"


async def test_a_reply_to_nothing_may_be_sent_without(bot: Bot, amina: Phone) -> None:
    asked = ReplyParameters(999, allow_sending_without_reply=True)

    sent = await bot.send_message(amina.id, "40", reply_parameters=asked)

    assert sent.reply_to_message is None


async def test_a_reply_of_a_person_carries_the_message(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "Your reason?")
    await amina.say("I was ill", reply_to=sent.message_id)

    (update,) = await bot.get_updates()

    assert update.message
    assert update.message.reply_to_message
    assert update.message.reply_to_message.message_id == sent.message_id


async def test_an_edit_of_a_person_reaches_the_bot(bot: Bot, amina: Phone) -> None:
    own = await amina.say("4 hours")
    await amina.edit(own.message_id, "5 hours")

    updates = await bot.get_updates()

    assert updates[-1].edited_message
    assert updates[-1].edited_message.text == "5 hours"


async def test_the_keyboard_stays_until_another_comes(bot: Bot, amina: Phone) -> None:
    await bot.send_message(amina.id, "Hi", reply_markup=ReplyKeyboardMarkup([["Hours", "Offers"]]))
    await bot.send_message(amina.id, "And more")

    await amina.press("Hours")

    assert await amina.keys() == ["Hours", "Offers"]
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.text == "Hours"


async def test_who_never_wrote_cannot_be_written_to(standin: Standin, bot: Bot) -> None:
    stranger = standin.telegram.add_person("Stranger")

    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger["id"], "hello")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(12, "hello")


async def test_blocking_closes_the_door_and_unblocking_opens_it(bot: Bot, amina: Phone) -> None:
    await amina.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(amina.id, "hello")
    await amina.unblock()

    assert await bot.send_message(amina.id, "hello")
    statuses = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
    assert statuses == ["kicked", "member"]


async def test_a_deactivated_account_is_forbidden(bot: Bot, amina: Phone) -> None:
    await amina.act("deactivate")

    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(amina.id, "hello")


async def test_copying_gives_a_message_of_its_own(bot: Bot, amina: Phone) -> None:
    asked = await amina.say("Help me")

    copied = await bot.copy_message(amina.id, amina.id, asked.message_id)

    assert copied.message_id != asked.message_id
    assert (await amina.last()).text == "Help me"


async def test_a_reaction_outside_telegrams_list_is_refused(bot: Bot, amina: Phone) -> None:
    own = await amina.say("Thanks")
    await bot.set_message_reaction(amina.id, own.message_id, "🙏")

    with pytest.raises(BadRequest, match=r"(?i)reaction_invalid"):
        await bot.set_message_reaction(amina.id, own.message_id, "✅")
    assert (await amina.messages())[-1].seen["reactions"] == {"bot": ["🙏"]}


async def test_commands_are_shown_in_the_persons_language(bot: Bot, amina: Phone) -> None:
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("help", "مساعدة")], language_code="ar")

    assert [c["description"] for c in (await amina.look())["commands"]] == ["مساعدة"]
    assert [c.description for c in await bot.get_my_commands()] == ["Help"]


async def test_a_start_link_starts_the_bot_with_its_payload(bot: Bot, amina: Phone) -> None:
    await amina.tap_link("https://t.me/inburgerbot?start=invite-7")

    (update,) = await bot.get_updates()

    assert update.message
    assert update.message.text == "/start invite-7"
