"""What is written for translators reaches them."""

import re
from pathlib import Path

from bot.texts.workflow import template

TEXTS = Path(__file__).parents[2] / "bot" / "texts"


def test_every_note_for_translators_stands_right_above_its_sentence() -> None:
    notes = " ".join(
        " ".join(comment.split()) for found in template("bot") for comment in found.auto_comments
    )
    written = [
        (path.name, line.split("# Translators:")[1].strip())
        for path in sorted(TEXTS.glob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("# Translators:")
    ]

    assert [(name, note) for name, note in written if note not in notes] == []


def test_no_sentence_hides_from_the_extractor() -> None:
    # Within an f-string a sentence stands in single quotes, and Babel does not see it.
    hidden = re.compile(r"\.(say|plain|plural)\('")

    assert [path.name for path in sorted(TEXTS.glob("*.py")) if hidden.search(path.read_text("utf-8"))] == []
