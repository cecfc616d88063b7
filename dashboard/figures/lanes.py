"""Which lane an incident stands in, and the order of the lanes."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.derive.index import NOT_STATED
from dashboard.derive.membership import membership
from dashboard.figures.days import by_then
from dashboard.language import tr
from dashboard.selection import Selected

MOST_LANES, ROOM_FOR_REST = 28, 8
LONGEST_LABEL = 36
NO_PLACE_SAID = "statements"
REST = "rest:"
"""What the key of a lane that stands for several begins with."""
_READ = ["incident_id", "first_day", "last_day", "disputed", "corroboration"]


@dataclass(frozen=True)
class Lane:
    """One lane: what it stands for and its name."""

    key: str
    label: str


def lanes(selected: Selected, by: str) -> tuple[list[Lane], pd.DataFrame]:
    """The lanes in order from the top, and one row per incident and lane.

    The rows have incident_id, first_day, last_day, disputed, corroboration, stands and lane; the days are as
    figures.days.by_then gives them. ``by`` is what the lanes stand for: place, party, weapon, outlet or kind. Past
    MOST_LANES, lanes with few incidents share one: places the rest of their country.
    """
    placed = _placed(selected, by)
    order = _ORDER[by](selected, placed["lane"])
    if len(order) > MOST_LANES:
        shared = _shared(selected, by, order, placed["lane"])
        placed = placed.assign(lane=placed["lane"].map(lambda lane: shared.get(lane, lane))).drop_duplicates()
        order = _folded(order, shared, selected)
    inner = _inner(selected, order) if by == "place" else {}
    found = [Lane(key, _cut(inner.get(key, label))) for key, label in order.items()]
    return found, by_then(selected.incidents[_READ], selected).merge(placed, on="incident_id")


def _shared(selected: Selected, by: str, order: dict[str, str], lanes: pd.Series) -> dict[str, str]:
    """For each lane with few incidents the one it is folded into: the rest of a place's country, or simply the rest.

    What would be folded alone joins the others, so that the number of lanes stays bounded.
    """
    sizes = lanes.value_counts()
    kept = set(sizes.index[: MOST_LANES - ROOM_FOR_REST]) | {NO_PLACE_SAID, NOT_STATED}
    around = selected.index.relations.around if by == "place" else {}
    into = {key: REST + (around[key][-1] if key in around else "") for key in order if key not in kept}
    alone = [key for key in sizes.index if list(into.values()).count(into.get(key)) == 1]
    room = max(0, MOST_LANES - len(kept) - len(set(into.values())) + len(alone) - 1)
    return {key: rest for key, rest in into.items() if key not in alone} | dict.fromkeys(alone[room:], REST)


def _folded(order: dict[str, str], shared: dict[str, str], selected: Selected) -> dict[str, str]:
    """The order with each folded lane's stand-in where the last lane folded into it stood."""
    names = selected.dataset.by_id["places"]
    last = {into: key for key, into in shared.items()}
    found: dict[str, str] = {}
    for key, label in order.items():
        if key not in shared:
            found[key] = label
        elif last[shared[key]] == key:
            root = shared[key].removeprefix(REST)
            found[shared[key]] = tr("Elsewhere: {name}").format(name=names[root]["name"]) if root else tr("Others")
    return found


def _placed(selected: Selected, by: str) -> pd.DataFrame:
    """Pairs of incident and lane: an incident stands in each lane that one of its reports puts it in."""
    column = {"party": "acting", "weapon": "weapons", "outlet": "outlets"}.get(by)
    if column:
        return exploded(selected.reports, column)
    frame = selected.incidents
    if by == "kind":
        return pd.DataFrame({"incident_id": frame["incident_id"], "lane": frame["kind"]})
    said = frame["kind"].isin(selected.dataset.schema.flagged("incidents", "kind", "said"))
    silent = said.map({True: NO_PLACE_SAID, False: NOT_STATED})
    lane = frame["place_id"].where(frame["place_id"] != "", silent)
    return pd.DataFrame({"incident_id": frame["incident_id"], "lane": lane})


def exploded(reports: pd.DataFrame, column: str) -> pd.DataFrame:
    """Pairs of incident and lane, each once: the values of a padded column of these reports."""
    row, lane = membership(reports[column], reports["incident"]).pairs()
    return pd.DataFrame({"incident_id": reports["incident_id"].array.take(row), "lane": lane})


def _by_place(selected: Selected, present: pd.Series) -> dict[str, str]:
    """Places country by country, larger ones first; statements and unplaced incidents at the end."""
    around, names = selected.index.relations.around, selected.dataset.by_id["places"]
    there = dict.fromkeys(present.unique())
    places = [key for key in there if key in names]
    ordered = sorted(places, key=lambda key: [names[step]["name"] for step in reversed(around[key])])
    last = {NO_PLACE_SAID: tr("Statements"), NOT_STATED: tr("Place not stated")}
    return {key: names[key]["name"] for key in ordered} | {k: v for k, v in last.items() if k in there}


def _inner(selected: Selected, order: Iterable[str]) -> dict[str, str]:
    """The names of lanes that other lanes lie inside: theirs are the reports that name nothing closer."""
    names = selected.dataset.by_id["places"]
    shown = [key for key in order if key in names]
    holds = {outer for key in shown for outer in selected.index.relations.around[key][1:]}
    return {key: tr("{name}, no site named").format(name=names[key]["name"]) for key in shown if key in holds}


def _by_category(table: str, column: str, silent: str):
    def order(selected: Selected, present: pd.Series) -> dict[str, str]:
        words = {v: c["label"] for v, c in selected.dataset.schema.categories(table, column).items()}
        words[NOT_STATED] = silent
        there = set(present.unique())
        return {key: _capital(label) for key, label in words.items() if key in there}

    return order


def _by_outlet(selected: Selected, present: pd.Series) -> dict[str, str]:
    names = selected.dataset.by_id["outlets"]
    return {key: names[key]["name"] for key in present.value_counts().index}


_ORDER = {
    "place": _by_place,
    "party": _by_category("actors", "party", tr("Nobody named")),
    "weapon": _by_category("reports", "weapon", tr("Weapon not stated")),
    "kind": _by_category("incidents", "kind", tr("Kind not stated")),
    "outlet": _by_outlet,
}


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
