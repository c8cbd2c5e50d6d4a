"""The files that tell a service, or the tests, where everything is: `.stack/<name>/env/*.env`. Names as in deploy/env/README.md."""

import shlex
from pathlib import Path

from . import lexicon, pki
from .layout import MONGO_SERVICES, OPERATOR, POSTGRES_SERVICES, REGION, REPOSITORY, SECRETS_PREFIX, Stack, existing_services, write_if_changed
from .provision.buckets import EXPORTS, MEDIA, MEDIA_WRITER, PAYLOADS, bucket_of
from .provision import databases, mongo_users
from .provision.databases import owner_of
from .people import TECHNICAL_ADMIN, totp_file
from .servers import mail, mongo, objects, postgres, registry, school, secrets_manager, traces

TESTS = "tests"
ONE_INSTANCE = "1"


def write(stack: Stack) -> int:
    services = existing_services()
    written = sum(_write(stack, service, of_service(stack, service)) for service in services)
    written += sum(_write(stack, migration_of(service), of_migration(stack, service)) for service in services if service in POSTGRES_SERVICES)
    written += _write(stack, OPERATOR, _kafka(stack, "TALL_KAFKA", OPERATOR))
    if stack.is_for_tests:
        written += _write(stack, TESTS, of_tests(stack))
    return written


def file_of(stack: Stack, service: str) -> Path:
    return stack.path("env", f"{service}.env")


def of_service(stack: Stack, service: str) -> dict[str, str]:
    return {
        "TALL_ENVIRONMENT": "local",
        "TALL_CONFIG_DIRECTORY": str(REPOSITORY / "deploy" / "env"),
        "TALL_HTTP__LISTEN": stack.listen(stack.http_port(service)),
        "TALL_OPS__LISTEN": stack.listen(stack.ops_port(service)),
        **_internal(stack, service),
        **(_postgres(stack, service) if service in POSTGRES_SERVICES else {}),
        **(_mongo(stack, service) if service in MONGO_SERVICES else {}),
        **_kafka(stack, "TALL_KAFKA", service),
        **_instance(stack),
        **_registry(stack, "TALL_REGISTRY", service),
        **_s3(stack, "TALL_S3", service),
        "TALL_EXPORTS__BUCKET": EXPORTS,
        "TALL_PAYLOADS__BUCKET": PAYLOADS,
        **({"TALL_MEDIA__BUCKET": MEDIA} if service == MEDIA_WRITER else {}),
        **_secrets(stack, "TALL_SECRETS", service),
        **(_mail(stack) if service == mail.SENDER else {}),
        **(_passkeys(stack) if service == "profile" else {}),
        **(_oidc(stack) if service == "profile" else {}),
        **(_lexicon() if service == lexicon.READER else {}),
        "TALL_ACCESS__ISSUER": f"https://127.0.0.1:{stack.port('gateway')}",
        "TALL_ACCESS__AUDIENCE": "tall",
        "TALL_TELEMETRY__LOG": "info",
        **(_traces(stack) if stack.is_for_tests else {}),
    }


def migration_of(service: str) -> str:
    return f"{service}.migration"


def of_migration(stack: Stack, service: str) -> dict[str, str]:
    """For `<service> migrate` alone: a running service does not know the owner of its tables."""
    return {
        "TALL_POSTGRES__MIGRATION_URL": postgres.url(stack, service, owner_of(service)),
        "TALL_POSTGRES__MIGRATION_PASSWORD_FILE": str(stack.secret_file("postgres", owner_of(service))),
    }


def of_tests(stack: Stack) -> dict[str, str]:
    database = postgres.url(stack, TESTS, f"{TESTS}:{stack.secret('postgres', TESTS)}")
    return {
        "DATABASE_URL": database,
        "TALL_TEST_POSTGRES_URL": database,
        "TALL_TEST_MONGO_URI": mongo.uri(stack, f"{TESTS}:{stack.secret('mongo', TESTS)}"),
        **_kafka(stack, "TALL_TEST_KAFKA", TESTS),
        **_registry(stack, "TALL_TEST_REGISTRY", registry.RELEASE),
        **_s3(stack, "TALL_TEST_S3", TESTS),
        **_secrets(stack, "TALL_TEST_SECRETS", TESTS),
        "TALL_TEST_GATEWAY_URL": f"https://127.0.0.1:{stack.port('gateway')}",
        "TALL_TEST_CA_FILE": str(pki.authority(stack)),
        "TALL_TEST_STACK": stack.name,
        "TALL_TEST_MAIL_URL": mail.inbox(stack),
        "TALL_TEST_SCHOOL_PROVIDERS_FILE": str(school.providers_file(stack)),
        "TALL_TEST_SCHOOL_REDIRECT_URI": school.redirect_uri(stack),
        "TALL_TEST_SCHOOL_NAME": school.ACCOUNT,
        "TALL_TEST_SCHOOL_PASSWORD_FILE": str(stack.secret_file(school.NAME, school.ACCOUNT)),
        "TALL_TEST_TECHNICAL_ADMIN_EMAIL": TECHNICAL_ADMIN.email,
        "TALL_TEST_TECHNICAL_ADMIN_PASSWORD_FILE": str(stack.secret_file("people", TECHNICAL_ADMIN.role)),
        "TALL_TEST_TECHNICAL_ADMIN_TOTP_FILE": str(totp_file(stack, TECHNICAL_ADMIN)),
    }


def _internal(stack: Stack, service: str) -> dict[str, str]:
    """Its own listener for other services, and where theirs are."""
    peers = [peer for peer in existing_services() if peer != service]
    return {
        "TALL_INTERNAL__LISTEN": stack.listen(stack.internal_port(service)),
        "TALL_INTERNAL__CA_FILE": str(pki.internal_authority(stack)),
        "TALL_INTERNAL__CERTIFICATE_FILE": str(stack.path("pki", f"{pki.internal_name(service)}.crt")),
        "TALL_INTERNAL__KEY_FILE": str(stack.path("pki", f"{pki.internal_name(service)}.key")),
        **{f"TALL_PEERS__{peer.replace('-', '_').upper()}": f"https://{stack.internal_address(peer)}" for peer in peers},
    }


def _lexicon() -> dict[str, str]:
    """Where its packs are, in containers as well, which see the repository. There need not be any."""
    return {"TALL_LEXICON__FOLDER": str(lexicon.FOLDER)}


def _mail(stack: Stack) -> dict[str, str]:
    return {
        "TALL_MAIL__HOST": stack.host("mail") if stack.in_containers else "localhost",
        "TALL_MAIL__PORT": str(stack.port("mail")),
        "TALL_MAIL__TLS": "implicit",
        "TALL_MAIL__USERNAME": mail.SENDER,
        "TALL_MAIL__PASSWORD_FILE": str(stack.secret_file("mail", mail.SENDER)),
        "TALL_MAIL__CA_FILE": str(pki.authority(stack)),
        "TALL_MAIL__CLIENT_URL": f"https://127.0.0.1:{stack.port('gateway')}",
    }


def _passkeys(stack: Stack) -> dict[str, str]:
    """Browsers know no passkeys of an address: the pages of the gateway are at its name, those of a developer at their own."""
    pages = [f"https://localhost:{stack.port('gateway')}", "http://localhost:4200"]
    return {"TALL_PASSKEYS__RELYING_PARTY": "localhost", "TALL_PASSKEYS__ORIGINS": ",".join(pages)}


def _oidc(stack: Stack) -> dict[str, str]:
    """The school's provider is a process of this machine; in containers there is none."""
    if stack.in_containers:
        return {}
    return {
        "TALL_OIDC__PROVIDERS_FILE": str(school.providers_file(stack)),
        "TALL_OIDC__REDIRECT_URI": school.redirect_uri(stack),
        "TALL_OIDC__CA_FILE": str(pki.authority(stack)),
    }


def _traces(stack: Stack) -> dict[str, str]:
    return {"TALL_TELEMETRY__OTLP_ENDPOINT": traces.endpoint(stack), "TALL_TELEMETRY__OTLP_CA_FILE": str(pki.authority(stack))}


def _postgres(stack: Stack, service: str) -> dict[str, str]:
    return {
        "TALL_POSTGRES__URL": postgres.url(stack, service),
        "TALL_POSTGRES__CREDENTIALS_FILE": str(databases.credentials_file(stack, service)),
    }


def _mongo(stack: Stack, service: str) -> dict[str, str]:
    return {
        "TALL_MONGO__URI": mongo.uri(stack),
        "TALL_MONGO__USERNAME": service,
        "TALL_MONGO__PASSWORD_FILE": str(stack.secret_file("mongo", service)),
        "TALL_MONGO__DATABASE": mongo_users.database_of(service),
    }


def _kafka(stack: Stack, prefix: str, user: str) -> dict[str, str]:
    return {
        f"{prefix}__BROKERS": stack.address("kafka"),
        f"{prefix}__USERNAME": user,
        f"{prefix}__PASSWORD_FILE": str(stack.secret_file("kafka", user)),
        f"{prefix}__CA_FILE": str(pki.authority(stack)),
        f"{prefix}__CERTIFICATE_FILE": str(stack.path("pki", f"{user}.crt")),
        f"{prefix}__KEY_FILE": str(stack.path("pki", f"{user}.key")),
    }


def _instance(stack: Stack) -> dict[str, str]:
    """Which of several instances of a service it is: here there is one. A container goes by its own name (docker-compose.yml)."""
    return {} if stack.in_containers else {"TALL_KAFKA__INSTANCE": ONE_INSTANCE}


def _registry(stack: Stack, prefix: str, user: str) -> dict[str, str]:
    return {
        f"{prefix}__URL": registry.url(stack),
        f"{prefix}__USERNAME": user,
        f"{prefix}__PASSWORD_FILE": str(stack.secret_file("registry", user)),
        f"{prefix}__CA_FILE": str(pki.authority(stack)),
    }


def _s3(stack: Stack, prefix: str, user: str) -> dict[str, str]:
    return {
        f"{prefix}__ENDPOINT": objects.url(stack),
        f"{prefix}__CA_FILE": str(pki.authority(stack)),
        f"{prefix}__REGION": REGION,
        f"{prefix}__BUCKET": bucket_of(user),
        f"{prefix}__ACCESS_KEY_ID": user,
        f"{prefix}__SECRET_KEY_FILE": str(stack.secret_file("s3", user)),
    }


def _secrets(stack: Stack, prefix: str, user: str) -> dict[str, str]:
    return {
        f"{prefix}__ENDPOINT": secrets_manager.url(stack),
        f"{prefix}__CA_FILE": str(pki.authority(stack)),
        f"{prefix}__REGION": REGION,
        f"{prefix}__ACCESS_KEY_ID": user,
        f"{prefix}__SECRET_KEY_FILE": str(stack.secret_file("secrets-manager", user)),
        f"{prefix}__PREFIX": SECRETS_PREFIX,
        # A test of a rotation does not wait for minutes.
        **({f"{prefix}__REFRESH_SECONDS": "5"} if stack.is_for_tests else {}),
    }


def _write(stack: Stack, name: str, values: dict[str, str]) -> bool:
    text = "".join(f"{key}={shlex.quote(value)}\n" for key, value in values.items())
    return write_if_changed(file_of(stack, name), text, private=True)
