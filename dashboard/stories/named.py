"""Which declared counts a story is about: those that its words and its views name, in order."""

import re

from dashboard.stories.numerals import PLACEHOLDER
from dashboard.stories.story import Story

_OF_COUNT = re.compile(r"[Tt]ally:([A-Za-z0-9-]+)")
_OF_VIEW = re.compile(r"[?&]tally=([^&#]+)")


def counts(story: Story) -> tuple[str, ...]:
    """The ids of the declared counts that a story names, each once, as a reader meets them."""
    found = _in_words(story.title)
    for step in story.steps:
        found += _OF_VIEW.findall(step.view)
        for prose in step.prose():
            found += _in_words(prose.text)
    return tuple(dict.fromkeys(found))


def _in_words(text: str) -> list[str]:
    return [named[1] for match in PLACEHOLDER.finditer(text) if (named := _OF_COUNT.match(match[1].strip()))]
