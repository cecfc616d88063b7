"""Two selections from one query: what readers of one side had been told, and what readers of the other had."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

import pandas as pd

from dashboard.derive import Report
from dashboard.derive.between import clashing
from dashboard.derive.index import unpad
from dashboard.edtf import say_day
from dashboard.errors import InvalidSelection, Problem
from dashboard.language import tr
from dashboard.selection import compared
from dashboard.selection.filters import FILTERS, SIDES, side_known, vocabulary
from dashboard.selection.reading import not_a_side
from dashboard.selection.rows import Selected
from dashboard.selection.value import known_sides

BOTH, ONLY_A, ONLY_B = "both", "a", "b"
"""Where an incident is told: on both sides, or on one alone."""

_COLUMNS = {name: FILTERS[name].column for name in SIDES if name in FILTERS}

Pick = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Side:
    """One side: what it is compared by, its value in the query, its name, whether the reader chose it, its rows."""

    by: str
    key: str
    name: str
    chosen: bool
    selected: Selected

    def reports(self, incident: str) -> list[Report]:
        """The reports of one incident on this side, in file order; none where it does not tell of it."""
        told = self.selected.index.facts[incident] if incident in self.rows.index else ()
        return [report for report in told if report.report_id in self._kept]

    @cached_property
    def _kept(self) -> frozenset[str]:
        return frozenset(self.selected.reports["report_id"])

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The incidents of this side, as Selected.incidents has them, by their ids."""
        return self.selected.incidents.set_index("incident_id", drop=False)

    @cached_property
    def documents(self) -> int:
        """How many documents in the data carry a report of this side by its day, whatever the filters."""
        frame = self.selected.index.reports
        known = frame["possible_day"] <= self.selected.day
        column = _COLUMNS.get(self.by)
        mine = known & frame[column].str.contains(f";{self.key};", regex=False) if column else known
        return int(frame.loc[mine, "source_id"].nunique())


@dataclass(frozen=True, eq=False)
class Sides:
    """Two sides on top of the filters they have in common; every view of a comparison reads one of these."""

    by: str
    common: Selected
    a: Side
    b: Side

    @property
    def later(self) -> Side:
        """The side with the later known-by day; B where both have the same."""
        return self.a if self.a.selected.day > self.b.selected.day else self.b

    @property
    def replaced(self) -> bool:
        """True when the common filters ask for what the sides set for themselves: the sides then count."""
        return bool(getattr(self.common.selection, self.by))

    @cached_property
    def incidents(self) -> pd.DataFrame:
        """One row per incident that either side tells of, by date, as Selected.incidents has it, with ``side``.

        What both tell of stands as it does by the later day. Further columns: ``clashes``, the fields on which the
        sides cannot both be right, joined by ";"; ``ahead``, by how many days A had it first (negative: B), missing
        where it is not told by both, or where one of its reports has no day.
        """
        later, other = self.later, self.a if self.later is self.b else self.b
        extra = other.selected.incidents
        extra = extra[~extra["incident_id"].isin(later.selected.incidents["incident_id"])]
        parts = [part for part in (later.selected.incidents, extra) if len(part)]
        frame = pd.concat(parts) if parts else extra
        frame = frame.sort_values(["order", "last_day", "incident_id"], ignore_index=True)
        ids = frame["incident_id"]
        told = [ids.isin(side.selected.incidents["incident_id"]) for side in (self.a, self.b)]
        side = pd.Series(BOTH, ids.index, dtype="str").mask(~told[1], ONLY_A).mask(~told[0], ONLY_B)
        frame = frame.assign(side=side)
        return frame.assign(clashes=self._clashes(frame), ahead=ids.map(self._ahead()).astype("Int64"))

    def _clashes(self, frame: pd.DataFrame) -> list[str]:
        """The fields on which the sides clash; two days never do, because the later one reads the same reports."""
        if self.by == "known_by":
            return [""] * len(frame)
        relations = self.common.index.relations
        return [
            ";".join(clashing(relations, self.a.reports(key), self.b.reports(key))) if side == BOTH else ""
            for key, side in zip(frame["incident_id"], frame["side"], strict=True)
        ]

    def _ahead(self) -> dict[str, int]:
        first, second = (_first_days(side.selected.reports) for side in (self.a, self.b))
        return (second - first).dropna().astype("int64").to_dict()

    def told(self, where: str) -> pd.DataFrame:
        """The incidents told on both sides, or on one alone."""
        return self.incidents[self.incidents["side"] == where]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many incidents: told by ``both``, only by ``a``, only by ``b``, and in how many the sides ``clash``."""
        sides = self.incidents["side"]
        counted = {where: int((sides == where).sum()) for where in (BOTH, ONLY_A, ONLY_B)}
        return counted | {"clash": int((self.incidents["clashes"] != "").sum())}

    @cached_property
    def changed(self) -> pd.DataFrame:
        """What both tell of and what stands otherwise on the two days, by date.

        Columns: incident_id; corroboration, disputed and matching (reports), each of A and B (suffix _a, _b).
        """
        columns = ["incident_id", "corroboration", "disputed", "matching"]
        frames = [side.selected.incidents[columns] for side in (self.a, self.b)]
        both = frames[0].merge(frames[1], on="incident_id", suffixes=("_a", "_b"))
        other = (both["corroboration_a"] != both["corroboration_b"]) | (both["disputed_a"] != both["disputed_b"])
        return both[other].reset_index(drop=True)

    # --- words -------------------------------------------------------------------------------------------

    @cached_property
    def sentence(self) -> str:
        """The comparison in one sentence."""
        return compared.sentence(self)

    @cached_property
    def lead(self) -> str:
        """Who had what both tell of first."""
        return compared.lead(self)

    @cached_property
    def coverage(self) -> str:
        """How many documents of each side there are, and what an absence does not mean."""
        return compared.coverage(self)


def _first_days(reports: pd.DataFrame) -> pd.Series:
    """Per incident the first day on which a report was known; none where a report has no day."""
    groups = reports.groupby("incident_id")
    return groups["known_day"].min()[~groups["undated"].any().astype(bool)]


# --- from a query ----------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def sides(common: Selected, by: str, a: str = "", b: str = "") -> Sides | None:
    """Return the two sides that a query asks for; what it leaves open is picked. None when there are not two.

    Raises InvalidSelection when a side is of another kind, or both are the same.
    """
    _refuse(common, by, a, b)
    first = a or _default(common, by, b, last=False)
    second = b or (first and _default(common, by, first, last=True))
    if not first or not second:
        return None
    return Sides(by, common, _side(common, by, first, bool(a)), _side(common, by, second, bool(b)))


def _refuse(common: Selected, by: str, a: str, b: str) -> None:
    data, kind = common.dataset, _KINDS[by]
    problems = [
        not_a_side(name, value, known_sides(data, (by,), common.selection.known_by), kind)
        for name, value in (("a", a), ("b", b))
        if value and not side_known(data, value, by)
    ]
    if a and a == b:
        found, fix = tr("Both sides are {a}").format(a=repr(a)), tr("Choose another a or b")
        problems.append(Problem("bad-query", "query", None, "b", found, tr("Two different sides to compare"), fix))
    if problems:
        raise InvalidSelection(problems)


_KINDS = {
    "outlet": tr("an outlet in the data"),
    "said_by": tr("an actor or a party in the data"),
    "known_by": tr("a day"),
}


def _side(common: Selected, by: str, key: str, chosen: bool) -> Side:
    value = date.fromisoformat(key) if by == "known_by" else (key,)
    selection = replace(common.selection, **{by: value})
    name = say_day(value) if by == "known_by" else vocabulary(common.dataset)[by][key]
    return Side(by, key, name, chosen, Selected(selection, common.dataset))


# --- what can be chosen ----------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def choices(common: Selected, by: str) -> tuple[Pick, ...]:
    """The ids that can be a side, with the number of reports that the common filters leave them, the most first."""
    column = _COLUMNS.get(by)
    if not column:
        return ()
    counted = common.told.loc[common.keeping(by), column].astype("str").value_counts()
    values = pd.Series(unpad(counted.index.to_series()).to_numpy(), pd.Index(counted.to_numpy())).explode()
    totals = values.index.to_series().groupby(values.to_numpy()).sum() if len(values) else {}
    known = vocabulary(common.dataset)[by]
    found = [(key, int(total)) for key, total in dict(totals).items() if key in known]
    return tuple(sorted(found, key=lambda pick: (-pick[1], known[pick[0]])))


def _default(common: Selected, by: str, other: str, last: bool) -> str:
    """The side picked where the query names none: the other is left out, with whatever contains it."""
    candidates = _days(common, last) if by == "known_by" else _candidates(common, by)
    taken = _around(common, by, other)
    return next((key for key in candidates if key not in taken), "")


def _candidates(common: Selected, by: str) -> list[str]:
    """Outlets, or parties (actors where one party alone speaks), those with the most reports first."""
    keys = [key for key, _ in choices(common, by)]
    if by != "said_by":
        return keys
    parties = [key for key in keys if key not in common.dataset.by_id["actors"]]
    return parties if len(parties) > 1 else [key for key in keys if key not in parties]


def _around(common: Selected, by: str, key: str) -> set[str]:
    if by != "said_by" or key not in common.dataset.by_id["actors"]:
        return {key}
    relations = common.index.relations
    return {*relations.bodies[key], relations.party(key)}


def _days(common: Selected, last: bool) -> Iterable[str]:
    """For the second side the end of the data; for the first the known-by day asked, or one halfway."""
    days = common.index.days
    halfway = [days[(len(days) - 1) // 2]] if days else []
    asked = [common.day] if common.selection.known_by else []
    order = [common.index.end, *halfway] if last else [*asked, *halfway, *days]
    return (date.fromordinal(day).isoformat() for day in order)


__all__ = ["BOTH", "ONLY_A", "ONLY_B", "SIDES", "Side", "Sides", "choices", "sides"]
