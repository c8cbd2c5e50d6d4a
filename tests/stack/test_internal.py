"""Who reaches what services ask of each other, in the running fleet: those with a certificate of a service, and nobody else."""

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


def ask(service: str, path: str, tls: ssl.SSLContext) -> tuple[int, bytes]:
    connection = http.client.HTTPSConnection("127.0.0.1", STACK.internal_port(service), timeout=10, context=tls)
    with contextlib.closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


class InternalListeners(unittest.TestCase):
    def assert_refused(self, service: str, tls: ssl.SSLContext) -> None:
        """In TLS 1.3 a client learns of a refusal by its first read."""
        with self.assertRaises((ssl.SSLError, ConnectionError, http.client.RemoteDisconnected)):
            ask(service, f"/internal/v1/{service}/anything", tls)

    def test_every_service_knows_a_service(self):
        for service in existing_services():
            with self.subTest(service):
                status, body = ask(service, f"/internal/v1/{service}/anything", context(pki.internal_name("lobby")))
                self.assertEqual((status, json.loads(body)["type"]), (404, "urn:tall:problem:no-such-route"))

    def test_no_certificate_is_refused(self):
        for service in existing_services():
            with self.subTest(service):
                self.assert_refused(service, context(None))

    def test_a_certificate_for_kafka_opens_nothing(self):
        self.assert_refused("profile", context("lobby"))

    def test_a_certificate_of_another_authority_is_refused(self):
        self.assert_refused("profile", context("foreign"))

    def test_older_tls_is_refused(self):
        tls = context(pki.internal_name("lobby"))
        tls.maximum_version = ssl.TLSVersion.TLSv1_2
        self.assert_refused("profile", tls)

    def test_the_lobby_reads_the_products_and_another_service_does_not(self):
        path = "/internal/v1/profile/products"
        self.assertEqual(ask("profile", path, context(pki.internal_name("lobby")))[0], 200)
        self.assertEqual(ask("profile", path, context(pki.internal_name("admin")))[0], 403)

    def test_the_public_listener_does_not_know_them(self):
        connection = http.client.HTTPConnection("127.0.0.1", STACK.http_port("profile"), timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", "/internal/v1/profile/products")
            self.assertEqual(connection.getresponse().status, 404)


if __name__ == "__main__":
    unittest.main()
