"""Pages from templates: everything that somebody wrote is escaped, and all that a page needs stands in it."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from bot.texts.contact_pages import site_name
from bot.texts.speaker import Speaker

FOLDER = Path(__file__).parent / "templates"
STYLES = ((FOLDER / "page.css").read_text(encoding="utf-8"),)
"""The one style sheet, as it stands in every page."""
SCRIPTS = tuple((FOLDER / name).read_text(encoding="utf-8") for name in ("draw.js", "door.js"))
"""Drawing a signature, and a fresh code at the door; pages do without."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # They are ours, and a style sheet knows no entities.
    environment.globals["css"] = Markup(STYLES[0])  # noqa: S704
    for name, script in zip(("draw_js", "door_js"), SCRIPTS, strict=True):
        environment.globals[name] = Markup(script)  # noqa: S704
    environment.filters["lines"] = _lines
    return environment


def _lines(said: Markup) -> Markup:
    """The line breaks of a message, kept on a page."""
    return Markup("<br>").join(said.split("\n"))


def page(template: str, speaker: Speaker, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in somebody's language.

    Args:
        template: Its name, without its ending.
        speaker: The reader's voice.
        status: The answer's status.
        values: What the template fills in; plain text is escaped.
    """
    values = {"notice": "", "site": site_name(speaker), **values}
    values |= {"lang": speaker.language, "dir": "rtl" if speaker.is_right_to_left else "ltr"}
    found = _environment().get_template(f"{template}.html")
    return HTMLResponse(found.render(**values), status_code=status)


def html(sentence: str) -> Markup:
    """A sentence that a speaker said: its values are escaped already."""
    return Markup(sentence)  # noqa: S704
