"""One column of a table: its name, its head, how a cell is drawn, how its rows are put in order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.components.words import when
from dashboard.derive import fold, known_date
from dashboard.exporters.columns import ADDED, parts_of
from dashboard.language import tr
from dashboard.selection import Selected, Selection

NOT_STATED = tr("not stated")

Row = Mapping[str, Any]
Read = Callable[[Selected, Row], Any]


@dataclass(frozen=True, eq=False)
class View:
    """What a cell is drawn from: links need the selection, names and numbers what it selects."""

    selection: Selection
    selected: Selected


Cell = Callable[[View, Row], Any]

TEXT, DATE, NUMBER = "text", "date", "number"
ORDERS: Mapping[str, tuple[str, str]] = {
    TEXT: (tr("A to Z"), tr("Z to A")),
    DATE: (tr("earliest first"), tr("latest first")),
    NUMBER: (tr("lowest first"), tr("highest first")),
}
"""What can be put in order, and the words for upwards and downwards."""


@dataclass(frozen=True, eq=False)
class Column:
    """One column. ``key`` gives what its rows are ordered by, None where nothing is stated: those come last both ways.

    A column without a key cannot be sorted. ``usual`` says whether it is shown when no columns are asked,
    ``figures`` that its cells are bare numbers, which line up at their ends.
    """

    name: str
    label: str
    cell: Cell
    key: Read | None
    order: str = TEXT
    usual: bool = True
    figures: bool = False


def text(name: str, label: str, read: Read, usual: bool = True, cell: Cell | None = None) -> Column:
    """A column of words, ordered as search compares them; ``read`` returns "" where nothing is stated."""
    drawn = cell or (lambda view, row: read(view.selected, row) or NOT_STATED)
    return Column(name, label, drawn, lambda selected, row: fold(read(selected, row)) or None, TEXT, usual)


def dated(name: str, label: str, usual: bool = True, silence: str = NOT_STATED) -> Column:
    """A column of dates as sources give them, ordered by their earliest day; by the latest where no first is given."""

    def key(_: Selected, row: Row) -> str | None:
        parts = parts_of(row[name]) if row[name] else {}
        return parts.get("earliest") or parts.get("latest")

    return Column(name, label, lambda _, row: when(row[name]) if row[name] else silence, key, DATE, usual)


def number(name: str, label: str, read: Read, usual: bool = True, silence: str = NOT_STATED) -> Column:
    """A column of numbers; ``read`` returns None where none is stated."""

    def cell(view: View, row: Row) -> str:
        value = read(view.selected, row)
        return silence if value is None else f"{value:,g}"

    return Column(name, label, cell, read, NUMBER, usual, figures=True)


def exported(table: str, name: str) -> Read:
    """How an export reads a column that no file holds: tables and exports say the same because both use it."""
    return next(column.read for column in ADDED[table] if column.name == name)


def known_on(table: str, usual: bool = True) -> Column:
    """The day a reader could know a row; "not known" where no day is given."""
    read = exported(table, "known_on")

    def cell(view: View, row: Row) -> str:
        date = known_date(view.selected.dataset, row)
        return when(date) if date else tr("not known")

    return Column("known_on", tr("Known on"), cell, read, DATE, usual)


def certainty() -> Column:
    """Whether a row certainly belongs to the selection; the certain ones come first."""
    words = {"certain": tr("certainly"), "possible": tr("possibly")}
    return text("certainty", tr("In selection"), lambda _, row: words[row["certainty"]])


def labelled(name: str, label: str, table: str, usual: bool = True) -> Column:
    """A column of one value of a declared list, in its words."""
    return text(name, label, lambda selected, row: selected.dataset.schema.label(table, name, row[name]), usual)


def words(name: str, label: str, usual: bool = True) -> Column:
    """A column of free words, as the file has them."""
    return text(name, label, lambda _, row: row[name], usual)
