"""People of every role and the starter content, made through the product's own command and API. What is there already stays."""

import hashlib
import json
import uuid

from . import services, voice
from .api import Api, Refused, confirm_by_mail, log_in, uuid7
from .layout import REPOSITORY, Stack, write_private
from .people import ADMINS, EDUCATIONAL_ADMIN, REGISTERED, STUDENT, TEACHER, TECHNICAL_ADMIN, Person, password_of, totp_file
from .servers import mail
from .terminal import part, say

A_TOPIC = "eten-en-drinken.a1.toml"
PUBLISHING_STEPS = ["submit", "approve", "publish"]
# The services without which nobody proves an address: one has the account, one the address, one sends the mail.
NEEDED = {"profile", "pii", mail.SENDER}


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

    def content(self, pattern: str = "*.toml", speaker: str = "") -> int:
        """The files of content/ imported and published, each word said by the speaker; how much changed."""
        files = _topics(pattern)
        digest = hashlib.sha256(json.dumps(files).encode()).hexdigest()
        sown = f"{digest} {speaker}".strip()
        if self.kept["content"] == sown:
            return 0
        editor = self.log_in(EDUCATIONAL_ADMIN)
        import_id = str(uuid.uuid5(uuid.NAMESPACE_OID, digest))
        _, _, imported = editor.call("PUT", f"admin/imports/{import_id}", {"files": files})
        changes = len(imported["items"])
        for topic in [item["itemId"] for item in imported["items"] if item["kind"] == "topic"]:
            if speaker:
                changes += voice.record(editor, topic)
            step = uuid.uuid5(uuid.UUID(import_id), topic + speaker)
            editor.call("PUT", f"admin/topics/{topic}/steps/{step}", {"steps": PUBLISHING_STEPS})
        self._keep("content", sown)
        return changes

    def spoken_content(self) -> int:
        """With a computer's voice for every word, as far as this machine has one."""
        missing = voice.missing()
        if missing:
            say(f"  no voice says the words: that needs {', '.join(missing)}")
        return self.content(speaker="" if missing else voice.NAME)

    def preview(self) -> dict:
        """What importing content/ would change."""
        return self.log_in(EDUCATIONAL_ADMIN).call("POST", "admin/imports/previews", {"files": _topics()})[2]

    def log_in(self, person: Person) -> Api:
        """Once a run: an administrator's code holds for one log-in."""
        if person.role not in self.logged_in:
            self.logged_in[person.role] = Api(self.stack, self._access_token(person))
        return self.logged_in[person.role]

    def _access_token(self, person: Person) -> str:
        return log_in(self.stack, person.email, password_of(self.stack, person), self.device, totp_file(self.stack, person))

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
            confirm_by_mail(self.stack, person.email, known["id"])
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


def _topics(pattern: str = "*.toml") -> list[dict[str, str]]:
    return [{"name": file.name, "text": file.read_text()} for file in sorted((REPOSITORY / "content" / "topics").glob(pattern))]


def plant_a_topic(stack: Stack) -> int:
    """Something to learn on a test stack, whose tests otherwise publish what they need: the topic that they publish too."""
    with part("a topic") as done:
        changed = Seed(stack).content(A_TOPIC)
        done.outcome = f"{changed} changed" if changed else "nothing to change"
    return changed


def plant(stack: Stack, running: list[str], with_content: bool) -> int:
    if not NEEDED.issubset(running):
        say(f"  no people: that needs {', '.join(sorted(NEEDED))}")
        return 0
    seed = Seed(stack)
    changes = 0
    for what, sow in [("people", seed.people)] + ([("content", seed.spoken_content)] if with_content else []):
        with part(what) as done:
            changed = sow()
            done.outcome = f"{changed} changed" if changed else "nothing to change"
        changes += changed
    return changes
