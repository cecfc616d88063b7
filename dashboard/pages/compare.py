"""Two sides of the telling: outlets, speakers or days side by side on one time axis."""

from dash import ClientsideFunction, Dash, Input, Output

from dashboard.components import compare, compared, compared_counts, frame, state
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = compare.PATH, tr("Compare")
ABOUT = tr("Two outlets, two speakers or two days side by side: told by both, only by one, and where they part.")


def layout(dataset: Dataset, selection: Selection) -> object:
    """The page, drawn for a selection."""
    both = state.selected(dataset, selection.to_query())
    content = [
        compare.chooser(*both),
        compare.figure(*both),
        compared.section(*both),
        compared_counts.section(*both),
    ]
    return frame.framed(tr("Two sides compared"), *both, content, "sided", "paired", lead=tr("Compared within:"))


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw what is compared when the sides or the selection change; turn gestures into queries."""
    for name, prop in (("clicked", "clickData"), ("zoomed", "relayoutData")):
        gesture = ClientsideFunction("asReported", name)
        app.clientside_callback(
            gesture, Output(compare.CHART, prop), Input(compare.CHART, prop), prevent_initial_call=True
        )

    @app.callback(
        Output(compare.CHART, "figure"),
        Output(compare.TAKEAWAY, "children"),
        Output(compare.WORDS, "children"),
        Output(compared_counts.COUNTS, "children"),
        *[Output(control, name) for name in ("data", "placeholder") for control in compare.SIDE_CONTROLS],
        Input(state.store("sided"), "data"),
        prevent_initial_call=True,
    )
    def sided(query: str) -> tuple:
        both = state.selected(dataset, query)
        words = compare.takeaway(*both), compare.words(*both), compared_counts.table(*both)
        data, placeholders = compare.options(*both)
        return compare.drawn(*both), *words, *data, *placeholders

    @app.callback(Output(compared.PAIRED, "children"), Input(state.store("paired"), "data"), prevent_initial_call=True)
    def paired(query: str) -> list:
        return compared.rows(*state.selected(dataset, query))
