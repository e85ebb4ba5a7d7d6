"""The command line: `inburgerbot` and `python -m bot` are the same.

Messages for people go to standard error; `--json` prints one object a line on standard output and
nothing else there. A failure is one clear line and an exit code that is not 0.
"""

import argparse
import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from collections.abc import Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.commands import forms, invites, photos
from bot.commands.cannot import CannotDo
from bot.settings import Settings, SettingsError, read_settings

MOST_FOUND = 100
"""So many offers are found for a wish at the command line."""


def build_parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    parser = argparse.ArgumentParser(prog="inburgerbot", description="The inburgerbot's command line.")
    commands = parser.add_subparsers(dest="command", required=True)

    run = commands.add_parser("run", help="the bot, by long polling or behind a webhook")
    run.add_argument("--webhook", action="store_true", help="listen for Telegram instead of asking it")

    demo = commands.add_parser("demo", help="the bot on this machine alone, with a page of three phones")
    demo.add_argument("--port", type=int, default=8765, help="where the page opens (default 8765)")

    ask = commands.add_parser("ask", help="what would the bot make of this message?")
    ask.add_argument("text", nargs="?", help="the message; without it one message a line is read")
    ask.add_argument("--language", help="the language the person speaks with the bot")
    ask.add_argument("--json", action="store_true", help="one JSON object a line")

    invites.add_command(commands)

    leaver = commands.add_parser("begeleider", help="a begeleider who stops")
    leaves = leaver.add_subparsers(dest="what", required=True).add_parser(
        "leaves", help="hands everybody over to a colleague, and unlinks the phone"
    )
    leaves.add_argument("id", type=int, help="as `stats` lists them")
    leaves.add_argument("--to", type=int, metavar="ID", help="who guides their people from now on")
    leaves.add_argument("--json", action="store_true")

    entry = commands.add_parser("entry", help="takes a FAQ entry out of service, or back")
    entry.add_argument("id")
    switch = entry.add_mutually_exclusive_group(required=True)
    switch.add_argument("--off", metavar="REASON")
    switch.add_argument("--on", action="store_true")

    stats = commands.add_parser("stats", help="numbers for the administrator")
    stats.add_argument("--json", action="store_true")
    stats.add_argument("--picture", type=Path, metavar="FILE", help="draws the wishes as a PNG as well")
    commands.add_parser("migrate", help="brings the database to this version")
    _add_offer_commands(commands)
    _add_person_commands(commands)
    _add_backup_commands(commands)
    forms.add_command(commands)
    photos.add_command(commands)
    return parser


def _add_offer_commands(commands: Any) -> None:
    """The catalogue in and out, and what would be shown of it."""
    offers = commands.add_parser("offers", help="the catalogue of activities").add_subparsers(
        dest="what", required=True
    )
    taken = offers.add_parser("import", help="takes in a CSV, XLSX or UiTdatabank's JSON-LD")
    taken.add_argument("file", type=Path)
    taken.add_argument("--dry-run", action="store_true", help="only tells what would change")
    taken.add_argument("--part", action="store_true", help="not all that its source has: nothing vanishes")
    taken.add_argument("--source", metavar="NAME", help="the source of rows that name none")
    given = offers.add_parser("export", help="writes a .csv or .xlsx that imports the same")
    given.add_argument("file", type=Path)
    find = offers.add_parser("find", help="what would the bot show?")
    find.add_argument("--text", help="the wish; without it one JSON object a line is read")
    find.add_argument("--language", help="the language the person speaks with the bot")
    find.add_argument("--near", metavar="PLACE", help="a place or postcode")
    find.add_argument("--limit", type=_limit, default=3, metavar="N", help=f"at most {MOST_FOUND}")
    offers.add_parser("encode", help="works out now what the texts of new offers are about")
    for one in (taken, find):
        one.add_argument("--json", action="store_true", help="one JSON object a line")


def _limit(written: str) -> int:
    if not (written.isdecimal() and 1 <= int(written) <= MOST_FOUND):
        raise argparse.ArgumentTypeError(f"give a number from 1 to {MOST_FOUND}")
    return int(written)


def _add_person_commands(commands: Any) -> None:
    """For a person who asks what is kept of them, or wants nothing to be kept."""
    export = commands.add_parser("export-newcomer", help="everything about a person, in a file")
    export.add_argument("--out", required=True, metavar="FILE", help="where the JSON is written")
    erase = commands.add_parser("erase-newcomer", help="forgets a person; gives a receipt")
    erase.add_argument("--yes", action="store_true", help="without it nothing is erased")
    for one in (export, erase):
        who = one.add_mutually_exclusive_group(required=True)
        who.add_argument("id", nargs="?", type=int, help="the newcomer's id")
        who.add_argument("--chat", type=int, metavar="NUMBER", help="Telegram's number of the private chat")
        one.add_argument("--json", action="store_true")


def _add_backup_commands(commands: Any) -> None:
    """Everything in one file, and back again."""
    backup = commands.add_parser("backup", help="everything in one locked file, also while the bot runs")
    restore = commands.add_parser("restore", help="puts a backup back, without what was erased since")
    for one in (backup, restore):
        one.add_argument("file", type=Path)
    restore.add_argument("--replace", action="store_true", help="what is there goes")
    restore.add_argument("--erasures", type=Path, action="append", default=[], metavar="FILE")
    held = commands.add_parser("held", help="what a restore held back: messages, work, updates")
    choice = held.add_mutually_exclusive_group()
    choice.add_argument("--release", action="store_true", help="sends and does it after all")
    choice.add_argument("--drop", action="store_true", help="forgets it")
    for one in (backup, restore, held):
        one.add_argument("--json", action="store_true")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives back the exit code."""
    chosen = build_parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # The HTTP client's own log names every address, and with it the token; fontTools' the letters of names.
    for name in ("httpx", "httpcore", "alembic", "fontTools"):
        logging.getLogger(name).setLevel(logging.WARNING)
    with _failures() as code:
        _run(chosen)
    return code[0]


@contextlib.contextmanager
def _failures() -> Iterator[list[int]]:
    """Turn every failure we know into one line."""
    from bot.delivery.errors import TelegramRefusesToken, TelegramUnreachable
    from bot.domain.errors import NotAllowed
    from bot.services.delivery_ports import StoreUnavailable
    from bot.storage.database import DatabaseAway
    from bot.storage.schema import SchemaMismatch

    code = [0]
    try:
        yield code
    except (
        CannotDo,
        SettingsError,
        SchemaMismatch,
        DatabaseAway,
        NotAllowed,
        TelegramRefusesToken,
        TelegramUnreachable,
    ) as error:
        code[0] = 1
        _tell(str(error) or type(error).__doc__ or type(error).__name__)
    except StoreUnavailable:
        code[0] = 1
        _tell("BOT_DATABASE_URL: the database is busy or away")
    except KeyboardInterrupt:
        code[0] = 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        code[0] = 1
        _tell(": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error))


def _run(chosen: argparse.Namespace) -> None:
    from bot.commands import administration, begeleiders, demo, offers_line, run

    settings = read_settings()
    match chosen.command:
        case "run":
            _loop(run.run(settings, webhook=chosen.webhook))
        case "demo":
            _loop(demo.demo(chosen.port))
        case "ask":
            _ask(settings, chosen)
        case "invite":
            invites.run(settings, chosen, print_line=_print)
        case "begeleider":
            count = asyncio.run(begeleiders.leaves(settings, chosen.id, to=chosen.to))
            _print({"handed_over": count} if chosen.json else f"{count} people were handed over")
        case "entry":
            asyncio.run(administration.switch_entry(settings, chosen.id, reason=chosen.off))
        case "stats":
            numbers = asyncio.run(administration.stats(settings, picture=chosen.picture))
            _print(numbers if chosen.json else "\n".join(f"{key}: {value}" for key, value in numbers.items()))
        case "offers":
            offers_line.run(settings, chosen, print_line=_print, tell=_tell, lines=_lines)
        case "form" | "check-photo":
            _on_paper(settings, chosen)
        case "migrate":
            _tell(asyncio.run(administration.bring_forward(settings)))
        case "backup" | "restore" | "held":
            from bot.commands import backup

            told = backup.run(settings, chosen)
            _print(told if chosen.json else told["as_text"])
        case "export-newcomer" | "erase-newcomer":
            _for_person(settings, chosen)


def _for_person(settings: Settings, chosen: argparse.Namespace) -> None:
    from bot.commands import persons

    if chosen.command == "export-newcomer":
        written = persons.export_newcomer(settings, chosen.id, chat=chosen.chat, out=Path(chosen.out))
        _print(written if chosen.json else f"{written['rows']} rows in {written['file']}")
        return
    if not chosen.yes:
        raise CannotDo("nothing was erased: add --yes to erase everything about this person")
    receipt = asyncio.run(persons.erase_newcomer(settings, chosen.id, chat=chosen.chat))
    _print(receipt if chosen.json else receipt["as_text"])


def _on_paper(settings: Settings, chosen: argparse.Namespace) -> None:
    if chosen.command == "form":
        forms.run(settings, chosen, print_line=_print)
    else:
        photos.run(chosen, print_line=_print)


def _ask(settings: Settings, chosen: argparse.Namespace) -> None:
    from bot.commands.ask import ask

    texts = [chosen.text] if chosen.text is not None else (line.rstrip("\r\n") for line in _lines())
    for answer in ask(settings, texts, language=chosen.language):
        _print(answer if chosen.json else answer["as_text"])


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace")


def _loop(work: Coroutine[Any, Any, None]) -> None:
    """Run until it ends or somebody asks it to stop; on a faster event loop where there is one."""

    async def until_stopped() -> None:
        task = asyncio.ensure_future(work)
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, task.cancel)
        with contextlib.suppress(asyncio.CancelledError):
            await task

    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(until_stopped())


def _loop_factory() -> Any:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def _print(value: dict[str, Any] | str) -> None:
    if not isinstance(value, str):
        value = json.dumps({key: item for key, item in value.items() if key != "as_text"}, ensure_ascii=False)
    sys.stdout.buffer.write(value.encode("utf-8", errors="replace") + b"\n")
    sys.stdout.flush()


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
