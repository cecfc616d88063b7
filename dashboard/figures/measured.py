"""The frames that the four measures are drawn from: tempo, means, reach and harm of one selection."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from dashboard import edtf
from dashboard.derive import firsts
from dashboard.derive.index import NOT_STATED
from dashboard.derive.sample import documents, sample
from dashboard.derive.tempo import Weeks, bounded, harm, in_one_week, tempo, weeks
from dashboard.figures.days import by_then, span
from dashboard.figures.lanes import Lane, exploded
from dashboard.selection import Selected, once

MOST_ROWS = 20
SIDES = ("above", "below")
"""The two directions; incidents of a kind on neither side are counted in words and in tables."""
PINNED = frozenset({"site", "town"})
"""Precisions at which coordinates are a point; those of a larger place would say more than its source."""


@dataclass(frozen=True)
class Named:
    """Incidents per week and thing named: rows in order, cells and flags to draw, and totals of every row.

    ``cells`` has lane, side, certain, possible, start and end (days); ``flags`` lane, day and incident_id of the first
    reported use; ``totals`` lane, label and a number of incidents per side (and of both directions: drawn), for
    every thing named, most first.
    """

    rows: tuple[Lane, ...]
    cells: pd.DataFrame
    flags: pd.DataFrame
    totals: pd.DataFrame


@once
def by_week(selected: Selected) -> Weeks:
    """The days drawn, cut into weeks."""
    return weeks(*span(selected))


@once
def sided(selected: Selected) -> pd.DataFrame:
    """The selected incidents, each with the side that its kind stands on: above, below or on.

    A date that goes on past the known-by day ends there: what was reported by a day falls into no later week.
    """
    kinds = selected.dataset.schema.categories("incidents", "kind")
    sides = {kind: words.get("side", "on") for kind, words in kinds.items()}
    return by_then(selected.incidents.assign(side=selected.incidents["kind"].map(sides)), selected)


def side_words(selected: Selected) -> dict[str, str]:
    """The kinds of each side in words, those that are selected: {"above": "▲ attacks, ◆ interceptions"}."""
    kinds = selected.dataset.schema.categories("incidents", "kind")
    present = set(selected.incidents["kind"])
    words: dict[str, list[str]] = {"above": [], "below": [], "on": []}
    for kind, told in kinds.items():
        if kind in present or told.get("side") == "below":
            words[told.get("side", "on")].append(f"{told.get('glyph', '')} {told.get('plural', told['label'])}".strip())
    return {side: ", ".join(names) for side, names in words.items()}


@once
def incidents_by_week(selected: Selected) -> pd.DataFrame:
    """Incidents per side and week (columns: side, week, certain, possible, start, end)."""
    by = by_week(selected)
    return _dated(tempo(sided(selected), by, ["side"]), by)


@once
def documents_by_week(selected: Selected) -> pd.DataFrame:
    """Documents coded per week and outlet (columns: week, outlet_id, documents, start, end).

    They are those of the outlets asked, or of all; what else is asked does not narrow where the coders looked.
    """
    by = by_week(selected)
    return _dated(_coded(selected, by), by)


def _coded(selected: Selected, by: Weeks) -> pd.DataFrame:
    return sample(documents(selected.dataset), by, selected.day, selected.selection.outlet)


def unsearched(selected: Selected, by: Weeks | None = None) -> list[tuple[int, int]]:
    """Stretches of weeks, up to the known-by day, from which no document is coded: first and last day of each."""
    by = by or by_week(selected)
    coded = set(_coded(selected, by)["week"])
    found: list[tuple[int, int]] = []
    for week, (start, end) in enumerate(by.days):
        if week in coded or start > selected.day:
            continue
        if found and found[-1][1] == start - 1:
            start = found.pop()[0]
        found.append((start, min(end, selected.day)))
    return found


@once
def casualties_by_week(selected: Selected) -> pd.DataFrame:
    """Ranges of killed and injured per side and week (as derive.tempo.harm gives them, with start and end)."""
    by = by_week(selected)
    return _dated(harm(sided(selected), by), by)


def several_weeks(selected: Selected) -> pd.DataFrame:
    """The selected incidents that fall on no single week, with their side."""
    frame = sided(selected)
    return frame[~in_one_week(frame, by_week(selected))]


def unbounded(selected: Selected) -> int:
    """How many selected incidents of either direction have no first or no last day, and are in no week."""
    frame = sided(selected)
    return int((~bounded(frame) & frame["side"].isin(SIDES)).sum())


def _dated(frame: pd.DataFrame, by: Weeks) -> pd.DataFrame:
    days = by.days
    starts, ends = [days[week][0] for week in frame["week"]], [days[week][1] for week in frame["week"]]
    return frame.assign(start=pd.Series(starts, frame.index, dtype="int64"),
                        end=pd.Series(ends, frame.index, dtype="int64"))  # fmt: skip


# --- firsts ----------------------------------------------------------------------------------------------


@once
def first_uses(selected: Selected) -> pd.DataFrame:
    """First reported use of each weapon, place and kind among the selected reports (as derive.firsts gives them)."""
    return firsts(replace(selected.index, reports=selected.reports), selected.day)


def _flags(selected: Selected, dimension: str) -> pd.DataFrame:
    found = first_uses(selected)
    found = found[found["dimension"] == dimension]
    reports = selected.dataset.by_id["reports"]
    incidents = [reports[key]["incident_id"] for key in found["event_report"]]
    return pd.DataFrame({"lane": found["value"], "day": found["event_last"].astype("int64"), "incident_id": incidents})


# --- means and reach -------------------------------------------------------------------------------------


@once
def means(selected: Selected) -> Named:
    """Incidents per weapon and week: those of which a selected report, which does not deny it, names the weapon."""
    told = selected.reports[selected.reports["asserts"]]
    pairs = exploded(told, "weapons")
    words = selected.dataset.schema.categories("reports", "weapon")
    order = {value: place for place, value in enumerate(words)}
    labels = {value: item["label"][:1].upper() + item["label"][1:] for value, item in words.items()}
    named = pairs[pairs["lane"] != NOT_STATED]
    return _named(selected, named, labels, _flags(selected, "weapon"), lambda lane, _: order.get(lane, len(order)))


@once
def reach(selected: Selected) -> Named:
    """Incidents per place and week, by the place that each incident is read to have; first named, first in order."""
    frame = selected.incidents
    pairs = pd.DataFrame({"incident_id": frame["incident_id"], "lane": frame["place_id"]})
    labels = {key: row["name"] for key, row in selected.dataset.by_id["places"].items()}
    return _named(selected, pairs[pairs["lane"] != ""], labels, _flags(selected, "place"), lambda _, day: day)


def _named(selected: Selected, pairs: pd.DataFrame, labels: dict[str, str], flags: pd.DataFrame, order) -> Named:
    columns = ["incident_id", "side", "first_day", "last_day", "certainty"]
    frame = pairs.merge(sided(selected)[columns], on="incident_id")
    totals = _totals(frame, labels)
    by = by_week(selected)
    cells = tempo(frame[frame["side"].isin(SIDES)], by, ["lane", "side"])
    kept = set(totals.loc[totals["lane"].isin(cells["lane"]), "lane"].head(MOST_ROWS))
    first = flags.set_index("lane")["day"].to_dict()
    rows = sorted(kept, key=lambda lane: (order(lane, first.get(lane, selected.day)), labels[lane]))
    lanes = tuple(Lane(lane, _cut(labels[lane])) for lane in rows)
    flags = flags[flags["lane"].isin(kept) & flags["day"].between(by.first, by.last)]
    return Named(lanes, _dated(cells[cells["lane"].isin(kept)], by), flags, totals)


def _totals(frame: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    counted = pd.crosstab(frame["lane"], frame["side"]).reindex(columns=["above", "below", "on"], fill_value=0)
    counted = counted.rename_axis(columns=None).reset_index()
    counted = counted.assign(
        label=pd.Series([labels[lane] for lane in counted["lane"]], counted.index, dtype="str"),
        drawn=counted["above"] + counted["below"],
    )
    return counted.sort_values(["drawn", "on", "label"], ascending=[False, False, True], ignore_index=True)


def _cut(label: str) -> str:
    return label if len(label) <= 30 else label[:29].rstrip() + "…"


# --- map -------------------------------------------------------------------------------------------------


def mapped(selected: Selected, totals: pd.DataFrame) -> pd.DataFrame:
    """The places of these totals that have coordinates: lane, label, above, below, longitude, latitude, pinned."""
    places = selected.dataset.by_id["places"]
    placed = {key for key, row in places.items() if row["latitude"] and row["longitude"]}
    shown = totals[totals["lane"].isin(placed)]
    rows = [places[lane] for lane in shown["lane"]]
    return shown.assign(
        longitude=pd.Series([float(row["longitude"]) for row in rows], shown.index, dtype="float64"),
        latitude=pd.Series([float(row["latitude"]) for row in rows], shown.index, dtype="float64"),
        pinned=pd.Series([row["precision"] in PINNED for row in rows], shown.index, dtype="bool"),
    )


def outlines(selected: Selected) -> pd.DataFrame:
    """The points of coasts and boundaries (part, longitude, latitude); none where the package has none."""
    frame = selected.dataset.tables.get("outlines", pd.DataFrame(columns=["part", "longitude", "latitude"]))
    return frame.astype({"longitude": "float64", "latitude": "float64"})


def bounds(selected: Selected) -> tuple[float, float, float, float]:
    """West, east, south and north of every place with coordinates that an incident of the data set has.

    They do not move with the selection, so that stepping through days shows a map that stands still.
    """
    held = selected.index.at(None)
    totals = pd.DataFrame({"lane": [lane for lane in held["place_id"].unique() if lane]}, dtype="str")
    frame = mapped(selected, totals)
    if frame.empty:
        return 35.0, 50.0, 30.0, 38.0
    x, y = frame["longitude"], frame["latitude"]
    return float(x.min()), float(x.max()), float(y.min()), float(y.max())


def say(start: int, end: int) -> str:
    """A stretch of days for people, months cut to three letters: "13–19 Nov 2023"."""
    text = edtf.say_days(date.fromordinal(start), date.fromordinal(end))
    return edtf.shortened(text)
