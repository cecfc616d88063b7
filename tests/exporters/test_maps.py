"""GeoJSON: points as the package has them, no point made up, no row lost."""

import json

import jsonschema
import pytest

from dashboard.exporters import EXPORTS
from dashboard.exporters.maps import KEYS, collection
from dashboard.selection import Selection

_POSITION = {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "number"}}
_POINT = {
    "type": "object", "required": ["type", "coordinates"],
    "properties": {"type": {"enum": ["Point"]}, "coordinates": _POSITION},
}  # fmt: skip
_FEATURE = {
    "type": "object", "required": ["type", "geometry", "properties"],
    "properties": {
        "type": {"enum": ["Feature"]}, "id": {"type": ["string", "number"]},
        "geometry": {"oneOf": [{"type": "null"}, _POINT]}, "properties": {"type": ["object", "null"]},
    },
}  # fmt: skip
RFC_7946 = {
    "type": "object", "required": ["type", "features"],
    "properties": {"type": {"enum": ["FeatureCollection"]}, "features": {"type": "array", "items": _FEATURE}},
    "not": {"anyOf": [{"required": [name]} for name in ("coordinates", "geometries", "geometry", "properties")]},
}  # fmt: skip
"""What RFC 7946 (3.1.2, 3.2, 3.3, 7.1) asks of collections of points."""


def select(data, query=""):
    return Selection.from_query(query).apply(data)


@pytest.mark.parametrize("table", KEYS)
@pytest.mark.parametrize("query", ["", "known_by=2019-03-12", "place=not-stated", "q=nothing+of+this"])
def test_every_row_is_a_feature_as_the_standard_has_it(tiny, table, query):
    selected = select(tiny, query)
    found = json.loads(EXPORTS[table][".geojson"].write(selected, table, None))
    jsonschema.validate(found, RFC_7946)
    assert [feature["id"] for feature in found["features"]] == list(getattr(selected, table)[KEYS[table]])


def feature(data, table, key, query=""):
    return next(one for one in collection(select(data, query), table)["features"] if one["id"] == key)


def test_a_point_has_longitude_before_latitude_and_says_what_it_stands_for(tiny):
    found = feature(tiny, "incidents", "20190304-islet-rockets")
    assert found["geometry"] == {"type": "Point", "coordinates": [-30.05, 48.42]}
    assert (found["properties"]["place_name"], found["properties"]["place_precision"]) == ("Îlot Zélande", "site")


WITHOUT = [
    # a statement without a place; a place without a point: the larger place around it lends none
    ("incidents", "20190320-guard-statement", None),
    ("incidents", "20190300-strait-seizure", "open-strait"),
    ("places", "open-strait", "open-strait"),
]


@pytest.mark.parametrize(("table", "key", "place"), WITHOUT)
def test_a_row_without_a_point_is_kept_without_a_geometry(tiny, table, key, place):
    found = feature(tiny, table, key)
    assert (found["geometry"], found["properties"]["place_id"]) == (None, place)


def test_a_report_stands_where_it_says_and_not_where_its_incident_does(tiny):
    assert feature(tiny, "reports", "r05")["properties"]["place_precision"] == "site"
    assert feature(tiny, "reports", "r07")["geometry"]["coordinates"] == [-30.25, 48.05]


def test_rows_without_a_point_are_counted_by_reason(tiny):
    points = collection(select(tiny), "incidents")["about"]["points"]
    assert points == {"with_point": 6, "place_without_point": 1, "place_not_stated": 1}
    everything = collection(select(tiny), "reports")
    assert sum(everything["about"]["points"].values()) == len(everything["features"]) == 18


def test_a_point_lent_by_nobody(package_copy):
    package_copy.damaged("places", 5, "latitude", "").damaged("places", 5, "longitude", "")
    data = package_copy.loaded()
    assert feature(data, "incidents", "20190304-islet-rockets")["geometry"] is None
