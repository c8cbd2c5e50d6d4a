"""What the person at the terminal sees: one line per part, with its time; a sign of life in slow ones."""

import sys
import threading
import time
from contextlib import contextmanager

QUIET_SECONDS = 2.0
SIGN_OF_LIFE_SECONDS = 15.0
SLOWEST: list[tuple[float, str]] = []
_lock = threading.Lock()
_out = sys.stdout


def say(text: str) -> None:
    with _lock:
        print(text, file=_out, flush=True)


def keep_output_for_the_answer() -> None:
    """For a command whose output is read by a program: what people read goes to the error stream."""
    global _out
    _out = sys.stderr


def heading(text: str) -> None:
    say(f"\n{text}")


def complain(text: str) -> None:
    with _lock:
        print(text, file=sys.stderr, flush=True)


class Part:
    """What a part of the work says of itself: where it is while it runs, what came of it when it is done."""

    def __init__(self) -> None:
        self.progress = ""
        self.outcome = ""


@contextmanager
def part(what: str):
    """Time a part; announce it only when it is slow."""
    done = threading.Event()
    started = time.monotonic()
    result = Part()

    def sign_of_life() -> None:
        if done.wait(QUIET_SECONDS):
            return
        say(f"  ...  {what}")
        while not done.wait(SIGN_OF_LIFE_SECONDS):
            say(f"  ...  {what} ({time.monotonic() - started:.0f} s{result.progress and ', '}{result.progress})")

    watcher = threading.Thread(target=sign_of_life, daemon=True)
    watcher.start()
    try:
        yield result
    except BaseException:
        done.set()
        watcher.join()
        say(f"  FAIL {what} after {time.monotonic() - started:.1f} s")
        raise
    done.set()
    watcher.join()
    seconds = time.monotonic() - started
    SLOWEST.append((seconds, what))
    say(f"  ok   {what} {seconds:.1f} s" + (f": {result.outcome}" if result.outcome else ""))


def time_table() -> None:
    """The parts that took over two seconds, slowest first."""
    slow = sorted((entry for entry in SLOWEST if entry[0] >= QUIET_SECONDS), reverse=True)
    if slow:
        heading("Time by part")
        for seconds, what in slow[:12]:
            say(f"  {seconds:7.1f} s  {what}")
