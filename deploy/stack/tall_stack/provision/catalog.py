"""schemas/catalog.toml as the stack needs it: topics, who may do what, subjects."""

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..layout import OPERATOR, REPOSITORY

SCHEMAS = REPOSITORY / "schemas"
DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class Topic:
    name: str
    partitions: int
    configuration: dict[str, str]
    producers: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    consumers: tuple[str, ...] = ()
    records: tuple[Path, ...] = ()
    compatibility: str | None = None

    def subjects(self) -> dict[str, str]:
        """TopicRecordName: `<topic>-<full name of the record>`, with the schema's text."""
        found = {}
        for file in self.records:
            schema = json.loads(file.read_text())
            found[f"{self.name}-{schema['namespace']}.{schema['name']}"] = json.dumps(schema, ensure_ascii=False)
        return found


class Catalog:
    def __init__(self) -> None:
        self.document = tomllib.loads((SCHEMAS / "catalog.toml").read_text())

    @property
    def services(self) -> list[str]:
        return self.document["services"]

    @cached_property
    def topics(self) -> list[Topic]:
        topics = []
        for entry in self.document["topic"]:
            topics.append(self._topic(entry))
            if entry.get("consumers"):
                topics.append(self._dead_letters(entry))
        return topics

    def _topic(self, entry: dict) -> Topic:
        consumers = tuple(entry.get("consumers", ()))
        return Topic(
            name=entry["name"],
            partitions=entry["partitions"],
            configuration=_configuration(entry),
            producers=tuple(entry.get("producers", (entry["owner"],))),
            readers=tuple(sorted({*consumers, *entry.get("followers", ())})),
            consumers=consumers,
            records=tuple(SCHEMAS / file for file in entry.get("records", ())),
            compatibility=entry.get("compatibility"),
        )

    def _dead_letters(self, entry: dict) -> Topic:
        common = self.document["dead_letters"]
        return Topic(
            name=entry["name"] + common["suffix"],
            partitions=common["partitions"],
            configuration=_configuration(common),
            producers=tuple(entry["consumers"]),
            readers=(OPERATOR,),
        )


def _configuration(entry: dict) -> dict[str, str]:
    """A topic holds what its producer compressed, up to the megabyte above which a payload goes to S3."""
    common = {"compression.type": "producer"}
    if entry.get("compacted"):
        return {**common, "cleanup.policy": "compact", "min.cleanable.dirty.ratio": "0.1"}
    return {**common, "cleanup.policy": "delete", "retention.ms": str(_milliseconds(entry["retention"]))}


def _milliseconds(retention: str) -> int:
    if retention == "forever":
        return -1
    days = re.fullmatch(r"(\d+)d", retention)
    if not days:
        raise ValueError(f"schemas/catalog.toml: retention {retention!r} is neither whole days nor forever")
    return int(days.group(1)) * DAY_MS
