"""Two clocks of one incident: when each account says it happened, and when that account became known."""

import pandas as pd

from dashboard.figures import theme
from dashboard.language import tr

ROW, FOOT = 34, 52


def clocks(frame: pd.DataFrame) -> dict:
    """Draw one row per report: a bar or mark on the days it gives, a ring on the day it became known.

    Columns: label, first_day, last_day (of the event; equal and "dated" False where the report gives none),
    dated, known_day, undated, text. An empty frame draws an empty, labelled field.
    """
    rows = list(range(len(frame)))
    dated, known = frame[frame["dated"]], frame[~frame["undated"]]
    span = _span(dated, known)
    layout = theme.layout(
        height=max(1, len(rows)) * ROW + FOOT, margin={"l": theme.GUTTER, "r": 16, "t": 6, "b": FOOT - 6},
        dragmode=False, xaxis=theme.time_axis(*span, fixedrange=True),
        yaxis={"tickvals": [-row for row in rows], "ticktext": frame["label"].tolist(), "fixedrange": True,
               "range": [0.6 - max(1, len(rows)), 0.6], "gridcolor": theme.GRID, "zeroline": False},
        annotations=[] if rows else [theme.nothing(tr("No account was known by this day"))],
    )  # fmt: skip
    return {"data": [_days(dated, span), _marks(dated), _rings(known)], "layout": layout}


def _span(dated: pd.DataFrame, known: pd.DataFrame) -> tuple[int, int]:
    days = [*dated.loc[dated["first_day"] > 1, "first_day"], *dated["last_day"], *known["known_day"]]
    return (int(min(days)) - 1, int(max(days)) + 1) if days else (1, 2)


def _heights(frame: pd.DataFrame) -> list[int]:
    return [-int(row) for row in frame.index]


def _days(dated: pd.DataFrame, span: tuple[int, int]) -> dict:
    x: list[str | None] = []
    y: list[int | None] = []
    for row, height in zip(dated.itertuples(), _heights(dated), strict=True):
        first = max(row.first_day, span[0])
        x += [theme.edge(first, -0.4), theme.edge(row.last_day, 0.4), None]
        y += [height, height, None]
    line = {"width": 9, "color": theme.hue(0.3)}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": tr("days given"),
        "x": x,
        "y": y,
        "line": line,
        "hoverinfo": "skip",
    }


def _marks(dated: pd.DataFrame) -> dict:
    return {
        "type": "scatter", "mode": "markers", "name": tr("said to have happened"),
        "x": [theme.day(day) for day in dated["last_day"]], "y": _heights(dated), "text": dated["text"].tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": "line-ns-open", "size": 16, "color": theme.hue(),
                   "line": {"width": 3, "color": theme.hue()}},
    }  # fmt: skip


def _rings(known: pd.DataFrame) -> dict:
    return {
        "type": "scatter", "mode": "markers", "name": "known",
        "x": [theme.day(day) for day in known["known_day"]], "y": _heights(known), "text": known["text"].tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": "circle-open", "size": 13, "color": theme.INK, "line": {"width": 2, "color": theme.INK}},
    }  # fmt: skip
