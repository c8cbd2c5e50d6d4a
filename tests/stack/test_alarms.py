"""The alarms: each watches what the code measures, and each has its line for whoever is woken by it."""

import re
import shutil
import subprocess
import unittest

import yaml
from tall_stack.layout import REPOSITORY

RULES = REPOSITORY / "deploy" / "alarms" / "tall.rules.yml"
RUNBOOK = REPOSITORY / "docs" / "OPERATIONS.md"

# What Prometheus itself measures of each target.
OF_PROMETHEUS = {"up"}
WORDS = {"and", "or", "unless", "bool"}
GROUPING = re.compile(r"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")
OF_HISTOGRAM = re.compile(r"_(bucket|sum|count)$")
NAME = re.compile(r"\b[a-z_][a-z0-9_]*\b(?!\s*\()")
DURATION = re.compile(r"\[[^\]]*\]")
ROW = re.compile(r"^\| `([A-Z][A-Za-z]+)` \| (.+?) \| (.+) \|$", re.M)


def alarms() -> list[dict]:
    return [rule for group in yaml.safe_load(RULES.read_text())["groups"] for rule in group["rules"]]


def metrics_of(expression: str) -> set[str]:
    """What is left when everything that is no metric's name is taken out."""
    bare = DURATION.sub("", GROUPING.sub("", re.sub(r"\{[^}]*\}", "", expression)))
    return {OF_HISTOGRAM.sub("", name) for name in NAME.findall(bare)} - WORDS


def literals_of_the_code() -> set[str]:
    sources = (file for folder in ("crates", "services") for file in (REPOSITORY / folder).glob("*/src/**/*.rs"))
    return {text for file in sources for text in re.findall(r'"([a-z_][a-z0-9_]*)"', file.read_text())}


def when_of(rule: dict) -> str:
    """As the runbook says it."""
    seconds = {"1m": "1 minute", "5m": "5 minutes"}
    return seconds[rule["for"]] if "for" in rule else "at once"


class Alarms(unittest.TestCase):
    def test_metrics_are_found_in_an_expression(self):
        found = metrics_of('histogram_quantile(0.9, sum by (job, le) (rate(a_seconds_bucket{x="b"}[5m]))) > 2 * c_total and up == 0')
        self.assertEqual(found, {"a_seconds", "c_total", "up"})

    def test_every_metric_is_one_of_the_code(self):
        known = literals_of_the_code() | OF_PROMETHEUS
        for rule in alarms():
            with self.subTest(rule["alert"]):
                metrics = metrics_of(rule["expr"])
                self.assertTrue(metrics, "it watches nothing")
                self.assertEqual(metrics - known, set())

    def test_every_alarm_has_its_line_and_every_line_its_alarm(self):
        rows = {name: (when, what) for name, when, what in ROW.findall(RUNBOOK.read_text())}
        self.assertEqual({rule["alert"]: when_of(rule) for rule in alarms()}, {name: when for name, (when, _) in rows.items()})
        for name, (_, what) in rows.items():
            with self.subTest(name):
                self.assertGreater(len(what), 40, "what it means, and what to do")

    def test_no_alarm_has_the_name_of_another(self):
        names = [rule["alert"] for rule in alarms()]
        self.assertEqual(len(names), len(set(names)))

    def test_an_alarm_says_what_it_is_and_whom_it_wakes(self):
        for rule in alarms():
            with self.subTest(rule["alert"]):
                self.assertIn(rule["labels"]["severity"], ("page", "ticket"))
                self.assertTrue(rule["annotations"]["summary"])

    @unittest.skipUnless(shutil.which("promtool"), "promtool is not installed")
    def test_prometheus_takes_the_rules(self):
        told = subprocess.run(["promtool", "check", "rules", "--lint-fatal", str(RULES)], capture_output=True, text=True)
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)


if __name__ == "__main__":
    unittest.main()
