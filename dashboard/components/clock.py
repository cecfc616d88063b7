"""The known-by control: the page as it could have been read on a given day."""

from calendar import monthrange
from datetime import date

import dash_mantine_components as dmc
from dash import html

from dashboard.components import explain, state
from dashboard.components.buttons import button, group
from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.explained import terms
from dashboard.language import tr
from dashboard.selection import Selection

CLOCK = "clock"
_MONTHS = {"nextMonth": tr("Next month"), "previousMonth": tr("Previous month")}


def clock(dataset: Dataset, selection: Selection) -> html.Div:
    """A typed date with step and play, by the days on which a report appeared."""
    known = index(dataset)
    days = [date.fromordinal(day).isoformat() for day in known.days]
    first = known.days[0] if known.days else known.end
    return html.Div(
        [
            day_input("known_by", tr("Known by"), selection.known_by, tr("everything known"), (first, known.end)),
            group(
                tr("Step through the days on which something became known"),
                button(tr("◀ Earlier report"), step="-1"),
                button(tr("Later report ▶"), step="1"),
                button(tr("Play"), play="true", aria_pressed="false"),
                button(tr("Everything known"), step="all"),
            ),
            *_meaning(dataset),
        ],
        id=CLOCK,
        className="clock",
        **{"data-days": " ".join(days)},
    )


def _meaning(dataset: Dataset) -> list:
    if "known by" not in terms(dataset):
        return []
    return [html.P([tr("What is "), explain.term(dataset, "known by"), "?"], className="quiet")]


def day_input(name: str, label: str, value: date | None, placeholder: str, extent: tuple[int, int]) -> dmc.DateInput:
    """A typed day that sets one name in the query.

    ``extent`` holds the first and the last day of the data (ordinals). The calendar covers their months and the day
    that is asked; without one it opens at its first month, because the reader's own day lies outside.
    """
    first, end = (date.fromordinal(day) for day in extent)
    start, stop = first.replace(day=1), end.replace(day=monthrange(end.year, end.month)[1])
    return dmc.DateInput(
        id=state.control(name),
        label=label,
        value=value.isoformat() if value else None,
        placeholder=placeholder,
        minDate=min(start, value or start).isoformat(),
        maxDate=max(stop, value or stop).isoformat(),
        valueFormat="YYYY-MM-DD",
        clearable=True,
        debounce=True,  # a day half typed is no day
        clearButtonProps={"aria-label": tr("Clear {label}").format(label=label)},
        ariaLabels=_MONTHS,
        popoverProps={"withinPortal": False},
        size="md",
        className="day-input",
    )
