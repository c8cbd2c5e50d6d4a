"""Every page leads where it says, and every document spells as the API does."""

import json
import re
import subprocess
import unittest
from pathlib import Path

from tall_stack.layout import REPOSITORY

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = ("http://", "https://", "mailto:", "#")


def pages() -> list[Path]:
    told = subprocess.run(["git", "ls-files", "-z", "*.md"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    return [REPOSITORY / name for name in told.split("\0") if name]


def links(page: Path) -> list[str]:
    """Outside of code."""
    text = re.sub(r"```.*?```|`[^`\n]*`(?!\])", "", page.read_text(), flags=re.S)
    return [link for link in LINK.findall(text) if not link.startswith(ELSEWHERE)]


def properties(node: object) -> set[str]:
    """The names of all fields in a document."""
    if isinstance(node, list):
        return set().union(*map(properties, node))
    if not isinstance(node, dict):
        return set()
    own = node.get("properties")
    return set().union(own if isinstance(own, dict) else (), *map(properties, node.values()))


class Docs(unittest.TestCase):
    def test_every_field_of_v2_is_camel_case(self):
        for document in sorted((REPOSITORY / "openapi").glob("*.v2.json")):
            with self.subTest(document.name):
                names = properties(json.loads(document.read_text()))
                self.assertTrue(names)
                self.assertEqual([name for name in sorted(names) if not re.fullmatch("[a-z][a-zA-Z0-9]*", name)], [])

    def test_every_link_leads_to_a_file(self):
        found = [(page, link) for page in pages() for link in links(page)]
        lost = [f"{page.relative_to(REPOSITORY)}: {link}" for page, link in found if not (page.parent / link.split("#")[0]).exists()]
        self.assertEqual(lost, [])
        self.assertTrue(found, "no page links to another: are there any?")
