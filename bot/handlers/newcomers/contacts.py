"""A newcomer asks a contact to confirm their hours: one who is known, by a code, a link or an e-mail."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.qr import qr_png
from bot.domain.contact import ContactLink
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, HoursUnknown
from bot.domain.hours import Bewijs
from bot.domain.ids import ContactId
from bot.handlers import screens
from bot.handlers.later.contact_asking import ask_soon
from bot.handlers.later.contact_mail import mail_link
from bot.handlers.newcomers import contacts_door, contacts_doubt
from bot.handlers.newcomers.telling import named, speak_as, speak_for
from bot.handlers.pressed import PressHandler, pressed
from bot.handlers.resources import resources_of
from bot.texts import my_contacts as texts
from bot.texts import my_contacts_buttons as words
from bot.texts.buttons import Press
from bot.texts.contact_links import page_link, telegram_link
from bot.texts.my_contacts import Asking


async def press(update: Update, context: BotContext) -> None:
    """Do what a button about contacts says; whose it is the services check each time."""
    button = pressed(update)
    handler = _PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    await handler(update, context, button)


async def _bewijs(context: BotContext, button: Press, whose: int = 2) -> Asking:
    """What the button asks for: part 1 is the bewijs, part `whose` the newcomer."""
    await speak_for(context, button, whose)
    dossier = await context.services.dossiers.own(context.account, changes=True)
    return await _asking(context, dossier, _of(dossier, button.number(1)))


def _of(dossier: Dossier, bewijs_id: int) -> Bewijs:
    found = next((one for one in dossier.book.bewijzen if one.id == bewijs_id), None)
    if found is None:
        raise HoursUnknown
    return found


async def _asking(context: BotContext, dossier: Dossier, bewijs: Bewijs) -> Asking:
    services = context.services
    ties = await services.work.contact_people.tied_to([dossier.id])
    return Asking(
        dossier=dossier,
        bewijs=bewijs,
        begeleider=await services.readers.guide_name(dossier.id) or "",
        known=await services.contact_links.known(dossier, bewijs.id),
        seeing=frozenset(tie.contact_id for tie in ties if tie.bewijs_id == bewijs.id),
        can_mail=resources_of(context).sends_mail
        and await services.contact_links.has_address(dossier, bewijs.id),
    )


async def _ask(update: Update, context: BotContext, button: Press) -> None:
    asking = await _bewijs(context, button)
    await screens.show(update, context, named(context, asking.dossier, texts.ask(context.speaker, asking)))


async def _ask_at(update: Update, context: BotContext, button: Press) -> None:
    """The same from a chosen activity, whose bewijs is made when there is none yet."""
    participations = context.services.participations
    await speak_as(context, await participations.whose(button.number(1)))
    dossier = await context.services.dossiers.own(context.account, changes=True)
    bewijs_id = await participations.bewijs(
        dossier, (await participations.get(dossier, button.number(1))).participation.id
    )
    dossier = await context.services.dossiers.again(dossier)
    asking = await _asking(context, dossier, dossier.book.bewijs(bewijs_id))
    context.say(named(context, dossier, texts.ask(context.speaker, asking)))


async def _known(update: Update, context: BotContext, button: Press) -> None:
    """Let somebody who is known already see the dates."""
    asking = await _bewijs(context, button, 3)
    contact = await context.services.contact_links.tie(
        asking.dossier, asking.bewijs.id, ContactId(button.number(2))
    )
    await ask_soon(context.turn, contact)
    await screens.show(
        update, context, named(context, asking.dossier, texts.sees_now(context.speaker, asking, contact))
    )


async def _code(update: Update, context: BotContext, button: Press) -> None:
    """The link as a picture, below the screen."""
    asking = await _bewijs(context, button)
    link, token = await _link(context, asking)
    resources = resources_of(context)
    url = telegram_link(resources.bot_username, token)
    has_page = resources.public_url is not None
    shown = texts.code(context.speaker, asking, link, url=url, picture=qr_png(url), has_page=has_page)
    context.say(named(context, asking.dossier, shown))


async def _page(update: Update, context: BotContext, button: Press) -> None:
    """The same for a contact without Telegram."""
    asking = await _bewijs(context, button)
    public_url = resources_of(context).public_url
    if public_url is None:
        raise ButtonOld
    link, token = await _link(context, asking)
    url = page_link(public_url, token)
    context.say(
        named(
            context, asking.dossier, texts.page(context.speaker, asking, link, url=url, picture=qr_png(url))
        )
    )


async def _link(context: BotContext, asking: Asking) -> tuple[ContactLink, str]:
    links = context.services.contact_links
    link = await links.ask(asking.dossier, asking.bewijs.id)
    return link, links.token(link)


async def _mail(update: Update, context: BotContext, button: Press) -> None:
    """Send the link to the address that stands with the offer, which never comes from the newcomer."""
    asking = await _bewijs(context, button)
    link = await context.services.contact_links.by_email(asking.dossier, asking.bewijs.id)
    if link is None or not asking.can_mail:
        context.toast(texts.no_address(context.speaker), is_alert=True)
        return
    await mail_link(context.turn, link)
    await screens.show(update, context, named(context, asking.dossier, texts.mailed(context.speaker, asking)))


_PRESSES: Mapping[str, PressHandler] = {
    words.ASK: _ask,
    words.GOING: _ask_at,
    words.KNOWN: _known,
    words.QR: _code,
    words.PAGE: _page,
    words.MAIL: _mail,
    words.DOUBT: contacts_doubt.ask,
    words.OBJECT: contacts_doubt.say_so,
    words.HERE: contacts_door.note,
    words.MORE: contacts_door.ask_how_long,
    words.LEAVE: contacts_door.leave_it,
}
"""What each word does. Part 1 is the bewijs, the participation, the date or the code; the last part is the
newcomer, but of "going"."""
