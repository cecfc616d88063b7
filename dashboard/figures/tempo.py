"""Tempo: incidents per week, one direction upwards and the other downwards, the documents coded beneath."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.figures import theme
from dashboard.figures.measured import say
from dashboard.language import tr

HEIGHT, SPLIT = 420, 0.3
DAY = 86_400_000
DIRECTIONS = {"above": 1, "below": -1}
UNSEARCHED = "rgba(128, 128, 128, 0.16)"


def tempo(
    bars: pd.DataFrame,
    coded: pd.DataFrame,
    empty: Sequence[tuple[int, int]],
    words: Mapping[str, str],
    span: tuple[int, int],
    known: int | None = None,
) -> dict:
    """Draw incidents per week over the documents coded per week, on the days of ``span`` (ordinals).

    ``bars`` has side, certain, possible, start and end; ``coded`` documents, start and end, a row per outlet; ``empty``
    are the stretches without a document, ``words`` the kinds of each side, ``known`` the known-by day to mark.
    Solid is certain, light is possible; the downward direction is hatched as well.
    """
    drawn = bars[bars["side"].isin(DIRECTIONS)]
    heights = _heights(drawn)
    traces = [_bars(drawn[drawn["side"] == side], side, level) for side in DIRECTIONS for level in _LOOKS]
    return {
        "data": [*traces, _documents(coded)],
        "layout": theme.layout(
            height=HEIGHT, margin={"l": theme.GUTTER, "r": theme.AFTER, "t": 12, "b": 44}, dragmode=False,
            barmode="relative",
            xaxis=theme.time_axis(*span, fixedrange=True, anchor="y2"),
            yaxis={"domain": [SPLIT, 1], "range": [-heights["below"], heights["above"]], "fixedrange": True,
                   "gridcolor": theme.GRID, "zerolinecolor": theme.INK, **ticks(heights["below"], heights["above"])},
            yaxis2={"domain": [0, SPLIT - 0.1], "rangemode": "tozero", "fixedrange": True, "gridcolor": theme.GRID,
                    "zerolinecolor": theme.INK, "nticks": 3, "anchor": "x", "tickformat": ",d"},
            shapes=[*(_shade(*days) for days in empty), *known_by(known)],
            annotations=[
                *_titles(words), *([] if len(drawn) else [theme.nothing(tr("No incident to draw"), height=0.7)]),
            ],
        ),
    }  # fmt: skip


def _heights(drawn: pd.DataFrame) -> dict[str, float]:
    """How far the axis reaches each way, with room for the words of a direction that is empty."""
    totals = (drawn["certain"] + drawn["possible"]).groupby(drawn["side"]).max().to_dict()
    most = max([*totals.values(), 1])
    return {side: max(totals.get(side, 0) * 1.12, most * 0.3) for side in DIRECTIONS}


def ticks(below: float, above: float) -> dict:
    """Ticks both ways from 0, written without a sign: downwards is a direction, not a negative number."""
    step = _step(max(below, above))
    values = [step * n for n in range(-math.floor(below / step), math.floor(above / step) + 1)]
    return {"tickvals": values, "ticktext": [f"{abs(value):,}" for value in values]}


def _step(most: float) -> int:
    least = max(1.0, most / 4)
    scale = 10 ** math.floor(math.log10(least))
    return int(next(scale * n for n in (1, 2, 5, 10) if scale * n >= least))


# --- bars ------------------------------------------------------------------------------------------------

_LOOKS = {"certain": (tr("certainly in these days"), 0.9), "possible": (tr("possibly in these days"), 0.28)}


def _bars(rows: pd.DataFrame, side: str, level: str) -> dict:
    words, opacity = _LOOKS[level]
    kept = rows[rows[level] > 0]
    hatch = {"shape": "/", "size": 7, "solidity": 0.35, "fillmode": "replace", "fgcolor": theme.hue(max(opacity, 0.5))}
    return {
        "type": "bar", "name": f"{side}: {words}", **stretch(kept),
        "y": [DIRECTIONS[side] * int(number) for number in kept[level]],
        "text": [f"{say(row.start, row.end)}: {getattr(row, level)} {words}" for row in kept.itertuples()],
        "textposition": "none", "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": theme.hue(opacity), "line": {"width": 1, "color": theme.hue()},
                   "pattern": hatch if side == "below" else {}},
    }  # fmt: skip


def stretch(rows: pd.DataFrame) -> dict:
    """Where bars stand: from their first day to their last."""
    return {
        "x": [theme.day(start) for start in rows["start"]],
        "width": [(end - start + 0.9) * DAY for start, end in zip(rows["start"], rows["end"], strict=True)],
        "offset": -0.45 * DAY,
    }  # fmt: skip


def _documents(coded: pd.DataFrame) -> dict:
    rows = coded.groupby(["start", "end"], as_index=False)["documents"].sum()
    return {
        "type": "bar", "name": tr("documents coded"), "yaxis": "y2", **stretch(rows), "y": rows["documents"].tolist(),
        "text": [
            tr("{days}: {number} documents coded").format(days=say(row.start, row.end), number=row.documents)
            for row in rows.itertuples()
        ],
        "textposition": "none", "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": "rgba(107, 111, 118, 0.7)", "line": {"width": 0}},
    }  # fmt: skip


# --- around the bars -------------------------------------------------------------------------------------


def _shade(first: int, last: int) -> dict:
    return {
        "type": "rect", "xref": "x", "yref": "paper", "x0": theme.edge(first, -0.5), "x1": theme.edge(last, 0.5),
        "y0": 0, "y1": 1, "fillcolor": UNSEARCHED, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def known_by(known: int | None) -> list[dict]:
    """A dotted line at the end of the known-by day; nothing after it had been read."""
    line = {"width": 1.5, "color": theme.INK, "dash": "dot"}
    at = theme.edge(known, 0.5) if known else None
    shape = {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}
    return [shape] if known else []


def _titles(words: Mapping[str, str]) -> list[dict]:
    up, down = (words.get(side, "").replace(", ", "<br>") for side in DIRECTIONS)
    return [
        gutter(tr("<b>Upwards</b><br>{up}").format(up=up), 1, "top"),
        gutter(tr("<b>Downwards, hatched</b><br>{down}").format(down=down), SPLIT, "bottom"),
        gutter(tr("<b>Documents coded</b><br>shaded: nothing coded<br>from these days"), SPLIT - 0.1, "top"),
    ]


def gutter(text: str, height: float, anchor: str) -> dict:
    """Words left of the axis, at a height of the whole figure."""
    return {
        "text": text, "xref": "paper", "x": 0, "xanchor": "left", "xshift": 8 - theme.GUTTER, "yref": "paper",
        "y": height, "yanchor": anchor, "align": "left", "showarrow": False,
    }  # fmt: skip
