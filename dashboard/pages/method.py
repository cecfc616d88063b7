"""The method: rules, worked example, glossary, gaps, corrections, versions, privacy."""

from dash import Dash, html

from dashboard.components import method, notice, state
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/method", tr("Method")
ABOUT = tr("How the data were coded, what the words mean, what is missing, and what is kept of readers: nothing.")


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page; it speaks of the whole data set, whatever the selection."""
    _, selected = state.selected(dataset, "")
    return html.Div(
        [html.H1(tr("Method")), *notice.set_aside(dataset), *method.sections(dataset, selected)], className="prose-page"
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Nothing on this page changes with the selection."""
