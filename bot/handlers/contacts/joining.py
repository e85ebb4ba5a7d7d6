"""A link that introduces a contact, and the one to their page. Opening changes nothing; the button does."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.contact_words import Surface
from bot.domain.errors import ButtonOld, InviteExpired, InviteNotValid, NotYours, PageGone
from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN
from bot.handlers import screens
from bot.handlers.contact_news import hear
from bot.handlers.contacts import home, own
from bot.handlers.resources import resources_of
from bot.handlers.saying import say_with_menu
from bot.services.contact_links import Opened
from bot.services.signed_links import LinkKind
from bot.texts import contact_joining as texts
from bot.texts import contact_menu as menu_texts
from bot.texts import start as start_texts
from bot.texts.buttons import Press
from bot.texts.contact_links import page_link
from bot.texts.contact_menu import Guide
from bot.texts.message import Message as Said

_LINKS = (f"{LinkKind.CONTACT}-", f"{LinkKind.PAGE}-", f"{LinkKind.BEWIJS}-")


def is_link(payload: str) -> bool:
    """Is what a link carries for a contact, or for whoever checks a digital bewijs?"""
    return payload.startswith(_LINKS)


async def open_link(context: BotContext, token: str) -> None:
    """Show what a contact's link leads to; a new person is spoken to in Dutch, and not asked for a language.

    Raises:
        InviteNotValid, PageGone, ContactStopped, NotYours: It leads nowhere.
    """
    if not context.account.has_chosen_language:
        context.account = await context.services.accounts.follow_language(context.account, SOURCE_LANGUAGE)
    if token.startswith(LinkKind.BEWIJS):
        _point_to_page(context, token)
    elif token.startswith(LinkKind.PAGE):
        await _go_on_here(context, token)
    else:
        context.say(await _screen(context, token))


def _point_to_page(context: BotContext, token: str) -> None:
    public_url = resources_of(context).public_url
    if public_url is None:
        raise InviteNotValid
    context.say(texts.look_at_bewijs(context.speaker, page_link(public_url, token)))


async def _go_on_here(context: BotContext, token: str) -> None:
    """Whoever opens their page's link in Telegram goes on here; for a known contact it is the list."""
    care = context.services.contact_care
    try:
        contact = await care.link_telegram(await care.of_page(token), context.account)
    except NotYours:
        raise PageGone from None
    await _settle_language(context, contact.language)
    said = texts.page_goes_on(context.speaker, contact)
    context.say(await _with_own_buttons(context, said))


async def _screen(context: BotContext, token: str) -> Said:
    links, speaker = context.services.contact_links, context.speaker
    try:
        opened = await links.open(token, account=context.account)
    except InviteExpired:
        return texts.expired(speaker, _guide(await links.peek(token)), token)
    if opened.is_mine:
        return await _with_own_buttons(context, texts.joined_before(speaker))
    if _is_for_others(context, opened):
        return texts.not_for_you(speaker)
    if opened.is_used_by is not None or opened.link.is_used:
        return texts.used(speaker, _guide(opened), token)
    newcomer = opened.newcomer.name if opened.newcomer else None
    place = opened.organisation
    return texts.introduction(speaker, newcomer=newcomer, place=place, guide=_guide(opened), token=token)


def _is_for_others(context: BotContext, opened: Opened) -> bool:
    account = context.account
    is_own = opened.newcomer is not None and opened.newcomer.id in account.newcomer_ids
    return account.is_begeleider or is_own


def _guide(opened: Opened) -> Guide | None:
    return own.as_guide(opened.begeleider) if opened.begeleider is not None else None


async def _with_own_buttons(context: BotContext, said: Said) -> Said:
    """A contact and nothing else has buttons of their own under the typing field."""
    if not await own.is_only_contact(context):
        return said
    return menu_texts.with_keyboard(context.speaker, said)


async def show_again(update: Update, context: BotContext, button: Press) -> None:
    """The first screen, in place of this one."""
    await screens.show(update, context, await _screen(context, button.word(1)))


async def join(update: Update, context: BotContext, button: Press) -> None:
    """Become a contact.

    Raises:
        NotYours, InviteNotValid, ContactStopped: It cannot be.
    """
    token, account = button.word(1), context.account
    try:
        contact, happened = await context.services.contact_links.join(
            token,
            account=account,
            name=account.name,
            language=account.language,
            surface=Surface.TELEGRAM,
        )
    except NotYours:
        await screens.show(update, context, texts.not_for_you(context.speaker))
        return
    except InviteNotValid:
        # Used or expired meanwhile: the screen says which, and offers a new link.
        await screens.show(update, context, await _screen(context, token))
        return
    await _settle_language(context, account.language)
    await hear(context.turn, happened)
    opened = await context.services.contact_links.peek(token)
    await screens.show(update, context, texts.joined(context.speaker, contact, _guide(opened)))
    await home.bring_buttons(context)


async def _settle_language(context: BotContext, language: str) -> None:
    if not context.account.has_chosen_language:
        wanted = language if language in SPOKEN else SOURCE_LANGUAGE
        context.account = await context.services.accounts.choose_language(context.account, wanted)


async def not_with_us(update: Update, context: BotContext, button: Press) -> None:
    """Nobody of theirs; joining stays possible."""
    happened = await context.services.contact_links.not_with_us(button.word(1))
    await hear(context.turn, [happened] if happened is not None else [])
    await screens.show(update, context, texts.not_with_us(context.speaker, button.word(1)))


async def new_link(update: Update, context: BotContext, button: Press) -> None:
    """The begeleider hears that somebody wants a new link."""
    links, token = context.services.contact_links, button.word(1)
    happened = await links.new_one(token)
    await hear(context.turn, [happened] if happened is not None else [])
    guide = _guide(await links.peek(token))
    await screens.show(update, context, texts.new_link_asked(context.speaker, guide))


async def ask_language(update: Update, context: BotContext, button: Press) -> None:
    """Another language: before joining for the screen of a link, later from the settings."""
    token = button.word(1) if len(button.parts) > 1 else ""
    await screens.show(update, context, texts.languages(context.speaker, token))


async def speak(update: Update, context: BotContext, button: Press) -> None:
    """Speak this language from now on.

    Raises:
        ButtonOld: The bot does not speak it.
    """
    language = button.word(1)
    if language not in SPOKEN:
        raise ButtonOld
    context.account = await context.services.accounts.choose_language(context.account, language)
    for contact in await own.contacts(context):
        await context.services.contact_care.set_language(contact, language)
    if len(button.parts) > 2 and button.parts[2]:
        await screens.show(update, context, await _screen(context, button.parts[2]))
    else:
        await _in_new_language(context)


async def _in_new_language(context: BotContext) -> None:
    if not await home.show(context):
        say_with_menu(context, start_texts.menu_in_new_language(context.speaker))
