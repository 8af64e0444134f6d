"""lcterm: a terminal program for people who facilitate Learning Communities."""

from lcterm.left_out import load_msgspec

__version__ = "0.1.0"

load_msgspec()
