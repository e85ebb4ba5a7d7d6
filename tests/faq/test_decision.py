"""What the bot does follows from how sure it is, from who asks, and from what is switched off."""

from collections.abc import Collection

import numpy as np
import pytest

from bot.domain.ids import EntryId
from bot.domain.understanding import Action, Outcome, RedFlag
from bot.faq.decision import NONE, Decider, Decision, Reader, Thresholds
from bot.faq.entries import load_entries
from bot.faq.matcher import decide
from bot.faq.red_flags import RedFlagReader

LABELS = (
    NONE,
    "@progress",
    "@bewijs",
    "verzekering",
    "spreiding",
    "praattafels",
    "budget-acties",
    "!violence",
)
LIMITS = Thresholds(
    red_flag=0.4,
    answer=0.7,
    answer_for_professionals=0.9,
    choose=0.2,
    offer=0.05,
    offer_for_professionals=0.3,
)


def decide_for(
    *, off: Collection[str] = (), for_professional: bool = False, words: int = 5, **chances: float
) -> Decision:
    """Decide with the chances given by label (`_` for `-`); what is left goes to "no entry answers this"."""
    given = {name.replace("_", "-"): chance for name, chance in chances.items()}
    named = {label: given.get(label.strip("@!"), 0.0) for label in LABELS}
    named[NONE] = 1.0 - sum(named.values())
    reader = Reader(
        entries=load_entries(),
        off=frozenset(EntryId(name) for name in off),
        for_professional=for_professional,
    )
    probabilities = np.array([named[label] for label in LABELS], dtype=np.float32)
    return decide(
        probabilities, words, reader, Decider(LABELS, LIMITS), RedFlagReader(LABELS, LIMITS.red_flag)
    )


def test_a_sure_entry_is_answered() -> None:
    decision = decide_for(verzekering=0.8)

    assert decision.outcome is Outcome.ANSWER
    assert decision.entry == "verzekering"
    assert decision.confidence == pytest.approx(0.8)


def test_a_sure_action_is_done() -> None:
    decision = decide_for(progress=0.9)

    assert decision.outcome is Outcome.ACTION
    assert decision.action is Action.PROGRESS


def test_an_unsure_message_gets_a_choice_of_what_is_likely() -> None:
    decision = decide_for(verzekering=0.4, bewijs=0.3, spreiding=0.01)

    assert decision.outcome is Outcome.CHOOSE
    assert decision.choices == ("verzekering", "@bewijs")
    assert decision.ranking == ("verzekering", "@bewijs", "spreiding")


def test_what_no_entry_answers_is_forwarded() -> None:
    decision = decide_for(verzekering=0.1)

    assert decision.outcome is Outcome.FORWARD
    assert decision.choices == ()


def test_need_comes_before_everything() -> None:
    decision = decide_for(verzekering=0.55, violence=0.45)

    assert decision.outcome is Outcome.EMERGENCY
    assert decision.red_flag is RedFlag.VIOLENCE
    assert decision.entry is None


def test_an_entry_that_is_off_is_neither_answered_nor_offered() -> None:
    sure = decide_for(verzekering=0.9, off=["verzekering"])
    second = decide_for(spreiding=0.5, verzekering=0.3, off=["verzekering"])

    assert (sure.outcome, sure.ranking[0]) == (Outcome.FORWARD, "verzekering")
    assert (second.outcome, second.choices) == (Outcome.CHOOSE, ("spreiding",))


def test_an_entry_for_municipalities_asks_for_more_certainty() -> None:
    assert decide_for(budget_acties=0.8).outcome is Outcome.CHOOSE
    assert decide_for(budget_acties=0.95).entry == "budget-acties"
    assert decide_for(budget_acties=0.8, for_professional=True).entry == "budget-acties"


def test_a_newcomer_is_not_offered_an_entry_for_municipalities_beside_their_own() -> None:
    decision = decide_for(spreiding=0.5, budget_acties=0.2)

    assert decision.choices == ("spreiding",)


def test_one_word_is_asked_back_unless_it_tells_of_need() -> None:
    said, need = decide_for(verzekering=0.95, words=1), decide_for(violence=0.9, words=1)

    assert (said.outcome, said.choices) == (Outcome.CHOOSE, ("verzekering",))
    assert said.confidence <= 0.1
    assert need.outcome is Outcome.EMERGENCY
