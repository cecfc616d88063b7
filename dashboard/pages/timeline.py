"""The timeline: what was said to have happened, who said so, and what was counted."""

from dash import ClientsideFunction, Dash, Input, Output, html

from dashboard.components import chart, frame, rows, state, tallies
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/", tr("Timeline")


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for a selection."""
    selection, selected = state.selected(dataset, selection.to_query())
    content = [draw(selection, selected) for draw in (chart.chart, rows.section, tallies.section)]
    return frame.framed(dataset.schema.title, selection, selected, content, "charted", "drawn", "listed", "tallied")


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw each part of the page when its own part of the query changes; turn gestures into queries."""
    _gestures(app)

    @app.callback(
        Output(chart.TAKEAWAY, "children"),
        Output(chart.STRIP, "figure"),
        Output(chart.LINES, "children"),
        Output(chart.SILENCE, "children"),
        Input(state.store("charted"), "data"),
        prevent_initial_call=True,
    )
    def charted(query: str) -> tuple:
        _, selected = state.selected(dataset, query)
        return chart.takeaway(selected), chart.strip(selected), chart.key(selected), chart.silence(selected)

    @app.callback(
        Output(chart.CHART, "figure"),
        Output(chart.NOTE, "children"),
        Input(state.store("drawn"), "data"),
        prevent_initial_call=True,
    )
    def drawn(query: str) -> tuple[dict, str]:
        selection, selected = state.selected(dataset, query)
        figure = chart.timeline(selection, selected)
        return figure, chart.several(selection, selected, figure)

    @app.callback(Output(rows.ROWS, "children"), Input(state.store("listed"), "data"), prevent_initial_call=True)
    def listed(query: str) -> list:
        return rows.rows(*state.selected(dataset, query))


def _gestures(app: Dash) -> None:
    """What a pointer does on a figure changes the address, in the browser; buttons and rows do the same by key."""
    gestures = (
        ("clicked", Output(chart.CHART, "clickData"), Input(chart.CHART, "clickData")),
        ("zoomed", Output(chart.CHART, "relayoutData"), Input(chart.CHART, "relayoutData")),
        ("brushed", Output(chart.STRIP, "selectedData"), Input(chart.STRIP, "selectedData")),
    )
    for name, output, gesture in gestures:
        app.clientside_callback(ClientsideFunction("asReported", name), output, gesture, prevent_initial_call=True)
