"""Carries a letter to the newcomer's phones, and tells the begeleider whether it arrived."""

from dataclasses import replace

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.ids import ChatId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.letter import Letter
from bot.domain.people import Account
from bot.domain.question import Delivery
from bot.handlers.copying import Original, carry
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Priority
from bot.texts import letter_writing, letters, replies, who
from bot.texts.letters import GivenLetter
from bot.texts.replies import Look


def subject(letter: Letter) -> str:
    """What a message with this letter carries, so that a reply to it finds its way."""
    return f"letter:{letter.id}"


async def deliver(turn: Turn, resources: Resources, letter: Letter, *, from_chat: ChatId) -> None:
    """Send a letter to every phone of the newcomer, each in its own language.

    Args:
        turn: The unit of work.
        resources: The FAQ.
        letter: Just written.
        from_chat: Where the begeleider wrote it; voice and pictures are copied from there.
    """
    phones = await turn.services.phones.reachable(letter.newcomer_id)
    name = await turn.services.letters.addressee(letter)
    shown = await given(turn, resources, letter)
    for phone in phones:
        await _send(turn, shown, phone, name, from_chat)
    if not phones:
        letter = await turn.services.letters.note_delivery(letter, Delivery.UNREACHABLE)
    turn.tell_chat(
        from_chat,
        SOURCE_LANGUAGE,
        letter_writing.state(letter, name, len(phones)),
        name=subject(letter),
        priority=Priority.ANSWER,
    )


async def _send(turn: Turn, shown: GivenLetter, phone: Account, name: str, from_chat: ChatId) -> None:
    speaker, letter = turn.speaker(phone), shown.letter
    if replies.is_draft(speaker, shown):
        is_first_today = await turn.services.accounts.told_draft(phone)
        shown = replace(shown, tells_draft=is_first_today or shown.draft_always)
    message = who.on_phone(phone, letters.letter(speaker, shown), name)
    is_below = replies.is_below(shown.part) and letter.message_id is not None
    turn.tell(phone, message, about=subject(letter), tells_outcome=not is_below)
    if is_below and letter.message_id is not None:
        original = Original(
            chat_id=from_chat, message_id=letter.message_id, content=letter.content, is_text=letter.is_text
        )
        carry(turn, original, phone.chat_id, phone.language, about=subject(letter), tells_outcome=True)


async def given(turn: Turn, resources: Resources, letter: Letter, look: Look = Look.SHORT) -> GivenLetter:
    """A letter with what is needed to show it."""
    return GivenLetter(
        letter=letter,
        part=letters.as_part(letter),
        writer=await turn.services.letters.writer(letter),
        entries={str(entry_id): entry for entry_id, entry in resources.entries.items()},
        look=look,
    )


async def note_outcome(turn: Turn, letter: Letter, delivery: Delivery) -> None:
    """Say on the begeleider's screen whether the letter arrived."""
    letter = await turn.services.letters.note_delivery(letter, delivery)
    writer = await turn.services.letters.writer_account(letter)
    if writer is not None:
        name = await turn.services.letters.addressee(letter)
        screen = letter_writing.state(letter, name, 1)
        turn.edit(writer.chat_id, screen, name=subject(letter), priority=Priority.NOTICE)


async def speak_for_reader(context: BotContext, letter: Letter) -> None:
    """On a shared phone: whoever answers a letter is the person it was written to."""
    if context.account.is_shared:
        await context.services.dossiers.choose(context.account, letter.newcomer_id)
        context.account = await context.services.accounts.again(context.account)
