"""Declared counts that cannot all hold, and counts that only look as if they could not."""

import pytest

from dashboard import derive
from dashboard.derive.contradictions import RULES, contradictions
from tests.made_up import day, package

BASE = {"by": "pentagon", "since": "2023-10-17", "scope": "IQ;SY"}
FIRST = BASE | {"value": 56, "said_on": "2023-11-14", "published": "2023-11-14"}
LATER = BASE | {"value": 61, "said_on": "2023-11-17", "published": "2023-11-17"}


def found(*tallies: dict, on: str = "") -> list[tuple]:
    index = derive.index(package(tallies=tallies))
    return [(one.rule, one.tallies, one.words) for one in contradictions(index, day(on) if on else None)]


def test_a_total_that_grows_contradicts_nothing():
    assert found(FIRST, LATER) == []


class TestFall:
    def test_of_a_running_total(self):
        assert found(FIRST, LATER | {"value": 50}) == [("falls", ("t1", "t2"), "56, and later 50")]

    @pytest.mark.parametrize(
        ("rule", "before", "after"),
        [
            ("another speaker", {}, {"by": "centcom"}),
            ("another baseline", {}, {"since": "2023-10-07"}),
            ("no baseline", {"since": ""}, {"since": ""}),
            ("another area", {}, {"scope": "IQ"}),
            ("another measure", {}, {"measure": "injured"}),
            ("a floor may hold", {}, {"qualifier": "at-least"}),
            ("about may hold", {"qualifier": "about"}, {"value": 51}),
            ("an inference of the source", {}, {"derived_by": "Subtracted."}),
            ("a part", {}, {"part_of": "t1", "value": 56}),
            ("said later, of a time before", {}, {"until": "2023-11-10"}),
            ("perhaps said before", {}, {"said_on": "2023-11-10/2023-11-17"}),
        ],
    )
    def test_is_none_with(self, rule, before, after):
        assert found(FIRST | before, LATER | {"value": 50} | after) == [], rule

    def test_is_told_from_the_day_both_are_known(self):
        told = (FIRST, LATER | {"value": 50})
        assert found(*told, on="2023-11-16") == []
        assert len(found(*told, on="2023-11-17")) == 1


class TestParts:
    whole = BASE | {"value": 59, "measure": "injured"}

    @pytest.mark.parametrize(
        ("parts", "expected"),
        [
            ([{"value": 32}, {"value": 27}], []),
            ([{"value": 32}, {"value": 20}], []),  # the source may have named only some of the parts
            ([{"value": 32}, {"value": 20, "qualifier": "at-least"}], []),
            ([{"value": 61}], [("parts", ("t1", "t2"), "61 are more than 59")]),
        ],
    )
    def test_add_up_to_no_more_than_the_total(self, parts, expected):
        own = {"by": "pentagon", "measure": "injured", "part_of": "t1"}
        assert found(self.whole, *[own | part for part in parts]) == expected


class TestOneDay:
    other = FIRST | {"by": "centcom", "outlet": "b"}

    def test_of_two_totals(self):
        assert found(FIRST, self.other | {"value": 58}) == [("same-day", ("t1", "t2"), "56, and for the same day 58")]

    @pytest.mark.parametrize(
        ("rule", "cells"),
        [
            ("the same total", {}),
            ("a floor below", {"value": 50, "qualifier": "at-least"}),
            ("another baseline", {"value": 58, "since": "2023-10-07"}),
            ("another area", {"value": 58, "scope": ""}),
            ("another measure", {"value": 58, "measure": "injured"}),
            ("of a time before", {"value": 50, "until": "2023-11-10"}),
            ("said on one of some days", {"value": 58, "said_on": "2023-11-12/2023-11-14"}),
        ],
    )
    def test_is_none_with(self, rule, cells):
        assert found(FIRST, self.other | cells) == [], rule

    def test_is_one_where_both_count_up_to_it(self):
        late = LATER | {"by": "centcom", "value": 58, "until": "2023-11-14"}
        assert [rule for rule, *_ in found(FIRST, late)] == ["same-day"]


def test_every_rule_is_said_in_words():
    assert list(RULES) == ["falls", "parts", "same-day"]
