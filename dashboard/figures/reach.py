"""Reach: the places that incidents are said to have happened at, on a map that asks nobody for anything."""

import math

import pandas as pd

from dashboard.figures import theme
from dashboard.figures.means import SYMBOLS, size
from dashboard.language import tr

HEIGHT = 560
AIR, LEAST = 1.0, 6.0
"""Degrees left around the outermost places, and the least height of what is shown."""
MOST_LABELS = 12
GROUND, BORDER = "rgba(128, 128, 128, 0.13)", "rgba(128, 128, 128, 0.55)"
_SIDES = {"middle right": (1, 0), "middle left": (-1, 0), "top center": (0, 1), "bottom center": (0, -1)}
_MIDDLE = {"middle center": (0, 0)}


def reach(places: pd.DataFrame, outlines: pd.DataFrame, bounds: tuple[float, float, float, float]) -> dict:
    """Draw places with coordinates over outlines; equirectangular, true at the middle latitude.

    ``places`` has label, above, below, drawn (both), longitude, latitude and pinned; a place that is not pinned is
    larger than a point, and only its name is written, in slanted letters. ``outlines`` has part, longitude and
    latitude in order; none draws no ground. ``bounds`` are the outermost west, east, south and north.
    """
    west, east, south, north = _frame(*bounds)
    ratio = 1 / max(0.1, math.cos(math.radians((south + north) / 2)))
    drawn = places[places["drawn"] > 0]
    pinned = drawn[drawn["pinned"]]
    axis = {"fixedrange": True, "visible": False, "constrain": "range"}  # a wide figure shows more ground eastwards
    return {
        "data": [
            *_ground(outlines, (west, east, south, north)),
            *(_marks(pinned, side) for side in SYMBOLS),
            _names(drawn, HEIGHT / (north - south), ratio),
        ],
        "layout": theme.layout(
            height=HEIGHT, margin={"l": 0, "r": 0, "t": 0, "b": 0}, dragmode=False,
            xaxis={**axis, "range": [west, east], "constraintoward": "left"},
            yaxis={**axis, "range": [south, north], "scaleanchor": "x", "scaleratio": ratio,
                   "constraintoward": "top"},
            annotations=[] if len(drawn) else [theme.nothing(tr("No place with coordinates is named"))],
        ),
    }  # fmt: skip


def _frame(west: float, east: float, south: float, north: float) -> tuple[float, float, float, float]:
    more = max(0.0, LEAST - (north - south)) / 2
    return west - AIR, east + AIR, south - AIR - more, north + AIR + more


def _ground(outlines: pd.DataFrame, frame: tuple[float, float, float, float]) -> list[dict]:
    """The closed lines that reach into the frame, as one trace with gaps."""
    west, east, south, north = frame
    x: list[float | None] = []
    y: list[float | None] = []
    for _, part in outlines.groupby("part", sort=False):
        across, along = part["longitude"], part["latitude"]
        if across.max() < west - 15 or across.min() > east + 15 or along.max() < south or along.min() > north:
            continue
        x += [*across.tolist(), float(across.iloc[0]), None]
        y += [*along.tolist(), float(along.iloc[0]), None]
    line = {"width": 1, "color": BORDER}
    ground = {
        "type": "scatter", "mode": "lines", "name": "outlines", "x": x, "y": y, "fill": "toself", "fillcolor": GROUND,
        "line": line, "hoverinfo": "skip",
    }  # fmt: skip
    return [ground] if x else []


def _marks(pinned: pd.DataFrame, side: str) -> dict:
    """One direction filled and the other open, so that both read where they stand on one place."""
    rows = pinned[pinned[side] > 0].sort_values(side, ascending=False)
    fill = theme.hue(0.5 if side == "above" else 0.02)
    return {
        "type": "scatter", "mode": "markers", "name": side, "x": rows["longitude"].tolist(),
        "y": rows["latitude"].tolist(), "text": [f"{row.label}<br>{_told(row)}" for row in rows.itertuples()],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": SYMBOLS[side], "size": [size(count) + 4 for count in rows[side]], "color": fill,
                   "line": {"width": 2 if side == "below" else 1.2, "color": theme.hue()}, "opacity": 1},
    }  # fmt: skip


def _told(row) -> str:
    return " ".join(f"{sign}{count}" for sign, count in (("▲", row.above), ("▼", row.below)) if count)


# --- names -----------------------------------------------------------------------------------------------


def _names(drawn: pd.DataFrame, scale: float, ratio: float) -> dict:
    """The names of the places with most incidents, each on the first side on which it touches nothing.

    ``scale`` is pixels per degree northwards, ``ratio`` how many times a degree eastwards goes into it.
    """
    drawn = drawn.assign(x=drawn["longitude"] * scale / ratio, y=drawn["latitude"] * scale)
    kept = []
    taken = [_box(row.x, row.y, 14, 14) for row in drawn[drawn["pinned"]].itertuples()]
    most = drawn.sort_values(["pinned", "drawn"], ascending=[True, False], kind="stable")
    for row in most.head(MOST_LABELS * 3).itertuples():
        free = _free(row, taken) if len(kept) < MOST_LABELS else None
        if free:
            kept.append((row, free[0]))
            taken.append(free[1])
    return {
        "type": "scatter", "mode": "markers+text", "name": "names", "hoverinfo": "skip",
        "x": [row.longitude for row, _ in kept], "y": [row.latitude for row, _ in kept],
        "text": [_name(row) for row, _ in kept], "textposition": [side for _, side in kept], "textfont": {"size": 14},
        "marker": {"size": [size(row.drawn) + 2 for row, _ in kept], "opacity": 0},  # unseen; keeps names off marks
    }  # fmt: skip


def _name(row) -> str:
    text = f"{row.label} {_told(row)}"
    return text if row.pinned else f"<i>{text}</i>"


Box = tuple[float, float, float, float]


def _free(row, taken: list[Box]) -> tuple[str, Box] | None:
    """A side and the box that the name takes there; None where every side is taken."""
    wide = 7.4 * len(row.label) + 42
    for side, (across, up) in (_SIDES if row.pinned else _MIDDLE).items():
        box = _box(row.x + across * (wide / 2 + 9), row.y + up * 20, wide, 19)
        if not any(_touch(box, other) for other in taken):
            return side, box
    return None


def _box(x: float, y: float, wide: float, high: float) -> Box:
    """Left, right, bottom and top, in pixels."""
    return x - wide / 2, x + wide / 2, y - high / 2, y + high / 2


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
