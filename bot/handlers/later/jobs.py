"""Work for later: reminders, the morning list, and what became of what was sent."""

import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Mapping

from bot.delivery.job_runner import JobHandler
from bot.delivery.turn import Turn
from bot.domain.ids import BegeleiderId, ChatId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.people import Account, Begeleider
from bot.domain.question import Delivery, Question
from bot.domain.reader import Answerer, Reader, reader_of
from bot.handlers.begeleiders import (
    handing,
    importing,
    importing_jobs,
    leave,
    letter_posting,
    papers_looking,
    wishes_overview,
)
from bot.handlers.choices import HOW_IT_WENT, SETTLE, WAITS_LONG
from bot.handlers.kinds import ALBUM
from bot.handlers.later import (
    choice_jobs,
    contact_asking,
    contact_mail,
    contact_news,
    contact_thanks,
    daily,
    encoding,
    jobs_kinds,
    new_offers,
    papers,
    pictures,
    signed_bewijs,
)
from bot.handlers.later.jobs_asking import DAILY, REMINDERS, RETENTION, WEEKLY, WEEKLY_OF
from bot.handlers.newcomers import reminders
from bot.handlers.newcomers.papers_forms import DRAW_FORM
from bot.handlers.newcomers.papers_in import READ_PAPER
from bot.handlers.own_data import erasing
from bot.handlers.posting import FORGET_DRAFT, MORNING_LIST, OUTCOME, OVERDUE, UNREACHABLE, Post
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, OutgoingState, Priority
from bot.services.telling import CONTACT_NEWS
from bot.texts import begeleider as begeleider_texts
from bot.texts import questions as newcomer_texts

logger = logging.getLogger(__name__)

Job = Callable[[Turn, LeasedJob, Resources], Awaitable[None]]


async def question_overdue(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Remind the reader once that the promised day has passed, and tell who asked.

    Args:
        turn: The unit of work.
        job: With the facts `question_id` and `day`, the day that was promised then.
        resources: The FAQ and settings.
    """
    question = await turn.services.questions.get(job.facts["question_id"])
    if question is None or not question.is_open or question.answer_by is None:
        return
    if question.answer_by.isoformat() != job.facts["day"]:
        return
    reader = await turn.services.readers.of_question(question)
    if reader is None:
        return
    post = Post(turn, resources)
    reminder = begeleider_texts.overdue(question, await post.asker_name(question))
    post.to_reader(reader, reminder, question, priority=Priority.REMINDER)
    asker = await turn.services.readers.asker(question)
    told = newcomer_texts.reminded(turn.speaker(asker), question, reader.name)
    await post.to_asker(question, told, priority=Priority.REMINDER)


async def morning_list(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Gather what came outside working hours in one list; later when the hours have changed since.

    Args:
        turn: The unit of work.
        job: With the fact `begeleider_id`; None for the team.
        resources: The FAQ and settings.
    """
    reader = await _reader(turn, job.facts["begeleider_id"])
    if reader is None:
        return
    if not turn.services.readers.is_at_work(reader):
        due = turn.services.readers.next_morning(reader)
        key = f"{MORNING_LIST}:{reader.begeleider_id or 'team'}:{due:%Y%m%d%H%M}"
        await turn.later(MORNING_LIST, due, unique_key=key, begeleider_id=reader.begeleider_id)
        return
    by = await turn.services.replies.today(
        Answerer(begeleider_id=reader.begeleider_id, is_team=reader.is_team)
    )
    waiting = await Post(turn, resources).waiting(by)
    if waiting:
        listed = begeleider_texts.waiting_list(waiting, 0, _today(turn, resources), is_morning=True)
        turn.tell_chat(reader.chat_id, SOURCE_LANGUAGE, listed, priority=Priority.REMINDER)
    await _papers_of_morning(turn, reader)


async def _papers_of_morning(turn: Turn, reader: Reader) -> None:
    begeleider = (
        await turn.services.work.people.begeleider(reader.begeleider_id) if reader.begeleider_id else None
    )
    phone = begeleider.phone if begeleider is not None else None
    if phone is None or not await papers_looking.count_waiting(turn.services, phone):
        return
    listed = await papers_looking.waiting_list(turn.services, phone, 0, is_morning=True)
    turn.tell_chat(reader.chat_id, SOURCE_LANGUAGE, listed, priority=Priority.REMINDER)


async def _reader(turn: Turn, begeleider_id: int | None) -> Reader | None:
    if begeleider_id is None:
        return turn.services.readers.team()
    return reader_of(await turn.services.work.people.begeleider(BegeleiderId(begeleider_id)))


def _today(turn: Turn, resources: Resources) -> dt.date:
    return turn.now.astimezone(resources.zone).date()


_DELIVERY_OF = {
    OutgoingState.SENT.value: Delivery.DELIVERED,
    OutgoingState.UNREACHABLE.value: Delivery.UNREACHABLE,
}
"""Whatever else happened, it is not certain that the answer arrived."""


async def outcome(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Note on the card whether an answer arrived; say it aloud when it did not.

    Args:
        turn: The unit of work.
        job: With the facts `about` (`part:34`, `letter:5`) and `state`, how sending ended.
        resources: The FAQ and settings.
    """
    delivery = _DELIVERY_OF.get(job.facts["state"], Delivery.UNKNOWN)
    if (letter := await turn.services.letters.about(job.facts["about"])) is not None:
        await letter_posting.note_outcome(turn, letter, delivery)
        return
    kind, _, number = str(job.facts["about"] or "").partition(":")
    if kind == erasing.RECEIPT:
        await erasing.receipt_sent(turn, job.facts["about"])
        return
    if kind != "part" or not number.isdigit():
        return
    question = await turn.services.replies.note_delivery(int(number), delivery)
    if question is None:
        return
    post = Post(turn, resources)
    await post.refresh(question)
    reader = await turn.services.readers.of_question(question)
    if delivery is Delivery.UNREACHABLE and reader is not None:
        post.to_reader(
            reader, begeleider_texts.did_not_arrive(question, await post.asker_name(question)), question
        )


async def unreachable(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Telegram refuses our messages to a chat: whoever must know hears it.

    Args:
        turn: The unit of work.
        job: With the fact `chat_id`.
        resources: The FAQ and settings.
    """
    if job.facts["chat_id"] == turn.services.surroundings.fallback_chat:
        logger.error("the team's fallback chat cannot be reached")
        return
    account = await turn.services.work.accounts.of_chat(ChatId(job.facts["chat_id"]))
    if account is None:
        return
    was_known = account.is_unreachable
    await turn.services.accounts.went_away(account)
    if account.begeleider_id is not None:
        await move_to_team(turn, resources, account.begeleider_id)
    if not was_known:
        await _tell_readers(turn, resources, account)


async def move_to_team(turn: Turn, resources: Resources, begeleider_id: BegeleiderId) -> None:
    """The team reads what the begeleider cannot; who asked hears honestly who reads it now, or nobody."""
    begeleider = await turn.services.work.people.begeleider(begeleider_id)
    questions, team = await turn.services.replies.hand_to_team(begeleider_id)
    for question in questions:
        await _move(Post(turn, resources), question, team, begeleider)


async def _move(post: Post, question: Question, team: Reader | None, begeleider: Begeleider | None) -> None:
    speaker = post.turn.speaker(await post.turn.services.readers.asker(question))
    name = begeleider.name if begeleider else None
    if team is None or question.answer_by is None:
        await post.to_asker(question, newcomer_texts.nobody_reads_now(speaker, question, name))
        return
    await post.bring(question, team, new_parts=question.parts)
    told = newcomer_texts.team_reads_now(speaker, question, name, question.answer_by)
    await post.to_asker(question, told)


async def _tell_readers(turn: Turn, resources: Resources, account: Account) -> None:
    """Somebody who still waits for an answer cannot get it here: their begeleider hears it once."""
    post = Post(turn, resources)
    waiting = await turn.services.questions.all_open_of(account)
    for question in waiting[:1]:
        reader = await turn.services.readers.of_question(question)
        if reader is not None:
            name = await post.asker_name(question)
            post.to_reader(reader, begeleider_texts.asker_unreachable(question, name), question)


async def forget_draft(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Forget what somebody wrote and never sent.

    Args:
        turn: The unit of work.
        job: With the fact `question_id`.
        resources: Not needed here; every job gets them.
    """
    await turn.services.questions.forget_draft(job.facts["question_id"])


JOBS: Mapping[str, Job] = {
    OVERDUE: question_overdue,
    MORNING_LIST: morning_list,
    OUTCOME: outcome,
    UNREACHABLE: unreachable,
    FORGET_DRAFT: forget_draft,
    ALBUM: jobs_kinds.album,
    HOW_IT_WENT: choice_jobs.how_it_went,
    WAITS_LONG: choice_jobs.waits_long,
    SETTLE: choice_jobs.settle,
    DAILY: daily.daily,
    REMINDERS: reminders.remind,
    WEEKLY: daily.weekly,
    WEEKLY_OF: daily.weekly_of,
    RETENTION: daily.retention,
    erasing.FORGET_OLD: erasing.forget_old,
    erasing.SWEEP: erasing.sweep,
    pictures.REMOVE_PICTURES: pictures.removed,
    handing.HAND_ALL: handing.hand_next,
    leave.LEAVE_TURNS: leave.leave_turns,
    importing.READ_LIST: importing_jobs.list_was_read,
    importing.DRAW_CARDS: importing_jobs.cards_were_drawn,
    wishes_overview.DRAW_WISHES: wishes_overview.wishes_were_drawn,
    encoding.ENCODE_OFFERS: encoding.go_on,
    new_offers.NEW_OFFERS: new_offers.look,
    READ_PAPER: papers.paper_was_read,
    DRAW_FORM: papers.form_was_drawn,
    signed_bewijs.SEND_SIGNED: signed_bewijs.send_signed,
    CONTACT_NEWS: contact_news.contact_news,
    contact_asking.ASK_CONTACT: contact_asking.ask,
    contact_asking.ASKED_TODAY: contact_asking.day_ended,
    contact_mail.CONTACT_MAIL: contact_mail.mail_went,
    contact_thanks.THANK_CONTACTS: contact_thanks.thank,
}


def make_jobs(resources: Resources) -> Mapping[str, JobHandler]:
    """Every kind of work for later, with what it needs from outside."""
    return {kind: _with_resources(job, resources) for kind, job in JOBS.items()}


def _with_resources(job: Job, resources: Resources) -> JobHandler:
    async def handler(turn: Turn, leased: LeasedJob) -> None:
        await job(turn, leased, resources)

    return handler
