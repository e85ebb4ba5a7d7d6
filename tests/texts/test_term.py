"""What is told by tapping: every screen in every language, and never a verdict."""

import itertools

import pytest

from bot.domain.ids import NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.question import Part
from bot.domain.told import Job, Obstacle, Said, WorkCheck, mask_of, pack_obstacles, pack_work
from bot.texts import cards, term, told
from bot.texts.message import visible
from bot.texts.questions import quote
from bot.texts.speaker import speaker_for
from tests.builders import BRUSSELS, a_part, a_question, a_reader

NL = speaker_for("nl")
AMIRA = NewcomerId(7)
ALL = mask_of(list(Obstacle))
VERDICTS = (
    "vrijgesteld",
    "je hoeft",
    "je moet niet",
    "niet vrijgesteld",
    "je krijgt een vrijstelling",
    "boete",
)


def every_check() -> list[WorkCheck]:
    """Every combination of answers there is."""
    return [
        WorkCheck(job, said)
        for job in Job
        for said in itertools.product(Said, repeat=len(WorkCheck(job).asks))
    ]


def card_of(part: Part, content: str) -> str:
    """The words of a question's card that was told by tapping."""
    question = a_question(a_part(part=part, content=content))
    shown = cards.Card(question=question, asker="Amira", nearest=(), entries={}, zone=BRUSSELS)
    return visible(cards.card(shown).text)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_screen_can_be_said_in_every_language(language: str) -> None:
    speaker, reader = speaker_for(language), a_reader()
    screens = [
        term.choose_obstacles(speaker, AMIRA, ALL, reader, asks_consent=True),
        term.tell_it(speaker, AMIRA, 0),
        term.confirm_own_words(speaker, AMIRA, ALL, reader, asks_consent=False),
        term.ask_your_begeleider(speaker, AMIRA),
        term.stop(speaker, AMIRA, "…", reader, asks_consent=True),
        term.stays(speaker, AMIRA),
        term.how_do_you_work(speaker, AMIRA),
        *(
            term.ask_about_work(speaker, AMIRA, WorkCheck(job), WorkCheck(job).asks[0])
            for job in list(Job)[:3]
        ),
    ]

    assert all(screen.text and screen.buttons for screen in screens)
    assert [screen.text for screen in screens if "{" in screen.text] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_every_combination_of_answers_has_an_end_without_yes_or_no(language: str) -> None:
    speaker = speaker_for(language)
    for check in every_check():
        end = term.what_to_show(speaker, AMIRA, check, a_reader(), asks_consent=False)

        assert next(b.data for row in end.buttons for b in row) == f"t:worked:{check.pack()}:{AMIRA}"
        if language == "nl":
            assert [word for word in VERDICTS if word in end.text.casefold()] == []
            assert "beslist" in end.text
            assert ("samen met je begeleider" in end.text) is not check.is_clear


def test_the_end_shows_which_paper_and_the_dutch_word_for_it() -> None:
    for job, word in ((Job.EMPLOYEE, "arbeidscontract"), (Job.CIVIL_SERVANT, "benoemingsbesluit")):
        said = tuple(Said.YES for _ in WorkCheck(job).asks)
        end = term.what_to_show(speaker_for("ar"), AMIRA, WorkCheck(job, said), None, asks_consent=False)

        assert f"<b>{word}</b>" in end.text or word in end.text
        assert "t:worked" not in str(end.buttons)


def test_nothing_ticked_cannot_be_sent() -> None:
    screen = term.choose_obstacles(NL, AMIRA, 0, a_reader(), asks_consent=False)

    assert "t:send" not in str(screen.buttons)


def test_every_button_of_the_tell_screens_names_whose_screen_it_is() -> None:
    reader, check = a_reader(), WorkCheck(Job.NONE)
    screens = [
        term.choose_obstacles(NL, AMIRA, ALL, reader, asks_consent=False),
        term.tell_it(NL, AMIRA, ALL),
        term.ask_your_begeleider(NL, AMIRA),
        term.stop(NL, AMIRA, "…", reader, asks_consent=False),
        term.stays(NL, AMIRA),
        term.how_do_you_work(NL, AMIRA),
        term.ask_about_work(NL, AMIRA, WorkCheck(Job.EMPLOYEE), WorkCheck(Job.EMPLOYEE).asks[0]),
        term.what_to_show(NL, AMIRA, check, reader, asks_consent=False),
    ]
    carried = [button.data or "" for screen in screens for row in screen.buttons for button in row]

    assert [data for data in carried if not data.endswith(f":{AMIRA}")] == []


def test_the_check_of_a_guest_names_nobody() -> None:
    screen = term.how_do_you_work(NL, None)

    assert [row[0].data for row in screen.buttons] == [f"t:check:{job}" for job in Job]


def test_the_card_says_in_dutch_what_was_tapped_and_copies_no_codes() -> None:
    obstacles = pack_obstacles([Obstacle.ILLNESS, Obstacle.TRANSPORT])
    work = pack_work(WorkCheck(Job.SELF_EMPLOYED, (Said.YES, Said.UNSURE, Said.NO)))

    assert "🤒 Ik was ziek\n🚌 Vervoer" in card_of(Part.OBSTACLE, obstacles)
    assert "Ik ben zelfstandige\nWerk je minstens halftijds? Ja" in card_of(Part.WORK, work)
    assert "Ik wil stoppen met de 40 uur." in card_of(Part.STOP, "{}")
    for part, content in ((Part.OBSTACLE, obstacles), (Part.WORK, work), (Part.STOP, "{}")):
        assert "{" not in card_of(part, content)


@pytest.mark.parametrize("language", SPOKEN)
def test_whoever_told_it_reads_it_in_their_own_language(language: str) -> None:
    speaker = speaker_for(language)
    question = a_question(a_part(part=Part.OBSTACLE, content=pack_obstacles(list(Obstacle))))

    quoted = quote(speaker, question)

    assert [o for o in Obstacle if told.obstacle_words(speaker, o) not in quoted] == []
