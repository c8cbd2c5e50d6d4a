"""SMTP over TLS for the product, and the inbox of everybody: Mailpit keeps what is sent and delivers nothing."""

import json
import re
import urllib.parse
import urllib.request
from pathlib import Path

from ..layout import Stack, write_if_changed
from ..programs import Program
from ..toolchain import mailpit
from . import answers

SENDER = "cron-utility"
KEPT = 500
# The layout of the product's mails gives a code a line of its own, set off.
CODE = re.compile(r"^ {4}(\S+)$", re.MULTILINE)


def prepare(stack: Stack) -> None:
    configure(stack)


def configure(stack: Stack) -> None:
    """Who may send. The inbox is for developers and tests, on loopback alone."""
    write_if_changed(_senders(stack), f"{SENDER}:{stack.secret('mail', SENDER)}\n", private=True)


def inbox(stack: Stack) -> str:
    return f"http://{stack.address('mail-inbox')}"


def codes_sent_to(stack: Stack, address: str) -> list[str]:
    """What a reader of this address finds in their mails, the newest first."""
    query = urllib.parse.urlencode({"query": f'to:"{address}"'})
    found = _read(stack, f"search?{query}")["messages"]
    texts = [_read(stack, f"message/{message['ID']}")["Text"].replace("\r\n", "\n") for message in found]
    return [code for text in texts for code in CODE.findall(text)]


def arguments(stack: Stack) -> list[str]:
    """In containers the same, with the same files."""
    return [
        "--smtp", stack.listen(stack.port("mail")), "--listen", stack.listen(stack.port("mail-inbox")),
        "--smtp-tls-cert", str(stack.path("pki", "mail.crt")), "--smtp-tls-key", str(stack.path("pki", "mail.key")),
        "--smtp-require-tls", "--smtp-auth-file", str(_senders(stack)), "--max", str(KEPT), "--disable-version-check", "--quiet",
    ]  # fmt: skip


def program(stack: Stack) -> Program:
    return Program(
        name="mail",
        command=[str(mailpit()), *arguments(stack), "--database", str(stack.path("data", "mail.db"))],
        is_ready=lambda: answers(f"{inbox(stack)}/readyz"),
    )


def _read(stack: Stack, what: str) -> dict:
    with urllib.request.urlopen(f"{inbox(stack)}/api/v1/{what}", timeout=10) as answer:
        return json.loads(answer.read())


def _senders(stack: Stack) -> Path:
    return stack.path("conf", "mail-senders")
