"""Selections and facets, computed with whole numbers, equal those computed row by row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.selection import FILTERS, Selected, Selection
from tests.made_up import package
from tests.selection import reference
from tests.selection.test_facets import QUERIES, REPORTS


def assert_same(selected: Selected) -> None:
    expected = reference.kept(selected)
    frame = selected.incidents.set_index("incident_id")
    assert frame["report_ids"].to_dict() == {
        incident: ";".join(report["report_id"] for report in reports) for incident, reports in expected.items()
    }
    assert frame["matching"].to_dict() == {incident: len(reports) for incident, reports in expected.items()}
    order = ["first_day", "incident_id", "known_day", "report_id"]
    told = [tuple(report[name] for name in order) for reports in expected.values() for report in reports]
    assert [tuple(row) for row in selected.reports[order].itertuples(index=False)] == sorted(told)
    assert selected.facets == {name: reference.facet(selected, name) for name in FILTERS}


@pytest.mark.parametrize(
    "query",
    ["", "known_by=2023-11-14&place=iraq", "from=2023-11-09&to=2023-11-18&weapon=rocket&weapon=not-stated",
     "corroboration=claimed&disputed=no", "said_by=us-coalition&known_by=2023-12-01", "known_by=2020-01-01"],
)  # fmt: skip
def test_selections_of_real_articles(default, query):
    assert_same(Selection.from_query(query).apply(default))


@settings(max_examples=settings.default.max_examples // 4)
@given(st.lists(REPORTS, max_size=8), QUERIES)
def test_selections_of_any_package(reports, query):
    assert_same(Selection.from_query(query).apply(package(*reports)))
