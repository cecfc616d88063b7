"""First reported weapons, places and kinds, on both clocks, each with the report behind it."""

import pandas as pd
from dash import html

from dashboard.components import explain, gentle
from dashboard.components.grids import grid
from dashboard.components.noted import Notes
from dashboard.components.weekly import incident
from dashboard.components.words import count, day, full, place, when
from dashboard.derive import known_date
from dashboard.figures import measured
from dashboard.language import tr
from dashboard.selection import Selected

FIRSTS = "firsts"
MOST = 40
DIMENSIONS = {"weapon": tr("Weapons"), "place": tr("Places"), "kind": tr("Kinds")}


def section(selected: Selected) -> html.Section:
    """The firsts with their heading."""
    return html.Section(
        [html.H2(tr("First reported"), id="firsts-title"), html.Div(firsts(selected), id=FIRSTS)],
        **{"aria-labelledby": "firsts-title"},
    )


def firsts(selected: Selected) -> list:
    """One table per dimension, the earliest event first; what is first is so among the selected reports only."""
    frame = measured.first_uses(selected).sort_values(["event_last", "known_day"], kind="stable")
    words = html.P(
        tr(
            "Computed from the reports of this selection, on two clocks: the earliest event, and the earliest report. "
            "Being first here says what was reported, and in which documents; not that it never happened before."
        ),
        className="takeaway",
    )
    notes = Notes(selected)
    tables = [_table(name, frame[frame["dimension"] == name], selected, notes) for name in DIMENSIONS]
    return [words, *tables, *notes.listed()]


def _table(dimension: str, rows: pd.DataFrame, selected: Selected, notes: Notes) -> html.Details:
    heads = (
        DIMENSIONS[dimension][:-1],
        tr("First by event"),
        tr("Report of it"),
        tr("First known"),
        tr("Report known first"),
    )
    shown = rows.head(MOST).to_dict("records")
    body = [_cells(dimension, row, selected, notes) for row in shown]
    more = (
        [html.P(tr("{number} more follow; narrow the selection to see them.").format(number=len(rows) - MOST))]
        if len(rows) > MOST
        else []
    )
    title = f"{DIMENSIONS[dimension]}: {count(len(rows), '{n} first', '{n} firsts')}"
    return html.Details(
        [
            html.Summary(title),
            grid(tr("First reported {dimensions}").format(dimensions=DIMENSIONS[dimension].lower()), heads, body),
            *more,
        ],
        className="panel",
        open=dimension == "weapon",
    )


def _cells(dimension: str, row: dict, selected: Selected, notes: Notes) -> list:
    return [
        _label(dimension, row["value"], selected),
        _date(row["event_report"], row, selected),
        _report(row["event_report"], selected, notes),
        full(known_date(selected.dataset, selected.dataset.by_id["reports"][row["known_report"]])),
        tr("the same report")
        if row["known_report"] == row["event_report"]
        else _report(row["known_report"], selected, notes),
    ]


def _label(dimension: str, value: str, selected: Selected) -> str:
    label = selected.dataset.schema.label
    if dimension == "place":
        return place(selected.dataset, value)
    return label("reports", "weapon", value) if dimension == "weapon" else label("incidents", "kind", value)


def _date(report_id: str, row: dict, selected: Selected) -> str:
    """The date as the report gives it; of one that gives none, the days of its incident."""
    report = selected.dataset.by_id["reports"][report_id]
    if report["date"]:
        return when(report["date"])
    if row["event_first"] > 1:
        return measured.say(row["event_first"], row["event_last"])
    return tr("on or before {day}").format(day=day(row["event_last"]))


def _report(report_id: str, selected: Selected, notes: Notes) -> list:
    """The incident as a link, and who reported it where."""
    dataset = selected.dataset
    report = dataset.by_id["reports"][report_id]
    source = dataset.by_id["sources"][report["source_id"]]
    title = gentle.named(dataset, report["incident_id"])
    who = explain.speaker(dataset, report["asserted_by"], by_arrow=True)
    said = [*who, tr(", in "), explain.outlet(dataset, source["outlet_id"], by_arrow=True), f", {report['locator']}"]
    return [
        incident(title, report["incident_id"], selected),
        html.Br(),
        html.Span(said, className="quiet"),
        notes.of_reports([report_id]),
    ]
