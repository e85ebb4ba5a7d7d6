"""From rows to papers."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from bot.domain.form_number import FormNumber
from bot.domain.ids import AcceptanceId, AccountId, BegeleiderId, BewijsId, NewcomerId, PageId, PaperId
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import WhyRefused
from bot.domain.paper import ContactAnswer, Page, Paper, PaperRefusedBecause, PaperState, Said
from bot.domain.paper_findings import Earlier
from bot.storage.paper_json import unpack


def paper_of(row: Row[Any], pages: Iterable[Row[Any]]) -> Paper:
    """A paper with the pages that are part of it, in order."""
    return Paper(
        id=PaperId(row.id),
        newcomer_id=NewcomerId(row.newcomer_id),
        account_id=AccountId(row.account_id),
        state=PaperState(row.state),
        receipt=row.receipt,
        pages=tuple(_page(page) for page in pages),
        said=_said(row),
        form=FormNumber(row.form) if row.form else None,
        bewijs_id=None if row.bewijs_id is None else BewijsId(row.bewijs_id),
        sent_anyway=row.sent_anyway,
        began_at=row.began_at,
        handed_in_at=row.handed_in_at,
        decided_at=row.decided_at,
        acceptance_id=None if row.acceptance_id is None else AcceptanceId(row.acceptance_id),
        refused_because=PaperRefusedBecause(row.refused_because) if row.refused_because else None,
        came=row.came,
        album=row.album,
        contact_answer=ContactAnswer(row.contact_answer) if row.contact_answer else None,
        contact_minutes=row.contact_minutes,
        is_digital=row.is_digital,
    )


def _said(row: Row[Any]) -> Said:
    return Said(
        kind=OfferKind(row.kind) if row.kind else None,
        organisation=row.organisation,
        contact=row.contact,
        minutes=row.minutes,
        first_day=row.first_day,
        last_day=row.last_day,
    )


def _page(row: Row[Any]) -> Page:
    return Page(
        id=PageId(row.id),
        file_id=row.file_id,
        file_unique_id=row.file_unique_id,
        message_id=row.message_id,
        check=None if row.check is None else unpack(row.check, row.look),
        digest=row.digest,
        original=row.original,
        scan=row.scan,
        small=row.small,
        writing=row.writing,
        number=row.number,
        refused=WhyRefused(row.refused) if row.refused else None,
        is_gone=row.is_gone,
        resembles=tuple(PaperId(one) for one in row.resembles),
    )


def earlier_of(row: Row[Any]) -> Earlier:
    """A page of another paper, with what it is told by."""
    form = row.form or row.paper_form
    return Earlier(
        paper_id=PaperId(row.paper_id),
        newcomer_id=NewcomerId(row.newcomer_id),
        begeleider_id=BegeleiderId(row.begeleider_id),
        handed_in_at=row.handed_in_at,
        counts=row.state == PaperState.ACCEPTED.value,
        form=FormNumber(form) if form else None,
        digest=row.digest,
        file_unique_id=row.file_unique_id,
        look=bytes.fromhex(row.look or ""),
    )
