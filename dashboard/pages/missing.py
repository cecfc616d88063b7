"""The page for an address that leads nowhere."""

from dash import dcc, html


def layout(path: str) -> html.Div:
    """Say which address was not found, and where to go on."""
    return html.Div(
        [
            html.H1("There is no page at this address"),
            html.P(f"Nothing is kept at {path}. The address may be mistyped, or the page may have moved."),
            html.P(dcc.Link("Go to the timeline", href="/")),
        ],
        className="empty",
    )
