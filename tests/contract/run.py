"""Every OpenAPI document against the running fleet; README.md says what must hold. Run by `deploy/ci/test contract`."""

import collections
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from people import Account, Registry
from tall_stack.api import Api, Refused
from tall_stack.layout import REPOSITORY, find_stack

STACK = find_stack(os.environ.get("TALL_TEST_STACK", "test"), None)
EXAMPLES = os.environ.get("TALL_CONTRACT_EXAMPLES", "5")
# The same requests each time, so that what fails was changed; another number asks for others.
SEED = os.environ.get("TALL_CONTRACT_SEED", "1")
ONLY = os.environ.get("TALL_CONTRACT_ONLY", "")
HERE = Path(__file__).resolve().parent
METHODS = ("get", "put", "post", "delete", "patch", "head")
ROLES = ("student", "teacher", "educational-admin", "technical-admin")
NOBODY = "nobody"
# Every service counts a user's requests for itself, so services can be asked side by side.
AT_ONCE = 3


@dataclass(frozen=True)
class Errand:
    """The operations of one document that one role may call."""

    name: str
    role: str
    document: dict
    operations: tuple[str, ...]


def roles_of(operation: dict) -> tuple[str, ...]:
    """Who may: nobody needs a token where none is asked for; a list without names means any user."""
    asked = operation.get("security")
    if not asked:
        return (NOBODY,)
    return tuple(role.replace("_", "-") for role in asked[0]["accessToken"]) or ("student",)


def readable(document: dict) -> None:
    """Without what every request has, which `schemathesis.toml` sends, and with `If-Match` as text that is one tag."""
    for item in document["paths"].values():
        for operation in item.values():
            parameters = operation.get("parameters", [])
            operation["parameters"] = [one for one in parameters if one.get("$ref") != "#/components/parameters/ClientVersion"]
            for parameter in operation["parameters"]:
                if parameter.get("name") == "If-Match":
                    parameter["schema"] = {"type": "string", "pattern": '^"[0-9]{1,3}"$'}


def errands() -> list[Errand]:
    made = []
    for file in sorted((REPOSITORY / "openapi").glob("*.v?.json")):
        if ONLY and file.stem != ONLY:
            continue
        whole = json.loads(file.read_text())
        readable(whole)
        every = [one for item in whole["paths"].values() for method, one in item.items() if method in METHODS]
        for role in (NOBODY, *ROLES):
            operations = tuple(one["operationId"] for one in every if role in roles_of(one))
            if operations:
                made.append(Errand(file.stem, role, whole, operations))
    return made


@dataclass(frozen=True)
class Outcome:
    errand: Errand
    passed: bool
    answers: dict[str, dict[str, int]]
    told: str


def run(errand: Errand, account: Account | None, subject: str, folder: Path) -> Outcome:
    place = folder / f"{errand.name}.{errand.role}"
    place.mkdir()
    (place / "openapi.json").write_text(json.dumps(errand.document))
    environment = {
        **os.environ,
        "PYTHONPATH": f"{HERE}:{REPOSITORY / 'deploy' / 'stack'}",
        "TALL_TEST_STACK": STACK.name,
        "TALL_CONTRACT_ANSWERS": str(place / "answers.json"),
    }
    if account:
        account.keep(place / "account.json")
        environment["TALL_CONTRACT_ACCOUNT"] = str(place / "account.json")
        environment["TALL_CONTRACT_SUBJECT"] = subject
    told = subprocess.run(
        [
            Path(sys.executable).parent / "st", "--config-file", HERE / "schemathesis.toml", "--no-color", "run", place / "openapi.json",
            "--url", f"https://127.0.0.1:{STACK.port('gateway')}", "--tls-verify", STACK.path("pki", "ca.crt"), "--max-examples", EXAMPLES, "--seed", SEED,
            *(f"--include-operation-id={operation}" for operation in errand.operations),
        ],
        cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    answers = json.loads((place / "answers.json").read_text()) if (place / "answers.json").exists() else {}
    return Outcome(errand, told.returncode == 0, answers, told.stdout)


def refused_roles(people: dict[str, Account]) -> list[str]:
    """Each operation that names roles, asked by each that it does not name; what was not refused with 403."""
    if not people:
        return []
    tokens = {role: account.token(STACK) for role, account in people.items()}
    wrong = []
    for file in sorted((REPOSITORY / "openapi").glob("*.v2.json")):
        for path, item in json.loads(file.read_text())["paths"].items():
            for method, operation in item.items():
                named = roles_of(operation) if method in METHODS else ()
                if not operation.get("security", [{}])[0].get("accessToken"):
                    continue
                for role in (role for role in ROLES if role not in named):
                    asked = path.removeprefix("/api/v2/")
                    while "{" in asked:
                        before, _, rest = asked.partition("{")
                        asked = before + ("web" if rest.startswith("platform") else people[role].id) + rest.partition("}")[2]
                    try:
                        status = Api(STACK, tokens[role]).call(method.upper(), asked, {} if "requestBody" in operation else None)[0]
                    except Refused as refused:
                        status = int(str(refused).split(": ", 1)[1].split(" ", 1)[0])
                    if status != 403:
                        wrong.append(f"{role} may not {method.upper()} {path}: {status} instead of 403")
    return wrong


def table(outcomes: list[Outcome]) -> None:
    print(f"\n{'document':20} {'as':18} {'operations':>10} {'requests':>9}  answers")
    for outcome in outcomes:
        statuses: collections.Counter = collections.Counter()
        for counted in outcome.answers.values():
            statuses.update(counted)
        told = ", ".join(f"{times} x {status}" for status, times in sorted(statuses.items()))
        print(f"{outcome.errand.name:20} {outcome.errand.role:18} {len(outcome.errand.operations):>10} {sum(statuses.values()):>9}  {told}")


def faults(outcomes: list[Outcome]) -> list[str]:
    found = []
    for outcome in outcomes:
        where = f"{outcome.errand.name} as {outcome.errand.role}"
        if not outcome.passed:
            print(f"\n== {where}\n{outcome.told}")
            found.append(f"{where}: see above")
        for operation, statuses in outcome.answers.items():
            if "429" in statuses:
                found.append(f"{where}: {operation} was throttled {statuses['429']} times, and what was throttled was not tested")
            if outcome.errand.role != NOBODY and set(statuses) <= {"401", "405", "429"}:
                found.append(f"{where}: {operation} let nobody in")
        if len(outcome.answers) < len(outcome.errand.operations):
            found.append(f"{where}: {len(outcome.answers)} of {len(outcome.errand.operations)} operations were asked")
    return found


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="tall-contract-") as temporary:
        folder = Path(temporary)
        registry = Registry(STACK, folder)
        wanted = errands()
        # All at once: whoever gives roles has logged in within ten minutes.
        accounts = [None if errand.role == NOBODY else registry.make(errand.role) for errand in wanted]
        # An administrator acts on somebody else: who suspends or deletes oneself is let in nowhere.
        subjects = [account.id if account and errand.role in ("student", "teacher") else registry.make("student").id for errand, account in zip(wanted, accounts)]
        strangers = {} if ONLY else {role: registry.make(role) for role in ROLES}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            outcomes = list(pool.map(run, wanted, accounts, subjects, [folder] * len(wanted)))
        wrong = faults(outcomes)
        wrong += refused_roles(strangers)
        table(outcomes)
    for fault in wrong:
        print(f"FAULT {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
