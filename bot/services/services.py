"""All use cases of one unit of work, each service made when it is first asked for."""

import datetime as dt
from functools import cached_property

from bot.services.accounts import Accounts
from bot.services.announcing import Announcing
from bot.services.answers import Answers
from bot.services.caseload import Caseload
from bot.services.catalogue_care import CatalogueCare
from bot.services.confirming import Confirming
from bot.services.consents import Consents
from bot.services.contact_asking import ContactAsking
from bot.services.contact_care import ContactCare
from bot.services.contact_links import ContactLinks
from bot.services.contracts import Contracts
from bot.services.deciding import Deciding
from bot.services.doors import Doors
from bot.services.dossiers import Dossiers
from bot.services.erasures import Erasures
from bot.services.forms import Forms
from bot.services.handing import Handing
from bot.services.hours import Hours
from bot.services.imports import Imports
from bot.services.invites import Invites
from bot.services.joining import Joining
from bot.services.leaves import Leaves
from bot.services.letters import Letters
from bot.services.papers import Papers
from bot.services.participations import Participations
from bot.services.phones import Phones
from bot.services.ports import Work
from bot.services.privacy import Privacy
from bot.services.questions import Questions
from bot.services.readers import Readers
from bot.services.reminders import Reminders
from bot.services.replies import Replies
from bot.services.searching import Searching
from bot.services.signing import Signing
from bot.services.suggesting import Suggesting
from bot.services.surroundings import Surroundings
from bot.services.term import Term
from bot.services.thanking import Thanking
from bot.services.wishes import Wishes
from bot.services.working_hours import WorkingWeeks

__all__ = ["Services", "Surroundings"]


class Services:
    """The use cases, within one unit of work at one moment."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self.work = work
        self.now = now
        self.surroundings = surroundings

    @cached_property
    def accounts(self) -> Accounts:
        """Who uses the bot, in which language."""
        return Accounts(self.work, self.now, self.surroundings)

    @cached_property
    def answers(self) -> Answers:
        """Fixed answers, and who can be asked instead."""
        return Answers(self.work, self.now, self.surroundings)

    @cached_property
    def readers(self) -> Readers:
        """Who reads a question, and when they work."""
        return Readers(self.work, self.now, self.surroundings)

    @cached_property
    def questions(self) -> Questions:
        """The newcomer's side of questions."""
        return Questions(self.work, self.now, self.surroundings)

    @cached_property
    def replies(self) -> Replies:
        """The answering side of questions."""
        return Replies(self.work, self.now, self.surroundings)

    @cached_property
    def invites(self) -> Invites:
        """Single-use links."""
        return Invites(self.work, self.now, self.surroundings)

    @cached_property
    def joining(self) -> Joining:
        """Letting people in with a link."""
        return Joining(self.work, self.now, self.surroundings)

    @cached_property
    def handing(self) -> Handing:
        """Handing newcomers over to a colleague."""
        return Handing(self.work, self.now, self.surroundings)

    @cached_property
    def leaves(self) -> Leaves:
        """A begeleider's leave, and who stands in."""
        return Leaves(self.work, self.now, self.surroundings)

    @cached_property
    def imports(self) -> Imports:
        """A begeleider's own list of people."""
        return Imports(self.work, self.now, self.surroundings)

    @cached_property
    def phones(self) -> Phones:
        """Which accounts newcomers use."""
        return Phones(self.work, self.now, self.surroundings)

    @cached_property
    def dossiers(self) -> Dossiers:
        """Opening a newcomer's dossier."""
        return Dossiers(self.work, self.now, self.surroundings)

    @cached_property
    def hours(self) -> Hours:
        """Hours: claimed, confirmed, accepted."""
        return Hours(self.work, self.now, self.surroundings)

    @cached_property
    def caseload(self) -> Caseload:
        """A begeleider's people, by need."""
        return Caseload(self.work, self.now, self.surroundings)

    @cached_property
    def contracts(self) -> Contracts:
        """The term of a newcomer's contract."""
        return Contracts(self.work, self.now, self.surroundings)

    @cached_property
    def reminders(self) -> Reminders:
        """Who is reminded today, and the newcomer's say in it."""
        return Reminders(self.work, self.now, self.surroundings)

    @cached_property
    def term(self) -> Term:
        """What a newcomer tells by tapping."""
        return Term(self.work, self.now, self.surroundings)

    @cached_property
    def letters(self) -> Letters:
        """What begeleiders write without being asked."""
        return Letters(self.work, self.now, self.surroundings)

    @cached_property
    def catalogue_care(self) -> CatalogueCare:
        """Begeleiders add, correct and check offers."""
        return CatalogueCare(self.work, self.now, self.surroundings)

    @cached_property
    def suggesting(self) -> Suggesting:
        """What begeleiders send to newcomers of the catalogue."""
        return Suggesting(self.work, self.now, self.surroundings)

    @cached_property
    def consents(self) -> Consents:
        """What newcomers agree to."""
        return Consents(self.work, self.now, self.surroundings)

    @cached_property
    def privacy(self) -> Privacy:
        """What the bot knows of a person, and what is old."""
        return Privacy(self.work, self.now, self.surroundings)

    @cached_property
    def erasures(self) -> Erasures:
        """Forgetting a person."""
        return Erasures(self.work, self.now, self.surroundings)

    @cached_property
    def searching(self) -> Searching:
        """Looking for an activity."""
        return Searching(self.work, self.now, self.surroundings)

    @cached_property
    def wishes(self) -> Wishes:
        """What people still look for."""
        return Wishes(self.work, self.now, self.surroundings)

    @cached_property
    def working_hours(self) -> WorkingWeeks:
        """When begeleiders work."""
        return WorkingWeeks(self.work, self.now, self.surroundings)

    @cached_property
    def participations(self) -> Participations:
        """Choosing an offer, and how it went."""
        return Participations(self.work, self.now, self.surroundings)

    @cached_property
    def announcing(self) -> Announcing:
        """The begeleider's side of what their people chose."""
        return Announcing(self.work, self.now, self.surroundings)

    @cached_property
    def papers(self) -> Papers:
        """The newcomer's side of handing in a bewijs."""
        return Papers(self.work, self.now, self.surroundings)

    @cached_property
    def deciding(self) -> Deciding:
        """The begeleider's side of what was handed in."""
        return Deciding(self.work, self.now, self.surroundings)

    @cached_property
    def forms(self) -> Forms:
        """Forms to be printed and signed."""
        return Forms(self.work, self.now, self.surroundings)

    @cached_property
    def contact_links(self) -> ContactLinks:
        """Links that introduce a contact."""
        return ContactLinks(self.work, self.now, self.surroundings)

    @cached_property
    def contact_care(self) -> ContactCare:
        """Contacts who joined."""
        return ContactCare(self.work, self.now, self.surroundings)

    @cached_property
    def confirming(self) -> Confirming:
        """What contacts say of dates."""
        return Confirming(self.work, self.now, self.surroundings)

    @cached_property
    def doors(self) -> Doors:
        """Codes at the door."""
        return Doors(self.work, self.now, self.surroundings)

    @cached_property
    def signing(self) -> Signing:
        """Contacts sign, and what they signed."""
        return Signing(self.work, self.now, self.surroundings)

    @cached_property
    def contact_asking(self) -> ContactAsking:
        """Whom to ask for a claimed date, and when."""
        return ContactAsking(self.work, self.now, self.surroundings)

    @cached_property
    def thanking(self) -> Thanking:
        """What a contact's confirming was for, and their say in offers."""
        return Thanking(self.work, self.now, self.surroundings)
