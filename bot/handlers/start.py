"""The first minute and the way back to it: /start, the language, help and what is kept."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.languages import SPOKEN, spoken_for
from bot.handlers import joining, states
from bot.handlers.begeleiders import begeleider_home
from bot.handlers.contacts import home as contact_home
from bot.handlers.contacts import joining as contact_joining
from bot.handlers.own_data import privacy
from bot.handlers.pressed import pressed
from bot.handlers.resources import resources_of
from bot.handlers.saying import say_with_menu
from bot.services.invites import is_for_new_phone
from bot.texts import begeleider_home as home_texts
from bot.texts import start as texts
from bot.texts.buttons import KEPT
from bot.texts.message import Message

WAITS_WITH_LINK = "start"
"""The conversation's state while a person who came by a link chooses a language."""


async def start(update: Update, context: BotContext) -> None:
    """Ask a new person for the language; welcome back who has chosen one."""
    await leave_conversation(context)
    if context.account.is_begeleider:
        await begeleider_home.show(context)
    elif await contact_home.show(context):
        return
    elif context.account.has_chosen_language:
        context.say(texts.welcome_back(context.speaker))
    else:
        await _suggest_language(update, context)


async def _suggest_language(update: Update, context: BotContext, known: str | None = None) -> None:
    """Ask for the language; first the one that the begeleider noted, or the phone's own."""
    user = update.effective_user
    if known in SPOKEN:
        context.account = await context.services.accounts.follow_language(context.account, known)
    elif user is not None and user.language_code:
        suggested = spoken_for(user.language_code)
        context.account = await context.services.accounts.follow_language(context.account, suggested)
    context.say(texts.choose_language(context.speaker))


async def start_with_link(update: Update, context: BotContext) -> None:
    """Open what a link leads to; the language comes first, and the link waits for it."""
    payload = context.args[0] if context.args else ""
    await leave_conversation(context)
    if contact_joining.is_link(payload):
        await contact_joining.open_link(context, payload)
        return
    if context.account.has_chosen_language:
        await joining.open_link(context, payload)
        return
    language = await context.services.invites.speaks(payload)
    if is_for_new_phone(payload) and language in SPOKEN:
        # The language of the old phone goes on, and is not asked again.
        context.account = await context.services.accounts.choose_language(context.account, language)
        await joining.open_link(context, payload)
        return
    await states.enter(context, WAITS_WITH_LINK, payload=payload[:64])
    await _suggest_language(update, context, language)


async def choose_language(update: Update, context: BotContext) -> None:
    """Speak the tapped language from now on, on the screen where it was tapped."""
    press = pressed(update)
    language = press.word(0)
    if language not in SPOKEN:
        raise ButtonOld
    before = context.account
    context.account = await context.services.accounts.choose_language(before, language)
    if press.word(1) != KEPT:
        context.edit(update, _screen_after_choice(context, press.word(1)))
    if payload := await _waiting_link(context):
        await joining.open_link(context, payload)
    elif not before.has_chosen_language:
        context.say(texts.just_ask(context.speaker))
    elif before.language != language:
        say_with_menu(context, texts.menu_in_new_language(context.speaker))
    else:
        context.toast(texts.same_language(context.speaker))


def _screen_after_choice(context: BotContext, screen: str) -> Message:
    if screen != texts.FIRST:
        return texts.languages(context.speaker)
    is_weak = resources_of(context).is_weak_in(context.account.language)
    return texts.welcome(context.speaker, is_weak=is_weak)


async def _waiting_link(context: BotContext) -> str | None:
    match await states.current(context):
        case (state, {"payload": str(payload)}) if state == WAITS_WITH_LINK:
            await states.leave(context, WAITS_WITH_LINK)
            return payload
    return None


async def show_languages(update: Update, context: BotContext) -> None:
    """Show the languages, and the way to help and privacy."""
    context.say(texts.languages(context.speaker))


async def show_menu(update: Update, context: BotContext) -> None:
    """Bring the buttons under the typing field."""
    await leave_conversation(context)
    if context.account.is_begeleider:
        await begeleider_home.show(context)
    elif not await contact_home.show(context):
        context.say(texts.just_ask(context.speaker))


async def show_help(update: Update, context: BotContext) -> None:
    """Say what one can ask."""
    if context.account.is_begeleider:
        context.say(home_texts.help_screen())
    elif not await contact_home.show_help(context):
        context.say(texts.help_screen(context.speaker))


async def turn_to_privacy(update: Update, context: BotContext) -> None:
    """Show what is kept in place of a screen, and come back to it."""
    press = pressed(update)
    screen = press.word(1)
    if press.word(0) == "show":
        context.edit(update, privacy.what_is_kept(context, back_to=screen))
    else:
        context.edit(update, _screen_after_choice(context, screen))


async def leave_conversation(context: BotContext) -> None:
    """Whoever presses a large button or gives a command has left what they were in."""
    await context.services.work.conversations.clear(context.account.id)
