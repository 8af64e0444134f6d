"""What to say now: all prompts of the point, its question, and why marks stand there."""

from lcterm.ui.charter_offers import prompts
from lcterm.ui.line import Line, Span, title_line, wrap
from lcterm.ui.page import Page
from lcterm.ui.point_offers import offer_line
from lcterm.ui.view import View
from lcterm.ui.widgets.agenda import question_lines, rule_lines
from lcterm.ui.widgets.agenda_large import bulleted
from lcterm.ui.widgets.voices import why_lines

WIDEST = 100
"""Longer lines are hard to read aloud from."""
ALL = 400


def say_page(view: View, width: int) -> Page:
    """Prompts, question, reasons. Under the veil the question and the ground rules alone."""
    width = min(width, WIDEST)
    if view.veiled:
        question = question_lines(view, width, ALL)
        return Page((), [*question, *([()] if question else []), *rule_lines(view, width, ALL)])
    return Page((), [*_prompts(view, width), *_question(view, width), (), *why_lines(view, width, ALL)])


def _prompts(view: View, width: int) -> list[Line]:
    session = view.session
    point = session.point or next((one for one in session.points.values() if one.status == "ahead"), None)
    if session.status == "closed" or point is None:
        return [title_line(width, "Closed"), *_plain("The session is closed; nothing is left to say.", width)]
    lead = "At this point" if session.point else "To begin with"
    lines = [title_line(width, lead, fact=point.plan.title)]
    offer = offer_line(view, width)
    lines += [offer] if offer is not None else []
    notes = prompts(view, point)
    if not notes:
        return [*lines, *_plain("Nothing was noted down for this point.", width)]
    return [*lines, *bulleted(notes, width)]


def _question(view: View, width: int) -> list[Line]:
    question = question_lines(view, width, ALL)
    return [(), *question] if question else []


def _plain(text: str, width: int) -> list[Line]:
    return [(Span(part, "muted"),) for part in wrap(text, width)]
