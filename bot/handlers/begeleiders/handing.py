"""Handing people over: one, or everybody when a begeleider leaves."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.errors import ButtonOld
from bot.domain.history import Actor, Who
from bot.domain.ids import BegeleiderId
from bot.domain.people import Begeleider
from bot.handlers import papers
from bot.handlers.begeleiders.moving import questions_to_new_reader
from bot.handlers.posting import Post, post_of
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_begeleider, tell_on_each_phone
from bot.services.delivery_ports import LeasedJob
from bot.services.handing import HandedOver
from bot.texts import given_up
from bot.texts import handing as texts
from bot.texts.buttons import Press

HAND_ALL = "hand_all"


async def hand(update: Update, context: BotContext, button: Press) -> None:
    """Choose a colleague for one newcomer, confirm, and hand over."""
    service = context.services.handing
    newcomer = await service.own(button.number(1), by=context.account)
    match button.parts[2:3]:
        case () | ("page",):
            page = button.number(3) if len(button.parts) > 3 else 0
            colleagues = await service.colleagues(context.account)
            context.edit(update, texts.choose_colleague(newcomer, colleagues, page))
        case ("to",):
            colleague = await service.colleague(button.number(3), of=context.account)
            context.edit(update, texts.confirm(newcomer, colleague))
        case ("yes",):
            handed = await service.hand(newcomer.id, button.number(3), by=context.account)
            context.edit(update, texts.handed(handed.newcomer, handed.begeleider))
            former = handed.former.name if handed.former else ""
            tell_begeleider(context.turn, handed.begeleider, texts.received(handed.newcomer, former))
            await tell_handed_over(context.turn, post_of(context), handed)
        case _:
            raise ButtonOld


async def hand_all(update: Update, context: BotContext, button: Press) -> None:
    """Choose a colleague for everybody, confirm twice, and let it be done."""
    service = context.services.handing
    colleagues = await service.colleagues(context.account)
    assert context.account.begeleider_id is not None
    count = len(await context.services.work.people.newcomers_of(context.account.begeleider_id))
    if button.parts[1:2] in ((), ("page",)):
        page = button.number(2) if len(button.parts) > 2 else 0
        context.edit(update, texts.choose_colleague_for_all(count, colleagues, page))
        return
    colleague = await service.colleague(button.number(2), of=context.account)
    match button.word(1):
        case "to" | "sure" as how:
            context.edit(update, texts.confirm_all(count, colleague, is_last=how == "sure"))
        case "yes":
            context.edit(update, texts.is_handing(colleague))
            facts = {"from_id": context.account.begeleider_id, "to_id": colleague.id, "count": 0}
            key = f"{HAND_ALL}:{update.update_id}"
            await context.turn.later(HAND_ALL, context.turn.now, unique_key=key, key=key, **facts)
        case _:
            raise ButtonOld


async def hand_next(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Hand over the next of somebody's people, until all are.

    Args:
        turn: The unit of work.
        job: With the facts `from_id` and `to_id`, begeleiders; `count`, how many went before; `key`.
        resources: The FAQ and settings.
    """
    facts = job.facts
    former, to = [
        await turn.services.work.people.begeleider(BegeleiderId(facts[one])) for one in ("from_id", "to_id")
    ]
    if former is None:
        return
    if to is None:
        # Who was to guide them was erased meanwhile.
        tell_begeleider(turn, former, given_up.not_all_handed(facts["count"]))
        return
    moved = await hand_some(turn, Post(turn, resources), former, to, by=Actor(Who.BEGELEIDER, former.id))
    count = facts["count"] + moved
    if moved:
        key = f"{facts['key']}:{count}"
        await turn.later(
            HAND_ALL,
            turn.now,
            unique_key=key,
            key=facts["key"],
            from_id=former.id,
            to_id=to.id,
            count=count,
        )
    elif count:
        tell_begeleider(turn, former, texts.handed_all(count, to.name))
        tell_begeleider(turn, to, texts.received_all(count, former.name))


async def hand_some(turn: Turn, post: Post, former: Begeleider, to: Begeleider, *, by: Actor) -> int:
    """Hand over some of the people, with what they wait for; gives back how many, 0 when all are."""
    service = turn.services.handing
    moved = await service.some(former.id, to, by=by)
    for handed in moved:
        await tell_handed_over(turn, post, handed)
    if not moved:
        await questions_to_new_reader(turn, post, await service.rest(former.id, to))
    return len(moved)


async def tell_handed_over(turn: Turn, post: Post, handed: HandedOver) -> None:
    """The newcomer hears on each phone who guides them; open questions and papers go to the new reader."""
    await tell_on_each_phone(
        turn, handed.newcomer, lambda speaker: texts.new_begeleider(speaker, handed.begeleider.name)
    )
    await questions_to_new_reader(turn, post, handed.questions, tells=False)
    await papers.move(turn, handed.newcomer, handed.former)
