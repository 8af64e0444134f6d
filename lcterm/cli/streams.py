"""Streams as they are handed to us: closed ones (`lcterm … >&-`), which then take everything and give nothing, and
those in another encoding than UTF-8, as a console's code page."""

import os
import sys
from io import TextIOWrapper

STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def stand_in_for_closed() -> None:
    """Put an empty stream where one is closed, before any file is opened: a file of ours would get the stream's number,
    and what other code says to that number would be written into it."""
    for name, mode in STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # for as long as the program


def speak_any_text() -> None:
    """Let names in any script be said. What is piped or kept is UTF-8, as every file of ours; a console shows `?` for
    what its code page does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
