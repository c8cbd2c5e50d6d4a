"""What the supervisor runs: one `Program` a process."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Program:
    name: str
    command: list[str]
    # True when the process does its work, not merely when it exists.
    is_ready: Callable[[], bool]
    environment: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None
    # Whom it runs as, when we are root; root otherwise.
    user: str | None = None
    stop_signal: str = "TERM"
    ready_seconds: float = 120
