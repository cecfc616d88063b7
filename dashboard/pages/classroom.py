"""In the classroom: what a teacher prepares, shows, hands out, and tells whoever keeps the network."""

from dash import Dash, html

from dashboard.components import classroom, live, notice
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/classroom", tr("Classroom")
ABOUT = tr("For teachers: stories with their preparation, a live class, worksheets, and what a network lets through.")


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page; it is the same whatever the selection."""
    words = tr(
        "For lessons about how an event is told: who says what, when it could be known, which numbers disagree and "
        "why. No accounts, no names, no cookies; on a projector, on paper, and without a network."
    )
    return html.Div(
        [
            html.H1(tr("In the classroom")),
            *notice.set_aside(dataset),
            html.P(words, className="sentence"),
            live.panel(),
            html.H2(tr("Lessons that are ready"), id="lessons"),
            *classroom.stories(dataset),
            html.H2(tr("From a view of your own"), id="ways"),
            *classroom.ways(),
            html.H2(tr("Before the lesson"), id="care"),
            *classroom.care(),
            html.H2(tr("For whoever keeps the network"), id="network"),
            *classroom.network(),
        ],
        className="prose-page",
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Nothing on this page changes with the selection."""
