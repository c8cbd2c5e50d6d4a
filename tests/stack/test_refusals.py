"""What a running test stack must refuse, and what it must allow: run by `deploy/ci/test stack`, with the stack's own Python."""

import http.client
import json
import os
import socket
import ssl
import unittest
import urllib.error
import urllib.request

import boto3
import psycopg
import pymongo
from botocore.exceptions import ClientError
from confluent_kafka import Consumer, KafkaError, KafkaException, Producer

from tall_stack import environment, pki
from tall_stack.layout import REGION, existing_services, find_stack
from tall_stack.provision import databases
from tall_stack.servers import mongo, objects, postgres, registry

STACK = find_stack(os.environ.get("TALL_TEST_STACK", "test"), None)
SECONDS = 8


def kafka_settings(user: str, certificate: str | None = None, password: str | None = None) -> dict:
    certificate = certificate or user
    return {
        "bootstrap.servers": f"127.0.0.1:{STACK.port('kafka')}",
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.username": user,
        "sasl.password": password or STACK.secret("kafka", user),
        "ssl.ca.location": str(STACK.path("pki", "ca.crt")),
        "ssl.certificate.location": str(STACK.path("pki", f"{certificate}.crt")),
        "ssl.key.location": str(STACK.path("pki", f"{certificate}.key")),
        "log_level": 0,
    }


def produce(settings: dict, topic: str) -> KafkaError | None:
    """The error of one delivery, or of the connection when there was none."""
    outcome, troubles = [], []
    producer = Producer({**settings, "message.timeout.ms": SECONDS * 1000 // 2, "error_cb": troubles.append})
    producer.produce(topic, b"probe", b"probe", on_delivery=lambda error, _: outcome.append(error))
    producer.flush(SECONDS)
    named = [trouble for trouble in troubles if trouble.code() != KafkaError._ALL_BROKERS_DOWN]
    return named[0] if named else outcome[0]


def consume(settings: dict, topic: str, group: str) -> KafkaError | None:
    """The first error within the time, or None when the topic's end was reached."""
    consumer = Consumer({**settings, "group.id": group, "auto.offset.reset": "earliest", "enable.partition.eof": True, "enable.auto.commit": False})
    consumer.subscribe([topic])
    try:
        while True:
            message = consumer.poll(SECONDS)
            if message is None:
                raise AssertionError("neither a record nor an error")
            if message.error() is None or message.error().code() == KafkaError._PARTITION_EOF:
                return None
            return message.error()
    finally:
        consumer.close()


class KafkaAccess(unittest.TestCase):
    """What must succeed is done as services that have no process yet: a running one keeps its group and its topics to itself."""

    def assert_refused(self, error: KafkaError | None, *codes: int) -> None:
        self.assertIsNotNone(error, "it was allowed")
        self.assertIn(error.code(), codes, error)

    def test_an_owner_writes_its_topic(self):
        self.assertIsNone(produce(kafka_settings("listening"), "video.results.v1"))

    def test_a_consumer_reads_in_its_own_group(self):
        self.assertIsNone(consume(kafka_settings("reader"), "user.events.v2", "reader"))

    def test_another_service_does_not_write_it(self):
        self.assert_refused(produce(kafka_settings("lobby"), "system.cron.weekly"), KafkaError.TOPIC_AUTHORIZATION_FAILED)

    def test_nobody_but_pii_reads_sealed_intakes(self):
        error = consume(kafka_settings("lobby"), "pii.intake.v1", "lobby")
        self.assert_refused(error, KafkaError.TOPIC_AUTHORIZATION_FAILED)

    def test_a_service_does_not_read_what_it_has_no_handler_for(self):
        error = consume(kafka_settings("reader"), "pii.access.log", "reader")
        self.assert_refused(error, KafkaError.TOPIC_AUTHORIZATION_FAILED)

    def test_a_service_does_not_join_another_group(self):
        error = consume(kafka_settings("reader"), "user.events.v2", "cron-utility")
        self.assert_refused(error, KafkaError.GROUP_AUTHORIZATION_FAILED)

    def test_a_topic_that_the_catalogue_does_not_name_is_not_made(self):
        error = produce(kafka_settings("profile"), "invented.topic")
        self.assert_refused(error, KafkaError.TOPIC_AUTHORIZATION_FAILED, KafkaError.UNKNOWN_TOPIC_OR_PART, KafkaError._UNKNOWN_TOPIC)

    def test_a_wrong_password_is_refused(self):
        error = produce(kafka_settings("profile", password="not-the-password"), "user.events.v2")
        self.assert_refused(error, KafkaError._AUTHENTICATION)

    def test_a_password_with_the_certificate_of_another_service_opens_nothing(self):
        error = produce(kafka_settings("cron-utility", certificate="lobby"), "system.cron.weekly")
        self.assert_refused(error, KafkaError.TOPIC_AUTHORIZATION_FAILED)

    def test_a_certificate_of_another_authority_is_refused(self):
        error = produce(kafka_settings("tests", certificate="foreign"), "user.events.v2")
        self.assert_refused(error, KafkaError._SSL, KafkaError._TRANSPORT)

    def test_no_certificate_is_refused(self):
        settings = {k: v for k, v in kafka_settings("profile").items() if k not in ("ssl.certificate.location", "ssl.key.location")}
        self.assert_refused(produce(settings, "user.events.v2"), KafkaError._SSL, KafkaError._TRANSPORT)

    def test_the_brokers_own_listener_refuses_a_services_certificate(self):
        settings = {**kafka_settings("profile"), "security.protocol": "SSL", "bootstrap.servers": f"127.0.0.1:{STACK.port('kafka-internal')}"}
        settings["ssl.ca.location"] = str(STACK.path("pki", "broker-ca.crt"))
        self.assert_refused(produce(settings, "user.events.v2"), KafkaError._SSL, KafkaError._TRANSPORT)


class RegistryRoles(unittest.TestCase):
    SCHEMA = {"schema": '{"type":"record","name":"Probe","namespace":"tall.probe","fields":[]}'}

    def test_nobody_reads_without_a_log_in(self):
        context = ssl.create_default_context(cafile=str(STACK.path("pki", "ca.crt")))
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{registry.url(STACK)}/subjects", context=context)
        self.assertEqual(refused.exception.code, 401)

    def test_a_service_reads_schemas(self):
        status, subjects = registry.call(STACK, "lobby", "GET", "/subjects")
        self.assertEqual(status, 200)
        subject = next(s for s in subjects if s.endswith("tall.profile.UserCreated"))
        status, version = registry.call(STACK, "lobby", "GET", f"/subjects/{subject}/versions/latest")
        self.assertEqual(status, 200)
        self.assertEqual(registry.call(STACK, "lobby", "GET", f"/schemas/ids/{version['id']}")[0], 200)

    def test_a_service_registers_nothing(self):
        self.assertEqual(registry.call(STACK, "lobby", "POST", "/subjects/probe/versions", self.SCHEMA)[0], 403)

    def test_a_release_does_not_weaken_the_rules(self):
        self.assertEqual(registry.call(STACK, registry.RELEASE, "PUT", "/config", {"compatibility": "NONE"})[0], 403)

    def test_a_schema_that_old_readers_cannot_read_is_refused(self):
        _, subjects = registry.call(STACK, registry.RELEASE, "GET", "/subjects")
        subject = next(s for s in subjects if s.endswith("tall.profile.UserCreated"))
        broken = {"schema": '{"type":"record","name":"UserCreated","namespace":"tall.profile","fields":[{"name":"required_and_new","type":"string"}]}'}
        self.assertEqual(registry.call(STACK, registry.RELEASE, "POST", f"/subjects/{subject}/versions", broken)[0], 409)


class Stores(unittest.TestCase):
    def connect(self, service: str, database: str) -> psycopg.Connection:
        credentials = json.loads(databases.credentials_file(STACK, service).read_text())
        return psycopg.connect(**postgres.address(STACK), user=credentials["username"], password=credentials["password"], dbname=database)

    def test_postgresql_keeps_services_apart(self):
        with self.assertRaises(psycopg.OperationalError):
            self.connect("profile", "pii")

    def test_a_running_service_makes_no_tables(self):
        with self.connect("profile", "profile") as connection, self.assertRaises(psycopg.errors.InsufficientPrivilege):
            connection.execute("create table probe (id int)")

    def test_mongo_keeps_services_apart(self):
        with mongo.connect(STACK, "lobby") as client, self.assertRaises(pymongo.errors.OperationFailure) as refused:
            client["thematic-cards"]["cards"].find_one()
        self.assertEqual(refused.exception.code, 13)

    def test_s3_keeps_services_apart(self):
        bucket("pii").put_object(Bucket="tall-pii", Key="probe", Body=b"probe")
        with self.assertRaises(ClientError) as refused:
            bucket("lobby").get_object(Bucket="tall-pii", Key="probe")
        self.assertEqual(refused.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)
        bucket("pii").delete_object(Bucket="tall-pii", Key="probe")

        bucket("lobby").put_object(Bucket="tall-exports", Key="lobby/probe", Body=b"probe")
        for wrong in (
            lambda: bucket("lobby").put_object(Bucket="tall-exports", Key="profile/probe", Body=b"probe"),
            lambda: bucket("lobby").get_object(Bucket="tall-exports", Key="lobby/probe"),
            lambda: bucket("profile").get_object(Bucket="tall-exports", Key="lobby/probe"),
            lambda: bucket("lobby").list_objects_v2(Bucket="tall-exports"),
        ):
            with self.assertRaises(ClientError) as refused:
                wrong()
            self.assertEqual(refused.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)
        self.assertEqual(bucket("pii").get_object(Bucket="tall-exports", Key="lobby/probe")["Body"].read(), b"probe")
        bucket("pii").delete_object(Bucket="tall-exports", Key="lobby/probe")

    def test_media_are_put_by_admin_and_deleted_by_nobody(self):
        recording = {"Bucket": "tall-media", "Key": "audio/probe.mp3"}
        bucket("admin").put_object(**recording, Body=b"probe")
        for service, operation in (
            ("lobby", lambda s3: s3.put_object(**recording, Body=b"other")),
            ("admin", lambda s3: s3.delete_object(**recording)),
            ("admin", lambda s3: s3.put_object(Bucket="tall-media", Key="probe", Body=b"probe")),
            ("admin", lambda s3: s3.list_objects_v2(Bucket="tall-media")),
        ):
            with self.subTest(service), self.assertRaises(ClientError) as refused:
                operation(bucket(service))
            self.assertEqual(refused.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)

    def test_payloads_open_as_their_topics_do(self):
        payload = {"Bucket": "tall-events", "Key": "events/content.events.v1/probe"}
        bucket("admin").put_object(**payload, Body=b"probe")
        for service, operation in (
            ("admin", lambda s3: s3.delete_object(**payload)),
            ("thematic-cards", lambda s3: s3.put_object(**payload, Body=b"other")),
            ("thematic-cards", lambda s3: s3.list_objects_v2(Bucket="tall-events")),
            ("profile", lambda s3: s3.get_object(**payload)),
            ("profile", lambda s3: s3.put_object(**payload, Body=b"other")),
        ):
            with self.subTest(service), self.assertRaises(ClientError) as refused:
                operation(bucket(service))
            self.assertEqual(refused.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)
        self.assertEqual(bucket("thematic-cards").get_object(**payload)["Body"].read(), b"probe")


class TransportToStores(unittest.TestCase):
    """Within TLS and nothing else, from servers that prove who they are."""

    def test_postgresql_takes_nobody_without_tls(self):
        login = json.loads(databases.credentials_file(STACK, "profile").read_text())
        address = {**postgres.address(STACK), "user": login["username"], "password": login["password"], "dbname": "profile"}
        with psycopg.connect(**address) as connection:
            version = connection.execute("select version from pg_stat_ssl where pid = pg_backend_pid()").fetchone()
        self.assertEqual(version, ("TLSv1.3",))
        with self.assertRaises(psycopg.OperationalError) as refused:
            psycopg.connect(**{**address, "sslmode": "disable"})
        self.assertIn("no encryption", str(refused.exception))

    def test_mongo_takes_nobody_without_tls(self):
        with mongo.connect(STACK, "lobby") as client:
            self.assertEqual(client.admin.command("ping")["ok"], 1)
        plain = pymongo.MongoClient("127.0.0.1", STACK.port("mongo"), directConnection=True, serverSelectionTimeoutMS=2000)
        with plain, self.assertRaises(pymongo.errors.PyMongoError):
            plain.admin.command("ping")

    def test_servers_of_http_answer_nobody_without_tls(self):
        for server in ("s3", "s3-admin", "secrets", "registry", "registry-management", "traces"):
            with self.subTest(server):
                try:
                    with urllib.request.urlopen(f"http://{STACK.address(server)}/health", timeout=5) as answer:
                        self.fail(answer.status)
                except urllib.error.HTTPError as refused:
                    # Go says so in clear.
                    self.assertEqual(refused.code, 400)
                except (OSError, http.client.HTTPException):
                    pass

    def test_every_store_proves_who_it_is(self):
        own, foreign = (ssl.create_default_context(cafile=str(STACK.path("pki", f"{name}.crt"))) for name in ("ca", "foreign-ca"))
        for server in ("mongo", "s3", "s3-admin", "secrets", "registry", "registry-management", "traces"):
            with self.subTest(server):
                self.assertEqual(handshake(server, own), "TLSv1.3")
                with self.assertRaises(ssl.SSLCertVerificationError):
                    handshake(server, foreign)
        with self.assertRaises(psycopg.OperationalError) as refused:
            psycopg.connect(**{**postgres.address(STACK), "sslrootcert": str(STACK.path("pki", "foreign-ca.crt"))}, user="nobody")
        self.assertIn("certificate verify failed", str(refused.exception))

    def test_no_service_is_told_of_another_way(self):
        for service, values in ((s, environment.of_service(STACK, s)) for s in existing_services()):
            for name, value in values.items():
                if name == "TALL_POSTGRES__URL":
                    self.assertIn("sslmode=verify-full&sslrootcert=", value)
                elif name == "TALL_MONGO__URI":
                    self.assertIn("tls=true&tlsCAFile=", value)
                elif name.endswith("__ENDPOINT") or name.endswith("__URL"):
                    with self.subTest(service=service, name=name):
                        self.assertTrue(value.startswith("https://"), value)


def handshake(server: str, trusting: ssl.SSLContext) -> str | None:
    with socket.create_connection((STACK.host(server), STACK.port(server)), timeout=5) as plain:
        with trusting.wrap_socket(plain, server_hostname=STACK.host(server)) as within:
            return within.version()


def bucket(user: str):
    return boto3.client(
        "s3", endpoint_url=objects.url(STACK), verify=str(pki.authority(STACK)), region_name=REGION,
        aws_access_key_id=user, aws_secret_access_key=STACK.secret("s3", user),
    )  # fmt: skip


if __name__ == "__main__":
    unittest.main()
