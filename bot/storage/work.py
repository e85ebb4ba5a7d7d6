"""A unit of work over one connection: every collection that services and delivery use."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.accounts import SqlAccounts
from bot.storage.consents import SqlConsents
from bot.storage.contact_links import SqlContactLinks
from bot.storage.contact_people import SqlContactPeople
from bot.storage.contact_words import SqlWords
from bot.storage.conversations import SqlConversations
from bot.storage.doors import SqlDoors
from bot.storage.entries_off import SqlEntriesOff
from bot.storage.forms_kept import SqlForms
from bot.storage.history import SqlHistory
from bot.storage.hours import SqlHours
from bot.storage.inbox import SqlInbox
from bot.storage.invites import SqlInvites
from bot.storage.jobs import SqlJobs
from bot.storage.leases import SqlLeases
from bot.storage.letters import SqlLetters
from bot.storage.offer_changes import SqlOfferChanges
from bot.storage.offers import SqlOffers
from bot.storage.outbox import SqlOutbox
from bot.storage.paper_asides import SqlContacts, SqlSignatureRefusals
from bot.storage.papers import SqlPapers
from bot.storage.participations import SqlParticipations
from bot.storage.people import SqlPeople
from bot.storage.privacy import SqlPrivacy
from bot.storage.questions import SqlQuestions
from bot.storage.reminders import SqlReminders
from bot.storage.searches import SqlSearches
from bot.storage.signatures import SqlSignatures
from bot.storage.stand_ins import SqlStandIns
from bot.storage.wishes import SqlWishes


class SqlWork:
    """Everything that happens on one connection between begin and commit."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    @cached_property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self.connection)

    @cached_property
    def people(self) -> SqlPeople:
        return SqlPeople(self.connection)

    @cached_property
    def invites(self) -> SqlInvites:
        return SqlInvites(self.connection)

    @cached_property
    def questions(self) -> SqlQuestions:
        return SqlQuestions(self.connection)

    @cached_property
    def conversations(self) -> SqlConversations:
        return SqlConversations(self.connection)

    @cached_property
    def entries_off(self) -> SqlEntriesOff:
        return SqlEntriesOff(self.connection)

    @cached_property
    def hours(self) -> SqlHours:
        return SqlHours(self.connection)

    @cached_property
    def history(self) -> SqlHistory:
        return SqlHistory(self.connection)

    @cached_property
    def consents(self) -> SqlConsents:
        return SqlConsents(self.connection)

    @cached_property
    def reminders(self) -> SqlReminders:
        return SqlReminders(self.connection)

    @cached_property
    def stand_ins(self) -> SqlStandIns:
        return SqlStandIns(self.connection)

    @cached_property
    def letters(self) -> SqlLetters:
        return SqlLetters(self.connection)

    @cached_property
    def privacy(self) -> SqlPrivacy:
        return SqlPrivacy(self.connection)

    @cached_property
    def offers(self) -> SqlOffers:
        return SqlOffers(self.connection)

    @cached_property
    def offer_changes(self) -> SqlOfferChanges:
        return SqlOfferChanges(self.connection)

    @cached_property
    def participations(self) -> SqlParticipations:
        return SqlParticipations(self.connection)

    @cached_property
    def searches(self) -> SqlSearches:
        return SqlSearches(self.connection)

    @cached_property
    def wishes(self) -> SqlWishes:
        return SqlWishes(self.connection)

    @cached_property
    def papers(self) -> SqlPapers:
        return SqlPapers(self.connection)

    @cached_property
    def forms(self) -> SqlForms:
        return SqlForms(self.connection)

    @cached_property
    def contacts(self) -> SqlContacts:
        return SqlContacts(self.connection)

    @cached_property
    def refusals(self) -> SqlSignatureRefusals:
        return SqlSignatureRefusals(self.connection)

    @cached_property
    def contact_people(self) -> SqlContactPeople:
        return SqlContactPeople(self.connection)

    @cached_property
    def contact_links(self) -> SqlContactLinks:
        return SqlContactLinks(self.connection)

    @cached_property
    def words(self) -> SqlWords:
        return SqlWords(self.connection)

    @cached_property
    def signatures(self) -> SqlSignatures:
        return SqlSignatures(self.connection)

    @cached_property
    def doors(self) -> SqlDoors:
        return SqlDoors(self.connection)

    @cached_property
    def inbox(self) -> SqlInbox:
        return SqlInbox(self.connection)

    @cached_property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self.connection)

    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self.connection)

    @cached_property
    def leases(self) -> SqlLeases:
        return SqlLeases(self.connection)
