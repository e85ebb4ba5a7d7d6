"""One matcher for all tests of the FAQ: the encoder is loaded once."""

import pytest

from bot.faq.matcher import Matcher


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return Matcher.load()
