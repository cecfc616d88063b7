"""A comparison of two sides as records: each incident with its side, and where the sides part on it."""

from typing import Any

import pandas as pd

from dashboard.derive.between import between
from dashboard.selection import Side, Sides
from dashboard.selection.sides import BOTH

APART = ("conflicts", "differs", "adds")
"""How the sides can part on a field; fields on which they do not are left out."""


def comparison(sides: Sides) -> dict[str, Any]:
    """Return the two sides, the counts, the sentence, and one record per incident that either side tells of."""
    return {
        "describe": sides.sentence,
        "coverage": sides.coverage,
        "by": sides.by,
        "a": _side(sides.a),
        "b": _side(sides.b),
        "counts": {**sides.counts, "incidents": len(sides.incidents)},
        "incidents": [_incident(row, sides) for row in sides.incidents.itertuples()],
    }


def _side(side: Side) -> dict[str, Any]:
    day = side.selected.selection.known_by
    return {
        "value": side.key,
        "name": side.name,
        "chosen": side.chosen,
        "known_by": day and day.isoformat(),
        "documents": side.documents,
        "incidents": len(side.selected.incidents),
        "reports": len(side.selected.reports),
    }


def _incident(row, sides: Sides) -> dict[str, Any]:
    shared = row.side == BOTH
    return {
        "incident_id": row.incident_id,
        "title": row.title,
        "kind": row.kind,
        "date": row.date,
        "certainty": row.certainty,
        "side": row.side,
        "corroboration": row.corroboration or None,
        "disputed": bool(row.disputed),
        "a_first_by_days": None if pd.isna(row.ahead) or sides.by == "known_by" else int(row.ahead),
        "reports_a": [report.report_id for report in sides.a.reports(row.incident_id)],
        "reports_b": [report.report_id for report in sides.b.reports(row.incident_id)],
        "apart": _apart(row.incident_id, sides) if shared else [],
    }


def _apart(incident: str, sides: Sides) -> list[dict[str, Any]]:
    told = between(sides.common.index, sides.a.reports(incident), sides.b.reports(incident))
    return [
        {"field": name, "agreement": field.agreement, "a": list(field.one), "b": list(field.other)}
        for name, field in told.items()
        if field.agreement in APART
    ]
