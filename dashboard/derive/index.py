"""Everything derived from one data set, computed once: reports and tallies ready to filter, standings by day.

The frames hold text, whole numbers and flags only, so that the same filters run on any data frame library:
days are proleptic ordinals, and a column that holds several values pads them as ";a;b;".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import facts
from dashboard.derive.facts import Report
from dashboard.derive.periods import ALWAYS, NOT_STATED, known_by, pad, standings, unpad
from dashboard.derive.relations import Relations
from dashboard.derive.voices import settled

__all__ = ["ALWAYS", "NOT_STATED", "Index", "index", "pad", "unpad"]


@dataclass(frozen=True, eq=False)
class Index:
    """What filters and figures read.

    facts      the reports of each incident in file order, settled by all that is known in the end.
    reports    one row per report: the table's text columns; ``known_day`` (``end`` where the day is unknown),
               ``possible_day``, ``undated``, ``first_day``, ``last_day``, ``dated`` (the report itself gives
               a date; else the days are the incident's), ``asserts`` (neither denies it nor disputes
               whether), ``lag`` in days (missing where either day is unknown), ``kind_here``, ``row`` (its
               number here), and the padded columns ``places``, ``actors``, ``acting``, ``speakers``,
               ``weapons``, ``kinds``, ``outlets``.
    tallies    one row per tally with the same clocks (``first_day`` and ``last_day`` are of the day it was
               said), ``party`` of who asserts it, ``speakers``, ``outlets`` and ``row``.
    standings  one row per incident and period ``[from_day, to_day)`` in which its standing is the same.
    end        the last day on which anything became known.
    days       the days on which a report or a tally became known, ascending.
    """

    dataset: Dataset
    relations: Relations
    facts: Mapping[str, list[Report]]
    reports: pd.DataFrame
    tallies: pd.DataFrame
    standings: pd.DataFrame
    end: int
    days: tuple[int, ...]

    def known(self, incident_id: str, day: int | None) -> list[Report]:
        """The reports of an incident certainly known by a day, settled by these; all when no day is given."""
        day = self.end if day is None else day
        return settled(known_by(self.facts[incident_id], day, self.end))

    def at(self, day: int | None) -> pd.DataFrame:
        """The standings that hold on a day, one row per incident that was or may have been known by then."""
        return _held(self, self.end if day is None else min(day, self.end))

    def told(self, day: int | None) -> pd.DataFrame:
        """The frame of reports as read on a day: without a date of its own, one has the incident's of that day."""
        if day is None or day >= self.end or self.reports["dated"].all():
            return self.reports
        silent = ~self.reports["dated"]
        held = self.at(day).set_index("incident_id")
        read = {
            column: self.reports["incident_id"].map(held[column]).where(silent, self.reports[column])
            for column in ("first_day", "last_day")
        }
        return self.reports.assign(
            **{name: days.fillna(self.reports[name]).astype("int64") for name, days in read.items()}
        )


@lru_cache(maxsize=8)
def _held(index: Index, day: int) -> pd.DataFrame:
    frame = index.standings
    return frame[(frame["from_day"] <= day) & (frame["to_day"] > day)]


@lru_cache(maxsize=8)
def index(dataset: Dataset) -> Index:
    """Return the index of a data set; computed once for each, because a data set never changes."""
    relations = Relations(dataset)
    told = facts.reports(dataset, relations)
    by_incident: dict[str, list[Report]] = {}
    for report in told:
        by_incident.setdefault(report.incident_id, []).append(report)
    tallies = _tallies(dataset, relations)
    counted = tallies.loc[~tallies["undated"], "known_day"].tolist()
    days = sorted({report.known for report in told if report.known is not None}.union(counted))
    end = max(days[-1] if days else _last_event(dataset), _known_until(dataset))
    return Index(
        dataset=dataset,
        relations=relations,
        facts={key: settled(reports) for key, reports in by_incident.items()},
        reports=_reports(dataset, relations, told, end),
        tallies=_until(tallies, end),
        standings=standings(relations, by_incident, end),
        end=end,
        days=tuple(days),
    )


def _last_event(dataset: Dataset) -> int:
    """The last bounded day of any incident: the end of a data set in which no day of reporting is known."""
    spans = [edtf.parse(text) for text in dataset["incidents"]["date"]]
    return max(((span.latest or span.earliest or edtf.FIRST).toordinal() for span in spans), default=1)


def _known_until(dataset: Dataset) -> int:
    """The end of the data that a package is a selection of; 1 for a package that is no selection.

    Without it, a report of unknown day would count as known from the last day of a smaller package on.
    """
    return date.fromisoformat(dataset.schema.data_until).toordinal() if dataset.schema.data_until else 1


def _until(frame: pd.DataFrame, end: int) -> pd.DataFrame:
    """The frame with unknown days set: known at the end, and possible by then at the latest."""
    known = frame["known_day"].where(~frame["undated"], end)
    return frame.assign(known_day=known, possible_day=frame["possible_day"].clip(upper=end))


# --- reports and tallies ---------------------------------------------------------------------------------

CLOCKS = {
    "known_day": "int64",
    "possible_day": "int64",
    "undated": "bool",
    "first_day": "int64",
    "last_day": "int64",
}
REPORT_COLUMNS = CLOCKS | {"dated": "bool", "asserts": "bool", "lag": "Int64"} | dict.fromkeys(
    ("kind_here", "outlet_id", "places", "actors", "acting", "speakers", "weapons", "kinds", "outlets"),
    "str",
)  # fmt: skip
TALLY_COLUMNS = CLOCKS | dict.fromkeys(("outlet_id", "speakers", "outlets", "party"), "str")


def _extended(frame: pd.DataFrame, rows: Iterable[dict], columns: Mapping[str, str]) -> pd.DataFrame:
    extra = pd.DataFrame(list(rows), columns=list(columns), index=frame.index).astype(columns)
    return pd.concat([frame, extra.assign(row=range(len(frame)))], axis="columns")


def _reports(dataset: Dataset, relations: Relations, told: list[Report], end: int) -> pd.DataFrame:
    given = dataset.by_id["reports"]
    rows = (_report_columns(given[report.report_id], report, relations) for report in told)
    return _until(_extended(dataset["reports"], rows, REPORT_COLUMNS), end)


def _report_columns(row: dict[str, str], report: Report, relations: Relations) -> dict:
    incident = relations.dataset.by_id["incidents"][report.incident_id]
    span = report.date or edtf.parse(incident["date"])
    people = (row["asserted_by"], row["attributed_to"], row["against"])
    around = relations.around.get(report.place, ())
    return {
        "known_day": report.possible,
        "possible_day": report.possible,
        "undated": report.known is None,
        "first_day": span.first_day,
        "last_day": span.last_day,
        "dated": report.date is not None,
        "asserts": report.asserts,
        "lag": _lag(report, span),
        "kind_here": report.kind,
        "outlet_id": report.outlet,
        "places": pad(around),
        "actors": pad(body for person in people if person for body in relations.bodies[person]),
        "acting": pad([report.actor_party]),
        "speakers": _speakers(relations, report.speaker),
        "weapons": pad(row["weapon"].split(";")),
        "kinds": pad([report.kind]),
        "outlets": pad([report.outlet]),
    }


def _lag(report: Report, span: edtf.Edtf) -> int | None:
    """Days from the event to the report; 0 where the event's span goes on past the day it was reported."""
    if report.known is None or span.latest is None:
        return None
    return max(0, report.known - span.last_day)


def _speakers(relations: Relations, actor: str) -> str:
    return pad([*relations.bodies[actor], relations.party(actor)])


def _tallies(dataset: Dataset, relations: Relations) -> pd.DataFrame:
    rows = (_tally_columns(row, relations) for row in dataset.by_id["tallies"].values())
    return _extended(dataset["tallies"], rows, TALLY_COLUMNS)


def _tally_columns(row: dict[str, str], relations: Relations) -> dict:
    source = relations.dataset.by_id["sources"][row["source_id"]]
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
        "speakers": _speakers(relations, row["asserted_by"]),
        "outlets": pad([source["outlet_id"]]),
        "party": relations.party(row["asserted_by"]),
    }
