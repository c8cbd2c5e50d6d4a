"""Topics, SCRAM users and ACLs: exactly what the catalogue says. Superfluous ACLs go, topics and their records never do."""

import hashlib

from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource,
    ConfigSource, NewPartitions, NewTopic, ResourcePatternType, ResourceType, ScramCredentialInfo, ScramMechanism,
    UserScramCredentialUpsertion,
)  # fmt: skip

from ..layout import OPERATOR, Stack, write_private
from ..servers import kafka
from .catalog import Catalog, Topic

SCRAM_ITERATIONS = 8192
SECONDS = 30


def provision(stack: Stack, catalog: Catalog) -> int:
    admin = AdminClient(kafka.administrator(stack))
    changes = _topics(admin, catalog.topics)
    changes += _configurations(admin, catalog.topics)
    changes += _users(stack, admin, [*catalog.services, OPERATOR] + ([kafka.TESTS] if stack.is_for_tests else []))
    changes += _acls(admin, catalog)
    return changes


def _topics(admin: AdminClient, wanted: list[Topic]) -> int:
    present = admin.list_topics(timeout=SECONDS).topics
    new = [
        NewTopic(topic.name, num_partitions=topic.partitions, replication_factor=1, config=topic.configuration)
        for topic in wanted
        if topic.name not in present
    ]
    for topic in wanted:
        if topic.name in present and len(present[topic.name].partitions) > topic.partitions:
            raise SystemExit(f"{topic.name} has more partitions than the catalogue's {topic.partitions}, and Kafka cannot take any away")
    grown = [
        NewPartitions(topic.name, topic.partitions)
        for topic in wanted
        if topic.name in present and len(present[topic.name].partitions) < topic.partitions
    ]
    if new:
        _finish(admin.create_topics(new))
    if grown:
        _finish(admin.create_partitions(grown))
    return len(new) + len(grown)


def _configurations(admin: AdminClient, wanted: list[Topic]) -> int:
    configurations = {topic.name: topic.configuration for topic in wanted}
    resources = [ConfigResource(ConfigResource.Type.TOPIC, name) for name in configurations]
    changes = 0
    for resource, answer in admin.describe_configs(resources).items():
        present, want = answer.result(SECONDS), configurations[resource.name]
        own = {key for key, entry in present.items() if entry.source == ConfigSource.DYNAMIC_TOPIC_CONFIG.value}
        edits = [ConfigEntry(k, v, incremental_operation=AlterConfigOpType.SET) for k, v in want.items() if present[k].value != v]
        edits += [ConfigEntry(k, None, incremental_operation=AlterConfigOpType.DELETE) for k in own - set(want)]
        if edits:
            altered = ConfigResource(ConfigResource.Type.TOPIC, resource.name, incremental_configs=edits)
            _finish(admin.incremental_alter_configs([altered]))
            changes += len(edits)
    return changes


def _users(stack: Stack, admin: AdminClient, users: list[str]) -> int:
    """Kafka tells which users exist and not their passwords, so a digest of the password set last lies beside it."""
    present = admin.describe_user_scram_credentials().result(SECONDS)
    upserts = []
    for user in users:
        password = stack.secret("kafka", user)
        digest, marker = hashlib.sha256(password.encode()).hexdigest(), stack.path("secrets", "kafka", f"{user}.set")
        if user in present and marker.exists() and marker.read_text() == digest:
            continue
        credential = ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS)
        upserts.append((UserScramCredentialUpsertion(user, credential, password.encode()), marker, digest))
    if upserts:
        _finish(admin.alter_user_scram_credentials([upsert for upsert, _, _ in upserts]))
        for _, marker, digest in upserts:
            write_private(marker, digest)
    return len(upserts)


def _acls(admin: AdminClient, catalog: Catalog) -> int:
    want = set(_wanted_acls(catalog))
    everything = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, None, None, AclOperation.ANY, AclPermissionType.ANY)
    present = set(admin.describe_acls(everything).result(SECONDS))
    missing, superfluous = list(want - present), present - want
    if missing:
        _finish(admin.create_acls(missing))
    if superfluous:
        _finish(admin.delete_acls([
            AclBindingFilter(b.restype, b.name, b.resource_pattern_type, b.principal, b.host, b.operation, b.permission_type)
            for b in superfluous
        ]))  # fmt: skip
    return len(missing) + len(superfluous)


def _wanted_acls(catalog: Catalog):
    for topic in catalog.topics:
        for service in topic.producers:
            yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.WRITE)
            yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.DESCRIBE)
        for service in topic.readers:
            yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.READ)
            yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.DESCRIBE)
        for service in topic.consumers:
            yield _allow(service, ResourceType.GROUP, service, AclOperation.READ)


def _allow(service: str, kind: ResourceType, name: str, operation: AclOperation) -> AclBinding:
    return AclBinding(kind, name, ResourcePatternType.LITERAL, f"User:{service}", "*", operation, AclPermissionType.ALLOW)


def _finish(futures) -> None:
    for future in futures.values():
        future.result(SECONDS)
