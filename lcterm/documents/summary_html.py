"""A summary as a page of its own: for a phone, a screen in the dark, paper. Nothing in it runs or is fetched."""

from collections.abc import Iterable
from html import escape

from lcterm.documents.summary_parts import Summary
from lcterm.documents.summary_words import Block, Layout, layout
from lcterm.store.shipped import shipped

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
"""


def html(summary: Summary) -> str:
    """The summary as one HTML file. Every word of the group's is escaped, and takes the direction it is written in.

    Raises Refused when the style did not come with this lcterm.
    """
    return html_page(layout(summary), summary.reader)


def html_page(document: Layout, reader: str) -> str:
    """Any document of a title, an opening and lists as such a file; `reader` is a class for the style sheet. Raises
    Refused as above."""
    parts = ["<header>", f'<h1 dir="auto">{escaped(document.title)}</h1>']
    parts += [f"<p>{escaped(paragraph)}</p>" for paragraph in document.opening]
    parts += ["</header>", *(line for block in document.blocks for line in _section(block))]
    return whole_page(document.title, ("summary",), reader, parts)


def whole_page(title: str, styles: Iterable[str], kind: str, parts: Iterable[str]) -> str:
    """Any page of ours, which fetches nothing and runs nothing. `styles`: names of the style sheets in it; `kind`: a
    class for them; `parts`: lines of HTML. Raises Refused when a style did not come with this lcterm."""
    style = "".join(shipped("styles", f"{name}.css").read_text("utf-8") for name in styles)
    body = "\n".join([f'<body class="{kind}">', "<main>", *parts, "</main>", "</body>", "</html>"])
    return f"{_HEAD.format(title=escaped(title), style=style)}{body}\n"


def escaped(text: str) -> str:
    """One line of plain text as HTML reads it: no tag, no entity, no end of an attribute in it."""
    return escape(" ".join(text.split()), quote=True)


def _section(block: Block) -> list[str]:
    kind = "ol" if block.numbered else "ul"
    items = [f'<li dir="auto">{escaped(line)}</li>' for line in block.lines]
    return ["<section>", f"<h2>{escaped(block.heading)}</h2>", f"<{kind}>", *items, f"</{kind}>", "</section>"]
