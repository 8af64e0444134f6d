"""Strings that have broken other programs: a small selection of our own, and other people's collections beside the
checkout."""

import ast
import json
from functools import cache
from pathlib import Path

import pytest

NASTY = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nasty"

STEERING = (
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b[?1049l\x1b[?25h",
    "\x1b]0;another title\x07Ana",
    "\x1b]8;;https://example.org\x1b\\a link\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]1337;File=inline=1:AAAA\x07",
    '\x1bP$q"p\x1b\\',
    "\x1b_Gf=100;AAAA\x1b\\",
    "\x1b[6n\x1b[c\x1b[>c",
    "\x1b[200~pasted\x1b[201~",
    "\x1b[20;1H\x1b#8\x1bc",
    "\x9b31m\x9d0;c1\x9c",
    "\x1b]no end to this",
    "end\x1b",
    "bell\x07 back\x08\x08\x08space",
    "one\rtwo",
    "shift\x0eout\x0f",
    "nul\x00byte \x7f",
    "a\nline\n\nof its own",
    "tab\tand\x0bmore\x0c",
    "para\u2028graph\u2029s\x85",
)
"""What steers a terminal, or ends a line."""

UNSEEN = (
    "\u202etxt.exe\u202c",
    "\u2066isolated\u2069",
    "zero\u200bwidth\u2060\ufeff",
    "\u200fאביגיל بن داود\u200e",
    "می\u200cخواهم",
    "soft\u00adhyphen",
    "tag\U000e0041\U000e007fged",
    "\u3164\u115f\u1160filler",
    "private \ue000\U0010fffd",
    "nobody \u0378\uffff\ufffe",
)
"""What is there and not seen."""

WIDE = (
    "Z\u0335\u0321\u0316a\u0316\u0321\u0335l\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309go",
    "\u0301\u0301without a letter",
    "田中さんにあげて下さい",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "\u1100\u1161\u11a8 각",
    "ญาณี กุ้ง",
    "நிரஞ்சன் क्षि",
    "👩🏽\u200d🚀 👨\u200d👩\u200d👧\u200d👦 👍🏿",
    "❤\ufe0f ☝\ufe0e 1\ufe0f\u20e3 🇬🇧🇩🇪",
    "﷽ 𒐫 ꧅",
    "İıßﬁ Å Å",
)
"""What takes another number of cells than it has characters."""

SPOKEN = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>'",
    "&lt;b&gt; &amp; &#x3c;",
    "]]><!-- -->",
    "[bold red]x[/] [/nothing] [@click=app.quit()]",
    "# heading * bold * _em_ `code` [a](javascript:x) | cell |",
    "=cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "+1-1",
    "-2+3",
    'one;two,three"four',
    "semi\\;colon\\n BEGIN:VEVENT",
    "x 2026-01-01 +project @context due:2026-01-01 id:x",
    "${HOME} $(id) `id` %s %n {0} {}",
    "../../etc/passwd",
    "CON",
    "NUL.txt",
    "'; drop table events;--",
    "\\\\server\\share",
    "--help",
    "-",
    "@someone ^next >room",
    "1e999 NaN null true",
    "W" * 60,
    "x" * 400,
    "a " * 90,
)
"""What other languages read as more than words."""

OWN = (*STEERING, *UNSEEN, *WIDE, *SPOKEN)


@cache
def _others() -> tuple[str, ...]:
    blns = json.loads((NASTY / "blns" / "blns.json").read_text(encoding="utf-8"))
    formulas = (NASTY / "csv-injection" / "payloadbox.txt").read_text(encoding="utf-8").splitlines()
    source = (NASTY / "unicode" / "wcwidth-test_core.py.txt").read_text(encoding="utf-8")
    strings = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return tuple(dict.fromkeys(text for text in (*blns, *formulas, *strings) if isinstance(text, str)))


def others() -> tuple[str, ...]:
    """The Big List of Naughty Strings, formulas for spreadsheets, strings of the width tests of others; the test is
    skipped where they do not lie beside the checkout."""
    if not NASTY.is_dir():
        pytest.skip("needs ../shared/data/nasty beside the checkout: the Big List of Naughty Strings and its like")
    return _others()


def everything() -> tuple[str, ...]:
    """Our own strings, and those of others where they are at hand."""
    return tuple(dict.fromkeys((*OWN, *(_others() if NASTY.is_dir() else ()))))
