"""What pages with a selection share: heading, sentence, filters, known-by control, notices, drawer."""

from collections.abc import Sequence

from dash import ClientsideFunction, Dash, Input, Output, html

from dashboard.components import accounts, clock, filters, fold, guide, notice, predict, search, state, taken
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection


def framed(
    title: str, selection: Selection, selected: Selected, content: Sequence, *parts: str, lead: str = ""
) -> html.Div:
    """A page about a selection: its own content between filters and notices; ``parts`` name its further stores.

    ``lead`` says what the sentence is about where that is not what the page shows.
    """
    dataset = selected.dataset
    notes = notice.banners(selected)
    words = html.P(notice.breakdown(selected), id=notice.BREAKDOWN, className="breakdown")
    about = [guide.guide(), guide.who_is_who(dataset), words]
    known = fold.fold(
        html.Summary(notice.known(selected, len(notes)), id=notice.KNOWN),
        clock.clock(dataset, selection),
        html.Div(notes, id=notice.BANNERS),
        look="known",
    )
    column = [known, *content, taken.panel(selection, title)]
    page = html.Div(
        [
            *state.stores(selection, "kept", "opened", *parts),
            html.H1(title),
            html.Div(
                [
                    html.Div([html.Span(lead, className="quiet"), notice.sentence(selected)])
                    if lead
                    else notice.sentence(selected),
                    fold.fold(tr("How to read these, and what they are"), *about, look="about"),
                ],
                className="folded",
            ),
            *notice.set_aside(dataset),
            html.Div(id=notice.REFUSED),
            *predict.panel(selection),
            html.Div(
                [filters.filters(dataset, selection, selected), html.Div(column, className="main-column")],
                className="columns",
            ),
            accounts.drawer(selection, selected),
        ]
    )
    return predict.veiled(page, selection)


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw what every framed page has, and open and close its drawer."""
    search.register(app, dataset)
    taken.register(app, dataset)
    app.clientside_callback(
        ClientsideFunction("asReported", "closed"),
        Output(accounts.DRAWER, "opened", allow_duplicate=True),
        Input(accounts.DRAWER, "opened"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(notice.SENTENCE, "children"),
        Output(notice.BREAKDOWN, "children"),
        Output(notice.KNOWN, "children"),
        Output(notice.BANNERS, "children"),
        *[Output(facet, "data") for facet in filters.FACETS],
        Input(state.store("kept"), "data"),
        prevent_initial_call=True,
    )
    def words(query: str) -> tuple:
        _, selected = state.selected(dataset, query)
        notes = notice.banners(selected)
        known = notice.known(selected, len(notes))
        return selected.sentence, notice.breakdown(selected), known, notes, *filters.facet_options(selected)

    @app.callback(
        Output(accounts.DRAWER, "opened"),
        Output(accounts.DRAWER_BODY, "children"),
        Input(state.store("opened"), "data"),
        prevent_initial_call=True,
    )
    def opened(query: str) -> tuple[bool, list]:
        selection, selected = state.selected(dataset, query)
        return bool(selection.incident), accounts.body(selection, selected)
