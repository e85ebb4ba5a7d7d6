"""Runs the benchmarks: `python -m benchmarks` for all, `python -m benchmarks understanding` for one."""

import sys
from importlib import import_module

NAMES = ("understanding", "delivery", "kills")
"""Modules of this package, each with a `run() -> None` that prints its tables."""


def main(names: list[str]) -> int:
    """Run benchmarks by name, or all of them."""
    if unknown := sorted(set(names) - set(NAMES)):
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in names or NAMES:
        print(f"== {name}", flush=True)
        import_module(f"benchmarks.{name}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
