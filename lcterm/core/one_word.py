"""Human text as one word, for forms that part their fields by blanks, and back again.

A blank, of whatever kind, becomes its bytes in UTF-8 behind percent signs (`Sam%20K.`); a percent sign stays as it is
unless it would be read as the beginning of one of these.
"""

import re

_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_NOT_GIVEN = "<NA>"
"""How RTTM says that it names nobody; somebody who is called that is written otherwise."""


def _code(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


_WRITTEN = {_code(char): char for char in f"{_BLANKS}%<"}
_CODE = re.compile("|".join(_WRITTEN))
_SPECIAL = re.compile(rf"[{re.escape(_BLANKS)}]|{'|'.join(f'%(?={code[1:]})' for code in _WRITTEN)}")


def one_word(text: str) -> str:
    """The text without a blank in it, which `from_one_word` reads back."""
    if text == _NOT_GIVEN:
        return _code("<") + text[1:]
    return _SPECIAL.sub(lambda found: _code(found[0]), text)


def from_one_word(word: str) -> str:
    """The text that `one_word` made this of; any other text as it is."""
    return _CODE.sub(lambda found: _WRITTEN[found[0]], word)
