"""The list and the table: the same incidents as the chart, in order of date, a page at a time."""

from dataclasses import replace

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components import state
from dashboard.components.words import count, mark, place, standing, standing_chip, when
from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from dashboard.selection.value import PARAMETERS

ROWS = "rows"
PAGE_SIZE = 50


def section(selection: Selection, selected: Selected) -> html.Section:
    """The rows with their heading and the choice between list and table."""
    choices = [{"value": "list", "label": "List"}, {"value": "table", "label": "Table"}]
    return html.Section(
        [
            html.Div(
                [
                    html.H2("The same, as rows", id="rows-title"),
                    dmc.SegmentedControl(
                        id=state.control("rows"), data=choices, value=selection.rows, size="sm",
                        **{"aria-labelledby": "rows-title"},
                    ),
                ],
                className="section-head",
            ),
            html.Div(rows(selection, selected), id=ROWS),
        ],
        className="rows-section",
        **{"aria-labelledby": "rows-title"},
    )  # fmt: skip


def rows(selection: Selection, selected: Selected) -> list:
    """One page of the selected incidents as a list or a table; words where there are none."""
    frame = selected.incidents
    if frame.empty:
        return [nothing(selection, selected)]
    pages = -(-len(frame) // PAGE_SIZE)
    page = min(selection.page, pages)
    shown = frame.iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    draw = {"list": _list, "table": _table}[selection.rows]
    return [draw(shown, selection, selected.dataset), *_pages(page, pages, len(frame))]


def _pages(page: int, pages: int, total: int) -> list:
    if pages == 1:
        return []
    first, last = (page - 1) * PAGE_SIZE + 1, min(page * PAGE_SIZE, total)
    return [
        html.P(f"{first:,} to {last:,} of {count(total, 'incident')}"),
        dmc.Pagination(id=state.control("page"), total=pages, value=page, withControls=False, size="md"),
    ]


def address(selection: Selection, incident_id: str) -> str:
    """The link that opens an incident in this view."""
    return f"/?{replace(selection, incident=incident_id).to_query()}"


def _link(row, selection: Selection) -> html.A:  # noqa: ANN001
    return html.A(row.title, href=address(selection, row.incident_id), className="incident", **{"data-incident": row.incident_id})


def _list(frame: pd.DataFrame, selection: Selection, dataset: Dataset) -> html.Ol:
    return html.Ol([_item(row, selection, dataset) for row in frame.itertuples()], className="incidents")


def _item(row, selection: Selection, dataset: Dataset) -> html.Li:  # noqa: ANN001
    kind = dataset.schema.label("incidents", "kind", row.kind)
    return html.Li(
        [
            html.Span(when(row.date), className="when"),
            mark(dataset, row.kind, row.corroboration, row.disputed),
            html.Div(
                [
                    _link(row, selection),
                    html.Div(
                        [f"{kind} · {place(dataset, row.place_id)} · ", standing(row), _possibly(row)],
                        className="quiet",
                    ),
                ]
            ),
        ]
    )


def _possibly(row) -> html.Span | str:  # noqa: ANN001
    return "" if row.certainty == "certain" else html.Span(" · possibly in this selection", className="possible")


def _table(frame: pd.DataFrame, selection: Selection, dataset: Dataset) -> html.Div:
    head = ("When", "What", "Incident", "Where", "Standing", "Reports", "Origins", "In selection")
    body = [
        html.Tr(
            [
                html.Td(when(row.date)),
                html.Td([mark(dataset, row.kind, row.corroboration, row.disputed), " ", dataset.schema.label("incidents", "kind", row.kind)]),
                html.Th(_link(row, selection), scope="row"),
                html.Td(place(dataset, row.place_id)),
                html.Td(standing_chip(row)),
                html.Td(str(row.matching), className="number"),
                html.Td(str(row.origins), className="number"),
                html.Td("certainly" if row.certainty == "certain" else "possibly"),
            ]
        )
        for row in frame.itertuples()
    ]  # fmt: skip
    caption = html.Caption("Incidents of this selection, by date", className="out-of-sight")
    table = html.Table([caption, html.Thead(html.Tr([html.Th(name, scope="col") for name in head])), html.Tbody(body)])
    return html.Div(table, className="table-wrap", tabIndex="0", role="region", **{"aria-label": "Table of incidents"})


def nothing(selection: Selection, selected: Selected) -> html.Div:
    """What to do when nothing matches: the parts of the selection that exclude everything, each with a way to drop it."""
    drops = [
        html.Li(html.Button(f"Drop {name.replace('_', ' ')} ({count(left, 'incident')} then)", type="button",
                            className="button", **{"data-drop": name}))
        for name, left in _without_each(selection, selected)
    ]  # fmt: skip
    return html.Div(
        [
            html.H3("Nothing matches"),
            html.P("No report in the data passes all parts of this selection. Dropping one of these helps:" if drops else "The data hold no incident."),
            html.Ul(drops, className="drops"),
            html.Button("Reset all filters", type="button", className="button", **{"data-reset": "true"}),
        ],
        className="empty",
    )  # fmt: skip


def _without_each(selection: Selection, selected: Selected) -> list[tuple[str, int]]:
    plain = selection.filtering
    without = {name: plain.without(PARAMETERS[name].field).apply(selected.dataset) for name in plain.asked}
    left = [(name, len(rows.incidents)) for name, rows in without.items() if len(rows.incidents)]
    return sorted(left, key=lambda pair: -pair[1])
