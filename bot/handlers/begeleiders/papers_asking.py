"""Asking about a paper: the newcomer, in their language; the contact, whose answer is noted."""

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.fixed_sentence import SENTENCES, Filling
from bot.domain.paper import ContactAnswer
from bot.domain.paper_drafts import ContactAnswerDraft
from bot.domain.slot import Slot
from bot.handlers import papers, screens
from bot.handlers.begeleiders import forms, letter_words, paper_card, paper_forms, paper_settling
from bot.handlers.newcomers import paper_news
from bot.texts import begeleider_paper_contact as contact_texts
from bot.texts import begeleider_paper_news as news
from bot.texts import begeleider_paper_screens as screen_texts
from bot.texts.buttons import Press

ASKS = ("paper_days", "paper_hours", "paper_contact", "not_signed")
"""The fixed sentences that are asked most about a paper."""


# The newcomer.


async def ask_newcomer(update: Update, context: BotContext, button: Press) -> None:
    """What to ask; below the card, which stays."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    card = await paper_card.shown(context, dossier, paper.id)
    phones = await context.services.phones.reachable(dossier.id)
    asks = [SENTENCES[one] for one in ASKS]
    await screens.show(update, context, screen_texts.ask_newcomer(card, asks, len(phones)))


async def ask_this(update: Update, context: BotContext, button: Press) -> None:
    """A fixed sentence, with the place filled in; it goes out as a letter once it was read."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    if button.word(3) not in ASKS:
        raise ButtonOld
    filling = Filling(SENTENCES[button.word(3)])
    place = (await paper_card.shown(context, dossier, paper.id)).place
    if Slot.NAME in filling.sentence.slots and place:
        filling = filling.with_value(Slot.NAME, place)
    context.edit(update, await letter_words.next_screen(context, dossier, filling))


async def ask_again(update: Update, context: BotContext, button: Press) -> None:
    """Ask for a better photograph; the newcomer only has to send it."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    await paper_news.ask_again_for(context.turn, dossier, paper)
    context.edit(update, news.asked_again(dossier.newcomer))


async def take_reply(context: BotContext, about: str | None, message: Received) -> bool:
    """A reply to a paper's card, in Telegram's own sense, is a letter to whose paper it is; asked first."""
    paper_id = papers.paper_about(about)
    paper = None if paper_id is None else await context.services.work.papers.get(paper_id)
    if paper is None or not context.account.is_begeleider:
        return False
    return await letter_words.take(context, message, paper.newcomer_id, letter_words.OWN)


# The contact.


async def ask_contact(update: Update, context: BotContext, button: Press) -> None:
    """Whom to call, what to ask, and a place for the answer."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    card = await paper_card.shown(context, dossier, paper.id)
    contact = await context.services.deciding.contact_of(dossier, paper)
    context.edit(update, contact_texts.ask_contact(card, contact))


async def answer(update: Update, context: BotContext, button: Press) -> None:
    """Keep what the contact said; another amount is asked for."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    said = button.one_of(3, ContactAnswer)
    if said is ContactAnswer.OTHER_HOURS:
        draft = ContactAnswerDraft(paper_id=paper.id, answer=said)
        await forms.open_form(update, context, paper_forms.ANSWER, dossier, draft)
        return
    context.edit(update, await paper_settling.keep_answer(context, dossier, paper.id, said))
    context.toast(news.answer_kept())


async def answer_with_note(update: Update, context: BotContext, button: Press) -> None:
    """The same with a remark."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    draft = ContactAnswerDraft(paper_id=paper.id)
    await forms.open_form(update, context, paper_forms.ANSWER, dossier, draft)


# A contact who does not sign (`bewijs-weigering-handtekening`); part 2 is the refusal.


async def show_refusal(update: Update, context: BotContext, button: Press) -> None:
    """The card of it, below the list."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    refusal = await context.services.deciding.refusal(dossier, button.number(2))
    await screens.show(update, context, await papers.refusal_card(context.turn, dossier, refusal))


async def answer_signing(update: Update, context: BotContext, button: Press) -> None:
    """Keep why they do not sign; another amount is asked for."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    refusal = await context.services.deciding.refusal(dossier, button.number(2))
    said = button.one_of(3, ContactAnswer)
    if said is ContactAnswer.OTHER_HOURS:
        draft = ContactAnswerDraft(refusal_id=refusal.id, answer=said)
        await forms.open_form(update, context, paper_forms.ANSWER, dossier, draft)
        return
    context.edit(update, await paper_settling.keep_refusal_answer(context, dossier, refusal.id, said))
    context.toast(news.answer_kept())


async def answer_signing_with_note(update: Update, context: BotContext, button: Press) -> None:
    """The same with a remark."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    refusal = await context.services.deciding.refusal(dossier, button.number(2))
    draft = ContactAnswerDraft(refusal_id=refusal.id)
    await forms.open_form(update, context, paper_forms.ANSWER, dossier, draft)
