"""A plain HTML table that scrolls by itself where it must, and becomes a card per row on a narrow screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.buttons import button
from dashboard.language import tr

_GLYPHS = {"": "\u00a0↕", "ascending": "\u00a0▲", "descending": "\u00a0▼"}
"""Behind a blank that does not break, so that a sign never stands on a line of its own."""


@dataclass(frozen=True)
class Head:
    """The head of a column. ``sort`` is the order that pressing it asks for; "" for one that cannot be sorted.

    ``now`` is "ascending" or "descending" while the rows have the column's order. ``shown`` stands in place of the
    label in the head of a column that cannot be sorted. ``of`` is the column's name, for style sheets.
    """

    label: str
    sort: str = ""
    now: str = ""
    number: bool = False
    shown: object = None
    of: str = ""


def grid(
    caption: str,
    heads: Sequence[str | Head],
    rows: Sequence[Sequence],
    row_head: int = 0,
    keys: Sequence[str] = (),
    said: str = "",
) -> html.Div:
    """A table of cells; the column ``row_head`` names its row. Cells repeat their column's name for narrow screens.

    ``keys`` are the ids of the rows. ``said`` is a caption that says more than the name of the table.
    """
    columns = [head if isinstance(head, Head) else Head(head) for head in heads]
    head = html.Thead(html.Tr([_head(column) for column in columns], **{"data-sorts": tr("Sort by")}))
    body = [
        html.Tr(_cells(columns, cells, row_head), **({"data-row": keys[place]} if keys else {}))
        for place, cells in enumerate(rows)
    ]
    words = html.Caption(said or caption, className="out-of-sight")
    table = html.Table([words, head, html.Tbody(body)])
    return html.Div(table, className="table-wrap", tabIndex="0", role="region", **{"aria-label": caption})


def _head(column: Head) -> html.Th:
    look = {"className": "number"} if column.number else {}
    if not column.sort:
        return html.Th(column.shown or column.label, scope="col", **look)
    aria = {"aria-sort": column.now} if column.now else {}
    glyph = html.Span(_GLYPHS[column.now], className="glyph", **{"aria-hidden": "true"})
    return html.Th(button([column.label, glyph], look="link", sort=column.sort), scope="col", **aria, **look)


def _cells(columns: Sequence[Head], cells: Sequence, row_head: int) -> list:
    pairs = zip(columns, cells, strict=True)
    return [_cell(column, cell, place == row_head) for place, (column, cell) in enumerate(pairs)]


def _cell(column: Head, cell: object, names_row: bool) -> html.Th | html.Td:
    look = {"className": "number"} if column.number else {}
    label = {"data-label": column.label} | ({"data-column": column.of} if column.of else {})
    return html.Th(cell, scope="row", **label, **look) if names_row else html.Td(cell, **label, **look)
