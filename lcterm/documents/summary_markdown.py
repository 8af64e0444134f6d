"""A summary as Markdown that any mail or wiki takes: headings and lists, no tables, no HTML."""

import re

from lcterm.documents.summary_parts import Summary
from lcterm.documents.summary_words import Block, Layout, layout

_EVERYWHERE = re.compile(r"[\\`*\[\]|~]")
_HTML = re.compile(r"<|&(?=#?\w+;)")
# Inside a word, as in a web address, an underscore is only an underscore.
_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
_NUMBER = re.compile(r"^(\d+)([.)])")
_SIGN = re.compile(r"^[-+=#]")
_HASHES_AT_THE_END = re.compile(r"#+$")


def markdown(summary: Summary) -> str:
    """The summary in CommonMark, every word of the group's as it was written."""
    return markdown_page(layout(summary))


def markdown_page(document: Layout) -> str:
    """Any document of a title, an opening and lists in CommonMark."""
    parts = [f"# {escaped(document.title)}", *map(escaped, document.opening)]
    for block in document.blocks:
        parts += [f"## {escaped(block.heading)}", _list(block)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """One line of plain text, so that it reads the same in Markdown wherever it stands: nothing in it becomes a list, a
    heading, emphasis, a link, code, a table, HTML. `<` and `&` become entities, which every Markdown knows."""
    line = " ".join(text.split())
    line = _EVERYWHERE.sub(r"\\\g<0>", line)
    line = _UNDERSCORES.sub(lambda run: r"\_" * len(run[0]), line)
    line = _HTML.sub(lambda sign: "&lt;" if sign[0] == "<" else "&amp;", line)
    line = _HASHES_AT_THE_END.sub(lambda run: r"\#" * len(run[0]), line)
    line = re.sub(r"^>", "&gt;", line)
    line = _NUMBER.sub(r"\1\\\2", line)
    return _SIGN.sub(r"\\\g<0>", line)


def _list(block: Block) -> str:
    signs = (f"{number}. " if block.numbered else "- " for number in range(1, len(block.lines) + 1))
    return "\n".join(f"{sign}{escaped(line)}" for sign, line in zip(signs, block.lines, strict=True))
