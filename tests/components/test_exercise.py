"""Activities on a page: fields that keep to the tab, a key that is folded, and nothing scored."""

import pytest

from dashboard.activities import activities
from dashboard.components import exercise
from dashboard.selection import Selection
from tests.components.tree import of, words
from tests.three_articles import articles

FOUND = activities(Selection().apply(articles()))
MADE = [activity for activity in FOUND if not activity.missing]


def drawn(activity, field=exercise.typed):
    return exercise.exercise(activity, articles(), field)


def test_the_articles_offer_activities_and_lack_some():
    assert {activity.kind for activity in MADE} >= {"compare", "totals"}
    assert len(MADE) < len(FOUND)


@pytest.mark.parametrize("activity", MADE, ids=lambda activity: activity.kind)
def test_every_question_has_one_field_that_keeps_to_the_tab(activity):
    fields = of(drawn(activity), "TextInput") + of(drawn(activity), "RadioGroup") + of(drawn(activity), "CheckboxGroup")
    assert len(fields) == len(activity.asked)
    assert {field.persistence_type for field in fields} == {"session"}
    ids = [field.id["answer"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert all(at.startswith(exercise.example(activity)) for at in ids)


@pytest.mark.parametrize("activity", MADE, ids=lambda activity: activity.kind)
def test_the_key_is_folded_and_says_every_answer_and_its_rows(activity):
    (key,) = of(drawn(activity), "Details")
    assert not getattr(key, "open", False)
    said = words(key)
    for question in activity.asked:
        assert exercise.answer_words(question) in said
    assert said.count("From: ") == len(activity.asked)
    assert not any(word in said.lower() for word in ("score:", "points", "correct", "wrong"))


def test_what_is_not_offered_says_why_and_has_no_field():
    for activity in FOUND:
        if activity.missing:
            part = drawn(activity)
            assert activity.missing in words(part)
            assert of(part, "TextInput") == of(part, "Details") == []


def test_without_scripts_there_are_lines_and_choices_instead_of_fields():
    part = drawn(MADE[0], exercise.lined)
    assert of(part, "TextInput") == of(part, "RadioGroup") == []
    assert "☐" in words(part)
    assert len(of(part, "Details")) == 1


def test_rows_of_a_key_lead_to_the_page_as_known_by_the_same_day():
    known = Selection.from_query("known_by=2023-12-01").apply(articles())
    activity = next(one for one in activities(known) if not one.missing and one.kind == "compare")
    links = [link.href for link in of(exercise.exercise(activity, articles(), exercise.typed), "Link")]
    assert links
    assert all(href.endswith("?known_by=2023-12-01") for href in links)
