"""Marks too many to be told apart, gathered into bins with real extents."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard.derive.index import HIDDEN
from dashboard.figures import dodge
from dashboard.figures.theme import FILLS

MOST_MARKS = 400
MOST_STACKED = 6
BUCKETS = 24


@dataclass(frozen=True)
class Room:
    """How many marks may stand above one another, and how many beside one another: fewer lanes are higher.

    A mark is 13 pixels wide. So many of them fit beside one another on the axis of a tablet held upright, and on
    every wider one.
    """

    stacked: int = MOST_STACKED
    beside: int = 36


NARROW, HIGH = Room(), Room(stacked=10)
"""The room of one lane among many, and of one among three."""
UNGRADED = "ungraded"
LEVELS = {**FILLS, UNGRADED: 0.0, HIDDEN: 0.0}
"""How full each part of a bin is: what has no level is as empty as its mark, and is told apart in words."""
COLUMNS = ("lane", "bin", "marks", "first_day", "last_day", "start", "disputed", *LEVELS)


def gap(first: int, last: int, room: Room = NARROW) -> int:
    """The days between two marks of a lane that stand beside one another without covering each other."""
    return max(1, -(-(last - first + 1) // room.beside))


def too_many(frame: pd.DataFrame, first: int, last: int, room: Room = NARROW) -> bool:
    """True when the marks cannot be told apart: too many in all, or too many above one another in one place."""
    if len(frame) <= room.stacked:
        return False
    return len(frame) > MOST_MARKS or _highest(frame, gap(first, last, room)) >= room.stacked


def _highest(frame: pd.DataFrame, between: int) -> int:
    """The highest slot that a mark takes in any lane."""
    lanes = frame["stands"].sort_values().groupby(frame["lane"], sort=False)
    return max(max(dodge.slots(days, between)) for _, days in lanes)


def binned(frame: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """One row per lane and bin (COLUMNS), at most BUCKETS in a lane, each a bucket's width from the next.

    A bin begins on the first day that a mark of its lane stands on and no bin holds: so no bin begins or ends on a day
    on which nothing is said to have happened, and numbers beside bins never cover one another. ``first_day`` and
    ``last_day`` are the first and the last day on which its marks stand, ``start`` is where the earliest of them can
    have begun. A column per level of corroboration counts the marks of it; so does one for those that are not graded,
    as statements, and one for those whose level is hidden.
    """
    days = max(1, -(-(last - first + 1) // BUCKETS))
    level = frame["corroboration"].where(frame["corroboration"].isin(list(LEVELS)), UNGRADED)
    marks = frame.assign(
        start=frame["first_day"].where(frame["first_day"] >= first, frame["stands"]),
        bin=frame.groupby("lane")["stands"].transform(lambda stood: stood.map(dict(_begun(stood, days)))),
        **{name: (level == name).astype("int64") for name in LEVELS},
    )
    grouped = marks.groupby(["lane", "bin"], as_index=False).agg(
        marks=("stands", "size"),
        first_day=("stands", "min"),
        last_day=("stands", "max"),
        start=("start", "min"),
        disputed=("disputed", "sum"),
        **{name: (name, "sum") for name in LEVELS},
    )
    return grouped[list(COLUMNS)]


def _begun(stood: pd.Series, days: int) -> Iterator[tuple[int, int]]:
    """Each day on which marks of a lane stand, with the first day of its bin."""
    begin = None
    for day in sorted(stood.unique()):
        begin = day if begin is None or day - begin >= days else begin
        yield day, begin
