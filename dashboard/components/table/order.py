"""The order of a table's rows: by one column, upwards or downwards, what states nothing last both ways."""

from functools import lru_cache

import pandas as pd

from dashboard.components.table.column import ORDERS, TEXT, Column
from dashboard.components.table.tables import Table
from dashboard.language import tr
from dashboard.selection import Selected


def found(table: Table, sort: str) -> tuple[Column | None, bool]:
    """The column that a sort names, and whether it goes downwards; no column where the table cannot follow it."""
    column = table.by_name.get(sort.removeprefix("-"))
    return (column, sort.startswith("-")) if column and column.key else (None, False)


def followed(table: Table, sort: str) -> str:
    """The sort that the rows have: the one asked, or the table's own where that cannot be followed."""
    return sort if found(table, sort)[0] else table.order


@lru_cache(maxsize=32)
def arranged(table: Table, selected: Selected, sort: str) -> pd.DataFrame:
    """The rows of a table in the order of a sort; rows that tie stay by date, then by id, in both directions."""
    frame = table.rows(selected)
    column, down = found(table, followed(table, sort))
    if column is None or frame.empty:
        return frame
    keys = [column.key(selected, row) for row in frame.to_dict("records")]
    places = range(len(keys))
    stating = sorted((at for at in places if keys[at] is not None), key=lambda at: keys[at], reverse=down)
    return frame.iloc[[*stating, *(at for at in places if keys[at] is None)]]


def pressed(column: Column, now: str) -> str:
    """The sort that pressing a column's head asks for: texts upwards first, days and numbers downwards first."""
    up, down = column.name, f"-{column.name}"
    if now in (up, down):
        return up if now == down else down
    return up if column.order == TEXT else down


def in_words(table: Table, sort: str) -> str:
    """The order in words: "by lag, highest first"."""
    column, down = found(table, followed(table, sort))
    return (
        tr("by {label}, {orders}").format(label=column.label.lower(), orders=ORDERS[column.order][down])
        if column
        else table.by
    )


def changed(table: Table, sort: str) -> bool:
    """True while the rows have another order than their usual one."""
    return followed(table, sort) != table.order


def refused(table: Table, sort: str) -> str:
    """Why a sort that is asked is not followed; "" where it is."""
    name = sort.removeprefix("-")
    if not name or found(table, sort)[0]:
        return ""
    if name in table.by_name:
        return tr("{label} is not ranked: the rows stand {in_words}.").format(
            label=table.by_name[name].label, in_words=in_words(table, "")
        )
    return tr("{rows} have no column “{name}”: the rows stand {order}.").format(
        rows=table.several, name=name, order=in_words(table, "")
    )
