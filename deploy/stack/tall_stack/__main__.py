"""The `stack` command."""

import argparse
import fcntl
import json
import os
import shutil
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from . import backup, bring_up, containers, doctor, failpoints, rust, seed, services, terminal, toolchain, welcome
from . import client as web_client
from .layout import OPERATOR, VERSIONS, Stack, existing_services, find_stack
from .people import ADMINS, totp_code, totp_file
from .provision import rotation
from .servers import postgres
from .supervisor import NotReady, Supervisor, log_path
from .terminal import heading, part, say, time_table


def main() -> int:
    arguments = _parser().parse_args()
    stack = find_stack(arguments.name, arguments.base)
    try:
        return arguments.run(stack, arguments) or 0
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (NotReady, RuntimeError) as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1


def up(stack: Stack, arguments: argparse.Namespace) -> None:
    started = time.monotonic()
    with _alone(stack):
        wanted = [] if arguments.servers_only else _services(arguments) or existing_services()
        bring_up.install(stack, wanted)
        changes = bring_up.servers(stack)
        if wanted:
            changes += bring_up.fleet(stack, wanted)
            changes += seed.plant(stack, wanted, with_content=not stack.is_for_tests and "admin" in wanted)
    time_table()
    heading(f"Stack {stack.name} is up after {time.monotonic() - started:.0f} s; {changes or 'no'} changes.")
    if not arguments.servers_only:
        welcome.greet(stack)


def client(stack: Stack, arguments: argparse.Namespace) -> None:
    """What `up` leaves out of a test stack."""
    with _alone(stack):
        if arguments.build_only:
            web_client.build(stack.path("logs", "client.log"))
            return
        bring_up.open_client(stack)
        seed.plant_a_topic(stack)


def down(stack: Stack, arguments: argparse.Namespace) -> None:
    stack.path("READY").unlink(missing_ok=True)
    with part(f"stopping stack {stack.name}") as done:
        done.outcome = "" if Supervisor(stack).shut_down() else "it was not running"


def reset(stack: Stack, arguments: argparse.Namespace) -> None:
    """Down, and every record of it gone: data, passwords, certificates."""
    down(stack, arguments)
    postgres.remove_data(stack)
    shutil.rmtree(stack.home, ignore_errors=True)
    say(f"  ok   {stack.home} removed")


def status(stack: Stack, arguments: argparse.Namespace) -> int:
    """0 when the stack runs and nothing in it crashes; what nobody started is no fault."""
    states = Supervisor(stack).states()
    if not states:
        say(f"stack {stack.name} is down")
        return 1
    ports = stack.all_ports()
    for name, state in states.items():
        say(f"  {state['statename']:9} {name:18} {ports.get(name, ''):>6}  {state['description']}")
    return 0 if all(state["statename"] in ("RUNNING", "STOPPED") for state in states.values()) else 1


def control(stack: Stack, arguments: argparse.Namespace) -> None:
    """start, stop, restart, kill: one program."""
    supervisor, name = Supervisor(stack), arguments.program
    if name not in supervisor.states():
        raise NotReady(f"stack {stack.name} has no program {name}: {', '.join(supervisor.states()) or 'it is down'}")
    if arguments.command in ("stop", "restart"):
        supervisor.stop(name)
    if arguments.command == "kill":
        supervisor.signal(name, "KILL")
        return
    if arguments.command != "stop":
        supervisor.start(name)
        supervisor.wait_ready(bring_up.find_program(stack, name))
    say(f"  ok   {arguments.command} {name}")


def arm(stack: Stack, arguments: argparse.Namespace) -> None:
    """A service of a test stack ends at a step after its next start, once."""
    failpoints.arm(stack, arguments.program, arguments.failpoints)
    say(f"  ok   the next start of {arguments.program} has FAILPOINTS={arguments.failpoints}")


def logs(stack: Stack, arguments: argparse.Namespace) -> None:
    file = log_path(stack, arguments.program)
    if not file.exists():
        raise NotReady(f"no {file}; there are: {', '.join(sorted(f.stem for f in stack.path('logs').glob('*.log')))}")
    follow = ["--follow", "--retry"] if arguments.follow else []
    os.execvp("tail", ["tail", "-n", str(arguments.lines), *follow, str(file)])


def diagnose(stack: Stack, arguments: argparse.Namespace) -> int:
    return 1 if doctor.examine(stack) else 0


def tool(stack: Stack, arguments: argparse.Namespace) -> None:
    terminal.keep_output_for_the_answer()
    match arguments.program:
        case "python":
            print(sys.executable)
        case "npm":
            print(toolchain.npm())
        case name:
            print(toolchain.check_tool(name))


def bus(stack: Stack, arguments: argparse.Namespace) -> None:
    """The events tool, as the service whose group is meant; dead letters as the operator, who alone may read them."""
    terminal.keep_output_for_the_answer()
    rust.build("the bus tool", {"tall-bus": "bus"}, stack.path("logs", "build.log"))
    environments = [arguments.service] + ([OPERATOR] if arguments.arguments[:1] == ["dlq"] else [])
    print(services.run_program(stack, rust.binary("bus"), arguments.arguments, environments), end="")


def back_up(stack: Stack, arguments: argparse.Namespace) -> None:
    with _alone(stack):
        backup.back_up(stack, arguments.folder.absolute(), _services(arguments) or existing_services())


def restore(stack: Stack, arguments: argparse.Namespace) -> None:
    with _alone(stack):
        backup.restore(stack, arguments.folder.absolute(), _services(arguments))


def _services(arguments: argparse.Namespace) -> list[str] | None:
    """Those that are named, if any."""
    named = arguments.services.split(",") if arguments.services else None
    if unknown := sorted(set(named or []) - set(existing_services())):
        raise NotReady(f"there is no service {', '.join(unknown)}: {', '.join(existing_services())}")
    return named


def rotate(stack: Stack, arguments: argparse.Namespace) -> None:
    if arguments.secret == rotation.STEPPED_BY_PII:
        say(services.run_command(stack, "pii", ["rotate-kek", arguments.step], ["pii"]).strip())
    else:
        say(rotation.rotate(stack, arguments.secret, arguments.step))


def content(stack: Stack, arguments: argparse.Namespace) -> int:
    preview = seed.Seed(stack).preview()
    say(json.dumps({key: preview.get(key) for key in ("faults", "counts")}, indent=2, ensure_ascii=False))
    return 1 if preview.get("faults") else 0


def totp(stack: Stack, arguments: argparse.Namespace) -> None:
    terminal.keep_output_for_the_answer()
    admin = next(admin for admin in ADMINS if admin.role == arguments.role)
    if not totp_file(stack, admin).exists():
        raise NotReady(f"the {admin.role} of stack {stack.name} has no authenticator app yet; `up` enrols it")
    print(totp_code(stack, admin))


@contextmanager
def _alone(stack: Stack):
    """One `up` of a stack at a time; the second waits for the first."""
    stack.home.mkdir(parents=True, exist_ok=True)
    with stack.path("up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--name", default="local", help="which stack (default: local)")
    common.add_argument("--base", type=int, help="the first of its ports (local 20000, test 24000)")
    parser = argparse.ArgumentParser(prog="stack", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, run, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=about)
        added.set_defaults(run=run)
        return added

    bringing_up = command("up", up, "install, build, start, provision, seed")
    bringing_up.add_argument("--servers-only", action="store_true", help="no services, no gateway, no seed")
    bringing_up.add_argument("--services", help="only these, separated by commas")
    serving = command("client", client, "test stacks: the web client, behind the gateway, and a topic to learn; `up` brings neither there")
    serving.add_argument("--build-only", action="store_true", help="its files, unless they are there; needs no stack")
    command("down", down, "stop every process of the stack")
    command("reset", reset, "down, and remove its data")
    command("status", status, "what runs")
    for name, about in (("start", "start a program"), ("stop", "stop a program"), ("restart", "restart a program"), ("kill", "SIGKILL a program")):
        command(name, control, about).add_argument("program")
    arming = command("arm", arm, "test stacks: end a service at a step after its next start, once: stack arm pii 'bus.relay.published=1*return'")
    arming.add_argument("program")
    arming.add_argument("failpoints", help="as in FAILPOINTS; crates/bus/README.md has the steps")
    log = command("logs", logs, "the end of a program's log")
    log.add_argument("program")
    log.add_argument("--lines", type=int, default=100)
    log.add_argument("--follow", action="store_true")
    command("container-files", lambda *_: containers.files(), "for docker-compose.yml: what servers read before they start")
    command("container-registry-database", lambda *_: containers.registry_database(), "for docker-compose.yml: what the registry needs")
    command("container-provision", lambda *_: containers.provision(), "for docker-compose.yml: what they must hold")
    command("content", content, "preview what importing content/ would change")
    tool_of_events = command("bus", bus, "lag, parked keys and dead letters of a service: stack bus thematic-cards lag")
    tool_of_events.add_argument("service", choices=existing_services())
    tool_of_events.add_argument("arguments", nargs=argparse.REMAINDER)
    for name, does, about in (("backup", back_up, "the stores of the services into a folder that is empty or new"), ("restore", restore, "stores as they were when `backup` copied them; what came later is gone from them")):
        copying = command(name, does, about)
        copying.add_argument("folder", type=Path)
        copying.add_argument("--services", help="only these, separated by commas")
    rotating = command("rotate", rotate, "the next version of a key or of a database password: add, promote, forget; rewrap for pii/kek")
    rotating.add_argument("step", choices=rotation.STEPS)
    rotating.add_argument("secret", choices=rotation.NAMES)
    command("totp", totp, "the code with which an administrator logs in now").add_argument("role", choices=[a.role for a in ADMINS])
    command("doctor", diagnose, "what is missing or ill, and what to do")
    command("tool", tool, "the path of a program for checks").add_argument("program", choices=["python", "npm", *VERSIONS["tools"]])
    return parser


if __name__ == "__main__":
    sys.exit(main())
