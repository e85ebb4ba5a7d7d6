"""Adding a list, handing over and leave, as they are read."""

import datetime as dt

import pytest

from bot.domain.caseload_match import compare
from bot.domain.caseload_rows import Row, RowError, RowProblem, RowWarning
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.people import Begeleider, Newcomer
from bot.domain.stand_in import StandIn
from bot.texts import handing, importing, invites, leave, who
from bot.texts.fit import MESSAGE_UNITS, units
from bot.texts.message import Message, visible
from bot.texts.speaker import speaker_for

AMIRA = Newcomer(id=NewcomerId(10**12), name="Amira", begeleider_id=BegeleiderId(1))
EVIL = "<b>x</b>"
TODAY = dt.date(2026, 11, 23)


def colleagues(count: int) -> list[Begeleider]:
    """So many colleagues with large ids."""
    return [
        Begeleider(id=BegeleiderId(10**12 + number), name=f"Nele {number}", account=None)
        for number in range(count)
    ]


def a_row(line: int, name: str = "Amira", *warnings: RowWarning) -> Row:
    """A row of a list."""
    return Row(line=line, reference=None, name=name, contract=None, language=None, warnings=warnings)


@pytest.mark.parametrize("problem", RowProblem)
def test_every_problem_has_words(problem: RowProblem) -> None:
    screen = importing.read_back(compare([], []), [RowError(line=3, problem=problem, cell=EVIL)], 7)

    assert "rij 3" in screen.text
    assert "<b>x" not in screen.text


@pytest.mark.parametrize("warning", RowWarning)
def test_every_warning_has_words(warning: RowWarning) -> None:
    screen = importing.read_back(compare([a_row(3, EVIL, warning)], []), [], 7)

    assert "Klopt dit?" in screen.text
    assert "<b>x" not in screen.text


@pytest.mark.parametrize(
    "reason", ["too_large", "not_a_table", "encrypted", "encoding", "empty", "gone", "?"]
)
def test_every_reason_why_a_list_cannot_be_read_has_words(reason: str) -> None:
    assert len(importing.unreadable(reason).text) > 10


def test_a_long_list_fits_in_a_message() -> None:
    rows = [a_row(line, "Ö" * 64 + str(line), *RowWarning) for line in range(1, 301)]
    errors = [RowError(line=line, problem=RowProblem.NATIONAL_NUMBER, cell="•" * 40) for line in range(300)]

    screen = importing.read_back(compare(rows, []), errors, 10**9)

    assert units(visible(screen.text)) <= MESSAGE_UNITS
    assert "300 mensen gelezen, 300 fouten" in visible(screen.text)


def test_a_list_without_anybody_cannot_be_added() -> None:
    screen = importing.read_back(compare([], []), [RowError(line=1, problem=RowProblem.NOBODY)], 7)

    assert [button.data for row in screen.buttons for button in row] == ["n:import:no"]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_lines_on_a_card_are_short_and_plain(language: str) -> None:
    lines = importing.sheet_lines(speaker_for(language), EVIL)

    assert all(0 < len(line) < 100 for line in lines)
    assert EVIL in lines[0] or language != "nl"


def test_every_list_of_colleagues_has_eight_a_page_and_a_way_back() -> None:
    many = colleagues(20)
    screens = (
        handing.choose_colleague(AMIRA, many, 1),
        handing.choose_colleague_for_all(40, many, 1),
        leave.ask_who(TODAY, TODAY, many, 1),
    )

    for screen in screens:
        *names, turns, back = screen.buttons
        assert len(names) == 8
        assert [button.label for button in turns] == ["⬅️", "➡️"]
        assert len(back) == 1


def test_without_a_colleague_it_is_said_plainly() -> None:
    for screen in (
        handing.choose_colleague(AMIRA, [], 0),
        handing.choose_colleague_for_all(3, [], 0),
        leave.ask_who(TODAY, TODAY, [], 0),
    ):
        assert "geen collega" in screen.text
        assert screen.buttons


def test_names_are_escaped() -> None:
    evil, newcomer = (
        Begeleider(id=BegeleiderId(1), name=EVIL, account=None),
        Newcomer(id=NewcomerId(1), name=EVIL, begeleider_id=BegeleiderId(1)),
    )
    stand_in = StandIn(
        begeleider_id=BegeleiderId(1), colleague_id=BegeleiderId(2), first_day=TODAY, last_day=TODAY
    )
    said = (
        handing.confirm(newcomer, evil),
        handing.handed(newcomer, evil),
        handing.received(newcomer, EVIL),
        handing.confirm_all(2, evil, is_last=False),
        handing.confirm_all(2, evil, is_last=True),
        handing.handed_all(2, EVIL),
        handing.received_all(2, EVIL),
        leave.planned([(stand_in, EVIL)], TODAY),
        leave.confirm(TODAY, TODAY, evil),
        leave.you_stand_in(EVIL, stand_in),
        leave.stand_in_is_over(EVIL),
        who.named(Message(text="Dag"), EVIL),
        who.chosen(newcomer),
    )

    for message in said:
        assert "<b>x" not in message.text.replace(f"<b>{EVIL}", "")
        assert EVIL not in message.text


@pytest.mark.parametrize("language", SPOKEN)
def test_what_newcomers_read_is_said_in_every_language(language: str) -> None:
    speaker = speaker_for(language)
    begeleider = Begeleider(id=BegeleiderId(2), name="Nele", account=None)

    for message in (
        handing.new_begeleider(speaker, "Nele"),
        who.ask(speaker, [AMIRA], who.HOURS),
        invites.new_phone(speaker, name="Amira", invite_id=1, proof="p"),
        invites.phone_moved(speaker, name="Amira", begeleider="Nele"),
        invites.phone_left(speaker, "Amira"),
        invites.shares(speaker, name="Amira", begeleider="Nele"),
        invites.two_dossiers(speaker, "Nele"),
        invites.who_are_you(
            speaker, name="Amira", others=[AMIRA], begeleider=begeleider, invite_id=10**12, proof="p" * 20
        ),
    ):
        assert message.text


def test_a_name_above_a_full_caption_is_left_out() -> None:
    full = Message(text="x" * 1024, picture=b"png")

    assert who.named(full, "Amira") == full


def test_what_was_pressed_goes_along_only_when_it_fits() -> None:
    assert who.fits([AMIRA], "ask:own:hours")
    assert not who.fits([AMIRA], "d:" + "x" * 60)
