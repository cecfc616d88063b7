"""A query that cannot be read, without what is wrong in it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.language import tr
from dashboard.selection.reading import MOST_FIELDS
from dashboard.selection.value import Selection

Pair = tuple[str, str]
MOST_TRIED = 20


@dataclass(frozen=True)
class Mended:
    """The address of a page with the good parts of a query, and the parts that were dropped as they were written."""

    address: str
    dropped: tuple[str, ...]


def mended(dataset: Dataset, path: str, query: str) -> Mended:
    """Drop every part that is wrong by itself, then whatever is wrong only beside another.

    Of a name that is wrong, good values stay; past MOST_TRIED of its values, none does.
    """
    try:
        pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return Mended(path, (tr("every part"),))
    good = pairs
    while wrong := _wrong(good, dataset):
        good = _without(good, wrong, dataset)
    dropped = tuple(dict.fromkeys(f"{name}={value}" for name, value in pairs if (name, value) not in good))
    kept = Selection.from_query(urlencode(good)).to_query()
    return Mended(f"{path}?{kept}" if kept else path, dropped)


def _without(pairs: list[Pair], wrong: set[str | None], dataset: Dataset) -> list[Pair]:
    """The parts that are not wrong; always fewer, because a name whose values are sound by themselves goes whole."""
    suspects = list(dict.fromkeys(pair for pair in pairs if pair[0] in wrong))
    sound = {pair for pair in suspects[:MOST_TRIED] if not _wrong([pair], dataset)}
    whole = wrong - {pair[0] for pair in suspects if pair not in sound}
    return [pair for pair in pairs if pair[0] not in wrong or (pair in sound and pair[0] not in whole)]


def _wrong(pairs: list[Pair], dataset: Dataset) -> set[str | None]:
    """The names that are wrong in these parts of a query."""
    try:
        Selection.from_query(urlencode(pairs)).checked(dataset)
    except InvalidSelection as error:
        return {problem.column for problem in error.problems}
    return set()
