"""Words within a line of todo.txt: what people wrote, with nothing in it that todo.txt reads as a sign, and back.

Signs of projects and contexts (`+`, `@`) get a backslash before them, and so does the colon of what looks like
`key:value`. Clock times and web addresses stay as they are. Source of the form: todo.txt's rules; of the backslash:
ours.
"""

import re

_IN_NAMES = {"%": "%25", "_": "%5F", ":": "%3A"}
_FROM_NAMES = {code: sign for sign, code in _IN_NAMES.items()}
_TAG = re.compile(r"\\*[+@].", re.DOTALL)


def plain_words(text: str) -> str:
    """The text, its words one blank apart, without a sign among them; `words_back` undoes it."""
    return " ".join(map(_plain, text.split()))


def words_back(text: str) -> str:
    """The text that `plain_words` made this of."""
    return " ".join(map(_back, text.split()))


def is_sign(word: str) -> bool:
    """Whether todo.txt reads more in this word than a word: a project, a context, or a key with its value."""
    if word[:1] in ("+", "@") and len(word) > 1:
        return True
    colon = _colon(word)
    return colon > 0 and word[colon - 1] != "\\"


def name_word(name: str) -> str:
    """A name as one word (`Sam_K.`); `name_back` undoes it. No name at all is someone."""
    escaped = re.sub("[%_:]", lambda found: _IN_NAMES[found[0]], name)
    return "_".join(escaped.split()) or "someone"


def name_back(word: str) -> str:
    """The name that `name_word` made this of, its words one blank apart."""
    return re.sub("%25|%5F|%3A", lambda found: _FROM_NAMES[found[0]], word.replace("_", " "))


def _colon(word: str) -> int:
    """Where the colon of a key stands; 0 where there is none: in a clock time, an address, at the end of a word."""
    place = max(0, word.find(":"))
    return 0 if word[:1].isdigit() or word[place + 1 : place + 2] in ("", "/") else place


def _plain(word: str) -> str:
    if _TAG.match(word):
        word = f"\\{word}"
    colon = _colon(word)
    return f"{word[:colon]}\\{word[colon:]}" if colon else word


def _back(word: str) -> str:
    colon = _colon(word)
    if colon > 1 and word[colon - 1] == "\\":
        word = word[: colon - 1] + word[colon:]
    return word[1:] if word[:1] == "\\" and _TAG.match(word) else word
