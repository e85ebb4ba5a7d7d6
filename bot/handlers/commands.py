"""The commands as Telegram lists them, and who the bot is, in each language it speaks."""

from telegram.ext import ExtBot

from bot.domain.languages import SPOKEN
from bot.texts import commands as texts
from bot.texts.speaker import Speaker, speaker_for

DEFAULT_LANGUAGE = "en"
"""What Telegram shows to somebody whose phone speaks none of our languages."""


def command_list(speaker: Speaker, *, for_begeleider: bool = False) -> list[tuple[str, str]]:
    """Each command with its description; Dutch names for who speaks Dutch."""
    is_dutch = speaker.language == "nl"
    shared = [
        ("menu", texts.menu(speaker)),
        ("hulp" if is_dutch else "help", texts.help_(speaker)),
        ("taal" if is_dutch else "language", texts.language(speaker)),
        ("privacy", texts.privacy(speaker)),
        ("start", texts.start(speaker)),
    ]
    own = [
        ("vragen", texts.questions(speaker)),
        ("mensen", texts.people(speaker)),
        ("bewijzen", texts.papers(speaker)),
        ("aanbod", texts.offers(speaker)),
        ("afwezig", texts.leave(speaker)),
        ("uitnodigen", texts.invite(speaker)),
        ("uren", texts.hours(speaker)),
    ]
    mine = ("uren" if is_dutch else "hours", texts.my_hours(speaker))
    return own + shared if for_begeleider else [mine, *shared]


async def announce(bot: ExtBot[None]) -> None:
    """Tell Telegram the commands and descriptions, in every language and in English for all others."""
    for language in (None, *SPOKEN):
        speaker = speaker_for(language or DEFAULT_LANGUAGE)
        await bot.set_my_commands(command_list(speaker), language_code=language)
        await bot.set_my_description(texts.description(speaker), language_code=language)
        await bot.set_my_short_description(texts.short_description(speaker), language_code=language)
