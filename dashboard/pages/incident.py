"""One incident: every account of it, compared, and how it came to be known."""

from urllib.parse import quote

from dash import Dash, Input, Output, State, html

from dashboard.components import accounts, clock, corrections, gentle, history, notice, predict, state, whereabouts
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection, hindsight

PATH, TITLE = "/incidents/<incident>", tr("Incident")
BODY, HEADING = "incident-page", "incident-title"


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for one incident and a known-by day."""
    selection, selected = state.selected(dataset, selection.to_query())
    return html.Div(
        [
            *state.stores(selection, "dated"),
            html.H1(gentle.opened(selected, selection.incident), id=HEADING),
            html.Div(id=notice.REFUSED),
            *predict.panel(selection.without("incident"), f"/incidents/{selection.incident}"),
            clock.clock(dataset, selection),
            html.Div(_body(selection, selected), id=BODY),
        ]
    )


def _body(selection: Selection, selected: Selected) -> list:
    incident = selection.incident
    told = accounts.told(selection, selected)
    body = [
        *accounts.summary(selection, selected),
        html.P([history.copy_link(), predict.opener()], className="buttons"),
        *([html.H2(tr("Who says what"))] if told else []),
        *told,
        *([] if "corroboration" in selected.dataset.hidden else history.standing_over_time(selected, incident)),
        *(history.clocks(selected, incident) if hindsight.appeared(selected, "incident", incident) else []),
        *whereabouts.whereabouts(selected, incident),
        *history.relays(selected, incident),
        *history.near(selected, incident),
        _for_a_class(selection),
        corrections.cite(selection, selected),
    ]
    return predict.veiled(html.Div(body), selection).children


def _for_a_class(selection: Selection) -> html.P:
    """The way to the sheets of this incident, as known by the same day."""
    query = Selection(known_by=selection.known_by).to_query()
    at = f"/incidents/{quote(selection.incident)}"
    names = {"worksheet": tr("Worksheet"), "exit-ticket": tr("Exit ticket")}
    links = [html.A(words, href=f"{at}/{name}?{query}".rstrip("?")) for name, words in names.items()]
    return html.P([tr("For a class: "), links[0], ", ", links[1]])


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw the title and the accounts when the known-by day changes."""

    @app.callback(
        Output(HEADING, "children"),
        Output(BODY, "children"),
        Input(state.store("dated"), "data"),
        State(state.URL, "pathname"),
        prevent_initial_call=True,
    )
    def dated(query: str, path: str) -> tuple[object, list]:
        incident = path.rsplit("/", 1)[-1]
        selection, selected = state.selected(dataset, f"{query}&incident={incident}")
        return gentle.opened(selected, selection.incident), _body(selection, selected)
