"""Where the data of PostgreSQL lie when they cannot lie in the stack's folder."""

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tall_stack.layout import Stack
from tall_stack.servers import postgres


@unittest.skipUnless(os.geteuid() == 0, "only root runs PostgreSQL as somebody else")
class PostgresData(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = Path(folder.name)
        for where, name, value in (
            (Stack, "home", root / "home"), (postgres, "OUTSIDE", root / "outside"), (postgres, "can_enter", lambda *_: False),
        ):  # fmt: skip
            patched = mock.patch.object(where, name, value)
            patched.start()
            self.addCleanup(patched.stop)
        self.stack = Stack("test-data", 39000)
        self.stack.path("conf").mkdir(parents=True)

    def data(self) -> Path:
        """With something in it."""
        data = postgres.data_folder(self.stack)
        data.mkdir(parents=True, exist_ok=True)
        (data / "PG_VERSION").touch()
        return data

    def test_data_of_a_checkout_that_was_deleted_are_not_taken_over(self) -> None:
        data = self.data()
        self.assertTrue((postgres.data_folder(self.stack) / "PG_VERSION").exists(), "it stays while the stack is there")
        self.stack.path("conf", "postgres-data-is-outside").unlink()
        self.assertEqual(postgres.data_folder(self.stack), data)
        self.assertFalse(data.exists())

    def test_reset_removes_them(self) -> None:
        data = self.data()
        postgres.remove_data(self.stack)
        self.assertFalse(data.exists())


if __name__ == "__main__":
    unittest.main()
