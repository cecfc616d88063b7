"""A lesson: one file that holds everything, asks for nothing, and hides what a reader is to predict."""

import gzip
import json
import re
from base64 import b64decode
from html import escape

import pytest

from dashboard import dataset, schema
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.selection import Selection
from dashboard.still import lessons, steps
from dashboard.still.lesson import MOST_BYTES, POLICY, TooLong, lesson
from dashboard.stories import shelf
from tests.components.tree import of
from tests.still.crawl import Page
from tests.three_articles import articles
from tests.two_days import told


@pytest.fixture(scope="module")
def story() -> str:
    return lesson(told(), Selection(), "two-days").decode()


@pytest.fixture(scope="module")
def selection() -> str:
    return lesson(articles(), Selection.from_query("kind=attack")).decode()


def unpacked(text: str, name: str) -> str:
    [held] = re.findall(rf'<script type="text/plain" {name}>(.*?)</script>', text, re.S)
    return gzip.decompress(b64decode(held)).decode()


def words(text: str) -> str:
    bare = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]+>", " ", text, flags=re.S)
    return " ".join(bare.split())


@pytest.mark.parametrize("name", ["story", "selection"])
def test_nothing_is_asked_of_anybody(name, request):
    text = request.getfixturevalue(name)
    assert f'content="{POLICY}"'.replace("'", "&#39;") in text and len(text.encode()) < MOST_BYTES
    page = Page(text)
    assert [one for one in page.assets if not one.startswith("data:")] == []
    outside = [one for one in page.leads if not one.startswith("#")]
    assert all(one.startswith("https://") for one in outside), outside
    assert not re.search(r"(?<!data-)(src|action)=", re.sub(r"<(script|style).*?</\1>", "", text, flags=re.S))
    addresses = re.findall(r"url\(([^)]+)\)", "".join(re.findall(r"<style>(.*?)</style>", text, re.S)))
    assert addresses and all(one.strip("\"'").startswith("data:") for one in addresses)


@pytest.mark.parametrize("name", ["story", "selection"])
def test_every_link_within_the_file_leads_somewhere_and_no_id_stands_twice(name, request):
    page = Page(request.getfixturevalue(name))
    assert {one[1:] for one in page.leads if one.startswith("#")} <= set(page.ids)
    assert sorted(page.ids) == sorted(set(page.ids))


def test_the_file_holds_every_incident_with_its_accounts(selection):
    chosen = Selection.from_query("kind=attack").apply(articles())
    said = words(selection)
    for row in chosen.incidents.itertuples():
        assert f'id="i-{row.incident_id}-incident"' in selection and row.title.replace("'", "&#x27;") in said
    assert said.count("In which documents") == len(chosen.incidents)


def test_days_are_prepared_and_tell_nothing_that_came_later(selection):
    days = json.loads(unpacked(selection, 'id="days-packed"'))
    assert [re.search(r"as known by (.*)\.$", day["sentence"])[1] for day in days] == [
        "11 November 2023", "19 November 2023", "8 January 2024",
    ]  # fmt: skip
    marks = [
        len([one for trace in day["figure"]["figure"]["data"] for one in trace.get("customdata") or []]) for day in days
    ]
    assert marks == sorted(marks) and marks[0] < marks[-1]
    assert "Golan" not in days[0]["html"] and "Golan" in days[-1]["html"]


def test_plotly_is_in_the_file_as_it_was_shipped(selection):
    assert "plotly.js v" in unpacked(selection, 'id="plotly-packed"')[:400]


def test_a_story_has_its_steps_with_numbers_filled_and_a_place_for_notes(story):
    said = words(story)
    reports = len(Selection.from_query("known_by=2023-11-11").apply(articles()).reports)
    assert f"By 11 November 2023 there are {reports} reports." in said and "1/2. The first day" in said
    assert {"step-1", "step-2", "all"} <= set(re.findall(r'data-note="([^"]+)"', story))


def test_a_step_says_of_its_view_what_the_page_of_the_story_says(story):
    step = words(story[story.index('id="s2-step"') : story.index('id="days"')])
    title = articles().by_id["incidents"]["20231108-green-village-drones"]["title"]
    assert f"Who says what {title}, as known by 19 November 2023." in step


def test_what_a_reader_is_to_predict_stands_behind_the_answer(story):
    step = story[story.index('id="s1-step"') : story.index('id="s2-step"')]
    before, _, after = step.partition("Show what the data say")
    asked, shown = (json.loads(unpacked(part, f'data-figure="{name}"')) for part, name in (
        (before, "s1-timeline-chart"), (after, "s1-whole-timeline-chart"),
    ))  # fmt: skip
    assert "How many attacks do you expect?" in before and "Hidden until you answer" in before
    assert "There are" not in words(before) and "There are" in words(after)
    assert asked["figure"]["data"] != shown["figure"]["data"]


def test_parts_that_tell_what_a_step_hides_say_when_they_open(story, selection):
    assert re.findall(r'data-until="([^"]*)"', story) == ["1"] * 5
    assert story.count('class="lesson-veiled"') == 5 and "data-until" not in selection.split("<script>")[0]
    for part in ("days", "incidents", "counts", "activities", "outlets"):
        inside = story[story.index(f'id="{part}"') :]
        assert inside.index("Show it anyway") < inside.index('class="lesson-veiled"')


def test_the_days_of_a_lesson_end_with_its_day():
    text = lesson(articles(), Selection.from_query("kind=attack&known_by=2023-11-19")).decode()
    ends = {
        day["figure"]["figure"]["layout"]["xaxis"]["range"][1][:10]
        for day in json.loads(unpacked(text, 'id="days-packed"'))
    }
    assert ends == {"2023-11-19"}


def test_a_gentle_lesson_opens_in_gentle_mode_with_gentle_activities():
    text = lesson(articles(), Selection.from_query("kind=attack&gentle=yes")).decode()
    assert '<html lang="en" data-top="" data-lesson=' in text and 'data-gentle-asked="yes">' in text[:400]
    assert "data-gentle-asked" not in lesson(articles(), Selection.from_query("kind=attack")).decode()[:400]


def test_a_step_of_a_day_tells_what_was_known_by_it(story):
    step = words(story[story.index('id="s2-step"') : story.index('id="days"')])
    assert "Editor&#x27;s note: left out here" in step


def test_activities_stand_with_their_keys_folded(selection):
    part = selection[selection.index('id="activities"') : selection.index('id="notes"')]
    assert part.count("Show the key") >= 1 and "<details open" not in part and "data-note=" in part


def test_activities_say_nothing_of_other_examples_and_outlets_lead_to_what_they_are(selection):
    part = selection[selection.index('id="activities"') : selection.index('id="notes"')]
    assert "Show the key" in part and "Example 1 of" not in part
    named = set(re.findall(r'href="#outlet-([^"]+)"', selection))
    outlets = selection[selection.index('id="outlets"') : selection.index('id="words"')]
    assert named and named == set(re.findall('id="outlet-([^"]+)"', outlets))
    for key in named:
        row = articles().by_id["outlets"][key]
        assert escape(row["name"]) in words(outlets) and escape(" ".join(row["affiliation"].split())) in words(outlets)


def test_more_incidents_than_a_class_reads_are_named_only(monkeypatch):
    monkeypatch.setattr("dashboard.still.lesson.MOST_TOLD", 2)
    text = lesson(articles(), Selection()).decode()
    assert text.count("In which documents") == 2 and "The accounts of the first 2 are here" in text


REFUSED = [
    ("", "nowhere", TooLong, "There is no story 'nowhere'. Stories of these data: an-announcement."),
    ("kind=attack&weapon=cruise-missile&to=2023-10-01", "", TooLong, "The selection holds no incident"),
    ("outlet=mars", "", InvalidSelection, "outlet='mars' is not in the data"),
]


@pytest.mark.parametrize(("query", "slug", "error", "told"), REFUSED)
def test_what_makes_no_lesson_is_refused(query, slug, error, told):
    with pytest.raises(error, match=re.escape(told)):
        lesson(articles(), Selection.from_query(query), slug)


def test_a_lesson_that_is_too_large_is_refused_with_its_size(monkeypatch):
    monkeypatch.setattr("dashboard.still.lesson.MOST_BYTES", 1_000_000)
    with pytest.raises(TooLong, match=r"The lesson would take 2\.\d MB, and 1 MB is the most"):
        lesson(articles(), Selection())


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return dataset.load(schema.DEFAULT)


@pytest.mark.parametrize(
    ("slug", "query", "first", "last"),
    [
        ("sixty-one-since-when", "known_by=2023-12-04", "2023-11-08", "2023-12-04"),
        ("", "from=2023-11-09&to=2023-11-24", "2023-11-08", "2023-11-24"),
        ("", "known_by=2023-11-24", "2023-10-23", "2023-11-24"),
    ],
)
def test_the_chart_of_counts_shows_the_window_of_the_view(shipped, slug, query, first, last):
    days = steps.counted(shelf(shipped).stories.get(slug), shipped)
    (graph, *_) = of(lessons.counts(Selection.from_query(query).apply(shipped), days), "Graph")
    start, end = graph.figure["layout"]["xaxis"]["range"]
    assert (start[:10], end[:10]) == (first, last)


@pytest.mark.parametrize("slug", sorted(path.stem for path in (schema.DEFAULT / "stories").glob("*.md")))
def test_the_stories_of_the_shipped_data_become_lessons_with_their_words_explained(shipped, slug):
    text = lesson(shipped, Selection(), slug).decode()
    assert len(text.encode()) < MOST_BYTES and "[…]" not in words(text)
    page = Page(text)
    assert {one[1:] for one in page.leads if one.startswith("#")} <= set(page.ids)
    practised = text[text.index('id="activities"') : text.index('id="notes"')]
    assert ("open its outlet" in practised) == ('href="#outlet-' in practised)
    assert "#word-corroborated" in page.leads and sorted(page.ids) == sorted(set(page.ids))
