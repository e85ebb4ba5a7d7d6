"""📄 Bewijzen: a begeleider's side of papers, and the one table of everything that can be pressed there."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, NotAllowed, PaperSettled
from bot.handlers import states
from bot.handlers.begeleiders import paper_card, papers_asking, papers_deciding, papers_looking
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import begeleider_paper_news as news
from bot.texts import begeleider_refusals
from bot.texts.buttons import Press


async def press(update: Update, context: BotContext) -> None:
    """Do what a button says; who may, the services check each time."""
    button = pressed(update)
    handler = PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    # Whoever presses here is no longer in the middle of a form or a letter.
    await states.leave(context, states.FORM, states.LETTER)
    said = len(context.turn.outgoing)
    try:
        await handler(update, context, button)
    except PaperSettled:
        del context.turn.outgoing[said:]
        await _show_settled(update, context, button)
    except NotAllowed as refusal:
        if (sentence := begeleider_refusals.sentence(refusal)) is None:
            raise
        del context.turn.outgoing[said:]
        context.toast(sentence, is_alert=True)


async def _show_settled(update: Update, context: BotContext, button: Press) -> None:
    """A colleague decided, or the newcomer took it back: the card shows how it stands now."""
    dossier, paper = await paper_card.guided(context, button)
    context.toast(news.settled(), is_alert=True)
    await paper_card.redraw(update, context, dossier, paper.id)


PRESSES: Mapping[str, PressHandler] = {
    # What waits, and one paper
    "list": papers_looking.turn_list,
    "person": papers_looking.of_person,
    "show": papers_looking.show,
    "card": papers_looking.back_to_card,
    "original": papers_looking.original,
    "beside": papers_looking.beside,
    "pdf": papers_looking.send_pdf,
    "remove": papers_looking.remove,
    # The decision
    "accept": papers_deciding.accept,
    "besides": papers_deciding.accept_besides,
    "less": papers_deciding.fewer,
    "hours": papers_deciding.ask_hours,
    "refuse": papers_deciding.refuse,
    "refusing": papers_deciding.refuse_with_note,
    "undo": papers_deciding.undo,
    "belongs": papers_deciding.belongs,
    "own": papers_deciding.own_bewijs,
    # Asking
    "ask": papers_asking.ask_newcomer,
    "again": papers_asking.ask_again,
    "asks": papers_asking.ask_this,
    "contact": papers_asking.ask_contact,
    "answer": papers_asking.answer,
    "answering": papers_asking.answer_with_note,
    # Somebody does not sign
    "refusal": papers_asking.show_refusal,
    "signing": papers_asking.answer_signing,
    "signnote": papers_asking.answer_signing_with_note,
}
"""What each word does. Part 1 is the newcomer and part 2 the paper, except for "list" (a page), "person" and
the words about who does not sign (the refusal)."""
