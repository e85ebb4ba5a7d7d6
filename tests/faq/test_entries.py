"""The entries carry every fact of the source, and nothing is missing."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.entry import Audience, Entry
from bot.domain.ids import EntryId
from bot.faq.entries import EntryFileError, load_entries

FACTS = tomllib.loads((Path(__file__).parent / "source_facts.toml").read_text(encoding="utf-8"))
ENTRIES = load_entries()
MOST_BUTTON_CHARACTERS = 42


def test_every_question_of_the_source_is_an_entry_in_its_order() -> None:
    assert list(ENTRIES) == list(FACTS)
    assert len(ENTRIES) == 37


@pytest.mark.parametrize("entry_id", FACTS)
def test_an_entry_holds_the_figures_and_links_of_its_answer(entry_id: str) -> None:
    facts, entry = FACTS[entry_id], ENTRIES[EntryId(entry_id)]

    text = " ".join(entry.texts)

    assert [figure for figure in facts["figures"] if figure not in text] == []
    assert set(facts["links"]) <= set(entry.links)
    assert entry.links_missing == facts["links_missing"]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_an_entry_can_be_shown(entry: Entry) -> None:
    assert 0 < len(entry.button) <= MOST_BUTTON_CHARACTERS
    assert entry.short
    assert entry.audience
    assert all(sentence == sentence.strip() for sentence in entry.texts)


def test_what_a_fine_or_an_exemption_says_is_marked_as_a_draft() -> None:
    assert ENTRIES[EntryId("niet-behaald-sanctie")].draft_always
    assert ENTRIES[EntryId("vrijstelling-werk")].draft_always


def test_newcomers_are_not_offered_what_only_municipalities_ask() -> None:
    entry = ENTRIES[EntryId("budget-netwerkcoach")]

    assert not entry.is_for_newcomers
    assert Audience.AUTHORITY in entry.audience


def test_a_checked_entry_says_by_whom_and_when(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text(_table('checked_by = "An"\nchecked_on = 2026-01-05'), encoding="utf-8")

    checked = load_entries(tmp_path)[EntryId("x")].checked

    assert checked is not None
    assert (checked.by, checked.on.isoformat()) == ("An", "2026-01-05")


@pytest.mark.parametrize(
    ("more", "named"), [('audience = ["everyone"]', "x"), ("", "x: 'audience'")], ids=["audience", "missing"]
)
def test_a_wrong_entry_is_named(tmp_path: Path, more: str, named: str) -> None:
    text = _table("").replace('audience = ["newcomer"]\n', f"{more}\n")
    (tmp_path / "1.toml").write_text(text, encoding="utf-8")

    with pytest.raises(EntryFileError, match=named):
        load_entries(tmp_path)


def test_an_id_cannot_stand_twice(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text(_table("") * 2, encoding="utf-8")

    with pytest.raises(EntryFileError, match="x stands twice"):
        load_entries(tmp_path)


def _table(more: str) -> str:
    return (
        '[[entry]]\nid = "x"\nsection = "s"\naudience = ["newcomer"]\nbutton = "b"\nshort = "a"\n'
        + more
        + "\n"
    )
