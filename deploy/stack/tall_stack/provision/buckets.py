"""S3: per service a bucket and the one identity that may open it; the bucket of exports, into which each puts its own; the
bucket of payloads, which the catalogue opens as it opens topics; and the bucket of media, which everybody reads."""

import hashlib
import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from .. import pki
from ..layout import REGION, SERVICES, Stack, write_private
from ..servers import objects
from .catalog import Catalog

TESTS = "tests"
EXPORTS, EXPORTS_READER = "tall-exports", "pii"
PAYLOADS = "tall-events"
MEDIA, MEDIA_WRITER = "tall-media", "admin"


def bucket_of(service: str) -> str:
    return f"tall-{service}"


def provision(stack: Stack) -> int:
    present = {account.findtext("Access") for account in _call(stack, "PATCH", "/list-users").iter("Accounts")}
    owners = {entry.findtext("Name"): entry.findtext("Owner") for entry in _call(stack, "PATCH", "/list-buckets").iter("Buckets")}
    changes = 0
    for service in SERVICES:
        changes += _identity(stack, present, service, "user")
        changes += _bucket(stack, owners, bucket_of(service), service)
    changes += _bucket(stack, owners, EXPORTS, objects.ADMINISTRATOR)
    changes += _policy(stack, EXPORTS, policy_of_exports())
    changes += _bucket(stack, owners, PAYLOADS, objects.ADMINISTRATOR)
    changes += _policy(stack, PAYLOADS, policy_of_payloads(Catalog()))
    changes += _bucket(stack, owners, MEDIA, objects.ADMINISTRATOR)
    changes += _policy(stack, MEDIA, policy_of_media())
    if stack.is_for_tests:
        changes += _identity(stack, present, TESTS, "admin")
        changes += _bucket(stack, owners, bucket_of(TESTS), TESTS)
    return changes


def _identity(stack: Stack, present: set, name: str, role: str) -> int:
    password = stack.secret("s3", name)
    digest, marker = hashlib.sha256(password.encode()).hexdigest(), stack.path("secrets", "s3", f"{name}.set")
    if name in present and marker.exists() and marker.read_text() == digest:
        return 0
    if name in present:
        _call(stack, "PATCH", f"/delete-user?access={name}")
    account = f"<Account><Access>{name}</Access><Secret>{escape(password)}</Secret><Role>{role}</Role></Account>"
    _call(stack, "PATCH", "/create-user", account)
    write_private(marker, digest)
    return 1


def _bucket(stack: Stack, owners: dict, bucket: str, owner: str) -> int:
    if owners.get(bucket) == owner:
        return 0
    if bucket not in owners:
        _call(stack, "PUT", f"/{bucket}", server="s3")
    _call(stack, "PATCH", f"/change-bucket-owner?bucket={bucket}&owner={owner}")
    return 1


def policy_of_exports() -> dict:
    """Each service puts parts under its own name and reads none; pii reads, lists and deletes all of them."""

    parts = [allow([service], ["s3:PutObject"], f"{EXPORTS}/{service}/*") for service in SERVICES]
    reader = [
        allow([EXPORTS_READER], ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], f"{EXPORTS}/*"),
        allow([EXPORTS_READER], ["s3:ListBucket"], EXPORTS),
    ]
    return {"Version": "2012-10-17", "Statement": [*parts, *reader]}


def policy_of_payloads(catalog: Catalog) -> dict:
    """What is too large for a topic lies under its name: its producers put it, its readers get it, nobody lists or deletes.

    Topics that the same services may open share a statement: a server that keeps policies beside its files has 4 kB for one.
    What no service reads yet nobody gets: a statement without a principal is none."""
    topics: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for topic in catalog.topics:
        if topic.records:
            topics.setdefault(("s3:PutObject", topic.producers), []).append(topic.name)
            if topic.readers:
                topics.setdefault(("s3:GetObject", topic.readers), []).append(topic.name)
    statements = [
        allow([*services], [action], *(f"{PAYLOADS}/events/{name}/*" for name in names)) for (action, services), names in topics.items()
    ]
    return {"Version": "2012-10-17", "Statement": statements}


def policy_of_media() -> dict:
    """Recordings are no secret, and a player sends no token: who knows a name hears it. Nobody lists or deletes."""
    writer = allow([MEDIA_WRITER], ["s3:PutObject"], f"{MEDIA}/audio/*")
    everybody = allow(["*"], ["s3:GetObject"], f"{MEDIA}/audio/*")
    return {"Version": "2012-10-17", "Statement": [writer, everybody]}


def allow(principals: list[str], actions: list[str], *resources: str) -> dict:
    return {
        "Effect": "Allow",
        "Principal": {"AWS": principals},
        "Action": actions,
        "Resource": [f"arn:aws:s3:::{resource}" for resource in resources],
    }


def _policy(stack: Stack, bucket: str, policy: dict) -> int:
    text = json.dumps(policy, separators=(",", ":"))
    digest, marker = hashlib.sha256(text.encode()).hexdigest(), stack.path("secrets", "s3", f"{bucket}.policy")
    if marker.exists() and marker.read_text() == digest:
        return 0
    _call(stack, "PUT", f"/{bucket}?policy", text, server="s3")
    write_private(marker, digest)
    return 1


def _call(stack: Stack, method: str, path: str, body: str = "", server: str = "s3-admin") -> xml.Element:
    request = AWSRequest(method=method, url=f"{objects.url(stack, server)}{path}", data=body.encode())
    credentials = Credentials(objects.ADMINISTRATOR, stack.secret("s3", objects.ADMINISTRATOR))
    S3SigV4Auth(credentials, "s3", REGION).add_auth(request)
    signed = urllib.request.Request(request.url, request.data or None, dict(request.headers.items()), method=method)
    try:
        with urllib.request.urlopen(signed, timeout=30, context=ssl.create_default_context(cafile=str(pki.authority(stack)))) as answer:
            return xml.fromstring(answer.read() or b"<Empty/>")
    except urllib.error.HTTPError as refused:
        raise RuntimeError(f"S3 refused {method} {path}: {refused.code} {refused.read()[:300]!r}") from refused
