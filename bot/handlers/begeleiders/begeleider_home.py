"""A begeleider comes in: what waits today, the buttons that stay, and a person by typing their name."""

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import NotYours
from bot.domain.ids import BegeleiderId
from bot.handlers import states
from bot.handlers.begeleiders import (
    begeleider,
    caseload,
    dossier,
    invites,
    leave,
    offer_form,
    offers,
    papers_looking,
    working_hours,
)
from bot.handlers.errors import Handler
from bot.handlers.posting import post_of
from bot.services.invites import NAME_LENGTH
from bot.texts import begeleider_home as texts
from bot.texts.begeleider_home import DeskButton, Today

_BEGUN = (
    states.FORM,
    states.NEW_PERSON,
    states.NAMING,
    states.LEAVE,
    states.LETTER,
    states.FILLING,
    states.IMPORTING,
    states.OFFER_TITLE,
    states.FINDING,
    states.PLACE,
)
"""What somebody leaves who goes elsewhere; a list that was read back and words that wait stay."""


async def show(context: BotContext) -> None:
    """Greet a begeleider with what waits today, and bring their buttons.

    Raises:
        NotYours: It is no begeleider's account.
    """
    if context.account.begeleider_id is None:
        raise NotYours
    context.say(texts.home(await _today(context, context.account.begeleider_id)))


async def _today(context: BotContext, own: BegeleiderId) -> Today:
    services = context.services
    people = await services.caseload.people(context.account)
    waiting = await post_of(context).waiting(await begeleider.answerer(context))
    replaced = [one.begeleider_id for one in await services.caseload.standing_in_for(context.account)]
    names = await services.caseload.names([own, *replaced])
    today = services.caseload.today
    late = [one for one in waiting if one.question.answer_by and one.question.answer_by < today]
    return Today(
        name=names.get(own, context.account.name),
        people=people,
        questions=len(waiting),
        overdue=len(late),
        papers=await papers_looking.count_waiting(services, context.account),
        replaces=[names[one] for one in replaced if one in names],
        replaced_by=await dossier.replaced_by(context, own),
    )


_SCREENS: dict[DeskButton, Handler] = {
    DeskButton.PEOPLE: caseload.show,
    DeskButton.QUESTIONS: begeleider.show_list,
    DeskButton.PAPERS: papers_looking.show_list,
    DeskButton.OFFERS: offers.show,
    DeskButton.INVITE: invites.invite,
    DeskButton.LEAVE: leave.show,
    DeskButton.WORKING_HOURS: working_hours.show,
}


async def open_screen(update: Update, context: BotContext, button: DeskButton) -> None:
    """Show what a button under a begeleider's typing field names; what was begun is left.

    Raises:
        NotYours: It is no begeleider's account.
    """
    if not context.account.is_begeleider:
        raise NotYours
    await states.leave(context, *_BEGUN)
    await offer_form.pause(context)
    await _SCREENS[button](update, context)


def opening(button: DeskButton) -> Handler:
    """The command that does the same as a button."""

    async def command(update: Update, context: BotContext) -> None:
        await open_screen(update, context, button)

    return command


async def open_named(context: BotContext, message: Received) -> bool:
    """Show the person whose first name or reference was typed; False when nobody is called so."""
    typed = message.text
    if typed is None or len(typed) > NAME_LENGTH or "\n" in typed:
        return False
    found = await context.services.caseload.named(context.account, typed)
    if not found:
        return False
    if len(found) > 1:
        context.say(texts.which_person(found))
        return True
    person = await context.services.dossiers.guided(found[0].id, by=context.account)
    context.say(await dossier.page(context, person))
    return True
