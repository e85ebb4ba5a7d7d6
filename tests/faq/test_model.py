"""The model that is shipped was trained from the messages that are shipped, and is small."""

from benchmarks.messages import WAYS, fingerprints, read_folder
from bot.domain.understanding import RedFlag
from bot.faq.decision import Thresholds
from bot.faq.model import FOLDER, WEIGHTS, Model
from bot.faq.red_flags import PREFIX
from bot.language.recognise import WEIGHTS as RECOGNISER

MOST_BYTES = 6_000_000


def test_the_model_is_trained_from_the_present_ways() -> None:
    assert Model.load().card["ways"] == fingerprints(WAYS), "run `python -m benchmarks.train`"


def test_the_model_is_small() -> None:
    assert (FOLDER / WEIGHTS).stat().st_size + RECOGNISER.stat().st_size < MOST_BYTES


def test_thresholds_are_chances() -> None:
    limits = Thresholds.read(Model.load().card)

    assert all(0.0 <= value <= 1.0 for value in vars(limits).values())
    assert limits.choose < limits.answer <= limits.answer_for_professionals


def test_every_way_carries_a_known_label() -> None:
    labels = set(Model.load().labels)

    assert {message.label for message in read_folder(WAYS)} == labels
    assert {label.removeprefix(PREFIX) for label in labels if label.startswith(PREFIX)} == set(RedFlag)
