"""Declared counts of one measure: a stepped line per party and baseline, the itemised count beneath."""

import pandas as pd

from dashboard.figures import steps, theme
from dashboard.language import tr

HEIGHT, BEFORE, FOOT = 440, 12, 48


def counts(totals: pd.DataFrame, span: tuple[int, int]) -> dict:
    """Draw running totals (columns as figures.totals gives them); an empty frame draws an empty, labelled field."""
    labels, top = steps.end_labels(totals, span, HEIGHT - BEFORE - FOOT, axis="y")
    return {
        "data": steps.lines(totals, "y"),
        "layout": theme.layout(
            height=HEIGHT, margin={"l": 64, "r": theme.AFTER, "t": BEFORE, "b": FOOT}, dragmode=False,
            xaxis=theme.time_axis(*span, fixedrange=True),
            yaxis={"range": [0, top], "fixedrange": True, "gridcolor": theme.GRID, "zerolinecolor": theme.GRID},
            annotations=labels if len(totals) else [theme.nothing(tr("No running total to draw"))],
        ),
    }  # fmt: skip
