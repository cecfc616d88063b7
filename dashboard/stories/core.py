"""What a story is about as a whole, for sheets and exercises that are made of it."""

from collections import Counter
from collections.abc import Iterator

from dashboard.dataset import Dataset
from dashboard.selection import Selection
from dashboard.stories.story import Story
from dashboard.stories.views import INCIDENT, BadView, Seen, read, seen


def core(story: Story, dataset: Dataset) -> Selection:
    """The one incident that more than half of the steps show; else the view of several that holds the most incidents.

    All of it as known today, because a story ends there. Everything, where no step leads anywhere.
    """
    shown = list(_seen(story, dataset))
    told = Counter(one.incident for one in shown if one.incident)
    incident, times = told.most_common(1)[0] if told else ("", 0)
    if 2 * times > len(story.steps):
        return Selection(incident=incident)
    several = [one.view.selection.filtering.without("known_by") for one in shown if one.view.page != INCIDENT]
    return max(several, key=lambda selection: len(selection.apply(dataset).incidents), default=Selection())


def _seen(story: Story, dataset: Dataset) -> Iterator[Seen]:
    for step in story.steps:
        try:
            yield seen(read(step.view), dataset)
        except BadView:
            continue
