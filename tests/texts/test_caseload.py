"""What begeleiders read about their people, and what newcomers hear of decisions."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, RefusedBecause, State
from bot.domain.contract import Contract, Status
from bot.domain.dossier import Dossier
from bot.domain.drafts import AcceptanceDraft, ClaimDraft, ContractDraft
from bot.domain.history import Actor, Event, What, Who
from bot.domain.hours import Bewijs, Book, Sums
from bot.domain.ids import (
    AcceptanceId,
    AttendanceId,
    BegeleiderId,
    BewijsId,
    EventId,
    NewcomerId,
)
from bot.domain.languages import SPOKEN
from bot.domain.need import InNeed
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Newcomer
from bot.domain.progress import Progress
from bot.texts import caseload, caseload_csv, dutch_hours, fit, history, hours_news, term_news
from bot.texts.message import Message, visible
from bot.texts.speaker import Speaker, speaker_for
from tests.builders import BRUSSELS, NOW

TODAY = dt.date(2026, 11, 23)
DAY = dt.date(2026, 11, 17)
CONTRACT = Contract(
    status=Status.OBLIGED, starts_on=dt.date(2026, 9, 1), last_day=dt.date(2027, 8, 31), required_minutes=2400
)
FACTS: dict[What, dict[str, Any]] = {
    What.IDENTIFIED: {"changed": ["name", "reference", "language"]},
    What.CONTRACT_SET: {
        "status": "obliged", "starts_on": "2026-09-01", "last_day": "2027-08-31", "required": 2400,
    },
    What.EXTENDED: {"from_day": "2027-08-31", "last_day": "2027-12-31"},
    What.CLAIMED: {"attendance": 1, "bewijs": 1, "day": "2026-11-17", "minutes": 90},
    What.CLAIM_CHANGED: {"attendance": 1, "day": "2026-11-17", "minutes": 90},
    What.CLAIM_WITHDRAWN: {"attendance": 1},
    What.CONFIRMED: {"attendance": 1, "minutes": 90},
    What.DENIED: {"attendance": 1, "state": "claimed", "minutes": 90, "reached": "newcomer"},
    What.OBJECTED: {"attendance": 1},
    What.CONTACTS_DIFFER: {"attendance": 1, "minutes": 60},
    What.CLAIM_REFUSED: {"attendance": 1},
    What.REFUSAL_UNDONE: {"attendance": 1, "state": "claimed"},
    What.ACCEPTED: {
        "acceptance": 1, "bewijs": 1, "minutes": 90, "first_day": "2026-11-01", "last_day": "2026-11-20",
    },
    What.ACCEPTANCE_CHANGED: {
        "acceptance": 1, "minutes": 90, "first_day": "2026-11-01", "last_day": "2026-11-20",
    },
    What.ACCEPTANCE_UNDONE: {"acceptance": 1},
    What.PAPER_HANDED_IN: {"paper": 1, "bewijs": 1, "minutes": 90},
    What.PAPER_ACCEPTED: {"paper": 1, "acceptance": 1},
    What.SIGNATURE_REFUSED: {"refusal": 1, "bewijs": 1},
    What.CONTACT_ANSWERED: {"paper": 1, "answer": "other_hours", "minutes": 90},
    What.HANDED_OVER: {"from": 1, "to": 2},
    What.CONSENT: {"purpose": "reminders", "given": True},
    What.REMINDERS_PAUSED: {"until": "2026-12-24"},
    What.CHOSE: {"participation": 1, "offer": 1, "step": "asked"},
    What.HANDOVER: {"participation": 1, "offer": 1, "handover": "declined"},
    What.CHOICE_ENDED: {"participation": 1, "offer": 1},
}  # fmt: skip
WHY = {
    What.EXTENDED: "illness",
    What.CLOSED: "moved",
    What.CLAIM_REFUSED: "not_there",
    What.HANDOVER: "try_first",
    What.PAPER_REFUSED: "no_signature",
}


def a_newcomer(**values: Any) -> Newcomer:
    """Amira, with a contract, guided by Sofie."""
    given: dict[str, Any] = {
        "id": NewcomerId(1),
        "name": "Amira",
        "begeleider_id": BegeleiderId(1),
        "contract": CONTRACT,
    }
    return Newcomer(**(given | values))


def a_dossier() -> Dossier:
    """One date that waits, and accepted hours of another bewijs."""
    club = Bewijs(
        id=BewijsId(1), newcomer_id=NewcomerId(1), kind=OfferKind.SPORT, organisation="Club", contact=None
    )
    date = Attendance(
        id=AttendanceId(1),
        bewijs_id=club.id,
        day=DAY,
        minutes=90,
        state=State.CLAIMED,
        claimed_at=NOW,
    )
    accepted = Acceptance(
        id=AcceptanceId(1),
        bewijs_id=club.id,
        minutes=300,
        first_day=dt.date(2026, 10, 1),
        last_day=dt.date(2026, 10, 31),
        accepted_at=NOW,
    )
    book = Book(bewijzen=(club,), attendances=(date,), acceptances=(accepted,))
    return Dossier(newcomer=a_newcomer(), book=book, actor=Actor(Who.BEGELEIDER, 1), today=TODAY)


def a_person(name: str = "Amira", **values: Any) -> InNeed:
    """Somebody in the list."""
    newcomer = a_newcomer(name=name)
    progress = Progress(contract=CONTRACT, sums=Sums(accepted=840), today=TODAY)
    return InNeed(newcomer=newcomer, progress=progress, **values)


def test_a_row_says_the_need_the_name_the_hours_to_go_and_the_time_that_is_left() -> None:
    listed = caseload.people_list([a_person()], 0, own=BegeleiderId(1), stands_in_for={})

    assert listed.buttons[0][0].label == "💤 Amira · 26 u · 9 mnd"
    assert "💤 lang stil" in listed.text


def test_a_long_name_is_shortened_to_fit_the_row() -> None:
    listed = caseload.people_list(
        [a_person("Abdulrahmaniyya Vandenbroucke")], 0, own=BegeleiderId(1), stands_in_for={}
    )

    assert fit.units(listed.buttons[0][0].label) <= 48


def test_the_list_shows_eight_a_page() -> None:
    people = [a_person(f"Persoon {number}") for number in range(20)]

    last = caseload.people_list(people, 99, own=BegeleiderId(1), stands_in_for={})

    assert "Blad 3 van 3" in last.text
    assert [row[0].label for row in last.buttons[:4]] == [
        *(f"💤 Persoon {number} · 26 u · 9 mnd" for number in range(16, 20)),
    ]
    assert last.buttons[4][0].data == "n:list:1"


def test_people_of_a_colleague_carry_a_mark() -> None:
    listed = caseload.people_list(
        [a_person()], 0, own=BegeleiderId(2), stands_in_for={BegeleiderId(1): "Sofie"}
    )

    assert "↔️" in listed.buttons[0][0].label
    assert "je vervangt Sofie" in listed.text


@pytest.mark.parametrize(
    ("sums", "bar"),
    [
        (Sums(), "░" * 16),
        (Sums(accepted=600, confirmed=600, claimed=600), "████▓▓▓▓▒▒▒▒░░░░"),
        (Sums(accepted=2400, claimed=600), "█" * 16),
        (Sums(claimed=9999), "▒" * 16),
    ],
)
def test_the_bar_is_always_as_long(sums: Sums, bar: str) -> None:
    assert dutch_hours.bar(sums, 2400) == bar


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1 dag"), (13, "13 dagen"), (14, "2 weken"), (119, "17 weken"), (120, "3 maanden")],
)
def test_time_left_is_said_in_the_unit_people_count_in(days: int, said: str) -> None:
    assert dutch_hours.time_left(days) == said


@pytest.mark.parametrize("what", list(What))
def test_every_kind_of_event_has_its_line_in_the_history(what: What) -> None:
    event = Event(
        id=EventId(1),
        newcomer_id=NewcomerId(1),
        at=NOW,
        by=Actor(Who.BEGELEIDER, 1),
        what=what,
        facts=FACTS.get(what, {}),
        why=WHY.get(what),
        note="Zomaar <b>",
    )

    shown = history.history(a_dossier(), [event], {1: "Sofie", 2: "Nele"}, 0, BRUSSELS)

    assert "<b>23/11/2026 11:00</b> · Sofie" in shown.text
    assert "Zomaar &lt;b&gt;" in shown.text
    assert "?" not in shown.text


def test_the_history_tells_who_stood_in_and_who_guided_before() -> None:
    def event(number: int, what: What, by: int, **facts: int) -> Event:
        return Event(
            id=EventId(number),
            newcomer_id=NewcomerId(1),
            at=NOW,
            by=Actor(Who.BEGELEIDER, by),
            what=what,
            facts=facts,
        )

    events = [
        event(1, What.ADDED, 2),
        event(2, What.HANDED_OVER, 2, **{"from": 2, "to": 1}),
        event(3, What.REOPENED, 3),
        event(4, What.REOPENED, 1),
    ]

    shown = history.history(a_dossier(), events, {1: "Sofie", 2: "Nele", 3: "Bart"}, 0, BRUSSELS)

    whos = [line.partition(" · ")[2] for line in shown.text.split("\n") if " · " in line]
    assert whos == ["Sofie", "Bart, vervanger", "Nele", "Nele"]


NEWS: list[Callable[[Speaker, str, Dossier], Message]] = [
    lambda s, n, d: hours_news.accepted(s, n, d, minutes=480, place="Club"),
    lambda s, n, d: hours_news.accepted_changed(s, n, d, before=480, minutes=600, place="Club"),
    lambda s, n, d: hours_news.acceptance_undone(s, n, d, minutes=480, place="Club"),
    lambda s, n, d: hours_news.confirmed(s, n, d, day=DAY, minutes=90, place="Club"),
    lambda s, n, d: hours_news.refused(
        s, n, d, day=DAY, minutes=90, place="Club", why=RefusedBecause.NOT_THERE, note="Bel me <even>"
    ),
    lambda s, n, d: hours_news.counts_again(s, n, d, day=DAY, minutes=90, place="Club"),
    lambda s, n, d: hours_news.noted(s, n, d, day=DAY, minutes=90, place="Club"),
    lambda s, n, d: hours_news.withdrawn(s, n, d, day=DAY, minutes=90, place="Club"),
]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("say", NEWS)
def test_news_of_hours_names_who_decided_and_ends_in_the_totals(
    language: str, say: Callable[[Speaker, str, Dossier], Message]
) -> None:
    speaker = speaker_for(language)

    told = say(speaker, "Sofie", a_dossier())

    assert "Sofie" in told.text
    assert "Club" in told.text
    assert speaker.duration(300) in visible(told.text)
    assert "<even>" not in told.text


@pytest.mark.parametrize("language", SPOKEN)
def test_news_of_the_term_names_the_last_day(language: str) -> None:
    speaker = speaker_for(language)

    told = term_news.contract_set(speaker, "Sofie", CONTRACT)
    longer = term_news.extended(speaker, "Sofie", dt.date(2027, 12, 31))

    assert speaker.short_day(CONTRACT.last_day) in visible(told.text)
    assert speaker.short_day(dt.date(2027, 12, 31)) in visible(longer.text)


def test_the_list_to_retype_never_adds_the_same_hours_up_twice() -> None:
    rows = caseload_csv.rows([(a_newcomer(), a_dossier().book)])

    assert all(len(row) == len(caseload_csv.HEADER) for row in rows)
    assert [row[0] for row in rows] == ["persoon", "bewijs"]
    assert rows[0][7:10] == (5.0, 0.0, 1.5)
    assert rows[1][13:15] == (dt.date(2026, 10, 1), DAY)


@pytest.mark.parametrize(
    "draft",
    [
        ContractDraft.of(CONTRACT),
        ContractDraft(),
        AcceptanceDraft(kind=OfferKind.SPORT, organisation="Club", minutes=90, first_day=DAY, is_other=1),
        ClaimDraft(kind=OfferKind.SPORT, contact="Jan", day=DAY),
    ],
)
def test_what_is_filled_in_survives_the_conversations_row(draft: Any) -> None:
    assert type(draft).restored(draft.kept()) == draft


def test_the_list_is_read_on_a_small_phone() -> None:
    people = [a_person("Abdelrahmane-Yassine"), a_person("Fatima", open_questions=2)]
    shown = caseload.people_list(people, 0, own=BegeleiderId(1), stands_in_for={})

    assert [row for row in shown.buttons if any(len(button.label) > 34 // len(row) for button in row)] == []
    assert "Achter de naam: uren te gaan · tijd die rest." in shown.text
