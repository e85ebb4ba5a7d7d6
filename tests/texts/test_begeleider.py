"""Lists and notices of begeleiders."""

import datetime as dt

from bot.domain.ids import QuestionId
from bot.texts import begeleider as texts
from bot.texts.begeleider import Waiting
from bot.texts.message import Message
from tests.builders import a_part, a_question

TODAY = dt.date(2026, 11, 26)


def waiting(count: int) -> list[Waiting]:
    return [Waiting(a_question(id=QuestionId(number)), "Amira") for number in range(1, count + 1)]


def data(message: Message) -> list[str | None]:
    return [button.data for row in message.buttons for button in row]


def test_the_list_counts_what_waits() -> None:
    assert "geen vraag" in texts.waiting_list([], 0, TODAY).text
    assert "1 vraag wacht" in texts.waiting_list(waiting(1), 0, TODAY).text
    assert "7 vragen wachten" in texts.waiting_list(waiting(7), 0, TODAY).text


def test_five_questions_stand_on_a_page() -> None:
    first, last = (texts.waiting_list(waiting(7), page, TODAY) for page in (0, 1))

    assert data(first) == [f"b:card:{n}" for n in range(1, 6)] + ["b:list:1"]
    assert data(last) == ["b:card:6", "b:card:7", "b:list:0"]


def test_a_page_that_is_no_more_becomes_the_last_one() -> None:
    assert data(texts.waiting_list(waiting(2), 9, TODAY)) == ["b:card:1", "b:card:2"]


def test_what_is_late_carries_a_mark() -> None:
    late = texts.waiting_list(waiting(1), 0, TODAY).buttons[0][0].label
    in_time = texts.waiting_list(waiting(1), 0, dt.date(2026, 11, 25)).buttons[0][0].label

    assert late.startswith("❗")
    assert not in_time.startswith("❗")


def test_the_bot_never_guesses_for_whom_a_text_is() -> None:
    asked = texts.which_question(waiting(7), TODAY)

    assert data(asked) == [*(f"b:for:{n}" for n in range(1, 6)), "b:bot"]


def test_a_notice_fits_in_a_toast_whatever_the_name() -> None:
    assert len(texts.how_to_use_own_words("x" * 200)) <= 200


def test_names_are_escaped() -> None:
    evil, question = "<i>x</i>", a_question(a_part(content="<u>y</u>"))

    for message in (
        texts.overdue(question, evil),
        texts.did_not_arrive(question, evil),
        texts.asker_unreachable(question, evil),
        texts.read_by_another(question, evil),
        texts.shown_below(question, evil),
        texts.sent_to(evil),
    ):
        assert "<i>x" not in message.text
        assert "&lt;i&gt;" in message.text
