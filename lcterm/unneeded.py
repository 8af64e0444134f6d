"""What libraries load because it is there, and lcterm has no use for: kept from them, mostly while they load.

Each of them goes on without, as on a Python that was built without it: asyncio then knows no TLS for the rest of the
run, shutil no packing but zip and gzip. The modules themselves can be imported afterwards as ever; who loaded one
before keeps it. For the time before other threads run, who might want one of these meanwhile.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """While this lasts, importing these modules fails with ImportError, which is what their absence looks like."""
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # as the import system has it for what is not to be had
    try:
        yield
    finally:
        for name in absent:
            if sys.modules.get(name, sys) is None:
                del sys.modules[name]


def keep_argparse_english() -> None:
    """argparse asks for a translation of every word of its own: it loads what knows all languages and looks for files
    that Python does not bring, which is a fiftieth of a short command. lcterm speaks English."""
    import argparse

    argparse._ = str  # type: ignore[attr-defined]


def load_msgspec() -> None:
    """msgspec asks typing_extensions first for what typing has too; that is a sixth of a short command."""
    with without("typing_extensions"):
        import msgspec  # noqa: F401
