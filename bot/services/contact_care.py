"""Contacts who joined: checked or refused by a begeleider, stopping, their page and how they want it."""

import datetime as dt
from collections.abc import Collection, Sequence

from bot.domain.contact import Contact, ContactLink, Reached, StoppedBecause, email_in
from bot.domain.contact_news import Happened, News
from bot.domain.dossier import Dossier
from bot.domain.errors import ContactStopped, InviteNotValid, NotYours, PageGone
from bot.domain.history import Actor, What, Who
from bot.domain.ids import BewijsId, ContactId, NewcomerId
from bot.domain.people import Account
from bot.services.contact_sight import check_may_confirm
from bot.services.dossiers import DECIDES, only_open
from bot.services.link_keeping import LinkKeeping
from bot.services.ports import Work
from bot.services.signed_links import LinkKind, SignedLinks
from bot.services.surroundings import Surroundings


class ContactCare:
    """The use cases around a contact, by the begeleider and by themselves."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._links = SignedLinks(surroundings.secret_key)
        self._kept = LinkKeeping(work, now, surroundings)

    # Who it is.

    async def of_account(self, account: Account) -> Sequence[Contact]:
        """The contacts that this Telegram account is, one an organisation, without those that stopped."""
        return [one for one in await self._work.contact_people.of_account(account.id) if one.is_active]

    def page_token(self, contact: Contact) -> str:
        """What the link to their personal page carries; whoever has it is the contact."""
        return self._links.make(LinkKind.PAGE, contact.id, contact.version)

    async def of_page(self, token: str) -> Contact:
        """Whose page it is.

        Raises:
            PageGone: It was altered or withdrawn, or never was.
            ContactStopped: The contact stopped.
        """
        try:
            contact_id, version, *more = (*self._links.read(LinkKind.PAGE, token), 0)
        except InviteNotValid:
            raise PageGone from None
        contact = await self._work.contact_people.get(ContactId(contact_id)) if more == [0] else None
        if contact is None or contact.version != version:
            raise PageGone
        if not contact.is_active:
            raise ContactStopped
        return contact

    # The begeleider.

    async def check(self, dossier: Dossier, contact_id: int) -> tuple[Contact, Happened | None]:
        """The begeleider spoke with a contact, by a number or address that is not from the newcomer.

        Args:
            dossier: Of a newcomer whose hours the contact wants to confirm.
            contact_id: Which contact.

        Returns:
            The contact, and what they and the newcomer hear; None when they were checked already.

        Raises:
            NotYours, DossierClosed: It is no contact of this newcomer, or the dossier is closed.
            ContactStopped: They stopped meanwhile.
        """
        only_open(dossier, DECIDES)
        contact = await self._tied(dossier, contact_id)
        if not contact.is_active:
            raise ContactStopped
        if contact.is_checked:
            return contact, None
        by = dossier.newcomer.begeleider_id if dossier.actor.who is not Who.BEGELEIDER else dossier.actor.id
        await self._work.contact_people.change(contact.id, checked_at=self._now, checked_by=by)
        await self._history(dossier.id, What.CONTACT_CHECKED, contact, by=dossier.actor)
        happened = Happened(news=News.CHECKED, newcomer_id=dossier.id, contact_id=contact.id)
        return await self._again(contact), happened

    async def refuse(self, dossier: Dossier, contact_id: int) -> Happened:
        """The begeleider called: it is not the contact, who sees nothing of anybody from now on.

        One who was checked before keeps the people of other begeleiders.

        Returns:
            What the newcomer hears.

        Raises:
            NotYours, DossierClosed: As with `check`.
        """
        only_open(dossier, DECIDES)
        contact = await self._tied(dossier, contact_id)
        is_theirs = contact.checked_by is not None and contact.checked_by == dossier.actor.id
        people = self._work.contact_people
        if contact.is_checked and not is_theirs:
            await people.untie(contact.id, newcomer_id=dossier.id)
        else:
            await people.change(contact.id, stopped_at=contact.stopped_at or self._now)
            await people.untie(contact.id)
        why = StoppedBecause.NOT_KNOWN
        await self._history(dossier.id, What.CONTACT_NOT_KNOWN, contact, by=dossier.actor, why=why)
        return Happened(news=News.NOT_WITH_US, newcomer_id=dossier.id, contact_id=contact.id)

    async def unchecked(self, dossier: Dossier) -> Sequence[Contact]:
        """Contacts of this newcomer whom nobody checked yet."""
        return await self._work.contact_people.unchecked_of([dossier.id])

    async def of(self, dossier: Dossier) -> Sequence[tuple[Contact, tuple[BewijsId, ...]]]:
        """Who sees which bewijs of this newcomer, by name."""
        ties = await self._work.contact_people.tied_to([dossier.id])
        found = await self._work.contact_people.many({tie.contact_id for tie in ties})
        contacts = sorted(found.values(), key=lambda one: (one.name.casefold(), one.id))
        return [
            (one, tuple(sorted(tie.bewijs_id for tie in ties if tie.contact_id == one.id)))
            for one in contacts
        ]

    # The contact.

    async def name_other(
        self, contact: Contact, name: str, *, newcomer_id: int | None = None
    ) -> tuple[ContactLink, tuple[Happened, ...]]:
        """A checked contact names somebody else of the organisation (`bewijs-contactpersoon`).

        Args:
            contact: Who names them.
            name: Of the other one.
            newcomer_id: Whose hours the other one confirms; None for everybody's.

        Returns:
            A link for the contact to pass on, and what each begeleider hears, once.

        Raises:
            ContactStopped, ContactUnchecked: The contact may not vouch for anybody.
            NotYours: They do not see this newcomer.
        """
        check_may_confirm(contact)
        theirs = await self._newcomers(contact)
        if newcomer_id is not None and newcomer_id not in theirs:
            raise NotYours
        about = NewcomerId(newcomer_id) if newcomer_id is not None else None
        link = await self._kept.keep(
            reached=Reached.CONTACT,
            organisation=contact.organisation,
            newcomer_id=about,
            name=name,
            named_by=contact.id,
        )
        told = [about] if about is not None else await self._one_each(theirs)
        return link, tuple(
            Happened(news=News.OTHER_CONTACT, newcomer_id=one, contact_id=contact.id, link_id=link.id)
            for one in told
        )

    async def stop(self, contact: Contact) -> tuple[Happened, ...]:
        """They do not want to confirm any more; again does nothing.

        Returns:
            What each newcomer and begeleider hears.
        """
        if not (await self._again(contact)).is_active:
            return ()
        theirs = await self._newcomers(contact, lock=True)
        await self._work.contact_people.change(contact.id, stopped_at=self._now)
        await self._work.contact_people.untie(contact.id)
        return tuple(
            [await self._leave(contact, one, News.STOPPED, StoppedBecause.STOPPED) for one in theirs]
        )

    async def not_with_us(self, contact: Contact, newcomer_id: int) -> Happened:
        """They do not know this newcomer, and see nothing of them any more.

        Raises:
            NotYours: They did not see this newcomer.
        """
        await self._work.people.lock_newcomer(NewcomerId(newcomer_id))
        if newcomer_id not in await self._newcomers(contact):
            raise NotYours
        about = NewcomerId(newcomer_id)
        await self._work.contact_people.untie(contact.id, newcomer_id=about)
        return await self._leave(contact, about, News.NOT_WITH_US, StoppedBecause.NOT_WITH_US)

    async def withdraw_page(self, contact: Contact) -> Contact:
        """The link to their page opens nothing any more; `page_token` gives the new one."""
        known = await self._again(contact, lock=True)
        return await self._change(contact, version=known.version + 1)

    async def set_day(self, contact: Contact, weekday: int | None) -> Contact:
        """Send their list on this weekday (0 is Monday), or after each activity.

        Raises:
            ValueError: It is no weekday.
        """
        if weekday is not None and weekday not in range(7):
            raise ValueError("no weekday")
        return await self._change(contact, asks_on=weekday)

    async def set_language(self, contact: Contact, language: str) -> Contact:
        """Speak with them in this language, one of `SPOKEN`."""
        return await self._change(contact, language=language)

    async def set_email(self, contact: Contact, email: str | None) -> Contact:
        """Send the list to this address, which they gave themselves; None for nowhere.

        Raises:
            ValueError: It is no address (`email_in`).
        """
        address = None if email is None else email_in(email)
        if email is not None and address is None:
            raise ValueError("no address")
        return await self._change(contact, email=address)

    async def link_telegram(self, contact: Contact, account: Account) -> Contact:
        """Who opened their page's link in Telegram goes on there; the page stays.

        Raises:
            NotYours: Another account has it, or a begeleider's or one that serves a newcomer of theirs.
        """
        known = await self._again(contact, lock=True)
        if known.account_id == account.id:
            return known
        theirs = await self._newcomers(known)
        is_other = known.account_id is not None or account.is_begeleider
        if is_other or set(theirs) & set(account.newcomer_ids):
            raise NotYours
        return await self._change(known, account_id=account.id)

    async def _tied(self, dossier: Dossier, contact_id: int) -> Contact:
        ties = await self._work.contact_people.tied_to([dossier.id])
        contact = None
        if any(tie.contact_id == contact_id for tie in ties):
            contact = await self._work.contact_people.get(ContactId(contact_id), lock=True)
        if contact is None:
            raise NotYours
        return contact

    async def _again(self, contact: Contact, *, lock: bool = False) -> Contact:
        found = await self._work.contact_people.get(contact.id, lock=lock)
        if found is None:
            raise ContactStopped
        return found

    async def _change(self, contact: Contact, **changes: object) -> Contact:
        await self._work.contact_people.change(contact.id, **changes)
        return await self._again(contact)

    async def _newcomers(self, contact: Contact, *, lock: bool = False) -> list[NewcomerId]:
        """Whose hours they confirm; locked in one order."""
        ties = await self._work.contact_people.ties_of(contact.id)
        found = sorted({tie.newcomer_id for tie in ties})
        if lock:
            for newcomer_id in found:
                await self._work.people.lock_newcomer(newcomer_id)
        return found

    async def _one_each(self, newcomer_ids: Collection[NewcomerId]) -> list[NewcomerId]:
        """One newcomer of each begeleider."""
        newcomers = await self._work.people.newcomers(newcomer_ids)
        return sorted({one.begeleider_id: one.id for one in newcomers}.values())

    async def _leave(
        self, contact: Contact, newcomer_id: NewcomerId, news: News, why: StoppedBecause
    ) -> Happened:
        by = Actor(Who.CONTACT, contact.id)
        await self._history(newcomer_id, What.CONTACT_STOPPED, contact, by=by, why=why)
        return Happened(news=news, newcomer_id=newcomer_id, contact_id=contact.id)

    async def _history(
        self,
        newcomer_id: NewcomerId,
        what: What,
        contact: Contact,
        *,
        by: Actor,
        why: StoppedBecause | None = None,
    ) -> None:
        facts = {"contact": contact.id, "reached": contact.reached.value}
        await self._work.history.add(
            newcomer_id, what, by=by, at=self._now, facts=facts, why=why.value if why else None
        )
