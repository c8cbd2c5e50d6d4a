"""The registry: the global rule, then every schema of the catalogue under `<topic>-<full name>`, as the `release` user."""

from ..layout import Stack
from ..servers import registry
from .catalog import Catalog

GLOBAL_COMPATIBILITY = "FULL_TRANSITIVE"
NOT_FOUND = 404


class Incompatible(Exception):
    """The registry refuses a schema: a reader of the one before could not read it, or the other way round."""


def provision(stack: Stack, catalog: Catalog) -> int:
    changes = _global_compatibility(stack)
    for topic in catalog.topics:
        for subject, schema in topic.subjects().items():
            changes += _schema(stack, subject, schema)
            if topic.compatibility not in (None, GLOBAL_COMPATIBILITY):
                changes += _subject_compatibility(stack, subject, topic.compatibility)
    return changes


def _global_compatibility(stack: Stack) -> int:
    _, present = registry.call(stack, registry.PROVISIONER, "GET", "/config")
    if isinstance(present, dict) and GLOBAL_COMPATIBILITY in present.values():
        return 0
    _expect_ok("set the global compatibility", registry.call(stack, registry.PROVISIONER, "PUT", "/config", {"compatibility": GLOBAL_COMPATIBILITY}))
    return 1


def _subject_compatibility(stack: Stack, subject: str, rule: str) -> int:
    status, present = registry.call(stack, registry.PROVISIONER, "GET", f"/config/{subject}")
    if status == 200 and isinstance(present, dict) and rule in present.values():
        return 0
    _expect_ok(f"set {rule} for {subject}", registry.call(stack, registry.PROVISIONER, "PUT", f"/config/{subject}", {"compatibility": rule}))
    return 1


def _schema(stack: Stack, subject: str, schema: str) -> int:
    body = {"schema": schema, "schemaType": "AVRO"}
    status, _ = registry.call(stack, registry.RELEASE, "POST", f"/subjects/{subject}", body)
    if status == 200:
        return 0
    _expect_ok(f"register {subject}", registry.call(stack, registry.RELEASE, "POST", f"/subjects/{subject}/versions", body))
    return 1


def _expect_ok(what: str, answer: tuple[int, dict | list]) -> None:
    status, body = answer
    if status >= 300:
        raise Incompatible(f"the registry does not {what}: {status} {body}")
