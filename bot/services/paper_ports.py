"""What the services need for papers: their rows, the forms that were made, who does not sign."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from bot.domain.form import Form, FormFacts
from bot.domain.form_number import FormNumber
from bot.domain.ids import (
    AcceptanceId,
    AccountId,
    BegeleiderId,
    BewijsId,
    ContactId,
    NewcomerId,
    PageId,
    PaperId,
    RefusalId,
)
from bot.domain.paper import ContactAnswer, NoSignBecause, Page, Paper, Reading, SignatureRefusal
from bot.domain.paper_findings import Earlier
from bot.services.photo_ports import BlobKey


class Papers(Protocol):
    """Papers and their pages; whoever writes holds the newcomer's lock."""

    async def get(self, paper_id: PaperId) -> Paper | None: ...
    async def of(self, newcomer_id: NewcomerId) -> Sequence[Paper]:
        """All of a newcomer's, newest first."""
        ...

    async def with_message(self, account_id: AccountId, message_id: int) -> Paper | None:
        """The paper that a message of this phone became a page of."""
        ...

    async def add(self, newcomer_id: NewcomerId, account_id: AccountId, *, at: dt.datetime) -> PaperId:
        """Keep a new one without pages, with a receipt that no other has."""
        ...

    async def add_page(
        self, paper_id: PaperId, account_id: AccountId, *, file_id: str, file_unique_id: str, message_id: int
    ) -> PageId: ...
    async def replace_pages(self, paper_id: PaperId, page_ids: Collection[PageId]) -> None:
        """A better photograph comes: these pages and their pictures are no part of the paper any more."""
        ...

    async def read(self, paper_id: PaperId, page: Page, readings: Sequence[Reading]) -> None:
        """Keep what was found; each further reading is a further page of the same file."""
        ...

    async def change(self, paper_id: PaperId, **changes: Any) -> None:
        """Change columns by name: those of `Paper`, and `said`."""
        ...

    async def forget_pictures(self, paper_id: PaperId) -> Sequence[BlobKey]:
        """Nothing refers to the paper's pictures any more; which they were."""
        ...

    async def waiting(self, begeleider_ids: Collection[BegeleiderId]) -> Sequence[Paper]:
        """What waits for these begeleiders, oldest first."""
        ...

    async def earlier_with(
        self,
        paper: Paper,
        *,
        digests: Collection[str],
        file_unique_ids: Collection[str],
        forms: Collection[FormNumber],
        paper_ids: Collection[PaperId],
    ) -> Sequence[Earlier]:
        """Other papers that were handed in, by whomever, with one of these; and these themselves."""
        ...

    async def recent_looks(self, paper: Paper, *, limit: int) -> Sequence[Earlier]:
        """The newest pages of other papers that were handed in, by whomever, with what they look like."""
        ...

    async def reopen(self, acceptance_id: AcceptanceId) -> None:
        """The paper that was accepted so waits again, and its forms count in none."""
        ...

    async def writings(self, newcomer_id: NewcomerId, *, limit: int) -> Sequence[tuple[PaperId, BlobKey]]:
        """The newest kept writings on papers that this newcomer handed in."""
        ...


class Forms(Protocol):
    """Forms that were made, by their numbers."""

    async def add(
        self,
        forms: Sequence[Form],
        *,
        newcomer_id: NewcomerId | None,
        bewijs_id: BewijsId | None,
        at: dt.datetime,
    ) -> None: ...
    async def facts(self, numbers: Collection[FormNumber]) -> Mapping[FormNumber, FormFacts]: ...
    async def bind(self, numbers: Collection[FormNumber], newcomer_id: NewcomerId) -> None:
        """Those of a pad that nobody handed in yet are this newcomer's from now on."""
        ...

    async def count_elsewhere(self, numbers: Collection[FormNumber], paper_id: PaperId) -> bool:
        """Does one of these count in another paper? They are locked until the unit of work ends."""
        ...

    async def count_in(self, numbers: Collection[FormNumber], paper_id: PaperId) -> None: ...


class Contacts(Protocol):
    """The contacts that a bewijs names beside its own (`bewijs-combineren`)."""

    async def of(self, bewijs_id: BewijsId) -> Mapping[str, bool]:
        """The key of each contact's name, and whether the begeleider says that they belong."""
        ...

    async def name(self, bewijs_id: BewijsId, contact: str, *, belongs: bool, at: dt.datetime) -> None: ...
    async def drop(self, bewijs_id: BewijsId, contact: str) -> None: ...


class SignatureRefusals(Protocol):
    """Contacts who do not sign, as newcomers told, or they themselves."""

    async def add(
        self,
        newcomer_id: NewcomerId,
        bewijs_id: BewijsId,
        *,
        at: dt.datetime,
        contact_id: ContactId | None = None,
        because: NoSignBecause | None = None,
        note: str | None = None,
    ) -> RefusalId: ...
    async def get(self, refusal_id: RefusalId) -> SignatureRefusal | None: ...
    async def of(self, newcomer_id: NewcomerId) -> Sequence[SignatureRefusal]:
        """All of a newcomer's, newest first."""
        ...

    async def open_of(self, begeleider_ids: Collection[BegeleiderId]) -> Sequence[SignatureRefusal]:
        """Those that wait for these begeleiders, oldest first."""
        ...

    async def answer(
        self, refusal_id: RefusalId, answer: ContactAnswer, *, minutes: int | None, at: dt.datetime
    ) -> None: ...
