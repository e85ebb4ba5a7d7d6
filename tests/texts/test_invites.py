"""Joining and inviting."""

from bot.domain.languages import SPOKEN
from bot.texts import begeleider_invites, invites
from bot.texts.speaker import speaker_for

NL = speaker_for("nl")
LINK = "https://t.me/inburgerbot?start=n-abc_DEF"


def test_the_message_to_forward_has_a_line_in_each_language_and_the_link_alone() -> None:
    lines = begeleider_invites.to_forward("Amira", "An", LINK).text.splitlines()

    assert len(lines) == len(SPOKEN) + 2
    assert lines[-1] == LINK


def test_joining_takes_one_button_and_leaving_another() -> None:
    screen = invites.join_begeleider(NL, begeleider="An", invite_id=7, proof="0a1b")

    assert [button.data for row in screen.buttons for button in row] == ["i:join:7:0a1b", "i:leave"]


def test_a_change_names_both_begeleiders() -> None:
    screen = invites.change_begeleider(NL, begeleider="Nele", former="An", invite_id=7, proof="0a1b")

    assert "Nele" in screen.text
    assert "An" in screen.text


def test_names_are_escaped() -> None:
    evil = "<b>x</b>"

    for message in (
        invites.join_begeleider(NL, begeleider=evil, invite_id=1, proof="p"),
        invites.joined(NL, evil),
        begeleider_invites.to_forward(evil, evil, LINK),
        begeleider_invites.has_joined(evil),
        begeleider_invites.code(evil, b""),
    ):
        assert "<b>x" not in message.text
