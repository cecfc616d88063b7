"""Standings by day: one row per incident and period in which it stands the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.derive.facts import Report
from dashboard.derive.relations import Relations
from dashboard.derive.standing import Standing, standing_of
from dashboard.edtf import Edtf

NOT_STATED = "not-stated"
ALWAYS = date.max.toordinal()
"""The day after which nothing changes; standings valid "until further notice" end here."""

STANDING_COLUMNS = {
    "incident_id": "str", "from_day": "int64", "to_day": "int64", "certainly_known": "bool",
    "corroboration": "str", "disputed": "bool", "revised": "bool", "conflicts": "str", "origins": "int64",
    "outlets": "int64", "reports": "int64", "undated": "int64", "kind": "str", "date": "str",
    "first_day": "int64", "last_day": "int64", "place_id": "str", "places": "str", "acting": "str",
    "against": "str", "attacks_low": "float64", "attacks_high": "float64", "killed_low": "float64",
    "killed_high": "float64", "injured_low": "float64", "injured_high": "float64",
}  # fmt: skip


def pad(values: Iterable[str]) -> str:
    """Several values as one padded text; none is the value "not-stated"."""
    return _pad(tuple(values))


@lru_cache(maxsize=65536)
def _pad(values: tuple[str, ...]) -> str:
    kept = [value for value in dict.fromkeys(values) if value]
    return f";{';'.join(kept or [NOT_STATED])};"


def framed(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A frame of rows given one after the other as dicts, with these columns and types."""
    cells = list(zip(*map(itemgetter(*columns), rows), strict=True)) or [()] * len(columns)
    texts = {name: "str" for name, kind in columns.items() if kind == "category"}  # of no rows too
    return pd.DataFrame(dict(zip(columns, cells, strict=True))).astype(texts).astype(columns)


def standings(relations: Relations, told: Mapping[str, Sequence[Report]], end: int) -> pd.DataFrame:
    """The standings of every incident, in the order of ``told``; ``end`` is when undated reports count."""
    incidents = relations.dataset.by_id["incidents"]
    rows = (row for key, reports in told.items() for row in _periods(incidents[key], reports, relations, end))
    return framed(rows, STANDING_COLUMNS)


def _periods(incident: dict[str, str], reports: Sequence[Report], relations: Relations, end: int) -> Iterator[dict]:
    """One row per period in which the incident stands the same; none before its first report may be known."""
    starts = {min(report.possible, end) for report in reports}
    if any(report.known is None for report in reports):
        starts.add(end)
    starts = sorted(starts)
    for start, stop in zip(starts, [*starts[1:], ALWAYS], strict=True):
        known = known_by(reports, start, end)
        possible = [report for report in reports if report.possible <= start or start >= end]
        yield {
            "incident_id": incident["incident_id"],
            "from_day": start,
            "to_day": stop,
            "certainly_known": bool(known),
            "undated": sum(report.known is None for report in possible),
            **_row(incident, known, possible, relations),
        }


def known_by(reports: Sequence[Report], day: int, end: int) -> list[Report]:
    """The reports certainly known by a day; at the end, those whose day is unknown are too."""
    return [report for report in reports if (day >= end if report.known is None else report.known <= day)]


def _row(incident: dict[str, str], known: Sequence[Report], possible: Sequence[Report], relations: Relations) -> dict:
    reading = _reading(incident, known or possible, relations)
    return {**_columns(standing_of(known, relations, reading["kind"] in relations.said)), **reading}


def _columns(standing: Standing) -> dict:
    strikes, killed, injured = standing.strikes, standing.killed, standing.injured
    return {
        "corroboration": standing.corroboration,
        "disputed": standing.disputed,
        "revised": standing.revised,
        "conflicts": ";".join(standing.conflicts),
        "origins": standing.origins,
        "outlets": standing.outlets,
        "reports": standing.reports,
        "acting": pad(standing.acting),
        "against": pad(standing.against),
        "attacks_low": strikes.low if strikes else 1,
        "attacks_high": strikes.high if strikes else 1,
        "killed_low": killed.low if killed else float("nan"),
        "killed_high": killed.high if killed else float("nan"),
        "injured_low": injured.low if injured else float("nan"),
        "injured_high": injured.high if injured else float("nan"),
    }


# --- reading ---------------------------------------------------------------------------------------------


def _reading(incident: dict[str, str], reports: Sequence[Report], relations: Relations) -> dict:
    """The incident's kind, date and place as these reports give them.

    The editor's reading stands as soon as one of the reports carries it; until then that of the first one
    known does. An editor who names no place has a reading too.
    """
    ordered = sorted(reports, key=lambda report: (report.known is None, report.possible))
    places = [report.place for report in ordered if report.place]
    place = incident["place_id"] and _chosen(incident["place_id"], places)
    date = _date(edtf.parse(incident["date"]), ordered)
    return {
        "kind": _chosen(incident["kind"], [report.kind for report in ordered]),
        "date": date.text,
        "first_day": date.first_day,
        "last_day": date.last_day,
        "place_id": place,
        "places": pad(relations.around.get(place, ())),
    }


def _chosen(chosen: str, told: Sequence[str]) -> str:
    return chosen if chosen in told else next(iter(told), "")


def _date(chosen: Edtf, ordered: Sequence[Report]) -> Edtf:
    dates = [report.date for report in ordered if report.date]
    if any(_carries(told, chosen) for told in dates):
        return chosen
    if dates:
        return dates[0]
    known = [report.known for report in ordered if report.known is not None]
    # Reports that give no date were known after the event; of an undated one not even that is known.
    return edtf.parse(f"../{date.fromordinal(known[0]).isoformat()}") if known else chosen


def _carries(told: Edtf, chosen: Edtf) -> bool:
    """True when a report gives the editor's date, and no guess has become a fact on the way."""
    same = (told.earliest, told.latest) == (chosen.earliest, chosen.latest)
    return same and (chosen.approximate or not told.approximate)
