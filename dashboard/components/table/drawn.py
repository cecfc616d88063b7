"""A table drawn: the columns chosen, one page of rows in the order asked, and the ways to ask for others."""

from dash import html

from dashboard.components import explain
from dashboard.components.buttons import button
from dashboard.components.grids import Head, grid
from dashboard.components.noted import Notes, noted
from dashboard.components.table import choice, order, pages
from dashboard.components.table.column import Column, View
from dashboard.components.table.pages import Page
from dashboard.components.table.tables import TABLES, Table, called
from dashboard.components.words import count
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.describe import unfollowed as unfollowed


def table(name: str, selection: Selection, selected: Selected) -> list:
    """One page of a table with its choice of columns, between buttons that lead to the other pages."""
    it = called(name, selected)
    rows, page = part(name, selection, selected)
    behind = Notes(selected)
    shown = noted(name, rows, behind)
    return [
        html.Div([*notes(name, selection, page), choice.choice(it, selection)], className="table-head"),
        *above(name, selection, selected, page),
        _grid(it, View(selection, selected), shown, page),
        *below(page),
        *behind.listed(),
    ]


def above(name: str, selection: Selection, selected: Selected, page: Page) -> list:
    """Which rows these are, in which order, and the buttons to other pages."""
    it = called(name, selected)
    order_said = order.in_words(it, selection.sort)
    back = [" ", button(tr("Usual order"), look="link", sort="")] if order.changed(it, selection.sort) else []
    said = html.Span(f"{page.words(it.noun)}, {order_said}", role="status", className="rows-shown")
    shown = html.P([said, *back], className="range")
    return [html.Div([shown, *pages.steps(page)], className="pages"), *pages.on_paper(page, it.noun)]


def below(page: Page) -> list:
    """The buttons to other pages once more, where the rows end."""
    return [html.Div(pages.steps(page, tr("Pages, below the rows")), className="pages")] if page.last > 1 else []


def part(name: str, selection: Selection, selected: Selected) -> tuple[list[dict], Page]:
    """The rows of one page in the order asked, as mappings, and which page it is."""
    frame = order.arranged(TABLES[name], selected, selection.sort)
    page = pages.page(selection, len(frame))
    return page.cut(frame).to_dict("records"), page


def first(name: str, selection: Selection, selected: Selected, most: int, notes: Notes | None = None) -> html.Div:
    """The first rows of a table with its usual columns, as it stands on pages that are not about it.

    ``notes`` takes up the documents behind these rows, and the rows get their numbers.
    """
    it = TABLES[name]
    rows = it.rows(selected).head(most).to_dict("records")
    shown = noted(name, rows, notes) if notes else rows
    cells = [_cells(it.shown(()), View(selection, selected), row) for row in shown]
    heads = [_explained(column, selected) for column in it.shown(())]
    return grid(tr("{rows} of this selection, {order}").format(rows=it.several, order=it.by), heads, cells)


def _explained(column: Column, selected: Selected) -> Head:
    """A head that cannot be sorted, and so may say what its word means."""
    shown = explain.term(selected.dataset, _TERMS.get(column.label, column.label), column.label)
    return Head(column.label, number=column.figures, shown=shown, of=column.name)


_TERMS = {tr("Count"): "tally", tr("Since"): "baseline", tr("Named here"): "itemised count"}
"""Heads that stand for a term of the glossary under another name."""


def notes(name: str, selection: Selection, page: Page) -> list:
    """What was asked and cannot be had: an order, columns, a page."""
    it = TABLES[name]
    said = filter(None, (order.refused(it, selection.sort), it.lacking(selection.columns), page.beyond))
    return [html.P(words, className="banner") for words in said]


def _grid(it: Table, view: View, rows: list[dict], page: Page) -> html.Div:
    columns, sort = it.shown(view.selection.columns), order.followed(it, view.selection.sort)
    heads = [_head(column, sort) for column in columns]
    caption = tr("{rows} of this selection, {order}").format(rows=it.several, order=order.in_words(it, sort))
    said = tr("{caption}. Rows {words}.").format(caption=caption, words=page.words(it.noun))
    cells = [_cells(columns, view, row) for row in rows]
    return grid(caption, heads, cells, keys=[row[it.key] for row in rows], said=said)


def _head(column: Column, sort: str) -> Head:
    now = {column.name: "ascending", f"-{column.name}": "descending"}.get(sort, "")
    wanted = order.pressed(column, sort) if column.key else ""
    return Head(column.label, wanted, now, number=column.figures, of=column.name)


def _cells(columns: tuple[Column, ...], view: View, row: dict) -> list:
    """The cells of a row; the one that names it also holds the numbers of its notes."""
    head, *rest = [column.cell(view, row) for column in columns]
    return [[head, row["noted"]] if row.get("noted") else head, *rest]


def how_many(name: str, selected: Selected) -> str:
    """How many rows a table has: "278 incidents"."""
    it = TABLES[name]
    return count(len(it.rows(selected)), *it.noun)
