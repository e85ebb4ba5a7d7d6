"""The picture of the hours, drawn before the transaction opens, so that nobody waits for a drawing."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from bot.documents.ring import ring_png
from bot.domain.dossier import Dossier
from bot.domain.ids import ChatId
from bot.domain.progress import Situation
from bot.services.clock import Clock
from bot.services.delivery_ports import Store, Transaction
from bot.services.services import Services
from bot.texts.speaker import speaker_for

Draw = Callable[[ChatId], Awaitable[None]]
MOST_KEPT = 256
"""Pictures of about 14 kB; the same figures give the same picture."""
_WITHOUT_CALENDAR = (Situation.DONE, Situation.TERM_OVER)


def ring_of(dossier: Dossier, language: str) -> bytes | None:
    """The picture of somebody's hours; None without a contract, which says how much is to do.

    It is there already when `make_draw` drew it, and is drawn now when the hours changed since.
    """
    progress = dossier.progress
    if progress.contract is None:
        return None
    has_calendar = not dossier.newcomer.is_closed and progress.situation not in _WITHOUT_CALENDAR
    sums = progress.sums
    return _ring(
        sums.accepted,
        sums.confirmed,
        sums.claimed,
        progress.required,
        progress.days_left if has_calendar else None,
        speaker_for(language).is_right_to_left,
    )


@lru_cache(maxsize=MOST_KEPT)
def _ring(  # noqa: PLR0917 - the key of what was drawn before
    accepted: int, confirmed: int, claimed: int, required: int, days_left: int | None, is_mirrored: bool, /
) -> bytes:
    return ring_png(
        accepted=accepted,
        confirmed=confirmed,
        claimed=claimed,
        required=required,
        days_left=days_left,
        is_right_to_left=is_mirrored,
    )


def make_draw(
    store: Store, clock: Clock, make_services: Callable[[Transaction, dt.datetime], Services]
) -> Draw:
    """What draws the picture of whoever writes in a chat, in a thread.

    Args:
        store: Opens a unit of work that only reads.
        clock: Tells the day.
        make_services: The use cases of a unit of work.
    """

    # One thread: each one that ever drew keeps some megabytes for itself.
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rings")

    async def draw(chat_id: ChatId) -> None:
        async with store.work(reads_only=True) as work:
            account = await work.accounts.of_chat(chat_id)
            if account is None or not account.newcomer_ids:
                return
            dossier = await make_services(work, clock.now()).dossiers.look(account)
        if dossier is not None:
            await asyncio.get_running_loop().run_in_executor(thread, ring_of, dossier, account.language)

    return draw
