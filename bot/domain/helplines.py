"""Help lines for moments of need, as read from public pages on one day; names and numbers stay as they are.

No line in our sources finds a bed for the night, so there is none here.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.understanding import RedFlag

READ_ON = dt.date(2026, 11, 23)
"""The day on which the pages were read; a person must check them before the bot is switched on."""


class HelpFor(StrEnum):
    """What a line is for."""

    LIFE_IN_DANGER = "life_in_danger"
    POLICE = "police"
    VIOLENCE = "violence"
    SUICIDE = "suicide"
    TALKING = "talking"
    TRAFFICKING = "trafficking"


@dataclass(frozen=True)
class HelpLine:
    """A number to call, with the name and place of who answers where it has one."""

    help_for: HelpFor
    number: str
    name: str = ""


EMERGENCY = HelpLine(HelpFor.LIFE_IN_DANGER, "112")
POLICE = HelpLine(HelpFor.POLICE, "101")
VIOLENCE = HelpLine(HelpFor.VIOLENCE, "1712")
SUICIDE = HelpLine(HelpFor.SUICIDE, "1813")
TALKING = HelpLine(HelpFor.TALKING, "106", "Tele-Onthaal")
PAYOKE = HelpLine(HelpFor.TRAFFICKING, "03 201 16 90", "Payoke (Antwerpen)")
PAG_ASA = HelpLine(HelpFor.TRAFFICKING, "02 511 64 64", "PAG-ASA (Brussel)")
SURYA = HelpLine(HelpFor.TRAFFICKING, "04 232 40 30", "Sürya (Luik)")

_LINES = {
    RedFlag.VIOLENCE: (EMERGENCY, POLICE, VIOLENCE),
    RedFlag.SUICIDE: (SUICIDE, TALKING, EMERGENCY),
    RedFlag.STREET: (EMERGENCY, TALKING),
    RedFlag.TRAFFICKING: (EMERGENCY, POLICE, PAYOKE, PAG_ASA, SURYA),
}


def lines_for(red_flag: RedFlag) -> tuple[HelpLine, ...]:
    """The lines for a situation, the most pressing first."""
    return _LINES[red_flag]
