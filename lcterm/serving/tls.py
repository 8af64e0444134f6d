"""The certificate: read, checked, and its fingerprint for a person to compare."""

import hashlib
import ssl
from pathlib import Path

from lcterm.core.refusal import Refused
from lcterm.store.paths import shown

CERTIFICATE_MAX = 256 * 1024
HOW = "both are PEM files; README says how to make them"


def context_of(certificate: str, key: str | None) -> ssl.SSLContext:
    """What TLS needs, from a PEM certificate and its key; `key` None where it is in the same file. Raises Refused."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    names = shown(certificate) if key is None else f"{shown(certificate)} and {shown(key)}"
    try:
        # A key behind a passphrase would be asked for on the terminal, in the middle of everything.
        context.load_cert_chain(certificate, key, password=lambda: b"")
    except ssl.SSLError:
        raise Refused(f"{names} are not a certificate and its own key without a passphrase; {HOW}") from None
    except OSError as problem:
        raise Refused(f"{names}: {(problem.strerror or str(problem)).lower()}; {HOW}") from None
    return context


def fingerprint(certificate: str) -> str:
    """The SHA-256 of the first certificate in a PEM file, as browsers show it. Raises Refused."""
    try:
        with Path(certificate).open(encoding="ascii", errors="replace") as file:
            text = file.read(CERTIFICATE_MAX)
        begin, end = text.index(ssl.PEM_HEADER), text.index(ssl.PEM_FOOTER) + len(ssl.PEM_FOOTER)
        raw = hashlib.sha256(ssl.PEM_cert_to_DER_cert(text[begin:end])).hexdigest().upper()
    except (OSError, ValueError):
        raise Refused(f"{shown(certificate)} holds no certificate; {HOW}") from None
    return ":".join(raw[at : at + 2] for at in range(0, len(raw), 2))
