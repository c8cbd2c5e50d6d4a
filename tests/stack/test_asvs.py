"""docs/ASVS.md answers every requirement of levels 1 and 2, and what it names as proof exists."""

import csv
import re
import unittest
from collections import Counter

from tall_stack.layout import REPOSITORY

PAGE = REPOSITORY / "docs/ASVS.md"
# The ids and levels of ASVS 5.0.0, without its text.
REQUIREMENTS = REPOSITORY / "tests/vectors/asvs-5.0.0.csv"
ROW = re.compile(r"^\| (V\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (kept|no|not yet) \| ([^|]+) \|$", re.M)
COUNT = re.compile(r"^\| (Kept|Not yet|Does not apply) \| (\d+) \| (\d+) \|$", re.M)
PROOF = re.compile(r"`([\w/.-]+\.(?:rs|py|ts))::([^`]+)`")
PAGE_OF_PROOF = re.compile(r"`[^`]+`|\]\([^)]+\)")


def rows() -> list[tuple[str, str, str, str, str]]:
    return ROW.findall(PAGE.read_text())


class Map(unittest.TestCase):
    def test_every_requirement_is_answered_once(self):
        with REQUIREMENTS.open() as file:
            wanted = [(row["requirement"], row["level"]) for row in csv.DictReader(file)]
        self.assertEqual(Counter(level for _, level in wanted), {"1": 70, "2": 183})
        self.assertEqual([(requirement, level) for requirement, level, *_ in rows()], wanted)

    def test_what_is_kept_has_a_proof(self):
        bare = [requirement for requirement, _, _, answer, why in rows() if answer == "kept" and not PAGE_OF_PROOF.search(why)]
        self.assertEqual(bare, [])

    def test_every_named_test_exists(self):
        named = [(requirement, *proof) for requirement, *_, why in rows() for proof in PROOF.findall(why)]
        self.assertTrue(named)
        lost = [f"{requirement}: {file}::{test}" for requirement, file, test in named if not exists(file, test)]
        self.assertEqual(lost, [])

    def test_the_counts_are_those_of_the_rows(self):
        answers = Counter((answer, level) for _, level, _, answer, _ in rows())
        told = {name: (int(first), int(second)) for name, first, second in COUNT.findall(PAGE.read_text())}
        names = {"Kept": "kept", "Not yet": "not yet", "Does not apply": "no"}
        self.assertEqual(told, {name: (answers[answer, "1"], answers[answer, "2"]) for name, answer in names.items()})


def exists(file: str, test: str) -> bool:
    """As a test: in Rust with an attribute `test` above, in Python a method of the name, in TypeScript by its title."""
    path = REPOSITORY / file
    if not path.exists():
        return False
    text = path.read_text()
    if path.suffix == ".ts":
        return re.search(rf"\b(?:it|test)\('{re.escape(test)}'", text) is not None
    if path.suffix == ".py":
        return re.search(rf"^    def {test}\(", text, re.M) is not None
    return re.search(rf"#\[(?:[\w:]+::)?test\b[^\n]*\]\n(?:\s*#\[[^\n]*\]\n)*\s*(?:async )?fn {test}\(", text) is not None
