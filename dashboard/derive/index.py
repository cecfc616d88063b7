"""Everything derived from one data set, computed once: reports and tallies ready to filter, standings by day.

The frames hold text, whole numbers and flags only, so that the same filters run on any data frame library:
days are proleptic ordinals, and a column that holds several values pads them as ";a;b;".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import facts
from dashboard.derive.facts import Report
from dashboard.derive.relations import Relations
from dashboard.derive.standing import Standing, standing_of
from dashboard.derive.text import fold

NOT_STATED = "not-stated"
ALWAYS = date.max.toordinal()
"""The day after which nothing changes; standings valid "until further notice" end here."""


@dataclass(frozen=True, eq=False)
class Index:
    """What filters and figures read.

    reports    one row per report: the table's text columns; ``known_day`` (``end`` where the day is unknown),
               ``possible_day``, ``undated``, ``first_day``, ``last_day``, ``dated`` (the report itself gives a
               date), ``lag`` in days (missing where the day is unknown), ``kind_here``, ``search``, and the padded
               columns ``places``, ``actors``, ``acting``, ``speakers``, ``weapons``, ``kinds``, ``outlets``.
    tallies    one row per tally with the same clocks (``first_day`` and ``last_day`` are of the day it was said),
               ``party`` of who asserts it, ``speakers``, ``outlets`` and ``search``.
    standings  one row per incident and period ``[from_day, to_day)`` in which its standing is the same.
    end        the last day on which anything became known.
    days       the days on which a report or a tally became known, ascending.
    """

    dataset: Dataset
    relations: Relations
    facts: dict[str, list[Report]]
    reports: pd.DataFrame
    tallies: pd.DataFrame
    standings: pd.DataFrame
    end: int
    days: tuple[int, ...]

    def known(self, incident_id: str, day: int | None) -> list[Report]:
        """The reports of an incident that were certainly known by a day; all of them when no day is given."""
        reports = self.facts[incident_id]
        if day is None or day >= self.end:
            return reports
        return [report for report in reports if report.known is not None and report.known <= day]


@lru_cache(maxsize=8)
def index(dataset: Dataset) -> Index:
    """Return the index of a data set; computed once for each, because a data set never changes."""
    relations = Relations(dataset)
    told = facts.reports(dataset, relations)
    tallies = _tallies(dataset, relations)
    dated = {report.known for report in told if report.known is not None}
    days = sorted(dated | set(tallies.loc[~tallies["undated"], "known_day"]))
    end = int(days[-1]) if days else max((report.possible for report in told), default=1)
    tallies["known_day"] = tallies["known_day"].where(~tallies["undated"], end)
    by_incident = defaultdict(list)
    for report in told:
        by_incident[report.incident_id].append(report)
    return Index(
        dataset, relations, dict(by_incident), _reports(dataset, relations, told, end), tallies,
        _standings(dataset, relations, by_incident, end), end, tuple(int(day) for day in days),
    )  # fmt: skip


def pad(values: Iterable[str]) -> str:
    """Several values as one padded text; none is the value "not-stated"."""
    kept = [value for value in dict.fromkeys(values) if value]
    return f";{';'.join(kept or [NOT_STATED])};"


# --- reports and tallies ---------------------------------------------------------------------------------


def _reports(dataset: Dataset, relations: Relations, told: list[Report], end: int) -> pd.DataFrame:
    frame = dataset["reports"].copy()
    rows = frame.to_dict("records")
    extra = [_report_columns(row, report, dataset, relations, end) for row, report in zip(rows, told, strict=True)]
    columns = pd.DataFrame(extra, index=frame.index)
    return pd.concat([frame, columns], axis="columns") if len(frame) else _empty(frame)


def _report_columns(row: dict, report: Report, dataset: Dataset, relations: Relations, end: int) -> dict:
    incident = dataset.by_id["incidents"][report.incident_id]
    span = report.date or edtf.parse(incident["date"])
    people = (row["asserted_by"], row["attributed_to"], row["against"])
    around = relations.around.get(report.place, ())
    return {
        "known_day": end if report.known is None else report.known,
        "possible_day": report.possible,
        "undated": report.known is None,
        "first_day": span.first_day,
        "last_day": span.last_day,
        "dated": report.date is not None,
        "lag": pd.NA if report.known is None else report.known - span.last_day,
        "kind_here": report.kind,
        "outlet_id": report.outlet,
        "places": pad(around),
        "actors": pad(body for person in people if person for body in relations.bodies[person]),
        "acting": pad([report.actor_party]),
        "speakers": pad([*relations.bodies[report.speaker], relations.party(report.speaker)]),
        "weapons": pad(row["weapon"].split(";")),
        "kinds": pad([report.kind]),
        "outlets": pad([report.outlet]),
        "search": _search(dataset, incident["title"], row, people, (*around, incident["place_id"])),
    }


TALLY_COLUMNS = {
    "known_day": "int64", "possible_day": "int64", "undated": "bool", "first_day": "int64", "last_day": "int64",
    "outlet_id": "str", "speakers": "str", "outlets": "str", "party": "str", "search": "str",
}  # fmt: skip


def _tallies(dataset: Dataset, relations: Relations) -> pd.DataFrame:
    frame = dataset["tallies"].copy()
    extra = [_tally_columns(row, dataset, relations) for row in frame.to_dict("records")]
    columns = pd.DataFrame(extra, columns=list(TALLY_COLUMNS), index=frame.index).astype(TALLY_COLUMNS)
    return pd.concat([frame, columns], axis="columns")


def _tally_columns(row: dict, dataset: Dataset, relations: Relations) -> dict:
    source = dataset.by_id["sources"][row["source_id"]]
    known = facts.known_on(source["published"], row["said_on"])
    said = next(filter(None, (row["said_on"], source["published"], row["until"], row["since"])), "")
    first, last = (edtf.parse(said).first_day, edtf.parse(said).last_day) if said else (1, ALWAYS - 1)
    return {
        "known_day": first if known is None else known,
        "possible_day": first if known is None else known,
        "undated": known is None,
        "first_day": first,
        "last_day": last,
        "outlet_id": source["outlet_id"],
        "speakers": pad([*relations.bodies[row["asserted_by"]], relations.party(row["asserted_by"])]),
        "outlets": pad([source["outlet_id"]]),
        "party": relations.party(row["asserted_by"]),
        "search": _search(dataset, row["measure"], row, (row["asserted_by"],), ()),
    }


def _search(dataset: Dataset, title: str, row: dict, people: Iterable[str], places: Iterable[str]) -> str:
    """The text that search looks in: title, summary, and the names and aliases of actors and places."""
    words = [title, row["summary"], row.get("target", ""), row["quote"]]
    for table, keys in (("actors", people), ("places", places)):
        for key in filter(None, keys):
            named = dataset.by_id[table][key]
            words += [named["name"], named["aliases"].replace(";", " ")]
    return fold(" ".join(words))


def _empty(frame: pd.DataFrame) -> pd.DataFrame:
    numbers = ("known_day", "possible_day", "first_day", "last_day", "lag")
    flags = ("undated", "dated")
    texts = (
        "kind_here",
        "outlet_id",
        "places",
        "actors",
        "acting",
        "speakers",
        "weapons",
        "kinds",
        "outlets",
        "search",
    )
    kinds = {**dict.fromkeys(numbers, "int64"), **dict.fromkeys(flags, "bool"), **dict.fromkeys(texts, "str")}
    return frame.assign(**{name: pd.Series(dtype=kind) for name, kind in kinds.items()})


# --- standings -------------------------------------------------------------------------------------------

STANDING_COLUMNS = {
    "incident_id": "str", "from_day": "int64", "to_day": "int64", "certainly_known": "bool", "corroboration": "str",
    "disputed": "bool", "revised": "bool", "conflicts": "str", "origins": "int64", "outlets": "int64",
    "reports": "int64", "undated": "int64", "kind": "str", "date": "str", "first_day": "int64", "last_day": "int64",
    "place_id": "str", "places": "str", "acting": "str", "against": "str", "attacks_low": "float64",
    "attacks_high": "float64", "killed_low": "float64", "killed_high": "float64", "injured_low": "float64",
    "injured_high": "float64",
}  # fmt: skip


def _standings(dataset: Dataset, relations: Relations, told: dict[str, list[Report]], end: int) -> pd.DataFrame:
    said = dataset.schema.flagged("incidents", "kind", "said")
    rows = [
        row
        for incident_id, reports in told.items()
        for row in _periods(dataset.by_id["incidents"][incident_id], reports, relations, end, said)
    ]
    return pd.DataFrame(rows, columns=list(STANDING_COLUMNS)).astype(STANDING_COLUMNS)


def _periods(
    incident: dict, reports: list[Report], relations: Relations, end: int, said: frozenset[str]
) -> Iterator[dict]:
    """One row per period in which the incident stands the same; none before its first report could be known."""
    starts = sorted({report.possible for report in reports} | ({end} if _any_undated(reports) else set()))
    for start, stop in zip(starts, [*starts[1:], ALWAYS], strict=True):
        known = [r for r in reports if (start >= end if r.known is None else r.known <= start)]
        possible = [r for r in reports if r.possible <= start]
        standing = standing_of(known, relations, incident["kind"] in said)
        yield {
            "incident_id": incident["incident_id"],
            "from_day": start,
            "to_day": stop,
            "certainly_known": any(report.known is not None for report in known) or start >= end,
            "undated": sum(report.known is None for report in possible),
            **_standing_columns(standing),
            **_reading(incident, known or possible, relations),
        }


def _any_undated(reports: list[Report]) -> bool:
    return any(report.known is None for report in reports)


def _standing_columns(standing: Standing) -> dict:
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


def _reading(incident: dict, reports: list[Report], relations: Relations) -> dict:
    """The incident's kind, date and place as the reports known by then give them.

    The editor's reading stands as soon as one of these reports carries it; until then the first report's does.
    """
    chosen = edtf.parse(incident["date"])
    dates = [report.date for report in reports if report.date]
    carried = any((d.earliest, d.latest) == (chosen.earliest, chosen.latest) for d in dates)
    reading = chosen if carried else (dates[0] if dates else _by(reports))
    places = [report.place for report in reports if report.place]
    place = incident["place_id"] if incident["place_id"] in places else next(iter(places), "")
    kinds = [report.kind for report in reports]
    return {
        "kind": incident["kind"] if incident["kind"] in kinds else kinds[0],
        "date": reading.text,
        "first_day": reading.first_day,
        "last_day": reading.last_day,
        "place_id": place,
        "places": pad(relations.around.get(place, ())),
    }


def _by(reports: list[Report]) -> edtf.Edtf:
    """The date of something whose reports give none: not after the day the first of them was known."""
    return edtf.parse(f"../{date.fromordinal(reports[0].possible).isoformat()}")
