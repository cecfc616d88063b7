"""Which cells may tell of people harmed, by the mark ``harm`` of the package's columns; no words are looked at.

number   so many people were harmed: empty and 0 tell of nobody
text     may tell of it wherever it is filled, unless the numbers of its row say that nobody was harmed
row      tells of it where its row does: by a number, a text, a category marked ``harm``, or the table's list
         ``harmful`` of rows that tell of it whatever their columns say
always   may tell of it wherever it is filled
"""

from collections.abc import Mapping
from typing import Any

from dashboard.dataset import Dataset
from dashboard.schema import Table

Row = Mapping[str, Any]
_NOBODY = ("", "0")


def tells(dataset: Dataset, table: str, row: Row, name: str = "") -> bool:
    """Whether the cell of a column may tell of people harmed; without a column, whether the row may."""
    declared = dataset.schema.tables[table]
    kind = declared.harm.get(name, "") if name else "row"
    if kind == "number":
        return row[name] not in _NOBODY
    if kind == "text":
        return bool(row[name]) and not _nobody(declared, row)
    if kind == "always":
        return bool(row[name])
    return kind == "row" and _row(declared, row)


def _nobody(table: Table, row: Row) -> bool:
    """True where the numbers of a row say that nobody was harmed, and none says that somebody was."""
    told = {row[name] for name, kind in table.harm.items() if kind == "number"}
    return "0" in told and told.issubset(_NOBODY)


def _row(table: Table, row: Row) -> bool:
    if table.key and row[table.key] in table.harmful:
        return True
    numbers = any(row[name] not in _NOBODY for name, kind in table.harm.items() if kind == "number")
    texts = any(row[name] for name, kind in table.harm.items() if kind == "text") and not _nobody(table, row)
    return numbers or texts or any(row[name] in values for name, values in table.harm_values.items())
