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
from dashboard.language import tr
from dashboard.selection import Selected


def _title(selected: Selected, row: Row) -> str:
    return selected.dataset.by_id["incidents"][row["incident_id"]]["title"]


def _linked_title(view: View, row: Row) -> html.A:
    return incident(gentle.named(view.selected.dataset, row["incident_id"]), row["incident_id"], view.selection)


def _said(name: str) -> Read:
    return lambda selected, row: stated(selected.index, row, name)


def _field(name: str, field: str, label: str) -> Column:
    """What the report itself says of one of the fields that accounts are compared on."""
    return text(name, label, _said(field), usual=False)


def _harm(name: str, label: str) -> Column:
    """Killed or injured as this report states it; never a reason to put one incident before another."""
    said = _said(name)

    def cell(view: View, row: Row) -> object:
        told = gentle.of_report(view.selected.dataset, row, [name])
        return gentle.held_back(said(view.selected, row) or NOT_STATED, told)

    return Column(name, label, cell, None, NUMBER, usual=False)


def _outcome() -> Column:
    """What came of it as this report states it; it may tell of people harmed."""
    said = _said("outcome")

    def cell(view: View, row: Row) -> object:
        told = gentle.of_report(view.selected.dataset, row, ["outcome"])
        return gentle.held_back(said(view.selected, row) or NOT_STATED, told)

    return text("outcome", tr("Outcome"), said, usual=False, cell=cell)


def _least(_: Selected, row: Row) -> int | None:
    stated = row["strikes_min"] or row["strikes_max"]
    return int(stated) if stated else None


def _strikes() -> Column:
    said = _said("strikes")
    return Column(
        "strikes", tr("Number"), lambda view, row: said(view.selected, row) or NOT_STATED, _least, NUMBER, False
    )


COLUMNS = (
    text("incident", tr("Incident"), _title, cell=_linked_title),
    dated("date", tr("When")),
    dated("said_on", tr("Said on"), usual=False),
    known_on("reports"),
    number("lag", tr("Lag (days)"), exported("reports", "lag"), silence=tr("not known")),
    documents.said_by(),
    *documents.in_what(),
    labelled("stance", tr("Stance"), "reports"),
    _field("kind", "kind", tr("What")),
    _field("place", "place", tr("Where")),
    _field("attributed_to", "actor", tr("Who acted")),
    _field("against", "against", tr("Against whom")),
    _field("target", "target", tr("Target")),
    _field("weapon", "weapon", tr("Weapon")),
    _strikes(),
    _harm("killed", tr("Killed")),
    _harm("injured", tr("Injured")),
    _outcome(),
    *documents.in_its_words(),
    certainty(),
)
