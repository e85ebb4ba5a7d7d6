"""The large buttons under the typing field, and the same actions when somebody asks for them in words."""

from telegram import Message, Update
from telegram.ext import filters

from bot.delivery.context import BotContext
from bot.domain.understanding import Action
from bot.handlers import start
from bot.handlers.begeleiders import begeleider_home
from bot.handlers.contacts import home as contact_home
from bot.handlers.newcomers import asking, finding, my_hours, papers
from bot.handlers.resources import resources_of
from bot.texts import actions
from bot.texts import start as start_texts
from bot.texts.begeleider_home import desk_button_of, is_label
from bot.texts.contact_menu import button_of_label
from bot.texts.menu import MenuButton, action_of_label
from bot.texts.message import Message as Said

_ACTION_OF = {
    MenuButton.HOURS: Action.PROGRESS,
    MenuButton.OFFERS: Action.OFFERS,
    MenuButton.BEWIJS: Action.BEWIJS,
    MenuButton.BEGELEIDER: Action.BEGELEIDER,
}


class _IsLabel(filters.MessageFilter):
    """Is this message the label of a large button, in any language, or of a begeleider's or contact's own?"""

    def filter(self, message: Message) -> bool:
        text = message.text or ""
        return is_label(text) or button_of_label(text) is not None


IS_LABEL = _IsLabel()


async def press(update: Update, context: BotContext) -> None:
    """Do what the large button says."""
    assert update.message is not None
    label = update.message.text or ""
    if context.account.is_begeleider and (own := desk_button_of(label)) is not None:
        await begeleider_home.open_screen(update, context, own)
        return
    if (of_contact := button_of_label(label)) is not None:
        await contact_home.open_screen(update, context, of_contact)
        return
    await start.leave_conversation(context)
    if desk_button_of(label) is not None:
        # Who was a begeleider before has those buttons until others come.
        context.say(start_texts.just_ask(context.speaker))
        return
    await open_screen(context, action_of_label(label))


async def open_screen(context: BotContext, button: MenuButton | None) -> None:
    """Show what a large button leads to."""
    if button is None or button is MenuButton.LANGUAGE:
        context.say(start_texts.languages(context.speaker))
        return
    await act(context, _ACTION_OF[button], message=None)


async def act(context: BotContext, action: Action, *, message: Message | None) -> None:
    """Do one of the bot's actions.

    Args:
        context: The person.
        action: What they want.
        message: Their own words, or None when they pressed a button.
    """
    if context.account.is_begeleider:
        await begeleider_home.show(context)
    elif action is Action.BEGELEIDER:
        await asking.ask_with(context, message)
    elif action is Action.PROGRESS and context.account.newcomer_ids:
        await my_hours.say(context, reply_to=message.message_id if message else None)
    elif action is Action.OFFERS:
        await finding.open_search(context, message)
    elif action is Action.BEWIJS and await papers.open_home(context, message):
        return
    else:
        context.say(
            await not_yet_screen(context, action, has_own_words=message is not None),
            reply_to=message.message_id if message else None,
        )


async def not_yet_screen(context: BotContext, action: Action, *, has_own_words: bool) -> Said:
    """What the bot can do about an action today."""
    off = await context.services.answers.off()
    found = resources_of(context).entries
    near = tuple(
        entry for entry_id in actions.NEAR[action] if (entry := found.get(entry_id)) and entry.id not in off
    )
    reader = await context.services.answers.reader(context.account)
    return actions.not_yet(context.speaker, action, near, has_own_words=has_own_words, reader=reader)
