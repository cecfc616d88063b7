"""Which incidents a declared count can be held against, and what their reports add up to."""

import math

import pytest

from dashboard import derive
from dashboard.derive import Itemised
from dashboard.derive.itemised import NO_BASELINE, NOT_ITEMISED
from tests.made_up import day, package

COUNT = {"measure": "attacks", "since": "2023-11-05", "said_on": "2023-11-10", "published": "2023-11-20"}
ATTACK = {"date": "2023-11-08", "against": "centcom", "place": "asad", "published": "2023-11-10"}


def held(tally: dict, *reports: dict, on: str = "", **more: dict) -> Itemised:
    told = package(*reports, tallies=(COUNT | tally,), **more)
    row = told["tallies"].to_dict("records")[0]
    return derive.itemised(derive.index(told), row, day(on) if on else None)


def counted(tally: dict, report: dict, **more: dict) -> str:
    """How the one incident of a report is counted."""
    found = held(tally, ATTACK | report, **more)
    assert not (found.certain and found.possible)
    return "certain" if found.certain else "possible" if found.possible else "not"


@pytest.mark.parametrize(
    ("rule", "tally", "date", "expected"),
    [
        ("on the first day", {}, "2023-11-05", "certain"),
        ("the day before", {}, "2023-11-04", "not"),
        ("on the day it was said", {}, "2023-11-10", "certain"),
        ("the day after", {}, "2023-11-11", "not"),
        ("a span across the start", {}, "2023-11-04/2023-11-06", "possible"),
        ("a span across the end", {}, "2023-11-09/2023-11-11", "possible"),
        ("a span as long as the window", {}, "2023-11-05/2023-11-10", "certain"),
        ("a month that holds the window", {}, "2023-11", "possible"),
        ("open towards the past", {}, "../2023-11-08", "possible"),
        ("until wins over said", {"until": "2023-11-07"}, "2023-11-08", "not"),
        ("published stands in for said", {"said_on": ""}, "2023-11-20", "certain"),
        ("nothing after it was published", {"said_on": ""}, "2023-11-21", "not"),
        ("a start on one of some days, before the last", {"since": "[2023-11-05..2023-11-08]"}, "2023-11-07",
         "possible"),
        ("a start on one of some days, on the last", {"since": "[2023-11-05..2023-11-08]"}, "2023-11-08", "certain"),
        ("a start on one of some days, before the first", {"since": "[2023-11-05..2023-11-08]"}, "2023-11-04",
         "not"),
        ("an end on one of some days, on the first", {"until": "[2023-11-08..2023-11-10]"}, "2023-11-08", "certain"),
        ("an end on one of some days, after it", {"until": "[2023-11-08..2023-11-10]"}, "2023-11-09", "possible"),
        ("said in the course of some days", {"said_on": "2023-11-08/2023-11-10"}, "2023-11-09", "possible"),
        ("said at an unknown time, on the first day", {"said_on": "", "published": ""}, "2023-11-05", "certain"),
        ("said at an unknown time, later", {"said_on": "", "published": ""}, "2023-11-06", "possible"),
    ],
)  # fmt: skip
def test_window(rule, tally, date, expected):
    assert counted(tally, {"date": date}) == expected, rule


@pytest.mark.parametrize(
    ("rule", "scope", "place", "expected"),
    [
        ("no scope", "", "asad", "certain"),
        ("no scope, no place", "", "", "certain"),
        ("the country", "IQ", "asad", "certain"),
        ("one of two countries", "IQ;SY", "tanf", "certain"),
        ("another country", "SY", "asad", "not"),
        ("a border in one of its countries", "IQ", "border", "possible"),
        ("a border in both of its countries", "IQ;SY", "border", "certain"),
        ("a place of which no country is stated", "IQ", "golan", "possible"),
        ("the open sea", "IQ", "red-sea", "not"),
        ("no place stated", "IQ", "", "possible"),
        ("a place inside", "anbar", "asad", "certain"),
        ("the place itself", "asad", "asad", "certain"),
        ("a place around", "asad", "iraq", "possible"),
        ("another place", "erbil", "asad", "not"),
        ("a place, none stated", "asad", "", "possible"),
    ],
)
def test_scope(rule, scope, place, expected):
    assert counted({"scope": scope}, {"place": place}) == expected, rule


@pytest.mark.parametrize(
    ("rule", "measure", "report", "expected"),
    [
        ("an attack against the coalition", "attacks", {}, "certain"),
        ("an attack against somebody else", "attacks", {"against": "israel"}, "not"),
        ("an attack, against whom is not stated", "attacks", {"against": ""}, "possible"),
        ("an interception by the coalition", "attacks",
         {"kind": "interception", "actor": "centcom", "against": "iri"}, "certain"),
        ("an interception by somebody else", "attacks",
         {"kind": "interception", "actor": "israel", "against": "centcom"}, "not"),
        ("an interception by nobody named", "attacks", {"kind": "interception", "against": "iri"}, "possible"),
        ("a shoot-down of a coalition aircraft", "attacks", {"kind": "shoot-down"}, "not"),
        ("a counter-strike by the coalition", "counter-strikes",
         {"kind": "counter-strike", "actor": "centcom", "against": "iri"}, "certain"),
        ("a counter-strike by nobody named", "counter-strikes", {"kind": "counter-strike"}, "possible"),
        ("an attack is no counter-strike", "counter-strikes", {}, "not"),
        ("casualties of anything against the coalition", "casualties", {"kind": "shoot-down"}, "certain"),
        ("casualties of others", "casualties", {"against": "iri"}, "not"),
        ("nobody is hurt by a statement", "casualties", {"kind": "statement"}, "not"),
        ("nor killed", "killed", {"kind": "statement"}, "not"),
    ],
)  # fmt: skip
def test_measure(rule, measure, report, expected):
    kinds = {"20231108-asad-attack": {"kind": report.get("kind", "attack")}}
    assert counted({"measure": measure}, report, incidents=kinds) == expected, rule


class TestReasons:
    def test_no_baseline(self):
        assert held({"since": ""}, ATTACK) == Itemised(reason=NO_BASELINE)

    @pytest.mark.parametrize("measure", ["tbi", "medevac"])
    def test_a_measure_that_reports_do_not_carry(self, measure):
        assert held({"measure": measure}, ATTACK) == Itemised(reason=NOT_ITEMISED)

    def test_none_when_it_can_be_itemised(self):
        assert held({}, ATTACK).reason == ""
        assert held({}).reason == ""


class TestKnownBy:
    def test_an_incident_counts_from_the_day_it_is_known(self):
        assert held({}, ATTACK, on="2023-11-09") == Itemised(unit="attacks")
        assert held({}, ATTACK, on="2023-11-10").certain == ("20231108-asad-attack",)

    def test_an_undated_one_is_possible_before_the_end(self):
        undated = ATTACK | {"published": ""}
        assert held({}, undated, on="2023-11-19").possible == ("20231108-asad-attack",)
        assert held({}, undated, on="2023-11-20").certain == ("20231108-asad-attack",)

    def test_numbers_are_those_known_by_the_day(self):
        later = ATTACK | {"killed": 3, "published": "2023-11-15"}
        reports = (ATTACK | {"killed": 2}, later)
        assert held({"measure": "killed"}, *reports, on="2023-11-14").low == 2
        assert held({"measure": "killed"}, *reports, on="2023-11-15").low == 3


class TestSums:
    @staticmethod
    def attacks(least: object, most: object, unit: str = "attacks") -> dict:
        return ATTACK | {"strikes_min": least, "strikes_max": most, "strikes_unit": unit}

    def test_an_incident_is_one_attack_where_nobody_says_more(self):
        found = held({}, ATTACK, ATTACK | {"of": "20231109-erbil-attack"})
        assert (found.low, found.high, found.unstated, found.unit) == (2, 2, 0, "attacks")
        assert found.certain == ("20231108-asad-attack", "20231109-erbil-attack")

    @pytest.mark.parametrize(
        ("least", "most", "unit", "low", "high"),
        [(3, 3, "attacks", 3, 3), (1, 2, "attacks", 1, 2), (3, "", "attacks", 3, math.inf), ("", 4, "attacks", 0, 4),
         (30, 30, "munitions", 1, 1), (2, 2, "sites", 1, 1), (5, 5, "unknown", 1, 1)],
    )  # fmt: skip
    def test_a_number_of_attacks_counts_as_attacks(self, least, most, unit, low, high):
        found = held({}, self.attacks(least, most, unit))
        assert (found.low, found.high) == (low, high)

    def test_possible_incidents_are_added_apart(self):
        found = held({}, self.attacks(3, 3), self.attacks(2, 2) | {"of": "20231105-erbil-attack", "date": "2023-11"})
        assert (found.certain, found.possible) == (("20231108-asad-attack",), ("20231105-erbil-attack",))
        assert (found.low, found.high, found.high_possible) == (3, 3, 5)

    def test_sums_are_whole_numbers(self):
        found = held({}, self.attacks(3, 3))
        assert [type(number) for number in (found.low, found.high, found.high_possible)] == [int, int, int]

    @pytest.mark.parametrize(
        ("rule", "cells", "low", "high", "unstated"),
        [
            ("none stated", {}, 0, 0, 1),
            ("stated as none", {"killed": 0}, 0, 0, 0),
            ("exactly", {"killed": 3}, 3, 3, 0),
            ("a floor", {"killed": 3, "killed_qualifier": "at-least"}, 3, math.inf, 0),
            ("about", {"killed": 20, "killed_qualifier": "about"}, 18, 22, 0),
            ("another number only", {"injured": 3}, 0, 0, 1),
        ],
    )
    def test_killed(self, rule, cells, low, high, unstated):
        found = held({"measure": "killed"}, ATTACK | cells)
        assert (found.low, found.high, found.unstated) == (low, high, unstated), rule
        assert (found.certain, found.unit) == (("20231108-asad-attack",), "people")

    @pytest.mark.parametrize(
        ("rule", "cells", "low", "high", "unstated"),
        [
            ("both", {"killed": 1, "injured": 30}, 31, 31, 0),
            ("one of them", {"injured": 30}, 30, 30, 1),
            ("neither", {}, 0, 0, 1),
            ("both none", {"killed": 0, "injured": 0}, 0, 0, 0),
        ],
    )
    def test_casualties_are_killed_and_injured_and_unstated_where_either_is(self, rule, cells, low, high, unstated):
        found = held({"measure": "casualties"}, ATTACK | cells)
        assert (found.low, found.high, found.unstated) == (low, high, unstated), rule

    def test_unstated_adds_nothing_and_hides_nothing(self):
        other = {"of": "20231109-erbil-attack", "date": "2023-11-09"}
        found = held({"measure": "injured"}, ATTACK | {"injured": 4}, ATTACK | other)
        assert (len(found.certain), found.low, found.high, found.unstated) == (2, 4, 4, 1)


def test_the_frames_stay_as_they_are():
    told = package(ATTACK, tallies=(COUNT,))
    index = derive.index(told)
    before = index.standings.copy()
    derive.itemised(index, told["tallies"].to_dict("records")[0])
    assert index.standings.equals(before)
