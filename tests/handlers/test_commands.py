"""Commands are what Telegram takes, in the words of each language."""

import re

import pytest

from bot.domain.languages import SPOKEN
from bot.handlers.commands import command_list
from bot.texts.speaker import speaker_for


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("for_begeleider", [True, False])
def test_every_command_is_one_telegram_takes(language: str, for_begeleider: bool) -> None:
    commands = command_list(speaker_for(language), for_begeleider=for_begeleider)

    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name, _ in commands)
    assert all(1 <= len(description) <= 256 for _, description in commands)
    assert len({name for name, _ in commands}) == len(commands)


def test_who_speaks_dutch_gets_dutch_commands() -> None:
    assert {"hulp", "taal"} <= {name for name, _ in command_list(speaker_for("nl"))}
    assert {"help", "language"} <= {name for name, _ in command_list(speaker_for("ar"))}


def test_only_a_begeleider_sees_the_commands_of_a_begeleider() -> None:
    own = {"vragen", "uitnodigen"}

    assert own <= {name for name, _ in command_list(speaker_for("nl"), for_begeleider=True)}
    assert not own & {name for name, _ in command_list(speaker_for("nl"))}


def test_the_hours_of_a_begeleider_are_working_hours_and_those_of_a_newcomer_their_own() -> None:
    begeleider = dict(command_list(speaker_for("nl"), for_begeleider=True))

    assert begeleider["uren"] != dict(command_list(speaker_for("nl")))["uren"]
    assert "hours" in dict(command_list(speaker_for("ar")))
