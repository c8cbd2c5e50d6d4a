"""The stores of a stack's services into a folder, and back: what docs/OPERATIONS.md says of production, to practise on.

PostgreSQL as `pg_dump` writes it, documents as `mongodump` does, so that `pg_restore` and `mongorestore` read them too. Not
in it: secrets (`.stack/<name>/secrets` and Secrets Manager), objects, and Kafka, which is the record that a restored service
reads on from.
"""

import hashlib
import json
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import bson
from bson import json_util
from bson.codec_options import CodecOptions
from bson.raw_bson import RawBSONDocument

from . import pki, rust, services
from .commands import run
from .layout import MONGO_SERVICES, Stack, existing_services, write_private
from .provision.mongo_users import database_of
from .servers import mongo, postgres
from .supervisor import NotReady, Supervisor
from .terminal import part, say
from .toolchain import postgres_program

MANIFEST = "manifest.json"
METADATA = ".metadata.json"
FORMAT = 1
RAW = CodecOptions(document_class=RawBSONDocument)
INSERTED_AT_ONCE = 1000
# What a service had not read yet when its store was copied was written before that. It knows what it handled, for 30 days.
READ_AGAIN = timedelta(hours=1)


class Unusable(RuntimeError):
    """A folder that is no backup, or not whole, or not of these services."""


def back_up(stack: Stack, folder: Path, wanted: list[str]) -> None:
    """A service with documents stands still while they are copied: a copy in which an event is noted and its effect is not
    would lose the effect."""
    supervisor, stores = _running(stack), []
    if folder.exists() and any(folder.iterdir()):
        raise Unusable(f"{folder} is not empty")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for service in wanted:
        with part(f"copying {service}") as copying:
            taken_at = datetime.now(timezone.utc)
            if service in MONGO_SERVICES:
                with _standing_still(stack, supervisor, service):
                    files = _copy_documents(stack, service, folder / service)
            else:
                files = _copy_tables(stack, service, folder / service)
            copying.outcome = f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB"
        digests = {str(file.relative_to(folder)): _digest(file) for file in files}
        stores.append({"service": service, "takenAt": taken_at.isoformat(), "files": digests})
    # Last: a folder without it is of a copy that did not end.
    write_private(folder / MANIFEST, json.dumps({"format": FORMAT, "stack": stack.name, "stores": stores}, indent=2) + "\n")
    say(f"  ok   {folder} holds {', '.join(wanted)}")


def restore(stack: Stack, folder: Path, wanted: list[str] | None) -> None:
    """Puts stores back as they were: their services stopped, the stores replaced, the groups rewound, the services started.

    What came after the copy is gone from them, save what Kafka tells again. Everything is checked before the first is touched;
    what fails on the way leaves its services stopped, and the same command does it again.
    """
    supervisor = _running(stack)
    stores = _check(folder, wanted)
    rust.build("the bus tool", {"tall-bus": "bus"}, stack.path("logs", "build.log"))
    # All at once: Kafka counts a service among its group for some time after it stopped.
    for store in stores:
        supervisor.stop(store["service"])
    for store in stores:
        service = store["service"]
        with part(f"restoring {service}"):
            if service in MONGO_SERVICES:
                _put_documents_back(stack, service, [folder / name for name in store["files"] if name.endswith(METADATA)])
            else:
                _put_tables_back(stack, service, folder / service)
    for store in stores:
        with part(f"rewinding {store['service']}"):
            since = datetime.fromisoformat(store["takenAt"]) - READ_AGAIN
            services.run_program(stack, rust.binary("bus"), ["rewind", "--to", since.isoformat()], [store["service"]])
        supervisor.start(store["service"])
    services.wait_ready(stack, supervisor, [store["service"] for store in stores])


def _running(stack: Stack) -> Supervisor:
    supervisor = Supervisor(stack)
    if not supervisor.is_running():
        raise NotReady(f"stack {stack.name} is down; `up` starts it")
    return supervisor


@contextmanager
def _standing_still(stack: Stack, supervisor: Supervisor, service: str):
    """One that was stopped stays so."""
    was_up = supervisor.is_up(service)
    supervisor.stop(service)
    try:
        yield
    finally:
        if was_up:
            supervisor.start(service)
    if was_up:
        supervisor.wait_ready(services.program(stack, service))


def _check(folder: Path, wanted: list[str] | None) -> list[dict]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
    except FileNotFoundError:
        raise Unusable(f"{folder} holds no whole backup: {MANIFEST} is missing") from None
    except json.JSONDecodeError as fault:
        raise Unusable(f"{folder / MANIFEST}: {fault}") from None
    if manifest.get("format") != FORMAT:
        raise Unusable(f"{folder} is a backup of format {manifest.get('format')}; this release reads {FORMAT}")
    present = {store["service"]: store for store in manifest["stores"]}
    unknown = [service for service in wanted or present if service not in present or service not in existing_services()]
    if unknown:
        raise Unusable(f"{folder} has no {', '.join(unknown)}; it has {', '.join(present)}")
    for store in (chosen := [present[service] for service in wanted or present]):
        for name, digest in store["files"].items():
            file = folder / name
            if not file.exists() or _digest(file) != digest:
                raise Unusable(f"{file} is {'not what was written' if file.exists() else 'missing'}")
    return chosen


def _copy_tables(stack: Stack, service: str, folder: Path) -> list[Path]:
    folder.mkdir(mode=0o700)
    file = folder / "tables.pgdump"
    _postgres(stack, "pg_dump", service, ["--format", "custom", "--file", file])
    return [file]


def _put_tables_back(stack: Stack, service: str, folder: Path) -> None:
    """All of it or nothing. Roles and who may do what are the cluster's, and are there."""
    _postgres(stack, "pg_restore", service, ["--clean", "--if-exists", "--single-transaction", folder / "tables.pgdump"])


def _postgres(stack: Stack, program: str, database: str, arguments: list) -> None:
    login = ["--host", stack.host("postgres"), "--port", stack.port("postgres"), "--username", postgres.SUPERUSER, "--dbname", database]
    trust = {"PGSSLMODE": "verify-full", "PGSSLROOTCERT": str(pki.authority(stack))}
    run([postgres_program(program), *login, *arguments], env={"PGPASSWORD": stack.secret("postgres", postgres.SUPERUSER), **trust})


def _copy_documents(stack: Stack, service: str, folder: Path) -> list[Path]:
    """As mongodump: `<collection>.bson`, and what the collection is in `<collection>.metadata.json`."""
    folder.mkdir(mode=0o700)
    files = []
    with mongo.connect(stack) as client:
        database = client[database_of(service)]
        for about in database.list_collections(filter={"type": "collection"}):
            name = about["name"]
            kept = folder / f"{name}.bson"
            with kept.open("wb") as out:
                for document in database.get_collection(name, codec_options=RAW).find():
                    out.write(document.raw)
            what = {"options": about.get("options", {}), "indexes": list(database[name].list_indexes()), "collectionName": name}
            metadata = folder / f"{name}{METADATA}"
            write_private(metadata, json_util.dumps(what, json_options=json_util.CANONICAL_JSON_OPTIONS))
            files += [kept, metadata]
    return files


def _put_documents_back(stack: Stack, service: str, collections: list[Path]) -> None:
    with mongo.connect(stack) as client:
        database = client[database_of(service)]
        for name in database.list_collection_names(filter={"type": "collection"}):
            database.drop_collection(name)
        for metadata in collections:
            what = json_util.loads(metadata.read_text())
            name = what["collectionName"]
            database.create_collection(name, **what["options"])
            indexes = [{key: index[key] for key in index if key != "ns"} for index in what["indexes"] if index["name"] != "_id_"]
            if indexes:
                database.command("createIndexes", name, indexes=indexes)
            collection = database.get_collection(name, codec_options=RAW)
            with metadata.with_name(f"{name}.bson").open("rb") as kept:
                for some in _chunks(bson.decode_file_iter(kept, codec_options=RAW), INSERTED_AT_ONCE):
                    collection.insert_many(some)


def _chunks(documents, size: int):
    some = []
    for document in documents:
        some.append(document)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
