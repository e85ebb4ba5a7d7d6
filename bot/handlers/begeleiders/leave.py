"""/afwezig: a begeleider's leave, and the colleague who stands in; open questions go along and come back."""

import datetime as dt
from collections.abc import Sequence

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.dates import Leans, read_day
from bot.domain.errors import ButtonOld
from bot.domain.ids import BegeleiderId
from bot.domain.people import Begeleider
from bot.domain.stand_in import StandIn
from bot.handlers import states
from bot.handlers.begeleiders.moving import questions_to_new_reader
from bot.handlers.posting import Post, post_of
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_begeleider
from bot.services.delivery_ports import LeasedJob
from bot.texts import leave as texts
from bot.texts import questions as newcomer_texts
from bot.texts.buttons import Press
from bot.texts.message import Message

LEAVE_TURNS = "leave_turns"


async def show(update: Update, context: BotContext) -> None:
    """Show the leave that is planned, or ask for it."""
    context.say(await _first_screen(context))


async def _first_screen(context: BotContext) -> Message:
    service = context.services.leaves
    leaves = await service.of(context.account)
    if not leaves:
        return await _ask_first_day(context)
    names = [await context.services.work.people.begeleider(leave.colleague_id) for leave in leaves]
    planned = [(leave, one.name if one else "") for leave, one in zip(leaves, names, strict=True)]
    return texts.planned(planned, service.today)


async def _ask_first_day(context: BotContext) -> Message:
    await states.enter(context, states.LEAVE, first=None)
    return texts.ask_first_day(context.services.leaves.today)


async def press(update: Update, context: BotContext, button: Press) -> None:
    """Choose the days and the colleague, confirm, or end it."""
    # Whoever is no begeleider is refused here.
    await context.services.leaves.of(context.account)
    match button.word(1):
        case "show":
            context.edit(update, await _first_screen(context))
        case "new":
            context.edit(update, await _ask_first_day(context))
        case "from":
            context.edit(update, await _ask_last_day(context, _day(button, 2)))
        case "until":
            page = button.number(4) if len(button.parts) > 4 else 0
            context.edit(update, await _ask_who(context, _day(button, 2), _day(button, 3), page))
        case "ask":
            colleague = await context.services.handing.colleague(button.number(4), of=context.account)
            context.edit(update, texts.confirm(_day(button, 2), _day(button, 3), colleague))
        case "yes":
            await _begin(update, context, button)
        case "end":
            await _end(update, context)
        case _:
            raise ButtonOld


async def _ask_last_day(context: BotContext, first: dt.date) -> Message:
    await states.enter(context, states.LEAVE, first=first.isoformat())
    return texts.ask_last_day(first)


async def _ask_who(context: BotContext, first: dt.date, last: dt.date, page: int) -> Message:
    await states.leave(context, states.LEAVE)
    colleagues = await context.services.handing.colleagues(context.account)
    return texts.ask_who(first, last, colleagues, page)


def _day(button: Press, place: int) -> dt.date:
    try:
        return dt.datetime.strptime(button.word(place), texts.DAY).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise ButtonOld from None


async def take_typed(context: BotContext, message: Received, first: str | None) -> bool:
    """Take a day that was typed; False for what is no text."""
    if message.text is None or not context.account.is_begeleider:
        return False
    begins = dt.date.fromisoformat(first) if first else None
    earliest = begins or context.services.leaves.today
    day = read_day(message.text, earliest, leans=Leans.AHEAD)
    if day is None or day < earliest:
        context.say(texts.not_a_day())
    elif begins is None:
        context.say(await _ask_last_day(context, day))
    else:
        context.say(await _ask_who(context, begins, day, 0))
    return True


async def _begin(update: Update, context: BotContext, button: Press) -> None:
    service = context.services.leaves
    before = await service.of(context.account)
    leave, colleague = await service.begin(
        context.account, button.number(4), _day(button, 2), _day(button, 3)
    )
    context.edit(update, await _first_screen(context))
    own = await context.services.work.people.begeleider(leave.begeleider_id)
    name = own.name if own else context.account.name
    await _tell_who_makes_way(context, before, name)
    tell_begeleider(context.turn, colleague, texts.you_stand_in(name, leave))
    for turns_on in (leave.first_day, leave.last_day + dt.timedelta(days=1)):
        await _turn_on(context.turn, leave, turns_on)


async def _tell_who_makes_way(context: BotContext, before: Sequence[StandIn], name: str) -> None:
    """Whoever counted on other days hears which are left."""
    kept = await context.services.leaves.of(context.account)
    for leave in before:
        if leave in kept:
            continue
        same = [one for one in kept if one.colleague_id == leave.colleague_id]
        shorter = next((one for one in same if one.first_day == leave.first_day), None)
        colleague = await context.services.work.people.begeleider(leave.colleague_id)
        if colleague is not None:
            left = texts.you_stand_in(name, shorter) if shorter else texts.stand_in_is_over(name)
            tell_begeleider(context.turn, colleague, left)
            if leave.holds(context.services.leaves.today) and not same:
                await _take_cards(context, leave.begeleider_id, colleague)


async def _take_cards(context: BotContext, begeleider_id: BegeleiderId, colleague: Begeleider) -> None:
    if colleague.account is not None:
        for question in await context.services.leaves.questions(begeleider_id):
            await post_of(context).take_from(question, [colleague.account.chat_id])


async def _turn_on(turn: Turn, leave: StandIn, day: dt.date) -> None:
    """On this day open questions go to whoever reads them then."""
    due = max(turn.now, turn.services.leaves.turns_at(day))
    key = f"{LEAVE_TURNS}:{leave.begeleider_id}:{leave.colleague_id}:{leave.first_day}:{leave.last_day}:{day}"
    await turn.later(
        LEAVE_TURNS,
        due,
        unique_key=f"{key}:{turn.now:%Y%m%d%H%M%S}",
        begeleider_id=leave.begeleider_id,
        colleague_id=leave.colleague_id,
        first_day=leave.first_day.isoformat(),
        last_day=leave.last_day.isoformat(),
    )


async def leave_turns(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """A leave begins or ends, if it is still as it was planned: open questions change hands.

    Args:
        turn: The unit of work.
        job: With the facts of the leave: `begeleider_id`, `colleague_id`, `first_day`, `last_day`.
        resources: The FAQ and settings.
    """
    facts = job.facts
    leave = StandIn(
        begeleider_id=BegeleiderId(facts["begeleider_id"]),
        colleague_id=BegeleiderId(facts["colleague_id"]),
        first_day=dt.date.fromisoformat(facts["first_day"]),
        last_day=dt.date.fromisoformat(facts["last_day"]),
    )
    if await turn.services.leaves.is_so(leave):
        await _change_hands(turn, Post(turn, resources), leave)


async def _change_hands(turn: Turn, post: Post, leave: StandIn) -> None:
    """Bring every open question to whoever reads it today, and take it from the other of the two."""
    people, readers = turn.services.work.people, turn.services.readers
    yesterday = turn.services.leaves.today - dt.timedelta(days=1)
    # Whoever stood in until another leave began has cards, too.
    recent = await turn.services.work.stand_ins.of(leave.begeleider_id, on_or_after=yesterday)
    ids = sorted({leave.begeleider_id, leave.colleague_id, *(one.colleague_id for one in recent)})
    both = [await people.begeleider(one) for one in ids]
    chats = {one.account.chat_id for one in both if one is not None and one.account is not None}
    for question in await turn.services.leaves.questions(leave.begeleider_id):
        reader = await readers.of_question(question)
        if reader is None:
            continue
        await post.take_from(question, sorted(chats - {reader.chat_id}))
        await post.bring(question, reader, new_parts=question.parts)
        if reader.on_leave is not None:
            speaker = turn.speaker(await readers.asker(question))
            # A leave begins at midnight.
            await post.to_asker(question, newcomer_texts.sent_on(speaker, question, reader).silently())


async def stand_in_left(turn: Turn, post: Post, leave: StandIn, former: Begeleider) -> None:
    """Who stands in uses the bot no longer: who counted on them hears it, and reads their own questions.

    Args:
        turn: The unit of work.
        post: Carries questions in it.
        leave: As it was; it ended already.
        former: The colleague, with the phone that was theirs.
    """
    own = await turn.services.work.people.begeleider(leave.begeleider_id)
    if own is not None:
        tell_begeleider(turn, own, texts.stand_in_left(former.name, leave))
    if not leave.holds(turn.services.leaves.today):
        return
    waiting = await turn.services.leaves.questions(leave.begeleider_id)
    if former.account is not None:
        for question in waiting:
            await post.take_from(question, [former.account.chat_id])
    await questions_to_new_reader(turn, post, [(question, question) for question in waiting])


async def _end(update: Update, context: BotContext) -> None:
    service = context.services.leaves
    ended = await service.end(context.account)
    was_away = any(leave.holds(service.today) for leave in ended)
    context.edit(update, texts.is_back() if was_away else texts.is_off())
    own = await context.services.work.people.begeleider(context.account.begeleider_id or BegeleiderId(0))
    for leave in ended:
        colleague = await context.services.work.people.begeleider(leave.colleague_id)
        if colleague is not None:
            name = own.name if own else context.account.name
            tell_begeleider(context.turn, colleague, texts.stand_in_is_over(name))
        if leave.holds(service.today):
            await _change_hands(context.turn, post_of(context), leave)
