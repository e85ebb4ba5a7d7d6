"""Runs the benchmarks: `python -m benchmarks` for all, `python -m benchmarks understanding` for one."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

NAMES = (
    "understanding",
    "finding",
    "delivery",
    "reminders",
    "kills",
    "keeping",
    "catalogue",
    "photos",
    "pages",
)
"""Modules of this package, each with a `run() -> None` that prints its tables."""
OPTIONS = {"reminders": ("seconds", "runs"), "catalogue": ("offers",), "photos": ("photos", "folder")}
"""What `run` of a module takes, for a shorter measurement."""


def main(words: list[str]) -> int:
    """Run benchmarks by name, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--seconds", type=int, default=180, help="of sending reminders (180)")
    parser.add_argument("--runs", type=int, default=3, help="with reminders (3)")
    parser.add_argument("--offers", type=int, default=10_000, help="in the catalogue (10000)")
    parser.add_argument("--photos", type=int, help="of each level, instead of some 60")
    parser.add_argument("--folder", type=Path, help="with photographs that were written before")
    given = parser.parse_args(words)
    if unknown := sorted(set(given.names) - set(NAMES)):
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in given.names or NAMES:
        print(f"== {name}", flush=True)
        options = {option: getattr(given, option) for option in OPTIONS.get(name, ())}
        import_module(f"benchmarks.{name}").run(**options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
