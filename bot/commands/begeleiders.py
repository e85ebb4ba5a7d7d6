"""A begeleider who leaves for good: their people go to a colleague first, and their phone is unlinked."""

from bot.app import open_database
from bot.delivery.turn import Turn
from bot.domain.errors import ColleagueUnknown, StillGuides
from bot.domain.history import Actor, Who
from bot.domain.ids import BegeleiderId
from bot.domain.people import Begeleider
from bot.domain.reader import reader_of
from bot.faq.entries import load_entries
from bot.handlers.begeleiders import handing, leave
from bot.handlers.later.jobs import move_to_team
from bot.handlers.posting import Post
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_begeleider
from bot.services.clock import SystemClock
from bot.services.ports import Work
from bot.services.services import Services
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.schema import check_schema
from bot.storage.work import SqlWork
from bot.surroundings import surroundings
from bot.texts import handing as texts


async def leaves(settings: Settings, begeleider: int, *, to: int | None) -> int:
    """Hand everybody over and unlink the account; what is to be said goes out when the bot runs.

    Args:
        settings: Name the database.
        begeleider: Who leaves.
        to: Who guides their people from now on; None when nobody is left.

    Returns:
        How many people were handed over.

    Raises:
        ColleagueUnknown: There is no such begeleider, or the colleague cannot be reached.
        StillGuides: Somebody is left, and it was not said to whom they go.
    """
    async with open_database(settings) as database:
        await check_schema(database.engine)
        colleague = None if to is None else BegeleiderId(to)
        leaving = _Leaving(settings, database, BegeleiderId(begeleider), colleague)
        count = 0
        while moved := await leaving.hand_some():
            count += moved
        await leaving.unlink(count)
    return count


class _Leaving:
    """One begeleider's farewell, some people in each unit of work."""

    def __init__(
        self, settings: Settings, database: Database, begeleider_id: BegeleiderId, to: BegeleiderId | None
    ) -> None:
        self._database = database
        self._begeleider_id = begeleider_id
        self._to = to
        self._around = surroundings(settings)
        self._resources = Resources(
            entries=load_entries(),
            # Nothing that is said here carries a link.
            bot_username="",
            fallback_chat=settings.fallback_chat,
            admin_chat=settings.admin_chat,
            zone=settings.zone,
        )

    def _turn(self, work: SqlWork) -> Turn:
        now = SystemClock().now()
        return Turn(work=work, services=Services(work, now, self._around), now=now)

    async def hand_some(self) -> int:
        async with self._database.work() as work:
            former = await _begeleider(work, self._begeleider_id)
            if self._to is None:
                if left := len(await work.people.newcomers_of(former.id)):
                    raise StillGuides(f"{left} people are left: say with --to who guides them from now on")
                return 0
            to = await _begeleider(work, self._to)
            if to.id == former.id or reader_of(to) is None:
                raise ColleagueUnknown(f"begeleider {to.id} cannot be reached by the bot")
            turn = self._turn(work)
            post = Post(turn, self._resources)
            moved = await handing.hand_some(turn, post, former, to, by=Actor(Who.TEAM))
            await work.outbox.add(turn.outgoing, at=turn.now)
            return moved

    async def unlink(self, count: int) -> None:
        async with self._database.work() as work:
            turn = self._turn(work)
            former = await _begeleider(work, self._begeleider_id)
            if self._to is None:
                await move_to_team(turn, self._resources, self._begeleider_id)
            elif count:
                to = await _begeleider(work, self._to)
                tell_begeleider(turn, to, texts.received_all(count, former.name))
            for ended in await turn.services.handing.leave_for_good(self._begeleider_id):
                await leave.stand_in_left(turn, Post(turn, self._resources), ended, former)
            await work.outbox.add(turn.outgoing, at=turn.now)


async def _begeleider(work: Work, begeleider_id: BegeleiderId) -> Begeleider:
    found = await work.people.begeleider(begeleider_id)
    if found is None:
        raise ColleagueUnknown(f"there is no begeleider {begeleider_id}")
    return found
