"""Documents read back by the rules of their own form, by parsers that are not ours."""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

VOID = frozenset({"meta", "br", "img", "hr", "link", "input", "col", "path", "rect", "line", "circle"})
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Page(HTMLParser):
    """A page of HTML: its tags with their attributes' names, where its links go, its text, its policy."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.policies: list[str] = []
        self.words: list[str] = []
        self.unclosed: list[str] = []
        self.odd: list[str] = []
        self.feed(text)
        self.close()

    @property
    def text(self) -> str:
        """Everything that is read on it, one blank between the words."""
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.attributes.update(given)
        self.links.update(value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action"))
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.unclosed.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.unclosed or self.unclosed.pop() != tag:
            self.odd.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.unclosed or self.unclosed[-1] != "style":
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)


class Marked:
    """A text in Markdown as a wiki reads it, tables, strike-outs and bare links included: what it is made of, and what
    is read."""

    def __init__(self, text: str) -> None:
        parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        self.made_of: set[str] = set()
        words: list[str] = []
        for block in parser.parse(text):
            self.made_of.add(block.type)
            for token in block.children or ():
                self.made_of.add(token.type)
                words.append(token.content if token.type in ("text", "text_special") else "\n")
            words.append("\n")
        self.text = " ".join("".join(words).split())
