"""`form` on the command line: a form for a bewijs van deelname, empty or filled in as far as known."""

import argparse
import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

from bot.commands.cannot import CannotDo
from bot.domain.errors import NewcomerUnknown
from bot.domain.form import Form, blank_forms
from bot.domain.form_layout import CODES, HOURS, PAGE_MM, SIGNATURE
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import NewcomerId
from bot.services.clock import SystemClock
from bot.services.forms import MOST_IN_A_PAD
from bot.services.services import Services
from bot.settings import Settings
from bot.storage.database import DatabaseAway
from bot.storage.schema import SchemaMismatch, check_schema


def add_command(commands: Any) -> None:
    """Tell the parser what can be typed."""
    form = commands.add_parser("form", help="a bewijs form as PDF; an empty numbered one without --newcomer")
    form.add_argument("--newcomer", type=int, metavar="ID", help="filled in for them, as far as known")
    form.add_argument("--bewijs", type=int, metavar="ID", help="which of their bewijzen")
    form.add_argument("--count", type=_count, default=1, metavar="N", help="so many empty ones")
    form.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    form.add_argument("--json", action="store_true", help="one JSON object a line, for each form")


def _count(written: str) -> int:
    if not (written.isdecimal() and 1 <= int(written) <= MOST_IN_A_PAD):
        raise argparse.ArgumentTypeError(f"give a number from 1 to {MOST_IN_A_PAD}")
    return int(written)


def run(
    settings: Settings,
    chosen: argparse.Namespace,
    *,
    print_line: Callable[[dict[str, Any] | str], None],
) -> None:
    """Write the forms to a file and print what to know of each.

    Args:
        settings: Name the database, which only a form for somebody must have.
        chosen: What was typed.
        print_line: Writes to standard output.

    Raises:
        CannotDo: It does not say for which bewijs, or says two things at once.
        NewcomerUnknown: There is nobody with this id.
    """
    from bot.documents.form import draw_forms

    forms, language = _chosen(settings, chosen)
    chosen.out.write_bytes(draw_forms(forms, language))
    for form in forms:
        print_line(_told(form) if chosen.json else f"{form.number} in {chosen.out}")


def _chosen(settings: Settings, chosen: argparse.Namespace) -> tuple[Sequence[Form], str | None]:
    """The forms that were asked for, and in which language their labels stand beside the Dutch ones."""
    if chosen.newcomer is not None:
        if chosen.count != 1:
            raise CannotDo("--count is for empty forms, without --newcomer")
        return asyncio.run(_filled(settings, NewcomerId(chosen.newcomer), chosen.bewijs))
    if chosen.bewijs is not None:
        raise CannotDo("--bewijs goes with --newcomer")
    return asyncio.run(_pad(settings, chosen.count)), None


def _told(form: Form) -> dict[str, Any]:
    return {
        "form": form.number,
        "page_mm": PAGE_MM,
        "signature_box_mm": SIGNATURE,
        "hours_box_mm": HOURS,
        "qr_boxes_mm": CODES,
    }


async def _filled(
    settings: Settings, newcomer_id: NewcomerId, bewijs_id: int | None
) -> tuple[Sequence[Form], str | None]:
    """The forms for somebody, whose numbers are kept, and the language they read."""
    async with _services(settings) as services:
        dossier = await services.dossiers.as_bot(newcomer_id)
        if dossier is None:
            raise NewcomerUnknown(f"there is no newcomer {newcomer_id}")
        bewijs = _chosen_bewijs(dossier.book, bewijs_id)
        forms = await services.forms.make(dossier, bewijs.id if bewijs else None)
        phones = await services.work.people.accounts_of(newcomer_id)
        return forms, phones[0].language if phones else dossier.newcomer.language


async def _pad(settings: Settings, count: int) -> Sequence[Form]:
    """Empty forms; their numbers are kept where there is a database for them.

    A number that nobody kept is read all the same, and belongs to whoever hands it in first.
    """
    if settings.database_url is None and not settings.data_dir.exists():
        return blank_forms(count)
    try:
        async with _services(settings) as services:
            return await services.forms.pad(count)
    except (SchemaMismatch, DatabaseAway):
        return blank_forms(count)


@contextlib.asynccontextmanager
async def _services(settings: Settings) -> AsyncIterator[Services]:
    from bot.app import open_database
    from bot.surroundings import surroundings

    async with open_database(settings) as database:
        await check_schema(database.engine)
        async with database.work() as work:
            yield Services(work, SystemClock().now(), surroundings(settings))


def _chosen_bewijs(book: Book, bewijs_id: int | None) -> Bewijs | None:
    """The one that was asked for, or the only one; None while there is none."""
    if bewijs_id is not None:
        found = [bewijs for bewijs in book.bewijzen if bewijs.id == bewijs_id]
        if not found:
            raise CannotDo(f"this newcomer has no bewijs {bewijs_id}")
        return found[0]
    if len(book.bewijzen) > 1:
        ids = ", ".join(str(bewijs.id) for bewijs in book.bewijzen)
        raise CannotDo(f"this newcomer has several bewijzen: give one with --bewijs, of {ids}")
    return book.bewijzen[0] if book.bewijzen else None
