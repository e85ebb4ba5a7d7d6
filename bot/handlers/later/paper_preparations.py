"""What takes long about papers, before any transaction: fetching, reading, keeping pictures, forms."""

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.delivery.errors import FileGone, FileTooLarge
from bot.delivery.files import Files
from bot.delivery.job_runner import PrepareJob
from bot.domain.errors import NewcomerUnknown, NotAllowed
from bot.domain.form import Form
from bot.domain.ids import AccountId, NewcomerId, PaperId
from bot.domain.likeness import ALIKE, alike
from bot.domain.page_check import FileRefused, PageCheck, WhyRefused
from bot.domain.paper import Page, Paper, Reading
from bot.handlers.kinds import BIG_FILE_BYTES
from bot.handlers.later.papers import NoRoom
from bot.handlers.newcomers.papers_forms import DRAW_FORM
from bot.handlers.newcomers.papers_in import READ_PAPER
from bot.services.clock import Clock
from bot.services.delivery_ports import LeasedJob, Store, Transaction
from bot.services.photo_ports import BlobKey, KeyMissing, PhotoReader, PhotoStore, StoreFull
from bot.services.services import Services

READING_SECONDS = 30.0
"""Within a job's time; what is not read by then is given up, and the newcomer hears it."""

Writings = Sequence[tuple[PaperId, BlobKey]]
"""Earlier papers with the keys of what was written on them."""
MakeServices = Callable[[Transaction, dt.datetime], Services]


@dataclass(frozen=True, kw_only=True)
class PaperParts:
    """What reading and drawing needs."""

    files: Files
    store: Store
    clock: Clock
    make_services: MakeServices
    reader: PhotoReader
    pictures: PhotoStore


def paper_preparations(parts: PaperParts) -> Mapping[str, PrepareJob]:
    """The preparation of each kind of job about papers."""

    async def read(job: LeasedJob) -> Any:
        return await _read(parts, job)

    async def draw(job: LeasedJob) -> Any:
        return await _draw_form(parts, job)

    return {READ_PAPER: read, DRAW_FORM: draw}


async def _read(parts: PaperParts, job: LeasedJob) -> Sequence[Reading] | NoRoom | None:
    """Readings of the pages that were not read yet; None when something else came meanwhile."""
    async with parts.store.work(reads_only=True) as work:
        papers = parts.make_services(work, parts.clock.now()).papers
        paper = await papers.for_reading(job.facts["paper_id"])
        if paper is None or paper.came != job.facts["pages"]:
            return None
        earlier = await papers.to_compare(paper)
    try:
        return await _read_pages(parts, paper, earlier)
    except StoreFull:
        return NoRoom()
    except NewcomerUnknown:
        return None


async def _read_pages(parts: PaperParts, paper: Paper, earlier: Writings) -> list[Reading]:
    until = asyncio.get_running_loop().time() + READING_SECONDS
    readings: list[Reading] = []
    for page in paper.pages:
        if page.is_read:
            continue
        if asyncio.get_running_loop().time() >= until:
            readings.append(Reading(page_id=page.id, refused=WhyRefused.GAVE_UP))
        else:
            readings.extend(await _read_page(parts, paper.newcomer_id, page, earlier))
    return readings


async def _read_page(
    parts: PaperParts, newcomer_id: NewcomerId, page: Page, earlier: Writings
) -> list[Reading]:
    try:
        content = await parts.files.download(page.file_id, at_most=BIG_FILE_BYTES)
    except FileGone:
        return [Reading(page_id=page.id, gone=True)]
    except FileTooLarge:
        return [Reading(page_id=page.id, refused=WhyRefused.TOO_LARGE)]
    try:
        checks = await parts.reader.read(content)
    except FileRefused as refusal:
        return [Reading(page_id=page.id, refused=refusal.why)]
    digest = await parts.pictures.digest(content)
    readings = [await _kept(parts.pictures, newcomer_id, page, check, digest) for check in checks]
    return [
        replace(reading, resembles=await _resembling(parts.pictures, check.writing, earlier))
        for reading, check in zip(readings, checks, strict=True)
    ]


async def _resembling(pictures: PhotoStore, writing: bytes, earlier: Writings) -> tuple[PaperId, ...]:
    """The earlier papers on which the same was written by hand."""
    found = []
    for paper_id, key in earlier if writing else ():
        try:
            other = await pictures.fetch(key)
        except KeyMissing:
            continue
        if other is not None and alike(writing, other) >= ALIKE:
            found.append(paper_id)
    return tuple(dict.fromkeys(found))


async def _kept(
    pictures: PhotoStore, newcomer_id: NewcomerId, page: Page, check: PageCheck, digest: str
) -> Reading:
    """A reading with its pictures kept apart, of which it has the keys."""

    async def keep(content: bytes | None) -> str | None:
        return await pictures.keep(newcomer_id, content) if content else None

    return Reading(
        page_id=page.id,
        check=replace(check, scan=None, small=None, original=None, writing=b""),
        digest=digest,
        original=await keep(check.original),
        scan=await keep(check.scan),
        small=await keep(check.small),
        writing=await keep(check.writing),
    )


async def _draw_form(parts: PaperParts, job: LeasedJob) -> bytes | None:
    """Give the form its numbers, and draw it; None when its newcomer may not have it any more."""
    async with parts.store.work() as work:
        services = parts.make_services(work, parts.clock.now())
        account = await work.accounts.get(AccountId(job.facts["account_id"]))
        if account is None:
            return None
        try:
            dossier = await services.dossiers.on_phone(account, job.facts["newcomer_id"])
            bewijs_id = job.facts["bewijs_id"]
            forms = await (
                services.forms.pad(1) if bewijs_id is None else services.forms.make(dossier, bewijs_id)
            )
        except NotAllowed:
            return None
    return await asyncio.to_thread(_drawn, forms, account.language)


def _drawn(forms: Sequence[Form], language: str) -> bytes:
    # Only now, because what draws takes time and memory to load.
    from bot.documents.form import draw_forms

    return draw_forms(forms, language)
