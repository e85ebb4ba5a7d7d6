"""What newcomers wish for and nothing fits yet: counts as text, and bars that are drawn before a job."""

import asyncio

from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.job_runner import PrepareJob
from bot.delivery.turn import Turn
from bot.domain.ids import AccountId
from bot.domain.wish_counts import WishCounts
from bot.handlers import screens
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, Priority, Store
from bot.texts import begeleider_wishes as texts
from bot.texts import dutch_hours
from bot.texts.buttons import Press

DRAW_WISHES = "draw_wishes"


async def show(update: Update, context: BotContext, _: Press) -> None:
    """Show what is wished for, and where."""
    counts = await context.services.catalogue_care.wishes(context.account)
    await screens.show(update, context, texts.overview(WishCounts.of(counts)))


async def ask_picture(update: Update, context: BotContext, _: Press) -> None:
    """Have the bars drawn."""
    context.account.as_begeleider()
    await context.turn.later(
        DRAW_WISHES,
        context.turn.now,
        unique_key=f"{DRAW_WISHES}:{update.update_id}",
        account_id=context.account.id,
    )
    context.toast(texts.is_drawing())


def make_draw_wishes(store: Store) -> PrepareJob:
    """Count the wishes and draw them; gives a PNG, or None when there are none."""

    async def draw_wishes(_: LeasedJob) -> bytes | None:
        async with store.work(reads_only=True) as work:
            counts = WishCounts.of(await work.wishes.counts())
        return await asyncio.to_thread(_draw, counts) if counts.by_interest else None

    return draw_wishes


def _draw(counts: WishCounts) -> bytes:
    # Only now, because what draws takes time and memory to load.
    from bot.documents.wish_bars import wishes_png

    return wishes_png(counts)


async def wishes_were_drawn(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Bring the picture to who asked for it.

    Args:
        turn: The unit of work; prepared is the PNG.
        job: With the fact `account_id`.
        resources: The time zone.
    """
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    if account is None or not account.is_begeleider:
        return
    if isinstance(turn.prepared, bytes):
        day = dutch_hours.day(turn.now.astimezone(resources.zone).date())
        turn.tell(account, texts.picture(turn.prepared, day), priority=Priority.ANSWER)
    else:
        turn.tell(account, texts.overview(WishCounts.of(())), priority=Priority.ANSWER)
