"""The days that figures cover: the whole period, the window, and the days of incidents."""

from functools import lru_cache

import pandas as pd

from dashboard.derive import Index
from dashboard.derive.index import ALWAYS
from dashboard.selection import Selected

AFTERWARDS = 7


@lru_cache(maxsize=8)
def extent(index: Index) -> tuple[int, int]:
    """First and last day of the incidents, and of counts declared within a week after; open ends add nothing."""
    held = index.standings[index.standings["to_day"] == ALWAYS]
    starts = held["first_day"].where(held["first_day"] > 1, held["last_day"])
    days = pd.concat([starts, held["last_day"]])
    days = days[days < ALWAYS - 1]
    if days.empty:
        return index.end, index.end
    first, last = int(days.min()), int(days.max())
    counted = index.tallies.loc[~index.tallies["undated"], "last_day"]
    return first, int(max([last, *counted[counted <= last + AFTERWARDS]]))


def span(selected: Selected) -> tuple[int, int]:
    """First and last day to draw: the window, its open ends filled from the whole data set."""
    first, last = extent(selected.index)
    start, end = selected.selection.start, selected.selection.end
    first, last = start.toordinal() if start else first, end.toordinal() if end else last
    return min(first, last), max(first, last)


def density_days(selected: Selected) -> pd.DataFrame:
    """First and last day of every selected incident, whatever the window (columns: first_day, last_day)."""
    whole = selected.selection.without("start", "end").apply(selected.dataset)
    return whole.incidents[["first_day", "last_day"]]
