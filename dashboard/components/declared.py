"""Declared counts of the place of one incident: numbers that somebody gave for this site alone, of this or of more."""

from dash import html

from dashboard.components import explain, gentle, links
from dashboard.components.table.tallies import declared, measure
from dashboard.components.words import count, day, when
from dashboard.selection import Selected, Selection

MOST = 12


def of_the_place(selection: Selection, selected: Selected) -> list:
    """The counts of the incident's own place, said since it can have happened and known by the day."""
    rows = _counts(selected, selection.incident)
    if not rows:
        return []
    more = [html.P(f"{count(len(rows) - MOST, 'more')} under Counts.")] if len(rows) > MOST else []
    words = "Totals that somebody gave for this place; they may count other occasions too."
    items = [html.Li(_said(row, selection, selected)) for row in rows[:MOST]]
    return [html.H3("Counts declared of this place"), html.P(words, className="quiet"), html.Ul(items), *more]


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
    since = f"since {when(row['since'])}" if row["since"] else "no start given"
    known = "known at an unknown date" if row["undated"] else f"known {day(row['known_day'])}"
    value = f"{declared(selected, row)} {measure(selected, row)}"
    return [
        links.tally(gentle.held_back(value, gentle.of_count(dataset, row)), row, selection),
        ", said by ",
        *explain.speaker(dataset, row["asserted_by"]),
        ", in ",
        explain.outlet(dataset, row["outlet_id"]),
        f"; {since}; {known}.",
    ]
