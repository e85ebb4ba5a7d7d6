"""Joining through a link, and inviting a newcomer. Opening a link changes nothing; its button does."""

from dataclasses import replace

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.qr import qr_png
from bot.domain.errors import ButtonOld, InviteNotValid, NotYours
from bot.domain.invite import InviteKind
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.people import Begeleider
from bot.domain.reader import reader_of
from bot.domain.slot import read_text
from bot.handlers import states
from bot.handlers.errors import ANSWER_TO
from bot.handlers.posting import post_of
from bot.handlers.pressed import pressed
from bot.handlers.resources import resources_of
from bot.services.invites import NAME_LENGTH, Joined, Opened, Situation
from bot.texts import begeleider_invites, invites, menu
from bot.texts import errors as error_texts
from bot.texts import questions as question_texts
from bot.texts.buttons import Press
from bot.texts.message import Message


async def open_link(context: BotContext, payload: str) -> None:
    """Say who invites, and ask to press; a link that is no good ends in its calm sentence and the menu."""
    try:
        opened = await context.services.invites.open(payload, by=context.account)
    except InviteNotValid as refusal:
        sentence = error_texts.refusal(context.speaker, ANSWER_TO[type(refusal)])
        context.say(_with_menu(context, sentence))
    else:
        context.say(_screen(context, opened))


def _with_menu(context: BotContext, message: Message) -> Message:
    """A new person who came by a link has no buttons under the typing field yet."""
    speaker = context.speaker
    return replace(message, keyboard=menu.menu_keyboard(speaker), placeholder=menu.placeholder(speaker))


def _screen(context: BotContext, opened: Opened) -> Message:
    speaker = context.speaker
    inviter = opened.begeleider.name if opened.begeleider else ""
    former = opened.former.name if opened.former else ""
    invite_id, proof = opened.invite.id, opened.proof
    match opened.situation:
        case Situation.NEW if opened.invite.kind is InviteKind.BEGELEIDER:
            name = opened.invite.name or context.account.name
            return begeleider_invites.join(name, invite_id=invite_id, proof=proof)
        case Situation.NEW:
            return invites.join_begeleider(speaker, begeleider=inviter, invite_id=invite_id, proof=proof)
        case Situation.CHANGE:
            return invites.change_begeleider(
                speaker, begeleider=inviter, former=former, invite_id=invite_id, proof=proof
            )
        case _:
            return _nothing_to_join(context, opened)


def _nothing_to_join(context: BotContext, opened: Opened) -> Message:
    match opened.situation:
        case Situation.OWN:
            return begeleider_invites.own_link()
        case Situation.FOR_NEWCOMER:
            return begeleider_invites.for_newcomer()
        case Situation.FOR_BEGELEIDER:
            return invites.for_begeleider(context.speaker)
        case _ if context.account.is_begeleider:
            return begeleider_invites.is_begeleider_already()
        case _:
            name = opened.former.name if opened.former else ""
            return invites.joined_already(context.speaker, name)


async def press(update: Update, context: BotContext) -> None:
    """Join, or leave it."""
    button = pressed(update)
    match button.word(0):
        case "join":
            await _join(update, context, button)
        case "leave":
            context.edit(update, invites.left(context.speaker))
            context.say(invites.menu_comes(context.speaker))
        case "stop":
            await states.leave(context, states.NAMING)
            context.edit(update, begeleider_invites.stopped())
        case _:
            raise ButtonOld


async def _join(update: Update, context: BotContext, button: Press) -> None:
    invite_id, proof = button.number(1), button.word(2)
    joined = await context.services.invites.join(invite_id, proof, by=context.account)
    if joined is None:
        opened = await context.services.invites.opened(invite_id, proof, by=context.account)
        context.edit(update, _nothing_to_join(context, opened))
    elif joined.kind is InviteKind.BEGELEIDER:
        await _welcome_begeleider(update, context, joined)
    else:
        await _welcome_newcomer(update, context, joined)


async def _welcome_begeleider(update: Update, context: BotContext, joined: Joined) -> None:
    """Begeleiders work in Dutch, whatever their phone speaks."""
    await context.services.accounts.choose_language(context.account, SOURCE_LANGUAGE)
    context.edit(update, begeleider_invites.welcome(joined.name))


async def _welcome_newcomer(update: Update, context: BotContext, joined: Joined) -> None:
    context.edit(update, invites.joined(context.speaker, joined.begeleider.name))
    if joined.former is None:
        context.say(invites.menu_comes(context.speaker))
    _tell(context, joined.begeleider, begeleider_invites.has_joined(joined.name))
    if joined.former is not None:
        _tell(context, joined.former, begeleider_invites.has_left(joined.name))
    await _hand_over(context, joined)


def _tell(context: BotContext, begeleider: Begeleider, message: Message) -> None:
    if begeleider.account is not None and not begeleider.account.is_unreachable:
        context.tell(begeleider.account, message)


async def _hand_over(context: BotContext, joined: Joined) -> None:
    """The cards of open questions leave the former reader's chat for the new one's; who asked hears it."""
    reader = reader_of(joined.begeleider)
    post = post_of(context)
    for before, question in joined.handed_over:
        former = await context.services.readers.of_question(before)
        if former is not None:
            await post.take_away(question, former)
        if reader is not None:
            await post.bring(question, reader, new_parts=question.parts)
            await post.to_asker(question, question_texts.sent_on(context.speaker, question, reader))


# Inviting.


async def invite(update: Update, context: BotContext) -> None:
    """Make a link for a newcomer; without a name, ask for it first."""
    if not context.account.is_begeleider:
        raise NotYours
    name = " ".join(context.args or [])
    if name:
        await _make(context, name)
    else:
        await states.enter(context, states.NAMING)
        context.say(begeleider_invites.ask_name())


async def take_name(context: BotContext, message: Received) -> bool:
    """Take the next text as the name; False for what is no text."""
    if message.text is None:
        return False
    await _make(context, message.text)
    return True


async def _make(context: BotContext, typed: str) -> None:
    begeleider_id = context.account.begeleider_id
    if begeleider_id is None:
        raise NotYours
    name = read_text(" ".join(typed.split()))
    if name is None or len(name) > NAME_LENGTH:
        context.say(begeleider_invites.name_too_long())
        return
    await states.leave(context, states.NAMING)
    begeleider = await context.services.work.people.begeleider(begeleider_id)
    token = await context.services.invites.invite_newcomer(begeleider_id, name)
    link = f"https://t.me/{resources_of(context).bot_username}?start={token}"
    context.say(begeleider_invites.code(name, qr_png(link)))
    own_name = begeleider.name if begeleider else context.account.name
    context.say(begeleider_invites.to_forward(name, own_name, link))
