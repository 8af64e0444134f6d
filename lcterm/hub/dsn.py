"""Where the hub is: the DSN, from the option, the environment or the platform's keyring. What is said of it never
holds its password."""

import ipaddress
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import psycopg
from psycopg.conninfo import conninfo_to_dict

from lcterm.core.refusal import Refused
from lcterm.store.neutral import neutral_text

VARIABLE = "LCTERM_HUB_DSN"
SERVICE, USER = "lcterm", "hub"
"""Under what the keyring keeps it."""

NOWHERE = (
    f"where is the hub? Give --dsn, or set {VARIABLE}, like postgresql://amina@hub.example.org/lcterm "
    "(--keep puts it into the keyring)"
)


_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")
"""Where Debian, Fedora, and Alpine and macOS keep the certificates that they trust."""


class Dsn(NamedTuple):
    """How the hub is reached: the parameters for the driver, and what may be shown of them."""

    parameters: Mapping[str, str]
    shown: str

    def __repr__(self) -> str:
        """Nothing of it but what may be shown: whatever prints what a variable holds prints no password."""
        return f"Dsn({self.shown})"

    @property
    def person(self) -> str:
        """Who asks there; "" for whoever the operating system says."""
        return self.parameters.get("user", "")


def find_dsn(option: str | None, environ: Mapping[str, str]) -> Dsn:
    """The hub that is meant. Raises Refused where nothing says so, for what is no DSN, and for a way there on which
    others could read along."""
    text = option or environ.get(VARIABLE) or kept_dsn()
    if not text:
        raise Refused(NOWHERE)
    return parse_dsn(text, environ)


def parse_dsn(text: str, environ: Mapping[str, str]) -> Dsn:
    """A DSN as it was given, an address or `host=… user=…`. Raises Refused as above."""
    try:
        given = conninfo_to_dict(text)
    except psycopg.Error:  # its text may quote the DSN, password and all
        raise Refused(
            "the hub's DSN cannot be read; it looks like postgresql://amina@hub.example.org/lcterm, with signs such "
            "as @ or / in a password written as %40 or %2F"
        ) from None
    parameters = {key: str(value) for key, value in given.items() if value is not None}
    shown = _shown(parameters)
    if not _stays_here(parameters, environ):
        asked = parameters.get("sslmode", "verify-full")
        if asked != "verify-full":
            raise Refused(
                f"only sslmode=verify-full will do beyond this machine: with {neutral_text(asked)} others could "
                f"read along or pretend to be {shown} (sslrootcert names the hub's own authority)"
            )
        parameters["sslmode"] = "verify-full"
        # Kerberos' own encryption would be taken before TLS, whatever sslmode says, and shows no certificate.
        parameters["gssencmode"] = "disable"
        if not _has_authority(parameters, environ):
            parameters["sslrootcert"] = _trusted_here()
    return Dsn(parameters, shown)


def _has_authority(parameters: Mapping[str, str], environ: Mapping[str, str]) -> bool:
    """Whether it is said whose certificates count; else those count that this machine trusts anyway."""
    usual = Path(environ.get("APPDATA", ""), "postgresql") if os.name == "nt" else Path.home() / ".postgresql"
    said = parameters.get("sslrootcert") or environ.get("PGSSLROOTCERT") or "service" in parameters
    return bool(said or environ.get("PGSERVICE") or (usual / "root.crt").exists())


def _trusted_here() -> str:
    """The file of the authorities that this machine trusts; "system" lets the driver look for it, which finds nothing
    where it has brought an OpenSSL of its own."""
    import ssl

    found = (ssl.get_default_verify_paths().cafile, *_BUNDLES)
    return next((path for path in found if path and Path(path).is_file()), "system")


LONGEST = 4096
"""Characters of a DSN out of a pipe, which may have no end."""


def typed_dsn() -> str:
    """A DSN from the keyboard, unseen, or from a pipe. Raises Refused where there is none."""
    from getpass import getpass

    try:
        given = (getpass("DSN: ") if sys.stdin.isatty() else sys.stdin.readline(LONGEST)).strip()
    except EOFError:
        given = ""
    if not given:
        raise Refused("no DSN was given; nothing was changed")
    return given


def kept_dsn() -> str:
    """What the platform's keyring holds; "" where there is no keyring, or nothing in it."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, USER) or ""
    except (KeyringError, RuntimeError, OSError):
        return ""


def keep_dsn(text: str) -> None:
    """Put it into the platform's keyring. Raises Refused where there is none."""
    way_on = f"set {VARIABLE} instead"
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise Refused(f"the keyring needs a library: `pip install 'lcterm[hub]'`, or {way_on}") from None
    try:
        keyring.set_password(SERVICE, USER, text)
    except (KeyringError, RuntimeError, OSError):
        raise Refused(f"this machine offers no keyring, or it is locked: {way_on}") from None


def _shown(parameters: Mapping[str, str]) -> str:
    user, host = parameters.get("user", ""), parameters.get("host") or parameters.get("hostaddr") or "this machine"
    port, name = parameters.get("port", ""), parameters.get("dbname", "")
    where = f"{user}@{host}" if user else host
    return neutral_text(f"{where}{':' + port if port else ''}{'/' + name if name else ''}")


def _stays_here(parameters: Mapping[str, str], environ: Mapping[str, str]) -> bool:
    """Whether nothing leaves this machine: a socket of its file system, or the loopback."""
    if "service" in parameters or environ.get("PGSERVICE"):
        return False
    named = [
        parameters.get("host") or environ.get("PGHOST", ""),
        parameters.get("hostaddr") or environ.get("PGHOSTADDR", ""),
    ]
    return all(_is_here(host) for hosts in named for host in hosts.split(","))


def _is_here(host: str) -> bool:
    if not host or host.startswith(("/", "@")) or host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
