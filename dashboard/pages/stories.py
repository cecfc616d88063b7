"""The stories of the package: what each is about, for whom, and how long it takes."""

from dash import Dash, dcc, html

from dashboard.components import notice, story
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.stories import Story, shelf

PATH, TITLE = "/stories", tr("Stories")
ABOUT = tr("Guided readings in steps, each beside its live figure.")


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page; it is the same whatever the selection."""
    found = shelf(dataset).stories.values()
    intro = tr(
        "Each story is a path through views of the data: text on one side, the live figure on the other. Leave the "
        "path wherever you like, and come back to it. Every number in them is computed from the data."
    )
    none = html.P(tr("This data package has no stories. A file in its folder “stories” makes one."))
    return html.Div(
        [
            html.H1(TITLE),
            *notice.set_aside(dataset),
            html.P(intro),
            *([html.Ol([_item(one, dataset) for one in found], className="story-list")] if found else [none]),
        ],
        className="prose-page",
    )


def _item(one: Story, dataset: Dataset) -> html.Li:
    return html.Li(
        [
            html.H2(dcc.Link(story.front(one.title, dataset), href=one.address)),
            html.P(story.front(one.summary, dataset)),
            html.P(story.facts(one), className="quiet"),
        ]
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Nothing on this page changes with the selection."""
