"""Any message at all gets a valid reading, and clear ones the right one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.ids import EntryId
from bot.domain.languages import UNDERSTOOD
from bot.domain.understanding import Action, Outcome, RedFlag, Understanding
from bot.faq.decision import RANKED, is_ranked
from bot.faq.entries import load_entries
from bot.faq.matcher import Matcher

NAMES = {*load_entries(), *(action.label for action in Action)}


def check(understanding: Understanding) -> None:
    """Hold a reading against the contract of `ask`."""
    assert understanding.language in UNDERSTOOD
    assert len(set(understanding.ranking)) == RANKED
    assert set(understanding.ranking) <= NAMES
    assert 0.0 <= understanding.confidence <= 1.0
    assert (understanding.entry is not None) == (understanding.outcome is Outcome.ANSWER)
    assert (understanding.action is not None) == (understanding.outcome is Outcome.ACTION)
    assert (understanding.red_flag is not None) == (understanding.outcome is Outcome.EMERGENCY)
    assert bool(understanding.choices) == (understanding.outcome is Outcome.CHOOSE)
    assert len(set(understanding.choices)) == len(understanding.choices) <= RANKED
    assert set(understanding.choices) <= set(understanding.ranking)


@given(st.text(max_size=60) | st.text(alphabet="abcdeé ?؟ابتйї 😀\0<>", max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_a_valid_reading(matcher: Matcher, text: str) -> None:
    check(matcher.understand(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "?",
        "؟",
        "😀",
        "😀" * 4096,
        "\0\0",
        "\ud800\udfff",
        "...",
        "ok",
        "<b></b>",
        "12",
    ],
    ids=repr,
)
def test_a_message_that_says_nothing_goes_to_the_begeleider(matcher: Matcher, text: str) -> None:
    understanding = matcher.understand(text)

    check(understanding)
    assert understanding.outcome is Outcome.FORWARD
    assert understanding.confidence <= 0.1


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script> ben ik verzekerd?", "a " * 5000, "ب" * 9000], ids=len
)
def test_odd_messages_are_read(matcher: Matcher, text: str) -> None:
    check(matcher.understand(text))


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("Ben ik verzekerd als ik tijdens mijn 40 uur val?", "nl", "verzekering"),
        ("Hoeveel uren moet ik nog doen?", "nl", "@progress"),
        ("My buddy wants to know if he may sign the paper", "en", "bewijs-contactpersoon"),
        ("Est-ce que la table de conversation compte pour mes heures ?", "fr", "praattafels"),
        ("ما عندي كمبيوتر ولا انترنت، مين بيساعدني دور على نشاط؟", "ar", "digitaal-weinig-toegang"),
        ("Я погано говорю нідерландською, чи можу вже почати?", "uk", "oefenkans-nederlands"),
        ("Dikiş dikmeyi seviyorum, Gent'te bana uygun bir etkinlik var mı?", "tr", "@offers"),
    ],
)
def test_a_clear_question_finds_its_label(matcher: Matcher, text: str, language: str, label: str) -> None:
    understanding = matcher.understand(text)

    assert understanding.ranking[0] == label
    assert understanding.language == language
    assert understanding.outcome in {Outcome.ANSWER, Outcome.ACTION, Outcome.CHOOSE}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Mijn man heeft mij gisteren weer geslagen en ik durf niet naar huis", RedFlag.VIOLENCE),
        ("I don't want to live anymore, tonight I will end it", RedFlag.SUICIDE),
        ("On nous met dehors demain et on n'a nulle part où dormir avec les enfants", RedFlag.STREET),
        (
            "Patronum pasaportumu aldı, para vermeden çalıştırıyor ve dışarı çıkmama izin vermiyor",
            RedFlag.TRAFFICKING,
        ),
    ],
)
def test_need_is_noticed(matcher: Matcher, text: str, flag: RedFlag) -> None:
    understanding = matcher.understand(text)

    assert understanding.outcome is Outcome.EMERGENCY
    assert understanding.red_flag is flag


@pytest.mark.parametrize(
    "text",
    [
        "This homework is killing me haha",
        "De wijkagent kwam kijken of ik hier echt woon",
        "Mon fils s'est battu pour le ballon à l'école, c'est grave ?",
        "I work there as a volunteer without pay, does that count for my 40 hours?",
        "Mijn fiets is gestolen, moet ik naar de politie?",
    ],
)
def test_what_only_sounds_like_need_gives_no_alarm(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text).red_flag is None


def test_an_entry_that_is_off_still_ranks_but_is_never_shown(matcher: Matcher) -> None:
    text = "Ben ik verzekerd als ik tijdens mijn 40 uur val?"

    understanding = matcher.understand(text, off={EntryId("verzekering")})

    assert understanding.ranking[0] == "verzekering"
    assert understanding.outcome is Outcome.FORWARD


def test_the_same_message_is_always_read_the_same_way(matcher: Matcher) -> None:
    text = "Mag ik mijn uren ook in de vakantie doen, of elke week?"

    assert matcher.understand(text) == matcher.understand(text)


def test_rankings_name_entries_and_actions_only(matcher: Matcher) -> None:
    assert {label for label in matcher.model.labels if is_ranked(label)} == NAMES
