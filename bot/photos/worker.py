"""The process that reads photographs: a file in, what was found out, until its input closes."""

import contextlib
import logging
import os
import pickle
import resource
import signal
import sys
from typing import BinaryIO

import cv2

from bot.domain.page_check import FileRefused, PageCheck, WhyRefused
from bot.photos.check import check_pages
from bot.photos.reader import LENGTH

MOST_MEMORY = 1536 * 1024 * 1024
"""In bytes of addresses; a photograph of 50 megapixels needs less than half."""
POLITENESS = 5
"""Answers to people go before photographs."""

_log = logging.getLogger(__name__)


def main() -> None:
    """Read until nobody asks any more; the argument is how many seconds a file may take."""
    questions, answers = sys.stdin.buffer, _own_output()
    _limit_itself()
    seconds = float(sys.argv[1])
    while (head := questions.read(LENGTH.size)) and len(head) == LENGTH.size:
        content = questions.read(*LENGTH.unpack(head))
        # Should the bot be gone and a file never end, this ends the process, whatever holds it.
        signal.setitimer(signal.ITIMER_REAL, seconds + 5)
        answer = pickle.dumps(answered(content))
        signal.setitimer(signal.ITIMER_REAL, 0)
        with contextlib.suppress(BrokenPipeError):
            answers.write(LENGTH.pack(len(answer)) + answer)
            answers.flush()


def answered(content: bytes) -> list[PageCheck] | FileRefused:
    """What `check_pages` finds, or why it refuses; a fault in the reading is noted and becomes a refusal."""
    try:
        return check_pages(content)
    except FileRefused as refused:
        return FileRefused(refused.why)
    except MemoryError:
        return FileRefused(WhyRefused.TOO_MANY_PIXELS)
    except Exception:
        _log.exception("a photograph could not be read")
        return FileRefused(WhyRefused.GAVE_UP)


def _own_output() -> BinaryIO:
    """Standard output for the answers alone: what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _limit_itself() -> None:
    cv2.setNumThreads(1)
    os.nice(POLITENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
