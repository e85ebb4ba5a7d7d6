"""Keeping and reading the links that introduce a contact."""

import datetime as dt

from bot.domain.contact import LINK_DAYS, ContactLink, Reached
from bot.domain.errors import InviteNotValid
from bot.domain.ids import BewijsId, ContactId, ContactLinkId, NewcomerId
from bot.services.invites import tidy_name
from bot.services.ports import Work
from bot.services.signed_links import LinkKind, SignedLinks
from bot.services.surroundings import Surroundings


class LinkKeeping:
    """Makes a link that waits for its contact, and finds it again by its token."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._links = SignedLinks(surroundings.secret_key)

    def token(self, link: ContactLink) -> str:
        """What the link carries."""
        return self._links.make(LinkKind.CONTACT, link.id)

    async def read(self, token: str) -> ContactLink:
        """The link with this token, used or expired too.

        Raises:
            InviteNotValid: It was altered, or its newcomer was erased.
        """
        (link_id, *more) = self._links.read(LinkKind.CONTACT, token)
        link = await self._work.contact_links.get(ContactLinkId(link_id)) if not more else None
        if link is None:
            raise InviteNotValid
        return link

    async def keep(
        self,
        *,
        reached: Reached,
        organisation: str | None,
        newcomer_id: NewcomerId | None = None,
        bewijs_id: BewijsId | None = None,
        name: str | None = None,
        email: str | None = None,
        named_by: ContactId | None = None,
    ) -> ContactLink:
        """A new link, good for `LINK_DAYS`."""
        link_id = await self._work.contact_links.add(
            newcomer_id=newcomer_id,
            bewijs_id=bewijs_id,
            organisation=organisation,
            reached=reached,
            name=tidy_name(name or "") or None,
            email=email,
            expires_at=self._now + dt.timedelta(days=LINK_DAYS),
            at=self._now,
            named_by=named_by,
        )
        found = await self._work.contact_links.get(link_id)
        if found is None:
            raise InviteNotValid
        return found
