"""Apache Kafka in KRaft mode: one node, which proves who every client is twice and allows what the catalogue says."""

import base64
import uuid
from pathlib import Path

from ..commands import run
from ..layout import STACK_SOURCES, Stack, write_if_changed
from ..programs import Program
from ..toolchain import java, kafka_folder, principal_builder_folder
from . import accepts_connections, fill_in

BROKER = "broker"
TESTS = "tests"
SMALL_HEAP = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"]


def prepare(stack: Stack) -> None:
    configuration = configure(stack)
    if not stack.path("data", "kafka", "meta.properties").exists():
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        run([*_java(SMALL_HEAP), "kafka.tools.StorageTool", "format", "-t", cluster, "--standalone", "-c", configuration])


def configure(stack: Stack) -> Path:
    super_users = [BROKER] + ([TESTS] if stack.is_for_tests else [])
    configuration = stack.path("conf", "kafka.properties")
    template = (STACK_SOURCES / "kafka" / "server.properties").read_text()
    values = {
        "CLIENT_LISTEN": stack.listen(stack.port("kafka")),
        "INTERNAL_LISTEN": stack.listen(stack.port("kafka-internal")),
        "CONTROLLER_LISTEN": stack.listen(stack.port("kafka-controller")),
        "CLIENT": stack.address("kafka"),
        "INTERNAL": stack.address("kafka-internal"),
        "CONTROLLER": stack.address("kafka-controller"),
        "DATA": "/var/lib/kafka/data" if stack.in_containers else stack.path("data", "kafka"),
        "PKI": stack.path("pki"),
        "SUPER_USERS": ";".join(f"User:{user}" for user in super_users),
    }
    write_if_changed(configuration, fill_in(template, values))
    return configuration


def program(stack: Stack) -> Program:
    return Program(
        name="kafka",
        command=[*_java(["-Xms128m", "-Xmx384m", "-XX:+UseSerialGC"]), "kafka.Kafka", str(stack.path("conf", "kafka.properties"))],
        is_ready=lambda: accepts_connections(stack.port("kafka")) and _serves_metadata(stack),
    )


def administrator(stack: Stack) -> dict[str, str]:
    """librdkafka settings of the broker's own listener: the one principal that may do everything."""
    return {
        "bootstrap.servers": stack.address("kafka-internal"),
        "security.protocol": "SSL",
        "ssl.ca.location": str(stack.path("pki", "broker-ca.crt")),
        "ssl.certificate.location": str(stack.path("pki", "broker-internal.crt")),
        "ssl.key.location": str(stack.path("pki", "broker-internal.key")),
        "log_level": "0",
    }


def _serves_metadata(stack: Stack) -> bool:
    from confluent_kafka import KafkaException
    from confluent_kafka.admin import AdminClient

    try:
        return len(AdminClient(administrator(stack)).list_topics(timeout=5).brokers) == 1
    except KafkaException:
        return False


def _java(options: list[str]) -> list[str]:
    logging = f"-Dlog4j2.configurationFile={STACK_SOURCES / 'kafka' / 'log4j2.properties'}"
    classes = f"{principal_builder_folder()}:{kafka_folder() / 'libs'}/*"
    return [str(java(17)), *options, "-Djava.awt.headless=true", logging, "-cp", classes]
