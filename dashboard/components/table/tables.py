"""The tables: what a row of each stands for, its columns, and the order in which its rows come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from dashboard.components.table import incidents, outlets, reports, tallies
from dashboard.components.table.column import Column
from dashboard.language import forms, tr, trn
from dashboard.selection import Selected
from dashboard.selection.hidden import ACCOUNTS


@dataclass(frozen=True, eq=False)
class Table:
    """One table. ``key`` is the column of its frame that identifies a row; ``by`` says the order of that frame.

    ``noun`` holds the two forms of what a row is called, with their number; ``several`` begins a title or a sentence.
    ``order`` is the sort that holds when none is asked; "" for that of the frame.
    """

    noun: tuple[str, str]
    several: str
    key: str
    rows: Callable[[Selected], pd.DataFrame]
    columns: tuple[Column, ...]
    by: str
    order: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by their names in the query."""
        return {column.name: column for column in self.columns}

    @property
    def usual(self) -> tuple[str, ...]:
        """The names of the columns that are shown when none are asked."""
        return tuple(column.name for column in self.columns if column.usual)

    def lacking(self, names: tuple[str, ...]) -> str:
        """The columns asked that this table does not have, in a sentence; "" where it has them all."""
        missing = [f"“{name}”" for name in names if name not in self.by_name]
        if not missing:
            return ""
        said = trn("{rows} have no column {names}.", "{rows} have no columns {names}.", len(missing))
        return said.format(rows=self.several, names=", ".join(missing))

    def shown(self, names: tuple[str, ...]) -> tuple[Column, ...]:
        """The columns to show, from left to right: those asked, the usual ones where none of this table is."""
        asked = [name for name in names if name in self.by_name] or self.usual
        return tuple(column for column in self.columns if column.name in (self.columns[0].name, *asked))


TABLES: Mapping[str, Table] = {
    "incidents": Table(
        forms("{n} incident", "{n} incidents"), tr("Incidents"), "incident_id", lambda selected: selected.incidents,
        incidents.COLUMNS, tr("by date"),
    ),
    "reports": Table(
        forms("{n} report", "{n} reports"), tr("Reports"), "report_id", lambda selected: selected.reports,
        reports.COLUMNS, tr("by the date of what they tell"),
    ),
    "tallies": Table(
        forms("{n} declared count", "{n} declared counts"), tr("Declared counts"), "tally_id",
        lambda selected: selected.tallies, tallies.COLUMNS,
        tr("by the day they were said, those without a day first"),
    ),
    "outlets": Table(
        forms("{n} outlet", "{n} outlets"), tr("Outlets"), "outlet_id", outlets.frame, outlets.COLUMNS, tr("by name"),
        "-reports",
    ),
}  # fmt: skip
"""Every table with columns to choose, by its name."""
_FIRST = replace(TABLES["reports"], noun=forms("{n} first account", "{n} first accounts"), several=tr("First accounts"))


def called(name: str, selected: Selected) -> Table:
    """A table as its rows are to be called: while accounts are hidden, those left are no number of reports."""
    return _FIRST if name == "reports" and ACCOUNTS in selected.dataset.hidden else TABLES[name]
