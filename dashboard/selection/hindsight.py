"""What an earlier day does not get: notes that the editor wrote knowing everything, and the names of what came later.

Every page, export, package and refusal asks here.
"""

from collections.abc import Iterable, Set
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from dashboard.dataset import Dataset
from dashboard.derive import Index, index
from dashboard.derive.index import unpad
from dashboard.edtf import say_day
from dashboard.language import tr

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected

NOTED = ("incidents", "sources", "links")
"""The tables whose notes tell what was found in the end; those of outlets, actors and places say who and where."""
_CARRIED = {
    "incident": ("reports", "incident_id"),
    "report": ("reports", "report_id"),
    "place": ("reports", "places"),
    "actor": ("reports", "actors"),
    "said_by": ("reports", "speakers"),
    "outlet": ("reports", "outlets"),
    "tally": ("tallies", "tally_id"),
}
"""What becomes known with reports or counts: the frame of the index, and its column, which may be padded."""


def noted(selected: "Selected", table: str) -> bool:
    """Whether the notes of a table belong to what is asked."""
    return table not in NOTED or selected.day >= selected.index.end


def appeared(selected: "Selected", name: str, key: str) -> bool:
    """Whether anything known, or perhaps known, by the day carries a key: of an incident, a report, a tally, ..."""
    return selected.day >= selected.index.end or key in _carried(selected.index, name, selected.day)


def title(selected: "Selected", incident: str) -> str:
    """The title of an incident; of one of which nothing was known by the day, words that do not tell which it is."""
    if appeared(selected, "incident", incident):
        return selected.dataset.by_id["incidents"][incident]["title"]
    day = say_day(date.fromordinal(selected.day))
    return tr("An incident of which nothing was known by {day}").format(day=day)


def so_far(dataset: Dataset, known_by: date | None, name: str, values: Iterable[str]) -> list[str]:
    """Those values of a query's name that a refusal may list: what was known by a day, all where none is asked.

    Words that the descriptor declares, such as kinds and measures, stay: no report brought them.
    """
    of_all = index(dataset)
    if known_by is None or known_by.toordinal() >= of_all.end or name not in _CARRIED:
        return list(values)
    carried = _carried(of_all, name, known_by.toordinal())
    return [value for value in values if value in carried]


@lru_cache(maxsize=64)
def _carried(of_all: Index, name: str, day: int) -> Set[str]:
    table, column = _CARRIED[name]
    frame = getattr(of_all, table)
    return frozenset(chain.from_iterable(unpad(frame.loc[frame["possible_day"] <= day, column].drop_duplicates())))
