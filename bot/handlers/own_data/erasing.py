"""What follows when a person is forgotten: who keeps the hours, what is taken back, the receipt.

The person's own wish, a begeleider's and the command line's all come here.
"""

import datetime as dt

from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.people import Account
from bot.domain.person import Erased, Leaving
from bot.handlers.resources import Resources, resources_of
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import erasing as texts
from bot.texts import erasing_dutch
from bot.texts.buttons import Press
from bot.texts.message import Message

RECEIPT, SWEEP, FORGET_OLD = "receipt", "sweep", "forget_old"
A_BREATH = dt.timedelta(seconds=2)
"""Between two batches, so that people's own messages hardly wait."""


async def forget_with_receipt(turn: Turn, resources: Resources, leaving: Leaving, to: Account) -> Erased:
    """Forget whoever uses this account; they get a receipt, after which nothing of them is left.

    Args:
        turn: The unit of work.
        resources: The team's chat and the time zone.
        leaving: Who goes.
        to: Their account, as it was.
    """
    erased, kept = await forget_and_tell(turn, leaving)
    turn.tell(
        to,
        _receipt(turn, resources, erased, to, kept),
        priority=Priority.ANSWER,
        about=f"{RECEIPT}:{erased.id}",
        tells_outcome=True,
    )
    return erased


async def forget_and_tell(turn: Turn, leaving: Leaving) -> tuple[Erased, int]:
    """Forget somebody; their begeleider gets the accepted hours, and what others saw is taken back.

    Returns:
        Who was forgotten, and how much in other chats could not be taken back.
    """
    erased = await turn.services.erasures.forget(leaving)
    _tell_begeleider(turn, erased)
    return erased, await _take_back(turn, erased)


def _receipt(turn: Turn, resources: Resources, erased: Erased, to: Account, kept: int) -> Message:
    periods = turn.services.surroundings.policy.periods
    if to.is_begeleider:
        return erasing_dutch.receipt(erased, periods, resources.zone, kept=kept)
    return texts.receipt(turn.speaker(to), erased, periods, resources.zone, kept=kept)


async def _take_back(turn: Turn, erased: Erased) -> int:
    """Write over what stands in other people's chats, or remove it; how much could not be."""
    kept = 0
    newest = turn.now - dt.timedelta(hours=texts.HOURS_TO_DELETE)
    for shown in erased.shown:
        if shown.is_text:
            gone = erasing_dutch.message_gone()
            # What is under way has no number yet: it is found by its name, when it has arrived.
            name = shown.name if shown.message_id is None else None
            at = shown.message_id
            turn.edit(shown.chat_id, gone, message_id=at, name=name, priority=Priority.NOTICE)
        elif shown.message_id is not None and shown.sent_at > newest:
            turn.delete(shown.chat_id, shown.message_id)
        else:
            kept += 1
    await sweep_later(turn, str(erased.id))
    return kept


def _tell_begeleider(turn: Turn, erased: Erased) -> None:
    """The accepted hours go to whoever guided the newcomer, or to the team in their stead."""
    if erased.leaving.dossier is None:
        return
    message = erasing_dutch.gone(erased)
    account = erased.begeleider.account if erased.begeleider else None
    team = turn.services.readers.team()
    if account is not None and not account.is_unreachable:
        turn.tell(account, message)
    elif team is not None:
        turn.tell_chat(team.chat_id, SOURCE_LANGUAGE, message, priority=Priority.NOTICE)


# On a person's page.


async def press_erase(update: Update, context: BotContext, button: Press) -> None:
    """Erase a newcomer without a phone, who asked the begeleider for it; asked twice."""
    leaving = await context.services.erasures.look_at(button.number(1), by=context.account)
    assert leaving.dossier is not None
    newcomer = leaving.dossier.newcomer
    step = button.number(2) if len(button.parts) > 2 else 0
    if leaving.has_phone:
        context.edit(update, erasing_dutch.has_phone(newcomer))
    elif step < 2:
        context.edit(update, erasing_dutch.ask(newcomer, leaving, is_last=step == 1))
    else:
        erased, kept = await forget_and_tell(context.turn, leaving)
        periods = context.services.surroundings.policy.periods
        receipt = erasing_dutch.receipt(erased, periods, resources_of(context).zone, kept=kept)
        context.edit(update, receipt)


# Work for later.


async def sweep_later(turn: Turn, key: str) -> None:
    """Let what was erased go from the database's files, too, when this is committed."""
    await turn.later(SWEEP, turn.now, unique_key=f"{SWEEP}:{key}")


async def sweep(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Nothing is left to do: it was done before the transaction (`preparations`).

    Args:
        turn: Not needed here; every job gets one.
        job: Without facts.
        resources: Not needed here.
    """


async def receipt_sent(turn: Turn, about: str) -> None:
    """A receipt is sent, or will never be: what told whose it was goes, too."""
    if await turn.services.erasures.receipt_sent(about):
        await sweep_later(turn, about.replace(":", "-"))


async def forget_old(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Forget a batch of what is old, and ask for the next one until nothing is left.

    Args:
        turn: The unit of work.
        job: With the fact `batch`, counted from 0.
        resources: Not needed here.
    """
    batch = int(job.facts["batch"])
    if await turn.services.privacy.retain():
        await forget_old_later(turn, batch=batch + 1)
    elif batch:
        await sweep_later(turn, f"old-{turn.now:%Y%m%d%H%M}")


async def forget_old_later(turn: Turn, *, batch: int = 0) -> None:
    """Ask for a batch of forgetting; the first one each day."""
    due = turn.now + A_BREATH if batch else turn.now
    await turn.later(FORGET_OLD, due, unique_key=f"{FORGET_OLD}:{turn.now:%Y%m%d}:{batch}", batch=batch)
