"""Declared counts: every total by who declared it, and what the documents name for the same window."""

from dash import Dash, Input, Output, html

from dashboard.components import frame, measures, state, table, tallies
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/counts", tr("Counts")
ABOUT = tr("Every total that somebody declared, by who declared it and since when, beside what the documents name.")
EVERY = "every-tally"


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for a selection."""
    selection, selected = state.selected(dataset, selection.to_query())
    content = [
        measures.figure(selection, selected),
        html.Section(
            [
                html.H2(tr("One count explained"), id="explained-title"),
                html.Div(measures.explained(selection, selected), id=measures.EXPLAINED, **{"aria-live": "polite"}),
            ],
            **{"aria-labelledby": "explained-title"},
        ),
        html.H2(tr("Counts that cannot all hold")),
        html.Div(measures.contradicted(selection, selected), id=measures.CONTRADICTED),
        html.Section(
            [
                html.H2(tr("Counts that somebody declared"), id="tallies-title"),
                html.Div(tallies.whole(selection, selected), id=EVERY),
                table.sizes(selection),
            ],
            **{"aria-labelledby": "tallies-title"},
        ),
    ]
    return frame.framed(tr("Declared counts"), selection, selected, content, "counted", "declared")


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw the figure, the explanation and the table when the selection, the measure or the count changes."""

    @app.callback(
        Output(measures.FIGURE, "className"),
        Output(measures.CHART, "figure"),
        Output(measures.LINES, "children"),
        Output(measures.CHART_WORDS, "children"),
        Output(measures.EXPLAINED, "children"),
        Output(measures.CONTRADICTED, "children"),
        Input(state.store("counted"), "data"),
        prevent_initial_call=True,
    )
    def counted(query: str) -> tuple:
        both = state.selected(dataset, query)
        look = measures.look(both[0], dataset)
        words = (measures.takeaway(*both), measures.explained(*both), measures.contradicted(*both))
        return look, measures.drawn(*both), measures.key(*both), *words

    @app.callback(Output(EVERY, "children"), Input(state.store("declared"), "data"), prevent_initial_call=True)
    def declared(query: str) -> list:
        return tallies.whole(*state.selected(dataset, query))
