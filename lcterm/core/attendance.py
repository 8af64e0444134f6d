"""Stretches of time that somebody was there: joined, added up, cut to an hour."""

from collections.abc import Iterable

from lcterm.core.events_attendance import Stay

Span = tuple[int, int]


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time as stretches in order of which none touches another. One that ends before it begins is none."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if end < begin:
            continue
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)


def length(spans: Iterable[Span]) -> int:
    """What stretches that do not overlap come to, ms."""
    return sum(end - begin for begin, end in spans)


def together(known: Stay, more: Stay) -> Stay:
    """What two records say of one person. The same record twice says no more than once; time that only the second one
    has is added."""
    spans = joined((*known.spans, *more.spans))
    if spans == known.spans:
        there = max(known.there, more.there)
    elif spans == more.spans:
        there = more.there
    else:
        there = known.there + length(spans) - length(known.spans)
    return Stay(person=known.person, spans=spans, there=min(there, length(spans)) if spans else there)


def within(stay: Stay, begin: int, end: int) -> int:
    """How long they were there between two moments, ms. Where only a length is known, it is taken to lie there."""
    whole = max(0, end - begin)
    if not stay.spans:
        return min(stay.there, whole)
    cut = ((max(begin, one), min(end, other)) for one, other in stay.spans)
    return min(stay.there, length(span for span in cut if span[1] > span[0]))
