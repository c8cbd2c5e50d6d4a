"""`up`: from whatever is there to everything running. Each part looks first and changes only what differs."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from . import client, environment, failpoints, lexicon, pki, rust, services, toolchain
from .layout import CACHE, Stack, existing_services
from .programs import Program
from .provision import buckets, databases, kafka_access, mongo_users, schema_subjects, secret_values
from .provision.catalog import Catalog
from .servers import gateway, kafka, mail, mongo, objects, postgres, registry, school, secrets_manager, traces
from .supervisor import Supervisor
from .terminal import heading, part

SERVERS = (postgres, mongo, kafka, registry, objects, secrets_manager, mail, school)


def servers_of(stack: Stack) -> tuple:
    """Only tests look at traces by themselves."""
    return (*SERVERS, traces) if stack.is_for_tests else SERVERS


def install(stack: Stack, wanted: Sequence[str]) -> None:
    """The programs of the servers, and what of ours is wanted behind them: built side by side, since each has steps for one
    core alone."""
    CACHE.mkdir(parents=True, exist_ok=True)
    builds: list[Callable[[], object]] = []
    if wanted:
        failpoints.refuse_feature(stack)
        packages = {f"tall-{service}": service for service in wanted}
        builds.append(lambda: rust.build(f"{len(wanted)} services", packages, stack.path("logs", "build.log")))
        if not stack.is_for_tests:
            # Tests of the client ask for it by themselves (`stack client`).
            builds.append(lambda: client.build(stack.path("logs", "client.log")))
    toolchain.install_servers(builds)


def servers(stack: Stack) -> int:
    """Start what is installed, wait, provision; how many things were changed."""
    stack.prepare()
    stack.path("READY").unlink(missing_ok=True)
    supervisor = Supervisor(stack)
    with part("certificates") as done:
        made = pki.provision(stack)
        done.outcome = _told(made)
    heading(f"Servers of stack {stack.name} on ports from {stack.base}")
    supervisor.load(all_programs(stack))
    _prepare(stack, supervisor)
    started = _start(stack, supervisor)
    heading("Provisioning")
    changes = made + provision(stack)
    stack.path("READY").write_text(f"{stack.base}\n")
    return changes + started


def fleet(stack: Stack, wanted: Sequence[str]) -> int:
    """Start the services that are built, behind the gateway; how many things were changed."""
    supervisor = Supervisor(stack)
    changes = 0 if stack.is_for_tests else _build_packs(stack, supervisor)
    heading("Services")
    changes += services.start(stack, supervisor, wanted) + _open_gateway(stack, supervisor)
    services.wait_ready(stack, supervisor, wanted)
    return changes


def _build_packs(stack: Stack, supervisor: Supervisor) -> int:
    """Of the lexicon, which tests of services do without: `content` builds them."""
    if not lexicon.build(stack.path("logs", "lexicon.log")):
        return 0
    # It reads them when it starts.
    supervisor.stop(lexicon.READER)
    return 1


def open_client(stack: Stack) -> int:
    """The web client behind the gateway of a stack that runs."""
    changes = client.build(stack.path("logs", "client.log"))
    return changes + _open_gateway(stack, Supervisor(stack))


def all_programs(stack: Stack) -> list[Program]:
    return [server.program(stack) for server in (*servers_of(stack), gateway)] + [services.program(stack, s) for s in existing_services()]


def find_program(stack: Stack, name: str) -> Program:
    return next(program for program in all_programs(stack) if program.name == name)


def provision(stack: Stack) -> int:
    catalog = Catalog()
    changes = 0
    for what, work in (
        ("databases and roles", lambda: databases.provision(stack)),
        ("MongoDB users", lambda: mongo_users.provision(stack)),
        ("topics, Kafka users and ACLs", lambda: kafka_access.provision(stack, catalog)),
        ("schemas", lambda: schema_subjects.provision(stack, catalog)),
        ("buckets and identities", lambda: buckets.provision(stack)),
        ("secrets", lambda: secret_values.provision(stack)),
        ("environment files", lambda: environment.write(stack)),
    ):
        with part(what) as done:
            changed = work()
            done.outcome = _told(changed)
        changes += changed
    return changes


def _prepare(stack: Stack, supervisor: Supervisor) -> None:
    """First-time set-up of each server, side by side, for those that do not run."""
    idle = [server for server in servers_of(stack) if not supervisor.is_up(server.program(stack).name)]
    with ThreadPoolExecutor(len(servers_of(stack))) as pool:
        for outcome in [pool.submit(server.prepare, stack) for server in idle]:
            outcome.result()


def _start(stack: Stack, supervisor: Supervisor) -> int:
    """PostgreSQL first, since the registry keeps its schemas there; then all the others at once."""
    first, *others = [server.program(stack) for server in servers_of(stack)]
    started = int(supervisor.start(first.name))
    with part(first.name):
        supervisor.wait_ready(first)
    with postgres.connect(stack) as connection:
        databases.registry(stack, connection)
    started += sum(supervisor.start(other.name) for other in others)
    with ThreadPoolExecutor(len(others)) as pool:
        for outcome in [pool.submit(_wait, supervisor, program) for program in others]:
            outcome.result()
    return started


def _open_gateway(stack: Stack, supervisor: Supervisor) -> int:
    changed = gateway.prepare(stack)
    program = gateway.program(stack)
    started = supervisor.start(program.name)
    if changed and not started:
        supervisor.signal(program.name, "HUP")
    _wait(supervisor, program)
    return started or changed


def _wait(supervisor: Supervisor, program: Program) -> None:
    with part(program.name):
        supervisor.wait_ready(program)


def _told(changes: int) -> str:
    return f"{changes} changed" if changes else "nothing to change"
