"""S3: versitygw over a folder, with identities kept in files."""

import os

from .. import pki
from ..layout import REGION, Stack
from ..programs import Program
from ..toolchain import versitygw
from . import answers

ADMINISTRATOR = "administrator"


def prepare(stack: Stack) -> None:
    for folder in ("objects", "identities", "versions", "attributes"):
        stack.path("data", "s3", folder).mkdir(parents=True, exist_ok=True)


def url(stack: Stack, server: str = "s3") -> str:
    return f"https://{stack.address(server)}"


def program(stack: Stack) -> Program:
    certificate, key = pki.certificate(stack, "s3")
    command = [
        str(versitygw()), "--region", REGION, "--port", stack.listen(stack.port("s3")), "--admin-port", stack.listen(stack.port("s3-admin")),
        "--cert", certificate, "--key", key, "--admin-cert", certificate, "--admin-cert-key", key,
        "--iam-dir", str(stack.path("data", "s3", "identities")), "--iam-cache-ttl", "5", "--health", "/health", "--quiet", "--keep-alive",
        "posix", "--versioning-dir", str(stack.path("data", "s3", "versions")),
    ]  # fmt: skip
    if not _keeps_attributes(stack):
        command += ["--sidecar", str(stack.path("data", "s3", "attributes"))]
    return Program(
        name="s3",
        command=[*command, str(stack.path("data", "s3", "objects"))],
        environment={"ROOT_ACCESS_KEY_ID": ADMINISTRATOR, "ROOT_SECRET_ACCESS_KEY": stack.secret("s3", ADMINISTRATOR)},
        is_ready=lambda: answers(f"{url(stack)}/health", pki.authority(stack)),
    )


def _keeps_attributes(stack: Stack) -> bool:
    """versitygw keeps an object's metadata in extended attributes where the file system has them."""
    try:
        os.setxattr(stack.path("data"), "user.tall.probe", b"1")
        os.removexattr(stack.path("data"), "user.tall.probe")
        return True
    except OSError:
        return False
