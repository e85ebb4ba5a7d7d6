"""Words that name a need by themselves bring the help lines, whatever the model makes of the sentence."""

import pytest

from bot.domain.understanding import Outcome, RedFlag
from bot.faq.matcher import Matcher
from bot.faq.red_flags import named


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("zelfmoord", RedFlag.SUICIDE),
        ("Ik wil zelfmoord plegen", RedFlag.SUICIDE),
        ("Suïcide!", RedFlag.SUICIDE),
        ("самогубство", RedFlag.SUICIDE),
        ("الانتحار", RedFlag.SUICIDE),
        ("İntihar", RedFlag.SUICIDE),
        ("j'ai été violée", RedFlag.VIOLENCE),
        ("tecavüze uğradım", RedFlag.VIOLENCE),
        ("мене зґвалтували", RedFlag.VIOLENCE),
    ],
)
def test_a_word_that_says_it_by_itself_is_enough(matcher: Matcher, text: str, flag: RedFlag) -> None:
    understanding = matcher.understand(text)

    assert understanding.outcome is Outcome.EMERGENCY
    assert understanding.red_flag is flag
    assert understanding.choices == ()


@pytest.mark.parametrize("text", ["viool", "violon", "le violet", "rapen", "raap", "koken in Gent", ""])
def test_words_that_only_look_alike_name_nothing(text: str) -> None:
    assert named(text) is None
