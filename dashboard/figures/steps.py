"""Declared totals as stepped lines, one per group, with the itemised count dotted beneath."""

import math
from html import escape

import pandas as pd

from dashboard.figures import theme
from dashboard.language import tr

CROWDED, MOST_LINES, FEW = 20, 5, 5
"""Totals above which whiskers run together, lines where there is little room, and lines that are labelled."""
LABEL = 19
"""Pixels from one label to the next."""


def names(totals: pd.DataFrame) -> list[str]:
    """The lines, those of the most totals first, those of as many by name."""
    sizes = totals["line"].value_counts()
    return sorted(sizes.index, key=lambda name: (-sizes[name], name))


def longest(totals: pd.DataFrame) -> pd.DataFrame:
    """The totals of the MOST_LINES longest lines."""
    return totals[totals["line"].isin(names(totals)[:MOST_LINES])]


def look(place: int) -> tuple[str, str]:
    """The dash and the point of the line at a place in the order of lines."""
    points = list(theme.POINTS)
    return theme.DASHES[place % len(theme.DASHES)], points[place % len(points)]


def lines(totals: pd.DataFrame, axis: str = "y2") -> list[dict]:
    """A stepped line per value of the column ``line``, the longest drawn solid, and the dotted itemised count."""
    found = [_line(totals[totals["line"] == name], name, place, axis) for place, name in enumerate(names(totals))]
    named = totals[totals["low"].notna()]
    return [*found, *_named(named, axis)] if len(named) else found


def end_labels(
    totals: pd.DataFrame, span: tuple[int, int], height: int, few: int = FEW, axis: str = "y2"
) -> tuple[list[dict], float]:
    """The labels of the ``few`` longest lines and of what is named, and the upper end of the axis that leaves room.

    ``height`` is that of the axis in pixels. Labels stand above all that is drawn, one above the other in the order of
    their values, each where its line ends: they cover no line and no other label.
    """
    ends = sorted(_ends(totals, few))
    highest = _highest(totals)
    top = highest / (1 - (len(ends) + 0.5) * LABEL / height)
    labels = []
    for place, (_, last, text) in enumerate(ends):
        early = last - span[0] < (span[1] - span[0]) / 2
        labels.append({
            "x": theme.day(max(last, span[0])), "y": highest + top * (place + 0.25) * LABEL / height, "yref": axis,
            "xref": "x", "text": escape(text), "showarrow": False, "xanchor": "left" if early else "right",
            "xshift": -6 if early else 6, "yanchor": "bottom", "borderpad": 0, "font": {"size": 14},
        })  # fmt: skip
    return labels, top


def _highest(totals: pd.DataFrame) -> float:
    highs = [value for value in totals["high"].dropna().tolist() if math.isfinite(value)]
    return float(max([*totals["value"].tolist(), *totals["low"].dropna().tolist(), *highs, 1]))


def _line(group: pd.DataFrame, name: str, place: int, axis: str) -> dict:
    dash, point = look(place)
    return {
        "type": "scatter", "mode": "lines+markers", "name": tr("declared: {name}").format(name=name), "yaxis": axis,
        "x": [theme.day(day) for day in group["day"]], "y": group["value"].tolist(),
        "text": group["text"].tolist(), "hovertemplate": "%{text}<extra></extra>",
        "customdata": [["", "", "", key] for key in group["tally_id"]],
        "line": {"shape": "hv", "width": 2, "color": theme.INK, "dash": dash},
        "marker": {"size": 8, "color": theme.INK, "symbol": point},
    }  # fmt: skip


def _named(totals: pd.DataFrame, axis: str) -> list[dict]:
    """What is named for each total: the certain as a dotted line, the possible as whiskers or, if crowded, a line."""
    x, low = [theme.day(day) for day in totals["day"]], totals["low"].tolist()
    above = [_finite(high - low) for low, high in zip(totals["low"], totals["high"], strict=True)]
    trace = {
        "type": "scatter", "mode": "lines+markers", "name": tr("named here"), "yaxis": axis, "x": x, "y": low,
        "text": totals["text"].tolist(), "hovertemplate": "%{text}<extra></extra>",
        "line": {"shape": "hv", "width": 2, "color": theme.hue(), "dash": "dot"},
        "marker": {"size": 7 if len(totals) <= CROWDED else 3, "color": theme.hue(), "symbol": "square"},
    }  # fmt: skip
    if len(totals) > CROWDED:
        most = [value + more for value, more in zip(low, above, strict=True)]
        return [trace, {
            "type": "scatter", "mode": "lines", "name": tr("possibly named here"), "yaxis": axis, "x": x, "y": most,
            "hoverinfo": "skip", "line": {"shape": "hv", "width": 1, "color": theme.hue(0.6), "dash": "dot"},
        }]  # fmt: skip
    whiskers = {"type": "data", "symmetric": False, "array": above, "arrayminus": [0] * len(above),
                "color": theme.hue(), "thickness": 1.5, "width": 4}  # fmt: skip
    return [{**trace, "error_y": whiskers}]


def _finite(value: float) -> float:
    return 0 if math.isinf(value) else value


def _ends(totals: pd.DataFrame, few: int) -> list[tuple[int, int, str]]:
    """Value, day and words at the end of each of the longest lines, and of what is named."""
    ends = []
    for place, name in enumerate(names(totals)[:few]):
        last = totals[totals["line"] == name].iloc[-1]
        sign = theme.POINTS[look(place)[1]]
        ends.append((int(last["value"]), int(last["day"]), f"{sign} {last['declared']}: {name}"))
    named = totals[totals["low"].notna()]
    if len(named):
        last = named.iloc[-1]
        ends.append(
            (int(last["low"]), int(last["day"]), tr("■ {low}: named in these documents").format(low=f"{last['low']:g}"))
        )
    return ends
