"""Giving up root where a server can run without it."""

import os
import pwd
import subprocess
from pathlib import Path


def as_user(user: str) -> list[str]:
    """The words before a command that make it run as `user`; none when we are not root."""
    options = user_options(user)
    return ["setpriv", *options] if options else []


def user_options(user: str | None) -> list[str]:
    """For setpriv."""
    if user is None or os.geteuid() != 0:
        return []
    return [f"--reuid={user}", f"--regid={user}", "--init-groups"]


def give_to(user: str, path: Path) -> None:
    if os.geteuid() != 0:
        return
    account = pwd.getpwnam(user)
    for entry in [path, *(path.rglob("*") if path.is_dir() else [])]:
        os.chown(entry, account.pw_uid, account.pw_gid)


def can_enter(user: str, folder: Path) -> bool:
    return subprocess.run([*as_user(user), "test", "-x", str(folder)], cwd="/").returncode == 0
