"""Citations: buttons that ask for one, and the dialog that shows it in every style (assets/view-cite.js fills it)."""

from dash import html

from dashboard.components.buttons import button
from dashboard.language import tr

DIALOG = "citation"


def dialog() -> html.Dialog:
    """The dialog, empty until a button asks for a citation; one for all pages."""
    bar = [
        html.H2(tr("Cite"), id="citation-title"),
        button(tr("Close"), close=DIALOG),
    ]
    frozen = button(tr("Name the data’s version in the address"), frozen="data", aria_pressed="true")
    words = html.Span(tr(" A later reader is then told when the data has changed."), className="quiet")
    return html.Dialog(
        [
            html.Div(bar, className="section-head"),
            html.P([frozen, words]),
            html.Div(id="citation-styles", className="citations"),
        ],
        id=DIALOG,
        className="dialog",
        **{"aria-labelledby": "citation-title", "aria-live": "polite"},
    )


def cited(text: str, what: str, title: str, look: str = "button") -> html.Button:
    """A button that shows the citation of something: "view", or a table and an id, "incidents/20231118-asad"."""
    return button(text, look, cite=what, titled=title)
