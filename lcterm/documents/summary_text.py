"""A summary as plain text for a mail: no marks to read over, lines of at most 72 cells."""

from lcterm.documents.summary_parts import Summary
from lcterm.documents.summary_words import Block, layout
from lcterm.documents.wrapping import wrapped


def text(summary: Summary) -> str:
    """The summary as it can be pasted into any mail."""
    document = layout(summary)
    parts = ["\n".join(wrapped(line)) for line in (document.title, *document.opening)]
    parts += ["\n".join([*wrapped(block.heading), *_list(block)]) for block in document.blocks]
    return "\n\n".join(parts) + "\n"


def _list(block: Block) -> list[str]:
    lines: list[str] = []
    for number, line in enumerate(block.lines, 1):
        sign = f"{number:>2}. " if block.numbered else "- "
        lines += wrapped(line, sign, " " * len(sign))
    return lines
