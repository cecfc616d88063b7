"""The window by event date: what lies certainly inside, what possibly, and what is then left out."""

import pytest

from tests.made_up import INCIDENT

A, B = {"by": "a", "outlet": "a"}, {"by": "b", "outlet": "b"}
WEEK = "from=2023-11-06&to=2023-11-12"


def certainty(selected) -> dict[str, str]:
    return dict(zip(selected.incidents["incident_id"], selected.incidents["certainty"], strict=True))


@pytest.mark.parametrize(
    ("rule", "query", "date", "expected"),
    [
        ("no window", "", "../2023-11-08", "certain"),
        ("inside", WEEK, "2023-11-08", "certain"),
        ("the first day", WEEK, "2023-11-06", "certain"),
        ("the day before", WEEK, "2023-11-05", None),
        ("the last day", WEEK, "2023-11-12", "certain"),
        ("the day after", WEEK, "2023-11-13", None),
        ("a guess is where it is said to be", WEEK, "2023-11-12~", "certain"),
        ("a guess on the day after", WEEK, "2023-11-13~", None),
        ("a span inside", WEEK, "2023-11-06/2023-11-12", "certain"),
        ("a span across the start", WEEK, "2023-11-05/2023-11-08", "possible"),
        ("a span across the end", WEEK, "[2023-11-12..2023-11-13]", "possible"),
        ("a span around", WEEK, "2023-11", "possible"),
        ("open towards the past", WEEK, "../2023-11-08", "possible"),
        ("open towards the future", WEEK, "2023-11-08/..", "possible"),
        ("over before the window", WEEK, "../2023-11-05", None),
        ("no last day", "from=2023-11-06", "2023-12-24", "certain"),
        ("no first day", "to=2023-11-12", "2023-01-01", "certain"),
        ("open towards the past, no first day", "to=2023-11-12", "../2023-11-08", "certain"),
    ],
)
def test_an_incident_is_in_the_window(asked, rule, query, date, expected):
    assert certainty(asked(query, A | {"date": date})).get(INCIDENT) == expected, rule


class TestRivalDates:
    def test_make_it_possible_only(self, asked):
        both = (A | {"date": "2023-11-08"}, B | {"date": "2023-11-20", "published": "2023-11-21"})
        assert certainty(asked(WEEK, *both)) == {INCIDENT: "possible"}

    def test_do_so_whether_or_not_their_report_is_selected(self, asked):
        both = (A | {"date": "2023-11-08"}, B | {"date": "2023-11-20", "published": "2023-11-21"})
        selected = asked(WEEK + "&outlet=a", *both)
        assert certainty(selected) == {INCIDENT: "possible"}
        assert selected.reports["report_id"].tolist() == ["r1"]

    def test_bring_in_an_incident_that_is_placed_elsewhere(self, asked):
        both = (A | {"date": "2023-11-20", "published": "2023-11-21"}, B | {"date": "2023-11-08"})
        selected = asked(WEEK, *both, incidents={INCIDENT: {"date": "2023-11-20"}})
        assert certainty(selected) == {INCIDENT: "possible"}
        assert selected.reports["report_id"].tolist() == ["r2"]

    def test_do_nothing_before_they_are_known(self, asked):
        both = (A | {"date": "2023-11-08"}, B | {"date": "2023-11-20", "published": "2023-11-21"})
        assert certainty(asked(WEEK + "&known_by=2023-11-20", *both)) == {INCIDENT: "certain"}

    def test_do_nothing_when_they_are_denials(self, asked):
        denial = B | {"date": "2023-11-20", "stance": "denies", "contests": "whether", "published": "2023-11-21"}
        assert certainty(asked(WEEK, A | {"date": "2023-11-08"}, denial)) == {INCIDENT: "certain"}

    def test_that_only_say_less_are_no_rivals(self, asked):
        assert certainty(asked(WEEK, A | {"date": "2023-11-08"}, B | {"date": "2023-11"})) == {INCIDENT: "certain"}


class TestReports:
    def test_are_certain_and_possible_too(self, asked):
        selected = asked(WEEK, A | {"date": "2023-11-08"}, B | {"date": "2023-11"})
        assert selected.reports.set_index("report_id")["certainty"].to_dict() == {"r1": "certain", "r2": "possible"}
        assert selected.counts("reports") == {"certain": 1, "possible": 1}

    def test_without_a_date_go_with_the_incident(self, asked):
        selected = asked(WEEK, A | {"date": "2023-11-08"}, B)
        assert selected.reports["report_id"].tolist() == ["r1", "r2"]
        assert asked("from=2023-11-09", A | {"date": "2023-11-08"}, B).reports.empty

    def test_without_a_date_go_with_the_incident_as_it_was_known(self, asked):
        both = (A, B | {"date": "2023-11-02", "published": "2023-11-20"})
        dated = {"incidents": {INCIDENT: {"date": "2023-11-02"}}}
        assert certainty(asked("from=2023-11-06&known_by=2023-11-10", *both, **dated)) == {INCIDENT: "possible"}
        assert certainty(asked("from=2023-11-06", *both, **dated)) == {}


def test_incidents_are_in_order_of_their_days(asked):
    dates = {"20231108-b-x": "2023-11-08", "20231107-a-x": "2023-11", "20231109-c-x": "../2023-11-03",
             "20231108-a-x": "2023-11-08"}  # fmt: skip
    selected = asked("", *[A | {"of": key, "date": date} for key, date in dates.items()])
    assert selected.incidents["incident_id"].tolist() == [
        "20231107-a-x", "20231109-c-x", "20231108-a-x", "20231108-b-x",
    ]  # fmt: skip
