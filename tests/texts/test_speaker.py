"""A value keeps to itself: its direction and its signs never move the words around it."""

import pytest

from bot.texts.speaker import speaker_for


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_name_cannot_turn_the_sentence_around_it(language: str) -> None:
    said = speaker_for(language).plain("{name}: {rest}", name="\u202eSofie\u2069\u202e", rest="x")

    assert "\u202e" not in said
    assert said.count("\u2068") == said.count("\u2069")


def test_a_right_to_left_name_is_kept_apart_in_a_dutch_sentence() -> None:
    assert speaker_for("nl").plain("Dag {name}!", name="سوفي") == "Dag \u2068سوفي\u2069!"
