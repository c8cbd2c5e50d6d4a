"""The packs of the lexicon: translations, pronunciations, frequencies, more forms; made of what deploy/lexicon/sources.toml names.

What the registries do not serve is left out: look-ups know less without, `stack doctor` says so, `make lexicon` asks again.
"""

import hashlib
import json
import tomllib
from pathlib import Path

from . import rust
from .commands import run
from .layout import REPOSITORY
from .terminal import part

# Whoever looks words up.
READER = "learning-cards"
FOLDER = REPOSITORY / "data" / "lexicon"
SOURCES = REPOSITORY / "deploy" / "lexicon" / "sources.toml"
FETCH = REPOSITORY / "deploy" / "lexicon" / "fetch"
PROGRAM = REPOSITORY / "crates" / "lexicon" / "src"
# What decides what is in a pack, and how it is written.
MADE_OF = (SOURCES, FETCH, PROGRAM / "bin" / "lexicon" / "build.rs", PROGRAM / "pack.rs")


def build(log: Path) -> bool:
    """Whether there are other packs than before."""
    marker, digest = FOLDER / "made-of.sha256", hashlib.sha256(b"".join(file.read_bytes() for file in MADE_OF)).hexdigest()
    if marker.exists() and marker.read_text() == digest:
        return False
    # By itself: what is shipped has no feature that this program asks for.
    rust.build("the lexicon's program", {"tall-lexicon": "lexicon"}, log.with_name("build-lexicon.log"))
    with part("the lexicon's packs") as done:
        run([FETCH], log=log)
        missing = _pinned() - len(json.loads((FOLDER / "sources" / "sources.json").read_text()))
        run([rust.binary("lexicon"), "build"], log=log, cwd=REPOSITORY)
        marker.write_text(digest)
        done.outcome = f"{missing} sources are not to be had; {log} says why" if missing else "built"
    return True


def is_there() -> bool:
    return any(FOLDER.glob("*.pack"))


def _pinned() -> int:
    return sum(len(sources) for sources in tomllib.loads(SOURCES.read_text()).values())
