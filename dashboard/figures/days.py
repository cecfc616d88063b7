"""The days that figures cover: the whole period, the window, and the days of incidents."""

from functools import lru_cache

import pandas as pd

from dashboard import edtf
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


def until(selected: Selected) -> int:
    """The known-by day asked, after which nothing is known, which is not zero; the calendar's end where none is."""
    asked = selected.selection.known_by
    return asked.toordinal() if asked else ALWAYS


def density_days(selected: Selected) -> pd.DataFrame:
    """First and last day of every selected incident, whatever the window (columns: first_day, last_day, stands)."""
    whole = selected.selection.without("start", "end").apply(selected.dataset)
    return by_then(whole.incidents[["first_day", "last_day"]], selected)


def by_then(frame: pd.DataFrame, selected: Selected) -> pd.DataFrame:
    """Incidents with ``last_day`` no later than the known-by day asked, and ``stands``, the day of the mark.

    A mark stands on the last day on which its incident can have happened, as far as the days are given; in a window, so
    that whatever belongs to it is seen, on the last such day of the window. What was reported by a day cannot have
    happened after it: a date such as a month ends there, its words stay as they are. A date that lies wholly after the
    day is left as its source gives it.
    """
    stands = frame["last_day"].where(frame["last_day"] < edtf.LAST.toordinal(), frame["first_day"])
    if selected.selection.start or selected.selection.end:
        stands = _within(stands, frame, selected)
    if not selected.selection.known_by:
        return frame.assign(stands=stands)
    day = frame["first_day"].clip(lower=selected.selection.known_by.toordinal())
    return frame.assign(last_day=frame["last_day"].clip(upper=day), stands=stands.clip(upper=day))


def elsewhere(frame: pd.DataFrame, selected: Selected) -> pd.Series:
    """Flags of incidents of a window that stand on other days: an account of theirs has them on days of it."""
    first, last = span(selected)
    return (frame["first_day"] > last) | (frame["last_day"] < first)


def _within(stands: pd.Series, frame: pd.DataFrame, selected: Selected) -> pd.Series:
    """The days of marks, each in the window: of an incident that stands on other days, a day that an account gives."""
    first, last = span(selected)
    if "incident_id" in frame:
        told = selected.reports.groupby("incident_id")["last_day"].max()
        given = frame["incident_id"].map(told)
        stands = stands.where(~elsewhere(frame, selected) | given.isna(), given).astype("int64")
    return stands.clip(lower=first, upper=last)
