"""People of every role and the starter content, made through the product's own command and API. What is there already stays."""

import hashlib
import json
import secrets
import ssl
import time
import urllib.error
import urllib.request
import uuid
from email.message import Message

from . import services
from .layout import REPOSITORY, Stack, write_private
from .people import (
    ADMINS, EDUCATIONAL_ADMIN, REGISTERED, STUDENT, TEACHER, TECHNICAL_ADMIN, TOTP_STEP_SECONDS, Person, password_of, totp_code,
    totp_file,
)  # fmt: skip
from .servers import mail
from .terminal import part, say

CLIENT_VERSION = "web/1.4.0"
PUBLISHING_STEPS = ["submit", "approve", "publish"]
# A code holds once. Where somebody else has just used this one, the next step brings another.
CODES_TRIED = 4
# The services without which nobody proves an address: one has the account, one the address, one sends the mail.
NEEDED = {"profile", "pii", mail.SENDER}
MAIL_SECONDS = 60
MAIL_PAUSE_SECONDS = 0.25


class Refused(RuntimeError):
    """The product answered with an error; the text is its problem document."""


class Api:
    """The product through its gateway, as one person or as nobody."""

    def __init__(self, stack: Stack, token: str | None = None) -> None:
        self.stack, self.token = stack, token
        self.address = f"https://127.0.0.1:{stack.port('gateway')}"
        self.context = ssl.create_default_context(cafile=str(stack.path("pki", "ca.crt")))

    def call(self, method: str, path: str, body: dict | None = None, **headers: str) -> tuple[int, Message, dict]:
        """Status, headers, body of the answer."""
        sent = {"X-Client-Version": CLIENT_VERSION, "Content-Type": "application/json", **headers}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}/api/v2/{path}", data, sent, method=method)
        try:
            with urllib.request.urlopen(request, timeout=90, context=self.context) as answer:
                return answer.status, answer.headers, json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as refused:
            raise Refused(f"{method} {path}: {refused.code} {refused.read().decode(errors='replace')[:2000]}") from refused


class Seed:
    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.file = stack.path("seed.json")
        self.kept = json.loads(self.file.read_text()) if self.file.exists() else {"people": {}, "content": ""}
        self.device = self._kept("device", lambda: str(uuid7()))
        self.logged_in: dict[str, Api] = {}
        self.registered_before = {role for role, known in self.kept["people"].items() if known.get("registered")}

    def people(self) -> int:
        """One of each role, the teacher linked to the student; how much was new."""
        changes = self._technical_admin()
        for person in REGISTERED:
            changes += self._account(person)
        for person in REGISTERED:
            changes += self._address(person)
        technical_admin = None
        for person in (EDUCATIONAL_ADMIN, TEACHER):
            if self.kept["people"][person.role].get("role") != person.role:
                technical_admin = technical_admin or self.log_in(TECHNICAL_ADMIN)
                changes += self._role(technical_admin, person)
        for admin in ADMINS:
            changes += self._second_factor(admin)
        return changes + self._link()

    def content(self) -> int:
        """Every file of content/ imported and published; how many items changed."""
        files = [{"name": file.name, "text": file.read_text()} for file in sorted((REPOSITORY / "content" / "topics").glob("*.toml"))]
        digest = hashlib.sha256(json.dumps(files).encode()).hexdigest()
        if self.kept["content"] == digest:
            return 0
        editor = self.log_in(EDUCATIONAL_ADMIN)
        import_id = str(uuid.uuid5(uuid.NAMESPACE_OID, digest))
        _, _, imported = editor.call("PUT", f"admin/imports/{import_id}", {"files": files})
        for item in imported["items"]:
            if item["kind"] == "topic":
                step = uuid.uuid5(uuid.UUID(import_id), item["itemId"])
                editor.call("PUT", f"admin/topics/{item['itemId']}/steps/{step}", {"steps": PUBLISHING_STEPS})
        self._keep("content", digest)
        return len(imported["items"])

    def preview(self) -> dict:
        """What importing content/ would change."""
        files = [{"name": file.name, "text": file.read_text()} for file in sorted((REPOSITORY / "content" / "topics").glob("*.toml"))]
        return self.log_in(EDUCATIONAL_ADMIN).call("POST", "admin/imports/previews", {"files": files})[2]

    def log_in(self, person: Person) -> Api:
        """Once a run: an administrator's code holds for one log-in."""
        if person.role not in self.logged_in:
            self.logged_in[person.role] = Api(self.stack, self._access_token(person))
        return self.logged_in[person.role]

    def _access_token(self, person: Person) -> str:
        body = {"email": person.email, "password": password_of(self.stack, person), "device": {"id": self.device}}
        status, _, answer = Api(self.stack).call("POST", "profile/sessions", body)
        if status == 202:
            answer = self._pass_challenge(person, answer)
        return answer["accessToken"]

    def _pass_challenge(self, person: Person, challenge: dict) -> dict:
        """What the person's authenticator app would do, enrolled first where there is none."""
        path, token = f"profile/sessions/challenges/{challenge['challengeId']}", {"challengeToken": challenge["challengeToken"]}
        if "totp-enrolment" in challenge["methods"]:
            enrolment = Api(self.stack).call("POST", f"{path}/totp-enrolments", token)[2]
            write_private(totp_file(self.stack, person), enrolment["secret"])
        for attempt in range(1, CODES_TRIED + 1):
            try:
                answer = {**token, "method": "totp", "code": totp_code(self.stack, person)}
                return Api(self.stack).call("POST", f"{path}/answers", answer)[2]
            except Refused as refused:
                if "proof-not-accepted" not in str(refused) or attempt == CODES_TRIED:
                    raise
            time.sleep(TOTP_STEP_SECONDS - time.time() % TOTP_STEP_SECONDS)
        raise AssertionError("the last attempt returns or raises")

    def _second_factor(self, admin: Person) -> int:
        if totp_file(self.stack, admin).exists():
            return 0
        self.log_in(admin)
        return 1

    def _technical_admin(self) -> int:
        """Only the command makes one; again, it prints the same id."""
        if TECHNICAL_ADMIN.role in self.kept["people"]:
            return 0
        arguments = [
            "admin", "create", "--email", TECHNICAL_ADMIN.email, "--given-name", TECHNICAL_ADMIN.given_name,
            "--family-name", TECHNICAL_ADMIN.family_name, "--interface-language", TECHNICAL_ADMIN.language,
        ]  # fmt: skip
        told = services.run_command(self.stack, "profile", arguments, ["profile"], stdin=password_of(self.stack, TECHNICAL_ADMIN))
        self._keep_person(TECHNICAL_ADMIN, {"id": told.strip(), "role": TECHNICAL_ADMIN.role})
        return 1

    def _account(self, person: Person) -> int:
        if self.kept["people"].get(person.role, {}).get("registered"):
            return 0
        known = self.kept["people"].get(person.role) or {"id": str(uuid7())}
        self._keep_person(person, known)
        Api(self.stack).call("PUT", f"profile/users/{known['id']}", {
            "email": person.email, "password": password_of(self.stack, person), "givenName": person.given_name,
            "familyName": person.family_name, "interfaceLanguage": person.language,
        })  # fmt: skip
        self._keep_person(person, {**known, "registered": True})
        return 1

    def _address(self, person: Person) -> int:
        """Proved as everybody proves theirs: by the code of the mail."""
        known = self.kept["people"][person.role]
        if known.get("proved"):
            return 0
        if not self._is_let_in(person):
            if person.role in self.registered_before:
                Api(self.stack).call("POST", "profile/email-verifications", {"email": person.email})
            self._confirm_by_mail(person, known["id"])
        self._keep_person(person, {**known, "proved": True})
        return 1

    def _is_let_in(self, person: Person) -> bool:
        try:
            self.log_in(person)
        except Refused as refused:
            # Which of the two it is, nobody is told; the password is the one that was registered.
            if "bad-credentials" not in str(refused):
                raise
            return False
        return True

    def _confirm_by_mail(self, person: Person, user: str) -> None:
        tried: set[str] = set()
        patience = time.monotonic() + MAIL_SECONDS
        while time.monotonic() < patience:
            for code in mail.codes_sent_to(self.stack, person.email):
                if code not in tried and self._confirm(user, code):
                    return
                tried.add(code)
            time.sleep(MAIL_PAUSE_SECONDS)
        raise RuntimeError(f"no mail has brought {person.email} a code in {MAIL_SECONDS} s; `stack logs {mail.SENDER}` says why")

    def _confirm(self, user: str, code: str) -> bool:
        try:
            Api(self.stack).call("POST", "profile/email-confirmations", {"userId": user, "code": code})
        except Refused as refused:
            if "code-not-accepted" not in str(refused):
                raise
            return False
        return True

    def _role(self, technical_admin: Api, person: Person) -> int:
        known = self.kept["people"][person.role]
        _, headers, _ = technical_admin.call("GET", f"profile/users/{known['id']}")
        technical_admin.call("PUT", f"profile/users/{known['id']}/role", {"role": person.role}, **{"If-Match": headers["ETag"]})
        self._keep_person(person, {**known, "role": person.role})
        return 1

    def _link(self) -> int:
        teacher, student = (self.kept["people"][person.role]["id"] for person in (TEACHER, STUDENT))
        if self.kept.get("link") == [teacher, student]:
            return 0
        self.log_in(EDUCATIONAL_ADMIN).call("PUT", f"profile/teachers/{teacher}/students/{student}")
        self._keep("link", [teacher, student])
        return 1

    def _keep_person(self, person: Person, known: dict) -> None:
        self._keep("people", {**self.kept["people"], person.role: known})

    def _kept(self, name: str, make) -> str:
        if name not in self.kept:
            self._keep(name, make())
        return self.kept[name]

    def _keep(self, name: str, value) -> None:
        self.kept[name] = value
        write_private(self.file, json.dumps(self.kept, indent=1))


def plant(stack: Stack, running: list[str], with_content: bool) -> int:
    if not NEEDED.issubset(running):
        say(f"  no people: that needs {', '.join(sorted(NEEDED))}")
        return 0
    seed = Seed(stack)
    changes = 0
    for what, sow in [("people", seed.people)] + ([("content", seed.content)] if with_content else []):
        with part(what) as done:
            changed = sow()
            done.outcome = f"{changed} changed" if changed else "nothing to change"
        changes += changed
    return changes


def uuid7() -> uuid.UUID:
    """RFC 9562: 48 bits of milliseconds, the rest random."""
    milliseconds, noise = time.time_ns() // 1_000_000, secrets.randbits(74)
    return uuid.UUID(int=(milliseconds << 80) | (0x7 << 76) | ((noise >> 62) << 64) | (0b10 << 62) | (noise & ((1 << 62) - 1)))
