"""Papers and their pages: what came, what was found on it, what was said, what was decided."""

import datetime as dt
import secrets
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.form_number import ALPHABET, FormNumber
from bot.domain.ids import AcceptanceId, AccountId, BegeleiderId, NewcomerId, PageId, PaperId
from bot.domain.paper import Page, Paper, PaperState, Reading, Said
from bot.domain.paper_findings import Earlier
from bot.services.photo_ports import BlobKey
from bot.storage.paper_json import pack
from bot.storage.paper_rows import earlier_of, paper_of
from bot.storage.paper_tables import PICTURE_KEYS
from bot.storage.sql import insert_new, new_id
from bot.storage.tables import forms, newcomers, paper_pages, papers

RECEIPT_SIGNS = 4
_FORGOTTEN: dict[str, Any] = {
    **{column.name: None for column in PICTURE_KEYS},
    "digest": None,
    "look": None,
    "file_id": "",
    "file_unique_id": "",
}
"""What a page is told by once its picture is forgotten."""


class SqlPapers:
    """One row a paper, one a page; of pictures only the keys."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    # Reading.

    async def get(self, paper_id: PaperId) -> Paper | None:
        """The paper with this id."""
        found = await self._papers(select(papers).where(papers.c.id == paper_id))
        return found[0] if found else None

    async def of(self, newcomer_id: NewcomerId) -> Sequence[Paper]:
        """All of a newcomer's, newest first."""
        query = select(papers).where(papers.c.newcomer_id == newcomer_id)
        return await self._papers(query.order_by(papers.c.id.desc()))

    async def with_message(self, account_id: AccountId, message_id: int) -> Paper | None:
        """The paper that a message of this phone became a page of."""
        pages = paper_pages.c
        which = select(pages.paper_id).where(pages.account_id == account_id, pages.message_id == message_id)
        found = await self._papers(select(papers).where(papers.c.id.in_(which)))
        return found[0] if found else None

    async def waiting(self, begeleider_ids: Collection[BegeleiderId]) -> Sequence[Paper]:
        """What waits for these begeleiders, oldest first."""
        query = (
            select(papers)
            .join(newcomers, newcomers.c.id == papers.c.newcomer_id)
            .where(
                papers.c.state == PaperState.HANDED_IN.value,
                newcomers.c.begeleider_id.in_(begeleider_ids),
                newcomers.c.closed_on.is_(None),
            )
        )
        return await self._papers(query.order_by(papers.c.handed_in_at, papers.c.id))

    async def _papers(self, query: Select[Any]) -> list[Paper]:
        rows = (await self._connection.execute(query)).all()
        pages: dict[int, list[Row[Any]]] = defaultdict(list)
        if rows:
            theirs = select(paper_pages).where(
                paper_pages.c.paper_id.in_([row.id for row in rows]), ~paper_pages.c.is_replaced
            )
            in_order = theirs.order_by(paper_pages.c.message_id, paper_pages.c.number)
            for page in (await self._connection.execute(in_order)).all():
                pages[page.paper_id].append(page)
        return [paper_of(row, pages[row.id]) for row in rows]

    # Coming in.

    async def add(self, newcomer_id: NewcomerId, account_id: AccountId, *, at: dt.datetime) -> PaperId:
        """Keep a new one without pages, with a receipt that no other has."""
        signs = RECEIPT_SIGNS
        while True:
            receipt = "B-" + "".join(secrets.choice(ALPHABET) for _ in range(signs))
            statement = insert_new(self._connection, papers).values(
                newcomer_id=newcomer_id,
                account_id=account_id,
                state=PaperState.READING.value,
                receipt=receipt,
                came=0,
                sent_anyway=False,
                began_at=at,
            )
            if (await self._connection.execute(statement)).rowcount:
                query = select(papers.c.id).where(papers.c.receipt == receipt)
                return PaperId((await self._connection.execute(query)).scalar_one())
            # Nearly all short ones are taken by then.
            signs += 1

    async def add_page(
        self, paper_id: PaperId, account_id: AccountId, *, file_id: str, file_unique_id: str, message_id: int
    ) -> PageId:
        """Keep where Telegram has a picture."""
        statement = paper_pages.insert().values(
            paper_id=paper_id,
            account_id=account_id,
            message_id=message_id,
            number=0,
            file_id=file_id,
            file_unique_id=file_unique_id,
            is_replaced=False,
            is_gone=False,
            resembles=[],
        )
        return PageId(new_id(await self._connection.execute(statement)))

    async def replace_pages(self, paper_id: PaperId, page_ids: Collection[PageId]) -> None:
        """A better photograph comes: these pages and their pictures are no part of the paper any more."""
        theirs = update(paper_pages).where(paper_pages.c.paper_id == paper_id, paper_pages.c.id.in_(page_ids))
        await self._connection.execute(theirs.values(is_replaced=True, **_FORGOTTEN))

    async def read(self, paper_id: PaperId, page: Page, readings: Sequence[Reading]) -> None:
        """Keep what was found; each further reading is a further page of the same file."""
        first, *others = (_found(one) for one in readings)
        await self._connection.execute(update(paper_pages).where(paper_pages.c.id == page.id).values(**first))
        account = select(paper_pages.c.account_id).where(paper_pages.c.id == page.id).scalar_subquery()
        for number, found in enumerate(others, start=1):
            further = paper_pages.insert().values(
                paper_id=paper_id,
                account_id=account,
                message_id=page.message_id,
                number=number,
                file_id=page.file_id,
                file_unique_id=page.file_unique_id,
                is_replaced=False,
                **found,
            )
            await self._connection.execute(further)

    async def change(self, paper_id: PaperId, **changes: Any) -> None:
        """Change columns by name: those of `Paper`, and `said`."""
        said = changes.pop("said", None)
        if isinstance(said, Said):
            changes |= asdict(said)
        # A member of a string enum is a string, but asyncpg wants a plain one.
        plain = {name: getattr(value, "value", value) for name, value in changes.items()}
        await self._connection.execute(update(papers).where(papers.c.id == paper_id).values(**plain))

    async def forget_pictures(self, paper_id: PaperId) -> Sequence[BlobKey]:
        """Nothing refers to the paper's pictures any more; which they were."""
        theirs = paper_pages.c.paper_id == paper_id
        rows = (await self._connection.execute(select(*PICTURE_KEYS).where(theirs))).all()
        await self._connection.execute(update(paper_pages).where(theirs).values(**_FORGOTTEN))
        return [BlobKey(key) for row in rows for key in row if key is not None]

    async def reopen(self, acceptance_id: AcceptanceId) -> None:
        """The paper that was accepted so waits again, and its forms count in none."""
        accepted = papers.c.acceptance_id == acceptance_id
        which = select(papers.c.id).where(accepted)
        await self._connection.execute(
            update(forms).where(forms.c.counted_in.in_(which)).values(counted_in=None)
        )
        waits = {"state": PaperState.HANDED_IN.value, "decided_at": None, "acceptance_id": None}
        await self._connection.execute(update(papers).where(accepted).values(**waits))

    # Other papers.

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
        pages = paper_pages.c
        alike = union(
            select(pages.paper_id).where(pages.digest.in_(digests)),
            select(pages.paper_id).where(pages.file_unique_id.in_(file_unique_ids)),
            select(pages.paper_id).where(pages.form.in_(forms)),
            select(papers.c.id).where(papers.c.form.in_(forms)),
        )
        are_these = or_(papers.c.id.in_(alike), papers.c.id.in_(paper_ids))
        query = _handed_in(are_these, papers.c.id != paper.id)
        return [earlier_of(row) for row in (await self._connection.execute(query)).all()]

    async def recent_looks(self, paper: Paper, *, limit: int) -> Sequence[Earlier]:
        """The newest pages of other papers that were handed in, by whomever, with what they look like."""
        query = _handed_in(paper_pages.c.look.is_not(None), papers.c.id != paper.id)
        newest = query.order_by(paper_pages.c.id.desc()).limit(limit)
        return [earlier_of(row) for row in (await self._connection.execute(newest)).all()]

    async def writings(self, newcomer_id: NewcomerId, *, limit: int) -> Sequence[tuple[PaperId, BlobKey]]:
        """The newest kept writings on papers that this newcomer handed in."""
        query = _handed_in(paper_pages.c.writing.is_not(None), papers.c.newcomer_id == newcomer_id)
        newest = query.order_by(paper_pages.c.id.desc()).limit(limit)
        rows = (await self._connection.execute(newest)).all()
        return [(PaperId(row.paper_id), BlobKey(row.writing)) for row in rows]


def _handed_in(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Pages of papers that were handed in and not taken back; a digital one has a row without a page."""
    return (
        select(
            papers.c.id.label("paper_id"),
            papers.c.newcomer_id,
            newcomers.c.begeleider_id,
            papers.c.handed_in_at,
            papers.c.state,
            papers.c.form.label("paper_form"),
            *(paper_pages.c[name] for name in ("form", "digest", "file_unique_id", "look", "writing")),
        )
        .outerjoin(paper_pages, paper_pages.c.paper_id == papers.c.id)
        .join(newcomers, newcomers.c.id == papers.c.newcomer_id)
        .where(
            papers.c.handed_in_at.is_not(None),
            papers.c.state != PaperState.TAKEN_BACK.value,
            paper_pages.c.is_replaced.is_not(True),
            *conditions,
        )
    )


def _found(reading: Reading) -> dict[str, Any]:
    """The columns of a page that was read; no picture is among them."""
    check = reading.check
    return {
        "check": None if check is None else pack(check),
        "refused": reading.refused.value if reading.refused else None,
        "is_gone": reading.gone,
        "form": check.form if check else None,
        "look": (check.look.hex() or None) if check else None,
        "resembles": list(reading.resembles),
        **{name: getattr(reading, name) for name in ("digest", "original", "scan", "small", "writing")},
    }
