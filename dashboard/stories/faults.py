"""Everything that is wrong with the address of a view, part by part: its page, its figure, its query."""

from collections.abc import Callable, Container, Iterator
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, listed
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.stories.core import OF_SHEETS, not_of_sheets
from dashboard.stories.views import FIGURES, OF_STORIES, BadView, figure, page, read, seen

Pair = tuple[str, str]


def faults(address: str, dataset: Dataset, pages: Container[str] = FIGURES) -> list[BadView]:
    """What is wrong with an address; nothing where the view can be shown. ``pages`` are those that it may be of."""
    parts = urlsplit(address)
    found, incident = [], ""
    try:
        name, incident = page(unquote(parts.path))
        if name not in pages:
            found.append(not_of_sheets(name))
        found += _raised(lambda: figure(name, parts.fragment))
    except BadView as error:
        found.append(error)
    named = [("incident", incident)] if incident else []
    found += _of_query([*parse_qsl(parts.query, keep_blank_values=True), *named], dataset)
    return found or _raised(lambda: seen(read(address), dataset))  # what is wrong beside something else alone


def of_sheets(address: str, dataset: Dataset) -> list[BadView]:
    """What is wrong with the address of the view that sheets are made of."""
    return faults(address, dataset, OF_SHEETS)


def _raised(read: Callable[[], object]) -> list[BadView]:
    try:
        read()
    except BadView as error:
        return [error]
    return []


def _of_query(pairs: list[Pair], dataset: Dataset) -> Iterator[BadView]:
    """What is wrong with each part by itself."""
    if told := list(dict.fromkeys(name for name, _ in pairs if name in OF_STORIES)):
        yield BadView(tr("{listed} in a view").format(listed=listed(told)), tr("Leave out what only a story has"))
    own = list(dict.fromkeys(pair for pair in pairs if pair[0] not in OF_STORIES))
    for pair in own:
        try:
            Selection.from_query(urlencode([pair])).checked(dataset)
        except InvalidSelection as error:
            yield from (BadView(problem.found, problem.expected) for problem in error.problems)
