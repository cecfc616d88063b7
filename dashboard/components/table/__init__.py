"""Tables of incidents, reports, declared counts and outlets, all drawn, sorted, cut into pages by the same code.

column      what a column is
incidents, reports, tallies, outlets    the columns of each table
tables      what a row of each stands for
order, pages, choice    sorting, pages, the choice of columns
drawn       a table with all of that
"""

from dashboard.components.table.drawn import above, below, first, how_many, notes, part, table, unfollowed
from dashboard.components.table.pages import sizes
from dashboard.components.table.tables import TABLES, Table, called

__all__ = [
    "TABLES", "Table", "above", "below", "called", "first", "how_many", "notes", "part", "sizes", "table", "unfollowed",
]  # fmt: skip
