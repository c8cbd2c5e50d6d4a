"""Running other programs: their output goes to a log, and to the terminal only when they fail."""

import os
import shutil
import subprocess
from pathlib import Path


class CommandFailed(RuntimeError):
    """A program exited with an error; the text ends with the last lines that it printed."""


def run(arguments: list, log: Path | None = None, env: dict | None = None, cwd: Path | None = None, stdin: str | None = None, apart: bool = False) -> str:
    """What the program printed; with `apart`, without what it printed on its error stream."""
    arguments = [str(a) for a in arguments]
    finished = subprocess.run(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if apart else subprocess.STDOUT,
        env={**os.environ, **(env or {})},
        cwd=cwd,
        input=stdin if stdin is not None else "",
        text=True,
    )
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(finished.stdout)
    if finished.returncode != 0:
        told = finished.stdout + (finished.stderr if apart else "")
        tail = "\n".join(line[:300] for line in told.splitlines()[-25:])
        raise CommandFailed(f"{arguments[0]} exited with {finished.returncode}:\n{tail}")
    return finished.stdout


def last_lines(log: Path, count: int = 20) -> str:
    if not log.exists():
        return f"(no {log.name})"
    return "\n".join(line[:300] for line in log.read_text(errors="replace").splitlines()[-count:])


def find(program: str) -> Path | None:
    """A program on the path, in Debian's places for administrators, in rustup's; or a file by its absolute name."""
    if program.startswith("/"):
        return Path(program) if Path(program).exists() else None
    places = os.environ.get("PATH", "") + ":/usr/sbin:/sbin:" + str(Path.home() / ".cargo" / "bin")
    found = shutil.which(program, path=places)
    return Path(found) if found else None
