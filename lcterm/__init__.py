"""lcterm: a terminal program for people who facilitate Learning Communities."""

__version__ = "0.1.0"
