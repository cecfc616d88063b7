"""What follows from reports and is never stored: standing, origins, itemised counts, firsts, lag.

Every rule here is published in ``data/README.md``, works for any known-by day, and can be used from a
notebook:

    index = derive.index(dataset)    # once per data set; the rest reads it
    derive.itemised(index, tally)    # the incidents that a declared count, a row of tallies, is held against
"""

from dashboard.derive.accounts import FIELDS, Account, Comparison, compare, stated
from dashboard.derive.facts import Report, known_date
from dashboard.derive.firsts import firsts
from dashboard.derive.index import Index, index
from dashboard.derive.itemised import Itemised, itemised
from dashboard.derive.standing import LEVEL_WORDS, LEVELS, Standing, standing_of
from dashboard.derive.text import fold

__all__ = [
    "FIELDS", "LEVELS", "LEVEL_WORDS", "Account", "Comparison", "Index", "Itemised", "Report", "Standing", "compare",
    "firsts", "fold", "index", "itemised", "known_date", "standing_of", "stated",
]  # fmt: skip
