"""A search as numbers: how much each subject is wanted, what its words mean, which words may stand there."""

from dataclasses import dataclass

import numpy as np

from bot.domain.interest import Interest
from bot.domain.search import Search
from bot.offers import facts
from bot.offers.sense import MEANING, Floats
from bot.offers.subjects import places_of_subjects, subject_ids, subjects, subjects_of

NEAR_SUBJECT = 0.3
SAME_INTEREST = 0.12
"""What an offer of a near subject, or of the same interest, is worth beside one of the subject itself."""
EVIDENCE = 2.0
"""A chance of one half is nearly a yes where a wish may have two subjects."""

LIKELY = 0.3
"""From this chance on, an interest is named as what somebody's words are about."""


@dataclass(frozen=True)
class Wanted:
    """How much each subject is wanted, in the order of the subjects, 0 to 1."""

    itself: Floats
    near: Floats
    """The same with subjects that are near to those, which may do where nothing else is there."""
    meaning: Floats | None

    @property
    def names_subject(self) -> bool:
        """Is any subject wanted?"""
        return bool(self.itself.max(initial=0.0) > 0.0)


def wanted(search: Search) -> Wanted:
    """Read a search as numbers."""
    itself = np.zeros(len(subject_ids()), np.float32)
    places = places_of_subjects()
    for subject, chance in search.subjects.items():
        if subject in places:
            itself[places[subject]] = 1.0 - (1.0 - min(chance, 1.0)) ** EVIDENCE
    for subject in subjects_of(search.interests):
        itself[places[subject]] = 1.0
    near = _with_near(itself)
    for subject in search.avoided:
        if subject in places:
            itself[places[subject]] = near[places[subject]] = 0.0
    return Wanted(itself, near, _meaning(search.sense))


def interests_of(search: Search) -> tuple[Interest, ...]:
    """What a search is about: what was ticked, then what its words likely say, most of all first."""
    chances: dict[Interest, float] = {}
    for subject, chance in search.subjects.items():
        if subject in subjects():
            interest = subjects()[subject].interest
            chances[interest] = chances.get(interest, 0.0) + chance
    likely = sorted((one for one in chances if chances[one] >= LIKELY), key=lambda one: -chances[one])
    return tuple(dict.fromkeys((*search.interests, *likely)))


def unpack_meaning(sense: bytes) -> Floats:
    """Read the meaning that `pack_meaning` wrote."""
    return np.frombuffer(sense, np.int8).astype(np.float32) / 127.0


def pack_meaning(meaning: Floats) -> bytes:
    """Write a meaning of length 1 as bytes."""
    return np.rint(127 * meaning).astype(np.int8).tobytes()


def _meaning(sense: bytes) -> Floats | None:
    return unpack_meaning(sense) if len(sense) == MEANING else None


def _with_near(itself: Floats) -> Floats:
    found = itself.copy()
    places = places_of_subjects()
    by_interest: dict[str, float] = {}
    for subject in subjects().values():
        chance = float(itself[places[subject.id]])
        by_interest[subject.interest] = max(by_interest.get(subject.interest, 0.0), chance)
        for near in subject.near:
            found[places[near]] = max(found[places[near]], NEAR_SUBJECT * chance)
    for subject in subjects().values():
        place = places[subject.id]
        found[place] = max(found[place], SAME_INTEREST * by_interest[subject.interest])
    return found


def numbers_of(terms: tuple[str, ...]) -> list[tuple[int, int | None]]:
    """Each term as the number of the word, and of how it begins where it is long enough."""
    return [
        (
            facts.number_of(term),
            facts.number_of(facts.stem_of(term)) if len(term) >= facts.STEM else None,
        )
        for term in terms
    ]
