"""Joining through a link. Opening a link changes nothing; its button does."""

from dataclasses import replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, InviteNotValid
from bot.domain.invite import InviteKind
from bot.domain.languages import SOURCE_LANGUAGE
from bot.handlers import states
from bot.handlers.begeleiders import moving
from bot.handlers.errors import ANSWER_TO
from bot.handlers.newcomers import contacts_door
from bot.handlers.own_data.consent import ask_reminders_if_due
from bot.handlers.posting import post_of
from bot.handlers.pressed import pressed
from bot.handlers.saying import say_with_menu, tell_begeleider
from bot.services.invites import Opened, Situation
from bot.services.joining import Joined, Way
from bot.texts import begeleider_home, begeleider_invites, invites, menu
from bot.texts import errors as error_texts
from bot.texts.buttons import Press
from bot.texts.message import Message


async def open_link(context: BotContext, payload: str) -> None:
    """Say who invites, and ask to press; a link that is no good ends in its calm sentence and the menu."""
    if contacts_door.is_code(payload):
        await contacts_door.open_code(context, payload)
        return
    try:
        opened = await context.services.invites.open(payload, by=context.account)
    except InviteNotValid as refusal:
        sentence = error_texts.refusal(context.speaker, ANSWER_TO[type(refusal)])
        say_with_menu(context, _with_menu(context, sentence))
    else:
        context.say(_screen(context, opened))


def _with_menu(context: BotContext, message: Message) -> Message:
    """A new person who came by a link has no buttons under the typing field yet."""
    speaker = context.speaker
    return replace(message, keyboard=menu.menu_keyboard(speaker), placeholder=menu.placeholder(speaker))


def _screen(context: BotContext, opened: Opened) -> Message:
    if not opened.situation.can_join:
        return _nothing_to_join(context, opened)
    speaker, invite_id, proof = context.speaker, opened.invite.id, opened.proof
    if opened.invite.kind is InviteKind.BEGELEIDER:
        name = opened.invite.name or context.account.name
        return begeleider_invites.join(name, invite_id=invite_id, proof=proof)
    if opened.begeleider is None:
        raise InviteNotValid
    match opened.situation:
        case Situation.NEW_PHONE:
            return invites.new_phone(speaker, name=opened.name, invite_id=invite_id, proof=proof)
        case Situation.OTHERS:
            return invites.who_are_you(
                speaker,
                name=opened.name,
                others=opened.others,
                begeleider=opened.begeleider,
                invite_id=invite_id,
                proof=proof,
            )
        case _:
            name = opened.begeleider.name
            return invites.join_begeleider(speaker, begeleider=name, invite_id=invite_id, proof=proof)


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
            begeleider = opened.begeleider or opened.former
            return invites.joined_already(context.speaker, begeleider.name if begeleider else "")


async def press(update: Update, context: BotContext) -> None:
    """Join, say who it is, or leave it."""
    button = pressed(update)
    match button.word(0):
        case "join":
            await _join(update, context, button)
        case "same":
            await _join(update, context, button, same_as=button.number(3))
        case "share":
            await _join(update, context, button, shares=True)
        case "leave":
            context.edit(update, invites.left(context.speaker))
            context.say(invites.menu_comes(context.speaker))
        case "stop":
            await states.leave(context, states.NAMING)
            context.edit(update, begeleider_invites.stopped())
        case _:
            raise ButtonOld


async def _join(
    update: Update, context: BotContext, button: Press, *, same_as: int | None = None, shares: bool = False
) -> None:
    invite_id, proof = button.number(1), button.word(2)
    joined = await context.services.joining.join(
        invite_id, proof, by=context.account, same_as=same_as, shares=shares
    )
    if joined is None:
        opened = await context.services.invites.opened(invite_id, proof, by=context.account)
        context.edit(update, _screen(context, opened))
    elif joined.kind is InviteKind.BEGELEIDER:
        await _welcome_begeleider(update, context, joined)
    elif joined.kind is InviteKind.PHONE:
        await _welcome_phone(update, context, joined)
    else:
        await _welcome_newcomer(update, context, joined)


async def _welcome_begeleider(update: Update, context: BotContext, joined: Joined) -> None:
    """Begeleiders work in Dutch, whatever their phone speaks."""
    await context.services.accounts.choose_language(context.account, SOURCE_LANGUAGE)
    context.edit(update, begeleider_invites.welcome(joined.name))
    context.say(begeleider_home.buttons_are_below())


async def _welcome_phone(update: Update, context: BotContext, joined: Joined) -> None:
    """The new phone shows everything, the old one says that it does not any more."""
    context.account = await context.services.accounts.again(context.account)
    speaker, name = context.speaker, joined.name
    context.edit(update, invites.phone_moved(speaker, name=name, begeleider=joined.begeleider.name))
    context.say(invites.menu_comes(speaker))
    for account in joined.left:
        if not account.is_unreachable:
            context.tell(account, invites.phone_left(context.turn.speaker(account), name))
    tell_begeleider(context.turn, joined.begeleider, begeleider_invites.has_new_phone(name))
    await moving.questions_on_new_phone(context, joined.questions)


async def _welcome_newcomer(update: Update, context: BotContext, joined: Joined) -> None:
    speaker, begeleider = context.speaker, joined.begeleider
    match joined.way:
        case Way.TWO_DOSSIERS:
            context.edit(update, invites.two_dossiers(speaker, begeleider.name))
            known_as = await _known_as(context, joined)
            tell_begeleider(
                context.turn, begeleider, begeleider_invites.has_two_dossiers(joined.name, known_as)
            )
        case Way.SHARED:
            context.edit(update, invites.shares(speaker, name=joined.name, begeleider=begeleider.name))
            others = await _known_as(context, joined)
            tell_begeleider(context.turn, begeleider, begeleider_invites.shares_phone(joined.name, others))
        case Way.NEW:
            context.edit(update, invites.joined(speaker, begeleider.name))
            context.say(invites.menu_comes(speaker))
            tell_begeleider(context.turn, begeleider, begeleider_invites.has_joined(joined.name))
        case Way.SAME:
            await _welcome_again(update, context, joined)
    await _ask_for_consent(context, joined)


async def _ask_for_consent(context: BotContext, joined: Joined) -> None:
    """With a phone and a contract, an obliged newcomer is asked about reminders."""
    if joined.newcomer is not None:
        dossier = await context.services.dossiers.as_bot(joined.newcomer.id)
        if dossier is not None:
            await ask_reminders_if_due(context.turn, dossier)


async def _welcome_again(update: Update, context: BotContext, joined: Joined) -> None:
    """They are known: with the same begeleider nothing changes, another one guides them from now on."""
    context.edit(update, invites.joined(context.speaker, joined.begeleider.name))
    tell_begeleider(context.turn, joined.begeleider, begeleider_invites.has_joined(joined.name))
    if joined.former is not None:
        tell_begeleider(context.turn, joined.former, begeleider_invites.has_left(joined.known_as))
        await moving.questions_to_new_reader(context.turn, post_of(context), joined.questions)


async def _known_as(context: BotContext, joined: Joined) -> str:
    """The names by which the phone's other people are known."""
    others = await context.services.dossiers.who(context.account)
    return ", ".join(one.name for one in others if joined.newcomer is None or one.id != joined.newcomer.id)
