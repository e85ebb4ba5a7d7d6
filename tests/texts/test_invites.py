"""Joining and inviting."""

from typing import Any

from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.people import Begeleider, Newcomer
from bot.texts import begeleider_invites, invites
from bot.texts.speaker import speaker_for

NL = speaker_for("nl")
LINK = "https://t.me/inburgerbot?start=n-abc_DEF"


def a_newcomer(**values: Any) -> Newcomer:
    """Amira, whom An guides."""
    given: dict[str, Any] = {"id": NewcomerId(1), "name": "Amira", "begeleider_id": BegeleiderId(1)}
    return Newcomer(**(given | values))


def a_begeleider(**values: Any) -> Begeleider:
    """Nele, without a phone."""
    given: dict[str, Any] = {"id": BegeleiderId(2), "name": "Nele", "account": None}
    return Begeleider(**(given | values))


def test_the_message_to_forward_has_a_line_in_each_language_and_the_link_alone() -> None:
    lines = begeleider_invites.to_forward("Amira", "An", LINK).text.splitlines()

    assert len(lines) == len(SPOKEN) + 2
    assert lines[-1] == LINK


def test_joining_takes_one_button_and_leaving_another() -> None:
    screen = invites.join_begeleider(NL, begeleider="An", invite_id=7, proof="0a1b")

    assert [button.data for row in screen.buttons for button in row] == ["i:join:7:0a1b", "i:leave"]


def test_who_opens_a_second_link_says_who_they_are() -> None:
    screen = invites.who_are_you(
        NL, name="Karim", others=[a_newcomer()], begeleider=a_begeleider(), invite_id=7, proof="0a1b"
    )

    data = [button.data for row in screen.buttons for button in row]
    assert data == ["i:same:7:0a1b:1", "i:share:7:0a1b", "i:leave"]
    assert "Nele" in screen.text


def test_a_change_of_begeleider_is_said_before_it_happens() -> None:
    def text(begeleider_id: int) -> str:
        return invites.who_are_you(
            NL,
            name="Amira",
            others=[a_newcomer(begeleider_id=BegeleiderId(begeleider_id))],
            begeleider=a_begeleider(),
            invite_id=7,
            proof="0a1b",
        ).text

    assert "wordt Nele je begeleider" in text(1)
    assert "wordt Nele je begeleider" not in text(2)


def test_names_are_escaped() -> None:
    evil = "<b>x</b>"

    for message in (
        invites.join_begeleider(NL, begeleider=evil, invite_id=1, proof="p"),
        invites.joined(NL, evil),
        invites.who_are_you(
            NL, name=evil, others=[], begeleider=a_begeleider(name=evil), invite_id=1, proof="p"
        ),
        invites.new_phone(NL, name=evil, invite_id=1, proof="p"),
        invites.phone_left(NL, evil),
        begeleider_invites.has_two_dossiers(evil, evil),
        begeleider_invites.phone_to_forward(evil, "ar", LINK),
        begeleider_invites.to_forward(evil, evil, LINK),
        begeleider_invites.has_joined(evil),
        begeleider_invites.code(evil, b""),
    ):
        assert "<b>x" not in message.text
