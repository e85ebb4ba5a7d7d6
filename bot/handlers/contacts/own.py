"""Which contacts an account is, and what they see: every button is looked up here before anything is done."""

from collections.abc import Iterable, Sequence

from bot.delivery.context import BotContext
from bot.domain.contact import Contact, Folk
from bot.domain.errors import ContactStopped, NotYours
from bot.domain.people import Begeleider
from bot.texts.contact_menu import Guide


async def contacts(context: BotContext) -> Sequence[Contact]:
    """The contacts that this account is, one an organisation, without those that stopped."""
    if context.account.id <= 0:
        return ()
    return await context.services.contact_care.of_account(context.account)


async def is_only_contact(context: BotContext) -> bool:
    """Is the account a contact's, and neither a newcomer's nor a begeleider's?"""
    account = context.account
    if account.is_begeleider or account.newcomer_ids:
        return False
    return bool(await contacts(context))


async def contact(context: BotContext, contact_id: int) -> Contact:
    """The contact that a button names.

    Raises:
        NotYours: It is another account's.
        ContactStopped: They stopped.
    """
    theirs = await context.services.work.contact_people.of_account(context.account.id)
    found = next((one for one in theirs if one.id == contact_id), None)
    if found is None:
        raise NotYours
    if not found.is_active:
        raise ContactStopped
    return found


async def theirs(context: BotContext) -> Sequence[tuple[Contact, Folk]]:
    """Everybody whose hours this account confirms, by name, each with the contact who sees them."""
    confirming = context.services.confirming
    found = [
        (one, folk)
        for one in await contacts(context)
        if one.may_confirm
        for folk in await confirming.folk(one)
    ]
    return sorted(found, key=lambda pair: (pair[1].name.casefold(), pair[1].newcomer_id, pair[1].bewijs_id))


async def folk(context: BotContext, contact_id: int, bewijs_id: int) -> tuple[Contact, Folk]:
    """One person and kind of offer that a button names.

    Raises:
        NotYours: The contact is another account's, or does not see this.
        ContactStopped, ContactUnchecked: The contact may not confirm.
    """
    one = await contact(context, contact_id)
    seen = await context.services.confirming.folk(one)
    found = next((each for each in seen if each.bewijs_id == bewijs_id), None)
    if found is None:
        raise NotYours
    return one, found


async def guides(context: BotContext, whose: Iterable[Contact]) -> Sequence[Guide]:
    """The begeleiders of a contact's people, whom they can call, by name."""
    work, found = context.services.work, {}
    for one in whose:
        for newcomer_id in {tie.newcomer_id for tie in await work.contact_people.ties_of(one.id)}:
            begeleider = await work.people.begeleider_of(newcomer_id)
            if begeleider is not None:
                found[begeleider.id] = as_guide(begeleider)
    return sorted(found.values(), key=lambda guide: guide.name.casefold())


def as_guide(begeleider: Begeleider) -> Guide:
    """A begeleider as a contact gets to know them."""
    return Guide(name=begeleider.name, number=begeleider.number)
