"""A computer's voice for words that nobody has recorded: espeak-ng says them, LAME makes of it what every browser plays."""

import base64
import subprocess
from concurrent.futures import ThreadPoolExecutor

from . import toolchain
from .api import Api
from .commands import CommandFailed, find

# The program and its voice, as the recordings are marked.
NAME = "espeak-ng nl"
# A little slower than it speaks by itself (175 words a minute): for learners.
WORDS_A_MINUTE = 140
KILOBITS = 32
AT_ONCE = 4
# Words in one request: some 350 kB of the megabyte that it may have.
IN_ONE_REQUEST = 50
SECONDS = 30


def missing() -> list[str]:
    """Debian's names of what it takes and could not be installed."""
    return toolchain.install_voice()


def record(editor: Api, topic: str) -> int:
    """A recording for each word of the topic that has none; how many were made."""
    path = f"admin/topics/{topic}/recordings"
    silent = [word for word in editor.call("GET", path)[2]["items"] if "recording" not in word]
    for first in range(0, len(silent), IN_ONE_REQUEST):
        recordings = _recordings(silent[first : first + IN_ONE_REQUEST])
        answer = editor.call("POST", path, {"recordings": recordings})[2]
        rejected = [item for item in answer["items"] if item["effect"] == "rejected"]
        if rejected:
            raise RuntimeError(f"POST {path}: {rejected[:3]}")
    return len(silent)


def _recordings(words: list[dict]) -> list[dict]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        sounds = list(pool.map(say, [word["says"] for word in words]))
    return [
        {"itemId": word["itemId"], "says": word["says"], "voice": {"computer": NAME}, "audio": base64.b64encode(sound).decode()}
        for word, sound in zip(words, sounds, strict=True)
    ]


def say(text: str) -> bytes:
    """An MP3 file in which the computer says it."""
    wave = _through([find("espeak-ng"), "-v", "nl", "-s", WORDS_A_MINUTE, "--stdin", "--stdout"], text.encode())
    # No tag: it would name the encoder, and needs a file to be written into afterwards.
    return _through([find("lame"), "--quiet", "-t", "-m", "m", "-b", KILOBITS, "-", "-"], wave)


def _through(command: list, given: bytes) -> bytes:
    finished = subprocess.run([str(part) for part in command], input=given, capture_output=True, timeout=SECONDS)
    if finished.returncode != 0:
        raise CommandFailed(f"{command[0]} exited with {finished.returncode}:\n{finished.stderr.decode(errors='replace')[-2000:]}")
    return finished.stdout
