"""The timeline: what was said to have happened, who said so, and what was counted."""

from dash import ClientsideFunction, Dash, Input, Output, html

from dashboard.components import accounts, chart, clock, filters, guide, notice, rows, state, tallies
from dashboard.dataset import Dataset
from dashboard.selection import Selection

PATH, TITLE = "/", "Timeline"


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for a selection."""
    selection, selected = state.selected(dataset, selection.to_query())
    return html.Div(
        [
            *state.stores(selection),
            html.H1(dataset.schema.title),
            html.Div([notice.sentence(selected), guide.guide(), guide.who_is_who(dataset)], className="folded"),
            *notice.set_aside(dataset),
            html.Div(id=notice.REFUSED),
            html.Div(
                [
                    filters.filters(dataset, selection, selected),
                    html.Div(
                        [
                            clock.clock(dataset, selection),
                            html.Div(notice.banners(selected), id=notice.BANNERS),
                            chart.chart(selection, selected),
                            rows.section(selection, selected),
                            tallies.section(selected),
                        ],
                        className="main-column",
                    ),
                ],
                className="columns",
            ),
            accounts.drawer(selection, selected),
        ]
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw each part of the page when its own part of the query changes; turn gestures into queries."""
    _gestures(app)

    @app.callback(
        Output(notice.SENTENCE, "children"),
        Output(notice.BANNERS, "children"),
        Output(chart.TAKEAWAY, "children"),
        Output(chart.STRIP, "figure"),
        Output(tallies.TALLIES, "children"),
        Input(state.store("kept"), "data"),
        prevent_initial_call=True,
    )
    def words(query: str) -> tuple:
        _, selected = state.selected(dataset, query)
        said = (selected.sentence, notice.banners(selected), chart.takeaway(selected))
        return *said, chart.strip(selected), tallies.table(selected)

    @app.callback(
        *[Output(facet, "data") for facet in filters.FACETS],
        Input(state.store("kept"), "data"),
        prevent_initial_call=True,
    )
    def facets(query: str) -> list:
        return filters.facet_options(state.selected(dataset, query)[1])

    @app.callback(Output(chart.CHART, "figure"), Input(state.store("drawn"), "data"), prevent_initial_call=True)
    def drawn(query: str) -> dict:
        return chart.timeline(*state.selected(dataset, query))

    @app.callback(Output(rows.ROWS, "children"), Input(state.store("listed"), "data"), prevent_initial_call=True)
    def listed(query: str) -> list:
        return rows.rows(*state.selected(dataset, query))

    @app.callback(
        Output(accounts.DRAWER, "opened"),
        Output(accounts.DRAWER_BODY, "children"),
        Input(state.store("opened"), "data"),
        prevent_initial_call=True,
    )
    def opened(query: str) -> tuple[bool, list]:
        selection, selected = state.selected(dataset, query)
        return bool(selection.incident), accounts.body(selection, selected)


def _gestures(app: Dash) -> None:
    """What a pointer does on a figure changes the address, in the browser; buttons and rows do the same by key."""
    gestures = (
        ("clicked", Output(chart.CHART, "clickData"), Input(chart.CHART, "clickData")),
        ("zoomed", Output(chart.CHART, "relayoutData"), Input(chart.CHART, "relayoutData")),
        ("brushed", Output(chart.STRIP, "selectedData"), Input(chart.STRIP, "selectedData")),
        ("closed", Output(accounts.DRAWER, "opened", allow_duplicate=True), Input(accounts.DRAWER, "opened")),
    )
    for name, output, gesture in gestures:
        app.clientside_callback(ClientsideFunction("asReported", name), output, gesture, prevent_initial_call=True)
