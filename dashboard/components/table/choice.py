"""The choice of columns: a box to tick for each, the one that names the rows always ticked."""

import dash_mantine_components as dmc
from dash import html

from dashboard.components.buttons import button
from dashboard.components.table.column import Column
from dashboard.components.table.tables import Table
from dashboard.language import tr
from dashboard.selection import Selection

EXPORTS = tr("Exports and the API are not affected: they hold every column and all rows of the selection.")


def choice(table: Table, selection: Selection) -> html.Details:
    """The columns of a table, folded away; each box asks for the columns that are then ticked."""
    shown = table.shown(selection.columns)
    boxes = [_box(column, column in shown, column is table.columns[0]) for column in table.columns]
    return html.Details(
        [
            html.Summary(tr("Columns: {number} of {number_2}").format(number=len(shown), number_2=len(table.columns))),
            html.Div(
                boxes,
                className="column-boxes",
                role="group",
                **{"aria-label": tr("Columns"), "data-unasked": " ".join(sorted(table.usual))},
            ),
            html.P([button(tr("Usual columns"), usual="true"), " ", html.Span(EXPORTS, className="quiet")]),
        ],
        className="panel column-choice",
    )


def _box(column: Column, ticked: bool, fixed: bool) -> dmc.Checkbox:
    label = tr("{label} (always shown)").format(label=column.label) if fixed else column.label
    return dmc.Checkbox(label=label, checked=ticked, disabled=fixed, size="md", **{"data-column": column.name})
