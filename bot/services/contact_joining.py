"""A contact joins with a link: the pressed button uses it up, and the first one wins."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.bewijs_key import bewijs_key
from bot.domain.contact import Contact, ContactLink, Reached, Tie
from bot.domain.contact_news import Happened, News
from bot.domain.contact_words import Surface
from bot.domain.errors import ContactStopped, InviteExpired, InviteNotValid, NotYours
from bot.domain.history import Actor, What, Who
from bot.domain.ids import ContactId, NewcomerId
from bot.domain.people import Account
from bot.services.dossiers import Dossiers
from bot.services.invites import tidy_name
from bot.services.link_keeping import LinkKeeping
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

_VERSIONS = 2**30
"""As many as a whole number in a database holds with ease."""


class ContactJoining:
    """Lets a contact in."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._kept = LinkKeeping(work, now, surroundings)
        self._dossiers = Dossiers(work, now, surroundings)

    async def join(
        self,
        token: str,
        *,
        account: Account | None,
        name: str,
        language: str,
        surface: Surface,
        form_key: str | None = None,
    ) -> tuple[Contact, tuple[Happened, ...]]:
        """Become a contact; a second tap gives back the same one.

        Whoever is a contact of the same organisation already stays that one, and sees one bewijs more.

        Args:
            token: Of the link.
            account: Their Telegram; None on the page.
            name: How they want to be called.
            language: In which the bot speaks with them.
            surface: Where they joined.
            form_key: What the page's form carries, different each time it is shown: sent twice it is the
                same person, while somebody else with the link cannot become them.

        Raises:
            InviteNotValid: It was altered, or somebody else joined with it.
            InviteExpired: Its time has passed.
            NotYours: A begeleider, or a phone that serves the newcomer, cannot be the contact.
            ContactStopped: They joined with it, and stopped since.
        """
        del surface  # Every word carries where it was said; a contact may use both.
        link = await self._kept.read(token)
        ties = await self._lock(link)
        link = await self._kept.read(token)
        if link.is_used:
            return await self._again(link, account, form_key), ()
        if link.is_expired(self._now):
            raise InviteExpired
        ties = self._check_who(ties, account)
        contact, is_new = await self._contact(link, account, name, language, form_key)
        if not await self._work.contact_links.use(link.id, contact.id, at=self._now):
            if is_new:
                await self._work.contact_people.change(contact.id, stopped_at=self._now)
            raise InviteNotValid
        return contact, await self._tie(contact, ties, link)

    async def add_tie(self, contact: Contact, tie: Tie, *, by: Actor, reached: Reached | None = None) -> bool:
        """Let a contact see a bewijs, and write it in the newcomer's history; False when they did already."""
        if not await self._work.contact_people.tie(tie, at=self._now):
            return False
        facts = {
            "contact": contact.id,
            "bewijs": tie.bewijs_id,
            "reached": (reached or contact.reached).value,
        }
        await self._work.history.add(tie.newcomer_id, What.CONTACT_JOINED, by=by, at=self._now, facts=facts)
        return True

    async def _lock(self, link: ContactLink) -> Sequence[Tie]:
        """What whoever joins will see, with the newcomers locked in one order."""
        ties = await self._ties(link)
        gone = set()
        for newcomer_id in sorted({tie.newcomer_id for tie in ties}):
            if await self._work.people.lock_newcomer(newcomer_id) is None:
                gone.add(newcomer_id)
        if link.newcomer_id in gone:
            raise InviteNotValid
        return [tie for tie in ties if tie.newcomer_id not in gone]

    async def _ties(self, link: ContactLink) -> Sequence[Tie]:
        if link.named_by is not None:
            named_by = await self._work.contact_people.get(link.named_by)
            if named_by is None or not named_by.may_confirm:
                raise InviteNotValid
            theirs = await self._work.contact_people.ties_of(link.named_by)
            return [tie for tie in theirs if link.newcomer_id in (None, tie.newcomer_id)]
        if link.newcomer_id is None or link.bewijs_id is None:
            return []
        return [Tie(contact_id=ContactId(0), bewijs_id=link.bewijs_id, newcomer_id=link.newcomer_id)]

    def _check_who(self, ties: Iterable[Tie], account: Account | None) -> Sequence[Tie]:
        if account is None:
            return list(ties)
        if account.is_begeleider or any(tie.newcomer_id in account.newcomer_ids for tie in ties):
            raise NotYours
        return list(ties)

    async def _again(self, link: ContactLink, account: Account | None, form_key: str | None) -> Contact:
        contact = await self._work.contact_people.get(link.contact_id) if link.contact_id else None
        if contact is None:
            raise InviteNotValid
        is_account = account is not None and contact.account_id == account.id
        is_form = account is None and form_key is not None and contact.version == _version(form_key)
        if not (is_account or is_form):
            raise InviteNotValid
        if not contact.is_active:
            raise ContactStopped
        return contact

    async def _contact(
        self, link: ContactLink, account: Account | None, name: str, language: str, form_key: str | None
    ) -> tuple[Contact, bool]:
        if account is not None and (known := await self._known(link, account)):
            return await self._trusted(known, link), False
        contact = Contact(
            id=ContactId(0),
            name=tidy_name(name) or link.name or link.organisation or "…",
            organisation=link.organisation,
            reached=link.reached,
            account_id=account.id if account else None,
            email=link.email,
            language=language,
            version=_version(form_key) if form_key else 1,
            joined_at=self._now,
        )
        return replace(contact, id=await self._work.contact_people.add(contact)), True

    async def _known(self, link: ContactLink, account: Account) -> Contact | None:
        place = bewijs_key(link.organisation, None)
        theirs = await self._work.contact_people.of_account(account.id)
        same = (one for one in theirs if one.is_active and bewijs_key(one.organisation, None) == place)
        return next(same, None)

    async def _trusted(self, contact: Contact, link: ContactLink) -> Contact:
        """Who came past the newcomer's phone first, and by a link that vouches for them now, is checked."""
        if contact.is_checked or not link.reached.is_trusted:
            return contact
        changes: dict[str, Any] = {"reached": link.reached, "email": contact.email or link.email}
        await self._work.contact_people.change(contact.id, **changes)
        return replace(contact, **changes)

    async def _tie(self, contact: Contact, ties: Iterable[Tie], link: ContactLink) -> tuple[Happened, ...]:
        joined: dict[NewcomerId, Happened] = {}
        for tie in ties:
            own = replace(tie, contact_id=contact.id)
            if await self.add_tie(contact, own, by=Actor(Who.CONTACT, contact.id), reached=link.reached):
                joined[tie.newcomer_id] = Happened(
                    news=News.JOINED,
                    newcomer_id=tie.newcomer_id,
                    contact_id=contact.id,
                    bewijs_id=tie.bewijs_id,
                    link_id=link.id,
                )
        return tuple(joined.values())


def _version(form_key: str) -> int:
    digest = hashlib.sha256(form_key.encode()).digest()
    return 1 + int.from_bytes(digest[:4]) % _VERSIONS
