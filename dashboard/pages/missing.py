"""The page for an address that leads nowhere."""

from dash import dcc, html

from dashboard.components import search
from dashboard.components.near import near
from dashboard.dataset import Dataset
from dashboard.language import tr
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
            html.H1(tr("There is no page at this address")),
            html.P(
                tr("Nothing is kept at {path}. The address may be mistyped, or the page may have moved.").format(
                    path=path
                )
            ),
            *([html.H2(tr("Like it, and here")), html.Ul(links)] if links else []),
            *unknown(path),
            search.form(),
            html.P(dcc.Link(tr("Go to the timeline"), href="/")),
        ],
        className="empty",
    )
