"""What was probably meant by a first word that is no command: an act without its `do`, or a command one letter off."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from lcterm.core.acts import ACTS

NEAR = 0.7
"""How alike a word is to a slip of the pen, of 1."""


def meant(argv: Sequence[str], commands: Collection[str]) -> str:
    """A line that says what to write instead; "" where the first word is a command, or like none."""
    typed = _first_word(argv)
    if not typed or typed in commands:
        return ""
    word = typed.casefold()
    if word in ACTS:
        return f"{word} is an act: lcterm do {ACTS[word].usage}"
    near = get_close_matches(word, [*commands, *(act for act in ACTS if act not in commands)], n=1, cutoff=NEAR)
    if not near:
        return ""
    like = near[0] if near[0] in commands else f"do {ACTS[near[0]].usage}"
    return f"{typed!r} is no command; did you mean lcterm {like}? `lcterm --help` lists all"


def _first_word(argv: Sequence[str]) -> str:
    """The first word that is neither an option nor the folder behind `--home`."""
    words = iter(argv)
    for word in words:
        if word == "--home":
            next(words, "")
        elif not word.startswith("-"):
            return word
    return ""
