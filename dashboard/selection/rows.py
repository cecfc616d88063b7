"""The rows that a selection keeps, and the sentence that says what they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import narwhals as nw
import pandas as pd

from dashboard.dataset import Dataset
from dashboard.derive import Index, index
from dashboard.derive.index import unpad
from dashboard.selection import describe, left_out, releases, search
from dashboard.selection.filters import FILTERS

if TYPE_CHECKING:
    from dashboard.selection.value import Selection

CERTAIN, POSSIBLE = "certain", "possible"
VIEW = frozenset(
    {"lanes", "rows", "of", "columns", "per", "page", "incident", "measure", "tally", "sort", "by", "a", "b", "data"}
)
"""Parts of a selection that decide how rows are shown, not which."""
_TALLIES_OBEY = VIEW | {"from", "to", "known_by", "q"} | {name for name, item in FILTERS.items() if item.tallies}


@dataclass(frozen=True, eq=False)
class Selected:
    """What a selection keeps of a data set; every view, export and sentence reads one of these.

    Filters on reports hold within one and the same report; corroboration always uses every report known by
    the day. Each frame has a column ``certainty``: "certain" where a row lies wholly inside the window and was
    certainly known, "possible" where its dates only reach into the window, where a report dates it elsewhere,
    or where the day it became known is not stated.
    """

    selection: "Selection"
    dataset: Dataset

    @property
    def index(self) -> Index:
        """The derived index that the rows come from."""
        return index(self.dataset)

    @cached_property
    def day(self) -> int:
        """The known-by day as an ordinal; the end of the data when none is asked."""
        return min(_ordinal(self.selection.known_by, self.index.end), self.index.end)

    @cached_property
    def window(self) -> tuple[int, int]:
        """First and last day of the window as ordinals; the calendar's ends where open."""
        return _ordinal(self.selection.start, 1), _ordinal(self.selection.end, date.max.toordinal())

    # --- rows --------------------------------------------------------------------------------------------

    @cached_property
    def marked(self) -> pd.DataFrame:
        """Every report as read on the day, with one flag per part of the selection (``m_place``, ...).

        ``inside`` and ``outside`` say how its days lie to the window, ``surely`` that it was certainly known
        and lies inside.
        """
        first, last = self.window
        inside = (nw.col("first_day") >= first) & (nw.col("last_day") <= last)
        frame = nw.from_native(self.index.told(self.day)).with_columns(
            **{f"m_{name}": expression for name, expression in self.masks().items()},
            m_known=nw.col("possible_day") <= self.day,
            inside=inside,
            outside=(nw.col("first_day") > last) | (nw.col("last_day") < first),
            surely=inside & (nw.col("known_day") <= self.day),
        )
        return frame.to_native()

    def masks(self) -> Mapping[str, nw.Expr]:
        """One expression per part of the selection that a single report can pass or fail."""
        first, last = self.window
        masks = {"window": (nw.col("first_day") <= last) & (nw.col("last_day") >= first)}
        for name, item in FILTERS.items():
            if not item.standing and getattr(self.selection, name):
                masks[name] = item.mask(getattr(self.selection, name))
        if self.selection.q:
            masks["q"] = search.mask(self.index, "reports", self.selection.q)
        return masks

    def matching(self, *ignored: str) -> pd.DataFrame:
        """The reports known by the day that pass every part of the selection but the ignored ones."""
        keep = self.marked["m_known"]
        for name in self.masks():
            if name not in ignored:
                keep = keep & self.marked[f"m_{name}"]
        return self.marked[keep]

    @cached_property
    def standings(self) -> pd.DataFrame:
        """The standings on the known-by day, one row per incident that was or may have been known."""
        return self.index.at(self.day)

    def standing(self, *ignored: str) -> pd.DataFrame:
        """The standings that pass the parts of the selection about standing, but for the ignored ones."""
        frame, selection = nw.from_native(self.standings), self.selection
        for name, item in FILTERS.items():
            if item.standing and name not in ignored and getattr(selection, name):
                frame = frame.filter(item.mask(getattr(selection, name)))
        if selection.disputed is not None and "disputed" not in ignored:
            frame = frame.filter(nw.col("disputed") == selection.disputed)
        return frame.to_native()

    @cached_property
    def incidents(self) -> pd.DataFrame:
        """One row per incident by date: standing on the day, title, certainty and the reports that match."""
        told, titles = self.matching(), self.dataset.by_id["incidents"]
        matching: dict[str, list[str]] = {}
        for incident, report in zip(told["incident_id"], told["report_id"], strict=True):
            matching.setdefault(incident, []).append(report)
        frame = self.standing()
        frame = frame[frame["incident_id"].isin(matching)]
        ids = frame["incident_id"]
        frame = frame.assign(
            title=_texts(ids, (titles[key]["title"] for key in ids)),
            report_ids=_texts(ids, (";".join(matching[key]) for key in ids)),
            matching=pd.Series([len(matching[key]) for key in ids], ids.index, dtype="int64"),
            certainty=_certainty(self._surely(frame, told)),
            order=frame["first_day"].where(frame["first_day"] > 1, frame["last_day"]),
        )
        return frame.sort_values(["order", "last_day", "incident_id"], ignore_index=True)

    def _surely(self, frame: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
        """Whether an incident is known, lies inside the window, has a report there, and none that differs."""
        first, last = self.window
        inside = (frame["first_day"] >= first) & (frame["last_day"] <= last) & frame["certainly_known"]
        carried = frame["incident_id"].isin(told.loc[told["surely"], "incident_id"])
        return inside & carried & ~frame["incident_id"].isin(self._rivals())

    def _rivals(self) -> pd.Series:
        """The incidents that a report, whether or not it matches, dates to days outside the window."""
        frame = self.marked
        rival = frame["m_known"] & frame["asserts"] & frame["dated"] & frame["outside"]
        return frame.loc[rival, "incident_id"]

    @cached_property
    def reports(self) -> pd.DataFrame:
        """One row per report that matches, of the incidents selected."""
        told = self.matching()
        told = told[told["incident_id"].isin(self.incidents["incident_id"])]
        told = told.assign(certainty=_certainty(told["surely"]))
        return told.sort_values(["first_day", "incident_id", "known_day", "report_id"], ignore_index=True)

    @cached_property
    def tallies(self) -> pd.DataFrame:
        """One row per declared count known by the day and said within the window, by the day it was said."""
        first, last = self.window
        reaches = (nw.col("first_day") <= last) & (nw.col("last_day") >= first)
        keep = reaches & (nw.col("possible_day") <= self.day)
        for name, item in FILTERS.items():
            if item.tallies and getattr(self.selection, name):
                keep = keep & item.mask(getattr(self.selection, name))
        if self.selection.q:
            keep = keep & search.mask(self.index, "tallies", self.selection.q)
        frame = nw.from_native(self.index.tallies).filter(keep).to_native()
        inside = (frame["first_day"] >= first) & (frame["last_day"] <= last)
        known = ~frame["undated"] | (self.day >= self.index.end)
        frame = frame.assign(certainty=_certainty(inside & known))
        return frame.sort_values(["first_day", "tally_id"], ignore_index=True)

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        """The filters asked that declared counts do not obey, by their names in the query."""
        return tuple(name for name in self.selection.asked if name not in _TALLIES_OBEY)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The documents of the selected reports and tallies."""
        return self._referred("sources", "source_id", (self.reports["source_id"], self.tallies["source_id"]))

    @cached_property
    def places(self) -> pd.DataFrame:
        """The places that the selected incidents and reports name, and those around them."""
        named = pd.concat([self.reports["places"], self.incidents["places"]])
        return self._referred("places", "place_id", (_values(named),))

    @cached_property
    def actors(self) -> pd.DataFrame:
        """The actors that the selected reports and tallies name, and the bodies they belong to."""
        named = pd.concat([self.reports["actors"], self.tallies["speakers"]])
        return self._referred("actors", "actor_id", (_values(named),))

    def _referred(self, table: str, key: str, columns: tuple[pd.Series, ...]) -> pd.DataFrame:
        named = set().union(*(column.unique() for column in columns))
        frame = self.dataset[table]
        frame = frame[frame[key].isin(named)]
        return frame.assign(certainty=CERTAIN).reset_index(drop=True)

    # --- counts and words --------------------------------------------------------------------------------

    def counts(self, table: str) -> dict[str, int]:
        """How many rows of a table are certain and possible."""
        certainty = getattr(self, table)["certainty"]
        return {level: int((certainty == level).sum()) for level in (CERTAIN, POSSIBLE)}

    @cached_property
    def not_yet(self) -> int:
        """Reports that pass every other part of the selection and were not known by the day."""
        return int((self.later.reports["possible_day"] > self.day).sum())

    @cached_property
    def later(self) -> "Selected":
        """The same selection as everything known in the end gives it."""
        return self if self.day >= self.index.end else Selected(self.selection.without("known_by"), self.dataset)

    def left_out(self, table: str) -> dict[str, int]:
        """How many rows of a table are not selected, by reason (``left_out.REASONS``)."""
        return left_out.left_out(self, table)

    @cached_property
    def notice(self) -> str:
        """That the address names other data than this; "" where it does not."""
        return releases.notice(self.selection, self.dataset)

    @cached_property
    def undated(self) -> int:
        """Selected reports known at an unknown date."""
        return int(self.reports["undated"].sum())

    @cached_property
    def sentence(self) -> str:
        """What is shown, in one sentence."""
        return describe.sentence(self)

    @cached_property
    def description(self) -> str:
        """What was asked, in a phrase: heading, alt text and file name come from here."""
        return describe.phrase(self.selection, self.dataset)

    @cached_property
    def facets(self) -> dict[str, dict[str, int]]:
        """For each filter, how many incidents each of its values would leave, the other parts unchanged."""
        return {name: self._facet(item.column, name, item.standing) for name, item in FILTERS.items()}

    def _facet(self, column: str, name: str, standing: bool) -> dict[str, int]:
        told, frame = self.matching(name), self.standing(name)
        if standing:
            kept = frame[frame["incident_id"].isin(told["incident_id"]) & (frame[column] != "")]
            return kept[column].value_counts().to_dict()
        kept = told.loc[told["incident_id"].isin(frame["incident_id"]), ["incident_id", column]].drop_duplicates()
        long = kept.assign(value=unpad(kept[column])).explode("value")
        return long.drop_duplicates(["incident_id", "value"])["value"].value_counts().to_dict()


def _texts(like: pd.Series, values: Iterable[str]) -> pd.Series:
    return pd.Series(list(values), like.index, dtype="str")


def _values(padded: pd.Series) -> pd.Series:
    return unpad(padded.drop_duplicates()).explode()


def _ordinal(day: date | None, default: int) -> int:
    return day.toordinal() if day else default


def _certainty(certain: pd.Series) -> pd.Series:
    return certain.map({True: CERTAIN, False: POSSIBLE}).astype("str")
