"""The gettext catalogues under `locales/`, with each text's review state.

A translation is a draft until its entry carries a translator comment such as
`reviewed by A. Yilmaz on 2027-02-01`. Compiled files are made when a catalogue changed.
"""

import datetime as dt
import gettext
import io
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.domain.languages import SOURCE_LANGUAGE

DOMAINS = ("bot", "faq")
_REVIEWED = re.compile(r"reviewed by (?P<by>.+) on (?P<on>\d{4}-\d\d-\d\d)\s*$")


@dataclass(frozen=True)
class Reviewed:
    """A fluent person read the text and found it good."""

    by: str
    on: dt.date


def locales_folder() -> Path:
    """Where the catalogues are: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parent.parent
    return package / "locales" if (package / "locales").is_dir() else package.parent / "locales"


class Catalogue:
    """All sentences of one language."""

    def __init__(self, translations: gettext.NullTranslations, reviews: dict[str, Reviewed]) -> None:
        self._translations = translations
        self._reviews = reviews

    def translate(self, sentence: str) -> str:
        """The sentence in this language; the Dutch one where it is missing."""
        return self._translations.gettext(sentence)

    def translate_plural(self, one: str, many: str, count: int) -> str:
        """The form of the sentence that this language uses for `count`."""
        return self._translations.ngettext(one, many, count)

    def has(self, sentence: str) -> bool:
        """Is there a translation?"""
        return self._translations.gettext(sentence) != sentence

    def review_of(self, sentence: str) -> Reviewed | None:
        """Who found this text good and when; None for a draft."""
        return self._reviews.get(sentence)


@cache
def catalogue_for(language: str) -> Catalogue:
    """The catalogue of a language, read once; Dutch is what the others are translated from."""
    translations: gettext.NullTranslations = gettext.NullTranslations()
    reviews: dict[str, Reviewed] = {}
    folder = locales_folder() / language / "LC_MESSAGES"
    if language == SOURCE_LANGUAGE or not folder.is_dir():
        return Catalogue(translations, reviews)
    for domain in DOMAINS:
        compiled, reviewed = _compiled(folder / f"{domain}.po")
        part = gettext.GNUTranslations(io.BytesIO(compiled))
        part.add_fallback(translations)
        translations = part
        reviews |= reviewed
    return Catalogue(translations, reviews)


def _compiled(po: Path) -> tuple[bytes, dict[str, Reviewed]]:
    mo, review_file = po.with_suffix(".mo"), po.with_suffix(".review.json")
    if not (mo.exists() and review_file.exists() and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns):
        compile_catalogue(po)
    reviews = json.loads(review_file.read_text(encoding="utf-8"))
    return mo.read_bytes(), {
        key: Reviewed(by, dt.date.fromisoformat(on)) for key, (by, on) in reviews.items()
    }


def compile_catalogue(po: Path) -> None:
    """Write the compiled catalogue and its review states beside a `.po` file."""
    with po.open("rb") as file:
        catalog = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    reviews = {_key(message): found for message in catalog if (found := _review(message))}
    _replace(po.with_suffix(".review.json"), json.dumps(reviews, ensure_ascii=False).encode())
    _replace(po.with_suffix(".mo"), compiled.getvalue())


def _replace(path: Path, content: bytes) -> None:
    # Two processes that start at once each write a whole file; the last one stays.
    part = path.with_name(f"{path.name}.{id(content)}.part")
    part.write_bytes(content)
    part.replace(path)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _review(message: Message) -> tuple[str, str] | None:
    for comment in message.user_comments:
        if found := _REVIEWED.search(comment):
            return found["by"], found["on"]
    return None
