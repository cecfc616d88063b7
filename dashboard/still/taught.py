"""What a site of files has for a class: stories with their lessons, and activities."""

from dash import html

from dashboard.components.story import front
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.still import lessons, steps
from dashboard.still.exercises import exercises
from dashboard.stories import shelf


def practised(dataset: Dataset) -> list:
    """Exercises for a class, made by rule from everything."""
    return [html.H1(tr("Activities")), *exercises(Selection().apply(dataset))]


def stories(dataset: Dataset) -> list:
    """The stories of the package, each with what it tells of."""
    found = shelf(dataset).stories.values()
    items = [
        html.Li(
            [
                html.A(front(one.title, dataset), href=f"/stories/{one.slug}"),
                html.P(front(one.summary, dataset)),
            ]
        )
        for one in found
    ]
    return [html.H1(tr("Stories")), html.Ul(items) if items else html.P(tr("This package has no story."))]


def story(dataset: Dataset, slug: str) -> list:
    """A story step by step, and the lesson file of it."""
    told = shelf(dataset).stories[slug]
    file = html.P(
        html.A(tr("This story as a lesson file, for a class without a network"), href=f"/stories/{slug}/lesson")
    )
    opening = lessons.introduced(told, dataset)
    return [html.H1(front(told.title, dataset)), *opening, file, steps.section(told, dataset)]
