"""Counts of what a view holds: incidents, reports, documents, outlets, origins, disputes, declared counts."""

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.derive.echo import widest
from dashboard.selection import Selected
from dashboard.stories.views import Seen


class NoValue(Exception):
    """A placeholder that stands for nothing: what was found, and what is right."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}. {expected}")
        self.found, self.expected = found, expected


def counted(name: str, held: Seen) -> int:
    """A count of a view, by its name in NOUNS; of a view of one incident, as its own page counts. Raises NoValue."""
    if not held.incident:
        return int(_OF_SEVERAL[name](held.selected, held))
    if held.standing is None:
        raise NoValue(NOTHING.format(held.incident), "a view with a later day")
    return int(_OF_ONE[name](held.standing, held))


NOTHING = "nothing of the incident {} is known by the day of the view"


def _documents(_: Any, held: Seen) -> int:
    told = held.selected.index.reports
    day = held.selected.day
    return told.loc[(told["incident_id"] == held.incident) & (told["known_day"] <= day), "source_id"].nunique()


def _origins(selected: Selected, _: Seen) -> int:
    if len(selected.incidents) != 1:
        raise NoValue("the origins of several incidents", "a view of one incident, such as {origins?incident=ID}")
    return selected.incidents["origins"].iloc[0]


_OF_ONE: Mapping[str, Callable[[Any, Seen], int]] = {
    "incidents": lambda _, __: 1,
    "reports": lambda row, _: row.reports,
    "documents": _documents,
    "outlets": lambda row, _: row.outlets,
    "origins": lambda row, _: row.origins,
    "echo": lambda row, held: widest(held.selected.index, [row.incident_id], held.selected.day),
    "disputed": lambda row, _: row.disputed,
    "undated": lambda row, _: row.undated,
    "tallies": lambda _, held: len(held.selected.tallies),
}
_OF_SEVERAL: Mapping[str, Callable[[Selected, Seen], int]] = {
    "incidents": lambda selected, _: len(selected.incidents),
    "reports": lambda selected, _: len(selected.reports),
    "documents": lambda selected, _: selected.reports["source_id"].nunique(),
    "outlets": lambda selected, _: selected.reports["outlet_id"].nunique(),
    "origins": _origins,
    "echo": lambda selected, _: widest(selected.index, selected.incidents["incident_id"], selected.day),
    "disputed": lambda selected, _: selected.incidents["disputed"].sum(),
    "undated": lambda selected, _: selected.undated,
    "tallies": lambda selected, _: len(selected.tallies),
}
NOUNS = {
    "incidents": "incident", "reports": "report", "documents": "document", "outlets": "outlet", "origins": "origin",
    "echo": "outlet", "disputed": "disputed incident", "undated": "report of unknown day", "tallies": "declared count",
}  # fmt: skip
"""Everything of a view that can be counted, with the noun for one of it."""
assert _OF_ONE.keys() == _OF_SEVERAL.keys() == NOUNS.keys()
