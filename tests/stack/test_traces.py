"""The receiver of traces that test stacks have."""

import tempfile
import threading
import unittest
import urllib.error
import urllib.request
from http.server import ThreadingHTTPServer
from pathlib import Path

from tall_stack.servers.traces import PATH, Kept, receiver


class Batches(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def kept(self) -> list[bytes]:
        return [file.read_bytes() for file in sorted(self.folder.glob("*.otlp"))]

    def test_the_oldest_make_room(self) -> None:
        kept = Kept(self.folder, file_bytes=4, files=2)
        for batch in (b"aaa", b"bb", b"bb", b"cc", b"ddddddd", b"e"):
            kept.add(batch)
        self.assertEqual(self.kept(), [b"ddddddd", b"e"])

    def test_a_start_goes_on_where_the_last_one_ended(self) -> None:
        Kept(self.folder).add(b"aaa")
        Kept(self.folder).add(b"bb")
        self.assertEqual(self.kept(), [b"aaabb"])

    def test_batches_are_kept_as_they_came_and_nothing_else_is_taken(self) -> None:
        with ThreadingHTTPServer(("127.0.0.1", 0), receiver(Kept(self.folder))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.addCleanup(server.shutdown)

            def post(path: str, batch: bytes) -> int:
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}", batch, timeout=10) as answer:
                        return answer.status
                except urllib.error.HTTPError as refused:
                    refused.close()
                    return refused.code

            self.assertEqual(post(PATH, b"\x0a\x01\x00"), 200)
            self.assertEqual(post("/v1/logs", b"not here"), 400)
            server.shutdown()
        self.assertEqual(self.kept(), [b"\x0a\x01\x00"])


if __name__ == "__main__":
    unittest.main()
