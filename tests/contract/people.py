"""People of a run: registered for it, so that no seeded person is changed, and logged in as the product has it."""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from tall_stack.api import Api, confirm_by_mail, log_in, uuid7
from tall_stack.layout import Stack, write_private
from tall_stack.people import TECHNICAL_ADMIN, password_of, totp_file


@dataclass(frozen=True)
class Account:
    id: str
    email: str
    password: str
    device: str
    authenticator: str

    def token(self, stack: Stack) -> str:
        return log_in(stack, self.email, self.password, self.device, Path(self.authenticator))

    def keep(self, file: Path) -> None:
        write_private(file, json.dumps(asdict(self)))

    @classmethod
    def kept(cls, file: Path) -> "Account":
        return cls(**json.loads(file.read_text()))


def register(stack: Stack, folder: Path) -> Account:
    """A student whom nobody knows."""
    made = uuid7()
    # Each from a network of their own: what is sent for one network is bounded, and a run makes more people than fit.
    network = f"127.{made.bytes[13] % 255 + 1}.{made.bytes[14]}.{made.bytes[15] % 254 + 1}"
    account = Account(str(made), f"contract-{made.hex}@tall.example", secrets.token_urlsafe(24), str(uuid7()), str(folder / f"{made}.totp"))
    Api(stack, network=network).call("PUT", f"profile/users/{account.id}", {
        "email": account.email, "password": account.password, "givenName": "Carla", "familyName": "Contract", "interfaceLanguage": "nl",
    })  # fmt: skip
    confirm_by_mail(stack, account.email, account.id)
    return account


class Registry:
    """Makes people of every role. The seeded technical admin, logged in once, gives the roles."""

    def __init__(self, stack: Stack, folder: Path) -> None:
        self.stack, self.folder = stack, folder
        password = password_of(stack, TECHNICAL_ADMIN)
        self.admin = Api(stack, log_in(stack, TECHNICAL_ADMIN.email, password, str(uuid7()), totp_file(stack, TECHNICAL_ADMIN)))

    def make(self, role: str) -> Account:
        account = register(self.stack, self.folder)
        if role != "student":
            path = f"profile/users/{account.id}"
            _, headers, _ = self.admin.call("GET", path)
            self.admin.call("PUT", f"{path}/role", {"role": role}, **{"If-Match": headers["ETag"]})
        return account
