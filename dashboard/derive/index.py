"""Everything derived from one data set, computed once: reports and tallies ready to filter, standings by day.

The frames hold text, whole numbers and flags only, so that the same filters run on any data frame library:
days are proleptic ordinals, and a column that holds several values pads them as ";a;b;". Padded columns are
categories, because few texts recur often: a filter looks at each distinct text once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import facts
from dashboard.derive.facts import Report
from dashboard.derive.membership import Membership, membership, unpad
from dashboard.derive.periods import ALWAYS, NOT_STATED, framed, known_by, pad, standings
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
               ``weapons``, ``kinds``, ``outlets``; ``incident``, the place of its incident in ``incidents``.
    tallies    one row per tally with the same clocks (``first_day`` and ``last_day`` are of the day it was
               said), ``party`` of who asserts it, ``speakers``, ``outlets`` and ``row``.
    standings  one row per incident and period ``[from_day, to_day)`` in which its standing is the same, with
               ``incident`` too.
    incidents  the ids of all incidents in order: what frames write as a whole number, which is quick to compare.
    end        the last day on which anything became known.
    days       the days on which a report or a tally became known, ascending.
    """

    dataset: Dataset
    relations: Relations
    facts: Mapping[str, list[Report]]
    reports: pd.DataFrame
    tallies: pd.DataFrame
    standings: pd.DataFrame
    incidents: pd.Index
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
        silent = self._silent
        if day is None or day >= self.end or not len(silent):
            return self.reports
        held, incident = self.at(day), self.reports["incident"].to_numpy()[silent]
        read = {}
        for column in ("first_day", "last_day"):
            read[column] = days = self.reports[column].to_numpy(copy=True)
            of_incident = np.zeros(len(self.incidents), dtype="int64")  # an ordinal is 1 or more
            of_incident[held["incident"]] = held[column]
            days[silent] = np.where(of_incident[incident], of_incident[incident], days[silent])
        return self.reports.assign(**read)

    @cached_property
    def _silent(self) -> np.ndarray:
        """The rows of reports that give no date of their own."""
        return np.flatnonzero(~self.reports["dated"])

    @cached_property
    def titles(self) -> pd.Series:
        """The titles of the incidents, in the order of ``incidents``."""
        return self.dataset["incidents"].set_index("incident_id")["title"].reindex(self.incidents)

    @cached_property
    def rank(self) -> np.ndarray:
        """The place of each report in the order of incident, day known and id."""
        order = self.reports[["incident", "known_day", "report_id"]].reset_index(drop=True)
        return np.argsort(order.sort_values(["incident", "known_day", "report_id"]).index.to_numpy())

    @cached_property
    def by_incident(self) -> np.ndarray:
        """The rows of reports, those of one incident together and in file order."""
        return np.argsort(self.reports["incident"].to_numpy(), kind="stable")

    def members(self, column: str) -> Membership:
        """The values of a padded column of the reports, taken apart once."""
        return _members(self, column)


@lru_cache(maxsize=8)
def _held(index: Index, day: int) -> pd.DataFrame:
    frame = index.standings
    return frame[(frame["from_day"] <= day) & (frame["to_day"] > day)]


@lru_cache(maxsize=64)
def _members(index: Index, column: str) -> Membership:
    return membership(index.reports[column], index.reports["incident"])


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
    ids = dataset["incidents"]["incident_id"]
    incidents = pd.Index(sorted(ids), dtype=ids.dtype)
    return Index(
        dataset=dataset,
        relations=relations,
        facts={key: settled(reports) for key, reports in by_incident.items()},
        reports=_placed(_reports(dataset, relations, told, end), incidents),
        tallies=_until(tallies, end),
        standings=_placed(_veiled(standings(relations, by_incident, end), dataset), incidents),
        incidents=incidents,
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


def _placed(frame: pd.DataFrame, incidents: pd.Index) -> pd.DataFrame:
    """The frame with ``incident``, the place of each row's incident among all of them."""
    return frame.assign(incident=incidents.get_indexer(frame["incident_id"]).astype("int64"))


HIDDEN = "hidden"
"""What stands for a level of corroboration that the reader is not to see yet."""


def _veiled(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """The standings without corroboration and dispute where the data set hides them."""
    if "corroboration" not in dataset.hidden:
        return frame
    graded = frame["corroboration"].where(frame["corroboration"] == "", HIDDEN)
    return frame.assign(corroboration=graded, disputed=False, revised=False, conflicts="", origins=0)


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
PADDED = ("places", "actors", "acting", "speakers", "weapons", "kinds", "outlets")
REPORT_COLUMNS = {
    **CLOCKS, "dated": "bool", "asserts": "bool", "lag": "Int64", "kind_here": "str", "outlet_id": "str",
    **dict.fromkeys(PADDED, "category"),
}  # fmt: skip
TALLY_COLUMNS = {
    **CLOCKS, "outlet_id": "str", "speakers": "category", "outlets": "category", "party": "str",
}  # fmt: skip


def _extended(frame: pd.DataFrame, rows: Iterable[dict], columns: Mapping[str, str]) -> pd.DataFrame:
    extra = framed(rows, columns).set_index(frame.index)
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
