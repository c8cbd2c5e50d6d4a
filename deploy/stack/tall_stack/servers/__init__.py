"""One module a server: its configuration, its process, and how to see that it works."""

import socket
import ssl
import urllib.error
import urllib.request
from pathlib import Path


def accepts_connections(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def answers(url: str, ca_file: Path | None = None) -> bool:
    """True for 2xx."""
    context = ssl.create_default_context(cafile=str(ca_file)) if ca_file else None
    try:
        with urllib.request.urlopen(url, timeout=2, context=context) as answer:
            return 200 <= answer.status < 300
    except (OSError, urllib.error.URLError):
        return False


def server_tls(certificate: str, key: str) -> ssl.SSLContext:
    """For the servers that are written here."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.minimum_version = ssl.TLSVersion.TLSv1_3
    tls.load_cert_chain(certificate, key)
    return tls


def fill_in(template: str, values: dict[str, object]) -> str:
    """Replace every `@NAME@`."""
    for name, value in values.items():
        template = template.replace(f"@{name}@", str(value))
    return template
