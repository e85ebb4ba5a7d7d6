"""The plain search that the matcher is measured against."""

from bot.faq.entries import load_entries
from bot.faq.lexical import LexicalSearch


def test_a_question_finds_itself() -> None:
    entries = load_entries()
    search = LexicalSearch.over(entries)

    found = {entry.id: search.rank(entry.button, limit=1)[0] for entry in entries.values()}

    assert all(best == (entry, 1.0) for entry, best in found.items())
