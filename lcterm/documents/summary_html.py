"""A summary as a page of its own: for a phone, a screen in the dark, paper. Nothing in it runs or is fetched."""

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
    style = shipped("styles", "summary.css").read_text("utf-8")
    parts = ["<header>", f'<h1 dir="auto">{escaped(document.title)}</h1>']
    parts += [f"<p>{escaped(paragraph)}</p>" for paragraph in document.opening]
    parts += ["</header>", *(line for block in document.blocks for line in _section(block))]
    body = "\n".join([f'<body class="{reader}">', "<main>", *parts, "</main>", "</body>", "</html>"])
    return f"{head(document.title, style)}{body}\n"


def head(title: str, style: str) -> str:
    """What stands before the body of any page of ours: it fetches nothing and runs nothing."""
    return _HEAD.format(title=escaped(title), style=style)


def escaped(text: str) -> str:
    """One line of plain text as HTML reads it: no tag, no entity, no end of an attribute in it."""
    return escape(" ".join(text.split()), quote=True)


def _section(block: Block) -> list[str]:
    kind = "ol" if block.numbered else "ul"
    items = [f'<li dir="auto">{escaped(line)}</li>' for line in block.lines]
    return ["<section>", f"<h2>{escaped(block.heading)}</h2>", f"<{kind}>", *items, f"</{kind}>", "</section>"]
