"""AWS Secrets Manager: moto, which forgets at every stop, kept in step with files that do not.

Run as a module it is the server: it loads every file of a folder before it listens, and writes a file again after each
request that changes a secret. So a killed or restarted server comes back with what it had.
"""

import json
import sys
from pathlib import Path

from .. import pki
from ..layout import REGION, Stack, write_private
from ..programs import Program
from . import accepts_connections, server_tls

ACCOUNT = "123456789012"
CHANGES = {
    "CreateSecret", "PutSecretValue", "UpdateSecret", "UpdateSecretVersionStage", "DeleteSecret", "RestoreSecret",
    "TagResource", "UntagResource", "RotateSecret",
}  # fmt: skip


def prepare(stack: Stack) -> None:
    stack.path("data", "secrets").mkdir(parents=True, exist_ok=True, mode=0o700)


def url(stack: Stack) -> str:
    return f"https://{stack.address('secrets')}"


def program(stack: Stack) -> Program:
    where = ["127.0.0.1", str(stack.port("secrets")), *pki.certificate(stack, "secrets")]
    return Program(
        name="secrets",
        command=[sys.executable, "-m", "tall_stack.servers.secrets_manager", *where, str(stack.path("data", "secrets"))],
        folder=Path(__file__).resolve().parents[2],
        is_ready=lambda: accepts_connections(stack.port("secrets")),
    )


def client(stack: Stack):
    import boto3

    return boto3.client(
        "secretsmanager", endpoint_url=url(stack), verify=str(pki.authority(stack)), region_name=REGION,
        aws_access_key_id="provisioner", aws_secret_access_key=stack.secret("secrets-manager", "provisioner"),
    )  # fmt: skip


def serve(host: str, port: int, certificate: str, key: str, folder: Path) -> None:
    from moto.server import DomainDispatcherApplication, create_backend_app
    from moto.secretsmanager.models import secretsmanager_backends
    from werkzeug.serving import make_server

    backend = secretsmanager_backends[ACCOUNT][REGION]
    _load(backend, folder)
    moto = DomainDispatcherApplication(create_backend_app)

    def keeping(environ, start_response):
        answer = moto(environ, start_response)
        if environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")[2] in CHANGES:
            answer = [b"".join(answer)]
            _save(backend, folder)
        return answer

    server = make_server(host, port, keeping, threaded=True, ssl_context=server_tls(certificate, key))
    # By the thread of a connection, so that a slow one holds nobody up.
    server.socket.do_handshake_on_connect = False
    server.serve_forever()


def _load(backend, folder: Path) -> None:
    from moto.secretsmanager.models import FakeSecret

    for file in sorted(folder.glob("*.json")):
        kept = json.loads(file.read_text())
        secret = FakeSecret(
            ACCOUNT, REGION, kept["name"], secret_version={}, version_id="", description=kept["description"], tags=kept["tags"],
            created_date=kept["created"], last_changed_date=kept["changed"],
        )  # fmt: skip
        secret.arn = kept["arn"]
        secret.versions = kept["versions"]
        secret.set_default_version_id(kept["default_version"])
        backend.secrets[kept["name"]] = secret


def _save(backend, folder: Path) -> None:
    """A secret's file is replaced whole, so that a kill leaves the old one or the new one."""
    kept = set()
    for secret in list(backend.secrets.values()):
        file = folder / (secret.name.replace("/", "__") + ".json")
        kept.add(file)
        text = json.dumps({
            "name": secret.name, "arn": secret.arn, "description": secret.description, "tags": secret.tags,
            "created": secret.created_date, "changed": secret.last_changed_date,
            "default_version": secret.default_version_id, "versions": secret.versions,
        })  # fmt: skip
        if not file.exists() or file.read_text() != text:
            draft = file.with_suffix(".draft")
            write_private(draft, text)
            draft.replace(file)
    for file in set(folder.glob("*.json")) - kept:
        file.unlink()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], Path(sys.argv[5]))
