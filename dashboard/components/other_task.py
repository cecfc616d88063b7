"""The task of equal value that a story names, for whoever would rather not read it: its address and its length."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from dash import dcc

from dashboard.dataset import Dataset
from dashboard.language import tr, trn
from dashboard.stories import Story, shelf


def link(story: Story, dataset: Dataset, words: str) -> list:
    """The way to the task, which opens in gentle mode, with its length where that is known; nothing where none is."""
    if not story.gentle:
        return []
    other = shelf(dataset).stories.get(urlsplit(story.gentle).path.removeprefix("/stories/"))
    return [dcc.Link(words, href=address(story.gentle)), *([_length(other, story)] if other else [])]


def _length(other: Story, story: Story) -> str:
    takes = trn("about {n} minute", "about {n} minutes", other.minutes).format(n=other.minutes)
    if other.minutes == story.minutes:
        return tr(" ({takes}, as this one)").format(takes=takes)
    return tr(" ({takes}; this one takes {minutes})").format(takes=takes, minutes=story.minutes)


def address(task: str) -> str:
    """The address of the task, in gentle mode whatever else it asks for."""
    parts = urlsplit(task)
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "gentle"]
    return parts._replace(query=urlencode([*asked, ("gentle", "yes")])).geturl()
