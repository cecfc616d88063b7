"""Declared counts of the place of one incident: numbers that somebody gave for this site alone, of this or of more."""

from dash import html

from dashboard.components import explain, gentle, links
from dashboard.components.table.tallies import declared, measure
from dashboard.components.words import count, full, when
from dashboard.derive import known_date
from dashboard.language import tr
from dashboard.selection import Selected, Selection

MOST = 12


def of_the_place(selection: Selection, selected: Selected) -> list:
    """The counts of the incident's own place, said since it can have happened and known by the day."""
    rows = _counts(selected, selection.incident)
    if not rows:
        return []
    more = (
        [html.P(tr("{more} under Counts.").format(more=count(len(rows) - MOST, "{n} more", "{n} more")))]
        if len(rows) > MOST
        else []
    )
    words = tr("Totals that somebody gave for this place; they may count other occasions too.")
    items = [html.Li(_said(row, selection, selected)) for row in rows[:MOST]]
    return [html.H3(tr("Counts declared of this place")), html.P(words, className="quiet"), html.Ul(items), *more]


def _counts(selected: Selected, incident: str) -> list[dict]:
    held = selected.standings[selected.standings["incident_id"] == incident]
    if held.empty or not held["place_id"].iloc[0]:
        return []
    frame, first = selected.index.tallies, held["first_day"].iloc[0]
    known = (frame["scope"] == held["place_id"].iloc[0]) & (frame["possible_day"] <= selected.day)
    rows = frame[known & (frame["last_day"] >= first)]
    return rows.sort_values(["known_day", "tally_id"]).to_dict("records")


def _said(row: dict, selection: Selection, selected: Selected) -> list:
    dataset = selected.dataset
    since = tr("since {when}").format(when=when(row["since"])) if row["since"] else tr("no start given")
    known = (
        tr("known at an unknown date")
        if row["undated"]
        else tr("known {day}").format(day=full(known_date(dataset, row)))
    )
    value = f"{declared(selected, row)} {measure(selected, row)}"
    return [
        links.tally(gentle.held_back(value, gentle.of_count(dataset, row), linked=True), row, selection),
        tr(", said by "),
        *explain.speaker(dataset, row["asserted_by"]),
        tr(", in "),
        explain.outlet(dataset, row["outlet_id"]),
        f"; {since}; {known}.",
    ]
