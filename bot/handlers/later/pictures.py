"""Takes away the files of pictures that a begeleider removed: soon after, and outside the transaction."""

from collections.abc import Sequence

from bot.delivery.job_runner import PrepareJob
from bot.delivery.turn import Turn
from bot.domain.ids import PaperId
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob
from bot.services.photo_ports import BlobKey, PhotoStore

REMOVE_PICTURES = "remove_pictures"


async def remove_later(turn: Turn, paper_id: PaperId, keys: Sequence[BlobKey]) -> None:
    """Ask for it; nothing refers to these pictures any more.

    Args:
        turn: The unit of work in which the rows forgot them.
        paper_id: Whose they were.
        keys: Of the files; none asks for nothing.
    """
    if keys:
        key = f"{REMOVE_PICTURES}:{paper_id}:{turn.now:%Y%m%d%H%M%S%f}"
        await turn.later(REMOVE_PICTURES, turn.now, unique_key=key, keys=list(keys))


def make_remove(photos: PhotoStore) -> PrepareJob:
    """The preparation of the job: the files go before its transaction opens."""

    async def remove(job: LeasedJob) -> None:
        await photos.remove([BlobKey(key) for key in job.facts["keys"]])

    return remove


async def removed(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Everything was done in the job's preparation."""
