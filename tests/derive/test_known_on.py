"""The day on which a reader could know it: when it was published, never when it happened."""

import pytest

from dashboard import derive
from tests.made_up import INCIDENT, day, package, standing


def known(**cells: str) -> str | None:
    report = derive.index(package({"by": "iri", "date": "2023-11-08"} | cells)).facts[INCIDENT][0]
    return None if report.known is None else report.known - day("2023-11-01") + 1


@pytest.mark.parametrize(
    ("rule", "cells", "day_of_november"),
    [
        ("published", {"published": "2023-11-10"}, 10),
        ("published wins over said", {"published": "2023-11-12", "said_on": "2023-11-09"}, 12),
        ("said stands in", {"published": "", "said_on": "2023-11-09"}, 9),
        ("a guess stands in", {"published": "", "said_on": "2023-11-09~"}, 9),
        ("a range counts at its last day", {"published": "", "said_on": "2023-11-09/2023-11-14"}, 14),
        ("so does a set", {"published": "", "said_on": "[2023-11-09..2023-11-14]"}, 14),
        ("and a month", {"published": "", "said_on": "2023-11"}, 30),
        ("and a day up to which", {"published": "", "said_on": "../2023-11-15"}, 15),
        ("a range without an end gives no day", {"published": "", "said_on": "2023-11-09/.."}, None),
        ("undated", {"published": ""}, None),
        ("never the day of the event", {"published": "", "date": "2023-11-01"}, None),
    ],
)
def test_known_on(rule, cells, day_of_november):
    assert known(**cells) == day_of_november, rule


DATED = {"by": "iri", "actor": "iri", "date": "2023-11-08"}


class TestUndated:
    told = package(
        DATED,
        DATED | {"by": "b", "outlet": "b", "published": ""},
        {"of": "20231120-erbil-attack", "published": "2023-11-22", "date": "2023-11-20"},
    )

    def test_raises_no_level_before_the_end(self):
        assert standing(self.told, "2023-11-21")["corroboration"] == "claimed"

    def test_counts_at_the_end(self):
        assert standing(self.told, "2023-11-22")["corroboration"] == "corroborated"
        assert standing(self.told)["corroboration"] == "corroborated"

    def test_makes_the_incident_possible_from_the_earliest_day_of_the_event(self):
        assert standing(self.told, "2023-11-07") == {}
        possible = standing(self.told, "2023-11-08")
        assert (possible["certainly_known"], possible["reports"], possible["undated"]) == (False, 0, 1)
        assert standing(self.told, "2023-11-10")["certainly_known"]

    def test_the_incident_shows_the_date_and_place_of_the_report_that_may_have_been_known(self):
        assert standing(self.told, "2023-11-08")["date"] == "2023-11-08"

    def test_an_incident_known_from_nothing_else_is_possible_and_has_no_level_until_the_end(self):
        told = package(
            {"published": "", "date": "2023-11-08"},
            {"of": "20231120-erbil-attack", "published": "2023-11-22", "date": "2023-11-20"},
        )
        before, after = standing(told, "2023-11-21"), standing(told, "2023-11-22")
        assert (before["corroboration"], before["reports"], before["undated"]) == ("", 0, 1)
        assert not before["certainly_known"]
        assert (after["corroboration"], after["reports"], after["undated"]) == ("reported", 1, 1)
        assert after["certainly_known"]

    def test_of_an_event_after_the_end_is_known_at_the_end(self):
        told = package(
            {"published": "2023-11-10"},
            {"of": "20231201-erbil-attack", "published": "", "date": "2023-12-01"},
        )
        index = derive.index(told)
        stands = standing(told, of="20231201-erbil-attack")
        assert index.end == day("2023-11-10")
        assert (stands["reports"], stands["undated"], stands["certainly_known"]) == (1, 1, True)
        assert index.reports["possible_day"].tolist() == [index.end, index.end]
        assert index.standings["from_day"].max() == index.end

    def test_said_from_a_day_on_is_not_possible_before_that_day(self):
        told = package(
            {"published": "", "said_on": "2023-11-12/..", "date": "2023-11-08"},
            {"of": "20231120-erbil-attack", "published": "2023-11-22"},
        )
        assert standing(told, "2023-11-11") == {}
        assert not standing(told, "2023-11-12")["certainly_known"]

    def test_where_nothing_is_dated_the_end_is_the_last_day_of_any_event(self):
        told = package(
            {"published": "", "date": "2023-11-08"},
            {"of": "20231001-erbil-attack", "published": "", "date": "../2023-11-20"},
        )
        index = derive.index(told)
        assert (index.end, index.days) == (day("2023-11-20"), ())
        assert standing(told)["corroboration"] == "reported"

    def test_a_package_of_counts_alone_ends_with_the_last_of_them(self):
        index = derive.index(package(tallies=({"published": "2023-11-30"}, {"published": ""})))
        assert index.end == day("2023-11-30")
        assert index.tallies["known_day"].tolist() == [day("2023-11-30")] * 2
        assert index.tallies["undated"].tolist() == [False, True]


def test_an_empty_package_has_an_index():
    index = derive.index(package())
    assert (index.end, index.days, len(index.reports), len(index.standings)) == (1, (), 0, 0)
    assert index.at(None).empty
    assert index.told(None).empty
    assert derive.firsts(index).empty


class TestLag:
    @pytest.mark.parametrize(
        ("rule", "cells", "days"),
        [
            ("from the event to the document", {"date": "2023-11-08", "published": "2023-11-10"}, 2),
            ("on the same day", {"date": "2023-11-10", "published": "2023-11-10"}, 0),
            ("from the latest day of a span", {"date": "2023-11-05/2023-11-09", "published": "2023-11-10"}, 1),
            ("none where the span goes on", {"date": "2023-11", "published": "2023-11-10"}, 0),
            ("missing where the span has no end", {"date": "2023-11-08/..", "published": "2023-11-10"}, None),
            ("missing where the day is unknown", {"date": "2023-11-08", "published": ""}, None),
            ("said stands in", {"date": "2023-11-08", "published": "", "said_on": "2023-11-12"}, 4),
        ],
    )
    def test_lag(self, rule, cells, days):
        lag = derive.index(package(cells)).reports["lag"]
        assert str(lag.dtype) == "Int64"
        assert [None if missing else int(value) for value, missing in zip(lag, lag.isna(), strict=True)] == [days]

    def test_of_a_report_without_a_date_counts_from_the_incident(self):
        lag = derive.index(package({"date": "2023-11-08"}, {"published": "2023-11-15"})).reports["lag"]
        assert lag.tolist() == [2, 7]
