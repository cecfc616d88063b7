"""Selections kept for whoever asks next: the other parts of a page, the next page, an export, the API."""

from collections import OrderedDict
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any

from dashboard.dataset import Dataset
from dashboard.selection.rows import Selected

if TYPE_CHECKING:
    from dashboard.selection.value import Selection

MOST_ROWS = 1_000_000
"""Past this many rows held in all (about 500 bytes each), the selections not asked for the longest are let go."""
MOST_SELECTIONS = 128


class Kept:
    """Selections by data set and filters, the last ones asked; bounded by the rows that they hold."""

    def __init__(self, most_rows: int = MOST_ROWS, most: int = MOST_SELECTIONS) -> None:
        self.most_rows, self.most = most_rows, most
        self._kept: OrderedDict[tuple[Dataset, Selection], Selected] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def rows(self) -> int:
        """The rows held now: a selection holds none before somebody reads it."""
        return sum(held(selected) for selected in self._kept.values())

    def of(self, selection: "Selection", dataset: Dataset) -> Selected:
        """The rows of a selection, the same ones as long as it is kept; nothing in them ever changes."""
        with self._lock:
            selected = self._kept.setdefault((dataset, selection), Selected(selection, dataset))
            self._kept.move_to_end((dataset, selection))
            while len(self._kept) > 1 and (len(self._kept) > self.most or self.rows > self.most_rows):
                self._kept.popitem(last=False)
        return selected


_FRAMES = ("incidents", "reports", "tallies", "sources", "places", "actors")


def held(selected: Selected) -> int:
    """How many rows a selection holds in memory: of the frames that somebody has read, and of the flags per report."""
    frames = (selected.__dict__.get(name) for name in _FRAMES)
    return sum(len(frame) for frame in frames if frame is not None) + len(selected.__dict__.get("kept", ())) // 10


def named(selected: Selected, data: str) -> Selected:
    """The same rows, asked for by a link that names the version of the data it was made with."""
    same = copy(selected)
    object.__setattr__(same, "selection", replace(selected.selection, data=data))
    return same


KEPT = Kept()
"""One for the process: pages, API and command line read the same rows."""


def once(work: Callable[..., Any]) -> Callable[..., Any]:
    """Let a function of a selection and plain values do its work once: the result is kept as long as the selection."""

    @wraps(work)
    def done(selected: Selected, *asked: Any) -> Any:
        if (work, asked) not in selected.done:
            selected.done[work, asked] = work(selected, *asked)
        return selected.done[work, asked]

    return done
