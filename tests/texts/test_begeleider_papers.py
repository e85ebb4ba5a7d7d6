"""The begeleider's words about papers: all have some, the weightiest stands first, nothing breaks out."""

import datetime as dt

from bot.domain.ids import AccountId, BegeleiderId, NewcomerId, PageId, PaperId
from bot.domain.page_check import PageCheck, Problem, Trouble
from bot.domain.paper import (
    ContactAnswer,
    Found,
    Page,
    Paper,
    PaperContact,
    PaperFinding,
    PaperRefusedBecause,
    PaperState,
    Said,
)
from bot.domain.people import Newcomer
from bot.domain.possible import Stretch
from bot.texts import begeleider_paper_contact as contact_texts
from bot.texts import begeleider_paper_findings as findings
from bot.texts.begeleider_papers import REFUSED, PaperCard, card

AMIRA = Newcomer(id=NewcomerId(10**9), name="Amira <b>", begeleider_id=BegeleiderId(1))
STRETCH = Stretch(dt.date(2026, 11, 2), dt.date(2026, 11, 16), 240)


def _page() -> Page:
    check = PageCheck(page_found=True, troubles=tuple(Trouble(problem=one) for one in Problem))
    return Page(id=PageId(1), file_id="f", file_unique_id="f", message_id=1, check=check, scan="s")


def _paper(**values: object) -> Paper:
    given: dict[str, object] = {
        "id": PaperId(10**9),
        "newcomer_id": AMIRA.id,
        "account_id": AccountId(1),
        "state": PaperState.HANDED_IN,
        "receipt": "B-4K7M",
        "pages": (_page(),),
        "said": Said(organisation="Café & Co", contact="Jef <i>", minutes=240),
        "began_at": dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC),
    }
    return Paper(**(given | values))  # type: ignore[arg-type]


def _card(**values: object) -> PaperCard:
    given: dict[str, object] = {
        "newcomer": AMIRA,
        "paper": _paper(),
        "handed_in_on": dt.date(2026, 11, 23),
        "proposed": STRETCH,
    }
    return PaperCard(**(given | values))  # type: ignore[arg-type]


def test_every_finding_has_a_line_and_every_problem_a_word() -> None:
    for one in PaperFinding:
        (line,) = findings.lines(AMIRA, _paper(), [Found(finding=one, minutes=90, name="Jef <i>")])
        assert len(line) > 10
        assert "<i>" not in line.replace("&lt;i&gt;", "")

    assert findings.problems(_paper()).count(",") == len(Problem) - 1


def test_the_weightiest_stand_first_and_the_rest_is_counted() -> None:
    found = [Found(finding=one) for one in reversed(PaperFinding)]

    lines = findings.lines(AMIRA, _paper(), found)

    assert "iemand anders" in lines[0]
    assert len(lines) == findings.SHOWN + 1
    assert lines[-1] == f"… en nog {len(PaperFinding) - findings.SHOWN} punten"


def test_every_reason_and_every_answer_has_words() -> None:
    assert set(REFUSED) == set(PaperRefusedBecause)
    assert set(findings.ANSWERS) == set(contact_texts.SIGNING) == set(ContactAnswer)


def test_what_people_wrote_is_escaped_and_every_button_fits() -> None:
    shown = card(_card(found=[Found(finding=one, paper_id=PaperId(10**9)) for one in PaperFinding]))
    asked = contact_texts.ask_contact(_card(), PaperContact(name="Jef <i>", email="jef@example.org"))

    assert "Amira &lt;b&gt;" in shown.text
    assert "Jef &lt;i&gt;" in shown.text
    assert "Café &amp; Co" in shown.text
    assert "Jef &lt;i&gt;" in asked.text
    assert "Amira 4 u meedeed" in asked.text


def test_a_closed_dossier_offers_no_decision() -> None:
    closed = Newcomer(
        id=AMIRA.id, name="Amira", begeleider_id=BegeleiderId(1), closed_on=dt.date(2026, 11, 1)
    )

    labels = [button.label for row in card(_card(newcomer=closed)).buttons for button in row]

    assert not any("Aanvaard" in label or "Weiger" in label for label in labels)
