"""docs/SECURITY.md lists every fuzz target, and no other."""

import re
import unittest

from tall_stack.layout import REPOSITORY

PAGE = REPOSITORY / "docs/SECURITY.md"
ROW = re.compile(r"^\| `(\w+)` \| ([\w-]+) \| [^|]+ \|$", re.M)
# The macro's own documentation in crates/fuzz names no target.
TARGET = re.compile(r"^\s*fuzz::target!\(\"(\w+)\"", re.M)


def listed() -> set[tuple[str, str]]:
    section = PAGE.read_text().split("\n## Inputs of strangers\n")[1].split("\n## ")[0]
    return set(ROW.findall(section))


def written() -> set[tuple[str, str]]:
    sources = [path for folder in ("crates", "services") for path in (REPOSITORY / folder).glob("*/**/*.rs")]
    return {(target, path.relative_to(REPOSITORY).parts[1]) for path in sources for target in TARGET.findall(path.read_text())}


class Targets(unittest.TestCase):
    def test_every_target_is_listed_with_its_crate(self):
        self.assertGreater(len(written()), 15)
        self.assertEqual(listed(), written())
