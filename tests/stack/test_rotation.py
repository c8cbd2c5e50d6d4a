"""The steps in which a database password changes: run by `deploy/ci/test stack`."""

import json
import os
import unittest

import psycopg

from tall_stack.layout import find_stack
from tall_stack.provision import databases, rotation
from tall_stack.servers import postgres

STACK = find_stack(os.environ.get("TALL_TEST_STACK", "test"), None)
SERVICE = "pii"


def rotate(step: str) -> str:
    return rotation.rotate(STACK, f"postgres/{SERVICE}", step)


def credentials() -> dict:
    return json.loads(databases.credentials_file(STACK, SERVICE).read_text())


def log_in(login: dict) -> None:
    with psycopg.connect(**postgres.address(STACK), dbname=SERVICE, user=login["username"], password=login["password"]) as connection:
        connection.execute("select count(*) from people")


class DatabasePassword(unittest.TestCase):
    def test_each_step_may_be_repeated_and_nobody_is_locked_out(self):
        old = credentials()
        for _ in range(2):
            rotate("add")
            self.assertEqual(credentials(), old)
            log_in(old)
        with self.assertRaises(rotation.NothingToForget):
            rotate("forget")
        log_in(old)
        for _ in range(2):
            rotate("promote")
            new = credentials()
            self.assertNotEqual(new["username"], old["username"])
            log_in(new)
            log_in(old)
        for _ in range(2):
            self.assertNotIn(old["username"], rotate("forget"))
            log_in(new)
            with self.assertRaises(psycopg.OperationalError):
                log_in(old)
        rotate("promote")
        self.assertEqual(credentials(), new)


if __name__ == "__main__":
    unittest.main()
