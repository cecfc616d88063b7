"""First reported uses of a weapon, a place, a kind: by the day of the event and by the day it was known."""

from collections.abc import Iterator

import pandas as pd

from dashboard.derive.index import NOT_STATED, Index, unpad

DIMENSIONS = {"weapon": "weapons", "place": "places", "kind": "kinds"}
COLUMNS = ("dimension", "value", "event_report", "event_first", "event_last", "known_report", "known_day")
_CLOCKS = ("first_day", "last_day", "known_day")


def firsts(index: Index, known_by: int | None = None) -> pd.DataFrame:
    """Return one row per weapon, place and kind that any report asserts, with the first report on each clock.

    ``event_report`` is the report with the earliest latest-day, ``event_first`` and ``event_last`` its span;
    ``known_report`` is the first to appear, on ``known_day``. Denials and undated reports start nothing.
    """
    day = index.end if known_by is None else known_by
    frame = index.told(day)
    told = frame[frame["asserts"] & ~frame["undated"] & (frame["known_day"] <= day)]
    rows = [row for dimension, column in DIMENSIONS.items() for row in _rows(told, dimension, column)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(told: pd.DataFrame, dimension: str, column: str) -> Iterator[dict]:
    long = told[[*_CLOCKS, "report_id"]].assign(value=unpad(told[column])).explode("value")
    long = long[long["value"] != NOT_STATED]
    by_known = _first(long, ["known_day", "last_day", "first_day"]).set_index("value")
    for event in _first(long, ["last_day", "first_day", "known_day"]).to_dict("records"):
        yield {
            "dimension": dimension,
            "value": event["value"],
            "event_report": event["report_id"],
            "event_first": event["first_day"],
            "event_last": event["last_day"],
            "known_report": by_known.at[event["value"], "report_id"],
            "known_day": int(by_known.at[event["value"], "known_day"]),
        }


def _first(long: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """One row per value, the first in this order; rows alike in it stay in file order."""
    return long.sort_values(order, kind="stable").drop_duplicates("value")
