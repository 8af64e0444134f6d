"""Writes README's key tables anew: `python tests/tools/key_tables.py`. The tests fail when they are stale."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from lcterm.ui.key_table import SHIPPED  # noqa: E402 (the checkout must be on the path first)
from lcterm.ui.keys import TEN  # noqa: E402

README = ROOT / "README.md"
BEGIN = "<!-- keys: made by `python tests/tools/key_tables.py`, checked by the tests -->\n"
BEGIN_ALL = "<!-- all keys: made by `python tests/tools/key_tables.py`, checked by the tests -->\n"
END = "<!-- end of keys -->\n"


def with_tables(text: str) -> str:
    """The README with the ten keys, and with all of them by groups, as they are now."""
    groups = (f"**{title}**\n\n{SHIPPED.markdown(key.id for key in keys)}" for title, keys in SHIPPED.grouped())
    return _between(BEGIN_ALL, "\n".join(groups), _between(BEGIN, SHIPPED.markdown(TEN), text))


def _between(begin: str, table: str, text: str) -> str:
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(END)
    return f"{before}{begin}\n{table}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
