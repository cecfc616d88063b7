"""First reported uses: by the day of the event, and by the day a reader could know."""

import pytest

from dashboard import derive
from tests.made_up import day, package


def firsts(*reports: dict, on: str = "") -> dict:
    frame = derive.firsts(derive.index(package(*reports)), day(on) if on else None)
    return {(row["dimension"], row["value"]): row for row in frame.to_dict("records")}


EARLY_NEWS = {"of": "20231109-asad-attack", "date": "2023-11-09", "published": "2023-11-10", "weapon": "rocket"}
LATE_NEWS = {"of": "20231105-asad-attack", "date": "2023-11-05", "published": "2023-11-20", "weapon": "rocket"}


def test_the_two_clocks_may_name_two_reports():
    first = firsts(EARLY_NEWS, LATE_NEWS)["weapon", "rocket"]
    assert (first["event_report"], first["event_first"]) == ("r2", day("2023-11-05"))
    assert (first["known_report"], first["known_day"]) == ("r1", day("2023-11-10"))


def test_what_was_not_yet_known_was_not_yet_first():
    first = firsts(EARLY_NEWS, LATE_NEWS, on="2023-11-19")["weapon", "rocket"]
    assert (first["event_report"], first["event_last"]) == ("r1", day("2023-11-09"))


def test_the_earliest_event_is_the_one_that_was_surely_over_first():
    vague = LATE_NEWS | {"date": "2023-11"}
    first = firsts(EARLY_NEWS, vague)["weapon", "rocket"]
    assert (first["event_report"], first["event_first"], first["event_last"]) == (
        "r1", day("2023-11-09"), day("2023-11-09"),
    )  # fmt: skip


def test_every_weapon_of_a_report_counts():
    found = firsts(EARLY_NEWS | {"weapon": "rocket;one-way-drone"})
    assert [value for name, value in found if name == "weapon"] == ["rocket", "one-way-drone"]


def test_a_place_brings_the_places_around_it():
    found = firsts({"place": "asad"})
    assert [value for name, value in found if name == "place"] == ["asad", "anbar", "iraq"]


def test_a_kind_is_the_one_of_the_report():
    found = firsts({"kind": "other"})
    assert [value for name, value in found if name == "kind"] == ["other"]


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        ("a denial", {"stance": "denies", "contests": "who"}),
        ("a dispute whether", {"stance": "disputes", "contests": "weapon;whether"}),
        ("an undated report", {"published": ""}),
        ("a report that names none", {"weapon": ""}),
    ],
)
def test_nothing_starts_with(rule, cells):
    assert ("weapon", "missile") not in firsts({"weapon": "missile"} | cells, {}), rule


def test_a_dispute_of_something_else_may_be_first():
    assert ("weapon", "missile") in firsts({"weapon": "missile", "stance": "disputes", "contests": "number"})


def test_a_report_without_a_date_has_the_incidents_as_known_by_the_day():
    told = (
        {"weapon": "rocket", "published": "2023-11-10"},
        {"date": "2023-11-05", "published": "2023-11-20"},
    )
    assert firsts(*told, on="2023-11-10")["weapon", "rocket"]["event_last"] == day("2023-11-10")
    assert firsts(*told)["weapon", "rocket"]["event_last"] == day("2023-11-05")


def test_of_nothing_there_are_none_and_the_columns_stay():
    frame = derive.firsts(derive.index(package({})), 1)
    assert (len(frame), list(frame)) == (
        0, ["dimension", "value", "event_report", "event_first", "event_last", "known_report", "known_day"],
    )  # fmt: skip
