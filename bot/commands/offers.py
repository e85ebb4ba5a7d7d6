"""`offers import`, `offers export` and `offers encode`: the catalogue in and out."""

import asyncio
import datetime as dt
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from bot.app import open_database
from bot.commands.cannot import CannotDo
from bot.commands.offers_told import UNREADABLE, UNUSABLE
from bot.documents.tables import CATALOGUE, TableUnreadable, read_rows, write_csv
from bot.documents.workbook_writing import write_workbook
from bot.domain.ids import OfferId
from bot.domain.offer import Offer, OfferDetails
from bot.handlers.later.encoding import encode_offers
from bot.handlers.later.new_offers import looking
from bot.language.encoder import Encoder
from bot.offers.importing.draft import Batch, Draft, Fault, FileUnusable, Reason
from bot.offers.importing.export import header, row_of
from bot.offers.importing.plain import plain_line, shortened
from bot.offers.importing.row_reader import SOURCE
from bot.offers.importing.table import read_table
from bot.offers.importing.uitdatabank import read_uitdatabank
from bot.offers.senses import SenseReader
from bot.services.clock import SystemClock
from bot.services.finder_ports import Gazetteer
from bot.services.offer_imports import OfferImports, Taken, located
from bot.services.sensing import Sensing
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.schema import check_schema, migrate
from bot.surroundings import places, surroundings

AT_ONCE = 300
"""So many rows a transaction; others wait no longer than for these."""
A_BREATH_SECONDS = 0.12
"""Between two transactions: who waits for SQLite's only writer looks again every 0.1 s."""
ENCODES_UNTIL_SECONDS = 20.0
"""After its start an import goes on to work out senses until then, so that a small catalogue is complete."""
MOST_THREADS = 2
"""Somebody waits for it, so it may use a second core; more help little."""
NAMELESS = "lijst"
"""The source of rows that name none."""
JSON_BEGINS = ("{", "[")

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Imported:
    """What an import did, or would do."""

    taken: Taken
    faults: Sequence[Fault]
    texts_left: int
    """How many texts are still to be worked out."""

    def as_json(self) -> dict[str, Any]:
        """The fields that `--json` prints."""
        return {
            **asdict(self.taken),
            "left_out": sum(fault.is_fatal for fault in self.faults),
            "texts_left": self.texts_left,
            "faults": [{**asdict(fault), "reason": fault.reason.value} for fault in self.faults],
        }


async def import_offers(
    settings: Settings,
    path: Path,
    *,
    source: str | None = None,
    is_trial: bool = False,
    is_part: bool = False,
    tell: Tell,
) -> Imported:
    """Take a file's offers into the catalogue.

    Args:
        settings: Name the database.
        path: A table (CSV, XLSX) or UiTdatabank's JSON-LD.
        source: The source of rows that name none.
        is_trial: Only tell what would change.
        is_part: The file is not all that its source has, so nothing vanishes.
        tell: Hears how far it is.

    Raises:
        CannotDo: Nothing of the file can be read as offers.
    """
    started = time.monotonic()
    now = SystemClock().now()
    named = shortened(plain_line(source or ""), SOURCE).strip() or NAMELESS
    batch = read_offers(path, source=named, today=now.astimezone(settings.zone).date())
    tell(f"{len(batch.drafts)} offers read from {path.name}")
    is_first = settings.is_without_database()
    async with open_database(settings) as database:
        if is_first:
            await migrate(database.engine)
        await check_schema(database.engine)
        taken = await take_in(
            database, settings, batch, now=now, is_trial=is_trial, is_part=is_part, tell=tell
        )
        left = 0 if is_trial else await _work_out(database, settings, started, tell)
    return Imported(taken, batch.faults, left)


def read_offers(path: Path, *, source: str, today: dt.date) -> Batch:
    """Read a file of either kind, and find where its offers are.

    Raises:
        CannotDo: Nothing of it can be read as offers.
    """
    content = path.read_bytes()
    try:
        if _is_json(content, path):
            return _located(read_uitdatabank(content), places())
        rows = read_rows(content, path.name, kind=CATALOGUE)
        return _located(read_table(rows, source=source, today=today), places())
    except TableUnreadable as error:
        raise CannotDo(f"{path.name}: {UNREADABLE[error.reason]}") from error
    except FileUnusable as error:
        raise CannotDo(f"{path.name}: {UNUSABLE[error.reason]}") from error


def _is_json(content: bytes, path: Path) -> bool:
    begins = content[:200].decode("utf-8-sig", errors="replace").lstrip()[:1]
    return path.suffix.lower() in (".json", ".jsonld") or begins in JSON_BEGINS


def _located(batch: Batch, gazetteer: Gazetteer) -> Batch:
    """Every offer with its point and municipality; a place that does not exist is remarked on."""
    known: dict[Any, tuple[OfferDetails, bool]] = {}
    drafts, remarks = [], []
    for draft in batch.drafts:
        venue = draft.details.venue
        if venue not in known:
            known[venue] = located(OfferDetails(title="", venue=venue), gazetteer)
        found, is_known = known[venue]
        drafts.append(replace(draft, details=replace(draft.details, venue=found.venue)))
        if not is_known:
            remarks.append(_no_place(draft))
    return replace(batch, drafts=tuple(drafts), faults=(*batch.faults, *remarks))


def _no_place(draft: Draft) -> Fault:
    venue = draft.details.venue
    value = " ".join(part for part in (venue.postcode, venue.name) if part)
    return Fault(line=draft.line, column="plaats", reason=Reason.NO_PLACE, value=value[:60], is_fatal=False)


async def take_in(
    database: Database,
    settings: Settings,
    batch: Batch,
    *,
    now: dt.datetime,
    is_trial: bool = False,
    is_part: bool = False,
    tell: Tell,
) -> Taken:
    """Keep what was read, some hundred rows a transaction; stopped halfway, running it again completes it."""
    taken, done, around = Taken(), 0, surroundings(settings)
    by_source: dict[str, dict[str, OfferDetails]] = defaultdict(dict)
    for draft in batch.drafts:
        by_source[draft.source][draft.reference] = draft.details
    for source, offers in by_source.items():
        for some in _chunks(offers):
            async with database.work(reads_only=is_trial) as work:
                imports = OfferImports(work, now, around)
                taken += await imports.take_in(source, some, is_trial=is_trial)
            done += len(some)
            tell(f"{done} of {len(batch.drafts)}")
            if database.is_sqlite and not is_trial:
                await asyncio.sleep(A_BREATH_SECONDS)
    for source in by_source if batch.is_whole and not is_part else ():
        seen = {*by_source[source], *(reference for of, reference in batch.left_out if of == source)}
        async with database.work(reads_only=is_trial) as work:
            imports = OfferImports(work, now, around)
            taken += await imports.drop_missing(source, seen, is_trial=is_trial)
    return taken


def _chunks(offers: Mapping[str, OfferDetails]) -> Iterator[dict[str, OfferDetails]]:
    rest = iter(offers.items())
    while some := dict(islice(rest, AT_ONCE)):
        yield some


async def _work_out(database: Database, settings: Settings, started: float, tell: Tell) -> int:
    """Senses, as far as there is time; the running bot goes on with the others, and looks for wishes."""
    async with database.work() as work:
        now = SystemClock().now()
        await work.jobs.add(encode_offers(now))
        await work.jobs.add(looking(now, settings.zone))
    seconds = ENCODES_UNTIL_SECONDS - (time.monotonic() - started)
    return await encode(database, settings, tell, seconds=seconds)


async def encode_all(settings: Settings, *, tell: Tell) -> int:
    """Work out every text that nobody has read yet; gives back how many are left, which is none."""
    async with open_database(settings) as database:
        await check_schema(database.engine)
        return await encode(database, settings, tell)


async def encode(database: Database, settings: Settings, tell: Tell, *, seconds: float | None = None) -> int:
    """Work out what offers are about, for some seconds or to the end; gives back how many texts are left."""
    threads = max(settings.encoder_threads, min(MOST_THREADS, len(os.sched_getaffinity(0))))
    sensing = Sensing(database, SenseReader.load(Encoder(threads=threads)))
    there = await sensing.count()
    if there:
        tell(f"{there} texts to work out")
        await sensing.go_on(seconds=seconds, told=lambda count: tell(f"{count} of {there} texts"))
    return await sensing.count() if there else 0


async def export_offers(settings: Settings, path: Path) -> int:
    """Write every offer that has not vanished to a file that imports the same; gives back how many.

    Raises:
        CannotDo: The name of the file ends neither in .csv nor in .xlsx.
    """
    write = {".csv": write_csv, ".xlsx": write_workbook}.get(path.suffix.lower())
    if write is None:
        raise CannotDo(f"{path.name}: give a name that ends in .csv or .xlsx")
    async with open_database(settings) as database:
        await check_schema(database.engine)
        offers = [offer for offer in await _all(database) if offer.vanished_at is None]
    _write(path, write(header(), (row_of(offer) for offer in offers)))
    return len(offers)


def _write(path: Path, content: bytes) -> None:
    """For the administrator alone: it holds names and numbers of volunteers."""
    path.touch(mode=0o600)
    path.write_bytes(content)


async def _all(database: Database) -> list[Offer]:
    found: list[Offer] = []
    while True:
        async with database.work(reads_only=True) as work:
            page = await work.offers.all(after=found[-1].id if found else OfferId(0), limit=AT_ONCE)
        found += page
        if len(page) < AT_ONCE:
            return found
