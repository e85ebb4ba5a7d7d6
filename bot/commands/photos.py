"""`check-photo`: what would the bot see in a photograph?"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any

from bot.commands.cannot import CannotDo
from bot.domain.page_check import FileRefused, PageCheck, Problem, WhyRefused


def add_command(commands: Any) -> None:
    """Add `check-photo` to the command line."""
    check = commands.add_parser("check-photo", help="what would the bot see in a photograph of a bewijs?")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")
    check.add_argument("--scan", type=Path, metavar="DIR", help="writes the clean scans to this folder")
    check.add_argument("--json", action="store_true", help="one JSON object a page")


def run(chosen: argparse.Namespace, *, print_line: Callable[[dict[str, Any] | str], None]) -> None:
    """Do what the command line asks for; raises CannotDo as `check_photos` does."""
    for seen in check_photos(chosen.files, scans=chosen.scan):
        print_line(seen if chosen.json else seen["as_text"])


def check_photos(files: Sequence[Path], *, scans: Path | None = None) -> Iterator[dict[str, Any]]:
    """Read photographs and documents as the bot would, page by page.

    Args:
        files: Of whatever kind.
        scans: A folder to write the scans to; it is made where it is missing.

    Returns:
        The fields of the command-line contract, and `as_text` for people.

    Raises:
        CannotDo: A file is not there.
    """
    from bot.photos.check import check_pages

    names: set[str] = set()
    for file in files:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CannotDo(f"{file}: {error.strerror}") from error
        try:
            checks = check_pages(content)
        except FileRefused as refused:
            yield _with_text(_refused(file, refused.why))
            continue
        for number, check in enumerate(checks, start=1):
            page = number if len(checks) > 1 else None
            scan = _written(check, scans / _free_name(file, page, names)) if scans is not None else None
            yield _with_text(contract(file, check, page=page, scan=scan))


def contract(file: Path, check: PageCheck, *, page: int | None, scan: Path | None) -> dict[str, Any]:
    """What was found on a page, as the command line prints it.

    Args:
        file: As it was given.
        check: What was found.
        page: Which page of several, from 1; None for the only one.
        scan: Where its scan was written.
    """
    return {
        "file": str(file),
        **({"page": page} if page is not None else {}),
        "page_found": check.page_found,
        "corners": [list(corner) for corner in check.corners] if check.corners is not None else None,
        "problems": [problem.value for problem in check.problems],
        "form": check.form,
        "signed": check.signed,
        "scan": str(scan) if scan is not None else None,
    }


def _refused(file: Path, why: WhyRefused) -> dict[str, Any]:
    nothing = PageCheck(page_found=False)
    fields = contract(file, nothing, page=None, scan=None)
    return {**fields, "problems": [Problem.NOT_A_PAGE.value], "refused": why.value}


def _with_text(fields: dict[str, Any]) -> dict[str, Any]:
    page = f", page {fields['page']}" if "page" in fields else ""
    found = fields.get("refused") or ", ".join(fields["problems"]) or "can be used"
    signed = {True: ", signed", False: ", not signed", None: ""}[fields["signed"]]
    form = f", form {fields['form']}" if fields["form"] else ""
    return {**fields, "as_text": f"{fields['file']}{page}: {found}{form}{signed}"}


def _free_name(file: Path, page: int | None, names: set[str]) -> str:
    """A name for a scan that no other of this run has, also of files that are named alike."""
    wanted = file.stem if page is None else f"{file.stem}-{page}"
    free = next(name for name in chain([wanted], (f"{wanted}_{at}" for at in count(2))) if name not in names)
    names.add(free)
    return f"{free}.jpg"


def _written(check: PageCheck, path: Path) -> Path | None:
    if check.scan is None:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(check.scan)
    return path
