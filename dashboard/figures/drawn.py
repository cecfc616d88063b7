"""What each figure draws, as plain rows: the table behind the picture.

Days are written as YYYY-MM-DD; an end that is open, and whatever nobody states, is an empty cell.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.derive.periods import ALWAYS
from dashboard.figures import measured
from dashboard.figures.days import density_days, extent, until
from dashboard.figures.density import per_bucket
from dashboard.figures.lanes import lanes
from dashboard.figures.totals import drawn_measure, first_measure, totals
from dashboard.language import tr
from dashboard.selection import Selected, Selection, sides

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Drawn:
    """The rows behind one figure: what they are, their columns in order, how they are read, and of which table."""

    words: str
    columns: tuple[str, ...]
    read: Callable[[Selection, Selected], Iterable[tuple]]
    table: str = "incidents"

    def rows(self, selection: Selection, selected: Selected) -> Rows:
        """One record per row drawn, its values as plain text and numbers; None where nothing is stated."""
        return [dict(zip(self.columns, map(_plain, values), strict=True)) for values in self.read(selection, selected)]


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value.item() if hasattr(value, "item") else value


def _day(ordinal: int) -> str | None:
    """A day, or None where the calendar's end stands for an end that is open."""
    return date.fromordinal(int(ordinal)).isoformat() if 1 < ordinal < ALWAYS else None


def _stretch(selected: Selected, start: int, end: int) -> tuple[str | None, str | None]:
    """First and last day of a stretch of days, which ends with the known-by day unless it begins after it."""
    return _day(start), _day(max(start, min(end, until(selected))))


# --- timeline --------------------------------------------------------------------------------------------


def _incidents(selection: Selection, selected: Selected) -> Iterable[tuple]:
    found, placed = lanes(selected, selection.lanes)
    labels = {lane.key: lane.label for lane in found}
    shown = selected.incidents[["incident_id", "title", "kind", "date", "first_day", "last_day", "certainty"]]
    rows = (
        placed.drop(columns=["first_day", "last_day"])
        .merge(shown, on="incident_id")
        .sort_values(["last_day", "incident_id"])
    )
    for row in rows.itertuples():
        days = (_day(row.first_day), _day(row.last_day))
        yield (
            labels[row.lane], row.incident_id, row.title, row.kind, row.date, *days, row.corroboration or None,
            bool(row.disputed), row.certainty,
        )  # fmt: skip


def _totals(measure: str, selected: Selected) -> Iterable[tuple]:
    tallies = selected.dataset.by_id["tallies"]
    for row in totals(selected, measure).itertuples():
        told = tallies[row.tally_id]
        yield (
            row.tally_id, told["measure"], row.party_label, told["asserted_by"], _day(row.day), told["since"],
            told["qualifier"] or None, row.value, row.low, row.high,
        )  # fmt: skip


def _per_day(selection: Selection, selected: Selected) -> Iterable[tuple]:
    first, last = extent(selected.index)
    width, exact, spread = per_bucket(density_days(selected), first, last)
    for bucket, (sure, more) in enumerate(zip(exact, spread, strict=True)):
        start = first + bucket * width
        if start <= until(selected) or sure or more:  # of later days nothing was known, which is not zero
            yield *_stretch(selected, start, min(start + width - 1, last)), sure, more


# --- escalation ------------------------------------------------------------------------------------------


def _bars(selection: Selection, selected: Selected) -> Iterable[tuple]:
    for row in measured.incidents_by_week(selected).sort_values(["week", "side"]).itertuples():
        yield *_stretch(selected, row.start, row.end), row.side, row.certain, row.possible


def _documents(selection: Selection, selected: Selected) -> Iterable[tuple]:
    names = selected.dataset.by_id["outlets"]
    for row in measured.documents_by_week(selected).sort_values(["week", "outlet_id"]).itertuples():
        yield *_stretch(selected, row.start, row.end), row.outlet_id, names[row.outlet_id]["name"], row.documents


def _named(find: Callable[[Selected], measured.Named]) -> Callable[[Selection, Selected], Iterable[tuple]]:
    def read(selection: Selection, selected: Selected) -> Iterable[tuple]:
        named = find(selected)
        labels = {lane.key: lane.label for lane in named.rows}
        for row in named.cells.sort_values(["lane", "week", "side"]).itertuples():
            week = _stretch(selected, row.start, row.end)
            yield row.lane, labels[row.lane], *week, row.side, row.certain, row.possible

    return read


def _mapped(selection: Selection, selected: Selected) -> Iterable[tuple]:
    precision = selected.dataset.by_id["places"]
    for row in measured.mapped(selected, measured.reach(selected).totals).itertuples():
        told = precision[row.lane]["precision"]
        yield row.lane, row.label, row.longitude, row.latitude, told, bool(row.pinned), row.above, row.below


def _harm(selection: Selection, selected: Selected) -> Iterable[tuple]:
    for row in measured.casualties_by_week(selected).sort_values(["week", "side", "of"]).itertuples():
        yield *_stretch(selected, row.start, row.end), row.side, row.of, row.low, row.high, row.stated, row.silent


# --- one incident ----------------------------------------------------------------------------------------


def accounts(selected: Selected, incident: str) -> pd.DataFrame:
    """The reports of an incident known by the day, first known first (columns as the index has them)."""
    frame = selected.index.reports
    known = frame[(frame["incident_id"] == incident) & (frame["possible_day"] <= selected.day)]
    return known.sort_values(["known_day", "report_id"], ignore_index=True)


def _clocks(selection: Selection, selected: Selected) -> Iterable[tuple]:
    for row in accounts(selected, selection.incident).itertuples():
        known = None if row.undated else _day(row.known_day)
        days = edtf.parse(row.date) if row.date else None
        ends = (days.earliest and days.earliest.isoformat(), days.latest and days.latest.isoformat()) if days else ()
        yield row.report_id, row.asserted_by, row.outlet_id, row.date or None, *(ends or (None, None)), known


def _whereabouts(selection: Selection, selected: Selected) -> Iterable[tuple]:
    for row in accounts(selected, selection.incident).itertuples():
        if row.place_id:
            known = None if row.undated else _day(row.known_day)
            yield row.report_id, row.asserted_by, row.outlet_id, row.place_id, known


# --- two sides -------------------------------------------------------------------------------------------


def _sides(selection: Selection, selected: Selected) -> Iterable[tuple]:
    both = sides(selected, selection.by, selection.a, selection.b)
    titles = selected.dataset.by_id["incidents"]
    for row in (both.incidents if both else selected.incidents.head(0)).itertuples():
        days = (_day(row.first_day), _day(row.last_day))
        yield (
            row.side,
            row.incident_id,
            titles[row.incident_id]["title"],
            *days,
            bool(row.disputed),
            row.clashes or None,
        )


# --- all of them -----------------------------------------------------------------------------------------

_WEEK = ("first_day", "last_day")
_PLACED = (
    "lane", "incident_id", "title", "kind", "date", "earliest", "latest", "corroboration", "disputed", "certainty",
)  # fmt: skip
_TOTAL = (
    "tally_id", "measure", "party", "asserted_by", "day", "since", "qualifier", "value", "named_low", "named_high",
)  # fmt: skip

DRAWN: Mapping[str, Drawn] = {
    "timeline": Drawn(
        tr("The incidents of the timeline, one row per incident and lane."),
        _PLACED, _incidents,
    ),
    "totals": Drawn(
        tr("The declared running totals over the timeline, and what these documents name for the same window."),
        _TOTAL,
        lambda selection, selected: _totals(first_measure(selected), selected), "tallies",
    ),
    "days": Drawn(
        tr("Incidents per day of the whole period, whatever the window: dated to it, and on one of several days."),
        (*_WEEK, "dated_here", "possibly_here"), _per_day,
    ),
    "counts": Drawn(
        tr("The declared running totals of one measure, and what these documents name for the same window."),
        _TOTAL,
        lambda selection, selected: _totals(drawn_measure(selection, selected.dataset), selected), "tallies",
    ),
    "tempo": Drawn(
        tr("Incidents per week and direction: above is upwards."), (*_WEEK, "side", "certain", "possible"), _bars
    ),
    "documents": Drawn(
        tr("Documents coded per week and outlet."), (*_WEEK, "outlet_id", "outlet", "documents"), _documents,
        "sources",
    ),
    "means": Drawn(
        tr("Incidents per weapon, week and direction."),
        ("weapon", "label", *_WEEK, "side", "certain", "possible"), _named(measured.means),
    ),
    "places": Drawn(
        tr("Incidents per place, week and direction."),
        ("place_id", "place", *_WEEK, "side", "certain", "possible"), _named(measured.reach),
    ),
    "map": Drawn(
        tr("Places with coordinates, and incidents of each direction at them."),
        ("place_id", "place", "longitude", "latitude", "precision", "marked", "above", "below"), _mapped,
    ),
    "harm": Drawn(
        tr(
            "Ranges of killed and injured as stated, per week and direction; high is empty where no upper end is "
            "stated."
        ),
        (*_WEEK, "side", "of", "low", "high", "incidents_stated", "incidents_silent"), _harm,
    ),
    "clocks": Drawn(
        tr("The reports of one incident: when each says it happened, and the day it could be read."),
        ("report_id", "asserted_by", "outlet_id", "date", "earliest", "latest", "known_on"), _clocks, "reports",
    ),
    "sides": Drawn(
        tr("The incidents of two sides: which side tells of each, and the fields in which the two clash."),
        ("side", "incident_id", "title", "earliest", "latest", "disputed", "clashes"), _sides,
    ),
    "whereabouts": Drawn(
        tr("The reports of one incident that name a place, and the day each could be read."),
        ("report_id", "asserted_by", "outlet_id", "place_id", "known_on"), _whereabouts, "reports",
    ),
}  # fmt: skip
"""Every figure's rows, by the name that its address has."""
