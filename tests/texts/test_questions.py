"""What the newcomer reads around a question."""

import pytest

from bot.domain.languages import SPOKEN
from bot.domain.question import Topic
from bot.texts import questions as texts
from bot.texts.speaker import speaker_for
from bot.texts.topics import topic_words
from tests.builders import a_part, a_question, a_reader

NL = speaker_for("nl")
EVIL = "<b>x</b> & <a href='https://evil.example'>y</a>"


@pytest.mark.parametrize("language", SPOKEN)
def test_each_screen_exists_in_each_language_and_shows_six_topics(language: str) -> None:
    speaker = speaker_for(language)
    question = a_question()

    screen = texts.choose_topic(speaker, question, a_reader(), asks_consent=True)

    topics = [
        button.data for row in screen.buttons for button in row if button.data and "topic" in button.data
    ]
    assert topics == [f"q:topic:1:{topic.value}" for topic in Topic]
    assert len({topic_words(speaker, topic) for topic in Topic}) == len(Topic)


def test_the_first_question_asks_for_agreement_and_names_who_reads() -> None:
    first = texts.choose_topic(NL, a_question(), a_reader(name="An"), asks_consent=True)
    later = texts.choose_topic(NL, a_question(), a_reader(name="An"), asks_consent=False)

    assert "Ik bewaar" in first.text
    assert "An" in first.text
    assert "Ik bewaar" not in later.text
    assert "An" in later.text


def test_it_is_said_honestly_that_the_team_reads_in_the_begeleiders_place() -> None:
    team = a_reader(begeleider_id=None, name=None, stands_in_for="An")

    for screen in (
        texts.choose_topic(NL, a_question(), team, asks_consent=True),
        texts.sent(NL, a_question(), team),
        texts.write_it(NL, team),
    ):
        assert "An nu niet bereiken" in screen.text
        assert "team" in screen.text


def test_what_was_sent_says_to_whom_and_by_which_day() -> None:
    message = texts.sent(NL, a_question(), a_reader(name="An"))

    assert "<b>An</b>" in message.text
    assert "woensdag 25 november 2026" in message.text


def test_what_people_wrote_is_shown_as_they_wrote_it() -> None:
    question = a_question(a_part(content=EVIL))

    for message in (
        texts.sent(NL, question, a_reader(name=EVIL)),
        texts.add_or_new(NL, question, question, a_reader(name=EVIL)),
        texts.closed(NL, question, EVIL),
        texts.reminded(NL, question, EVIL),
        texts.nobody(NL, EVIL),
    ):
        assert "<a href" not in message.text
        assert "&lt;" in message.text


def test_a_message_without_words_has_no_empty_quotation() -> None:
    voice = a_question(a_part(content="", is_text=False))

    assert "blockquote" not in texts.sent(NL, voice, a_reader()).text


def test_nobody_to_reach_is_told_with_who_helps() -> None:
    assert "trajectbegeleider" in texts.nobody(NL, None).text
    assert "An" in texts.nobody(NL, "An").text
