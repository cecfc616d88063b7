"""What every activity keeps to, whatever the selection: it never fails, obeys the selection, and its key has rows."""

from dataclasses import asdict
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import dataset, schema
from dashboard.activities import ACTIVITIES, KINDS, Activity, activities
from dashboard.activities.shape import ONE, SEVERAL
from dashboard.activities.standards import grouped
from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from tests.three_articles import articles


@cache
def default() -> Dataset:
    return dataset.load(schema.DEFAULT)


def one(selected: Selected, kind: str, **asked: object) -> Activity:
    return activities(selected, only=(kind,), **asked)[0]


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    data = default()
    days = st.dates(date(2023, 10, 15), date(2024, 8, 10))
    start = draw(st.none() | days)
    return Selection(
        start=start,
        end=draw(st.none() | st.just(start and start + timedelta(draw(st.integers(0, 90))))),
        known_by=draw(st.none() | days),
        party=tuple(draw(st.lists(st.sampled_from(sorted(data.schema.sides)), max_size=1))),
        outlet=tuple(draw(st.lists(st.sampled_from(["al-mayadeen", "shafaq-news"]), max_size=1))),
        corroboration=tuple(draw(st.lists(st.sampled_from(["claimed", "reported", "corroborated"]), max_size=1))),
        disputed=draw(st.none() | st.booleans()),
    )


@settings(max_examples=30)
@given(selections(), st.integers(1, 40))
def test_any_selection_gives_every_kind_or_says_why_not(selection: Selection, variant: int):
    selected = selection.apply(default())
    known = set(default().by_id["reports"]) | set(default().by_id["tallies"])
    shown = set(selected.incidents["incident_id"])
    for activity in activities(selected, variant):
        _well_formed(activity, default())
        assert bool(activity.missing) == (not activity.cards)
        for row in activity.rows:
            table, _, key = row.partition("/")
            assert key in default().by_id[table]
            if table == "reports":
                assert key in known
                assert default().by_id["reports"][key]["incident_id"] in shown
                assert selected.index.reports.set_index("report_id").loc[key, "possible_day"] <= selected.day


def _well_formed(activity: Activity, data: Dataset) -> None:
    assert len({question.key for question in activity.asked}) == len(activity.asked)
    letters = [card.key for card in activity.cards]
    for question in activity.asked:
        assert question.card in ("", *letters)
        assert question.rows or (question.form == SEVERAL and not question.answer)
        if question.choices:
            assert set(question.answer) <= set(question.choices)
        if question.form == ONE:
            assert len(question.answer) == 1
    if activity.order:
        assert sorted(key for group in activity.order for key in group) == letters


@pytest.mark.parametrize("kind", KINDS)
def test_the_default_data_offers_every_kind_several_times(kind):
    activity = one(Selection().apply(default()), kind)
    assert activity.candidates > 5
    assert not activity.missing
    assert activity.asked
    assert activity.standards
    assert activity.minutes in range(10, 31)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_selection_and_variant_give_the_same_and_the_next_gives_another(kind):
    first, again = (one(Selection().apply(default()), kind, variant=2) for _ in range(2))
    assert first == again
    fresh = one(Selected(Selection(), default()), kind, variant=2)
    assert asdict(fresh) == asdict(first)
    assert one(Selection().apply(default()), kind, variant=3).rows != first.rows


def test_past_the_last_example_a_kind_begins_again():
    selected = Selection().apply(default())
    for kind in KINDS:
        first = one(selected, kind)
        assert one(selected, kind, variant=first.candidates + 1) == first


def test_an_empty_selection_says_of_every_kind_why_there_is_none():
    selected = Selection(q="zzzzzz").apply(default())
    for activity in activities(selected):
        assert activity.missing.count(".") >= 2
        assert not activity.cards
        assert activity.title


def test_one_incident_alone_gives_only_what_is_about_it():
    selected = Selection().apply(default())
    incident = one(selected, "compare").href.rsplit("/", 1)[-1]
    compared, sourced, sorted_, ordered, _ = activities(selected, incident=incident)
    assert compared.candidates == sourced.candidates == 1
    assert {card.href for card in (*compared.cards, *sourced.cards)} == {f"/incidents/{incident}"}
    assert sorted_.missing
    assert ordered.missing


def test_the_known_by_day_stands_in_every_address():
    selected = Selection(known_by=date(2023, 11, 20)).apply(default())
    for activity in activities(selected):
        for card in activity.cards:
            assert "known_by=2023-11-20" in card.href


def test_small_packages_give_what_they_hold(tiny):
    for data in (tiny, articles()):
        for activity in activities(Selection().apply(data)):
            _well_formed(activity, data)


def test_kinds_that_the_query_knows_are_those_that_are_made():
    assert list(KINDS) == list(ACTIVITIES)
    asked = Selection.from_query("activity=totals&activity=compare&variant=3")
    assert asked.activity == ("compare", "totals")
    assert asked.variant == 3
    assert asked.filtering == Selection()


def test_standards_stand_with_their_framework():
    ids = [identifier for activity in activities(Selection().apply(default())) for identifier in activity.standards]
    found = grouped(tuple(ids))
    assert sorted(identifier for group in found.values() for identifier in group) == sorted(set(ids))
    assert len(found) == 2
