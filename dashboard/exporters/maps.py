"""Selected rows with the points of their places, as GeoJSON (RFC 7946).

A point is the one that the package gives for the very place that a row names, never that of a larger place around
it; what it stands for (a site, a town, a whole country) is a property beside it. A row without a point is kept,
without a geometry, and counted.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dashboard.exporters.records import Record, about, records
from dashboard.selection import Selected

KEYS: Mapping[str, str] = {"incidents": "incident_id", "reports": "report_id", "places": "place_id"}
"""The tables whose rows name one place, and the column that identifies a row."""
SITED, NO_POINT, NOT_STATED = "with_point", "place_without_point", "place_not_stated"


def collection(selected: Selected, table: str) -> Record:
    """The rows of a table as features; ``about`` says what they are, and how many have no point and why."""
    rows = records(selected, table)
    features = [_feature(selected, table, row) for row in rows]
    found = Counter(_found(feature) for feature in features)
    counted = {reason: found[reason] for reason in (SITED, NO_POINT, NOT_STATED)}
    return {"type": "FeatureCollection", "about": {**about(selected, table), "points": counted}, "features": features}


def _feature(selected: Selected, table: str, row: Record) -> Record:
    place = selected.dataset.by_id["places"].get(row["place_id"] or "")
    more = {} if table == "places" else _named(place)
    return {"type": "Feature", "id": row[KEYS[table]], "geometry": _point(place), "properties": {**row, **more}}


def _named(place: Mapping[str, str] | None) -> Record:
    return {"place_name": place and place["name"], "place_precision": place and place["precision"]}


def _point(place: Mapping[str, str] | None) -> dict[str, Any] | None:
    """Longitude before latitude, as the package has them; None where it lacks either."""
    if place is None or not (place["longitude"] and place["latitude"]):
        return None
    return {"type": "Point", "coordinates": [float(place["longitude"]), float(place["latitude"])]}


def _found(feature: Record) -> str:
    if feature["geometry"]:
        return SITED
    return NO_POINT if feature["properties"]["place_id"] else NOT_STATED
