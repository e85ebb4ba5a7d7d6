"""Links that introduce a contact: made, opened and used. `ContactCare` goes on from there.

Opening a link never uses it up, only the pressed button does. What came past the newcomer's phone introduces
a contact and nothing more: the begeleider checks them once.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.contact import Contact, ContactLink, Reached, Tie
from bot.domain.contact_news import Happened, News
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursUnknown, InviteExpired, NotYours
from bot.domain.history import Who
from bot.domain.hours import Bewijs
from bot.domain.ids import ContactId
from bot.domain.people import Account, Begeleider, Newcomer
from bot.services.contact_joining import ContactJoining
from bot.services.dossiers import DECIDES, only_open
from bot.services.hour_claims import tidy
from bot.services.invites import tidy_name
from bot.services.paper_contacts import PaperContacts
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

_ASKS = frozenset({Who.NEWCOMER, *DECIDES})


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A link as its opener sees it."""

    link: ContactLink
    newcomer: Newcomer | None
    """Who asks; None for a link from the command line."""
    begeleider: Begeleider | None
    bewijs: Bewijs | None
    organisation: str | None
    is_used_by: Contact | None
    """Who joined with it."""
    is_mine: bool = False
    """Is that the account that opens it now?"""


class ContactLinks(ContactJoining):
    """The use cases of a link that introduces a contact; `join` is in `ContactJoining`."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        super().__init__(work, now, surroundings)
        self._offered = PaperContacts(work)

    # Making one.

    async def ask(self, dossier: Dossier, bewijs_id: int, *, name: str | None = None) -> ContactLink:
        """A link for whoever can confirm the hours of a bewijs; one that still waits is given again.

        Args:
            dossier: Opened by the newcomer, or by the begeleider, whose link vouches for the contact.
            bewijs_id: Whose hours it is about.
            name: How they know the contact.

        Raises:
            HoursUnknown: There is no such bewijs in this dossier.
            NotYours, DossierClosed: It is somebody else's turn, or the dossier is closed.
        """
        only_open(dossier, _ASKS)
        reached = Reached.NEWCOMER if dossier.actor.who is Who.NEWCOMER else Reached.BEGELEIDER
        return await self._make(dossier, await self._bewijs(dossier, bewijs_id), reached, name=name)

    async def by_email(self, dossier: Dossier, bewijs_id: int) -> ContactLink | None:
        """A link to be mailed to the address that stands with the offer, never to one that somebody typed.

        Returns:
            None when no address is known.

        Raises:
            HoursUnknown, NotYours, DossierClosed: As with `ask`.
        """
        only_open(dossier, _ASKS)
        bewijs = await self._bewijs(dossier, bewijs_id)
        contact = await self._offered.of(dossier, bewijs)
        if not contact.email:
            return None
        return await self._make(dossier, bewijs, Reached.EMAIL, name=contact.name, email=contact.email)

    async def has_address(self, dossier: Dossier, bewijs_id: int) -> bool:
        """Does an address stand with the offer of this bewijs, so that `by_email` finds one?

        Raises:
            HoursUnknown: As with `ask`.
        """
        return bool((await self._offered.of(dossier, await self._bewijs(dossier, bewijs_id))).email)

    async def for_organisation(self, organisation: str, name: str | None = None) -> ContactLink:
        """A link from the command line, for a contact whom the team knows."""
        return await self._kept.keep(reached=Reached.TEAM, organisation=tidy(organisation), name=name)

    def token(self, link: ContactLink) -> str:
        """What the link carries."""
        return self._kept.token(link)

    async def _make(
        self,
        dossier: Dossier,
        bewijs: Bewijs,
        reached: Reached,
        *,
        name: str | None,
        email: str | None = None,
    ) -> ContactLink:
        name = tidy_name(name or bewijs.contact or "") or None
        wanted = (bewijs.id, reached, name, email)
        for link in await self._work.contact_links.of(dossier.id):
            is_same = (link.bewijs_id, link.reached, link.name, link.email) == wanted
            if is_same and not link.is_used and not link.is_expired(self._now):
                return link
        return await self._kept.keep(
            reached=reached,
            organisation=bewijs.organisation,
            newcomer_id=dossier.id,
            bewijs_id=bewijs.id,
            name=name,
            email=email,
        )

    # Contacts who are there already.

    async def known(self, dossier: Dossier, bewijs_id: int) -> Sequence[Contact]:
        """Who of the organisation can be asked without a link, and who sees this bewijs already, by name.

        Raises:
            HoursUnknown, NotYours, DossierClosed: As with `ask`.
        """
        only_open(dossier, _ASKS)
        bewijs = await self._bewijs(dossier, bewijs_id)
        people = self._work.contact_people
        tied = [tie.contact_id for tie in await people.tied_to([dossier.id]) if tie.bewijs_id == bewijs.id]
        found = dict(await people.many(tied)) if tied else {}
        if bewijs.organisation:
            found |= {one.id: one for one in await people.at(bewijs.organisation)}
        active = [one for one in found.values() if one.is_active and not await self._is_self(one, dossier)]
        return sorted(active, key=lambda one: (one.name.casefold(), one.id))

    async def tie(self, dossier: Dossier, bewijs_id: int, contact_id: int) -> Contact:
        """Let a known contact of the organisation see a bewijs; again changes nothing.

        Raises:
            NotYours: It is no contact of this bewijs's organisation.
            HoursUnknown, DossierClosed: As with `ask`.
        """
        contact = next((one for one in await self.known(dossier, bewijs_id) if one.id == contact_id), None)
        if contact is None:
            raise NotYours
        bewijs = await self._bewijs(dossier, bewijs_id)
        tie = Tie(contact_id=ContactId(contact_id), bewijs_id=bewijs.id, newcomer_id=dossier.id)
        await self.add_tie(contact, tie, by=dossier.actor)
        return contact

    async def _is_self(self, contact: Contact, dossier: Dossier) -> bool:
        return dossier.id in await self._dossiers.selves(contact)

    # Opening one.

    async def open(self, token: str, *, account: Account | None) -> Opened:
        """Look at a link; changes nothing, as previews and mail scanners open links too.

        Raises:
            InviteNotValid: It was altered, or its newcomer was erased.
            InviteExpired: Its time has passed before anybody joined; `peek` still tells whose it was.
        """
        opened = await self.peek(token)
        if opened.link.is_expired(self._now):
            raise InviteExpired
        joined = opened.is_used_by
        is_mine = joined is not None and account is not None and joined.account_id == account.id
        return replace(opened, is_mine=is_mine)

    async def peek(self, token: str) -> Opened:
        """Whose link it is, also when its time has passed.

        Raises:
            InviteNotValid: It was altered, or its newcomer was erased.
        """
        link = await self._kept.read(token)
        people, newcomer, begeleider, bewijs = self._work.people, None, None, None
        if link.newcomer_id is not None:
            newcomer = await people.newcomer(link.newcomer_id)
            begeleider = await people.begeleider_of(link.newcomer_id)
            book = await self._work.hours.book(link.newcomer_id)
            bewijs = next((one for one in book.bewijzen if one.id == link.bewijs_id), None)
        return Opened(
            link=link,
            newcomer=newcomer,
            begeleider=begeleider,
            bewijs=bewijs,
            organisation=link.organisation,
            is_used_by=await self._work.contact_people.get(link.contact_id) if link.contact_id else None,
        )

    async def new_one(self, token: str) -> Happened | None:
        """Whoever opens an expired or used link wants a new one.

        Returns:
            What the begeleider hears; None when they heard it within a day, or the link still works.

        Raises:
            InviteNotValid: As with `peek`.
        """
        link = await self._kept.read(token)
        if not (link.is_used or link.is_expired(self._now)):
            return None
        return await self._tell_once_a_day(link, News.NEW_LINK)

    async def not_with_us(self, token: str) -> Happened | None:
        """Whoever opens the link says that nobody there knows the newcomer; joining stays possible.

        Returns:
            What newcomer and begeleider hear; None when they heard it within a day.

        Raises:
            InviteNotValid: As with `peek`.
        """
        return await self._tell_once_a_day(await self._kept.read(token), News.NOT_WITH_US)

    async def _tell_once_a_day(self, link: ContactLink, news: News) -> Happened | None:
        if link.newcomer_id is None or not await self._work.contact_links.ask_again(link.id, at=self._now):
            return None
        return Happened(news=news, newcomer_id=link.newcomer_id, bewijs_id=link.bewijs_id, link_id=link.id)

    async def _bewijs(self, dossier: Dossier, bewijs_id: int) -> Bewijs:
        # Perhaps it was made after the dossier was opened, for a link before any hours.
        book = await self._work.hours.book(dossier.id)
        found = next((one for one in book.bewijzen if one.id == bewijs_id), None)
        if found is None:
            raise HoursUnknown
        return found
