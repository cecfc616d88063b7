"""The lines of declared totals in words: whose each is, since when, where it ends, and which are not drawn."""

import pandas as pd
from dash import html

from dashboard.components.words import count
from dashboard.figures import steps, theme
from dashboard.language import tr


def key(totals: pd.DataFrame, bounded: bool = False) -> list:
    """One item per line with its sign, the longest first; ``bounded`` where the figure draws only the longest.

    ``totals`` is as figures.totals gives it.
    """
    if totals.empty:
        return []
    names = steps.names(totals)
    drawn = names[: steps.MOST_LINES] if bounded else names
    items = [html.Li(_item(totals[totals["line"] == name], name, place)) for place, name in enumerate(drawn)]
    return [html.Ul([*items, html.Li(_NAMED)], className="line-key"), *_rest(names[len(drawn) :])]


def _item(rows: pd.DataFrame, name: str, place: int) -> list:
    dash, point = steps.look(place)
    sign = html.Span(theme.POINTS[point], className=f"line-sign line-{dash}", **{"aria-hidden": "true"})
    return [
        sign,
        tr(" {name}: {totals}, the last {declared}").format(
            name=name, totals=count(len(rows), "{n} total", "{n} totals"), declared=rows["declared"].iloc[-1]
        ),
    ]


_NAMED = [
    html.Span("■", className="line-sign line-dot line-named", **{"aria-hidden": "true"}),
    tr(" named in these documents for the same windows"),
]


def _rest(names: list[str]) -> list:
    if not names:
        return []
    words = tr("{lines} of few totals not drawn here, drawn under Counts: {names}.").format(
        lines=count(len(names), "{n} line", "{n} lines"), names="; ".join(names)
    )
    return [html.P(words, className="quiet")]
