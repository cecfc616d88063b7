"""The known-by control: the page as it could have been read on a given day."""

from datetime import date

import dash_mantine_components as dmc
from dash import html

from dashboard.components import state
from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.selection import Selection

CLOCK = "clock"
_MONTHS = {"nextMonth": "Next month", "previousMonth": "Previous month"}


def clock(dataset: Dataset, selection: Selection) -> html.Div:
    """A typed date with step and play, by the days on which a report appeared."""
    days = [date.fromordinal(day).isoformat() for day in index(dataset).days]
    return html.Div(
        [
            day_input("known_by", "Known by", selection.known_by, "everything known"),
            html.Div(
                [
                    _button("◀ Earlier report", step="-1"),
                    _button("Later report ▶", step="1"),
                    _button("Play", play="true", **{"aria-pressed": "false"}),
                    _button("Everything known", step="all"),
                ],
                className="buttons",
                role="group",
                **{"aria-label": "Step through the days on which something became known"},
            ),
        ],
        id=CLOCK,
        className="clock",
        **{"data-days": " ".join(days)},
    )


def day_input(name: str, label: str, value: date | None, placeholder: str) -> dmc.DateInput:
    """A typed day that sets one name in the query."""
    return dmc.DateInput(
        id=state.control(name),
        label=label,
        value=value.isoformat() if value else None,
        placeholder=placeholder,
        valueFormat="YYYY-MM-DD",
        clearable=True,
        clearButtonProps={"aria-label": f"Clear {label}"},
        ariaLabels=_MONTHS,
        size="md",
        className="day-input",
    )


def _button(text: str, **data: str) -> html.Button:
    extra = {name if name.startswith("aria") else f"data-{name}": value for name, value in data.items()}
    return html.Button(text, type="button", className="button", **extra)
