"""What a newcomer tells the begeleider by tapping: what got in the way, that they work, that they stop.

It travels as a question whose first part holds codes, so that each reader reads it in their own
language. The bot draws no conclusion from any of it: the begeleider decides.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Obstacle(StrEnum):
    """What got in the way of the hours, by the newcomer's own account (`niet-behaald-sanctie`)."""

    ILLNESS = "illness"
    CARE = "care"
    """Children or family."""
    WORK = "work"
    COURSES = "courses"
    """NT2 or another course."""
    NO_OFFER = "no_offer"
    DID_NOT_KNOW = "did_not_know"
    TRANSPORT = "transport"
    MOVE = "move"
    OTHER = "other"


def mask_of(obstacles: Collection[Obstacle]) -> int:
    """What is ticked, as one number that a button can carry."""
    return sum(1 << place for place, obstacle in enumerate(Obstacle) if obstacle in obstacles)


def obstacles_of(mask: int) -> tuple[Obstacle, ...]:
    """Back from the number; bits that mean nothing are left out."""
    return tuple(obstacle for place, obstacle in enumerate(Obstacle) if mask >> place & 1)


def pack_obstacles(obstacles: Collection[Obstacle]) -> str:
    """As it is kept in a question's part."""
    return json.dumps({"obstacles": [obstacle.value for obstacle in Obstacle if obstacle in obstacles]})


def unpack_obstacles(packed: str) -> tuple[Obstacle, ...]:
    """Back from how it is kept."""
    return tuple(Obstacle(code) for code in json.loads(packed)["obstacles"])


class Job(StrEnum):
    """How somebody works; each carries the letter that stands for it on a button."""

    EMPLOYEE = "e"
    SELF_EMPLOYED = "s"
    CIVIL_SERVANT = "c"
    NONE = "n"


class Asked(StrEnum):
    """What the check asks after that, in this order (`vrijstelling-werk`)."""

    HALF_TIME = "half_time"
    THREE_MONTHS = "three_months"
    """One or more contracts of at least three months in a row; asked of employees only."""
    LEGAL = "legal"
    PAPER = "paper"
    """Is the proof at hand?"""


class Said(StrEnum):
    """An answer to one of them, by the letter on its button."""

    YES = "y"
    NO = "n"
    UNSURE = "u"


@dataclass(frozen=True)
class WorkCheck:
    """The answers so far. There is no verdict in it: it ends in what to show the begeleider."""

    job: Job | None = None
    answers: tuple[Said, ...] = ()

    @property
    def asks(self) -> tuple[Asked, ...]:
        """Everything this person is asked after how they work."""
        if self.job in (None, Job.NONE):
            return ()
        is_employee = self.job is Job.EMPLOYEE
        return tuple(asked for asked in Asked if is_employee or asked is not Asked.THREE_MONTHS)

    @property
    def next(self) -> Asked | None:
        """What is asked now; None when everything was answered."""
        return self.asks[len(self.answers)] if len(self.answers) < len(self.asks) else None

    @property
    def is_over(self) -> bool:
        """Was everything answered?"""
        return self.job is not None and self.next is None

    @property
    def is_clear(self) -> bool:
        """Was yes said to all that the source names? A paper that is not at hand yet is no doubt."""
        named = [said for asked, said in self.said() if asked is not Asked.PAPER]
        return self.is_over and bool(named) and all(said is Said.YES for said in named)

    def said(self) -> Iterator[tuple[Asked, Said]]:
        """Each question with its answer."""
        return zip(self.asks, self.answers, strict=False)

    def pack(self) -> str:
        """As letters, for a button and for a question's part."""
        return "".join((self.job or "", *self.answers))

    @classmethod
    def unpack(cls, letters: str) -> "WorkCheck":
        """Back from letters.

        Raises:
            ValueError: They are no answers of this check.
        """
        check = cls(Job(letters[0]), tuple(Said(letter) for letter in letters[1:])) if letters else cls()
        if len(check.answers) > len(check.asks):
            raise ValueError("more answers than questions")
        return check


def pack_work(check: WorkCheck) -> str:
    """As it is kept in a question's part."""
    return json.dumps({"work": check.pack()})


def unpack_work(packed: str) -> WorkCheck:
    """Back from how it is kept."""
    return WorkCheck.unpack(json.loads(packed)["work"])
