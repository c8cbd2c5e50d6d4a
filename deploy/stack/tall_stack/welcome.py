"""The last lines of `up`: where the product is and how to log in."""

from .api import CLIENT_VERSION
from .layout import REPOSITORY, Stack
from .people import ADMINS, PEOPLE, STUDENT, password_of, totp_file
from .servers import mail
from .terminal import heading, say


def greet(stack: Stack) -> None:
    address, authority = f"https://127.0.0.1:{stack.port('gateway')}", stack.path("pki", "ca.crt").relative_to(REPOSITORY)
    heading(f"{address}    (its authority: {authority})")
    for person in PEOPLE:
        say(f"  {person.role:18} {person.email:32} {password_of(stack, person)}")
    say("\nAdministrators log in with a code besides: put the secret into an authenticator app, or ask for a code.")
    for admin in ADMINS:
        secret = totp_file(stack, admin).read_text() if totp_file(stack, admin).exists() else "not enrolled yet"
        say(f"  {admin.role:18} {secret:32} deploy/stack/stack totp {admin.role} --name {stack.name}")
    inbox = mail.inbox(stack)
    say(f"  mail that the product sends: {inbox}/api/v1/messages, the newest as its reader sees it: {inbox}/view/latest.html")
    body = f'{{"email": "{STUDENT.email}", "password": "{password_of(stack, STUDENT)}", "device": {{"id": "0197a3c8-0000-7c1e-9c77-6d1e7a3b9f10"}}}}'
    say(f"""
Log in as the student:
  curl --cacert {authority} -H 'X-Client-Version: {CLIENT_VERSION}' -H 'Content-Type: application/json' \\
    -d '{body}' \\
    {address}/api/v2/profile/sessions""")
