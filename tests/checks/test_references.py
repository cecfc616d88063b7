"""References between rows."""

import pytest

UNKNOWN = [
    ("sources", 3, "outlet_id", "harbour-wires", "the outlet_id of a row in outlets.csv"),
    ("sources", 6, "via_outlet_id", "harbour-wires", "the outlet_id of a row in outlets.csv"),
    ("actors", 3, "member_of", "guards", "the actor_id of a row in actors.csv"),
    ("places", 5, "within", "skerries", "the place_id of a row in places.csv"),
    ("reports", 3, "attributed_to", "Terns", "the actor_id of a row in actors.csv"),
    ("reports", 4, "source_id", "courier-0311", "the source_id of a row in sources.csv"),
    ("tallies", 3, "part_of", "attacks", "the tally_id of a row in tallies.csv"),
    ("tallies", 5, "scope", "zealand", "country codes or a place_id of places.csv"),
    ("tallies", 5, "scope", "QX;ford", "country codes or a place_id of places.csv"),
    ("tallies", 5, "scope", "qx", "country codes or a place_id of places.csv"),
    ("links", 2, "asserted_by", "nobody", "the actor_id of a row in actors.csv"),
    ("links", 2, "source_id", "nowhere", "the source_id of a row in sources.csv"),
]


@pytest.mark.parametrize(("table", "row", "name", "cell", "expected"), UNKNOWN)
def test_an_id_that_names_no_row_is_reported_where_it_stands(package_copy, table, row, name, cell, expected):
    [problem] = [p for p in package_copy.damaged(table, row, name, cell).problems() if p.code != "orphan"]
    assert (problem.code, problem.where) == ("unknown-reference", f"{table}.csv, row {row}, column {name}")
    assert (problem.found, problem.expected) == (repr(cell), expected)


def test_each_unknown_id_of_a_list_is_reported(package_copy):
    calls = {"fields": [{"name": "ports", "refers": "places", "list": ";"}]}
    package_copy.described(lambda d: d["resources"].append({"name": "ferries", "path": "ferries.csv", "schema": calls}))
    package_copy.saved("ferries", b"ports\nford;harbour;pier-nine\nostrand;\n")
    assert [(problem.where, problem.found) for problem in package_copy.problems()] == [
        ("ferries.csv, row 2, column ports", "'harbour'"),
        ("ferries.csv, row 3, column ports", "an empty cell"),
    ]


@pytest.mark.parametrize("scope", ["QX", "QX;QY", "ford", ""])
def test_a_scope_is_countries_or_a_place_or_not_stated(package_copy, scope):
    assert package_copy.damaged("tallies", 5, "scope", scope).told() == []


CIRCLES = [
    ("places", {2: "pier-nine"}, "within", [2, 6, 7]),  # zelande in pier-nine in ostrand in zelande
    ("places", {2: "zelande"}, "within", [2]),
    ("actors", {2: "guard-official"}, "member_of", [2, 4]),
    ("tallies", {2: "attacks-karst"}, "part_of", [2, 4]),
    ("tallies", {5: "strikes-karst", 6: "injured-islet"}, "part_of", [5, 6]),
]


@pytest.mark.parametrize(("table", "cells", "name", "rows"), CIRCLES)
def test_only_the_rows_of_a_circle_are_its_fault(package_copy, table, cells, name, rows):
    for row, cell in cells.items():
        package_copy.damaged(table, row, name, cell)
    problems = package_copy.problems()
    assert {problem.code for problem in problems} == {"cycle"}
    assert [(problem.row, problem.column) for problem in problems] == [(row, name) for row in rows]


def test_a_row_without_an_id_is_in_no_circle(package_copy):
    package_copy.damaged("places", 9, "place_id", "")
    assert "cycle" not in {problem.code for problem in package_copy.problems()}


NOT_CARRIED = [
    # what is changed in the incident's only or every report, and what is then carried by none
    ("incidents", 8, "date", "2019-03", "'2019-03'", "a value that one of its reports gives (1 in all)"),
    ("incidents", 9, "place_id", "karst", "'karst'", "a value that one of its reports gives (3 in all)"),
    ("incidents", 7, "kind", "other", None, None),  # its report leaves the kind to the incident
    ("incidents", 9, "date", "[2019-03-22..2019-03-23]", "'[2019-03-22..2019-03-23]'",
     "a value that one of its reports gives (3 in all)"),  # it lasted two days: not one of two days
    ("incidents", 5, "date", "2019-03-12", None, None),  # the fishermen give the day without a mark
    ("incidents", 4, "date", "2019-03-11", None, None),  # either of two rival dates may be followed
    ("incidents", 4, "date", "2019-03-10~", None, None),  # an editor may claim less than a source
    ("incidents", 3, "place_id", "ostrand", None, None),  # the wider place is carried by a report of its own
    ("incidents", 3, "place_id", "zelande", "'zelande'", "a value that one of its reports gives (3 in all)"),
    ("incidents", 4, "place_id", "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("table", "row", "name", "cell", "found", "expected"), NOT_CARRIED)
def test_an_incident_says_what_one_of_its_reports_says(  # noqa: PLR0913
    package_copy, table, row, name, cell, found, expected
):
    problems = package_copy.damaged(table, row, name, cell).problems()
    told = [(problem.code, problem.where, problem.found, problem.expected) for problem in problems]
    where = f"{table}.csv, row {row}, column {name}"
    assert told == ([("not-carried", where, found, expected)] if found else [])


def test_a_guess_does_not_carry_a_day(package_copy):
    package_copy.damaged("incidents", 5, "date", "2019-03-12")
    package_copy.damaged("reports", 12, "date", "2019-03-12~")
    assert [problem.where for problem in package_copy.problems()] == ["incidents.csv, row 5, column date"]


def test_one_of_two_days_is_not_one_of_all_between(package_copy):
    package_copy.damaged("incidents", 6, "date", "[2019-03-15,2019-03-17]")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("not-carried", "incidents.csv, row 6, column date")
    ]
    package_copy.damaged("reports", 13, "date", "[2019-03-15,2019-03-16,2019-03-17]")
    assert [problem.code for problem in package_copy.problems()] == ["not-carried"]
    package_copy.damaged("reports", 13, "date", "[2019-03-15,2019-03-17]")
    assert package_copy.told() == []


def test_a_kind_that_every_report_contradicts_is_not_carried(package_copy):
    package_copy.damaged("reports", 15, "kind", "other")
    [problem] = package_copy.problems()
    assert (problem.code, problem.where) == ("not-carried", "incidents.csv, row 7, column kind")
    assert problem.expected == "a value that one of its reports gives (1 in all)"


def test_an_incident_without_an_id_is_not_accused_of_having_no_reports(package_copy):
    package_copy.damaged("incidents", 8, "incident_id", "")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("missing-value", "incidents.csv, row 8, column incident_id"),
        ("unknown-reference", "reports.csv, row 16, column incident_id"),
    ]


def test_what_nobody_uses_is_a_warning(package_copy):
    package_copy.with_row("outlets", outlet_id="gull", name="The Gull", kind="newspaper")
    package_copy.with_row("sources", source_id="gull-1", outlet_id="tide-watch", title="Untold")
    package_copy.with_row("actors", actor_id="pilots", name="Pilots", kind="official", party="unstated")
    assert [(problem.code, problem.severity, problem.where) for problem in package_copy.problems()] == [
        ("orphan", "warning", "outlets.csv, row 8, column outlet_id"),
        ("orphan", "warning", "sources.csv, row 18, column source_id"),
        ("orphan", "warning", "actors.csv, row 12, column actor_id"),
    ]


def test_the_own_voice_of_an_outlet_is_not_an_orphan(package_copy):
    package_copy.with_row("actors", actor_id="kelp-courier", name="Kelp Courier", kind="media", party="media")
    assert package_copy.told() == []
