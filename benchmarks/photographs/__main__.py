"""Writes photographs and what is true of them: `python -m benchmarks.photographs FOLDER [LEVEL ...]`."""

import argparse
from pathlib import Path

from benchmarks.photographs.making import COUNTS, SEEDS, make


def main() -> None:
    """Write every level that was asked for into a folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.photographs")
    parser.add_argument("folder", type=Path)
    parser.add_argument("levels", nargs="*", metavar="LEVEL", help=", ".join(COUNTS))
    parser.add_argument("--set", choices=SEEDS, default="tune", help="which of the two sets")
    parser.add_argument("--count", type=int, help="of each level, instead of the usual number")
    given = parser.parse_args()
    for level in given.levels or COUNTS:
        folder = given.folder / level
        folder.mkdir(parents=True, exist_ok=True)
        for sample in make(level, given.count or COUNTS[level], SEEDS[given.set]):
            sample.write(folder)


if __name__ == "__main__":
    main()
