"""Five large buttons, recognised in every language; what they lead to promises nothing that is not there."""

import pytest

from bot.domain.languages import SPOKEN
from bot.domain.question import Topic
from bot.domain.understanding import Action
from bot.texts import actions, menu
from bot.texts.menu import MenuButton
from bot.texts.speaker import speaker_for
from tests.builders import a_reader, an_entry


@pytest.mark.parametrize("language", SPOKEN)
def test_the_five_buttons_are_recognised_in_every_language(language: str) -> None:
    speaker = speaker_for(language)
    labels = [label for row in menu.menu_keyboard(speaker) for label in row]

    assert [menu.action_of_label(label) for label in labels] == list(MenuButton)
    assert all(len(label) <= 32 for label in labels)


@pytest.mark.parametrize("language", SPOKEN)
def test_the_words_in_the_typing_field_fit(language: str) -> None:
    assert 0 < len(menu.placeholder(speaker_for(language))) <= 64


def test_other_text_is_no_button() -> None:
    assert menu.action_of_label("Hoeveel uren heb ik nog?") is None


@pytest.mark.parametrize("action", [Action.PROGRESS, Action.BEWIJS])
def test_an_action_that_is_not_there_yet_says_so_and_offers_the_begeleider(action: Action) -> None:
    message = actions.not_yet(speaker_for("nl"), action, (an_entry(),), has_own_words=True, reader=a_reader())

    assert "nog " in message.text
    first, entry = message.buttons[0][0], message.buttons[1][0]
    assert first.data == f"ask:own:{actions.TOPIC_OF[action]}"
    assert entry.data == "c:termijn-40-uur"


def test_without_a_reader_an_action_names_who_helps() -> None:
    message = actions.not_yet(speaker_for("nl"), Action.BEWIJS, (), has_own_words=False, reader=None)

    assert "trajectbegeleider van het Agentschap" in message.text
    assert message.buttons == ()


def test_a_large_button_asks_a_ready_question_where_one_fits() -> None:
    speaker = speaker_for("nl")

    assert actions.ready_question(speaker, Topic.HOURS)
    assert actions.ready_question(speaker, Topic.OFFER)
    assert actions.ready_question(speaker, Topic.BEWIJS) is None
