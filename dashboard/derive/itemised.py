"""Declared counts held against the incidents that the data set itself can name."""

import math
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard import edtf
from dashboard.derive.index import Index

NO_BASELINE = "The source gives no start for this count, so no window can be itemised."
NOT_ITEMISED = "Reports do not carry this measure incident by incident, so nothing can be itemised."


@dataclass(frozen=True)
class Itemised:
    """What the data set can name in a tally's window and scope.

    ``certain`` and ``possible`` are incident ids. ``low`` and ``high`` bound what the certain ones add up to in the
    tally's unit (attacks or people); ``high`` is infinite where a report gives only a floor, ``high_possible`` adds
    the possible ones. ``unstated`` counts certain incidents whose reports give no number. ``reason`` says why
    nothing can be itemised, and is "" otherwise.
    """

    certain: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    high_possible: float = 0
    unstated: int = 0
    reason: str = ""
    unit: str = field(default="incidents")


def itemised(index: Index, tally: dict[str, str], known_by: int | None = None) -> Itemised:
    """Return what the data set can name for a tally, as known by a day (None: everything known)."""
    rules = index.dataset.schema.categories("tallies", "measure").get(tally["measure"], {})
    if not rules.get("itemised"):
        return Itemised(reason=NOT_ITEMISED)
    if not tally["since"]:
        return Itemised(reason=NO_BASELINE)
    standings = at(index, known_by)
    certain, possible = _matches(index, standings, tally, rules["itemised"])
    return _result(standings, certain, possible, rules["counts"])


def at(index: Index, known_by: int | None) -> pd.DataFrame:
    """The standings that hold on a day, one row per incident that was or may have been known by then."""
    day = index.end if known_by is None else known_by
    frame = index.standings
    return frame[(frame["from_day"] <= day) & (frame["to_day"] > day)]


def _matches(index: Index, standings: pd.DataFrame, tally: dict, rules: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Boolean arrays: certainly counted, possibly counted."""
    first, last = window(index, tally)
    starts, ends = standings["first_day"].to_numpy(), standings["last_day"].to_numpy()
    said = index.dataset.schema.flagged("incidents", "kind", "said")
    parts = [_kinds(standings, rules, said), _scope(index, standings, tally["scope"])]
    parts.append(((starts >= first) & (ends <= last), (starts <= last) & (ends >= first)))
    known = standings["certainly_known"].to_numpy()
    parts.append((known, np.ones_like(known)))
    certain = np.logical_and.reduce([part[0] for part in parts])
    possible = np.logical_and.reduce([part[1] for part in parts]) & ~certain
    return certain, possible


def window(index: Index, tally: dict[str, str]) -> tuple[int, int]:
    """First and last day that a tally covers: since to until, else to the day it was said or appeared."""
    source = index.dataset.by_id["sources"][tally["source_id"]]
    until = tally["until"] or tally["said_on"] or source["published"]
    return edtf.parse(tally["since"]).first_day, edtf.parse(until).last_day if until else index.end


def _kinds(standings: pd.DataFrame, rules: list[dict], said: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
    certain = possible = np.zeros(len(standings), dtype=bool)
    for rule in rules:
        kind = ~standings["kind"].isin(said) if rule["kind"] == "*" else standings["kind"] == rule["kind"]
        kind = kind.to_numpy()
        column, party = ("against", rule["against"]) if "against" in rule else ("acting", rule["by"])
        named = standings[column].str.contains(f";{party};", regex=False).to_numpy(dtype=bool)
        silent = standings[column].str.contains(";not-stated;", regex=False).to_numpy(dtype=bool)
        certain, possible = certain | (kind & named), possible | (kind & (named | silent))
    return certain, possible


def _scope(index: Index, standings: pd.DataFrame, scope: str) -> tuple[np.ndarray, np.ndarray]:
    if not scope:
        return _all(standings), _all(standings)
    if scope in index.relations.around:
        inside = standings["places"].str.contains(f";{scope};", regex=False).to_numpy(dtype=bool)
        around = standings["place_id"].isin([*index.relations.around[scope], ""]).to_numpy()
        return inside, inside | around
    asked = set(scope.split(";"))
    countries = {place: set(filter(None, row["countries"].split(";"))) for place, row in _places(index).items()}
    named = [countries.get(place, set()) for place in standings["place_id"]]
    certain = np.array([bool(found) and found <= asked for found in named], dtype=bool)
    silent = standings["place_id"] == ""
    return certain, np.array([bool(found & asked) for found in named], dtype=bool) | silent.to_numpy()


def _places(index: Index) -> dict[str, dict[str, str]]:
    return index.dataset.by_id["places"]


def _all(standings: pd.DataFrame) -> np.ndarray:
    return np.ones(len(standings), dtype=bool)


def _result(standings: pd.DataFrame, certain: np.ndarray, possible: np.ndarray, counts: str) -> Itemised:
    low, high, stated = _UNITS[counts](standings)
    ids = standings["incident_id"].to_numpy()
    total = _total(high[certain])
    return Itemised(
        certain=tuple(ids[certain]),
        possible=tuple(ids[possible]),
        low=_total(low[certain]),
        high=total,
        high_possible=total + _total(high[possible]),
        unstated=int((~stated[certain]).sum()),
        unit="attacks" if counts == "incidents" else "people",
    )


def _total(values: np.ndarray) -> float:
    total = float(np.nansum(values))
    return total if math.isinf(total) else int(total)


def _columns(*names: str):  # noqa: ANN202
    def read(standings: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        low = standings[[f"{name}_low" for name in names]].to_numpy()
        high = standings[[f"{name}_high" for name in names]].to_numpy()
        stated = ~np.isnan(low).all(axis=1) if len(low) else np.zeros(0, dtype=bool)
        return np.nansum(low, axis=1), np.nansum(high, axis=1), stated

    return read


_UNITS = {
    "incidents": _columns("attacks"),
    "killed": _columns("killed"),
    "injured": _columns("injured"),
    "killed+injured": _columns("killed", "injured"),
}
