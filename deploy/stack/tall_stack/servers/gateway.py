"""nginx: the one door, over TLS 1.3, to every service that exists."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from .. import client, pki
from ..commands import find, run
from ..layout import REPOSITORY, Stack, existing_services, write_if_changed
from ..programs import Program
from ..provision import buckets
from ..system_users import can_enter
from . import accepts_connections, fill_in

SOURCES = REPOSITORY / "deploy" / "nginx"
DOCUMENTS = REPOSITORY / "openapi"
CLIENT_IN_CONTAINERS = Path("/usr/share/tall")
WORKER = "www-data"

# The gateway ends a connection before the service does, after ten seconds without a request and after ten minutes: one that the
# other end closes may take a request with it.
UPSTREAM = """\
    upstream {service} {{
        server {address};
        keepalive 32;
        keepalive_timeout 8s;
        keepalive_time 5m;
    }}
"""
LOCATION = """\
        location ~ ^/api/{versions}/{service}/ {{
            proxy_pass https://{service};
        }}
"""
# Without a slash at its end, which nginx would send whoever asks for the list to.
IMPORTS = """\
        location ^~ /api/v2/{service}/imports {{
            client_max_body_size 20m;
            proxy_read_timeout 60s;
            proxy_pass https://{service};
        }}
"""
# The whole dictionary of a student as a file.
DICTIONARY = """\
        location ^~ /api/v2/{service}/dictionary. {{
            proxy_read_timeout 60s;
            proxy_pass https://{service};
        }}
"""
# Five hundred answers of five hundred characters each, in any script.
SYNC = """\
        location ~ ^/api/v2/{service}/sync$ {{
            client_max_body_size 4m;
            proxy_pass https://{service};
        }}
"""
# Notices come when there are some; a sign of life comes every twenty seconds.
NOTICES = """\
        location ~ ^/api/v2/{service}/notices/stream$ {{
            proxy_buffering off;
            proxy_read_timeout 60s;
            proxy_pass https://{service};
        }}
"""
# A step of a whole topic takes each of its words along; admin gives it a minute.
TOPIC_STEPS = """\
        location ~ ^/api/v2/admin/topics/[^/]+/steps/ {{
            proxy_read_timeout 60s;
            proxy_pass https://{service};
        }}
"""
# Recordings are objects that everybody may read, under names that follow from their bytes. Of a request only what asks for a
# part of them is passed on, and of the answer only what a player needs.
MEDIA = """\
        location ~ "^/media/(?<media>audio/[0-9a-f]{{64}}\\.mp3)$" {{
            if ($request_method !~ "^(GET|HEAD)$") {{
                return 405;
            }}
            proxy_pass https://media/{bucket}/$media;
            proxy_ssl_trusted_certificate {authority};
            proxy_ssl_name s3;
            proxy_pass_request_headers off;
            proxy_pass_request_body off;
            proxy_set_header Host {address};
            proxy_set_header Connection "";
            proxy_set_header Content-Length "";
            proxy_set_header Range $http_range;
            proxy_set_header If-Range $http_if_range;
            proxy_set_header If-None-Match $http_if_none_match;
            proxy_hide_header X-Amz-Request-Id;
            proxy_hide_header X-Amz-Id-2;
            proxy_hide_header X-Amz-Storage-Class;
            proxy_hide_header X-Amz-Version-Id;
            proxy_intercept_errors on;
            error_page 403 404 =404 @problem_404;
            error_page 405 @problem_405;
            error_page 500 502 503 504 @problem_503;
            add_header Cache-Control "public, max-age=31536000, immutable";
            add_header Access-Control-Allow-Origin * always;
            add_header Content-Security-Policy "default-src 'none'" always;
@STATIC_HEADERS@        }}
"""
PROBLEM = """\
        location @problem_{status} {{
            internal;
            types {{ }}
            default_type application/problem+json;
            add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
            add_header X-Content-Type-Options nosniff always;
            add_header Cache-Control no-store always;{more}
            return {status} '{body}';
        }}
"""
# Only what no operation has, such as TRACE, gets no further than here (RFC 9110 section 15.5.6 wants to hear what would).
METHODS = '\n            add_header Allow "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" always;'
STATIC_HEADERS = """\
            add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
            add_header X-Content-Type-Options nosniff always;
"""
BROTLI_HEADERS = """\
            gzip off;
            add_header Content-Encoding br always;
            add_header Vary Accept-Encoding always;
            add_header Cache-Control "public, max-age=31536000, immutable" always;
"""
# Where operators look further: https://grafana.example/d/tall
DASHBOARDS = {"metrics": "TALL_METRICS_URL", "logs": "TALL_LOGS_URL"}
# Nothing in it means anything to nginx or to JSON.
ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~/?&=%+,:@-]*)?")
RETRY = '\n            add_header Retry-After 2 always;'
PROBLEMS = {
    400: ("not-understood", "Not understood", "The request is no valid HTTP request.", ""),
    404: ("not-found", "Not found", "There is no such service.", ""),
    405: ("method-not-allowed", "Method not allowed", "This address cannot be asked so.", METHODS),
    413: ("too-large", "Too large", "The body is larger than this operation takes.", ""),
    502: ("unavailable", "Unavailable", "The service does not answer. Try again.", RETRY),
    503: ("unavailable", "Unavailable", "The service is busy. Try again.", RETRY),
    504: ("unavailable", "Unavailable", "The service did not answer in time. Repeat the request with the same id.", RETRY),
}


def prepare(stack: Stack) -> bool:
    """True when the configuration is new or different."""
    changed = configure(stack)
    if changed:
        run([find("nginx"), "-t", "-q", "-c", _file(stack), "-g", "error_log stderr;"])
    return changed


def configure(stack: Stack) -> bool:
    addresses = {service: stack.http_address(service) for service in existing_services()}
    return write_if_changed(_file(stack), configuration(addresses, stack.address("s3"), values(stack)))


def values(stack: Stack) -> dict[str, object]:
    """What the template is filled in with, beside the services."""
    return {
        "USER": _worker(stack),
        "RUN": "/tmp" if stack.in_containers else stack.path("run"),
        "MIME_TYPES": "/etc/nginx/mime.types",
        "LISTEN": stack.listen(stack.port("gateway")),
        "CERTIFICATE": stack.path("pki", "gateway.crt"),
        "CERTIFICATE_KEY": stack.path("pki", "gateway.key"),
        "AUTHORITY": pki.authority(stack),
        "DOMAIN": pki.INTERNAL_DOMAIN,
        "INTERNAL_AUTHORITY": pki.internal_authority(stack),
        "INTERNAL_CERTIFICATE": stack.path("pki", f"{pki.internal_name(pki.GATEWAY)}.crt"),
        "INTERNAL_CERTIFICATE_KEY": stack.path("pki", f"{pki.internal_name(pki.GATEWAY)}.key"),
        "STATIC": _client(stack),
        "SITE": site(os.environ),
    }


def site(environment: Mapping[str, str]) -> str:
    """What the client is told of this installation, as JSON: addresses of dashboards, where there are any."""
    links = {}
    for name, variable in DASHBOARDS.items():
        address = environment.get(variable, "")
        if address and not ADDRESS.fullmatch(address):
            raise SystemExit(f"{variable} is no address of a web page: {address}")
        if address:
            links[name] = address
    return json.dumps({"links": links})


def configuration(addresses: dict[str, str], objects: str, values: dict[str, object]) -> str:
    """The template with a location for each service at its address, and one for the media at that of the object store."""
    locations = "".join(LOCATION.format(service=s, versions=_versions(s)) for s in addresses)
    if "learning-cards" in addresses:
        locations = IMPORTS.format(service="learning-cards") + DICTIONARY.format(service="learning-cards") + locations
    if "admin" in addresses:
        locations = IMPORTS.format(service="admin") + TOPIC_STEPS.format(service="admin") + locations
    if "lobby" in addresses:
        locations = NOTICES.format(service="lobby") + locations
    for cards in sorted({"learning-cards", "thematic-cards"} & addresses.keys()):
        locations = SYNC.format(service=cards) + locations
    return fill_in(
        (SOURCES / "nginx.conf").read_text(),
        {
            **values,
            "UPSTREAMS": "".join(UPSTREAM.format(service=s, address=a) for s, a in {**addresses, "media": objects}.items()),
            "LOCATIONS": locations + MEDIA.format(bucket=buckets.MEDIA, address=objects, authority=values["AUTHORITY"]),
            "STATIC_HEADERS": STATIC_HEADERS,
            "BROTLI_HEADERS": BROTLI_HEADERS,
            "PROBLEMS": "".join(_problem(status, *entry) for status, entry in PROBLEMS.items()),
        },
    )


def program(stack: Stack) -> Program:
    return Program(
        name="gateway",
        command=[str(find("nginx")), "-c", str(_file(stack)), "-e", "stderr"],
        is_ready=lambda: accepts_connections(stack.port("gateway")),
        stop_signal="QUIT",
    )


def _problem(status: int, code: str, title: str, detail: str, more: str) -> str:
    body = {"type": f"urn:tall:problem:{code}", "title": title, "status": status, "detail": detail}
    return PROBLEM.format(status=status, more=more, body=json.dumps(body))


def _client(stack: Stack) -> Path:
    """Where the client's files are; a page that says so where it was not built."""
    if stack.in_containers:
        return CLIENT_IN_CONTAINERS
    return client.FILES if client.FILES.exists() else SOURCES / "www"


def _versions(service: str) -> str:
    """Those that the service has a document of."""
    return "(v1|v2)" if (DOCUMENTS / f"{service}.v1.json").exists() else "v2"


def _worker(stack: Stack) -> str:
    """The user of the processes that read requests."""
    if stack.in_containers:
        return "nginx"
    return WORKER if can_enter(WORKER, REPOSITORY) else "root"


def _file(stack: Stack) -> Path:
    return stack.path("conf", "nginx.conf")
