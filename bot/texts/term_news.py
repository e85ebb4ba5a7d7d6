"""What a newcomer hears about the term: it was filled in, or extended."""

import datetime as dt

from bot.domain.contract import Contract
from bot.texts.message import Message
from bot.texts.speaker import Speaker


def contract_set(speaker: Speaker, begeleider: str, contract: Contract) -> Message:
    """The begeleider filled the term in, or changed it."""
    last_day, hours = speaker.short_day(contract.last_day), speaker.duration(contract.required_minutes)
    # Translators: to the newcomer. {begeleider} is the name of the guide, {last_day} is the last
    # day of the term, {hours} is the number of hours to do.
    text = speaker.say(
        "🗓 {begeleider} vulde je termijn in.\nJe doet <b>{hours}</b>, tot en met <b>{last_day}</b>.",
        begeleider=begeleider,
        hours=hours,
        last_day=last_day,
    )
    return Message(text=text)


def extended(speaker: Speaker, begeleider: str, last_day: dt.date) -> Message:
    """The term was made longer: good news, with the new last day."""
    # Translators: to the newcomer, good news: there is more time. {begeleider} is the guide's name.
    text = speaker.say(
        "🌱 Je krijgt meer tijd.\n{begeleider} noteerde een nieuwe laatste dag: <b>{last_day}</b>.",
        begeleider=begeleider,
        last_day=speaker.short_day(last_day),
    )
    return Message(text=text)
