"""Looking at papers: what waits, what somebody handed in, the pictures; and removing a picture."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import NotAllowed
from bot.domain.ids import ChatId, NewcomerId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.paper import Paper
from bot.domain.people import Account, Newcomer
from bot.handlers import papers, screens
from bot.handlers.begeleiders import paper_card
from bot.handlers.later.pictures import remove_later
from bot.handlers.later.signed_bewijs import ask_to_send
from bot.services.delivery_ports import Priority
from bot.services.services import Services
from bot.texts import begeleider_paper_contact as contact_texts
from bot.texts import begeleider_paper_news as news
from bot.texts import begeleider_paper_screens as screen_texts
from bot.texts import begeleider_papers as texts
from bot.texts.buttons import Press
from bot.texts.dutch import dutch_plain
from bot.texts.message import Message

# Lists.


async def show_list(_: Update, context: BotContext) -> None:
    """/bewijzen: what waits for the begeleider, the oldest first."""
    context.say(await waiting_list(context.services, context.account, 0))


async def turn_list(update: Update, context: BotContext, button: Press) -> None:
    """Another page of it."""
    listed = await waiting_list(context.services, context.account, button.number(1))
    await screens.show(update, context, listed)


async def waiting_list(
    services: Services, account: Account, page: int, *, is_morning: bool = False
) -> Message:
    """What waits for a begeleider, their own people's and those they stand in for."""
    waiting = await services.deciding.waiting(account)
    refusals = await services.deciding.waiting_refusals(account)
    ids = {one.newcomer_id for one in waiting} | {one.newcomer_id for one in refusals}
    who = await _people(services, ids)
    rows = [contact_texts.refusal_row(who[one.newcomer_id], one) for one in refusals]
    listed = [(paper, who[paper.newcomer_id]) for paper in waiting]
    return screen_texts.waiting_list(listed, rows, page, is_morning=is_morning)


async def _people(services: Services, ids: set[NewcomerId]) -> dict[NewcomerId, Newcomer]:
    return {one.id: one for one in await services.work.people.newcomers(list(ids))}


async def count_waiting(services: Services, account: Account) -> int:
    """How many papers, and contacts who do not sign, wait for a begeleider."""
    papers_ = await services.deciding.waiting(account)
    return len(papers_) + len(await services.deciding.waiting_refusals(account))


async def of_person(update: Update, context: BotContext, button: Press) -> None:
    """Everything that somebody handed in, newest first."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    found = await context.services.deciding.of(dossier)
    page = button.number(2) if len(button.parts) > 2 else 0
    await screens.show(update, context, screen_texts.of_person(dossier.newcomer, found, page))


# One paper.


async def show(_: Update, context: BotContext, button: Press) -> None:
    """The scans and the card, below everything else."""
    dossier, paper = await paper_card.guided(context, button)
    paper_card.place_below(context, await paper_card.shown(context, dossier, paper.id))


async def back_to_card(update: Update, context: BotContext, button: Press) -> None:
    """The card in place of what was asked."""
    dossier, paper = await paper_card.guided(context, button)
    context.edit(update, texts.card(await paper_card.shown(context, dossier, paper.id)))


async def original(_: Update, context: BotContext, button: Press) -> None:
    """The photographs as they were sent, without metadata."""
    dossier, paper = await paper_card.guided(context, button)
    if not any(page.original for page in paper.pages):
        context.toast(news.no_original(), is_alert=True)
        return
    for number, page in enumerate(paper.pages, 1):
        if page.original is not None:
            picture = texts.page(dossier.newcomer, paper, page.original, number, caption=_ORIGINAL)
            _say(context, paper, picture, papers.original_name(paper, number))


_ORIGINAL = dutch_plain("zoals verstuurd")
_EARLIER, _NOW = dutch_plain("vroeger"), dutch_plain("nu")


async def beside(_: Update, context: BotContext, button: Press) -> None:
    """The earlier paper and this one, one below the other."""
    dossier, paper = await paper_card.guided(context, button)
    try:
        earlier = await context.services.deciding.beside(dossier, paper, button.number(3))
    except NotAllowed:
        context.toast(news.no_earlier(), is_alert=True)
        return
    (whose,) = await context.services.work.people.newcomers([earlier.newcomer_id])
    pictures = [*_first(whose, earlier, _EARLIER), *_first(dossier.newcomer, paper, _NOW)]
    if len(pictures) < 2:
        context.toast(news.no_earlier(), is_alert=True)
    for name, picture in pictures:
        _say(context, paper, picture, name)


def _first(newcomer: Newcomer, paper: Paper, caption: str) -> list[tuple[str, Message]]:
    pages = ((number, page.scan or page.original) for number, page in enumerate(paper.pages, 1))
    found = [(number, key) for number, key in pages if key is not None][:1]
    return [
        (papers.beside_name(paper, number), texts.page(newcomer, paper, key, number, caption=caption))
        for number, key in found
    ]


def _say(context: BotContext, paper: Paper, picture: Message, name: str) -> None:
    context.turn.tell_chat(
        ChatId(context.account.chat_id),
        SOURCE_LANGUAGE,
        picture,
        name=name,
        about=papers.subject(paper),
        priority=Priority.ANSWER,
    )


async def remove(update: Update, context: BotContext, button: Press) -> None:
    """Remove the pictures at once, such as of an identity card; the paper stays."""
    dossier, paper = await paper_card.guided(context, button)
    await papers.take_pictures_down(context.turn, dossier.newcomer, paper)
    keys = await context.services.deciding.remove_picture(dossier, paper.id)
    await remove_later(context.turn, paper.id, keys)
    context.toast(news.removed_toast())
    context.say(news.removed(dossier.newcomer))
    await paper_card.redraw(update, context, dossier, paper.id)


async def send_pdf(update: Update, context: BotContext, button: Press) -> None:
    """A digital bewijs as a document."""
    _, paper = await paper_card.guided(context, button)
    await ask_to_send(context.turn, paper.id, for_begeleider=True)
    context.toast(texts.pdf_comes())
