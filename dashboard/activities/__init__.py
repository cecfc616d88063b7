"""Exercises for a class, made by rule from any selection, each with a key that names its rows.

    activities(selected)                    the first example of every kind
    activities(selected, variant=2)         the next example of every kind
    activities(selected, only=("compare",)) one kind; incident="ID" keeps to one incident

Everything obeys the selection's filters and its known-by day. The choice of examples knows no chance: one selection
and one variant always give the same. Nothing is scored, and harm never decides which example is taken.
"""

from collections.abc import Collection, Mapping
from math import ceil
from types import ModuleType
from typing import Any

from dashboard.activities import compare, order, source, support, totals
from dashboard.activities.shape import Activity, Card, Question
from dashboard.activities.standards import BY_KIND
from dashboard.selection.kept import once
from dashboard.selection.rows import Selected
from dashboard.selection.value import ACTIVITIES

KINDS: Mapping[str, ModuleType] = {
    "compare": compare,
    "source": source,
    "support": support,
    "order": order,
    "totals": totals,
}
"""The kinds in order. Adding one is a module with the names below, a line here, and one in ``ACTIVITIES``.

TITLE, PROMPT, REFLECTION, RULE, MISSING, MINUTES; ``candidates(selected, incidents)``, everything that an example can
be made of, the best first; ``make(selected, candidate)``, what is made of one.
"""
MOST_INCIDENTS = 400
"""Incidents that are looked through for examples; of more, as many at even distances by date."""
assert tuple(KINDS) == ACTIVITIES == tuple(BY_KIND)


def activities(
    selected: Selected, variant: int = 1, only: Collection[str] = (), incident: str = ""
) -> tuple[Activity, ...]:
    """The activities of a selection; past its last candidate a kind begins again with the first."""
    return tuple(_activity(selected, kind, variant, incident) for kind in KINDS if not only or kind in only)


@once
def _candidates(selected: Selected, kind: str, incident: str) -> list:
    ids = tuple(one for one in selected.incidents["incident_id"] if incident in ("", one))
    return KINDS[kind].candidates(selected, ids[:: max(1, ceil(len(ids) / MOST_INCIDENTS))])


@once
def _activity(selected: Selected, kind: str, variant: int, incident: str) -> Activity:
    module, found, own = KINDS[kind], _candidates(selected, kind, incident), _own(kind)
    if not found:
        return Activity(**own, missing=module.MISSING)
    number = (variant - 1) % len(found)
    made = module.make(selected, found[number])
    return Activity(**own, **vars(made), variant=number + 1, candidates=len(found))


def _own(kind: str) -> dict[str, Any]:
    """What a kind says of itself, whatever it is made of."""
    module = KINDS[kind]
    return {
        "kind": kind,
        "title": module.TITLE,
        "prompt": module.PROMPT,
        "minutes": module.MINUTES,
        "standards": BY_KIND[kind],
        "reflection": module.REFLECTION,
        "rule": module.RULE,
    }


def alone(selected: Selected, incident: str) -> tuple[Activity, ...]:
    """What can be asked of an incident that no second independent origin tells of: who is behind its one account."""
    report = source.deepest(selected, incident)
    if not report:
        return ()
    own = {**_own("source"), "prompt": source.ALONE, "rule": source.ALONE_RULE}
    return (Activity(**own, **vars(source.make(selected, (report, ()))), variant=1, candidates=1),)


__all__ = ["ACTIVITIES", "KINDS", "Activity", "Card", "Question", "activities", "alone"]
