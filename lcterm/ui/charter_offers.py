"""What the charter offers the facilitator at a point: the next thing to settle, and the keeper to thank."""

from collections.abc import Sequence

from lcterm.core.charter import designs, minds_rules
from lcterm.core.keepers import keepers
from lcterm.core.point_titles import finds_purpose
from lcterm.core.session import Point
from lcterm.ui.view import View


def prompts(view: View, point: Point, asked: Sequence[str] = ()) -> list[str]:
    """What to say and watch at a point: what the charter offers, what presenters ask (`asked`), the point's own notes.
    What a point is for stands above thanks to a keeper."""
    notes = [*point.plan.notes]
    first = notes[:1] if minds_rules(point.plan.title) and not designs(point.plan.title) else []
    return [*first, *offers(view, point), *asked, *notes[len(first) :]]


def offers(view: View, point: Point) -> list[str]:
    """A line or none. Whoever became keeper in this very session is not thanked for it yet."""
    title = point.plan.title
    if designs(title):
        from lcterm.store.charter import is_settled, topics

        left = [one for one in topics() if not one.of and not is_settled(view.community, one)]
        if not left:
            return ["All twelve things are settled; read them back."]
        return [f"To settle, {len(left)} left: {left[0].question}"]
    begun = view.session.started
    held = [one for one in keepers(view.community) if begun is None or one.roles_since <= begun]
    if minds_rules(title) and held:
        names = " and ".join(view.name(one.person) for one in held)
        return [f"Thank {names} for keeping the rules, and ask who does it next."]
    if finds_purpose(title) and view.community.purpose:
        return [f"So far: {view.community.purpose}"]
    return []
