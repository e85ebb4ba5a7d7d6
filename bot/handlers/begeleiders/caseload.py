"""Mijn mensen: a begeleider's people, and the one table of everything that can be pressed about them."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.tables import write_csv
from bot.domain.errors import ButtonOld, NotAllowed
from bot.domain.ids import BegeleiderId
from bot.handlers import screens, states
from bot.handlers.begeleiders import (
    accepting,
    attendances,
    contract,
    dossier,
    handing,
    importing,
    invites,
    leave,
    letters,
    new_person,
    noting_for,
    paper_forms,
)
from bot.handlers.begeleiders.forms import is_form
from bot.handlers.own_data import erasing
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import begeleider_refusals, caseload_csv
from bot.texts import caseload as texts
from bot.texts.buttons import Press
from bot.texts.message import Message


async def show(update: Update, context: BotContext) -> None:
    """/mensen: everybody, the most pressing first."""
    context.say(await _list(context, 0))


async def _turn_page(update: Update, context: BotContext, button: Press) -> None:
    await screens.show(update, context, await _list(context, button.number(1)))


async def _list(context: BotContext, page: int) -> Message:
    caseload = context.services.caseload
    people = await caseload.people(context.account)
    colleagues = [stand_in.begeleider_id for stand_in in await caseload.standing_in_for(context.account)]
    names = await caseload.names(colleagues)
    return texts.people_list(
        people,
        page,
        own=context.account.begeleider_id,
        stands_in_for={BegeleiderId(begeleider_id): name for begeleider_id, name in names.items()},
    )


async def _closed(update: Update, context: BotContext, button: Press) -> None:
    people = await context.services.caseload.closed(context.account)
    context.edit(update, texts.closed_list(people, button.number(1)))


async def _csv(_: Update, context: BotContext, __: Press) -> None:
    people = await context.services.caseload.own_books(context.account)
    content = write_csv(caseload_csv.HEADER, caseload_csv.rows(people))
    context.say(texts.csv_file(content, context.services.caseload.today, len(people)))


PRESSES: Mapping[str, PressHandler] = {
    # The list
    "list": _turn_page,
    "closed": _closed,
    "new": new_person.ask_name,
    "csv": _csv,
    # A person
    "page": dossier.show,
    "edit": dossier.edit,
    "rename": dossier.rename,
    "reference": dossier.reference,
    "language": dossier.language,
    "close": dossier.close,
    "reopen": dossier.reopen,
    "history": dossier.history,
    "erase": erasing.press_erase,
    "write": letters.write,
    "invite": invites.invite_again,
    "phone": invites.new_phone,
    "hand": handing.hand,
    # Many people at once, and the begeleider's own leave
    "import": importing.press,
    "handall": handing.hand_all,
    "leave": leave.press,
    # The contract
    "contract": contract.contract,
    "extend": contract.extend,
    # Hours
    "hours": attendances.show_all,
    "bewijs": attendances.show_bewijs,
    "date": attendances.show_date,
    "confirm": attendances.confirm,
    "amount": attendances.amount,
    "correct": attendances.correct,
    "withdraw": attendances.withdraw,
    "refuse": attendances.refuse,
    "recount": attendances.recount,
    "note": noting_for.note,
    # What was accepted
    "accept": accepting.accept,
    "accepted": accepting.show,
    "unaccept": accepting.undo,
    # Forms about a paper
    paper_forms.HOURS: paper_forms.hours,
    paper_forms.REFUSAL: paper_forms.refusal,
    paper_forms.ANSWER: paper_forms.answer,
}
"""What each word of a `buttons.CASELOAD` button does. Part 0 is the word and part 1 the newcomer's id,
except for the words of `ABOUT_NOBODY`. Every function asks a service for the newcomer itself, mostly
`services.dossiers.guided`; handing over and erasing are for the own begeleider alone."""

ABOUT_NOBODY = frozenset({"import", "handall", "leave", "list", "closed", "new", "csv"})
"""Words that carry no newcomer's id: pages of the list, somebody new."""


_BEGUN_BY = {
    "new": states.NEW_PERSON,
    "invite": states.NAMING,
    "write": states.LETTER,
    "leave": states.LEAVE,
    "import": states.IMPORTING,
}
"""The word whose buttons go on with each conversation."""


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of the caseload says."""
    button = pressed(update)
    handler = PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    if not is_form(button.word(0)):
        # Whoever goes elsewhere is no longer in the middle of something.
        begun = (state for word, state in _BEGUN_BY.items() if word != button.word(0))
        await states.leave(context, states.FORM, *begun)
    said = len(context.turn.outgoing)
    try:
        await handler(update, context, button)
    except NotAllowed as refusal:
        if (sentence := begeleider_refusals.sentence(refusal)) is None:
            raise
        del context.turn.outgoing[said:]
        context.toast(sentence, is_alert=True)
