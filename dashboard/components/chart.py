"""The timeline and its strip, each with a title, a takeaway, words for those who do not see it, and buttons."""

from datetime import date

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import figures
from dashboard.components import state
from dashboard.components.buttons import button, group
from dashboard.derive import itemised
from dashboard.edtf import say_day
from dashboard.figures.totals import named_in_words
from dashboard.selection import LANES, Selected, Selection

CHART, STRIP, TAKEAWAY = "timeline-chart", "density-strip", "takeaway"
CONFIG = {"displayModeBar": False, "responsive": True, "doubleClick": "autosize", "showTips": False}


def chart(selection: Selection, selected: Selected) -> html.Figure:
    """The timeline: declared counts, lanes, strip."""
    return html.Figure(
        [
            html.Figcaption(
                [
                    html.Div(
                        [html.H2("Counts said, incidents named"), _lanes_choice(selection)],
                        className="section-head",
                    ),
                    html.P(takeaway(selected), id=TAKEAWAY, className="takeaway"),
                ]
            ),
            html.Div(
                dcc.Graph(id=CHART, figure=timeline(selection, selected), config=CONFIG),
                role="img",
                className="graph lanes",
                **{
                    "aria-label": "Timeline chart. The list below holds the same incidents.",
                    "aria-describedby": TAKEAWAY,
                },
            ),
            html.Div(
                dcc.Graph(id=STRIP, figure=strip(selected), config=CONFIG),
                role="img",
                className="graph strip",
                **{"aria-label": "Strip of incidents per day. Drag across it, or type From and To, to set the window."},
            ),
            window_buttons(selected),
            legend(selected),
        ],
        className="figure",
    )


def timeline(selection: Selection, selected: Selected) -> dict:
    """The timeline figure."""
    lanes, marks = figures.marks(selected, selection.lanes)
    return figures.timeline(marks, lanes, figures.totals(selected), figures.span(selected))


def strip(selected: Selected) -> dict:
    """The density strip with the window shaded."""
    asked = selected.selection.start or selected.selection.end
    window = figures.span(selected) if asked else None
    return figures.density(figures.density_days(selected), figures.extent(selected.index), window)


def takeaway(selected: Selected) -> str:
    """The largest declared total, and what the data set names for the same window: the gap in one sentence."""
    totals = figures.totals(selected)
    if totals.empty:
        return "No declared running count is shown for this selection."
    row = totals.sort_values(["value", "day"], ascending=[False, True]).iloc[0]
    words = selected.dataset.by_id["tallies"][row["tally_id"]]
    speaker = selected.dataset.by_id["actors"][words["asserted_by"]]["name"]
    qualifier = selected.dataset.schema.label("tallies", "qualifier", words["qualifier"])
    declared = f"{qualifier} {row['value']} {words['measure']}".strip()
    named = named_in_words(itemised(selected.index, words, selected.day))
    said = say_day(date.fromordinal(int(row["day"])))
    return (
        f"Largest total shown: {declared}, said by {speaker} on {said}. "
        f"For the same period and area the documents here name {named}."
    )


def legend(selected: Selected) -> html.P:
    """The legend as a sentence with the marks in it."""
    kinds = selected.dataset.schema.categories("incidents", "kind")
    present = [kind for kind in kinds if kind in set(selected.incidents["kind"])] or list(kinds)[:2]
    shapes = [part for kind in present for part in (_sign(kinds[kind]["glyph"]), f" {kinds[kind]['label']}, ")]
    fills = [part for level in _FILLS for part in (_sign("▲", level), f" {level}, ")]
    return html.P(
        [
            "Shape is kind: ",
            *shapes[:-1],
            shapes[-1].rstrip(", "),
            ". Fill is corroboration: ",
            *fills[:-1],
            fills[-1].rstrip(", "),
            ". A slash: accounts disagree. A mark stands on the last day on which it can have "
            "happened; a bar reaches back to the first, a dotted line says that no first day is given, a ~ "
            "beside a mark says that the day is a guess.",
        ],
        className="legend",
    )


_FILLS = ("claimed", "reported", "corroborated", "acknowledged")


def _sign(glyph: str, level: str = "acknowledged") -> html.Span:
    return html.Span(glyph, className=f"mark mark-{level}", **{"aria-hidden": "true"})


def _lanes_choice(selection: Selection) -> html.Div:
    data = [{"value": value, "label": label} for value, label in LANES.items()]
    return html.Div(
        [
            html.Span("Lanes by", id="lanes-label"),
            dmc.SegmentedControl(
                id=state.control("lanes"),
                data=data,
                value=selection.lanes,
                size="sm",
                **{"aria-labelledby": "lanes-label"},
            ),
        ],
        className="choice",
    )


def window_buttons(selected: Selected) -> html.Div:
    """Buttons that set the window, within the whole period."""
    first, last = (date.fromordinal(day).isoformat() for day in figures.extent(selected.index))
    buttons = group("Window", *[button(text, zoom=move) for text, move in _MOVES])
    return html.Div(buttons, id="window", **{"data-first": first, "data-last": last})


_MOVES = (
    ("Zoom in", "in"),
    ("Zoom out", "out"),
    ("◀ Earlier", "back"),
    ("Later ▶", "forward"),
    ("Whole period", "all"),
)
