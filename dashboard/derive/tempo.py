"""Incidents by week: how many certainly fall into each, how many may, and the casualties stated of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.derive.periods import ALWAYS
from dashboard.language import tr

SHORT = 35
"""A span of at most this many days is counted by day."""
MOST = 180
"""A span of more weeks than this is counted by several of them at once."""
CASUALTIES = ("killed", "injured")


_NOUNS, _SEVERAL = {1: tr("day"), 7: tr("week")}, {1: tr("days"), 7: tr("weeks")}


@dataclass(frozen=True)
class Weeks:
    """A span of days cut into equal stretches of ``width`` days; weeks begin on a Monday.

    ``first`` and ``last`` are the days (ordinals) of the span, which may cut the first and the last stretch short.
    """

    first: int
    last: int
    width: int

    @property
    def origin(self) -> int:
        """The day on which the first stretch would begin were it not cut: for weeks, a Monday."""
        return self.first if self.width == 1 else self.first - (self.first - 1) % 7

    @property
    def number(self) -> int:
        """How many stretches there are."""
        return (self.last - self.origin) // self.width + 1

    @property
    def days(self) -> list[tuple[int, int]]:
        """The first and the last day of each stretch."""
        starts = range(self.origin, self.last + 1, self.width)
        return [(max(start, self.first), min(start + self.width - 1, self.last)) for start in starts]

    @property
    def noun(self) -> str:
        """What one stretch is called."""
        return _NOUNS.get(self.width) or tr("{n} weeks").format(n=self.width // 7)

    @property
    def nouns(self) -> str:
        """What several of them are called."""
        return _SEVERAL.get(self.width) or self.noun

    def of(self, days: pd.Series) -> np.ndarray:
        """The number of the stretch that each day falls into; days outside the span count to its ends."""
        inside = days.clip(self.first, self.last)
        return ((inside - self.origin) // self.width).to_numpy(dtype=int)


def weeks(first: int, last: int) -> Weeks:
    """Return days for a short span, weeks for a longer one, several weeks at once beyond MOST."""
    if last - first < SHORT:
        return Weeks(first, last, 1)
    return Weeks(first, last, 7 * (1 + ((last - first) // 7 + 1) // MOST))


def bounded(frame: pd.DataFrame) -> pd.Series:
    """True for incidents with a first and a last possible day; the others may fall into any number of weeks."""
    return (frame["first_day"] > 1) & (frame["last_day"] < ALWAYS)


def in_one_week(frame: pd.DataFrame, by: Weeks) -> pd.Series:
    """True for incidents that certainly fall into one week: all of their days lie in it, and certainty says so."""
    inside = (frame["first_day"] >= by.first) & (frame["last_day"] <= by.last)
    same = by.of(frame["first_day"]) == by.of(frame["last_day"])
    return bounded(frame) & inside & same & (frame["certainty"] == "certain")


def tempo(frame: pd.DataFrame, by: Weeks, keys: Sequence[str]) -> pd.DataFrame:
    """Return one row per value of ``keys`` and week into which an incident falls or may fall.

    ``frame`` has first_day, last_day, certainty and the keys. Columns: the keys, week (a number), ``certain``, and
    ``possible``: incidents that may fall there, or went on for longer, in each week that their dates allow.
    Unbounded incidents are in no week.
    """
    frame = frame[bounded(frame) & (frame["first_day"] <= by.last) & (frame["last_day"] >= by.first)]
    groups = frame.groupby(list(keys), sort=False)
    row, sure = groups.ngroup().to_numpy(), in_one_week(frame, by).to_numpy()
    start, stop = by.of(frame["first_day"]), by.of(frame["last_day"])
    certain = np.zeros((groups.ngroups, by.number + 1), dtype=int)
    steps = np.zeros_like(certain)
    np.add.at(certain, (row[sure], start[sure]), 1)
    np.add.at(steps, (row[~sure], start[~sure]), 1)
    np.add.at(steps, (row[~sure], stop[~sure] + 1), -1)
    possible = steps.cumsum(axis=1)
    where, week = np.nonzero(certain + possible)
    found = groups.first().reset_index()[list(keys)].iloc[where].reset_index(drop=True)
    return found.assign(week=week, certain=certain[where, week], possible=possible[where, week])


def harm(frame: pd.DataFrame, by: Weeks) -> pd.DataFrame:
    """Return one row per week, side and kind of casualty for which somebody states a number.

    ``low`` and ``high`` bound the sum of what is stated of the incidents certainly in the week; ``high`` is infinite
    where one gives only a floor. ``stated`` counts these incidents, ``silent`` those of the same week and side
    for which nobody states a number, which adds nothing and is not 0. Columns: week, side, of, low, high, stated,
    silent.
    """
    frame = frame[in_one_week(frame, by)]
    frame = frame.assign(week=by.of(frame["first_day"]))
    rows = [row for of in CASUALTIES for row in _ranges(frame, of)]
    return pd.DataFrame(rows, columns=["week", "side", "of", "low", "high", "stated", "silent"])


def _ranges(frame: pd.DataFrame, of: str) -> list[dict]:
    rows = []
    for (week, side), group in frame.groupby(["week", "side"], sort=True):
        stated = group[group[f"{of}_low"].notna()]
        if len(stated):
            low, high = stated[f"{of}_low"].sum(), stated[f"{of}_high"].sum()
            silent = len(group) - len(stated)
            rows.append({"week": week, "side": side, "of": of, "low": low, "high": high,
                         "stated": len(stated), "silent": silent})  # fmt: skip
    return rows
