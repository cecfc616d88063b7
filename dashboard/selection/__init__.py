"""What the reader asked for: one frozen value, one query string, for page, API, exports and command line.

selection = Selection.from_query("kind=attack&known_by=2023-11-14")
selected = selection.apply(dataset)      # frames of incidents, reports, tallies, sources, places, actors
selected.sentence                        # "11 reports of 9 incidents, ..."
"""

from dashboard.selection.filters import FILTERS, SIDES, Filter, Vocabulary, vocabulary
from dashboard.selection.hidden import HIDES, hidden
from dashboard.selection.kept import once
from dashboard.selection.rows import Selected
from dashboard.selection.sides import Side, Sides, choices, sides
from dashboard.selection.value import LANES, Selection

__all__ = [
    "FILTERS", "HIDES", "LANES", "SIDES", "Filter", "Selected", "Selection", "Side", "Sides", "Vocabulary", "choices",
    "hidden", "once", "sides", "vocabulary",
]  # fmt: skip
