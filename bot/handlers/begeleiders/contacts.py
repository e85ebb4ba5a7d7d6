"""Contacts on a begeleider's desk: checking one, the list, links to send on."""

from collections.abc import Mapping, Sequence

from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.qr import qr_png
from bot.domain.contact import Contact
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, HoursUnknown, NotAllowed, NotYours
from bot.domain.hours import Bewijs
from bot.handlers import contact_desk
from bot.handlers.contact_news import hear
from bot.handlers.later.contact_mail import mail_link
from bot.handlers.pressed import PressHandler, pressed
from bot.handlers.resources import resources_of
from bot.texts import begeleider_contacts as texts
from bot.texts import begeleider_refusals
from bot.texts.buttons import Press
from bot.texts.contact_links import page_link, telegram_link


async def press(update: Update, context: BotContext) -> None:
    """Do what a button says; who may, the services check each time."""
    button = pressed(update)
    handler = PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    said = len(context.turn.outgoing)
    try:
        await handler(update, context, button)
    except NotAllowed as refusal:
        if (sentence := begeleider_refusals.sentence(refusal)) is None:
            raise
        del context.turn.outgoing[said:]
        context.toast(sentence, is_alert=True)


async def _guided(context: BotContext, button: Press, *, changes: bool = False) -> Dossier:
    return await context.services.dossiers.guided(button.number(1), by=context.account, changes=changes)


# One contact.


async def show_card(update: Update, context: BotContext, button: Press) -> None:
    """Who it is, and what can be decided."""
    dossier = await _guided(context, button)
    contact = await _contact(context, button)
    context.edit(update, texts.card(await contact_desk.card_of(context.turn, dossier, contact)))


async def check(update: Update, context: BotContext, button: Press) -> None:
    """They spoke with the contact, by a number of their own."""
    dossier = await _guided(context, button, changes=True)
    contact, happened = await context.services.contact_care.check(dossier, button.number(2))
    await hear(context.turn, [happened] if happened is not None else [])
    context.toast(texts.may_confirm_now(contact))
    await _redraw(update, context, dossier, contact)


async def refuse(update: Update, context: BotContext, button: Press) -> None:
    """It is not the contact, or they must not confirm any more."""
    dossier = await _guided(context, button, changes=True)
    contact = await _contact(context, button)
    await hear(context.turn, [await context.services.contact_care.refuse(dossier, contact.id)])
    context.toast(texts.refused(contact))
    await _redraw(update, context, dossier, await _contact(context, button))


async def _contact(context: BotContext, button: Press) -> Contact:
    """A contact who sees, or saw, something of this newcomer.

    Raises:
        NotYours: There is none.
    """
    found = await contact_desk.contact_of(context.turn, button.number(1), button.number(2))
    if found is None:
        raise NotYours
    return found


async def _redraw(update: Update, context: BotContext, dossier: Dossier, contact: Contact) -> None:
    card = texts.card(await contact_desk.card_of(context.turn, dossier, contact))
    await contact_desk.refresh(context.turn, dossier.newcomer, contact, card)
    context.edit(update, card)


# Everybody, and links.


async def show_all(update: Update, context: BotContext, button: Press) -> None:
    """Who confirms for somebody."""
    dossier = await _guided(context, button)
    bewijzen = {one.id: one for one in dossier.book.bewijzen}
    found: Sequence[tuple[Contact, Sequence[Bewijs]]] = [
        (contact, [bewijzen[bewijs_id] for bewijs_id in theirs if bewijs_id in bewijzen])
        for contact, theirs in await context.services.contact_care.of(dossier)
    ]
    screen = texts.contacts(dossier.newcomer, found, dossier.book.bewijzen)
    context.say(screen) if _is_picture(update) else context.edit(update, screen)


def _is_picture(update: Update) -> bool:
    """A picture's message cannot become one of words."""
    message = update.callback_query.message if update.callback_query else None
    return bool(getattr(message, "photo", None))


async def make_link(update: Update, context: BotContext, button: Press) -> None:
    """A link to send on: to copy, to scan, to mail."""
    dossier = await _guided(context, button, changes=True)
    bewijs = _bewijs(dossier, button)
    links, resources = context.services.contact_links, resources_of(context)
    made = await links.ask(dossier, bewijs.id)
    token = links.token(made)
    url = telegram_link(resources.bot_username, token)
    page = page_link(resources.public_url, token) if resources.public_url else None
    can_mail = resources.sends_mail and await links.has_address(dossier, bewijs.id)
    context.say(
        texts.link(
            dossier.newcomer,
            bewijs,
            made,
            url=url,
            page=page,
            picture=qr_png(page or url),
            can_mail=can_mail,
        )
    )


async def mail(update: Update, context: BotContext, button: Press) -> None:
    """Mail the link to the address that stands with the offer."""
    dossier = await _guided(context, button, changes=True)
    made = await context.services.contact_links.by_email(dossier, _bewijs(dossier, button).id)
    if made is None or not resources_of(context).sends_mail:
        context.toast(texts.no_address(), is_alert=True)
        return
    context.toast(texts.mailed(await mail_link(context.turn, made)))


def _bewijs(dossier: Dossier, button: Press) -> Bewijs:
    found = next((one for one in dossier.book.bewijzen if one.id == button.number(2)), None)
    if found is None:
        raise HoursUnknown
    return found


PRESSES: Mapping[str, PressHandler] = {
    texts.LIST: show_all,
    texts.CARD: show_card,
    texts.OK: check,
    texts.NO: refuse,
    texts.LINK: make_link,
    texts.MAIL: mail,
}
