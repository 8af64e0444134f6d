"""What the charter offers the facilitator at a point: the next thing to settle, and the keeper to thank."""

from lcterm.core.charter import designs, is_settled, minds_rules
from lcterm.core.rules import keepers
from lcterm.core.session import Point
from lcterm.store.charter import topics
from lcterm.ui.view import View


def offers(view: View, point: Point) -> list[str]:
    """A line or none, ahead of the point's own prompts."""
    title, key = point.plan.title, view.keys.shown("palette")
    if designs(title):
        way = f" {key} charter writes the answer." if key else ""
        left = [one for one in topics() if not one.of and not is_settled(view.community, one.id)]
        if not left:
            return ["All twelve things are settled; read them back."]
        return [f"To settle, {len(left)} left: {left[0].question}{way}"]
    if minds_rules(title) and (held := keepers(view.community)):
        names = " and ".join(view.name(one.person) for one in held)
        return [f"Thank {names} for keeping the rules, and ask who does it next."]
    return []
