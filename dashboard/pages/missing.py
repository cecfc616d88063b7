"""The page for an address that leads nowhere."""

from dash import dcc, html

from dashboard.components.near import near
from dashboard.dataset import Dataset
from dashboard.pages.embed import unknown


def layout(dataset: Dataset, path: str, menu: tuple[tuple[str, str], ...] = ()) -> html.Div:
    """Say which address was not found, what is near it, and where to go on."""
    found = near(dataset, path, menu)
    links = [
        html.Li([dcc.Link(one.name, href=one.address), html.Span(f" {one.address}", className="quiet")])
        for one in found
    ]
    return html.Div(
        [
            html.H1("There is no page at this address"),
            html.P(f"Nothing is kept at {path}. The address may be mistyped, or the page may have moved."),
            *([html.H2("Like it, and here"), html.Ul(links)] if links else []),
            *unknown(path),
            _search(),
            html.P(dcc.Link("Go to the timeline", href="/")),
        ],
        className="empty",
    )


def _search() -> html.Form:
    """A form that works without scripts: it asks for the timeline with these words."""
    words = dcc.Input(type="search", name="q", maxLength=200, autoComplete="off", className="search-words")
    label = html.Label(["Words in titles, summaries, names or places ", words])
    send = html.Button("Search", type="submit", className="button")
    return html.Form([label, send], action="/", method="get", className="search")
