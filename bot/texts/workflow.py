"""The translators' workflow: extract, update, check, compile, status.

`python -m bot.texts.workflow update` brings every catalogue up to date with the Dutch sentences:
a new one arrives untranslated, a changed one keeps its old translation marked fuzzy.
"""

import argparse
import io
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN
from bot.texts.catalogue import DOMAINS, compile_catalogue, locales_folder
from bot.texts.check import problems_in

PACKAGE = Path(__file__).parent.parent
TARGETS = tuple(language for language in SPOKEN if language != SOURCE_LANGUAGE)
KEYWORDS = {"say": None, "plain": None, "plural": (1, 2)}
METHODS = {
    "bot": (PACKAGE / "texts", [("**.py", "python")]),
    "faq": (PACKAGE / "faq" / "entries", [("**.toml", "bot.texts.workflow:extract_entries")]),
}


def extract_entries(
    fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Babel's extractor for the FAQ entries: every sentence, with its entry and field as a note."""
    for entry in tomllib.load(fileobj)["entry"]:
        key_words = ", ".join(entry["key_words"])
        for field in ("button", "short", "details"):
            texts = [entry[field]] if isinstance(entry[field], str) else entry[field]
            for text in texts:
                yield 1, "", text, [f"{entry['id']}: {field}. Dutch key words: {key_words}"]


def template(domain: str) -> Catalog:
    """Every Dutch sentence of a domain, with the notes for translators."""
    folder, methods = METHODS[domain]
    catalog = Catalog(project="inburgerbot", domain=domain, charset="utf-8")
    found = extract_from_dir(
        folder, methods, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for name, _line, sentence, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        place = [(str(Path(folder.name) / name), 0)] if domain == "bot" else []
        catalog.add(sentence, auto_comments=comments, context=context, locations=place)
    return catalog


def po_file(language: str, domain: str) -> Path:
    """Where a language's catalogue is."""
    return locales_folder() / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str) -> Catalog:
    """A language's catalogue; an empty one where there is none yet."""
    path = po_file(language, domain)
    if not path.exists():
        return Catalog(locale=language, domain=domain, project="inburgerbot")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalogue in the one form that the repository keeps, so that a diff shows only changes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog.header_comment = f"# The inburgerbot's sentences: {path.stem}, {catalog.locale or 'Dutch'}."
    catalog.fuzzy = False
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = "see CONTRIBUTING.md"
    content = io.BytesIO()
    write_po(content, catalog, width=100, include_lineno=False, ignore_obsolete=True, omit_header=False)
    path.write_bytes(content.getvalue())


def update(languages: Sequence[str] = TARGETS) -> None:
    """Write the templates, and bring every catalogue up to date with them."""
    for domain in DOMAINS:
        fresh = template(domain)
        write(fresh, locales_folder() / f"{domain}.pot")
        for language in languages:
            catalog = read(language, domain)
            catalog.update(fresh, update_creation_date=False)
            write(catalog, po_file(language, domain))


def state_of(language: str) -> dict[str, int]:
    """How many sentences are reviewed, drafted, to be looked at again, and missing."""
    counts = {"reviewed": 0, "drafted": 0, "changed": 0, "missing": 0}
    for domain in DOMAINS:
        catalog = read(language, domain)
        for message in filter(lambda one: one.id, template(domain)):
            counts[_state(catalog.get(message.id))] += 1
    return counts


def to_do(language: str) -> list[str]:
    """Every sentence that is missing or whose Dutch has changed, a line each, with where it stands."""
    lines = []
    for domain in DOMAINS:
        catalog = read(language, domain)
        for message in filter(lambda one: one.id, template(domain)):
            state = _state(catalog.get(message.id))
            if state in ("missing", "changed"):
                sentence = message.id if isinstance(message.id, str) else message.id[0]
                place = message.locations[0][0] if message.locations else domain
                lines.append(f"{state}: {place}: {sentence!r}")
    return lines


def _state(found: Message | None) -> str:
    if found is None or not found.string or not all(found.string):
        return "missing"
    if found.fuzzy:
        return "changed"
    return "reviewed" if any("reviewed by" in comment for comment in found.user_comments) else "drafted"


def check(languages: Sequence[str] = TARGETS) -> list[str]:
    """Everything that is wrong in the catalogues, a line each."""
    return [
        f"{language} {domain}: {problem}"
        for language in languages
        for domain in DOMAINS
        for problem in problems_in(template(domain), read(language, domain), language)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step of the workflow; gives back 1 when `check` found something."""
    parser = argparse.ArgumentParser(prog="python -m bot.texts.workflow", description=__doc__)
    parser.add_argument("step", choices=["update", "check", "compile", "status"])
    parser.add_argument("languages", nargs="*", default=list(TARGETS))
    chosen = parser.parse_args(arguments)
    if chosen.step == "update":
        update(chosen.languages)
    if chosen.step == "compile":
        for language in chosen.languages:
            for domain in DOMAINS:
                compile_catalogue(po_file(language, domain))
    if chosen.step in ("update", "status"):
        for language in chosen.languages:
            counts = ", ".join(f"{count} {state}" for state, count in state_of(language).items())
            sys.stdout.write(f"{language}: {counts}\n")
            sys.stdout.writelines(f"  {line}\n" for line in to_do(language))
    problems = check(chosen.languages) if chosen.step == "check" else []
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
