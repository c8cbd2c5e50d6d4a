"""Failpoints are for test stacks: every other one refuses the feature, a binary with it, and the command."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tall_stack import failpoints, services
from tall_stack.layout import existing_services

ACTIONS = "bus.relay.published=1*return"


class Home(unittest.TestCase):
    """A stack that is a folder, and what the functions ask of it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def stack(self, name: str, binary: bytes | None = None) -> mock.Mock:
        stack = mock.Mock(home=self.home, is_for_tests=name.startswith("test"))
        stack.name = name
        stack.path = self.home.joinpath
        if binary is not None:
            (self.home / "bin").mkdir()
            (self.home / "bin/pii").write_bytes(binary)
        return stack


class Arming(Home):
    def test_a_test_stack_arms_one_start(self):
        stack = self.stack("test", b"..." + failpoints.MARK + b"...")
        failpoints.arm(stack, "pii", ACTIONS)
        file = failpoints.armed_file(stack, "pii")
        self.assertEqual(file.read_text(), ACTIONS)
        self.assertEqual(file.stat().st_mode & 0o077, 0)

    def test_another_stack_refuses(self):
        with self.assertRaisesRegex(failpoints.Refused, "not for tests"):
            failpoints.arm(self.stack("local", failpoints.MARK), "pii", ACTIONS)

    def test_a_service_that_does_not_exist_is_refused(self):
        with self.assertRaisesRegex(failpoints.Refused, existing_services()[0]):
            failpoints.arm(self.stack("test", failpoints.MARK), "nobody", ACTIONS)

    def test_a_binary_without_steps_is_refused(self):
        with self.assertRaisesRegex(failpoints.Refused, "TALL_FEATURES=failpoints"):
            failpoints.arm(self.stack("test", b"a binary"), "pii", ACTIONS)


class Shipping(Home):
    def test_only_a_test_stack_builds_them(self):
        for asked in ("failpoints", "other,failpoints", "other failpoints"):
            with mock.patch.dict("os.environ", TALL_FEATURES=asked):
                failpoints.refuse_feature(self.stack("test"))
                with self.assertRaises(failpoints.Refused):
                    failpoints.refuse_feature(self.stack("local"))
        with mock.patch.dict("os.environ", TALL_FEATURES="other"):
            failpoints.refuse_feature(self.stack("local"))

    def test_only_a_test_stack_runs_them(self):
        failpoints.refuse_binary(self.stack("test"), "pii", failpoints.MARK)
        failpoints.refuse_binary(self.stack("local"), "pii", b"a binary")
        with self.assertRaises(failpoints.Refused):
            failpoints.refuse_binary(self.stack("local"), "pii", failpoints.MARK)

    def test_no_other_stack_reads_what_is_armed(self):
        for name, is_read in (("local", False), ("test", True)):
            stack = self.stack(name)
            command = services.program(stack, "pii").command
            self.assertEqual(str(failpoints.armed_file(stack, "pii")) in command, is_read, name)

    def test_the_mark_is_what_the_bus_says(self):
        source = (Path(__file__).parents[2] / "crates/bus/src/failpoint.rs").read_bytes()
        self.assertIn(failpoints.MARK, source)
