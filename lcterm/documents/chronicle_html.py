"""The chronicle as one page of its own: for a phone, a screen in the dark, paper. Nothing in it runs or is fetched."""

from collections.abc import Iterable, Iterator

from lcterm.core.chronicle import Chronicle
from lcterm.documents.chronicle import Document, Part, Passage, Told, Year, document
from lcterm.documents.summary_html import escaped, whole_page


def chronicle_html(held: Chronicle) -> str:
    """The chronicle as one HTML file. Every word of the group's is escaped, and takes the direction it is written in.

    Raises Refused when a style, or the topics of the charter, did not come with this lcterm.
    """
    page = document(held)
    return whole_page(page.title, ("summary", "chronicle"), "chronicle", _content(page))


def _content(page: Document) -> Iterator[str]:
    yield "<header>"
    yield f'<h1 dir="auto">{escaped(page.title)}</h1>'
    yield from (f'<p dir="auto">{escaped(paragraph)}</p>' for paragraph in page.opening)
    yield "</header>"
    yield from _contents(page)
    for number, part in enumerate(page.parts, 1):
        yield from _part(part, number)


def _contents(page: Document) -> Iterator[str]:
    """Where to find what: the parts, then the meetings year by year."""
    if not page.parts:
        return
    yield '<nav aria-label="In this chronicle">'
    yield "<ul>"
    for number, part in enumerate(page.parts, 1):
        yield f'<li><a href="#part-{number}">{escaped(part.heading)}</a></li>'
    yield "</ul>"
    for place, year in enumerate(page.years):
        yield _year(year, latest=place == 0)
    yield "</nav>"


def _year(one: Year, *, latest: bool) -> str:
    """Its days; those of earlier years are folded away, so that in year ten the page does not begin with dates."""
    days = " ".join(f'<a href="#{escaped(anchor)}">{escaped(day)}</a>' for anchor, day in one.days)
    return f"<details{' open' if latest else ''}><summary>{one.year}</summary> {days}</details>"


def _part(part: Part, number: int) -> Iterator[str]:
    yield "<section>"
    yield f'<h2 id="part-{number}">{escaped(part.heading)}</h2>'
    if part.lead:
        yield f"<p>{escaped(part.lead)}</p>"
    if part.whole:
        yield from (_paragraph(one) for one in part.told)
    else:
        yield from _list(part.told, "ol" if part.numbered else "ul")
    for passage in part.passages:
        yield from _passage(passage)
    yield "</section>"


def _passage(passage: Passage) -> Iterator[str]:
    yield "<article>"
    yield f'<h3 id="{escaped(passage.anchor)}" dir="auto">{escaped(passage.heading)}</h3>'
    yield from (f'<p dir="auto">{escaped(line)}</p>' for line in passage.under)
    yield from _list([one for one in passage.told if not one.quoted], "ul")
    for one in passage.told:
        if one.quoted:
            yield f'<blockquote dir="auto">“{escaped(one.text)}”{_credit(one)}</blockquote>'
    yield "</article>"


def _list(told: Iterable[Told], tag: str) -> list[str]:
    items = [f'<li dir="auto">{escaped(one.text)}{_credit(one)}</li>' for one in told]
    return [f"<{tag}>", *items, f"</{tag}>"] if items else []


def _paragraph(one: Told) -> str:
    return f'<p class="story" dir="auto">{escaped(one.text)}{_credit(one)}</p>'


def _credit(one: Told) -> str:
    return f' <cite dir="auto">{escaped(one.credit)}</cite>' if one.credit else ""
