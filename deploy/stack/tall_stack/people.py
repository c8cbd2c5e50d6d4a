"""One person of each role, whom the seed makes. Their passwords are random, one file each under secrets/people/."""

from dataclasses import dataclass

from .layout import Stack


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


def password_of(stack: Stack, person: Person) -> str:
    return stack.secret("people", person.role)
