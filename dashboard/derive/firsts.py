"""First reported uses of a weapon, a place, a kind: by the day of the event and by the day it was known."""

import pandas as pd

from dashboard.derive.index import NOT_STATED, Index

DIMENSIONS = {"weapon": "weapons", "place": "places", "kind": "kinds"}
COLUMNS = ("dimension", "value", "event_report", "event_first", "event_last", "known_report", "known_day")


def firsts(index: Index, known_by: int | None = None) -> pd.DataFrame:
    """Return one row per weapon, place and kind that any report asserts, with the first report on each clock.

    ``event_report`` is the report with the earliest latest-day, ``event_first`` and ``event_last`` its span;
    ``known_report`` is the first to appear, on ``known_day``. Denials and undated reports start nothing.
    """
    day = index.end if known_by is None else known_by
    frame = index.reports
    told = frame[~frame["undated"] & (frame["known_day"] <= day) & (frame["stance"] != "denies")]
    rows = [row for dimension, column in DIMENSIONS.items() for row in _rows(told, dimension, column)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(told: pd.DataFrame, dimension: str, column: str) -> list[dict]:
    long = told.assign(value=told[column].str.strip(";").str.split(";")).explode("value")
    long = long[long["value"] != NOT_STATED]
    by_event = long.sort_values(["last_day", "first_day", "known_day"], kind="stable").groupby("value").first()
    by_known = long.sort_values(["known_day", "last_day"], kind="stable").groupby("value").first()
    return [
        {
            "dimension": dimension,
            "value": value,
            "event_report": event["report_id"],
            "event_first": int(event["first_day"]),
            "event_last": int(event["last_day"]),
            "known_report": by_known.loc[value, "report_id"],
            "known_day": int(by_known.loc[value, "known_day"]),
        }
        for value, event in by_event.iterrows()
    ]
