"""Every page leads where it says: links between files of the repository."""

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


class Docs(unittest.TestCase):
    def test_every_link_leads_to_a_file(self):
        found = [(page, link) for page in pages() for link in links(page)]
        lost = [f"{page.relative_to(REPOSITORY)}: {link}" for page, link in found if not (page.parent / link.split("#")[0]).exists()]
        self.assertEqual(lost, [])
        self.assertTrue(found, "no page links to another: are there any?")
