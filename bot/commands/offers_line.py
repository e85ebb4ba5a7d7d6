"""`offers` on the command line: what was typed, and what is printed of it."""

import argparse
import asyncio
from collections.abc import Callable, Iterator
from typing import Any

from bot.commands import offers_told
from bot.settings import Settings

Print = Callable[[dict[str, Any] | str], None]
Tell = Callable[[str], None]


def run(
    settings: Settings,
    chosen: argparse.Namespace,
    *,
    print_line: Print,
    tell: Tell,
    lines: Callable[[], Iterator[str]],
) -> None:
    """Run one of the commands.

    Args:
        settings: Name the database.
        chosen: What was typed.
        print_line: Writes to standard output.
        tell: Writes to standard error.
        lines: Standard input.

    Raises:
        CannotDo: A file cannot be read or written.
    """
    # Heavy: the encoder and the workbooks.
    from bot.commands import offers, offers_find

    match chosen.what:
        case "import":
            _import(settings, chosen, print_line, tell)
        case "export":
            count = asyncio.run(offers.export_offers(settings, chosen.file))
            tell(f"{count} offers in {chosen.file}")
        case "encode":
            asyncio.run(offers.encode_all(settings, tell=tell))
            tell("every text is worked out")
        case "find":
            wishes = _one_wish(chosen) if chosen.text is not None else _wishes(chosen, lines())
            answers = offers_find.find(settings, wishes, limit=chosen.limit, tell=tell)
            asyncio.run(_print_each(answers, chosen, print_line))


def _import(settings: Settings, chosen: argparse.Namespace, print_line: Print, tell: Tell) -> None:
    from bot.commands.offers import import_offers

    imported = asyncio.run(
        import_offers(
            settings,
            chosen.file,
            source=chosen.source,
            is_trial=chosen.dry_run,
            is_part=chosen.part,
            tell=tell,
        )
    )
    for line in offers_told.told_faults(imported.faults):
        tell(line)
    if warning := offers_told.told_vanished(imported.taken):
        tell(warning)
    told = imported.as_json()
    if chosen.json:
        print_line({"dry_run": chosen.dry_run, **told})
    else:
        print_line(
            offers_told.told_counts(
                imported.taken,
                is_trial=chosen.dry_run,
                left_out=told["left_out"],
                texts_left=imported.texts_left,
            )
        )


def _one_wish(chosen: argparse.Namespace) -> Iterator[Any]:
    from bot.commands.offers_find import Wish

    yield Wish(text=chosen.text, language=chosen.language, near=chosen.near)


def _wishes(chosen: argparse.Namespace, lines: Iterator[str]) -> Iterator[Any]:
    """Each line as it is read; what was typed counts where a line says nothing of it."""
    from dataclasses import replace

    from bot.commands.offers_find import WishUnreadable, read_wish

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            wish = read_wish(line, number)
        except WishUnreadable as error:
            yield error
        else:
            yield replace(wish, language=wish.language or chosen.language, near=wish.near or chosen.near)


async def _print_each(answers: Any, chosen: argparse.Namespace, print_line: Print) -> None:
    async for answer in answers:
        print_line(answer if chosen.json else answer["as_text"])
