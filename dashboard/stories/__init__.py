"""Stories: guided readings in steps, each step beside a view of the data, every number in them computed.

stories, problems = stories.read(dataset.stories)     # in their order, with everything wrong in their form
stories.check(stories, dataset)                       # where they and the data do not agree
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.dataset import Dataset
from dashboard.errors import Problem
from dashboard.stories import form, harm
from dashboard.stories.checked import check
from dashboard.stories.core import core
from dashboard.stories.named import counts
from dashboard.stories.story import Step, Story
from dashboard.stories.told import filled, unfilled
from dashboard.stories.views import BadView, Seen, View

LAST = 1000


def read(texts: Mapping[str, bytes]) -> tuple[list[Story], list[Problem]]:
    """The stories of a package in their order, and what is wrong with the form of their files."""
    found = [form.read(name, content) for name, content in texts.items()]
    stories = sorted((story for story, _ in found), key=lambda story: (story.order or LAST, story.slug))
    return stories, [problem for _, problems in found for problem in problems]


@dataclass(frozen=True)
class Shelf:
    """The stories of a data set by slug, and every problem they have."""

    stories: Mapping[str, Story]
    problems: tuple[Problem, ...]

    def wrong(self, story: Story) -> list[Problem]:
        """The problems of one story."""
        return [problem for problem in self.problems if problem.file == story.file]


@lru_cache(maxsize=8)
def shelf(dataset: Dataset) -> Shelf:
    """The stories of a data set, read and checked once: neither ever changes."""
    stories, problems = read(dataset.stories)
    by_file = {story.slug: story for story in stories}
    return Shelf(by_file, (*problems, *check(stories, dataset)))


__all__ = [
    "BadView", "Seen", "Shelf", "Step", "Story", "View", "check", "core", "counts",
    "filled", "harm", "read", "shelf", "unfilled",
]  # fmt: skip
