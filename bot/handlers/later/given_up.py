"""Work for later that failed again and again: whoever waits for it hears that nothing comes."""

from collections.abc import Awaitable, Callable, Mapping

from bot.delivery.job_runner import JobHandler
from bot.delivery.turn import Turn
from bot.domain.ids import AccountId, BegeleiderId, ChatId, NewcomerId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.handlers.begeleiders.handing import HAND_ALL
from bot.handlers.begeleiders.importing import DRAW_CARDS, READ_LIST
from bot.handlers.later import new_offers, papers, signed_bewijs
from bot.handlers.later.jobs_asking import REMINDERS, ask_for_reminders
from bot.handlers.newcomers.papers_forms import DRAW_FORM
from bot.handlers.newcomers.papers_in import READ_PAPER
from bot.handlers.newcomers.reminders import A_BATCH
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_begeleider
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import given_up as texts


async def gave_up(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Tell the administrator, and do what else belongs to this kind of work.

    Args:
        turn: The unit of work in which it is set aside.
        job: As it was asked for.
        resources: The administrator's chat and the time zone.
    """
    if resources.admin_chat is not None:
        turn.tell_chat(ChatId(resources.admin_chat), SOURCE_LANGUAGE, texts.job_set_aside(job.id, job.kind))
    if (more := _MORE.get(job.kind)) is not None:
        await more(turn, job, resources)


def make_gave_up(resources: Resources) -> JobHandler:
    """What the delivery calls for a job that it set aside."""

    async def handler(turn: Turn, job: LeasedJob) -> None:
        await gave_up(turn, job, resources)

    return handler


async def _list(turn: Turn, job: LeasedJob, _: Resources) -> None:
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    if account is not None and account.is_begeleider:
        reply_to = job.facts["message_id"]
        turn.tell(account, texts.list_not_read(), reply_to=reply_to, priority=Priority.ANSWER)


async def _cards(turn: Turn, job: LeasedJob, _: Resources) -> None:
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    if account is not None and account.is_begeleider:
        turn.tell(account, texts.cards_not_drawn(len(job.facts["newcomer_ids"])))


async def _handing(turn: Turn, job: LeasedJob, _: Resources) -> None:
    former = await turn.services.work.people.begeleider(BegeleiderId(job.facts["from_id"]))
    if former is not None:
        tell_begeleider(turn, former, texts.not_all_handed(job.facts["count"]))


async def _reminders(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Whoever stands behind the batch in which something fails is reminded all the same."""
    after = NewcomerId(job.facts["after"])
    ids = await turn.services.work.reminders.candidates(after=after, limit=A_BATCH)
    if len(ids) == A_BATCH:
        await ask_for_reminders(turn, resources.zone, after=ids[-1])


_MORE: Mapping[str, Callable[[Turn, LeasedJob, Resources], Awaitable[None]]] = {
    READ_LIST: _list,
    DRAW_CARDS: _cards,
    HAND_ALL: _handing,
    REMINDERS: _reminders,
    new_offers.NEW_OFFERS: new_offers.skip,
    READ_PAPER: papers.reading_gave_up,
    DRAW_FORM: papers.drawing_gave_up,
    signed_bewijs.SEND_SIGNED: signed_bewijs.sending_gave_up,
}
