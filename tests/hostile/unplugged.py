"""lcterm on a machine without a network: `unplugged.py CLOCKFILE TOUCHED [ARGS…]`.

Whatever asks for the network is refused and noted in the file TOUCHED, a line each. With ARGS the program is run with
them; without, every line of standard input is one command, its words as JSON, and its exit status is printed.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
REACHING = ("socket.connect", "socket.bind", "socket.sendto")
ASKING = ("socket.getaddrinfo", "socket.gethostby", "urllib.Request", "http.client.connect", "smtplib", "ftplib")
INTERNET = (2, 10, 23, 30)
"""The numbers of IPv4 and IPv6 on the systems there are; a pair of sockets within the program is of another family."""


def unplug(touched: Path) -> None:
    """From now on the network is out of reach, and who reaches for it is written down."""

    def refuse(event: str, about: tuple[Any, ...]) -> None:
        opened = event == "socket.__new__" and int(about[1]) in INTERNET
        # A socket that is a file has a path for its address.
        reached = event in REACHING and not isinstance(about[1], str | bytes)
        if not (opened or reached or event.startswith(ASKING)):
            return
        with touched.open("a", encoding="utf-8") as file:
            file.write(f"{event} {about[1:]!r}\n")
        raise OSError(f"there is no network here: {event}")

    sys.addaudithook(refuse)


def commands(clock_file: str) -> None:
    """Every command of standard input, one after the other in this process."""
    from tests.cli.running import Shell
    from tests.clock_program import FileClock

    shell = Shell(FileClock(clock_file))
    for line in sys.stdin:
        ran = shell(*json.loads(line), stdin="Ana\nBen\n")
        print(json.dumps([ran.status, ran.err]), flush=True)


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    unplug(Path(sys.argv[2]))
    if sys.argv[3:]:
        from tests.clock_program import run

        sys.exit(run([sys.argv[1], *sys.argv[3:]]))
    commands(sys.argv[1])
