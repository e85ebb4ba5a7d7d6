"""Every page of a contact, in every language: nothing is missing, open or turned round."""

import html
import re

import pytest

from bot.domain.languages import SPOKEN, is_right_to_left
from tests.walk.findings import troubles_in_text
from tests.web.conftest import Town, sqlite_town
from tests.web.test_accessibility import fill

__all__ = ["sqlite_town"]
_NOT_READ = re.compile(r"<(head|script|style|svg|option|nav)\b.*?</\1>", re.DOTALL)
_NAMES = re.compile(r"Buurthuis De Kring|Karel|Greet|Amina|Sofie")


@pytest.mark.parametrize("language", SPOKEN)
async def test_every_page_speaks_the_contacts_language(sqlite_town: Town, language: str) -> None:
    troubles = []
    for path in await fill(sqlite_town, language):
        page = (await sqlite_town.client.get(path, headers={"accept-language": language})).text
        direction = "rtl" if is_right_to_left(language) else "ltr"
        if f'dir="{direction}"' not in page or f'lang="{language}"' not in page:
            troubles.append(f"{path}: {page[:120]}")
        read = html.unescape(re.sub(r"<[^>]+>", "\n", _NOT_READ.sub("", page)))
        text = "\n".join(filter(None, map(str.strip, _NAMES.sub("", read).split("\n"))))
        # A page says its own direction, so that only words matter here.
        troubles += [found for found in troubles_in_text(html.escape(text), language) if "left" not in found]
    assert troubles == []
