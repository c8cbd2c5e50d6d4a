"""The stack's own certificate authorities and every certificate under them. Existing files are kept."""

import datetime
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from .layout import OPERATOR, SERVICES, Stack, write_private

AUTHORITY_DAYS = 3650
CERTIFICATE_DAYS = 825
INTERNAL_AUTHORITY = "internal-ca"
INTERNAL_DOMAIN = "tall.internal"
# Whom services let in at their APIs: crates/boot/src/internal/callers.rs.
GATEWAY = "gateway"
SERVERS = ("postgres", "mongo", "s3", "secrets", "registry", "gateway", "mail", "school", "traces")
LOOPBACK = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]


def provision(stack: Stack) -> int:
    """Everything that is missing; how many files pairs were made."""
    made = 0
    made += _authority(stack, "ca", f"tall {stack.name} authority")
    made += _authority(stack, "broker-ca", f"tall {stack.name} broker authority")
    for server in SERVERS:
        made += _certificate(stack, "ca", server, server, [x509.DNSName(server)])
    for authority, name in (("ca", "broker"), ("broker-ca", "broker-internal")):
        made += _certificate(stack, authority, name, "broker", [x509.DNSName("kafka")])
    for service in SERVICES:
        made += _certificate(stack, "ca", service, service, [x509.DNSName(service)])
    made += _certificate(stack, "ca", OPERATOR, OPERATOR, [])
    # An authority that signs services and the gateway alone: whatever else has a certificate is nobody to a service.
    made += _authority(stack, INTERNAL_AUTHORITY, f"tall {stack.name} internal authority")
    for name in (*SERVICES, GATEWAY):
        made += _certificate(stack, INTERNAL_AUTHORITY, internal_name(name), name, [x509.DNSName(f"{name}.{INTERNAL_DOMAIN}")])
    if stack.is_for_tests:
        made += _certificate(stack, "ca", "tests", "tests", [])
        made += _authority(stack, "foreign-ca", "an authority that nobody trusts")
        made += _certificate(stack, "foreign-ca", "foreign", "tests", [])
    return made


def authority(stack: Stack) -> Path:
    """Whom clients of the servers believe."""
    return stack.path("pki", "ca.crt")


def internal_authority(stack: Stack) -> Path:
    """Whom services, the gateway, and who looks after them believe."""
    return stack.path("pki", f"{INTERNAL_AUTHORITY}.crt")


def certificate(stack: Stack, name: str) -> tuple[str, str]:
    """The files of a certificate and of its key."""
    return str(stack.path("pki", f"{name}.crt")), str(stack.path("pki", f"{name}.key"))


def internal_name(name: str) -> str:
    """The files that say to services which one this is, or that it is the gateway; Kafka and browsers are shown other certificates."""
    return f"{name}.internal"


def _authority(stack: Stack, name: str, common_name: str) -> int:
    if stack.path("pki", f"{name}.crt").exists():
        return 0
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _subject(common_name)
    certificate = (
        _dated(x509.CertificateBuilder().subject_name(subject).issuer_name(subject), AUTHORITY_DAYS)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write(stack, name, key, certificate)
    return 1


def _certificate(stack: Stack, authority: str, name: str, common_name: str, names: list) -> int:
    """For both ends of a connection, on loopback and under the given names."""
    if stack.path("pki", f"{name}.crt").exists():
        return 0
    ca = x509.load_pem_x509_certificate(stack.path("pki", f"{authority}.crt").read_bytes())
    ca_key = serialization.load_pem_private_key(stack.path("pki", f"{authority}.key").read_bytes(), None)
    key = ec.generate_private_key(ec.SECP256R1())
    usages = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    certificate = (
        _dated(x509.CertificateBuilder().subject_name(_subject(common_name)).issuer_name(ca.subject), CERTIFICATE_DAYS)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(usages), critical=False)
        .add_extension(x509.SubjectAlternativeName(LOOPBACK + names), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    _write(stack, name, key, certificate)
    return 1


def _write(stack: Stack, name: str, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> None:
    """PKCS#8, since Kafka reads no other PEM key; the key store is the key followed by its certificate."""
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()
    public = certificate.public_bytes(encoding).decode()
    write_private(stack.path("pki", f"{name}.key"), private)
    write_private(stack.path("pki", f"{name}.keystore.pem"), private + public)
    stack.path("pki", f"{name}.crt").write_text(public)


def _dated(builder: x509.CertificateBuilder, days: int) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.timezone.utc)
    return builder.not_valid_before(now - datetime.timedelta(hours=1)).not_valid_after(now + datetime.timedelta(days=days))


def _subject(common_name: str) -> x509.Name:
    """The common name last, so that Java prints it first, where the broker's mapping rule looks for it."""
    return x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "tall"),
        x509.NameAttribute(NameOID.COMMON_NAME, common_name),
    ])  # fmt: skip


def _key_usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates, key_cert_sign=signs_certificates, crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
