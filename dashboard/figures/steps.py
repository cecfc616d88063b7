"""Declared totals as stepped lines, one per group, with the itemised count dotted beneath."""

import math
from html import escape

import pandas as pd

from dashboard.figures import theme

CROWDED, FEW = 20, 5
"""Totals above which whiskers run together, and lines above which only the longest are labelled."""


def lines(totals: pd.DataFrame, group: str, axis: str = "y2") -> list[dict]:
    """A stepped line per value of the column ``group``, the longest drawn solid, and the dotted itemised count."""
    names = totals[group].value_counts().index
    found = [_line(totals[totals[group] == name], name, place, axis) for place, name in enumerate(names)]
    named = totals[totals["low"].notna()]
    return [*found, *_named(named, axis)] if len(named) else found


def top(totals: pd.DataFrame) -> float:
    """The upper end of the axis, with room for labels."""
    return float(max([*totals["value"].tolist(), *totals["low"].dropna().tolist(), 1])) * 1.3


def end_labels(totals: pd.DataFrame, group: str, top: float, span: tuple[int, int], axis: str = "y2") -> list[dict]:
    """A label at the end of each line, moved up where it would touch one that ends near it."""
    labels: list[dict] = []
    placed: list[tuple[int, float]] = []
    for value, last, text in sorted(_ends(totals, group)):
        near = [height for other, height in placed if abs(other - last) < (span[1] - span[0]) / 3]
        height = max([value, *(height + top * 0.14 for height in near if abs(height - value) < top * 0.14)])
        while any(abs(height - other) < top * 0.1 for other in near):
            height += top * 0.05
        placed.append((last, height))
        early = last - span[0] < (span[1] - span[0]) / 3
        labels.append({
            "x": theme.day(last), "y": height, "yref": axis, "xref": "x", "text": escape(text), "showarrow": False,
            "xanchor": "left" if early else "right", "xshift": 8 if early else -8, "yanchor": "bottom",
            "font": {"size": 14},
        })  # fmt: skip
    return labels


def _line(group: pd.DataFrame, name: str, place: int, axis: str) -> dict:
    return {
        "type": "scatter", "mode": "lines+markers", "name": f"declared: {name}", "yaxis": axis,
        "x": [theme.day(day) for day in group["day"]], "y": group["value"].tolist(),
        "text": group["text"].tolist(), "hovertemplate": "%{text}<extra></extra>",
        "customdata": [["", "", "", key] for key in group["tally_id"]],
        "line": {"shape": "hv", "width": 2, "color": theme.INK, "dash": theme.DASHES[place % len(theme.DASHES)]},
        "marker": {"size": 8, "color": theme.INK, "symbol": theme.POINTS[place % len(theme.POINTS)]},
    }  # fmt: skip


def _named(totals: pd.DataFrame, axis: str) -> list[dict]:
    """What is named for each total: the certain as a dotted line, the possible as whiskers or, if crowded, a line."""
    x, low = [theme.day(day) for day in totals["day"]], totals["low"].tolist()
    above = [_finite(high - low) for low, high in zip(totals["low"], totals["high"], strict=True)]
    trace = {
        "type": "scatter", "mode": "lines+markers", "name": "named here", "yaxis": axis, "x": x, "y": low,
        "text": totals["text"].tolist(), "hovertemplate": "%{text}<extra></extra>",
        "line": {"shape": "hv", "width": 2, "color": theme.hue(), "dash": "dot"},
        "marker": {"size": 7 if len(totals) <= CROWDED else 3, "color": theme.hue(), "symbol": "square"},
    }  # fmt: skip
    if len(totals) > CROWDED:
        most = [value + more for value, more in zip(low, above, strict=True)]
        return [trace, {
            "type": "scatter", "mode": "lines", "name": "possibly named here", "yaxis": axis, "x": x, "y": most,
            "hoverinfo": "skip", "line": {"shape": "hv", "width": 1, "color": theme.hue(0.6), "dash": "dot"},
        }]  # fmt: skip
    whiskers = {"type": "data", "symmetric": False, "array": above, "arrayminus": [0] * len(above),
                "color": theme.hue(), "thickness": 1.5, "width": 4}  # fmt: skip
    return [{**trace, "error_y": whiskers}]


def _finite(value: float) -> float:
    return 0 if math.isinf(value) else value


def _ends(totals: pd.DataFrame, group: str) -> list[tuple[int, int, str]]:
    """Value, day and words at the end of each line."""
    sizes = totals[group].value_counts()
    labelled = sizes[(sizes > 1) | (len(sizes) <= FEW)].index[:FEW]
    ends = [
        (int(rows["value"].iloc[-1]), int(rows["day"].iloc[-1]), f"{name}: {rows['declared'].iloc[-1]}")
        for name, rows in totals[totals[group].isin(labelled)].groupby(group)
    ]
    named = totals[totals["low"].notna()]
    if len(named):
        last = named.iloc[-1]
        ends.append((int(last["low"]), int(last["day"]), f"named in these documents: {last['low']:g}"))
    return ends
