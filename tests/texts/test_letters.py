"""A letter as it is read, and as its writing is shown."""

import pytest

from bot.domain.ids import BegeleiderId, LetterId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.letter import Letter
from bot.domain.question import Delivery, Part
from bot.texts import letter_writing, letters
from bot.texts.letters import GivenLetter, as_part
from bot.texts.speaker import speaker_for
from tests.builders import NOW, an_entry


def a_letter(part: Part, content: str, *, is_text: bool = True) -> GivenLetter:
    """What Sofie writes."""
    letter = Letter(
        id=LetterId(5),
        newcomer_id=NewcomerId(7),
        begeleider_id=BegeleiderId(1),
        part=part,
        content=content,
        message_id=11,
        is_text=is_text,
        at=NOW,
    )
    entries = {"termijn-40-uur": an_entry()}
    return GivenLetter(letter=letter, part=as_part(letter), writer="<Sofie>", entries=entries)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    "given",
    [
        a_letter(Part.ANSWER_OWN_WORDS, "Kom je <morgen>?"),
        a_letter(Part.ANSWER_OWN_WORDS, "", is_text=False),
        a_letter(Part.ANSWER_ENTRY, "termijn-40-uur"),
        a_letter(Part.ANSWER_SENTENCE, '{"sentence": "yes", "values": {}}'),
    ],
)
def test_every_letter_names_its_writer_and_can_be_answered(language: str, given: GivenLetter) -> None:
    message = letters.letter(speaker_for(language), given)

    assert "&lt;Sofie&gt;" in message.text
    assert message.buttons[-1][0].data == "z:answer:5"
    assert "<morgen>" not in message.text


def test_the_dutch_is_one_tap_away_for_who_reads_another_language() -> None:
    given = a_letter(Part.ANSWER_ENTRY, "termijn-40-uur")

    assert "z:see:5:d" in str(letters.letter(speaker_for("ar"), given).buttons)
    assert "z:see:5:d" not in str(letters.letter(speaker_for("nl"), given).buttons)


@pytest.mark.parametrize("delivery", Delivery)
def test_each_delivery_is_told(delivery: Delivery) -> None:
    letter = a_letter(Part.ANSWER_OWN_WORDS, "Dag").letter
    shown = letter_writing.state(Letter(**{**letter.__dict__, "delivery": delivery}), "Amira", 1)

    assert "Amira" in shown.text
