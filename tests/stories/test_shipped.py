"""The stories that ship: what they say beside their numbers, held against the rows that stand beside them."""

import re
from functools import cache

import pytest

from dashboard import dataset, schema
from dashboard.dataset import Dataset
from dashboard.figures import measured
from dashboard.stories import Seen, Step, filled, shelf, views

TOWER, ARC = "one-night-at-tower-22", "how-an-escalation-is-told"
ECHO, COUNTS = "twelve-outlets-one-origin", "sixty-one-since-when"


@cache
def default() -> Dataset:
    return dataset.load(schema.DEFAULT)


def step(slug: str, number: int) -> tuple[Step, Seen]:
    """A step of a story that ships, and what its view holds."""
    found = shelf(default()).stories[slug].steps[number - 1]
    return found, views.seen(views.read(found.view), default())


def said(slug: str, number: int, field: str = "text") -> str:
    found, seen = step(slug, number)
    return " ".join(filled(getattr(found, field), seen).split())


def told(seen: Seen, incident: str):
    """The rows of an incident that could be read by the day of a view."""
    rows = seen.selected.told
    return rows[(rows["incident_id"] == incident) & (rows["possible_day"] <= seen.selected.day)]


def test_totals_of_one_area_are_not_said_to_be_of_several():
    _, seen = step(TOWER, 8)
    rows = told(seen, seen.incident)
    assert set(rows.loc[rows["killed"] != "", "place_id"]) == {"iraq-or-syria"}
    assert "not the same" not in said(TOWER, 8) and "for the same area, Iraq and Syria" in said(TOWER, 8)


def test_what_an_account_says_of_its_sources_is_accounted_for():
    _, seen = step(ECHO, 4)
    rows = told(seen, seen.incident).set_index("report_id")
    assert "Two security sources told Reuters" in rows.loc["tareeqashaab-20231111-harir-drone", "summary"]
    reveal = said(ECHO, 4, "reveal")
    assert reveal.startswith("No. Tareeq al-Shaab has more than one security source")
    assert "The site counts one" in reveal


def test_columns_without_a_day_are_not_said_to_have_one():
    for number in (1, 5):
        found, seen = step(TOWER, number)
        rows = told(seen, seen.incident)
        undated = rows[rows["undated"]]
        assert sorted(undated["injured"]) == ["34", "47"] and found.expect["undated"] == "2"
    assert "with its speaker and its day" not in said(TOWER, 5)
    assert "Two of the columns have no day: Stening Simpson has at least 34, Wikipedia has 47." in said(TOWER, 5)
    assert "The table has two more columns, of pages without a date" in said(TOWER, 1, "reveal")
    dated = told(seen := step(TOWER, 1)[1], seen.incident)
    assert "tower-22" not in set(dated.loc[~dated["undated"], "place_id"])


@pytest.mark.parametrize(("slug", "number"), ((TOWER, 2), (TOWER, 7), (ARC, 2), (ARC, 10)))
def test_reports_without_a_day_are_set_apart_from_those_known_by_a_day(slug: str, number: int):
    _, seen = step(slug, number)
    assert seen.selected.undated
    assert re.search(
        rf"For {seen.selected.undated} of (?:the|these|their \d+) reports no day is known", said(slug, number)
    )


def test_attacks_told_by_undated_pages_alone_are_not_counted_as_told_by_a_day():
    _, seen = step(TOWER, 2)
    dated = (seen.selected.incidents["reports"] > 0).sum()
    assert (dated, len(seen.selected.incidents)) == (10, 12)
    assert "Ten of the attacks are told by a report that has its day." in said(TOWER, 2)


def test_no_attack_is_certainly_of_the_days_that_only_the_longer_time_holds():
    _, seen = step(COUNTS, 3)
    assert "By 24 November 2023, no document here tells of an attack that is certainly of" in said(COUNTS, 3, "reveal")
    days = "kind=attack&from=2023-10-07&to=2023-10-16"
    held = views.seen(views.read(f"/?{days}&known_by={seen.view.selection.known_by}"), default()).selected.incidents
    assert set(held["certainty"]) == {"possible"}


@pytest.mark.parametrize("slug", (TOWER, ARC, ECHO, COUNTS))
def test_no_question_is_answered_by_all_of_its_choices(slug: str):
    for one in shelf(default()).stories[slug].steps:
        assert not [
            choice for choice in one.choices if re.match(r"(?:any|all|both|some) of (?:these|them)", choice, re.I)
        ]


@pytest.mark.parametrize("slug", (TOWER, ARC, ECHO, COUNTS))
def test_no_question_tells_the_standing_that_it_hides(slug: str):
    for one in shelf(default()).stories[slug].steps:
        if one.hide:
            assert "{incident.standing}" not in one.ask + one.text, one.heading


def test_the_figure_of_a_question_about_places_draws_all_of_them():
    found, seen = step(ARC, 8)
    drawn = {row.key for row in measured.reach(seen.selected).rows}
    assert {"northern-red-sea", "dead-sea-coast", "eilat"} <= drawn
    assert all(name in choice for name, choice in zip(("Dead Sea", "Red Sea", "Eilat"), found.choices, strict=True))
    first = {row.label: place for place, row in enumerate(measured.reach(seen.selected).rows)}
    assert first["Northern Red Sea"] < first["Dead Sea coast"] < first["Eilat"]


def test_a_speaker_of_whom_no_name_is_known_is_neither_he_nor_she():
    for one in shelf(default()).stories[COUNTS].steps:
        for prose in one.prose():
            assert not re.search(r"\b(?:he|his|him)\b", prose.text, re.IGNORECASE), (one.number, prose.field)


def test_the_heading_of_two_totals_of_one_area_does_not_say_another_area():
    found, seen = step(COUNTS, 8)
    tallies = seen.selected.index.tallies.set_index("tally_id")
    assert tallies.loc["nov-t010", "scope"] == tallies.loc["t68-sohr-26-1109", "scope"] == "SY"
    assert found.heading == "Another counter, the same area"
