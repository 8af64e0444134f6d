"""The chronicle as Markdown that any wiki or mail takes: headings, lists, quotations, no tables, no HTML."""

from collections.abc import Iterable, Iterator

from lcterm.core.chronicle import Chronicle
from lcterm.documents.chronicle import Part, Passage, Told, document
from lcterm.documents.summary_markdown import escaped


def chronicle_markdown(held: Chronicle) -> str:
    """The chronicle in CommonMark, every word of the group's as it was written. Raises Refused as `document` does."""
    page = document(held)
    parts = [f"# {escaped(page.title)}", *map(escaped, page.opening)]
    for part in page.parts:
        parts += _part(part)
    return "\n\n".join(parts) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {escaped(part.heading)}"
    if part.lead:
        yield escaped(part.lead)
    if part.whole:
        yield from map(_paragraph, part.told)
    elif part.told:
        yield _list(part.told, numbered=part.numbered)
    for passage in part.passages:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[str]:
    yield f"### {escaped(passage.heading)}"
    yield from map(escaped, passage.under)
    plain = [one for one in passage.told if not one.quoted]
    if plain:
        yield _list(plain)
    for one in passage.told:
        if one.quoted:
            yield f"> {_credited(one)}"


def _list(told: Iterable[Told], *, numbered: bool = False) -> str:
    return "\n".join(f"{f'{number}.' if numbered else '-'} {_credited(one)}" for number, one in enumerate(told, 1))


def _credited(one: Told) -> str:
    said = f"“{one.text}”" if one.quoted else one.text
    return escaped(f"{said} ({one.credit})" if one.credit else said)


def _paragraph(one: Told) -> str:
    # Two blanks at the end of a line are a line break wherever Markdown is read.
    return f"{escaped(one.text)}  \n— {escaped(one.credit)}" if one.credit else escaped(one.text)
