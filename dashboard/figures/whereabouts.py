"""Where accounts put one incident: a row per place, a mark on each day on which a report naming it became known."""

import pandas as pd

from dashboard.figures import theme
from dashboard.language import tr

ROW, FOOT = 34, 52


def whereabouts(frame: pd.DataFrame, rows: list[str]) -> dict:
    """Draw one row per label of ``rows``, from the top, and one mark per row and day.

    ``frame`` has label, day (ordinal), reports (how many) and text. A number stands beside marks of several reports.
    """
    heights = {label: -place for place, label in enumerate(rows)}
    days = frame["day"].tolist() or [1]
    many = [str(number) if number > 1 else "" for number in frame["reports"]]
    marks = {
        "type": "scatter", "mode": "markers+text", "name": "reports",
        "x": [theme.day(day) for day in frame["day"]], "y": [heights[label] for label in frame["label"]],
        "text": many, "textposition": "middle right", "hovertext": frame["text"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"symbol": "circle-open", "size": 13, "color": theme.INK, "line": {"width": 2, "color": theme.INK}},
    }  # fmt: skip
    layout = theme.layout(
        height=max(1, len(rows)) * ROW + FOOT, margin={"l": theme.GUTTER, "r": 24, "t": 6, "b": FOOT - 6},
        dragmode=False, xaxis=theme.time_axis(min(days) - 1, max(days) + 1, fixedrange=True),
        yaxis={"tickvals": list(heights.values()), "ticktext": rows, "fixedrange": True, "zeroline": False,
               "range": [0.6 - max(1, len(rows)), 0.6], "gridcolor": theme.GRID},
        annotations=[] if len(frame) else [theme.nothing(tr("No report with a known day names a place"))],
    )  # fmt: skip
    return {"data": [marks], "layout": layout}
