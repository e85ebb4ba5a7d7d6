"""The catalogue: offers, what their texts are about, and a version that counts every change."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, bindparam, distinct, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.bewijs_key import bewijs_key
from bot.domain.folding import fold
from bot.domain.ids import OfferId
from bot.domain.offer import Offer, OfferDetails
from bot.domain.offer_text import fingerprint
from bot.services.offer_ports import OfferChange, Shelved, StoredOffer
from bot.storage.offer_json import pack, unpack
from bot.storage.sql import insert_new, locked, upsert
from bot.storage.tables import catalogue, offer_senses, offers

T = TypeVar("T")
ONLY_ROW = 1
AT_ONCE = 500
"""So many references in one question; the engines take some ten thousand values at most."""

_OF_OFFER = (offers.c.id, offers.c.source, offers.c.reference, offers.c.details, offers.c.vanished_at)
"""Without what its source said, which is as long and which only an import looks at."""


class SqlOffers:
    """One row an offer; one for what a text is about, which offers with the same text share."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._new_version: int | None = None

    # Looking up.

    async def get(self, offer_id: OfferId) -> Offer | None:
        """The offer with this id, also one that vanished."""
        return (await self.many([offer_id])).get(offer_id)

    async def many(self, offer_ids: Collection[OfferId]) -> Mapping[OfferId, Offer]:
        """The offers with these ids."""
        found: dict[OfferId, Offer] = {}
        for some in _chunks(offer_ids):
            rows = await self._rows(select(*_OF_OFFER).where(offers.c.id.in_(some)))
            found |= {OfferId(row.id): _offer(row) for row in rows}
        return found

    async def stored(self, source: str, references: Collection[str]) -> Mapping[str, StoredOffer]:
        """What is there of a source, by reference."""
        found: dict[str, StoredOffer] = {}
        for some in _chunks(references):
            query = select(offers).where(offers.c.source == source, offers.c.reference.in_(some))
            found |= {row.reference: _stored(row) for row in await self._rows(query)}
        return found

    async def references(self, source: str) -> Collection[str]:
        """Every reference of a source that has not vanished."""
        query = select(offers.c.reference).where(offers.c.source == source, offers.c.vanished_at.is_(None))
        return set((await self._connection.execute(query)).scalars().all())

    async def all(self, *, after: OfferId, limit: int) -> Sequence[Offer]:
        """Every offer by id, in pages; those that vanished too."""
        query = select(*_OF_OFFER).where(offers.c.id > after).order_by(offers.c.id).limit(limit)
        return [_offer(row) for row in await self._rows(query)]

    async def unchecked(self, *, limit: int, before: OfferId | None = None) -> Sequence[Offer]:
        """Those still there whose conditions nobody checked, newest first; older than `before`, if given."""
        query = select(*_OF_OFFER).where(offers.c.needs_check, offers.c.vanished_at.is_(None))
        if before is not None:
            query = query.where(offers.c.id < before)
        return [_offer(row) for row in await self._rows(query.order_by(offers.c.id.desc()).limit(limit))]

    async def titled(self, words: str, *, limit: int) -> Sequence[Offer]:
        """Those still there with these words in their title, newest first."""
        has_words = [offers.c.folded_title.contains(word, autoescape=True) for word in fold(words).split()]
        if not has_words:
            return []
        query = select(*_OF_OFFER).where(offers.c.vanished_at.is_(None), *has_words)
        return [_offer(row) for row in await self._rows(query.order_by(offers.c.id.desc()).limit(limit))]

    async def of_organisation(self, organisation: str) -> Sequence[Offer]:
        """Those still there of an organisation, whichever way it is written, by id."""
        written = offers.c.details["organisation"].as_string()
        names = select(written).distinct().where(offers.c.vanished_at.is_(None), written.is_not(None))
        theirs = bewijs_key(organisation, None)
        found = (await self._connection.execute(names)).scalars().all()
        same = [name for name in found if bewijs_key(name, None) == theirs]
        query = select(*_OF_OFFER).where(offers.c.vanished_at.is_(None), written.in_(same))
        return [_offer(row) for row in await self._rows(query.order_by(offers.c.id))] if same else []

    async def _rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        rows: Sequence[Row[Any]] = (await self._connection.execute(query)).all()
        return rows

    # Changing.

    async def lock(self) -> None:
        """Let nobody else change the catalogue until the unit of work ends."""
        await self._connection.execute(locked(select(catalogue.c.version).where(catalogue.c.id == ONLY_ROW)))

    async def add(
        self, source: str, reference: str, details: OfferDetails, *, is_imported: bool, at: dt.datetime
    ) -> OfferId:
        """Keep a new one."""
        (offer_id,) = await self._add(source, {reference: details}, is_imported=is_imported, at=at)
        return offer_id

    async def add_many(
        self, source: str, offers_by_reference: Mapping[str, OfferDetails], *, at: dt.datetime
    ) -> Sequence[OfferId]:
        """Keep many imported ones at once, by reference; their ids in the same order."""
        return await self._add(source, offers_by_reference, is_imported=True, at=at)

    async def _add(
        self, source: str, new: Mapping[str, OfferDetails], *, is_imported: bool, at: dt.datetime
    ) -> Sequence[OfferId]:
        if not new:
            return []
        version = await self._bumped()
        rows = [
            {
                **_columns(details),
                "source": source,
                "reference": reference,
                "imported": pack(details) if is_imported else None,
                "added_at": at,
                "changed_at": at,
                "version": version,
            }
            for reference, details in new.items()
        ]
        statement = offers.insert().returning(offers.c.id, sort_by_parameter_order=True)
        added = (await self._connection.execute(statement, rows)).scalars().all()
        return [OfferId(offer_id) for offer_id in added]

    async def change(
        self,
        offer_id: OfferId,
        details: OfferDetails,
        *,
        imported: OfferDetails | None = None,
        at: dt.datetime,
    ) -> None:
        """Give it other details; with `imported`, this is what the source says now, and it is there again."""
        await self.change_many([OfferChange(offer_id=offer_id, details=details, imported=imported)], at=at)

    async def change_many(self, changes: Sequence[OfferChange], *, at: dt.datetime) -> None:
        """Give many other details at once."""
        from_source = [change for change in changes if change.imported is not None]
        by_hand = [change for change in changes if change.imported is None]
        for some, is_back in ((from_source, True), (by_hand, False)):
            if some:
                await self._change(some, is_back=is_back, at=at)

    async def _change(self, changes: Sequence[OfferChange], *, is_back: bool, at: dt.datetime) -> None:
        version = await self._bumped()
        rows = []
        for change in changes:
            row = {**_columns(change.details), "of": change.offer_id, "changed_at": at, "version": version}
            if change.imported is not None:
                row |= {"imported": pack(change.imported)}
            rows.append(row)
        statement = update(offers).where(offers.c.id == bindparam("of"))
        if is_back:
            statement = statement.values(vanished_at=None)
        await self._connection.execute(statement, rows)

    async def vanish(self, source: str, references: Collection[str], *, at: dt.datetime) -> None:
        """The source does not list these any more."""
        for some in _chunks(references):
            gone = update(offers).where(
                offers.c.source == source, offers.c.reference.in_(some), offers.c.vanished_at.is_(None)
            )
            await self._connection.execute(gone.values(vanished_at=at, version=await self._bumped()))

    async def _bumped(self) -> int:
        """The version of this unit of work; who changes the catalogue next waits until it has ended."""
        if self._new_version is None:
            self._new_version = await self._count_up()
        return self._new_version

    async def _count_up(self) -> int:
        bump = update(catalogue).where(catalogue.c.id == ONLY_ROW)
        counted = bump.values(version=catalogue.c.version + 1).returning(catalogue.c.version)
        version = (await self._connection.execute(counted)).scalar()
        if version is None:
            # The tables were made without the migrations, which put the row there.
            first = insert_new(self._connection, catalogue).values(id=ONLY_ROW, version=0)
            await self._connection.execute(first)
            version = (await self._connection.execute(counted)).scalar_one()
        return int(version)

    # For the catalogue in memory.

    async def version(self) -> int:
        """Counts up with every change of the catalogue."""
        query = select(catalogue.c.version).where(catalogue.c.id == ONLY_ROW)
        return int((await self._connection.execute(query)).scalar() or 0)

    async def changed(self, *, after_version: int, after: OfferId, limit: int) -> Sequence[Shelved]:
        """What changed since a version, by id, in pages; those that vanished too."""
        query = (
            select(*_OF_OFFER, offers.c.version, offer_senses.c.sense)
            .outerjoin(offer_senses, offer_senses.c.fingerprint == offers.c.fingerprint)
            .where(offers.c.id.in_(_changed_ids(after_version, after, limit)))
            .order_by(offers.c.id)
        )
        return [
            Shelved(offer=_offer(row), sense=row.sense, version=row.version)
            for row in await self._rows(query)
        ]

    async def without_sense(self, *, limit: int, mark: bytes = b"") -> Mapping[str, OfferDetails]:
        """Texts without a sense that begins with `mark`, by fingerprint; those still there first."""
        query = (
            select(offers.c.fingerprint, offers.c.details)
            .outerjoin(offer_senses, offer_senses.c.fingerprint == offers.c.fingerprint)
            .where(_has_no_sense(mark))
            .order_by(offers.c.vanished_at.is_not(None), offers.c.id)
            .limit(limit)
        )
        return {row.fingerprint: unpack(row.details) for row in await self._rows(query)}

    async def count_without_sense(self, *, mark: bytes = b"") -> int:
        """How many texts of offers still there have no sense that begins with `mark`."""
        query = (
            select(func.count(distinct(offers.c.fingerprint)))
            .outerjoin(offer_senses, offer_senses.c.fingerprint == offers.c.fingerprint)
            .where(_has_no_sense(mark), offers.c.vanished_at.is_(None))
        )
        return int((await self._connection.execute(query)).scalar_one())

    async def put_senses(self, senses: Mapping[str, bytes]) -> None:
        """Keep what texts are about, by fingerprint."""
        if not senses:
            return
        version = await self._bumped()
        for text, sense in senses.items():
            changes = {"fingerprint": text, "sense": sense}
            await self._connection.execute(
                upsert(self._connection, offer_senses, key="fingerprint", changes=changes)
            )
        mine = update(offers).where(offers.c.fingerprint.in_(list(senses)))
        await self._connection.execute(mine.values(version=version))


def _chunks(values: Collection[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _changed_ids(after_version: int, after: OfferId, limit: int) -> Select[Any]:
    # The sum keeps SQLite from walking through the table by its key when few have changed; all are read so.
    key = offers.c.id + 0 if after_version else offers.c.id
    changed = select(offers.c.id).where(offers.c.version > after_version, key > after)
    return changed.order_by(key).limit(limit)


def _has_no_sense(mark: bytes) -> ColumnElement[bool]:
    is_missing = offer_senses.c.fingerprint.is_(None)
    if not mark:
        return is_missing
    return or_(is_missing, func.substr(offer_senses.c.sense, 1, len(mark)) != mark)


def _columns(details: OfferDetails) -> dict[str, Any]:
    return {
        "folded_title": fold(details.title)[:300],
        "details": pack(details),
        "needs_check": not (details.is_checked or details.is_unfit),
        "fingerprint": fingerprint(details),
    }


def _offer(row: Row[Any]) -> Offer:
    return Offer(
        id=OfferId(row.id),
        source=row.source,
        reference=row.reference,
        details=unpack(row.details),
        vanished_at=row.vanished_at,
    )


def _stored(row: Row[Any]) -> StoredOffer:
    return StoredOffer(offer=_offer(row), imported=None if row.imported is None else unpack(row.imported))
