"""Declared counts of one measure: a stepped line per party and baseline, the itemised count beneath."""

import pandas as pd

from dashboard.figures import steps, theme

HEIGHT = 440


def counts(totals: pd.DataFrame, span: tuple[int, int]) -> dict:
    """Draw running totals (columns as figures.totals gives them); an empty frame draws an empty, labelled field."""
    frame = totals.assign(group=totals["party_label"] + " since " + totals["since"])
    top = steps.top(frame)
    labels = steps.end_labels(frame, "group", top, span, "y")
    return {
        "data": steps.lines(frame, "group", "y"),
        "layout": theme.layout(
            height=HEIGHT, margin={"l": 64, "r": 16, "t": 12, "b": 48}, dragmode=False,
            xaxis=theme.time_axis(*span, fixedrange=True),
            yaxis={"range": [0, top], "fixedrange": True, "gridcolor": theme.GRID, "zerolinecolor": theme.GRID},
            annotations=labels if len(frame) else [theme.nothing("No running total to draw")],
        ),
    }  # fmt: skip
