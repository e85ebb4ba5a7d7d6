"""The command `invite`: single-use links for begeleiders, newcomers and contacts."""

import argparse
import asyncio
from collections.abc import Callable
from typing import Any

from bot.settings import Settings


def add_command(commands: Any) -> None:
    """Add `invite` with its kinds of people to the command line."""
    invite = commands.add_parser("invite", help="a single-use link")
    people = invite.add_subparsers(dest="who", required=True)
    begeleider = people.add_parser("begeleider", help="for a begeleider")
    begeleider.add_argument("name")
    newcomer = people.add_parser("newcomer", help="for a newcomer of a begeleider")
    newcomer.add_argument("name")
    newcomer.add_argument("--begeleider", type=int, required=True, metavar="ID", help="as `stats` lists them")
    contact = people.add_parser("contact", help="for a contactpersoon of an organisation")
    contact.add_argument("organisation")
    contact.add_argument("name")
    for one in (begeleider, newcomer, contact):
        one.add_argument("--json", action="store_true")


def run(
    settings: Settings, chosen: argparse.Namespace, *, print_line: Callable[[dict[str, Any] | str], None]
) -> None:
    """Make the link that was asked for, and print it.

    Args:
        settings: Of this bot.
        chosen: What the command line says.
        print_line: Prints an object or a line.
    """
    links = asyncio.run(_made(settings, chosen))
    print_line(links if chosen.json else "\n".join(link for link in links.values() if link))


async def _made(settings: Settings, chosen: argparse.Namespace) -> dict[str, str | None]:
    from bot.commands import administration

    match chosen.who:
        case "begeleider":
            return {"link": await administration.invite_begeleider(settings, chosen.name)}
        case "newcomer":
            link = await administration.invite_newcomer(settings, chosen.name, begeleider=chosen.begeleider)
            return {"link": link}
        case _:
            link, page = await administration.invite_contact(settings, chosen.organisation, chosen.name)
            return {"link": link, "page": page}
