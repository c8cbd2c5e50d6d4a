"""Who reaches which listener of a service, in the running fleet: services what they ask of each other, the gateway the API, and
nobody else anything."""

import contextlib
import http.client
import json
import os
import ssl
import unittest

from tall_stack import pki
from tall_stack.layout import existing_services, find_stack

STACK = find_stack(os.environ.get("TALL_TEST_STACK", "test"), None)


def context(certificate: str | None, authority: str = pki.INTERNAL_AUTHORITY) -> ssl.SSLContext:
    """Of a caller with this certificate, who believes this authority."""
    made = ssl.create_default_context(cafile=str(STACK.path("pki", f"{authority}.crt")))
    if certificate:
        made.load_cert_chain(STACK.path("pki", f"{certificate}.crt"), STACK.path("pki", f"{certificate}.key"))
    return made


def ask(port: int, path: str, tls: ssl.SSLContext | None) -> tuple[int, bytes]:
    """Without TLS where there is none."""
    plain, within_tls = http.client.HTTPConnection, http.client.HTTPSConnection
    connection = within_tls("127.0.0.1", port, timeout=10, context=tls) if tls else plain("127.0.0.1", port, timeout=10)
    with contextlib.closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


class Listeners(unittest.TestCase):
    def assert_refused(self, port: int, path: str, tls: ssl.SSLContext | None) -> None:
        """In TLS 1.3 a client learns of a refusal by its first read; who speaks no TLS reads an alert, which is no HTTP."""
        with self.assertRaises((ssl.SSLError, ConnectionError, http.client.BadStatusLine)):
            ask(port, path, tls)


class InternalListeners(Listeners):
    def assert_nothing(self, service: str, tls: ssl.SSLContext | None) -> None:
        self.assert_refused(STACK.internal_port(service), f"/internal/v1/{service}/anything", tls)

    def test_every_service_knows_a_service(self):
        for service in existing_services():
            with self.subTest(service):
                path = f"/internal/v1/{service}/anything"
                status, body = ask(STACK.internal_port(service), path, context(pki.internal_name("lobby")))
                self.assertEqual((status, json.loads(body)["type"]), (404, "urn:tall:problem:no-such-route"))

    def test_no_certificate_is_refused(self):
        for service in existing_services():
            with self.subTest(service):
                self.assert_nothing(service, context(None))
                self.assert_nothing(service, None)

    def test_the_gateway_is_no_service(self):
        for service in existing_services():
            with self.subTest(service):
                self.assert_nothing(service, context(pki.internal_name(pki.GATEWAY)))

    def test_a_certificate_for_kafka_opens_nothing(self):
        self.assert_nothing("profile", context("lobby"))

    def test_a_certificate_of_another_authority_is_refused(self):
        self.assert_nothing("profile", context("foreign"))

    def test_older_tls_is_refused(self):
        tls = context(pki.internal_name("lobby"))
        tls.maximum_version = ssl.TLSVersion.TLSv1_2
        self.assert_nothing("profile", tls)

    def test_the_lobby_reads_the_products_and_another_service_does_not(self):
        path = "/internal/v1/profile/products"
        self.assertEqual(ask(STACK.internal_port("profile"), path, context(pki.internal_name("lobby")))[0], 200)
        self.assertEqual(ask(STACK.internal_port("profile"), path, context(pki.internal_name("admin")))[0], 403)

    def test_the_public_listener_does_not_know_them(self):
        gateway = context(pki.internal_name(pki.GATEWAY))
        self.assertEqual(ask(STACK.http_port("profile"), "/internal/v1/profile/products", gateway)[0], 404)


class OpsPorts(Listeners):
    def test_health_and_metrics_are_within_tls(self):
        for service in existing_services():
            with self.subTest(service):
                self.assertEqual(ask(STACK.ops_port(service), "/health/ready", context(None))[0], 200)
                self.assertIn(b"tall_build_info", ask(STACK.ops_port(service), "/metrics", context(None))[1])
                self.assert_refused(STACK.ops_port(service), "/metrics", None)
                self.assert_refused(STACK.ops_port(service), "/metrics", context(None, "foreign-ca"))


class Apis(Listeners):
    def assert_nothing(self, service: str, tls: ssl.SSLContext | None) -> None:
        self.assert_refused(STACK.http_port(service), f"/api/v2/{service}/openapi.json", tls)

    def test_the_gateway_is_answered_within_tls(self):
        for service in existing_services():
            with self.subTest(service):
                gateway = context(pki.internal_name(pki.GATEWAY))
                self.assertEqual(ask(STACK.http_port(service), f"/api/v2/{service}/openapi.json", gateway)[0], 200)

    def test_nobody_else_is_answered(self):
        others = {
            "no TLS": None,
            "no certificate": context(None),
            "another service's": context(pki.internal_name("lobby")),
            "a foreign one": context("foreign"),
            "that for browsers": context(pki.GATEWAY),
        }
        for service in existing_services():
            for what, tls in others.items():
                with self.subTest(service=service, what=what):
                    self.assert_nothing(service, tls)

    def test_older_tls_is_refused(self):
        tls = context(pki.internal_name(pki.GATEWAY))
        tls.maximum_version = ssl.TLSVersion.TLSv1_2
        self.assert_nothing("profile", tls)


if __name__ == "__main__":
    unittest.main()
