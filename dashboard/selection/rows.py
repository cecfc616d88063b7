"""The rows that a selection keeps, and the sentence that says what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np
import pandas as pd

from dashboard.dataset import Dataset
from dashboard.derive import Index, index
from dashboard.derive.index import unpad
from dashboard.selection import describe, hindsight, search
from dashboard.selection.filters import FILTERS, VIEW, Filter

if TYPE_CHECKING:
    from dashboard.selection.value import Selection

Flags = np.ndarray
"""One truth value per row."""
CERTAIN, POSSIBLE = "certain", "possible"
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
    done: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What has been made of it: see ``kept.once``."""

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
    def told(self) -> pd.DataFrame:
        """Every report as read on the day, in file order; the flags that follow have one place for each."""
        return self.index.told(self.day)

    @cached_property
    def passed(self) -> Mapping[str, Flags]:
        """For each part of the selection whether each report passes it."""
        frame = nw.from_native(self.told).select(**self.masks()).to_native()
        return {name: frame[name].to_numpy(dtype=bool) for name in frame}

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

    def matching(self, *ignored: str) -> Flags:
        """Flags of the reports known by the day that pass every part of the selection but the ignored ones."""
        keep = self.told["possible_day"].to_numpy() <= self.day
        for name, passed in self.passed.items():
            if name not in ignored:
                keep = keep & passed
        return keep

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

    def keeping(self, *ignored: str) -> Flags:
        """Flags of the reports that match and whose incident stands as asked."""
        standing = self._of_incidents(self.standing(*ignored)["incident"])
        return self.matching(*ignored) & standing[self._incident]

    @cached_property
    def kept(self) -> Flags:
        """Flags of the reports selected."""
        return self.keeping()

    @property
    def _incident(self) -> np.ndarray:
        """The incident of each report, as the index numbers them."""
        return self.told["incident"].to_numpy()

    def _of_incidents(self, numbers: np.ndarray | pd.Series) -> Flags:
        """Flags of these incidents, one place for each that the data set has."""
        flags = np.zeros(len(self.index.incidents), dtype=bool)
        flags[numbers] = True
        return flags

    @cached_property
    def incidents(self) -> pd.DataFrame:
        """One row per incident by date: standing on the day, title, certainty and the reports that match."""
        kept, matching = self.standing(), np.bincount(self._incident[self.kept], minlength=len(self.index.incidents))
        frame = kept.take(np.flatnonzero(matching[kept["incident"]]))
        order = frame["first_day"].where(frame["first_day"] > 1, frame["last_day"])
        by_date = np.lexsort((frame["incident"], frame["last_day"], order))
        frame = frame.assign(order=order).take(by_date).reset_index(drop=True)
        numbers = frame["incident"].to_numpy()
        return frame.assign(
            title=self.index.titles.array.take(numbers),
            report_ids=self._report_ids().take(numbers),
            matching=matching[numbers],
            certainty=_certainty(self._surely(frame)),
        )

    def _report_ids(self) -> pd.api.extensions.ExtensionArray:
        """The ids of the selected reports of each incident, in file order and joined: "r1;r2"."""
        rows = self.index.by_incident
        rows = rows[self.kept[rows]]
        incident, ids = self._incident[rows], self.told["report_id"].array.take(rows).tolist()
        starts = np.flatnonzero(np.diff(incident, prepend=-1)).tolist()
        joined = np.full(len(self.index.incidents), "", dtype=object)
        joined[incident[starts]] = [
            ";".join(ids[start:stop]) for start, stop in zip(starts, [*starts, None][1:], strict=True)
        ]
        return pd.array(joined, dtype="str")

    @cached_property
    def _inside(self) -> Flags:
        """Flags of the reports whose days lie wholly inside the window."""
        first, last = self.window
        return (self.told["first_day"].to_numpy() >= first) & (self.told["last_day"].to_numpy() <= last)

    @cached_property
    def _certain(self) -> Flags:
        """Flags of the reports that lie inside the window and were certainly known."""
        return self._inside & (self.told["known_day"].to_numpy() <= self.day)

    def _surely(self, frame: pd.DataFrame) -> pd.Series:
        """Whether an incident is known, lies inside the window, has a report there, and none that differs."""
        first, last = self.window
        inside = (frame["first_day"] >= first) & (frame["last_day"] <= last) & frame["certainly_known"]
        carried = self._of_incidents(self._incident[self.kept & self._certain])
        rivals = self._of_incidents(self._incident[self._rival])
        return inside & (carried & ~rivals)[frame["incident"]]

    @property
    def _rival(self) -> Flags:
        """Flags of the reports that, whether or not they match, date their incident to days outside the window."""
        (first, last), told = self.window, self.told
        outside = (told["first_day"] > last) | (told["last_day"] < first)
        return ((told["possible_day"] <= self.day) & told["asserts"] & told["dated"] & outside).to_numpy()

    @cached_property
    def reports(self) -> pd.DataFrame:
        """One row per report that matches, of the incidents selected."""
        rows = np.flatnonzero(self.kept)
        rows = rows[np.lexsort((self.index.rank[rows], self.told["first_day"].to_numpy()[rows]))]
        return self.told.take(rows).reset_index(drop=True).assign(certainty=_certainty(self._certain[rows]))

    @cached_property
    def tallies(self) -> pd.DataFrame:
        """One row per declared count known by the day and said within the window, by the day it was said."""
        frame = nw.from_native(self.index.tallies).filter(self._counted).to_native()
        first, last = self.window
        inside = (frame["first_day"] >= first) & (frame["last_day"] <= last)
        known = ~frame["undated"] | (self.day >= self.index.end)
        frame = frame.assign(certainty=_certainty(inside & known))
        return frame.sort_values(["first_day", "tally_id"], ignore_index=True)

    @property
    def _counted(self) -> nw.Expr:
        """Which declared counts are known by the day, reach into the window and obey the filters that they can obey."""
        first, last = self.window
        keep = (nw.col("first_day") <= last) & (nw.col("last_day") >= first) & (nw.col("possible_day") <= self.day)
        for name, item in FILTERS.items():
            if item.tallies and getattr(self.selection, name):
                keep = keep & item.mask(getattr(self.selection, name))
        return keep & search.mask(self.index, "tallies", self.selection.q) if self.selection.q else keep

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        """The filters asked that declared counts do not obey, by their names in the query."""
        return tuple(name for name in self.selection.asked if name not in _TALLIES_OBEY)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The documents of the selected reports and tallies; before the last day without the editor's notes."""
        named = (self.reports["source_id"], self.tallies["source_id"])
        frame = self._referred("sources", "source_id", named)
        return frame if hindsight.noted(self, "sources") else frame.assign(note="")

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
        return {name: self._facet(item) for name, item in FILTERS.items()}

    def _facet(self, item: Filter) -> dict[str, int]:
        kept = self.keeping(item.name) if getattr(self.selection, item.name) else self.kept
        if item.standing:
            frame = self.standing(item.name)
            told = self._of_incidents(self._incident[kept])
            values = frame.loc[told[frame["incident"]], item.column]
            return values[values != ""].value_counts().to_dict()
        return self.index.members(item.column).incidents(kept)


def _values(padded: pd.Series) -> pd.Series:
    return unpad(padded.drop_duplicates()).explode()


def _ordinal(day: date | None, default: int) -> int:
    return day.toordinal() if day else default


_LEVELS = pd.array([POSSIBLE, CERTAIN], dtype="str")


def _certainty(certain: Flags | pd.Series) -> pd.api.extensions.ExtensionArray:
    return _LEVELS.take(np.asarray(certain, dtype="int64"))
