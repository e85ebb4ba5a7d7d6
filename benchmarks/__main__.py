"""Runs the benchmarks: `python -m benchmarks` for all, `python -m benchmarks understanding` for one."""

import sys
from importlib import import_module
from importlib.util import find_spec

NAMES = ("understanding", "offers", "delivery", "throughput", "photos")
"""Modules of this package with a `run() -> None` that prints its tables; one that is absent is passed over."""


def main(names: list[str]) -> int:
    """Run benchmarks by name, or all that are present."""
    present = [name for name in NAMES if find_spec(f"benchmarks.{name}")]
    unknown = sorted(set(names) - set(present))
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(present)}", file=sys.stderr)
        return 2
    for name in names or present:
        print(f"== {name}", flush=True)
        import_module(f"benchmarks.{name}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
