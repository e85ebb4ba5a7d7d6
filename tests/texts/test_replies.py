"""The begeleider's answer as the newcomer gets it."""

from dataclasses import replace

import pytest

from bot.domain.fixed_sentence import SENTENCES, Filling
from bot.domain.languages import SPOKEN
from bot.domain.question import Part
from bot.domain.slot import Slot
from bot.texts import fit, replies
from bot.texts.message import Message
from bot.texts.replies import Look, Reply
from bot.texts.speaker import speaker_for
from tests.builders import a_part, a_question, an_entry

ENTRY = an_entry()
BY_ENTRY = a_part(id=2, part=Part.ANSWER_ENTRY, content=str(ENTRY.id), message_id=None)
FILLED = Filling(SENTENCES["i_call"], {Slot.DATE: "2026-12-03", Slot.TIME: "14:30"})
BY_SENTENCE = a_part(id=3, part=Part.ANSWER_SENTENCE, content=FILLED.pack(), message_id=None)
IN_OWN_WORDS = a_part(id=4, part=Part.ANSWER_OWN_WORDS, content="Kom <3 langs", message_id=70)


def given(part: object, **values: object) -> Reply:
    question = a_question(a_part(content="Hoeveel uren heb ik?"), BY_ENTRY, BY_SENTENCE, IN_OWN_WORDS)
    reply = Reply(question=question, part=part, writer="An", entries={str(ENTRY.id): ENTRY})  # type: ignore[arg-type]
    return replace(reply, **values)  # type: ignore[arg-type]


def data(message: Message) -> list[str | None]:
    return [button.data for row in message.buttons for button in row]


@pytest.mark.parametrize("part", [BY_ENTRY, BY_SENTENCE, IN_OWN_WORDS])
@pytest.mark.parametrize("language", SPOKEN)
def test_every_answer_stands_with_its_question_and_who_wrote_it(language: str, part: object) -> None:
    message = replies.reply(speaker_for(language), given(part))

    assert "<blockquote>Hoeveel uren heb ik?</blockquote>" in message.text
    assert "An" in message.text


def test_the_dutch_is_one_tap_away_and_so_is_the_way_back() -> None:
    arabic = speaker_for("ar")

    assert "q:see:3:d:1" in data(replies.reply(arabic, given(BY_SENTENCE)))
    dutch = replies.reply(arabic, given(BY_SENTENCE, look=Look.DUTCH))
    assert "Ik bel je op donderdag 3 december 2026 om 14:30." in dutch.text
    assert "q:see:3:s:1" in data(dutch)


def test_who_reads_dutch_needs_no_button_for_it() -> None:
    assert not any(
        "q:see" in str(found) for found in data(replies.reply(speaker_for("nl"), given(BY_SENTENCE)))
    )


def test_own_words_are_marked_as_dutch_for_who_reads_another_language() -> None:
    in_arabic = replies.reply(speaker_for("ar"), given(IN_OWN_WORDS)).text
    in_dutch = replies.reply(speaker_for("nl"), given(IN_OWN_WORDS)).text

    assert "<blockquote>Kom &lt;3 langs</blockquote>" in in_arabic
    assert in_arabic.count("An") > in_dutch.count("An")


def test_an_entry_tells_its_source() -> None:
    message = replies.reply(speaker_for("nl"), given(BY_ENTRY))

    assert ENTRY.short in message.text
    assert "13 december 2022" in message.text
    assert "q:see:2:f:1" in data(message)


def test_an_entry_that_is_gone_is_said_plainly() -> None:
    message = replies.reply(speaker_for("nl"), given(BY_ENTRY, entries={}))

    assert "bestaat niet meer" in message.text


def test_after_thanks_only_the_way_on_is_left() -> None:
    message = replies.reply(speaker_for("nl"), replies.thanked(given(IN_OWN_WORDS)))

    assert data(message) == ["q:again:1"]


def test_voice_and_very_long_texts_follow_below() -> None:
    voice = a_part(id=5, part=Part.ANSWER_OWN_WORDS, content="", is_text=False)
    long = a_part(id=6, part=Part.ANSWER_OWN_WORDS, content="🍏" * 2048)

    assert replies.is_below(voice)
    assert replies.is_below(long)
    assert not replies.is_below(IN_OWN_WORDS)
    assert fit.units(replies.reply(speaker_for("ar"), given(long)).text) < 1000


def test_a_translation_that_nobody_has_read_is_a_draft_and_the_dutch_is_not() -> None:
    assert not replies.is_draft(speaker_for("nl"), given(BY_SENTENCE))
    assert replies.is_draft(speaker_for("ar"), given(BY_SENTENCE))
    assert not replies.is_draft(speaker_for("ar"), given(IN_OWN_WORDS))


def test_a_sentence_about_the_deadline_always_says_that_it_is_a_draft() -> None:
    def sent(sentence_id: str) -> Reply:
        packed = Filling(SENTENCES[sentence_id], {Slot.DATE: "2026-12-03"}).pack()
        part = a_part(part=Part.ANSWER_SENTENCE, content=packed)
        return Reply(question=a_question(), part=part, writer="An", entries={})

    assert sent("last_day").draft_always
    assert not sent("tell_by").draft_always
