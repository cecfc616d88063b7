"""The days of a lesson, prepared: what could be read by each, as a sentence, a figure, and what was new."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dash import html

from dashboard.components import chart, gentle
from dashboard.components.plate import CONFIG
from dashboard.components.words import full
from dashboard.dataset import Dataset
from dashboard.derive import known_date
from dashboard.figures import theme
from dashboard.language import tr
from dashboard.selection import Selected
from dashboard.still.markup import Plain
from dashboard.still.writer import embedded, figure, pack

MOST_DAYS = 60


def known_days(selected: Selected) -> Sequence[date]:
    """The days on which something of a selection became known: all, or evenly chosen ones of too many."""
    frame = selected.reports
    every = sorted({date.fromordinal(int(day)) for day in frame.loc[~frame["undated"], "known_day"]})
    step = -(-len(every) // MOST_DAYS) or 1
    return every[::-1][::step][::-1]


def packed_days(selected: Selected) -> str:
    """Every day as data for the page's script, compressed; "" where there are fewer than two."""
    days = known_days(selected)
    if len(days) < 2:
        return ""
    before = [None, *days]
    return pack(embedded([_day(selected, day, last) for day, last in zip(days, before, strict=False)]).encode())


def until(drawn: Mapping[str, Any], whole: Selected) -> Mapping[str, Any]:
    """A figure over time whose axis ends with the known-by day of a lesson, where no earlier end is asked."""
    selection = whole.selection
    if not selection.known_by or selection.end:
        return drawn
    axis = drawn["layout"]["xaxis"]
    first, last = axis["range"]
    ends = min(last, theme.edge(selection.known_by.toordinal(), 0.6))
    return {**drawn, "layout": {**drawn["layout"], "xaxis": {**axis, "range": [first, ends]}}}


def _told(dataset: Dataset, row: dict) -> list:
    said = gentle.held_back(row["summary"], gentle.of_report(dataset, row))
    return [f"{full(known_date(dataset, row))}: ", html.Strong(gentle.named(dataset, row["incident_id"])), ". ", said]


def _day(whole: Selected, day: date, last: date | None) -> dict:
    selection = replace(whole.selection, known_by=day)
    selected = selection.apply(whole.dataset)
    frame = selected.reports
    new = frame[~frame["undated"] & (frame["known_day"] > (last.toordinal() if last else 0))]
    items = [html.Li(_told(whole.dataset, row)) for row in new.to_dict("records")]
    parts = [html.H3(tr("New since the day before it here")), html.Ul(items)]
    drawn = until(figure(chart.timeline(selection, selected)), whole)
    return {
        "sentence": selected.sentence,
        "html": str(Plain().write(parts)),
        "figure": {"figure": drawn, "config": CONFIG},
    }
