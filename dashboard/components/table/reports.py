"""The columns of the table of reports: one row per assertion by one speaker in one document."""

from dash import html

from dashboard.components import gentle
from dashboard.components.links import incident
from dashboard.components.table import documents
from dashboard.components.table.column import (
    NOT_STATED,
    NUMBER,
    Column,
    Read,
    Row,
    View,
    certainty,
    dated,
    exported,
    known_on,
    labelled,
    number,
    text,
)  # fmt: skip
from dashboard.derive import stated
from dashboard.selection import Selected


def _title(selected: Selected, row: Row) -> str:
    return selected.dataset.by_id["incidents"][row["incident_id"]]["title"]


def _linked_title(view: View, row: Row) -> html.A:
    return incident(_title(view.selected, row), row["incident_id"], view.selection)


def _said(name: str) -> Read:
    return lambda selected, row: stated(selected.index, row, name)


def _field(name: str, field: str, label: str) -> Column:
    """What the report itself says of one of the fields that accounts are compared on."""
    return text(name, label, _said(field), usual=False)


def _harm(name: str, label: str) -> Column:
    """Killed or injured as this report states it; never a reason to put one incident before another."""
    said = _said(name)

    def cell(view: View, row: Row) -> object:
        return gentle.held_back(said(view.selected, row) or NOT_STATED, gentle.of_report(row, [name]))

    return Column(name, label, cell, None, NUMBER, usual=False)


def _least(_: Selected, row: Row) -> int | None:
    stated = row["strikes_min"] or row["strikes_max"]
    return int(stated) if stated else None


def _strikes() -> Column:
    said = _said("strikes")
    return Column("strikes", "Number", lambda view, row: said(view.selected, row) or NOT_STATED, _least, NUMBER, False)


COLUMNS = (
    text("incident", "Incident", _title, cell=_linked_title),
    dated("date", "When"),
    dated("said_on", "Said on", usual=False),
    known_on("reports"),
    number("lag", "Lag (days)", exported("reports", "lag"), silence="not known"),
    documents.said_by(),
    *documents.in_what(),
    labelled("stance", "Stance", "reports"),
    _field("kind", "kind", "What"),
    _field("place", "place", "Where"),
    _field("attributed_to", "actor", "Who acted"),
    _field("against", "against", "Against whom"),
    _field("target", "target", "Target"),
    _field("weapon", "weapon", "Weapon"),
    _strikes(),
    _harm("killed", "Killed"),
    _harm("injured", "Injured"),
    _field("outcome", "outcome", "Outcome"),
    *documents.in_its_words(),
    certainty(),
)
