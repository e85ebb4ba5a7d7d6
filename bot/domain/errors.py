"""Refusals by the rules, each a plain statement; `handlers/errors.py` gives each its sentence.

NotAllowed
├── NotYours           a button or link of somebody else was pressed
├── ButtonOld          a button of an older time, or a forged one
├── InviteNotValid     unknown, altered, used or withdrawn
│   └── InviteExpired
├── QuestionClosed     an answer to what was closed or erased
├── QuestionUnknown    no such question
├── NoReader           there is neither a begeleider nor a fallback chat
├── EntryOff           an entry was switched off
└── EntryUnknown       no such entry
"""


class NotAllowed(Exception):  # noqa: N818 - a refusal is a statement
    """The rules say no."""


class NotYours(NotAllowed):
    """A button or link of somebody else was pressed."""


class ButtonOld(NotAllowed):
    """The button is of an older time, or what it carries was altered."""


class InviteNotValid(NotAllowed):
    """The link is unknown, altered, used or withdrawn."""


class InviteExpired(InviteNotValid):
    """The link was real, but its time has passed."""


class QuestionUnknown(NotAllowed):
    """There is no such question for this person."""


class QuestionClosed(NotAllowed):
    """The question was closed or erased."""


class NoReader(NotAllowed):
    """There is neither a begeleider nor a fallback chat to read the question."""


class EntryOff(NotAllowed):
    """The entry was switched off by an administrator."""


class EntryUnknown(NotAllowed):
    """There is no entry with this id."""
