"""What Schemathesis does for each request: log in, leave alone what would hurt the fleet, count answers."""

import collections
import json
import os
import re
import threading
import time
from pathlib import Path

import schemathesis

from people import Account, register
from tall_stack.layout import find_stack

STACK = find_stack(os.environ["TALL_TEST_STACK"], None)
ACCOUNT = os.environ.get("TALL_CONTRACT_ACCOUNT")
ANSWERS = Path(os.environ["TALL_CONTRACT_ANSWERS"])

SUBJECT = os.environ.get("TALL_CONTRACT_SUBJECT", "")

# Each call erases its caller, or ends sessions: it has a caller, or a session, of its own.
ERASES = ("POST /api/v2/pii/erasures", "POST /api/v1/pii/delete")
ENDS_SESSIONS = ("DELETE /api/v2/profile/sessions", "DELETE /api/v2/profile/sessions/current")
# A token holds for fifteen minutes; whoever changes something delicate has logged in within ten.
GOOD_FOR_SECONDS = 480

DIGITS = re.compile("[0-9]+")
ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

answers: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
sessions: dict[str, tuple[float, str]] = {}
one_at_a_time = threading.Lock()


def token_for(operation: str) -> str:
    account = Account.kept(Path(ACCOUNT))
    if operation in ERASES:
        return register(STACK, Path(ACCOUNT).parent).token(STACK)
    if operation in ENDS_SESSIONS:
        sessions.clear()
        return account.token(STACK)
    with one_at_a_time:
        since, token = sessions.get("any", (0, ""))
        if time.monotonic() - since > GOOD_FOR_SECONDS or not token:
            token = account.token(STACK)
            sessions["any"] = (time.monotonic(), token)
        return token


if ACCOUNT:

    @schemathesis.auth(refresh_interval=None)
    class Bearer:
        def get(self, case, context):
            return token_for(case.operation.label)

        def set(self, case, token, context):
            case.headers["Authorization"] = f"Bearer {token}"


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Half of the requests are about somebody who is there; a random id is of nobody."""
    for name in ("userId", "teacherId", "studentId"):
        given = (path_parameters or {}).get(name)
        if SUBJECT and isinstance(given, str) and ID.fullmatch(given) and int(given[-1], 16) % 2 == 0:
            path_parameters[name] = SUBJECT
    return path_parameters


@schemathesis.hook
def before_call(context, case, kwargs):
    tag = (case.headers or {}).get("If-Match")
    if tag is None:
        return
    if case.operation.label == "PUT /api/v2/profile/client-policy/{platform}":
        case.headers["If-Match"] = '"of-no-revision"'
    elif DIGITS.fullmatch(tag):
        # The quotes of the pattern are lost where the edges of schemas are made.
        case.headers["If-Match"] = f'"{tag}"'


@schemathesis.hook
def after_call(context, case, response):
    answers[case.operation.label][response.status_code] += 1
    ANSWERS.write_text(json.dumps(answers))
