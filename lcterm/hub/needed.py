"""The driver is an extra: whoever has no hub needs none, and whoever has one is told how to get it."""

from lcterm.core.refusal import Refused

MISSING = "the hub needs a library that is not installed: `pip install 'lcterm[hub]'`"


def need_driver() -> None:
    """See that psycopg is there before anything of the hub is imported that stands on it. Raises Refused."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise Refused(MISSING) from None
