"""What is said about papers, in every language: something for each trouble, within Telegram's limits."""

import datetime as dt
from typing import Any

import pytest

from bot.documents.paper_pictures import no_identity_card
from bot.domain.ids import AccountId, BewijsId, NewcomerId, PaperId, ParticipationId
from bot.domain.languages import SPOKEN
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import Problem, Side, Trouble, WhyRefused
from bot.domain.paper import Paper, PaperRefusedBecause, PaperState, Said
from bot.texts import fit, paper_ask, paper_found, paper_news, paper_troubles, papers
from bot.texts.buttons import MOST_BYTES, read
from bot.texts.message import Message, visible
from bot.texts.paper_buttons import At, Gate, Where, read_at, read_where
from bot.texts.speaker import speaker_for

LARGE = 2**53
AT = At(newcomer_id=NewcomerId(LARGE), paper_id=PaperId(LARGE), passed=Gate(15))
NOW = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)


def a_paper(**values: Any) -> Paper:
    """One that is read and not sent yet."""
    said = Said(kind=OfferKind.SPORT, organisation="<FC> Voorbeeld", contact="Fatma", minutes=750)
    given: dict[str, Any] = {
        "id": PaperId(1),
        "newcomer_id": NewcomerId(1),
        "account_id": AccountId(1),
        "state": PaperState.ASKING,
        "receipt": "B-4K7M",
        "said": said,
        "began_at": NOW,
    }
    return Paper(**(given | values))


def carried(message: Message) -> list[str]:
    """What its buttons carry."""
    return [button.data for row in message.buttons for button in row if button.data]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_trouble_says_one_thing_to_do(language: str) -> None:
    speaker = speaker_for(language)
    troubles = [Trouble(problem=problem) for problem in Problem]
    troubles += [Trouble(problem=Problem.CUT_OFF, side=side) for side in Side]

    said = [
        paper_troubles.trouble(speaker, AT, one, picture="key", page=2, types_number=True) for one in troubles
    ]

    assert len({one.text for one in said}) == len(troubles)
    assert all(fit.units(visible(one.text)) <= fit.CAPTION_UNITS for one in said)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_reason_is_told(language: str) -> None:
    speaker = speaker_for(language)

    assert all(paper_news.reason(speaker, why) for why in PaperRefusedBecause)
    assert all(paper_troubles.refused(speaker, why, more=(), has_reader=True).text for why in WhyRefused)
    assert all(papers.state_words(speaker, a_paper(state=state)) for state in PaperState)


@pytest.mark.parametrize("language", SPOKEN)
def test_buttons_fit_with_large_numbers_and_are_read_back(language: str) -> None:
    speaker = speaker_for(language)
    choice = paper_ask.Choice(where=Where(bewijs_id=BewijsId(LARGE)), kind=OfferKind.OTHER, name="x" * 90)
    screens = [
        paper_ask.which_activity(speaker, AT, [choice]),
        paper_ask.which_kind(speaker, AT),
        paper_ask.which_contact(speaker, AT, [choice], is_needed=False),
        paper_ask.how_many(speaker, AT, noted=750, may_skip=True),
        paper_ask.is_it_signed(speaker, AT),
        paper_found.found(speaker, AT, a_paper(), begeleider="Sofie"),
    ]

    data = [one for screen in screens for one in carried(screen)]
    assert max(len(one.encode()) for one in data) <= MOST_BYTES
    assert {read_at(read(one)) for one in data} == {AT, AT.beyond(Gate.SIGNATURE)}


def test_a_place_in_a_button_is_read_back() -> None:
    for where in (Where(bewijs_id=BewijsId(12)), Where(participation_id=ParticipationId(3))):
        assert read_where(where.word) == where


def test_what_people_wrote_is_escaped() -> None:
    found = paper_found.found(speaker_for("nl"), AT, a_paper(), begeleider="<i>")

    assert "&lt;FC&gt; Voorbeeld" in found.text


def test_the_drawing_before_the_first_photograph_is_small() -> None:
    assert len(no_identity_card()) <= 60_000
