"""The columns of the table of outlets: what each carries, how soon, and what it alone tells."""

import pandas as pd
from dash import dcc

from dashboard.components.table.column import Column, Row, View, labelled, number, text, words
from dashboard.derive.profiles import profiles
from dashboard.language import tr
from dashboard.selection import Selected

NUMBERS = {
    "documents": tr("Documents"),
    "reports": tr("Reports"),
    "incidents": tr("Incidents"),
    "alone": tr("Told by it alone"),
}


def frame(selected: Selected) -> pd.DataFrame:
    """One row per outlet that carries a report of the selection, by outlet id."""
    outlets = selected.dataset["outlets"].set_index("outlet_id")[["name", "kind", "country"]]
    return profiles(selected.reports).join(outlets).reset_index()


def _name(_: View, row: Row) -> dcc.Link:
    return dcc.Link(row["name"], href=f"/sources/{row['outlet_id']}")


def _lag(_: Selected, row: Row) -> float | None:
    return None if pd.isna(row["lag"]) else float(row["lag"])


def _number(name: str, label: str) -> Column:
    return number(name, label, lambda _, row: int(row[name]))


COLUMNS = (
    text("name", tr("Outlet"), lambda _, row: row["name"], cell=_name),
    labelled("kind", tr("Kind"), "outlets"),
    words("country", tr("Country")),
    *(_number(name, label) for name, label in NUMBERS.items()),
    number("lag", tr("Median lag (days)"), _lag, silence=tr("not known")),
)
