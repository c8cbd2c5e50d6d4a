"""supervisord: started once per stack, told of every program, asked to start them one by one."""

import hashlib
import http.client
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import xmlrpc.client
from pathlib import Path

from .commands import last_lines
from .layout import Stack, write_if_changed
from .programs import Program
from .system_users import user_options

LONGEST_SOCKET_PATH = 100
# A program that ended at once and is tried again: for how long that may go on.
CRASHING_SECONDS = 10
RUNNING, STARTING = "RUNNING", "STARTING"


class NotReady(Exception):
    """A program did not come to work in time; the text ends with its log."""


def socket_path(stack: Stack) -> Path:
    """Inside the stack, or in the temporary folder when that path is too long for a Unix socket."""
    inside = stack.path("run", "supervisor.sock")
    if len(str(inside)) < LONGEST_SOCKET_PATH:
        return inside
    digest = hashlib.sha256(str(stack.home).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"tall-{os.getuid()}-{digest}.sock"


def log_path(stack: Stack, program: str) -> Path:
    return stack.path("logs", f"{program}.log")


class Supervisor:
    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.configuration = stack.path("conf", "supervisord.conf")

    def is_running(self) -> bool:
        try:
            self._call("supervisor.getState")
            return True
        except (OSError, xmlrpc.client.Error, http.client.HTTPException):
            return False

    def load(self, programs: list[Program]) -> None:
        """Make the supervisor know exactly these programs; those whose definition changed are stopped."""
        changed = write_if_changed(self.configuration, self._configuration(programs), private=True)
        if not self.is_running():
            self._start()
            return
        if not changed:
            return
        added, altered, removed = self._call("supervisor.reloadConfig")[0]
        for name in altered + removed:
            self._stop_quietly(name)
            self._call("supervisor.removeProcessGroup", name)
        for name in added + altered:
            self._call("supervisor.addProcessGroup", name)

    def states(self) -> dict[str, dict]:
        if not self.is_running():
            return {}
        return {info["name"]: info for info in self._call("supervisor.getAllProcessInfo")}

    def is_up(self, name: str) -> bool:
        return self.states().get(name, {}).get("statename") in (RUNNING, STARTING)

    def start(self, name: str) -> bool:
        """False when it ran already."""
        if self.is_up(name):
            return False
        try:
            self._call("supervisor.startProcess", name, False)
        except xmlrpc.client.Fault as fault:
            if "ALREADY_STARTED" not in fault.faultString:
                raise
            return False
        return True

    def stop(self, name: str) -> None:
        self._stop_quietly(name)

    def signal(self, name: str, signal_name: str) -> None:
        """`KILL` is a crash: the supervisor starts the program again."""
        self._call("supervisor.signalProcess", name, signal_name)

    def wait_ready(self, program: Program) -> None:
        began, first_crash = time.monotonic(), None
        while not program.is_ready():
            state, now = self.states().get(program.name, {}).get("statename", "absent"), time.monotonic()
            first_crash = first_crash or (now if state == "BACKOFF" else None)
            crashes_again = first_crash is not None and now > first_crash + CRASHING_SECONDS
            if state in ("FATAL", "EXITED", "STOPPED") or crashes_again or now > began + program.ready_seconds:
                log = log_path(self.stack, program.name)
                raise NotReady(f"{program.name} is {state.lower()} and does not work; {log} ends:\n{last_lines(log, 8)}")
            time.sleep(0.1)

    def shut_down(self, seconds: float = 60) -> bool:
        """Stop every program and the supervisor itself; False when it was not running."""
        if not self.is_running():
            return False
        process = self._call("supervisor.getPID")
        self._call("supervisor.shutdown")
        deadline = time.monotonic() + seconds
        while _is_alive(process):
            if time.monotonic() > deadline:
                os.kill(process, signal.SIGKILL)
                raise NotReady(f"supervisord {process} of stack {self.stack.name} had to be killed after {seconds:.0f} s")
            time.sleep(0.1)
        return True

    def _start(self) -> None:
        socket_path(self.stack).unlink(missing_ok=True)
        log = self.stack.path("logs", "supervisord.out")
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "supervisor.supervisord", "-n", "-c", str(self.configuration)],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True, cwd=self.stack.home,
            )  # fmt: skip
        deadline = time.monotonic() + 20
        while not self.is_running():
            if process.poll() is not None or time.monotonic() > deadline:
                raise NotReady(f"supervisord did not start:\n{last_lines(log)}")
            time.sleep(0.05)

    def _stop_quietly(self, name: str) -> None:
        try:
            self._call("supervisor.stopProcess", name, True)
        except xmlrpc.client.Fault as fault:
            if "NOT_RUNNING" not in fault.faultString:
                raise

    def _call(self, method: str, *arguments):
        proxy = xmlrpc.client.ServerProxy("http://localhost", transport=_UnixTransport(socket_path(self.stack)))
        with proxy:
            return getattr(proxy, method)(*arguments)

    def _configuration(self, programs: list[Program]) -> str:
        return "\n".join([
            "[unix_http_server]", f"file={socket_path(self.stack)}", "chmod=0700", "",
            "[supervisord]", f"logfile={self.stack.path('logs', 'supervisord.log')}", f"pidfile={self.stack.path('run', 'supervisord.pid')}",
            f"childlogdir={self.stack.path('logs')}", "nodaemon=true", "silent=true", "minfds=1024", *(["user=root"] if os.geteuid() == 0 else []), "",
            "[rpcinterface:supervisor]", "supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface", "",
            *[self._section(program) for program in programs],
        ])  # fmt: skip

    def _section(self, program: Program) -> str:
        environment = ",".join(f'{key}="{_literal(value)}"' for key, value in sorted(program.environment.items()))
        # Nothing outlives the supervisor, even when that is killed.
        command = ["setpriv", "--pdeathsig", program.stop_signal, *user_options(program.user), *program.command]
        lines = [
            f"[program:{program.name}]",
            f"command={_literal(shlex.join(command))}",
            f"directory={program.folder or self.stack.home}",
            "autostart=false",
            "autorestart=true",
            "startsecs=1",
            "startretries=20",
            f"stopsignal={program.stop_signal}",
            "stopwaitsecs=20",
            "stopasgroup=false",
            "killasgroup=true",
            "redirect_stderr=true",
            f"stdout_logfile={log_path(self.stack, program.name)}",
            "stdout_logfile_maxbytes=20MB",
            "stdout_logfile_backups=2",
        ]
        if environment:
            lines.append(f"environment={environment}")
        return "\n".join(lines) + "\n"


def _literal(value: str) -> str:
    """supervisord expands `%`."""
    return value.replace("%", "%%")


def _is_alive(process: int) -> bool:
    """A zombie whose parent does not reap it (a container's first process) is not alive."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class _UnixTransport(xmlrpc.client.Transport):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def make_connection(self, host):
        return _UnixConnection(self.path)


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=60)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))
