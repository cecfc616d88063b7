"""The outlets: what each carries, how soon, and what it alone tells."""

from dash import Dash, Input, Output, html

from dashboard.components import frame, outlets, state, table
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/sources", tr("Sources")
ABOUT = tr("The outlets: what each carries, what it alone tells, and how soon.")


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for a selection."""
    selection, selected = state.selected(dataset, selection.to_query())
    content = [html.Div(outlets.table(selection, selected), id=outlets.TABLE), table.sizes(selection)]
    return frame.framed(tr("Sources"), selection, selected, content, "outlets")


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw the table when the selection or the sort changes."""

    @app.callback(Output(outlets.TABLE, "children"), Input(state.store("outlets"), "data"), prevent_initial_call=True)
    def listed(query: str) -> list:
        return outlets.table(*state.selected(dataset, query))
