"""A plain HTML table that scrolls by itself where it must, and stacks into labelled lines on a narrow screen."""

from collections.abc import Mapping, Sequence

from dash import html

from dashboard.components.buttons import button

_ARROWS = {"": "", "ascending": " ▲", "descending": " ▼"}


def grid(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence],
    row_head: int = 0,
    sorts: Mapping[str, str] | None = None,
    shown: Mapping[str, object] | None = None,
) -> html.Div:
    """A table of cells; the column ``row_head`` names its row. Cells repeat their column's name for narrow screens.

    ``sorts`` maps the names of columns that can be sorted to the sort that choosing them asks for; a key "sorted"
    holds the sort in force ("reports", or "-reports" for descending). ``shown`` maps names of columns to what their
    heads show in place of the name.
    """
    head = html.Thead(html.Tr([_head(name, sorts or {}, shown or {}) for name in heads]))
    body = html.Tbody([html.Tr(_cells(heads, cells, row_head)) for cells in rows])
    table = html.Table([html.Caption(caption, className="out-of-sight"), head, body])
    return html.Div(table, className="table-wrap", tabIndex="0", role="region", **{"aria-label": caption})


def _head(name: str, sorts: Mapping[str, str], shown: Mapping[str, object]) -> html.Th:
    key = sorts.get(name)
    if not key:
        return html.Th(shown.get(name, name), scope="col")
    now = {key: "ascending", f"-{key}": "descending"}.get(sorts["sorted"], "")
    wanted = key if now == "descending" else f"-{key}"
    aria = {"aria-sort": now} if now else {}
    return html.Th(button(name + _ARROWS[now], look="link", sort=wanted), scope="col", **aria)


def _cells(heads: Sequence[str], cells: Sequence, row_head: int) -> list:
    return [
        html.Th(cell, scope="row", **{"data-label": name})
        if place == row_head
        else html.Td(cell, **{"data-label": name})
        for place, (name, cell) in enumerate(zip(heads, cells, strict=True))
    ]
