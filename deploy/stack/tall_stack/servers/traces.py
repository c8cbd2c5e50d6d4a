"""A receiver of traces for test stacks: OTLP over HTTP, kept as it came, so that a test can look for what no span may say.

Run as a module it is the server. What is kept is bounded: the oldest file makes room.
"""

import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from .. import pki
from ..layout import Stack
from ..programs import Program
from . import accepts_connections, server_tls

NAME = "traces"
PATH = "/v1/traces"
FILE_BYTES = 16 << 20
FILES = 16
# Far more than a batch of spans.
LARGEST = 32 << 20
# How long a service that says nothing may hold a connection.
IDLE_SECONDS = 120


def prepare(stack: Stack) -> None:
    stack.path("data", NAME).mkdir(parents=True, exist_ok=True)


def endpoint(stack: Stack) -> str:
    """For services: `TALL_TELEMETRY__OTLP_ENDPOINT`."""
    return f"https://{stack.address(NAME)}"


def program(stack: Stack) -> Program:
    where = ["127.0.0.1", str(stack.port(NAME)), *pki.certificate(stack, NAME)]
    return Program(
        name=NAME,
        command=[sys.executable, "-m", "tall_stack.servers.traces", *where, str(stack.path("data", NAME))],
        folder=Path(__file__).resolve().parents[2],
        is_ready=lambda: accepts_connections(stack.port(NAME)),
    )


class Kept:
    """Batches of spans in files of a folder, `<number>.otlp`: one behind the other as they came, in protobuf."""

    def __init__(self, folder: Path, file_bytes: int = FILE_BYTES, files: int = FILES) -> None:
        self.folder, self.file_bytes, self.files = folder, file_bytes, files
        self.lock = threading.Lock()
        self.number = max(self._numbers(), default=0)

    def add(self, batch: bytes) -> None:
        with self.lock:
            file = self._file(self.number)
            if file.exists() and file.stat().st_size + len(batch) > self.file_bytes:
                self.number += 1
                file = self._file(self.number)
                for number in self._numbers():
                    if number <= self.number - self.files:
                        self._file(number).unlink()
            with file.open("ab") as out:
                out.write(batch)

    def _file(self, number: int) -> Path:
        return self.folder / f"{number}.otlp"

    def _numbers(self) -> list[int]:
        return [int(file.stem) for file in self.folder.glob("*.otlp")]


def receiver(kept: Kept) -> type[BaseHTTPRequestHandler]:
    class Receiver(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = IDLE_SECONDS

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if self.path != PATH or not length.isdigit() or int(length) > LARGEST:
                self.close_connection = True
                return self.send_error(HTTPStatus.BAD_REQUEST)
            kept.add(self.rfile.read(int(length)))
            # An ExportTraceServiceResponse without fields: everything was taken.
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "application/x-protobuf")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the services log when they are not understood."""

    return Receiver


def serve(host: str, port: int, certificate: str, key: str, folder: Path) -> None:
    server = ThreadingHTTPServer((host, port), receiver(Kept(folder)))
    # The thread of a connection shakes hands, so that a slow one holds nobody up.
    server.socket = server_tls(certificate, key).wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], Path(sys.argv[5]))
