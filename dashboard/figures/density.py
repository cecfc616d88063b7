"""The density strip: how many incidents each day may hold, and the window within the whole."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.derive.periods import ALWAYS
from dashboard.figures import silence, theme
from dashboard.language import tr

BUCKETS = 180
HEIGHT = 78


def density(
    days: pd.DataFrame,
    whole: tuple[int, int],
    window: tuple[int, int] | None = None,
    silent: Sequence[tuple[int, int]] = (),
    until: int = ALWAYS,
) -> dict:
    """Draw incidents per day over the whole period, the window shaded.

    ``days`` has first_day and last_day per incident. Solid bars count incidents dated to the day; the light part
    above counts those that fall on one of several days, on each day they may have. Long periods share bars.
    ``silent`` are stretches of days from which no document is coded; they are hatched behind the bars. After the day
    ``until`` nothing is known: days without an incident have no bar there, where before it they have one of 0.
    """
    first, last = whole
    width, exact, spread = per_bucket(days, first, last)
    x = [theme.day(first + index * width) for index in range(len(exact))]
    known = max([min(len(x), (until - first) // width + 1), 0, *(np.flatnonzero(exact + spread) + 1).tolist()])
    words = [_words(day, width, a, b) for day, a, b in zip(x[:known], exact, spread, strict=False)]
    bars = [
        _bars(tr("dated to the day"), x[:known], exact[:known], words, theme.hue(0.9), width),
        _bars(tr("on one of several days"), x[:known], spread[:known], words, theme.hue(0.3), width),
    ]
    axis = theme.time_axis(first, last, fixedrange=True, tickformatstops=[], tickformat="%-d %b")
    return {
        "data": [*bars, *silence.hatched(silent, 0, 1, "y2")],
        "layout": theme.layout(
            height=HEIGHT, barmode="stack", bargap=0.1, dragmode="select", selectdirection="h",
            margin={"l": theme.GUTTER, "r": theme.AFTER, "t": 4, "b": 26}, xaxis=axis,
            yaxis={
                "fixedrange": True, "nticks": 3, "minallowed": 0, "tickformat": "d",
                "gridcolor": theme.GRID, "rangemode": "tozero",
            },
            yaxis2={"overlaying": "y", "range": [0, 1], "fixedrange": True, "visible": False},
            shapes=[_shade(*window)] if window else [],
        ),
    }  # fmt: skip


def per_bucket(days: pd.DataFrame, first: int, last: int) -> tuple[int, np.ndarray, np.ndarray]:
    """Days per bucket; per bucket the incidents dated to one day in it, and those that may fall into it."""
    width = max(1, -(-(last - first + 1) // BUCKETS))
    buckets = (last - first) // width + 1
    inside = days[(days["last_day"] >= first) & (days["last_day"] <= last)]
    single = inside[(inside["first_day"] == inside["last_day"])]
    several = inside[(inside["first_day"] < inside["last_day"]) & (inside["first_day"] > 1)]
    exact = np.bincount(((single["last_day"] - first) // width).to_numpy(dtype=int), minlength=buckets)
    steps = np.zeros(buckets + 1, dtype=int)
    np.add.at(steps, ((several["first_day"].clip(lower=first) - first) // width).to_numpy(dtype=int), 1)
    np.add.at(steps, ((several["last_day"] - first) // width + 1).to_numpy(dtype=int), -1)
    return width, exact, np.cumsum(steps)[:buckets]


def _words(day: str, width: int, exact: int, spread: int) -> str:
    period = day if width == 1 else tr("{width} days from {day}").format(width=width, day=day)
    more = tr(", {spread} that may fall here").format(spread=spread) if spread else ""
    return tr("{period}: {exact} dated here{more}").format(period=period, exact=exact, more=more)


def _bars(name: str, x: list[str], values: np.ndarray, words: list[str], color: str, width: int) -> dict:
    return {
        "type": "bar", "name": name, "x": x, "y": [int(value) for value in values], "hovertext": words,
        "hovertemplate": "%{hovertext}<extra></extra>", "marker": {"color": color, "line": {"width": 0}},
        "width": width * 86_400_000 * 0.85, "offset": -0.425 * 86_400_000 if width == 1 else 0,
    }  # fmt: skip


def _shade(first: int, last: int) -> dict:
    return {
        "type": "rect", "xref": "x", "yref": "paper", "x0": theme.edge(first, -0.5), "x1": theme.edge(last, 0.5),
        "y0": 0, "y1": 1, "fillcolor": "rgba(128,128,128,0.18)", "line": {"width": 1, "color": theme.INK},
        "layer": "below",
    }  # fmt: skip
