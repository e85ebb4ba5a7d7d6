"""Who may answer which question."""

from bot.domain.ids import BegeleiderId, ChatId
from bot.domain.people import Begeleider
from bot.domain.question import QuestionState
from bot.domain.reader import Answerer, reader_of
from tests.builders import a_question, an_account

TEAM_CHAT = -100


def test_a_begeleider_answers_only_the_questions_they_read() -> None:
    an = Answerer.of(an_account(begeleider_id=BegeleiderId(1)), TEAM_CHAT)

    assert an.may_answer(a_question(begeleider_id=BegeleiderId(1)))
    assert not an.may_answer(a_question(begeleider_id=BegeleiderId(2)))
    assert not an.may_answer(a_question(begeleider_id=None))


def test_the_team_answers_only_what_goes_to_the_team() -> None:
    team = Answerer.of(an_account(chat_id=ChatId(TEAM_CHAT)), TEAM_CHAT)

    assert team.may_answer(a_question(begeleider_id=None))
    assert not team.may_answer(a_question(begeleider_id=BegeleiderId(1)))


def test_nobody_answers_what_was_not_sent_yet() -> None:
    team = Answerer.of(an_account(chat_id=ChatId(TEAM_CHAT)), TEAM_CHAT)

    assert not team.may_answer(a_question(begeleider_id=None, state=QuestionState.DRAFT))


def test_without_a_team_chat_nobody_is_the_team() -> None:
    newcomer = Answerer.of(an_account(), None)

    assert not newcomer.may_answer(a_question(begeleider_id=None))


def test_a_begeleider_without_a_phone_or_who_blocked_the_bot_reads_nothing() -> None:
    without_phone = Begeleider(id=BegeleiderId(1), name="An", account=None)
    blocked = Begeleider(id=BegeleiderId(1), name="An", account=an_account(is_unreachable=True))

    assert reader_of(without_phone) is None
    assert reader_of(blocked) is None
    assert reader_of(None) is None
