"""What libraries load because it is there is kept from them while they load, and from nobody afterwards."""

import subprocess
import sys

import pytest

from lcterm.unneeded import without
from tests.shipping import ROOT


def printed(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_screens_load_no_openssl_and_no_packers() -> None:
    program = (
        "from lcterm.cli.screens import load_textual; load_textual(); import lcterm.ui.app, lcterm.ui.room_app, sys"
    )
    assert printed(f"{program}\nprint({{'ssl', '_ssl', 'bz2', 'lzma'}} & set(sys.modules))") == "set()"


def test_lcterm_loads_no_typing_extensions_and_reads_what_is_stored_all_the_same() -> None:
    program = "import sys, lcterm.store.segment; from lcterm.core.facts import decode_event\n"
    event = """decode_event(b'{"kind": "HandRaised", "person": "ada"}')"""
    assert printed(f"{program}print({event}.person, 'typing_extensions' in sys.modules)") == "ada False"


def test_reading_a_command_asks_for_no_translation() -> None:
    program = "import sys; from lcterm.cli.main import Parser\nmade = Parser(prog='lcterm'); made.parse_args([])\n"
    assert printed(f"{program}print('locale' in sys.modules)") == "False"


def test_afterwards_it_can_be_imported_and_does_its_work() -> None:
    program = "from lcterm.cli.screens import load_textual; load_textual()\nimport bz2, lzma, ssl, typing_extensions\n"
    work = (
        "lzma.decompress(lzma.compress(b'a')) + bz2.decompress(bz2.compress(b'b')), bool(ssl.create_default_context())"
    )
    assert printed(f"{program}print({work})") == "b'ab' True"


def test_whoever_has_it_keeps_it() -> None:
    program = "import ssl, sys\nfrom lcterm.cli.screens import load_textual; load_textual()\n"
    assert (
        printed(f"{program}print(sys.modules['ssl'] is ssl, sys.modules['asyncio'].sslproto.ssl is ssl)") == "True True"
    )
    with without("pytest"):
        assert __import__("pytest") is pytest


def test_what_somebody_puts_there_meanwhile_stays() -> None:
    with without("nobodys_module"):
        sys.modules["nobodys_module"] = pytest
    assert sys.modules.pop("nobodys_module") is pytest


def test_it_looks_as_if_it_were_not_installed_and_an_error_leaves_nothing_behind() -> None:
    assert "colorsys_of_nobody" not in sys.modules
    with pytest.raises(ModuleNotFoundError), without("colorsys_of_nobody"):
        __import__("colorsys_of_nobody")
    assert "colorsys_of_nobody" not in sys.modules
