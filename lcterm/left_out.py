"""What libraries load because it is there, and lcterm has no use for: kept from them while they load.

Each of them goes on without, as on a Python that was built without it. What was left out can be imported afterwards as
ever; who loaded it before keeps it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_out(*names: str) -> Iterator[None]:
    """While this lasts, importing these modules fails with ImportError, which is what their absence looks like."""
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # as the import system has it for what is not to be had
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def load_msgspec() -> None:
    """msgspec asks typing_extensions first for what typing has too; that is a sixth of a short command."""
    with left_out("typing_extensions"):
        import msgspec  # noqa: F401


def load_textual() -> None:
    """The screens' event loop talks to a terminal and to nobody over a network, and they pack no files: without OpenSSL
    and two packers a screen takes a seventh less memory."""
    with left_out("ssl", "bz2", "lzma"):
        import textual.app  # noqa: F401
