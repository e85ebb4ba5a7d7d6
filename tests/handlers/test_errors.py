"""Every refusal by the rules has its calm sentence."""

from collections.abc import Iterator

import pytest

from bot.domain.errors import NotAllowed
from bot.domain.languages import SPOKEN
from bot.handlers.errors import ANSWER_TO
from bot.texts.speaker import speaker_for


def every(kind: type[NotAllowed]) -> Iterator[type[NotAllowed]]:
    for child in kind.__subclasses__():
        yield child
        yield from every(child)


@pytest.mark.parametrize("refusal", list(every(NotAllowed)))
@pytest.mark.parametrize("language", SPOKEN)
def test_every_refusal_has_a_sentence_that_fits_a_toast(refusal: type[NotAllowed], language: str) -> None:
    sentence = next(ANSWER_TO[kind] for kind in refusal.__mro__ if kind in ANSWER_TO)

    assert 0 < len(sentence(speaker_for(language))) <= 200
