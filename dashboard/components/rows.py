"""The list and the table: the same incidents as the chart, in order of date, a page at a time."""

from collections.abc import Sequence
from dataclasses import replace

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components import state
from dashboard.components.buttons import button
from dashboard.components.grids import grid
from dashboard.components.words import count, level, mark, place, standing, when
from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from dashboard.selection.value import PARAMETERS

ROWS = "rows"
PAGE_SIZE, MOST_NAMES = 50, 3


def section(selection: Selection, selected: Selected) -> html.Section:
    """The rows with their heading and the choice between list and table."""
    choices = [{"value": "list", "label": "List"}, {"value": "table", "label": "Table"}]
    return html.Section(
        [
            html.Div(
                [
                    html.H2("The same, as rows", id="rows-title"),
                    dmc.SegmentedControl(
                        id=state.control("rows"),
                        data=choices,
                        value=selection.rows,
                        size="sm",
                        **{"aria-labelledby": "rows-title"},
                    ),
                ],
                className="section-head",
            ),
            html.Div(rows(selection, selected), id=ROWS),
        ],
        className="rows-section",
        **{"aria-labelledby": "rows-title"},
    )


def rows(selection: Selection, selected: Selected) -> list:
    """One page of the selected incidents as a list or a table; words where there are none."""
    frame = selected.incidents
    if frame.empty:
        return [nothing(selection, selected)]
    pages = -(-len(frame) // PAGE_SIZE)
    page = min(selection.page, pages)
    shown = frame.iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    draw = {"list": _list, "table": _table}[selection.rows]
    shown = shown.assign(said_by=said_by(shown, selected))
    return [draw(shown, selection, selected.dataset), *_pages(page, pages, len(frame))]


def said_by(shown: pd.DataFrame, selected: Selected) -> list[str]:
    """Who asserts each incident, in the reports that match: the names of the first few."""
    told = selected.reports[selected.reports["incident_id"].isin(shown["incident_id"])]
    speakers = told.groupby("incident_id")["asserted_by"].unique()
    return [_names(speakers[incident], selected.dataset) for incident in shown["incident_id"]]


def _names(actors: Sequence[str], dataset: Dataset) -> str:
    names = [dataset.by_id["actors"][actor]["name"] for actor in actors[:MOST_NAMES]]
    more = f" and {len(actors) - MOST_NAMES} more" if len(actors) > MOST_NAMES else ""
    return ", ".join(names) + more


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


def _link(row, selection: Selection) -> html.A:
    return html.A(
        row.title,
        href=address(selection, row.incident_id),
        className="incident",
        **{"data-incident": row.incident_id},
    )


def _list(frame: pd.DataFrame, selection: Selection, dataset: Dataset) -> html.Ol:
    return html.Ol([_item(row, selection, dataset) for row in frame.itertuples()], className="incidents")


def _item(row, selection: Selection, dataset: Dataset) -> html.Li:
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
                    html.Div(f"says: {row.said_by}", className="quiet"),
                ]
            ),
        ]
    )


def _possibly(row) -> html.Span | str:
    return "" if row.certainty == "certain" else html.Span(" · possibly in this selection", className="possible")


def _table(frame: pd.DataFrame, selection: Selection, dataset: Dataset) -> html.Div:
    heads = ("When", "What", "Incident", "Where", "Said by", "Standing", "Reports", "Origins", "In selection")
    body = [_cells(row, selection, dataset) for row in frame.itertuples()]
    return grid("Incidents of this selection, by date", heads, body, row_head=2)


def _cells(row, selection: Selection, dataset: Dataset) -> list:
    kind = dataset.schema.label("incidents", "kind", row.kind)
    return [
        when(row.date),
        [mark(dataset, row.kind, row.corroboration, row.disputed), " ", kind],
        _link(row, selection),
        place(dataset, row.place_id),
        row.said_by,
        level(row),
        str(row.matching),
        str(row.origins),
        "certainly" if row.certainty == "certain" else "possibly",
    ]


def nothing(selection: Selection, selected: Selected) -> html.Div:
    """What to do when nothing matches: the parts that exclude everything, each with a way to drop it."""
    drops = [
        html.Li(button(f"Drop {name.replace('_', ' ')} ({count(left, 'incident')} then)", drop=name))
        for name, left in _without_each(selection, selected)
    ]
    advice = "No report in the data passes all parts of this selection. Dropping one of these helps:"
    return html.Div(
        [
            html.H3("Nothing matches"),
            html.P(
                advice if drops else "No report in the data passes this selection, even without any one part of it."
            ),
            html.Ul(drops, className="drops"),
            button("Reset all filters", reset="true"),
        ],
        className="empty",
    )


def _without_each(selection: Selection, selected: Selected) -> list[tuple[str, int]]:
    plain = selection.filtering
    without = {name: plain.without(PARAMETERS[name].field).apply(selected.dataset) for name in plain.asked}
    left = [(name, len(rows.incidents)) for name, rows in without.items() if len(rows.incidents)]
    return sorted(left, key=lambda pair: -pair[1])
