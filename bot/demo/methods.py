"""The table of Bot API methods, and how one call is carried out."""

import json
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Any

from bot.demo import methods_chat, methods_edit, methods_profile, methods_send, methods_updates
from bot.demo.calls import Call
from bot.demo.errors import ApiError
from bot.demo.methods_updates import Encoded
from bot.demo.telegram import Telegram

Method = Callable[[Telegram, Call], Any | Awaitable[Any]]

_BY_NAME: dict[str, Method] = {
    "getUpdates": methods_updates.get_updates,
    "setWebhook": methods_updates.set_webhook,
    "deleteWebhook": methods_updates.delete_webhook,
    "getWebhookInfo": methods_updates.get_webhook_info,
    "sendMessage": methods_send.send_message,
    "sendPhoto": methods_send.send_file,
    "sendDocument": methods_send.send_file,
    "sendVoice": methods_send.send_file,
    "sendVideo": methods_send.send_file,
    "sendAudio": methods_send.send_file,
    "sendSticker": methods_send.send_file,
    "sendVideoNote": methods_send.send_file,
    "sendLocation": methods_send.send_location,
    "sendContact": methods_send.send_contact,
    "sendMediaGroup": methods_send.send_media_group,
    "copyMessage": methods_send.copy_message,
    "forwardMessage": methods_send.forward_message,
    "editMessageText": methods_edit.edit_text,
    "editMessageCaption": methods_edit.edit_caption,
    "editMessageMedia": methods_edit.edit_media,
    "editMessageReplyMarkup": methods_edit.edit_markup,
    "deleteMessage": methods_edit.delete_message,
    "deleteMessages": methods_edit.delete_messages,
    "setMessageReaction": methods_chat.set_message_reaction,
    "answerCallbackQuery": methods_chat.answer_callback_query,
    "sendChatAction": methods_chat.send_chat_action,
    "getChat": methods_chat.get_chat,
    "getFile": methods_chat.get_file,
    "pinChatMessage": methods_chat.pin_message,
    "unpinChatMessage": methods_chat.unpin_message,
    "unpinAllChatMessages": methods_chat.unpin_all,
    "getMe": methods_profile.get_me,
    "setMyCommands": methods_profile.set_commands,
    "getMyCommands": methods_profile.get_commands,
    "deleteMyCommands": methods_profile.delete_commands,
    "setMyName": methods_profile.set_text,
    "getMyName": methods_profile.get_text,
    "setMyDescription": methods_profile.set_text,
    "getMyDescription": methods_profile.get_text,
    "setMyShortDescription": methods_profile.set_text,
    "getMyShortDescription": methods_profile.get_text,
    "setChatMenuButton": methods_profile.set_menu_button,
    "getChatMenuButton": methods_profile.get_menu_button,
    "setMyDefaultAdministratorRights": methods_profile.say_yes,
    "logOut": methods_profile.say_yes,
    "close": methods_profile.say_yes,
}
# Telegram does not mind the case of a method's name.
METHODS = {name.lower(): method for name, method in _BY_NAME.items()}


async def perform(telegram: Telegram, call: Call) -> bytes:
    """The JSON answer of a call that is allowed; raises ApiError for one that is refused."""
    method = METHODS.get(call.method.lower())
    if method is None:
        raise ApiError(404, "Not Found")
    result = method(telegram, call)
    if isawaitable(result):
        result = await result
    encoded = result if isinstance(result, Encoded) else json.dumps(result).encode()
    return b'{"ok":true,"result":' + encoded + b"}"
