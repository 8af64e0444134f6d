"""A way to a hub that nobody can read along: certificates made for a test, a door that speaks TLS before the tests'
server (its wheel was built without), and, where the machine has one, a PostgreSQL of its own with `ssl = on`."""

import datetime
import os
import shutil
import socket
import ssl
import struct
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "hub.example.test"
_SSL_REQUEST = 80877103
_DAY = datetime.timedelta(days=1)


class Authority:
    """Makes certificates, and is trusted by whoever has its file."""

    def __init__(self, folder: Path, name: str = "An authority of the tests") -> None:
        self._folder, self._name = folder, x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.file = folder / f"{name.replace(' ', '-')}.pem"
        self.file.write_bytes(_pem(self._made(self._name, self._key.public_key(), ca=True)))

    def certificate(self, host: str = HOST, *, days: int = 30) -> tuple[Path, Path]:
        """The files of a certificate for this host, and of its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        made = self._made(subject, key.public_key(), host=host, days=days)
        paths = self._folder / f"{host}{days}.pem", self._folder / f"{host}{days}.key"
        paths[0].write_bytes(_pem(made))
        form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, *form))
        paths[1].chmod(0o600)
        return paths

    def _made(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, *, ca: bool = False, host: str = "", days: int = 30
    ) -> x509.Certificate:
        now = datetime.datetime.now(datetime.UTC)
        builder = (
            x509.CertificateBuilder(subject_name=subject, issuer_name=self._name, public_key=key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 60 * _DAY)
            .not_valid_after(now + days * _DAY)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if host:
            names = [x509.DNSName(host), x509.IPAddress(ip_address("127.0.0.9"))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(self._key, hashes.SHA256())


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


class TlsDoor:
    """Speaks PostgreSQL's way into TLS, then hands on to the server's socket. Without a certificate it offers none."""

    def __init__(self, target: str, certificate: tuple[Path, Path] | None) -> None:
        self._target = target
        self._context = None
        if certificate is not None:
            self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            self._context.load_cert_chain(*certificate)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.inside = 0
        """How many have come in."""
        threading.Thread(target=self._welcome, daemon=True).start()

    def _welcome(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            threading.Thread(target=self._let_in, args=(near,), daemon=True).start()

    def _let_in(self, near: socket.socket) -> None:
        with near, socket.socket(socket.AF_UNIX) as far:
            try:
                if struct.unpack("!ii", near.recv(8, socket.MSG_WAITALL)) != (8, _SSL_REQUEST) or self._context is None:
                    near.sendall(b"N")
                    near.recv(1)
                    return
                near.sendall(b"S")
                with self._context.wrap_socket(near, server_side=True) as safe:
                    self.inside += 1
                    far.connect(self._target)
                    back = threading.Thread(target=_pass_on, args=(far, safe), daemon=True)
                    back.start()
                    _pass_on(safe, far)
                    far.shutdown(socket.SHUT_RDWR)
                    back.join()
            except (OSError, struct.error):
                return

    def close(self) -> None:
        """Nobody comes through any more."""
        self._door.close()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    try:
        while data := one.recv(65536):
            other.sendall(data)
    except OSError:
        return


def system_postgres() -> Path | None:
    """Where the programs of a PostgreSQL of this machine are, if it has one that knows TLS."""
    places = [Path(found).parent for found in [shutil.which("postgres")] if found]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists()), None)


@contextmanager
def with_ssl_on(programs: Path, certificate: tuple[Path, Path]) -> Iterator[int]:
    """That PostgreSQL, running with this certificate, nobody let in but over TLS; its port."""
    folder = Path(tempfile.mkdtemp(prefix="lcterm-ssl-"))
    who: dict[str, object] = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
    try:
        for source, name in zip(certificate, ("server.crt", "server.key"), strict=True):
            shutil.copy(source, folder / name)
            (folder / name).chmod(0o600)
        if who:
            for path in (folder, *folder.iterdir()):
                os.chown(path, 65534, 65534)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        data = folder / "data"

        def call(program: str, *words: object) -> None:
            command = [str(programs / program), *map(str, words)]
            subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=60, **who)  # type: ignore[call-overload]

        call("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N")
        (data / "pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 trust\n")
        call("pg_ctl", "-w", "-D", data, "-l", folder / "log", "-o",
             f"-p {port} -k '' -h 127.0.0.1 -F -c ssl=on -c ssl_cert_file={folder}/server.crt"
             f" -c ssl_key_file={folder}/server.key", "start")  # fmt: skip
        try:
            yield port
        finally:
            call("pg_ctl", "-w", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
