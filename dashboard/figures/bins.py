"""Marks too many to be told apart, gathered into bins with real extents."""

from dataclasses import dataclass

import narwhals as nw
import pandas as pd

MOST_MARKS = 400
MOST_STACKED = 6
BUCKETS = 90


@dataclass(frozen=True)
class Room:
    """How many marks may stand on one another, and how many buckets share the width: fewer lanes are higher."""

    stacked: int = MOST_STACKED
    buckets: int = BUCKETS


NARROW, HIGH = Room(), Room(stacked=10, buckets=36)
"""The room of one lane among many, and of one among three."""


def width(first: int, last: int, room: Room = NARROW) -> int:
    """Days per bucket so that a lane holds at most so many of them as it has room for."""
    return max(1, -(-(last - first + 1) // room.buckets))


def too_many(frame: pd.DataFrame, first: int, last: int, room: Room = NARROW) -> bool:
    """True when the marks cannot be told apart: too many in all, or too many in one place."""
    if len(frame) <= room.stacked:
        return False
    bucket = (frame["last_day"] - first) // width(first, last, room)
    return len(frame) > MOST_MARKS or int(frame.groupby(["lane", bucket]).size().max()) > room.stacked


def binned(frame: pd.DataFrame, first: int, last: int, room: Room = NARROW) -> pd.DataFrame:
    """One row per lane and bucket that holds a mark: ``first_day`` and ``last_day`` are days that marks really have.

    Columns: lane, bucket, marks, first_day, last_day, full (the share of each fill, as a mean), disputed.
    """
    days = width(first, last, room)
    marks = nw.from_native(frame).with_columns(
        bucket=(nw.col("last_day") - first) // days,
        start=nw.when(nw.col("first_day") < first).then(nw.col("last_day")).otherwise(nw.col("first_day")),
    )
    grouped = marks.group_by("lane", "bucket").agg(
        marks=nw.len(),
        first_day=nw.col("start").min(),
        last_day=nw.col("last_day").max(),
        disputed=nw.col("disputed").max(),
    )
    return grouped.sort("lane", "bucket").to_native()
