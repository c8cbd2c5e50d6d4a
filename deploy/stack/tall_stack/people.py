"""One person of each role, whom the seed makes. Their passwords are random, one file each under secrets/people/; beside an
administrator's stands what their authenticator app would know."""

import base64
import hmac
import time
from dataclasses import dataclass
from pathlib import Path

from .layout import Stack

TOTP_STEP_SECONDS = 30


@dataclass(frozen=True)
class Person:
    role: str
    given_name: str
    family_name: str
    language: str

    @property
    def email(self) -> str:
        return f"{self.role}@tall.example"


TECHNICAL_ADMIN = Person("technical-admin", "Thea", "Technisch", "nl")
EDUCATIONAL_ADMIN = Person("educational-admin", "Emma", "Leermans", "nl")
TEACHER = Person("teacher", "Lucas", "de Vries", "nl")
STUDENT = Person("student", "Anna", "Sokolova", "ru")
PEOPLE = (TECHNICAL_ADMIN, EDUCATIONAL_ADMIN, TEACHER, STUDENT)
ADMINS = (TECHNICAL_ADMIN, EDUCATIONAL_ADMIN)
# By themselves, as everybody; the technical administrator is made by a command on the machine.
REGISTERED = (EDUCATIONAL_ADMIN, TEACHER, STUDENT)


def password_of(stack: Stack, person: Person) -> str:
    return stack.secret("people", person.role)


def totp_file(stack: Stack, person: Person) -> Path:
    """The `otpauth://` secret in base 32; absent until the seed has enrolled it."""
    return stack.path("secrets", "people", f"{person.role}.totp")


def totp_code(stack: Stack, person: Person) -> str:
    """What an administrator's authenticator app shows now."""
    return code_now(totp_file(stack, person))


def code_now(authenticator: Path) -> str:
    """What an authenticator app shows now that knows the secret of this file."""
    return code_of(authenticator.read_text(), int(time.time()) // TOTP_STEP_SECONDS)


def code_of(secret: str, step: int) -> str:
    """RFC 6238 with its usual parameters: SHA-1, six digits, steps of thirty seconds."""
    digest = hmac.digest(base64.b32decode(secret), step.to_bytes(8, "big"), "sha1")
    offset = digest[-1] & 0xF
    return f"{(int.from_bytes(digest[offset : offset + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"
