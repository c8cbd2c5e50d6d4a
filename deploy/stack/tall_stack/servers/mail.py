"""SMTP over TLS for the product, and the inbox of everybody: Mailpit keeps what is sent and delivers nothing."""

from pathlib import Path

from ..layout import Stack, write_if_changed
from ..programs import Program
from ..toolchain import mailpit
from . import answers

SENDER = "cron-utility"
KEPT = 500


def prepare(stack: Stack) -> None:
    configure(stack)


def configure(stack: Stack) -> None:
    """Who may send. The inbox is for developers and tests, on loopback alone."""
    write_if_changed(_senders(stack), f"{SENDER}:{stack.secret('mail', SENDER)}\n", private=True)


def inbox(stack: Stack) -> str:
    return f"http://{stack.address('mail-inbox')}"


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


def _senders(stack: Stack) -> Path:
    return stack.path("conf", "mail-senders")
