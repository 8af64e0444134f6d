"""Writes README's key table from the key table: `python tests/tools/key_tables.py`. The tests fail when it is stale."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from lcterm.ui.keys import TEN, markdown_table  # noqa: E402 (the checkout must be on the path first)

README = ROOT / "README.md"
BEGIN = "<!-- keys: made by `python tests/tools/key_tables.py`, checked by the tests -->\n"
END = "<!-- end of keys -->\n"


def with_tables(text: str) -> str:
    """The README with the ten keys as they are now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{markdown_table(TEN)}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
