"""What the gateway of the running test fleet promises before any service has a say."""

import contextlib
import hashlib
import http.client
import http.server
import json
import os
import re
import socket
import ssl
import subprocess
import threading
import time
import unittest
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import boto3
from tall_stack import pki
from tall_stack.layout import REGION, REPOSITORY, find_stack
from tall_stack.people import EDUCATIONAL_ADMIN, STUDENT
from tall_stack.seed import Seed
from tall_stack.servers import accepts_connections, gateway, objects

STACK = find_stack(os.environ.get("TALL_TEST_STACK", "test"), None)
CLIENT = REPOSITORY / "clients" / "web" / "dist" / "browser"
AUTHORITY = str(STACK.path("pki", "ca.crt"))


def ask(method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    return ask_at(STACK.port("gateway"), method, path, body, headers)


def ask_at(port: int, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=ssl.create_default_context(cafile=AUTHORITY))
    with contextlib.closing(connection):
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer, answer.read()


def as_service(service: str):
    return boto3.client(
        "s3", endpoint_url=objects.url(STACK), verify=AUTHORITY, region_name=REGION,
        aws_access_key_id=service, aws_secret_access_key=STACK.secret("s3", service),
    )  # fmt: skip


class Greeter(http.server.BaseHTTPRequestHandler):
    """A service that greets."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"hoi")

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def service_with(certificate: str) -> Iterator[int]:
    """Which demands the gateway's certificate; its port."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(pki.internal_authority(STACK)))
    tls.verify_mode = ssl.CERT_REQUIRED
    tls.load_cert_chain(STACK.path("pki", f"{certificate}.crt"), STACK.path("pki", f"{certificate}.key"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Greeter) as server:
        # A gateway that goes away.
        server.handle_error = lambda *_: None
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@contextlib.contextmanager
def gateway_to(service: str, port: int) -> Iterator[int]:
    """A gateway of its own, with the certificates of the stack's, to a service at this port; its own port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        own = free.getsockname()[1]
    with TemporaryDirectory() as folder:
        file, values = Path(folder, "nginx.conf"), {**gateway.values(STACK), "RUN": folder, "LISTEN": f"127.0.0.1:{own}"}
        file.write_text(gateway.configuration({service: f"127.0.0.1:{port}"}, STACK.address("s3"), values))
        nginx = subprocess.Popen(["/usr/sbin/nginx", "-c", file, "-e", "stderr"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until = time.monotonic() + 10
            while not accepts_connections(own):
                assert nginx.poll() is None and time.monotonic() < until, "nginx does not start"
                time.sleep(0.05)
            yield own
        finally:
            nginx.terminate()
            nginx.wait(10)


class Gateway(unittest.TestCase):
    def assert_problem(self, answer: http.client.HTTPResponse, body: bytes, status: int) -> None:
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers.get_content_type(), "application/problem+json")
        self.assertEqual(json.loads(body)["status"], status)

    def test_it_speaks_tls_1_3_alone(self):
        context = ssl.create_default_context(cafile=AUTHORITY)
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        connection = http.client.HTTPSConnection("127.0.0.1", STACK.port("gateway"), timeout=10, context=context)
        with contextlib.closing(connection), self.assertRaises(ssl.SSLError):
            connection.connect()

    def test_it_speaks_http_2(self):
        context = ssl.create_default_context(cafile=AUTHORITY)
        context.set_alpn_protocols(["h2"])
        connection = http.client.HTTPSConnection("127.0.0.1", STACK.port("gateway"), timeout=10, context=context)
        connection.connect()
        self.assertEqual(connection.sock.selected_alpn_protocol(), "h2")
        connection.close()

    def test_it_tells_what_this_installation_alone_knows(self):
        answer, body = ask("GET", "/site.json")
        self.assertEqual((answer.status, answer.headers.get_content_type()), (200, "application/json"))
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        self.assertEqual(body.decode(), gateway.site(os.environ))

    def test_only_addresses_of_pages_are_told(self):
        self.assertEqual(json.loads(gateway.site({"TALL_LOGS_URL": "https://logs.example:3000/d/tall?orgId=1"})), {"links": {"logs": "https://logs.example:3000/d/tall?orgId=1"}})
        for address in ("javascript:alert(1)", "https://a.example/'; return 200", "logs.example", "https://a.example/$uri", "https://a.example/ b"):
            with self.subTest(address), self.assertRaises(SystemExit):
                gateway.site({"TALL_METRICS_URL": address})

    def test_an_unknown_service_is_a_problem(self):
        self.assert_problem(*ask("GET", "/api/v2/invented/things"), 404)

    def test_what_services_ask_of_each_other_is_not_here(self):
        for path in ("/internal", "/internal/v1/profile/products", "/api/v2/profile/../../../internal/v1/profile/products", "/%69nternal/v1/pii/people"):
            with self.subTest(path):
                self.assert_problem(*ask("GET", path), 404)

    def test_a_version_that_a_service_has_not_is_a_problem(self):
        self.assert_problem(*ask("GET", "/api/v1/admin/items"), 404)

    def test_every_v1_is_reached_and_says_when_it_ends(self):
        services = [document.name.removesuffix(".v1.json") for document in (REPOSITORY / "openapi").glob("*.v1.json")]
        ends = {}
        for service in services:
            for path in ("openapi.json", "invented"):
                with self.subTest(service=service, path=path):
                    answer, _ = ask("GET", f"/api/v1/{service}/{path}")
                    self.assertEqual(answer.headers["Link"], f'</api/v2/{service}>; rel="successor-version"')
                    ends[service, path] = answer.headers["Deprecation"], answer.headers["Sunset"]
        self.assertEqual(len(set(ends.values())), 1, ends)

    def test_every_version_of_a_service_is_reached(self):
        for file in sorted((REPOSITORY / "openapi").glob("*.v?.json")):
            service, version, _ = file.name.split(".")
            with self.subTest(file.name):
                self.assertEqual(ask("GET", f"/api/{version}/{service}/openapi.json")[0].status, 200)

    def test_every_operation_is_reached(self):
        methods = {"get", "put", "post", "patch", "delete"}
        for file in sorted((REPOSITORY / "openapi").glob("*.v?.json")):
            for path, operations in json.loads(file.read_text())["paths"].items():
                address = re.sub(r"\{[^}]+\}", "00000000-0000-7000-8000-000000000000", path)
                for method in methods & operations.keys():
                    with self.subTest(f"{method} {path}"):
                        answer, body = ask(method.upper(), address, **{"X-Client-Version": "web/1.4.0"})
                        if answer.status >= 300:
                            # What the edge says by itself names no request, and is nothing that v1 says.
                            problem = json.loads(body)
                            self.assertTrue({"instance", "error"} & problem.keys(), problem)
                            self.assertNotEqual(problem.get("type"), "urn:tall:problem:no-such-route")

    def test_a_method_that_nothing_has_is_a_problem(self):
        answer, body = ask("TRACE", "/api/v2/profile/me")
        self.assert_problem(answer, body, 405)
        self.assertIn("GET", answer.headers["Allow"])

    def test_a_body_above_the_limit_is_a_problem(self):
        self.assert_problem(*ask("PUT", "/api/v2/profile/users/x", b"x" * 1_100_000), 413)

    def test_a_body_may_be_as_large_as_its_operation_says(self):
        large = [
            (method.upper(), re.sub(r"\{[^}]+\}", "00000000-0000-7000-8000-000000000000", path), operation)
            for file in sorted((REPOSITORY / "openapi").glob("*.v?.json"))
            for path, operations in json.loads(file.read_text())["paths"].items()
            for method, operation in operations.items()
            if isinstance(operation, dict) and "x-body-limit" in operation
        ]
        self.assertGreater(len(large), 4)
        seed = Seed(STACK)
        for method, path, operation in large:
            with self.subTest(f"{method} {path}"):
                limit, role = operation["x-body-limit"], operation["security"][0]["accessToken"][0]
                token = seed.log_in({"student": STUDENT, "educational_admin": EDUCATIONAL_ADMIN}[role]).token
                headers = {"X-Client-Version": "web/1.4.0", "Content-Type": "application/json", "Authorization": f"Bearer {token}"}
                answer, body = ask(method, path, b" " * limit, **headers)
                self.assert_problem(answer, body, 400)
                self.assertIn("instance", json.loads(body), "the service says so")
                self.assert_problem(*ask(method, path, b" " * (limit + 1), **headers), 413)
                # Refused before the body is read, which is still being sent.
                self.assert_problem(*ask(method, path, b" " * limit, **(headers | {"Authorization": "Bearer of-nobody"})), 401)

    def test_a_recording_is_heard_by_everybody_and_in_parts(self):
        sound = b"\xff\xf3\x40\xc0" + bytes(100)
        name = f"audio/{hashlib.sha256(sound).hexdigest()}.mp3"
        as_service("admin").put_object(Bucket="tall-media", Key=name, Body=sound, ContentType="audio/mpeg")
        answer, body = ask("GET", f"/media/{name}")
        self.assertEqual((answer.status, body), (200, sound))
        self.assertEqual(answer.headers["Content-Type"], "audio/mpeg")
        self.assertEqual(answer.headers["Cache-Control"], "public, max-age=31536000, immutable")
        self.assertFalse([header for header in answer.headers if header.lower().startswith("x-amz")])

        part, body = ask("GET", f"/media/{name}", Range="bytes=0-3")
        self.assertEqual((part.status, body), (206, sound[:4]))
        unchanged, _ = ask("GET", f"/media/{name}", **{"If-None-Match": answer.headers["ETag"]})
        self.assertEqual(unchanged.status, 304)
        self.assert_problem(*ask("PUT", f"/media/{name}", b"other"), 405)
        self.assert_problem(*ask("DELETE", f"/media/{name}"), 405)

    def test_what_is_no_recording_is_not_shown(self):
        self.assert_problem(*ask("GET", f"/media/audio/{'0' * 64}.mp3"), 404)
        for path in ("/media/", "/media/audio/", "/media/../tall-pii/probe", "/media/audio/..%2f..%2ftall-pii%2fprobe", "/media/audio/x.mp3?acl"):
            with self.subTest(path):
                answer, body = ask("GET", path)
                self.assertNotEqual(answer.headers.get_content_type(), "application/xml", body)
                self.assertNotIn(b"Bucket", body)

    def test_each_service_is_reached(self):
        for service in ("profile", "lobby", "thematic-cards", "learning-cards", "admin", "pii", "cron-utility"):
            with self.subTest(service):
                answer, body = ask("GET", f"/api/v2/{service}/openapi.json")
                self.assertEqual(answer.status, 200)
                self.assertTrue(json.loads(body)["openapi"].startswith("3.1"))

    def test_what_a_service_refuses_passes_unchanged(self):
        answer, body = ask("GET", "/api/v2/profile/me", **{"X-Client-Version": "web/1.4.0"})
        self.assert_problem(answer, body, 401)
        self.assertIn("instance", json.loads(body))

    def test_every_answer_demands_https(self):
        for path in ("/", "/api/v2/invented/things", "/api/v2/profile/me"):
            with self.subTest(path):
                values = ask("GET", path)[0].headers.get_all("Strict-Transport-Security")
                self.assertEqual(values, ["max-age=31536000; includeSubDomains"])

    def test_a_page_may_install_the_worker_of_this_origin_and_is_kept_by_no_cache(self):
        answer, _ = ask("GET", "/cards")
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
        self.assertEqual((policy["worker-src"], policy["manifest-src"]), ("'self'", "'self'"))
        self.assertEqual(policy["trusted-types"], "angular tall-worker")
        self.assertEqual(answer.headers["Cache-Control"], "no-store")

    def test_the_worker_is_asked_for_again_each_time_and_may_only_fetch_from_here(self):
        answer, body = ask("GET", "/worker.js")
        self.assertEqual(answer.status, 200)
        self.assertIn("javascript", answer.headers.get_content_type())
        self.assertIn(b"serve(self, ", body)
        self.assertEqual(answer.headers["Cache-Control"], "no-cache")
        self.assertEqual(answer.headers["Content-Security-Policy"], "default-src 'none'; connect-src 'self'")

    def test_programs_of_the_client_are_packed_as_the_browser_takes_them(self):
        name = re.search(rb'src="(main-[^"]+\.js)"', ask("GET", "/cards")[1])[1].decode()
        for accepted, encoding in (("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip", "gzip"), ("gzip", "gzip"), ("identity", None), ("abr", None)):
            with self.subTest(accepted):
                answer, body = ask("GET", f"/{name}", **{"Accept-Encoding": accepted})
                self.assertEqual((answer.status, answer.headers["Content-Encoding"]), (200, encoding))
                self.assertEqual(body, CLIENT.joinpath(name + {"br": ".br", "gzip": ".gz", None: ""}[encoding]).read_bytes())
                self.assertEqual(answer.headers.get_content_type(), "application/javascript")
                self.assertEqual(answer.headers["Cache-Control"], "public, max-age=31536000, immutable")
                self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
                self.assertEqual(answer.headers["Vary"], "Accept-Encoding")
        self.assertEqual(ask("GET", f"/{name}.br")[0].status, 404)

    def test_a_service_is_known_by_its_certificate(self):
        for certificate, status in (("profile.internal", 200), ("lobby.internal", 502), ("profile", 502), ("foreign", 502)):
            with self.subTest(certificate), service_with(certificate) as port, gateway_to("profile", port) as own:
                answer, body = ask_at(own, "GET", "/api/v2/profile/greeting")
                self.assertEqual(answer.status, status)
                self.assertEqual(body == b"hoi", status == 200)

    def test_its_log_names_nobody(self):
        ask("GET", "/api/v2/invented/things?email=canary@example.org", **{"User-Agent": "canary-agent"})
        log = STACK.path("logs", "gateway.log").read_text()
        self.assertIn("/api/v2/invented/things", log)
        self.assertNotIn("canary", log)
        self.assertNotIn('"127.0.0.1"', log)

    def test_its_configuration_is_one_that_nginx_accepts(self):
        told = subprocess.run(["/usr/sbin/nginx", "-t", "-q", "-e", "stderr", "-c", str(STACK.path("conf", "nginx.conf"))], capture_output=True, text=True)
        self.assertEqual(told.returncode, 0, told.stderr)


if __name__ == "__main__":
    unittest.main()
