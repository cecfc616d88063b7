"""The timeline: declared counts above, lanes below, on one time axis."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from dashboard import edtf
from dashboard.derive import LEVEL_WORDS
from dashboard.derive.index import HIDDEN
from dashboard.figures import bins, dodge, silence, steps, theme
from dashboard.figures.lanes import Lane
from dashboard.language import tr
from dashboard.selection.describe import count

LANE_HEIGHT, COUNTS_HEIGHT, GAP, FOOT, TOP = 30, 190, 34, 44, 8
LABELLED = 3
"""Lines with a label of their own; the words under the chart name them all."""
CHOSEN = "chosen"
"""Name of the empty trace that the browser moves to the open incident."""


def timeline(
    frame: pd.DataFrame,
    lanes: Sequence[Lane],
    totals: pd.DataFrame,
    span: tuple[int, int],
    silent: Sequence[tuple[int, int]] = (),
    room: bins.Room = bins.NARROW,
) -> dict:
    """Draw marks in lanes under the declared totals, from the first to the last day of ``span`` (ordinals).

    ``frame`` and ``totals`` are as figures.marks and figures.totals give them; empty frames draw empty bands.
    ``silent`` are the stretches of days from which no document is coded; they are hatched behind the lanes.
    ``room`` is how much each lane can hold before its marks become bins.
    """
    first, last = span
    dense = bins.too_many(frame, first, last, room)
    placed = frame if dense else dodge.dodged(frame, bins.gap(first, last, room))
    rows, depth = dodge.rows([lane.key for lane in lanes], placed)
    drawn = _bins(bins.binned(frame, first, last), rows, lanes) if dense else _marks(placed, rows, span)
    shown = steps.longest(totals)
    data = [*silence.hatched(silent, -depth, 0), *drawn, _chosen(), *steps.lines(shown)]
    return {"data": data, "layout": _layout(lanes, rows, depth, shown, span)}


# --- lanes -----------------------------------------------------------------------------------------------


def _marks(frame: pd.DataFrame, rows: dict[str, float], span: tuple[int, int]) -> list[dict]:
    if frame.empty:
        return []
    first, last = span
    placed = frame.assign(
        y=frame["lane"].map(rows) + frame["shift"],
        start=frame["first_day"].clip(lower=first - 1),
        stop=frame["last_day"].clip(upper=last + 1),
    )
    spans = placed[(placed["first_day"] < placed["last_day"]) & (placed["open"] == "")]
    guesses = placed[placed["approximate"] & (placed["first_day"] == placed["last_day"])]
    disputed = placed[placed["disputed"]]
    rivals = placed[placed["rivals"].map(bool)]
    return [
        _segments("span", ((r.start, -0.4, r.stop, 0.4, r.y) for r in spans.itertuples()), 9, theme.hue(0.25)),
        _segments(
            "open", ((r.start, 0, r.stop, 0, r.y) for r in placed[placed["open"] != ""].itertuples()), 1.5,
            theme.hue(0.55), "dot",
        ),
        _segments("rivals", ((r.rivals[0], 0, r.rivals[-1], 0, r.y) for r in rivals.itertuples()), 1, theme.INK),
        _rival_days(placed),
        _guesses(guesses),
        _points(placed),
        _slashes(disputed),
    ]  # fmt: skip


def _points(placed: pd.DataFrame) -> dict:
    fills = [theme.hue(theme.FILLS.get(level, 0.0)) for level in placed["corroboration"]]
    return {
        "type": "scatter", "mode": "markers", "name": "incidents",
        "x": [theme.day(day) for day in placed["stands"]], "y": placed["y"].tolist(),
        "customdata": [[incident] for incident in placed["incident_id"]],
        "text": placed["text"].tolist(), "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": placed["symbol"].tolist(), "size": 13, "color": fills,
            "line": {"color": theme.hue(), "width": 1.6}, "opacity": 1,
        },
        "cliponaxis": False,
    }  # fmt: skip


def _guesses(placed: pd.DataFrame) -> dict:
    return {
        "type": "scatter", "mode": "text", "name": tr("on or about"), "hoverinfo": "skip",
        "x": [theme.day(day) for day in placed["stands"]], "y": placed["y"].tolist(),
        "text": ["  ~"] * len(placed), "textposition": "middle right", "textfont": {"size": 15},
        "cliponaxis": False,
    }  # fmt: skip


def _slashes(placed: pd.DataFrame) -> dict:
    return {
        "type": "scatter", "mode": "markers", "name": "disputed", "hoverinfo": "skip",
        "x": [theme.day(day) for day in placed["stands"]], "y": placed["y"].tolist(),
        "marker": {"symbol": "line-ne-open", "size": 20, "color": theme.INK, "line": _stroke(2)},
        "cliponaxis": False,
    }  # fmt: skip


def _rival_days(placed: pd.DataFrame) -> dict:
    pairs = [(day, row.y) for row in placed.itertuples() for day in row.rivals]
    return {
        "type": "scatter", "mode": "markers", "name": tr("rival dates"), "hoverinfo": "skip",
        "x": [theme.day(day) for day, _ in pairs], "y": [y for _, y in pairs],
        "marker": {"symbol": "line-ns-open", "size": 10, "color": theme.INK, "line": _stroke(1.5)},
    }  # fmt: skip


def _segments(name: str, ends: Iterable[tuple], width: float, color: str, dash: str = "solid") -> dict:
    x: list[str | None] = []
    y: list[float | None] = []
    for start, before, stop, after, height in ends:
        x += [theme.edge(start, before), theme.edge(stop, after), None]
        y += [height, height, None]
    line = {"width": width, "color": color, "dash": dash}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "hoverinfo": "skip",
        "x": x,
        "y": y,
        "line": line,
    }


def _bins(frame: pd.DataFrame, rows: dict[str, float], lanes: Sequence[Lane]) -> list[dict]:
    """Each bin as a box over its days, filled level by level as its marks would be, its number above it."""
    placed = frame.assign(y=frame["lane"].map(rows))
    names = {lane.key: lane.label for lane in lanes}
    long = placed[placed["start"] < placed["first_day"]]
    return [
        _segments("extent", ((r.start, -0.4, r.last_day, 0.4, r.y + FLOOR) for r in long.itertuples()), 3,
                  theme.hue(0.25)),
        *_boxes(placed),
        {
            "type": "scatter", "mode": "text", "name": "bins",
            "x": [theme.day(day) for day in placed["first_day"]], "y": (placed["y"] + NUMBER).tolist(),
            "text": [str(n) for n in placed["marks"]], "textfont": {"size": 12}, "textposition": "middle right",
            "hovertext": [_told(row, names) for row in placed.itertuples()],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "customdata": [["", theme.day(row.first_day), theme.day(row.last_day)] for row in placed.itertuples()],
            "cliponaxis": False,
        },
    ]  # fmt: skip


FLOOR, BOX, NUMBER = -0.42, 0.5, 0.28
"""Where a bin's box begins, how high it is, and where its number stands, in parts of a lane around its middle."""


def _boxes(placed: pd.DataFrame) -> list[dict]:
    """The boxes, a trace per level of corroboration: the fullest at the bottom, what has none at the top."""
    base, found = placed["y"] + FLOOR, []
    days = placed["last_day"] - placed["first_day"] + 0.8
    without = [level for level in (bins.UNGRADED, HIDDEN) if placed[level].any()]
    for level in (*reversed(theme.FILLS), *without):
        height = BOX * placed[level] / placed["marks"]
        found.append(
            {
                "type": "bar", "name": f"bins {level}", "hoverinfo": "skip",
                "x": [theme.day(day) for day in placed["first_day"]], "y": height.tolist(), "base": base.tolist(),
                "width": (days * DAY).tolist(), "offset": -0.4 * DAY,
                "marker": {"color": theme.hue(bins.LEVELS[level]), "line": {"color": theme.hue(), "width": 1}},
            }
        )  # fmt: skip
        base = base + height
    return found


DAY = 86_400_000
"""Milliseconds, in which Plotly measures bars on an axis of days."""


def _told(row, names: dict[str, str]) -> str:
    """How many, of which lane, on which days, how they stand, and what a press does."""
    levels = [_LEVEL_WORDS[level].format(n=getattr(row, level)) for level in bins.LEVELS if getattr(row, level)]
    days = dict.fromkeys(edtf.say_day(date.fromordinal(day)) for day in (row.first_day, row.last_day))
    more = [tr("{n} disputed").format(n=int(row.disputed))] if row.disputed else []
    lines = (
        f"<b>{count(row.marks, '{n} incident', '{n} incidents')}</b>: {names[row.lane]}",
        " – ".join(days),
        ", ".join([*levels, *more]),
        tr("choose to open these days"),
    )
    return "<br>".join(lines)


_LEVEL_WORDS = {
    **{level: f"{{n}} {words}" for level, words in LEVEL_WORDS.items()},
    bins.UNGRADED: tr("{n} not graded"),
    HIDDEN: tr("standing hidden until you answer"),
}


def _stroke(width: float) -> dict:
    return {"color": theme.INK, "width": width}


def _chosen() -> dict:
    return {
        "type": "scatter", "mode": "markers", "name": CHOSEN, "x": [None], "y": [None], "hoverinfo": "skip",
        "marker": {"symbol": "circle-open", "size": 26, "color": theme.INK, "line": _stroke(2.5)},
        "cliponaxis": False,
    }  # fmt: skip


# --- layout ----------------------------------------------------------------------------------------------


def _layout(
    lanes: Sequence[Lane], rows: dict[str, float], depth: float, totals: pd.DataFrame, span: tuple[int, int]
) -> dict:
    body = round(depth * LANE_HEIGHT)
    counts = COUNTS_HEIGHT if len(totals) else 0
    gap = GAP if counts else 0
    inner = body + gap + counts
    split = body / inner
    labels, top = steps.end_labels(totals, span, COUNTS_HEIGHT, LABELLED)
    return theme.layout(
        height=inner + FOOT + TOP,
        margin={"l": theme.GUTTER, "r": theme.AFTER, "t": TOP, "b": FOOT},
        dragmode="zoom",
        barmode="overlay",
        xaxis=theme.time_axis(*span, anchor="y"),
        yaxis={
            "domain": [0, split], "range": [-depth, 0], "fixedrange": True,
            "tickvals": [rows[lane.key] for lane in lanes], "ticktext": [lane.label for lane in lanes],
            "gridcolor": theme.GRID, "zeroline": False, "tickfont": {"size": 14}, "ticklabelstandoff": 10,
        },
        yaxis2={
            "domain": [min(1.0, split + gap / inner), 1], "range": [0, top], "fixedrange": True,
            "gridcolor": theme.GRID, "zeroline": True, "zerolinecolor": theme.GRID, "nticks": 4, "anchor": "x",
            "visible": bool(counts),
        },
        annotations=[
            *labels, *_band_title(totals), *([] if lanes else [theme.nothing(tr("Nothing matches"), "y", -1)]),
        ],
    )  # fmt: skip


def _band_title(totals: pd.DataFrame) -> list[dict]:
    """Whose counts these are, in the gutter beside them: never ours."""
    title = {
        "text": tr("<b>Totals as<br>somebody<br>declared them</b>"), "xref": "paper", "x": 0, "xanchor": "left",
        "xshift": 10 - theme.GUTTER, "yref": "paper", "y": 1, "yanchor": "top", "align": "left", "showarrow": False,
    }  # fmt: skip
    return [title] if len(totals) else []
