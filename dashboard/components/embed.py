"""Figures in pages of others: which there are, and the dialog with code for one (assets/view-embedding.js fills it)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dash import html

from dashboard.components import buttons
from dashboard.language import tr

ROOT, DIALOG = "/embed/", "embedding"


@dataclass(frozen=True)
class View:
    """One figure that can stand alone: the page that it comes from, and the part of the query it reads (state.PARTS).

    A page "/incidents/<incident>" gives its figure a path that ends in the same name.
    """

    page: str
    part: str

    def path(self, name: str) -> str:
        """The path of the embed: "/embed/tempo", "/embed/clocks/<incident>"."""
        _, _, thing = self.page.partition("/incidents/")
        return f"{ROOT}{name}/{thing}".rstrip("/")


_INCIDENT = "/incidents/<incident>"
VIEWS: Mapping[str, View] = {
    "timeline": View("/", "drawn"),
    "rows": View("/", "listed"),
    "counts": View("/counts", "counted"),
    **dict.fromkeys(("tempo", "means", "places", "map", "harm"), View("/escalation", "measured")),
    "sides": View("/compare", "sided"),
    "clocks": View(_INCIDENT, "dated"),
    "whereabouts": View(_INCIDENT, "dated"),
}
"""Everything that can be embedded, by the name that its address has."""


def button(name: str, title: str, text: str = tr("Embed")) -> html.Button:
    """A button that shows the code with which the page of somebody else shows this."""
    view = VIEWS[name]
    return buttons.button(text, embed=view.path(name), part=view.part, titled=title, aria_haspopup="dialog")


def dialog() -> html.Dialog:
    """The dialog, empty until a button asks for code; one for all pages."""
    live = tr(
        " As it is, the page shows what the data hold on the day it is read; the version tells readers of a change."
    )
    return html.Dialog(
        [
            html.Div(
                [html.H2(tr("Embed"), id="embedding-title"), buttons.button(tr("Close"), close=DIALOG)],
                className="section-head",
            ),
            html.P(
                [
                    buttons.button(tr("Name the data’s version in the address"), freeze="data", aria_pressed="false"),
                    html.Span(live, className="quiet"),
                ]
            ),
            html.Div(id="embedding-code", className="citations"),
        ],
        id=DIALOG,
        className="dialog",
        **{"aria-labelledby": "embedding-title"},
    )
