"""What a story is about as a whole, for sheets and exercises that are made of it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.stories.story import Story
from dashboard.stories.views import INCIDENT, BadView, Seen, read, seen


def core(story: Story, dataset: Dataset) -> Selection:
    """The view that its field ``worksheet`` leads to; else what its steps are about.

    That is the one incident that more than half of the steps show; else the view of several that holds the most
    incidents. All of it as known today, because a story ends there. Everything, where no step leads anywhere.
    """
    if story.worksheet:
        with suppress(BadView):
            return of_sheets(story.worksheet, dataset).view.selection
    shown = list(_seen(story, dataset))
    told = Counter(one.incident for one in shown if one.incident)
    incident, times = told.most_common(1)[0] if told else ("", 0)
    if 2 * times > len(story.steps):
        return Selection(incident=incident)
    several = [one.view.selection.filtering.without("known_by") for one in shown if one.view.page != INCIDENT]
    return max(several, key=lambda selection: len(selection.apply(dataset).incidents), default=Selection())


def of_sheets(address: str, dataset: Dataset) -> Seen:
    """What sheets are made of, by the address of a view of all incidents or of one. Raises BadView."""
    view = read(address)
    if view.page not in OF_SHEETS:
        raise not_of_sheets(view.page)
    return seen(view, dataset)


OF_SHEETS = ("/", INCIDENT)
"""The pages whose views sheets can be made of."""


def not_of_sheets(page: str) -> BadView:
    """That no sheets are made of a page."""
    found = tr("sheets made of {page}").format(page=page)
    return BadView(found, tr("The address of the timeline (/) or of an incident"))


def _seen(story: Story, dataset: Dataset) -> Iterator[Seen]:
    for step in story.steps:
        try:
            yield seen(read(step.view), dataset)
        except BadView:
            continue
