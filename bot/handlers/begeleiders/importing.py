"""Mijn mensen toevoegen: a list as a file or pasted, read back, added, and cards with codes to print.

A file is fetched and read, and cards are drawn, before a job's transaction (`importing_jobs`).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.documents.tables import TableUnreadable, read_pasted
from bot.domain.caseload_match import MOST_PEOPLE
from bot.domain.caseload_rows import Reading, Row, read_people
from bot.domain.contract import Contract, Status
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.people import Account
from bot.handlers import states
from bot.texts import importing as texts
from bot.texts.buttons import Press
from bot.texts.message import Message

READ_LIST, DRAW_CARDS = "read_list", "draw_cards"
CARDS_AT_ONCE = 40
"""So many cards stand on one sheet, so that no job takes long."""
TABLES = {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".tab"}


async def press(update: Update, context: BotContext, button: Press) -> None:
    """Ask for a list, add one that was read back, or leave it."""
    if not context.account.is_begeleider:
        raise NotYours
    match button.parts[1:2]:
        case ():
            await states.enter(context, states.IMPORTING)
            context.edit(update, texts.ask())
        case ("yes",):
            await _add(update, context, button.number(2))
        case ("no",):
            await states.leave(context, states.IMPORTING, states.IMPORT_READ)
            context.edit(update, texts.nothing_added())
        case _:
            raise ButtonOld


# A list comes in.


async def take_text(context: BotContext, message: Received) -> bool:
    """Take pasted lines as the list; False for what is no text."""
    if message.text is None or not context.account.is_begeleider:
        return False
    try:
        reading = read_people(read_pasted(message.text), context.services.dossiers.today)
    except TableUnreadable as refusal:
        context.say(texts.unreadable(refusal.reason.value))
        return True
    screen = await read_back(context.turn, context.account, reading, mark=message.message_id)
    context.say(screen, reply_to=message.message_id)
    return True


async def take_file(context: BotContext, message: Received) -> bool:
    """Take a begeleider's spreadsheet, or any file when a list was asked for; False for another message."""
    document = message.document
    if document is None or not context.account.is_begeleider or message.reply_to_message is not None:
        return False
    found = await states.current(context)
    is_asked_for = found is not None and found[0] == states.IMPORTING
    name = document.file_name or ""
    if not is_asked_for and PurePath(name).suffix.lower() not in TABLES:
        return False
    context.say(texts.is_reading(), reply_to=message.message_id)
    await context.turn.later(
        READ_LIST,
        context.turn.now,
        unique_key=f"{READ_LIST}:{context.account.chat_id}:{message.message_id}",
        account_id=context.account.id,
        message_id=message.message_id,
        file_id=document.file_id,
        name=name,
    )
    return True


async def read_back(turn: Turn, account: Account, reading: Reading, *, mark: int) -> Message:
    """Keep what was read until it is confirmed, and give back the screen that asks.

    Args:
        turn: The unit of work.
        account: The begeleider's.
        reading: What the list says.
        mark: Tells this list from a later one.
    """
    if not reading.people and not reading.errors:
        return texts.unreadable("empty")
    if len(reading.people) > MOST_PEOPLE:
        return texts.too_many(len(reading.people))
    plan = await turn.services.imports.compare(account, reading.people)
    kept = [_kept(one.row) for one in plan.people]
    await states.enter_for(turn, account.id, states.IMPORT_READ, mark=mark, rows=kept)
    return texts.read_back(plan, reading.errors, mark)


# It is added.


async def _add(update: Update, context: BotContext, mark: int) -> None:
    found = await states.current(context)
    if found is None or found[0] != states.IMPORT_READ or found[1]["mark"] != mark:
        context.toast(texts.list_gone(), is_alert=True)
        return
    rows = [_row(kept) for kept in found[1]["rows"]]
    plan, newcomer_ids = await context.services.imports.add(context.account, rows)
    await states.leave(context, states.IMPORT_READ)
    without_phone = await context.services.imports.without_phone(newcomer_ids)
    context.edit(update, texts.added(plan, len(without_phone)))
    await _ask_for_cards(context, without_phone, mark)


async def _ask_for_cards(context: BotContext, newcomer_ids: Sequence[int], mark: int) -> None:
    sheets = [newcomer_ids[at : at + CARDS_AT_ONCE] for at in range(0, len(newcomer_ids), CARDS_AT_ONCE)]
    for part, ids in enumerate(sheets, 1):
        await context.turn.later(
            DRAW_CARDS,
            context.turn.now,
            unique_key=f"{DRAW_CARDS}:{context.account.chat_id}:{mark}:{part}",
            account_id=context.account.id,
            newcomer_ids=list(ids),
            part=part,
            parts=len(sheets),
        )


def _kept(row: Row) -> dict[str, Any]:
    kept: dict[str, Any] = {"line": row.line, "ref": row.reference, "name": row.name, "lang": row.language}
    if row.contract is not None:
        kept["contract"] = [
            row.contract.status.value,
            row.contract.starts_on.isoformat(),
            row.contract.last_day.isoformat(),
            row.contract.required_minutes,
        ]
    return kept


def _row(kept: Mapping[str, Any]) -> Row:
    contract = None
    if "contract" in kept:
        status, starts_on, last_day, required = kept["contract"]
        contract = Contract(
            status=Status(status),
            starts_on=dt.date.fromisoformat(starts_on),
            last_day=dt.date.fromisoformat(last_day),
            required_minutes=required,
        )
    return Row(
        line=kept["line"],
        reference=kept["ref"],
        name=kept["name"],
        contract=contract,
        language=kept["lang"],
    )
