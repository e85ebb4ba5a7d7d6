"""What wishes and offers are read as: about 130 subjects, finer than interests, each part of one interest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.interest import Interest

FILE = Path(__file__).parent / "subjects.tsv"


@dataclass(frozen=True)
class Subject:
    """One subject of `subjects.tsv`."""

    id: str
    interest: Interest
    name: str
    """What it is, in Dutch; more things than one where they go together."""
    near: tuple[str, ...]
    """Subjects that somebody who wants this may like as well."""


@cache
def subjects() -> Mapping[str, Subject]:
    """All subjects by id, in the order of the file."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    read = [_subject(line) for line in lines if line.strip()]
    return {subject.id: subject for subject in read}


@cache
def subject_ids() -> tuple[str, ...]:
    """The ids in the order of the file; senses count on it."""
    return tuple(subjects())


@cache
def places_of_subjects() -> Mapping[str, int]:
    """Where each subject stands in that order."""
    return {subject: place for place, subject in enumerate(subject_ids())}


def subjects_of(interests: Collection[Interest]) -> tuple[str, ...]:
    """The subjects that belong to interests, in the order of the file."""
    return tuple(subject.id for subject in subjects().values() if subject.interest in interests)


def _subject(line: str) -> Subject:
    name, interest, words, near = (*line.split("\t"), "")[:4]
    return Subject(name, Interest(interest), words, tuple(one for one in near.split(",") if one))
