"""Known by: the whole selection as it could have been read on a day."""

import pytest

from tests.made_up import INCIDENT, day

FIRST = {"by": "iri", "actor": "iri", "date": "2023-11-08", "published": "2023-11-10"}
SECOND = {"by": "a", "date": "2023-11-08", "published": "2023-11-12"}
OTHER = {"of": "20231101-tanf-attack", "date": "2023-11-01", "published": "2023-11-20", "place": "tanf"}
UNDATED = {"by": "b", "outlet": "b", "published": "", "date": "2023-11-08"}


def test_the_day_of_the_event_decides_nothing(asked):
    selected = asked("known_by=2023-11-19", FIRST, OTHER)
    assert selected.incidents["incident_id"].tolist() == [INCIDENT]


@pytest.mark.parametrize(
    ("known_by", "reports", "level"),
    [("2023-11-10", 1, "claimed"), ("2023-11-11", 1, "claimed"), ("2023-11-12", 2, "corroborated")],
)
def test_reports_and_levels_are_those_of_the_day(asked, known_by, reports, level):
    selected = asked(f"known_by={known_by}", FIRST, SECOND)
    assert len(selected.reports) == reports
    assert selected.incidents["corroboration"].tolist() == [level]


def test_before_anything_was_known_there_is_nothing(asked):
    selected = asked("known_by=2023-11-09", FIRST, SECOND)
    assert (len(selected.incidents), len(selected.reports), selected.not_yet) == (0, 0, 2)


def test_a_day_after_the_end_is_the_end(asked):
    selected = asked("known_by=2030-01-01", FIRST, SECOND)
    assert selected.day == day("2023-11-12")
    assert len(selected.reports) == 2


class TestNotYet:
    def test_counts_reports_known_later(self, asked):
        assert asked("known_by=2023-11-10", FIRST, SECOND, OTHER).not_yet == 2
        assert asked("known_by=2023-11-12", FIRST, SECOND, OTHER).not_yet == 1
        assert asked("", FIRST, SECOND, OTHER).not_yet == 0

    def test_obeys_every_other_filter(self, asked):
        assert asked("known_by=2023-11-10&place=tanf", FIRST, SECOND, OTHER).not_yet == 1
        assert asked("known_by=2023-11-10&from=2023-11-05", FIRST, SECOND, OTHER).not_yet == 1
        assert asked("known_by=2023-11-10&said_by=iri", FIRST, SECOND, OTHER).not_yet == 0

    def test_obeys_the_level_in_the_end(self, asked):
        assert asked("known_by=2023-11-10&corroboration=reported", FIRST, SECOND, OTHER).not_yet == 1
        assert asked("known_by=2023-11-10&corroboration=claimed", FIRST, SECOND, OTHER).not_yet == 0


class TestUndated:
    def test_reports_are_possible_before_the_end_and_counted(self, asked):
        selected = asked("known_by=2023-11-11", FIRST, SECOND, UNDATED)
        assert selected.undated == 1
        assert selected.reports.set_index("report_id")["certainty"].to_dict() == {"r1": "certain", "r3": "possible"}
        assert selected.incidents["certainty"].tolist() == ["certain"]

    def test_incidents_known_from_nothing_else_are_possible_before_the_end(self, asked):
        before = asked("known_by=2023-11-19", UNDATED, OTHER)
        after = asked("known_by=2023-11-20", UNDATED, OTHER)
        assert before.counts("incidents") == {"certain": 0, "possible": 1}
        assert after.counts("incidents") == {"certain": 2, "possible": 0}
        assert (before.undated, after.undated) == (1, 1)

    def test_reports_are_not_possible_before_the_event(self, asked):
        assert asked("known_by=2023-11-07", UNDATED, OTHER).incidents.empty

    def test_reports_of_an_event_after_the_end_are_there_in_the_end(self, asked):
        later = UNDATED | {"of": "20231224-erbil-attack", "date": "2023-12-24"}
        assert asked("", FIRST, later).reports["report_id"].tolist() == ["r1", "r2"]
        assert asked("", FIRST, later).counts("incidents") == {"certain": 2, "possible": 0}

    def test_reports_that_are_not_selected_are_not_counted(self, asked):
        assert asked("outlet=a", FIRST, UNDATED).undated == 0
