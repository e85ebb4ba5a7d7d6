"""Steps that end before a cancellation goes on: a transaction cut in the middle may keep its lock."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")

CLOSING_SECONDS = 5.0


async def whole(step: Coroutine[Any, Any, Result]) -> Result:
    """Do a step as a whole, also when this task is cancelled meanwhile; but not for ever."""
    task = asyncio.ensure_future(step)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=CLOSING_SECONDS)
        task.cancel()
        raise
