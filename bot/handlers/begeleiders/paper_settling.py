"""What follows a decision or an answer about a paper, however it was given: who hears it, what is shown."""

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.paper import ContactAnswer
from bot.handlers import papers
from bot.handlers.begeleiders import paper_card
from bot.handlers.newcomers import paper_news
from bot.texts import begeleider_paper_contact as contact_texts
from bot.texts import begeleider_paper_news as news
from bot.texts import begeleider_papers as texts
from bot.texts.message import Message


async def tell_accepted(context: BotContext, dossier: Dossier, paper_id: int) -> None:
    """The newcomer hears that it counts, and the begeleider whether they do."""
    await _tell(context, dossier, paper_id)
    context.toast(news.accepted(dossier.newcomer, is_told=await paper_card.is_told(context, dossier)))


async def tell_refused(context: BotContext, dossier: Dossier, paper_id: int) -> None:
    """The newcomer hears why it does not count, and the begeleider whether they do."""
    await _tell(context, dossier, paper_id)
    context.toast(news.refused(dossier.newcomer, is_told=await paper_card.is_told(context, dossier)))


async def _tell(context: BotContext, dossier: Dossier, paper_id: int) -> None:
    dossier = await context.services.dossiers.again(dossier)
    paper = await context.services.deciding.get(dossier, paper_id)
    await paper_news.tell_decided(context.turn, dossier, paper)


# What the contact said.


async def keep_answer(
    context: BotContext,
    dossier: Dossier,
    paper_id: int,
    answer: ContactAnswer,
    *,
    minutes: int | None = None,
    note: str | None = None,
) -> Message:
    """Keep what the contact said about a paper; gives back what is shown then."""
    await context.services.deciding.note_answer(dossier, paper_id, answer, minutes=minutes, note=note)
    card = await paper_card.shown(context, dossier, paper_id)
    await papers.refresh(context.turn, card.newcomer, card.paper)
    if answer is ContactAnswer.OTHER_HOURS and minutes is not None:
        return contact_texts.other_hours(card, minutes)
    return texts.card(card)


async def keep_refusal_answer(
    context: BotContext,
    dossier: Dossier,
    refusal_id: int,
    answer: ContactAnswer,
    *,
    minutes: int | None = None,
    note: str | None = None,
) -> Message:
    """Keep what a contact said who does not sign; gives back the card as it is then."""
    refusal = await context.services.deciding.note_refusal(
        dossier, refusal_id, answer, minutes=minutes, note=note
    )
    await papers.refresh_refusal(context.turn, dossier, refusal)
    return await papers.refusal_card(context.turn, dossier, refusal)
