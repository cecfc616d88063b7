"""A plain HTML table that scrolls by itself where it must, and stacks into labelled lines on a narrow screen."""

from collections.abc import Sequence

from dash import html


def grid(caption: str, heads: Sequence[str], rows: Sequence[Sequence], row_head: int = 0) -> html.Div:
    """A table of cells; the column ``row_head`` names its row. Cells repeat their column's name for narrow screens."""
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    body = html.Tbody([html.Tr(_cells(heads, cells, row_head)) for cells in rows])
    table = html.Table([html.Caption(caption, className="out-of-sight"), head, body])
    return html.Div(table, className="table-wrap", tabIndex="0", role="region", **{"aria-label": caption})


def _cells(heads: Sequence[str], cells: Sequence, row_head: int) -> list:
    return [
        html.Th(cell, scope="row", **{"data-label": name})
        if place == row_head
        else html.Td(cell, **{"data-label": name})
        for place, (name, cell) in enumerate(zip(heads, cells, strict=True))
    ]
