"""What the workflow tells translators, and what becomes of a translation when its Dutch changes."""

import pytest
from babel.messages.catalog import Catalog

from bot.domain.languages import SOURCE_LANGUAGE
from bot.texts import workflow
from bot.texts.catalogue import locales_folder
from bot.texts.check import problems_in

CORE = ("inburgeringscontract", "bewijs van deelname", "begeleider", "termijn")


def _template(sentence: str) -> Catalog:
    catalog = Catalog(project="inburgerbot")
    catalog.add(sentence)
    return catalog


def test_a_changed_dutch_sentence_marks_its_translation_to_be_looked_at() -> None:
    catalog = Catalog(locale="fr")
    catalog.add("Je uren staan hier nu.", "Vos heures sont ici.")
    changed = _template("Je uren staan hier nu klaar.")

    catalog.update(changed)

    found = catalog.get("Je uren staan hier nu klaar.")
    assert found is not None
    assert (found.fuzzy, found.string) == (True, "Vos heures sont ici.")
    assert list(problems_in(changed, catalog, "fr")) == ["not translated: 'Je uren staan hier nu klaar.'"]


@pytest.mark.parametrize("language", workflow.TARGETS)
def test_nothing_is_left_to_do_and_each_text_has_a_state(language: str) -> None:
    counts = workflow.state_of(language)

    assert workflow.to_do(language) == []
    assert (counts["missing"], counts["changed"]) == (0, 0)
    assert counts["reviewed"] + counts["drafted"] > 1000


def test_a_language_without_catalogues_has_everything_to_do() -> None:
    left = workflow.to_do("xx")

    assert len(left) > 1000
    assert any(line.startswith("missing: texts/start.py: '👋 Hallo!") for line in left)


@pytest.mark.parametrize("language", workflow.TARGETS)
def test_every_language_has_a_glossary_of_the_fields_terms(language: str) -> None:
    lines = (locales_folder() / language / "glossary.tsv").read_text(encoding="utf-8").splitlines()
    terms = dict(line.split("\t") for line in lines)

    assert terms.pop("dutch") == language
    assert all(terms.values())
    assert [word for word in CORE if not any(word in dutch for dutch in terms)] == []


def test_dutch_is_the_source_and_no_target() -> None:
    assert SOURCE_LANGUAGE not in workflow.TARGETS
    assert len(workflow.TARGETS) == 11
