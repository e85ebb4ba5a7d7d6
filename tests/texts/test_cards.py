"""The card of a question, as the begeleider sees it."""

from dataclasses import replace

import pytest

from bot.domain.fixed_sentence import SENTENCES, Filling
from bot.domain.ids import BegeleiderId
from bot.domain.question import Delivery, Part, Question, QuestionState
from bot.domain.slot import Slot
from bot.texts import cards, fit
from bot.texts.cards import Card
from bot.texts.message import Message
from tests.builders import BRUSSELS, a_part, a_question, an_entry


def a_card(question: Question) -> Message:
    entry = an_entry()
    return cards.card(
        Card(
            question=question,
            asker="Amira",
            nearest=(entry,),
            entries={str(entry.id): entry},
            zone=BRUSSELS,
        )
    )


def test_an_answer_of_who_stood_in_says_who_wrote_it() -> None:
    answers = [
        a_part(id=number, part=Part.ANSWER_OWN_WORDS, content="Tien", by_begeleider_id=BegeleiderId(number))
        for number in (1, 2)
    ]
    shown = Card(
        question=a_question(a_part(), *answers),
        asker="Amira",
        nearest=(),
        entries={},
        zone=BRUSSELS,
        writers={2: "Bart <b>"},
    )

    text = cards.card(shown).text

    assert text.count("eigen woorden") == 2
    assert text.count("eigen woorden van Bart &lt;b&gt;") == 1


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def test_it_shows_who_asks_what_in_which_language_and_what_the_bot_thought() -> None:
    card = a_card(a_question(a_part(content="كم ساعة لدي؟")))

    assert "<b>Amira</b>" in card.text
    assert "uren" in card.text
    assert "in het Arabisch" in card.text
    assert "<blockquote>كم ساعة لدي؟</blockquote>" in card.text
    assert "Hoeveel tijd heb ik voor de 40 uur?" in card.text
    assert "23/11 11:00" in card.text


def test_an_open_question_can_be_answered_in_each_way_and_closed() -> None:
    assert labels(a_card(a_question())) == [
        "📗 Hoeveel tijd heb ik voor de 40 uur?",
        "💬 Vaste zin",
        "✍️ Eigen woorden",
        "📋 Kopieer het bericht",
        "✖️ Sluiten zonder antwoord",
    ]


def test_an_answered_question_can_still_be_answered() -> None:
    assert labels(a_card(a_question(state=QuestionState.ANSWERED)))[:2] == ["💬 Vaste zin", "✍️ Eigen woorden"]


def test_the_copy_button_copies_the_message_as_written() -> None:
    written = "<b>& “hallo”</b>"
    card = a_card(a_question(a_part(content=written)))

    assert [button.copy for row in card.buttons for button in row if button.copy] == [written]
    assert "&lt;b&gt;&amp;" in card.text


def test_what_is_too_long_to_copy_whole_has_no_copy_button() -> None:
    assert "📋 Kopieer het bericht" not in labels(a_card(a_question(a_part(content="x" * 257))))


@pytest.mark.parametrize(
    ("delivery", "words"),
    [
        (Delivery.WAITING, "wordt verstuurd"),
        (Delivery.DELIVERED, "✓ afgeleverd"),
        (Delivery.UNREACHABLE, "niet aangekomen"),
        (Delivery.UNKNOWN, "niet zeker"),
    ],
)
def test_delivered_is_said_only_when_it_is(delivery: Delivery, words: str) -> None:
    answer = a_part(id=2, part=Part.ANSWER_OWN_WORDS, content="Tien.", delivery=delivery)
    card = a_card(a_question(a_part(), answer, state=QuestionState.ANSWERED))

    assert words in card.text
    assert ("✓" in card.text) is (delivery is Delivery.DELIVERED)


def test_an_edited_message_is_marked() -> None:
    changed = a_part(edited_at=a_part().at)

    assert "aangepast" in a_card(a_question(changed)).text
    assert "aangepast" not in a_card(a_question()).text


def test_voice_and_long_texts_follow_the_card() -> None:
    voice = a_part(content="", is_text=False)
    long = a_part(content="x" * 4096)

    assert cards.is_carried_below(voice)
    assert cards.is_carried_below(long)
    assert not cards.is_carried_below(a_part())
    assert "hieronder" in a_card(a_question(voice)).text
    assert "hieronder" in a_card(a_question(long)).text


def test_the_fullest_card_fits_in_one_message() -> None:
    filled = Filling(
        SENTENCES["come_with"],
        {Slot.DATE: "2026-12-03", Slot.TIME: "14:30", Slot.PLACE: "🏠" * 120, Slot.PAPER: "📄" * 120},
    )
    parts = [a_part(content="🍏" * 2048)]
    parts += [a_part(id=n, part=Part.FOLLOW_UP, content="🍐" * 2048) for n in range(2, 20)]
    parts += [a_part(id=n, part=Part.ANSWER_OWN_WORDS, content="🍋" * 2048) for n in range(20, 30)]
    lost = a_part(part=Part.ANSWER_SENTENCE, content=filled.pack(), delivery=Delivery.UNREACHABLE)
    parts += [replace(lost, id=n) for n in range(30, 33)]

    for state in QuestionState:
        assert fit.units(a_card(a_question(*parts, state=state)).text) <= fit.MESSAGE_UNITS


def test_an_answer_by_entry_is_named_by_its_question() -> None:
    known = a_part(id=2, part=Part.ANSWER_ENTRY, content="termijn-40-uur")
    gone = a_part(id=3, part=Part.ANSWER_ENTRY, content="verdwenen")

    card = a_card(a_question(a_part(), known, gone, state=QuestionState.ANSWERED))

    assert "📗 Hoeveel tijd heb ik voor de 40 uur?" in card.text
    assert "📗 verdwenen" in card.text
