"""The group's ground rules: how they are changed, and what changed between two of their states.

Rules are a tuple of sentences in the group's own words and order. Numbers are counted from 1, as they are read aloud.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from lcterm.core.fold_charter import RulesAsOf
from lcterm.core.refusal import Refused

RULE_MAX = 200
RULES_MAX = 40
ALIKE = 0.5
"""From so much likeness on (0 to 1) a rule is the old one in other words. Ours."""

Rules = tuple[str, ...]


# ── Changing them ───────────────────────────────────────────────────────────────────────────────────────────────────


def added(rules: Rules, text: str) -> Rules:
    """The rules with one more at the end. Raises Refused for nothing, for one that stands there, and for too many."""
    if len(rules) >= RULES_MAX:
        raise Refused(f"{RULES_MAX} rules are more than anybody keeps; drop one first")
    return (*rules, _rule(text, rules))


def reworded(rules: Rules, number: int, text: str) -> Rules:
    """The rules with other words for one of them. Raises Refused as above, and where there is no such rule."""
    place = _place(rules, number)
    return (*rules[:place], _rule(text, (*rules[:place], *rules[place + 1 :])), *rules[place + 1 :])


def dropped(rules: Rules, number: int) -> Rules:
    """The rules without this one. Raises Refused where there is no such rule."""
    place = _place(rules, number)
    return (*rules[:place], *rules[place + 1 :])


def moved(rules: Rules, number: int, to: int) -> Rules:
    """The rules with this one in another place; beyond the ends is at the end. Raises Refused where there is no such
    rule."""
    place = _place(rules, number)
    rest = [*rules[:place], *rules[place + 1 :]]
    rest.insert(max(0, min(len(rest), to - 1)), rules[place])
    return tuple(rest)


def _place(rules: Rules, number: int) -> int:
    if not 1 <= number <= len(rules):
        known = f"there {'is' if len(rules) == 1 else 'are'} {len(rules)}" if rules else "none is agreed yet"
        raise Refused(f"there is no rule {number}; {known}")
    return number - 1


def _rule(text: str, others: Sequence[str]) -> str:
    from lcterm.core.text import clean, folded

    rule = clean(text, limit=RULE_MAX, what="a rule")
    if not rule:
        raise Refused("nothing was written; say the rule in the group's own words")
    if any(folded(rule) == folded(other) for other in others):
        raise Refused(f"{rule!r} stands among the rules already")
    return rule


# ── What changed ────────────────────────────────────────────────────────────────────────────────────────────────────


class RuleChange(Struct, frozen=True):
    """One thing that changed: a rule that is new, one in other words (`before`: the old ones), one that was dropped; or
    the order alone, without words."""

    kind: Literal["new", "reworded", "dropped", "order"]
    text: str = ""
    before: str = ""


def changes(before: Rules, after: Rules) -> list[RuleChange]:
    """What it takes to come from the one to the other, in the order of the new ones, what was dropped last."""
    gone = [rule for rule in before if rule not in after]
    found: list[RuleChange] = []
    for rule in (one for one in after if one not in before):
        old = max(gone, key=lambda one: _likeness(one, rule), default="")
        if old and _likeness(old, rule) >= ALIKE:
            gone.remove(old)
            found.append(RuleChange("reworded", rule, old))
        else:
            found.append(RuleChange("new", rule))
    found += [RuleChange("dropped", rule) for rule in gone]
    if not found and before != after:
        found.append(RuleChange("order"))
    return found


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    from lcterm.core.text import folded

    return SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio()


def changed_in(history: Sequence[RulesAsOf], session: str) -> list[RuleChange]:
    """What a session made of the rules: from how it found them to how it left them."""
    places = [place for place, one in enumerate(history) if session and one.session == session]
    if not places:
        return []
    before = history[places[0] - 1].rules if places[0] else ()
    return changes(before, history[places[-1]].rules)
