"""`python -m lcterm` is `lcterm`."""

from lcterm.cli.main import entry

if __name__ == "__main__":
    raise SystemExit(entry())
