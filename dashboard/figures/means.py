"""Things named, by week: a row for each, a mark per week as large as its incidents, a flag at the first."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.figures import theme
from dashboard.figures.lanes import Lane
from dashboard.figures.measured import say
from dashboard.figures.tempo import known_by
from dashboard.language import tr

ROW, FOOT, TOP = 38, 44, 14
BOTH = 1.7
"""The depth, in rows, of a row that has incidents of both directions."""
MOST_LABELLED = 32
"""Weeks beyond which marks stand too close for numbers beside them; the table has them all the same."""
SYMBOLS = {"above": "triangle-up", "below": "triangle-down"}


def means(
    rows: Sequence[Lane],
    cells: pd.DataFrame,
    flags: pd.DataFrame,
    labels: Mapping[str, str],
    span: tuple[int, int],
    known: int | None = None,
) -> dict:
    """Draw one row per thing named, on the days of ``span`` (ordinals).

    ``cells`` has lane, side, certain, possible, start and end; ``flags`` lane, day and text of a first reported use;
    ``labels`` the words of each side. A filled mark holds at least one incident certainly of these days, a light one
    only possible ones; the number under it reads "4", "4+1" (one more is possible) or "+2", and 1 is not written.
    """
    heights, depth = _heights(rows, cells)
    placed = _placed(cells, heights)
    return {
        "data": [_marks(placed, side, labels) for side in SYMBOLS] + _flags(flags, heights, span),
        "layout": theme.layout(
            height=round(depth * ROW) + FOOT + TOP, dragmode=False,
            margin={"l": theme.GUTTER, "r": theme.AFTER, "t": TOP, "b": FOOT},
            xaxis=theme.time_axis(*span, fixedrange=True),
            yaxis={"tickvals": list(heights.values()), "ticktext": [lane.label for lane in rows], "fixedrange": True,
                   "range": [-depth, 0], "gridcolor": theme.GRID, "zeroline": False},
            shapes=known_by(known),
            annotations=[] if rows else [theme.nothing(tr("Nothing is named in this selection"))],
        ),
    }  # fmt: skip


def _heights(rows: Sequence[Lane], cells: pd.DataFrame) -> tuple[dict[str, float], float]:
    """The middle of each row, 0 downwards, and the depth of all in rows."""
    sides = cells.groupby("lane")["side"].nunique().to_dict()
    heights, edge = {}, 0.0
    for lane in rows:
        deep = BOTH if sides.get(lane.key) == len(SYMBOLS) else 1.0
        heights[lane.key] = edge - deep / 2
        edge -= deep
    return heights, max(1.0, -edge)


def _placed(cells: pd.DataFrame, heights: Mapping[str, float]) -> pd.DataFrame:
    """The cells with ``y``: in the middle of the row, or above and below it where a row has both directions."""
    both = cells["lane"].map(cells.groupby("lane")["side"].nunique()) == len(SYMBOLS)
    shift = cells["side"].map({"above": 0.36, "below": -0.4}).where(both, 0.0)
    return cells.assign(y=cells["lane"].map(heights).astype(float) + shift)


def _marks(placed: pd.DataFrame, side: str, labels: Mapping[str, str]) -> dict:
    rows = placed[placed["side"] == side]
    few = placed[["start"]].drop_duplicates().shape[0] <= MOST_LABELLED
    return {
        "type": "scatter", "mode": "markers+text" if few else "markers", "name": side, "y": rows["y"].tolist(),
        "x": [middle(row.start, row.end) for row in rows.itertuples()],
        "text": [number(row.certain, row.possible) for row in rows.itertuples()], "textposition": "bottom center",
        "textfont": {"size": 12}, "cliponaxis": False,
        "hovertext": [f"{say(row.start, row.end)}: {told(row.certain, row.possible)}<br>{labels.get(side, '')}"
                      for row in rows.itertuples()],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"symbol": SYMBOLS[side], "size": [size(row.certain + row.possible) for row in rows.itertuples()],
                   "color": [theme.hue(0.6 if row.certain else 0.0) for row in rows.itertuples()],
                   "line": {"width": 1.4, "color": theme.hue()}, "opacity": 1},
    }  # fmt: skip


def middle(start: int, end: int) -> str:
    """The day in the middle of a stretch of days, as an axis position."""
    return theme.day((start + end) // 2)


def size(incidents: int) -> float:
    """The width of a mark in pixels: its area grows with the number, within bounds."""
    return min(24.0, 6 + 3.2 * math.sqrt(incidents))


def number(certain: int, possible: int) -> str:
    """A count in the least room: "4", "4+1", "+2"; a single incident is a mark without a number."""
    return f"{certain or ''}{f'+{possible}' if possible else ''}" if certain + possible > 1 else ""


def told(certain: int, possible: int) -> str:
    """A count in words: "4, and possibly 1 more"."""
    if not certain:
        return tr("possibly {possible}").format(possible=possible)
    return (
        tr("{certain}, and possibly {possible} more").format(certain=certain, possible=possible)
        if possible
        else str(certain)
    )


def _flags(flags: pd.DataFrame, heights: Mapping[str, float], span: tuple[int, int]) -> list[dict]:
    """A pole and a pennant at each first reported use."""
    first, last = span
    rows = flags[(flags["day"] >= first) & (flags["day"] <= last)]
    x, y = [theme.day(day) for day in rows["day"]], [heights[lane] + 0.24 for lane in rows["lane"]]
    look = {"color": theme.INK, "line": {"width": 2, "color": theme.INK}}
    return [
        {
            "type": "scatter", "mode": "markers", "name": tr("first reported"), "x": x, "y": y,
            "text": rows["text"].tolist(), "hovertemplate": "%{text}<extra></extra>",
            "marker": {"symbol": "line-ns-open", "size": 16, **look},
        },
        {
            "type": "scatter", "mode": "text", "name": "pennants", "hoverinfo": "skip", "x": x,
            "y": [height + 0.1 for height in y], "text": ["▶"] * len(x), "textposition": "middle right",
            "textfont": {"size": 11},
        },
    ]  # fmt: skip
