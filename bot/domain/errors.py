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
├── EntryUnknown       no such entry
├── NewcomerUnknown    no such newcomer, or erased
├── SayWho             a phone serves several newcomers: say for whom first
├── NoDossier          nobody guides this person: there is no dossier
├── DossierClosed      the begeleider closed the dossier
├── ContractImpossible a contract that cannot be, with its reason
├── HoursRefused       hours that cannot be, or count already
│   ├── HoursImpossible, DayInFuture, DayTooLongAgo, TooManyHoursThatDay
│   ├── NotedAlready   hours of that day are noted already
│   └── AcceptedAlready hours of that day were accepted
│       └── FormAcceptedAlready another paper with this form's number counts
├── HoursUnknown       no such attendance, bewijs or acceptance
├── HoursSettled       it was decided already, so it cannot change this way
├── ColleagueUnknown   no such colleague to hand over to
├── LeaveImpossible    a leave that cannot be
├── OfferGone          an offer that can no longer be chosen
│   ├── OfferFull      there is no place left
│   └── OfferRefused   the begeleider found that it is not for this newcomer
├── NotCheckedYet      somebody must still say whether the two conditions hold
├── ParticipationUnknown  no such participation for this person
├── ParticipationSettled  something else was decided meanwhile
├── PaperUnknown       no such paper for this person
├── PaperSettled       it was handed in, decided or taken back already
├── PaperIncomplete    something must be said or read before it can be handed in
├── PaperFull          a paper has no room for more pages
├── FormUnknown        no form with this number was ever made
├── HoursChanged       the hours are not those that the contact saw
├── TooLateToCorrect   a contact's own word is older than a week
├── ContactUnchecked   the begeleider did not check this contact yet
├── ContactStopped     the contact stopped, or is not with the organisation
├── PageGone           a personal page that was withdrawn, or never was
├── DoorClosed         a door's code whose time has passed, or an altered one
├── NothingToSign      no confirmed date waits for a signature
└── StillGuides        a begeleider who still guides people cannot be erased
"""

from enum import StrEnum


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


class NewcomerUnknown(NotAllowed):
    """There is no such newcomer, or they were erased."""


class SayWho(NotAllowed):
    """This phone serves several newcomers, who say first for whom they speak."""


class NoDossier(NotAllowed):
    """Nobody guides this person, so there is no dossier."""


class DossierClosed(NotAllowed):
    """The begeleider closed the dossier."""


class ImpossibleBecause(StrEnum):
    """Why a contract cannot be."""

    ENDS_BEFORE_START = "ends_before_start"
    TOO_LONG = "too_long"
    NO_HOURS = "no_hours"
    TOO_MANY_HOURS = "too_many_hours"
    NOT_LATER = "not_later"
    """An extension that does not end later than the term."""


class ContractImpossible(NotAllowed):
    """A contract cannot be so."""

    def __init__(self, because: ImpossibleBecause) -> None:
        super().__init__(because.value)
        self.because = because


class HoursRefused(NotAllowed):
    """These hours cannot be, or count already."""


class HoursImpossible(HoursRefused):
    """An amount of nothing, or less."""


class DayInFuture(HoursRefused):
    """The day is still to come."""


class DayTooLongAgo(HoursRefused):
    """The day is years ago."""


class TooManyHoursThatDay(HoursRefused):
    """More than a day holds, together with what is noted for that day."""


class NotedAlready(HoursRefused):
    """Hours of that day with that organisation are noted already."""

    def __init__(self, attendance_id: int) -> None:
        super().__init__(str(attendance_id))
        self.attendance_id = attendance_id


class AcceptedAlready(HoursRefused):
    """The begeleider accepted hours over that day in this bewijs already."""


class FormAcceptedAlready(AcceptedAlready):
    """Hours were accepted on another paper with this form's number."""


class HoursUnknown(NotAllowed):
    """There is no such attendance, bewijs or acceptance for this newcomer."""


class HoursSettled(NotAllowed):
    """It was decided already, so it cannot change this way."""


class ColleagueUnknown(NotAllowed):
    """There is no such begeleider to hand over to."""


class LeaveImpossible(NotAllowed):
    """A leave begins in the past, ends before it begins, or takes over a year."""


class StillGuides(NotAllowed):
    """A begeleider who still guides people hands them over first."""


class OfferGone(NotAllowed):
    """The offer can no longer be chosen: over, cancelled, gone, or a condition does not hold."""


class OfferFull(OfferGone):
    """There is no place left."""


class OfferRefused(OfferGone):
    """The begeleider found that the offer is not for this newcomer."""


class NotCheckedYet(NotAllowed):
    """Nobody said yet whether the two conditions hold (`bewijs-wat-gecontroleerd`)."""


class ParticipationUnknown(NotAllowed):
    """There is no such participation for this person."""


class ParticipationSettled(NotAllowed):
    """Something else was decided meanwhile, such as that it ended."""


class PaperUnknown(NotAllowed):
    """There is no such paper for this person, or it was erased."""


class PaperSettled(NotAllowed):
    """The paper is not there where it could be changed so: handed in, decided or taken back already."""


class PaperIncomplete(NotAllowed):
    """Something must still be said before the paper can be handed in, or no page of it could be read."""


class PaperFull(NotAllowed):
    """The paper has as many pages as one can have."""


class HoursChanged(NotAllowed):
    """The hours are not those any more that the contact saw when they pressed."""


class TooLateToCorrect(NotAllowed):
    """A contact puts their own word right within a week; after that it is the begeleider's turn."""


class ContactUnchecked(NotAllowed):
    """A link through the newcomer's phone only introduces a contact, whom the begeleider checks first."""


class ContactStopped(NotAllowed):
    """The contact stopped, or said that they are not with the organisation."""


class PageGone(NotAllowed):
    """A personal page that was withdrawn, or that never was."""


class DoorClosed(NotAllowed):
    """A code at the door whose time has passed, or one that was altered."""


class NothingToSign(NotAllowed):
    """No confirmed date of this bewijs waits for a signature."""


class FormUnknown(NotAllowed):
    """No form with this number was ever made here, or it was erased."""
