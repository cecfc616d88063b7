"""Lessons as files of the API: the bytes of the command line, and refusals in words."""

import pytest

from dashboard import api
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from dashboard.still.lesson import lesson
from tests import two_days


@pytest.fixture(scope="module")
def told() -> Dataset:
    """Three articles with a story about them."""
    return two_days.told()


def test_a_lesson_of_a_selection_is_a_file_to_keep(client, tiny):
    answer = client.get("/api/v1/lesson.html?kind=attack")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.data == lesson(tiny, Selection.from_query("kind=attack"))
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="')
    again = client.get("/api/v1/lesson.html?kind=attack", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_what_makes_no_lesson_is_refused_in_words(client):
    unknown = client.get("/api/v1/lesson.html?outlet=mars")
    assert unknown.status_code == 400 and "outlet='mars' is not in the data" in unknown.json["error"]
    empty = client.get("/api/v1/lesson.html?q=nothing-of-this-name")
    assert (empty.status_code, empty.json["error"]) == (
        400, "The selection holds no incident, so there is no lesson in it. Choose another.",
    )  # fmt: skip
    assert client.get("/api/v1/stories/nowhere/lesson.html").status_code == 404


def test_the_lesson_of_a_story_is_a_file_too(told):
    answer = api.server(told).test_client().get("/api/v1/stories/two-days/lesson.html")
    assert answer.data == lesson(told, Selection(), "two-days")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="two-days.html"'
