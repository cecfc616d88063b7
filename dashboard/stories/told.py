"""A story as readers get it: placeholders filled from the view of each step."""

import re
from collections.abc import Callable

from dashboard.stories import numerals
from dashboard.stories.values import NoValue, value
from dashboard.stories.views import Seen

UNKNOWN = "[…]"
"""What stands where a value cannot be given; the check says why."""
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")


def filled(text: str, step: Seen, *, markdown: bool = False) -> str:
    """The words with every placeholder filled and every escape opened; a value is never read as Markdown."""
    kept = re.sub(numerals.PLACEHOLDER, lambda match: _escaped(_given(match[1], step), markdown), text)
    return numerals.ESCAPED.sub(lambda match: match[1], kept)


def _given(name: str, step: Seen) -> str:
    try:
        return value(name, step)
    except NoValue:
        return UNKNOWN


def _escaped(words: str, markdown: bool) -> str:
    return _SIGNS.sub(r"\\\1", words) if markdown else words


def unfilled(text: str) -> str:
    """The words of a step whose view cannot be shown: nothing is computed, and nothing is made up."""
    blank: Callable[[re.Match], str] = lambda _: UNKNOWN  # noqa: E731 - one rule for a pattern
    return numerals.ESCAPED.sub(lambda match: match[1], numerals.PLACEHOLDER.sub(blank, text))
