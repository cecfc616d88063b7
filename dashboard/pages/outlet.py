"""One outlet: who it is, whose words it carries, what it alone tells, what it leaves out."""

from dash import Dash, Input, Output, State, html

from dashboard.components import clock, notice, outlets, predict, state
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/sources/<outlet>", tr("Outlet")
BODY = "outlet-page"


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for one outlet and a known-by day."""
    selection, _ = state.selected(dataset, selection.to_query())
    return html.Div(
        [
            *state.stores(selection, "dated"),
            html.H1(dataset.by_id["outlets"][selection.outlet[0]]["name"]),
            outlets.back(),
            html.Div(id=notice.REFUSED),
            *predict.panel(selection.without("outlet"), f"/sources/{selection.outlet[0]}"),
            clock.clock(dataset, selection),
            html.Div(_body(dataset, selection), id=BODY),
        ]
    )


def _body(dataset: Dataset, selection: Selection) -> list:
    outlet = selection.outlet[0]
    _, selected = state.selected(dataset, selection.to_query())
    _, everything = state.selected(dataset, selection.without("outlet").to_query())
    return outlets.profile(outlet, selected, everything)


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw the profile when the known-by day changes."""

    @app.callback(
        Output(BODY, "children"),
        Input(state.store("dated"), "data"),
        State(state.URL, "pathname"),
        prevent_initial_call=True,
    )
    def dated(query: str, path: str) -> list:
        return _body(dataset, Selection.from_query(f"{query}&outlet={path.rsplit('/', 1)[-1]}"))
