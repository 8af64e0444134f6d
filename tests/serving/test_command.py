"""`lcterm serve` as a command: what it refuses, and how."""

import builtins
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House
from tests.serving.test_tls import CERTIFICATE, KEY


def test_wrong_usage(planned: Shell) -> None:
    assert "invalid choice: 'sofa'" in planned.usage("serve", "--seat", "sofa")
    assert "invalid int value" in planned.usage("serve", "--port", "http")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("nosuch",), "no session is called 'nosuch'"),
        (("--port", "65536"), "65536 is no port; --port takes a number up to 65535"),
        (("--port", "-1"), "-1 is no port"),
        (("--key", KEY), "--key belongs to a certificate; give --certificate FILE as well"),
        (("--bind", "192.0.2.1"), "192.0.2.1 can be reached by others"),
        (("--bind", "nowhere at all"), "'nowhere at all' is no address of this machine"),
        (("--certificate", "nothing.pem"), "nothing.pem: no such file or directory"),
        (("--certificate", CERTIFICATE), "are not a certificate and its own key"),
        (("--bind", "192.0.2.1", "--certificate", CERTIFICATE, "--key", KEY), "192.0.2.1, port 8642: "),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(planned: Shell, argv: tuple[str, ...], said: str) -> None:
    assert said in planned.refusal("serve", *argv)


def test_a_port_that_is_taken(planned: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"port {port}: address already in use; --port N takes another" in planned.refusal(
            "serve", "--port", str(port)
        )


def test_without_a_session_it_says_what_makes_one(clock: TestClock, home: Path) -> None:
    assert "`lcterm plan` makes one" in Shell(clock).refusal("serve")


def test_without_the_libraries_it_says_how_they_come(planned: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".")[0] in ("aiohttp", "textual_serve", "segno"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name.split(".")[0])
        return real(name, *rest, **named)

    for name in [name for name in sys.modules if name.startswith("lcterm.serving.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    assert "`pip install 'lcterm[serve]'` brings them" in planned.refusal("serve")


def test_the_libraries_are_loaded_by_serve_alone(planned: Shell) -> None:
    """Help and refusals need none of them."""
    program = (
        "import sys\nfrom lcterm.cli.main import main\nfrom lcterm.cli.clock import SystemClock\n"
        "main(['sessions'], SystemClock())\nmain(['serve', '--bind', '192.0.2.1'], SystemClock())\n"
        "assert not {'aiohttp', 'textual_serve', 'segno', 'textual', 'ssl'} & set(sys.modules), sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_it_ends_in_order_when_nobody_came(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--bind", "localhost") as house:
        assert house.origin == f"http://localhost:{house.port}"
        assert house.stop() == 0
        assert house.out.endswith("The session goes on.\n")
        assert house.err == ""
