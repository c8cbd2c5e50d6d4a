"""Apicurio Registry, kept in PostgreSQL, over TLS, with a role per caller."""

import base64
import json
import ssl
import urllib.error
import urllib.request

from .. import pki
from ..layout import SERVICES, STACK_SOURCES, Stack, write_if_changed
from ..programs import Program
from ..toolchain import apicurio_folder, java
from . import answers, fill_in

PROVISIONER = "provisioner"
RELEASE = "release"
ROLES = {PROVISIONER: "sr-admin", RELEASE: "sr-developer"}


def prepare(stack: Stack) -> None:
    values = {
        "HOST": stack.listen(0).partition(":")[0],
        "PORT": stack.port("registry"),
        "MANAGEMENT_PORT": stack.port("registry-management"),
        "POSTGRES": stack.address("postgres"),
        "POSTGRES_PASSWORD": stack.secret("postgres", "registry"),
        "PKI": stack.path("pki"),
    }
    configuration = fill_in((STACK_SOURCES / "registry" / "registry.properties").read_text(), values)
    for user, role in {**ROLES, **{service: "sr-readonly" for service in SERVICES}}.items():
        configuration += f"quarkus.security.users.embedded.users.{user}={stack.secret('registry', user)}\n"
        configuration += f"quarkus.security.users.embedded.roles.{user}={role}\n"
    write_if_changed(stack.path("conf", "registry.properties"), configuration, private=True)


def program(stack: Stack) -> Program:
    return Program(
        name="registry",
        command=[
            str(java(21)), "-Xms64m", "-Xmx384m", "-XX:+UseSerialGC",
            f"-Dquarkus.config.locations={stack.path('conf', 'registry.properties')}",
            "-jar", str(apicurio_folder() / "quarkus-run.jar"),
        ],
        is_ready=lambda: answers(f"https://127.0.0.1:{stack.port('registry-management')}/health/ready", pki.authority(stack)),
        ready_seconds=120,
    )  # fmt: skip


def url(stack: Stack) -> str:
    return f"https://{stack.address('registry')}/apis/ccompat/v7"


def call(stack: Stack, user: str, method: str, path: str, body: dict | None = None) -> tuple[int, dict | list]:
    """One request of the Confluent API; an error's status is an answer, not an exception."""
    credentials = base64.b64encode(f"{user}:{stack.secret('registry', user)}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}", "Content-Type": "application/vnd.schemaregistry.v1+json"}
    request = urllib.request.Request(url(stack) + path, json.dumps(body).encode() if body is not None else None, headers, method=method)
    context = ssl.create_default_context(cafile=str(stack.path("pki", "ca.crt")))
    try:
        with urllib.request.urlopen(request, timeout=30, context=context) as answer:
            return answer.status, _parsed(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, _parsed(refused.read())


def _parsed(body: bytes) -> dict | list:
    try:
        return json.loads(body or b"{}")
    except json.JSONDecodeError:
        return {"message": body.decode(errors="replace")[:200]}
