"""Harm: killed and injured as reported per week, as ranges and never as one number."""

import math

import pandas as pd

from dashboard.derive.tempo import CASUALTIES
from dashboard.figures import theme
from dashboard.figures.means import middle
from dashboard.figures.measured import say
from dashboard.figures.tempo import DIRECTIONS, gutter, known_by, ticks
from dashboard.language import tr

PANEL, GAP, FOOT, TOP = 180, 0.1, 44, 10
OPEN_END = 0.16
"""How far a bar that is open upwards goes on beyond what is stated, as a share of the axis."""

_OF = {"killed": tr("killed"), "injured": tr("injured")}


def harm(ranges: pd.DataFrame, span: tuple[int, int], known: int | None = None) -> dict:
    """Draw what is stated of each week: bars from the least to the most, on the days of ``span`` (ordinals).

    ``ranges`` has start, end, side, of (killed, injured), low, high (infinite above a floor) and stated. The same
    direction goes upwards as in tempo. A stroke closes each end that is stated; a bar without an upper stroke is open.
    A ring says "stated as none". A week without a mark has no number stated: that is not none.
    """
    axes = dict(zip(CASUALTIES, ("y", "y2"), strict=True))
    drawn = ranges[ranges["side"].isin(DIRECTIONS)]
    layout = theme.layout(
        height=PANEL * len(CASUALTIES) + FOOT + TOP, margin={"l": theme.GUTTER, "r": theme.AFTER, "t": TOP, "b": FOOT},
        dragmode=False, xaxis=theme.time_axis(*span, fixedrange=True, anchor="y2"), shapes=known_by(known),
        annotations=[*_titles(), *([] if len(drawn) else [theme.nothing(tr("No number is stated in this selection"))])],
    )  # fmt: skip
    data = []
    for place, (of, axis) in enumerate(axes.items()):
        rows = drawn[drawn["of"] == of]
        tall = _most(rows)
        reach = {side: max(_reach(rows[rows["side"] == side], tall) * 1.1, tall * 0.3) for side in DIRECTIONS}
        layout[axis.replace("y", "yaxis")] = _axis(place, reach)
        data += [trace for side in DIRECTIONS for trace in _ranges(rows[rows["side"] == side], side, axis, tall)]
    return {"data": data, "layout": layout}


def _most(rows: pd.DataFrame) -> float:
    """The largest number stated, at least 1."""
    return max([1.0, *rows["low"].tolist(), *(high for high in rows["high"] if high < math.inf)])


def _reach(rows: pd.DataFrame, tall: float) -> float:
    """How far one direction's bars go; an open bar counts to the end it is drawn with."""
    return max([0.0, *(_top(row, tall) for row in rows.itertuples())])


def _top(row, tall: float) -> float:
    return row.low + tall * OPEN_END if math.isinf(row.high) else row.high


def _axis(place: int, reach: dict[str, float]) -> dict:
    high = (1 - GAP) / 2
    return {
        "domain": [1 - high, 1] if place == 0 else [0, high], "range": [-reach["below"], reach["above"]],
        "fixedrange": True, "gridcolor": theme.GRID, "zerolinecolor": theme.INK, "anchor": "x",
        **ticks(reach["below"], reach["above"]),
    }  # fmt: skip


def _titles() -> list[dict]:
    high = (1 - GAP) / 2
    words = tr("upwards ▲, downwards ▼<br>as in the first figure")
    tops = {"killed": 1.0, "injured": high}
    beside = [
        gutter(tr("<b>{of}, as reported</b><br>{words}").format(of=_OF[of].capitalize(), words=words), top, "top")
        for of, top in tops.items()
    ]
    return [*beside, *(_inside(of, top) for of, top in tops.items())]


def _inside(of: str, top: float) -> dict:
    """The name once more within the axes: a narrow screen shows no gutter."""
    return {
        "text": of, "xref": "paper", "x": 1, "xanchor": "right", "yref": "paper", "y": top, "yanchor": "top",
        "showarrow": False,
    }  # fmt: skip


# --- bars ------------------------------------------------------------------------------------------------


def _ranges(rows: pd.DataFrame, side: str, axis: str, tall: float) -> list[dict]:
    """The bars of one direction, the strokes that close them, and the rings of what is stated as none."""
    sign = DIRECTIONS[side]
    x = [middle(row.start, row.end) for row in rows.itertuples()]
    tops = [_top(row, tall) for row in rows.itertuples()]
    common = {"type": "scatter", "yaxis": axis, "hovertemplate": "%{text}<extra></extra>"}
    told = [f"{say(row.start, row.end)}<br>{in_words(row.low, row.high)} {_OF[row.of]}" for row in rows.itertuples()]
    ends = [(at, end, text) for at, row, text in zip(x, rows.itertuples(), told, strict=True)
            for end in {row.low, row.high} if 0 < end < math.inf]  # fmt: skip
    none = [(at, text) for at, row, text in zip(x, rows.itertuples(), told, strict=True) if row.high == 0]
    return [
        {
            **common, "mode": "lines", "name": tr("{side}: range").format(side=side), "hoverinfo": "skip",
            "x": [part for at in x for part in (at, at, None)],
            "y": [part for row, top in zip(rows.itertuples(), tops, strict=True) for part in (
                sign * row.low, sign * top, None)],
            "line": {"width": 10, "color": theme.hue(0.3)},
        },
        {
            **common, "mode": "markers", "name": tr("{side}: stated").format(side=side), "x": [at for at, _, _ in ends],
            "y": [sign * end for _, end, _ in ends], "text": [text for _, _, text in ends],
            "marker": {"symbol": "line-ew-open", "size": 16, "color": theme.hue(),
                       "line": {"width": 2.5, "color": theme.hue()}},
        },
        {
            **common, "mode": "markers", "name": tr("{side}: stated as none").format(side=side),
            "x": [at for at, _ in none],
            "y": [sign * tall * 0.06] * len(none), "text": [text for _, text in none],
            "marker": {"symbol": "circle-open", "size": 8, "color": theme.hue(),
                       "line": {"width": 1.5, "color": theme.hue()}},
        },
    ]  # fmt: skip


def in_words(low: float, high: float) -> str:
    """A range as stated: "none (stated)", "at least 2", "3", "3 to 5"."""
    if high == 0:
        return tr("none (stated)")
    if math.isinf(high):
        return tr("at least {low}").format(low=f"{low:,.0f}") if low else tr("none or more")
    return f"{low:,.0f}" if low == high else tr("{low} to {high}").format(low=f"{low:,.0f}", high=f"{high:,.0f}")
