"""A photograph that was made for measuring, and everything that is true of it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.domain.page_check import Problem, Side

Quad = tuple[tuple[float, float], ...]
"""Top left, top right, bottom right and bottom left of the thing itself, in pixels of the photograph."""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One photograph with its truth; what it does not have is None."""

    name: str
    level: str
    jpeg: bytes
    usable: bool
    cause: Problem | None = None
    """Why it is not usable."""
    side: Side | None = None
    """Which side of the page is cut off."""
    spot: tuple[float, float, float, float] | None = None
    """Where glare hides something: x, y, width and height as shares of the picture."""
    corners: Quad | None = None
    """Of the page; some may lie outside the picture."""
    box: Quad | None = None
    """The outer corners of the signature box, as the bent paper shows them."""
    number: str | None = None
    signed: bool | None = None
    rows: tuple[int, ...] | None = None
    details: tuple[str, ...] = ()
    """What it was made of: kind, signature, surface."""

    def write(self, folder: Path) -> None:
        """Write it as NAME.jpg and NAME.json."""
        truth = asdict(self)
        del truth["jpeg"]
        (folder / f"{self.name}.jpg").write_bytes(self.jpeg)
        (folder / f"{self.name}.json").write_text(json.dumps(truth, indent=1), encoding="utf-8")


def read_folder(folder: Path) -> Iterator[Sample]:
    """Every sample that was written into a folder, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for name in ("spot", "rows", "details"):
            truth[name] = None if truth[name] is None else tuple(truth[name])
        for name in ("corners", "box"):
            truth[name] = None if truth[name] is None else tuple((x, y) for x, y in truth[name])
        truth["cause"] = truth["cause"] and Problem(truth["cause"])
        truth["side"] = truth["side"] and Side(truth["side"])
        yield Sample(jpeg=path.with_suffix(".jpg").read_bytes(), **truth)
