"""What an earlier day does not get: notes that the editor wrote knowing everything, and ids of what came later."""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.derive.index import unpad

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected

NOTED = ("incidents", "sources", "links")
"""The tables whose notes tell what was found in the end; those of outlets, actors and places say who and where."""


def noted(selected: "Selected", table: str) -> bool:
    """Whether the notes of a table belong to what is asked; every page, export and package asks here."""
    return table not in NOTED or selected.day >= selected.index.end


# --- what a refusal lists ----------------------------------------------------------------------------------

_CARRIED = {"incident": "incident_id", "place": "places", "actor": "actors", "said_by": "speakers", "outlet": "outlets"}


def so_far(dataset: Dataset, known_by: date | None, name: str, values: Iterable[str]) -> list[str]:
    """Those values of a query's name that something known by a day carries; all of them where no day is asked.

    Words that the descriptor declares, such as kinds and measures, stay: no report brought them.
    """
    values, of_all = list(values), index(dataset)
    if known_by is None or known_by.toordinal() >= of_all.end or name not in {*_CARRIED, "tally"}:
        return values
    frame, column = (of_all.tallies, "tally_id") if name == "tally" else (of_all.reports, _CARRIED[name])
    known = frame.loc[frame["possible_day"] <= known_by.toordinal(), column].drop_duplicates()
    carried = set(chain.from_iterable(unpad(known)))
    return [value for value in values if value in carried]
