"""lcterm: a terminal program for people who facilitate Learning Communities."""

from lcterm.unneeded import load_msgspec

__version__ = "0.1.0"

load_msgspec()
