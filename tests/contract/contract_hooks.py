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

# Each call ends sessions of the caller or erases them: it has a caller of its own.
OF_ITS_OWN = (
    "DELETE /api/v2/profile/sessions", "DELETE /api/v2/profile/sessions/current", "POST /api/v2/pii/erasures", "POST /api/v1/pii/delete",
)  # fmt: skip
# A token holds for fifteen minutes; whoever changes something delicate has logged in within ten.
GOOD_FOR_SECONDS = 480

ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

answers: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
sessions: dict[str, tuple[float, str]] = {}
one_at_a_time = threading.Lock()


def token_for(operation: str) -> str:
    account = Account.kept(Path(ACCOUNT))
    if operation in OF_ITS_OWN:
        return register(STACK, Path(ACCOUNT).parent).token(STACK)
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
    if case.operation.label == "PUT /api/v2/profile/client-policy/{platform}" and case.headers and "If-Match" in case.headers:
        case.headers["If-Match"] = '"of-no-revision"'


@schemathesis.hook
def after_call(context, case, response):
    answers[case.operation.label][response.status_code] += 1
    ANSWERS.write_text(json.dumps(answers))
