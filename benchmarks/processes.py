"""Processes for benchmarks: pinned to a core, told to speak when ready, always ended."""

import contextlib
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BOT_CORE, OTHER_CORE = 0, min(1, (os.cpu_count() or 1) - 1)


@dataclass(frozen=True)
class StandinProcess:
    """The stand-in in a process of its own."""

    url: str
    token: str

    @property
    def api_url(self) -> str:
        """As the bots want it, without a slash at the end."""
        return self.url.rstrip("/")

    def get(self, path: str) -> Any:
        """Ask the control API."""
        with urllib.request.urlopen(self.url + path, timeout=60) as answer:
            return json.load(answer)

    def post(self, path: str, **body: Any) -> Any:
        """Tell the control API."""
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)


@contextlib.contextmanager
def process(*arguments: str, core: int | None) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a module of ours pinned to a core; gives the process and its first line."""
    pin = None if core is None else (lambda: os.sched_setaffinity(0, {core}))
    running = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=pin,  # noqa: PLW1509
    )
    try:
        assert running.stdout is not None
        yield running, running.stdout.readline().strip()
    finally:
        running.kill()
        running.wait()


@contextlib.contextmanager
def standin(*, limits: bool = False) -> Iterator[StandinProcess]:
    """The stand-in, pinned to the core that the bot does not use."""
    options = [] if limits else ["--no-limits"]
    with process("bot.demo.server", *options, core=OTHER_CORE) as (_, line):
        words = line.split()
        yield StandinProcess(url=words[4], token=words[-1])
