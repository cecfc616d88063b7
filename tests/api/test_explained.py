"""What the pages ask for when a control explains itself: answered once per version, refused in words."""

import pytest

EXPLAIN = "/api/explain/"


@pytest.mark.parametrize("address", ["terms", "outlets/harbour-wire", "actors/guard?known_by=2019-03-12"])
def test_an_answer_is_given_once_per_version(client, address):
    first = client.get(EXPLAIN + address)
    again = client.get(EXPLAIN + address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert first.headers["Cache-Control"] == "no-cache"


def test_a_profile_changes_with_the_day_and_its_tag_with_it(client):
    early, late = (client.get(f"{EXPLAIN}actors/guard{query}") for query in ("?known_by=2019-03-02", ""))
    assert early.headers["ETag"] != late.headers["ETag"]
    assert early.json["facts"] != late.json["facts"]


REFUSED = [
    ("outlets/mars", 404, "The table outlets has no row 'mars', so there is no profile of it."),
    ("actors/harbour%2Fwire", 404, "Nothing is at /api/explain/actors/harbour/wire. Every address is listed at /api/docs."),
    ("places/pier-nine", 404, "There are no profiles of 'places'. Profiles: actors, outlets."),
    ("actors/guard?known_by=soon", 400, "known_by='soon' is not a day. Write it as 2023-11-08."),
    ("actors/guard?kind=attack", 400, "kind is asked of a profile. Only known_by: a profile speaks of all that was known by a day."),
]  # fmt: skip


@pytest.mark.parametrize(("address", "status", "error"), REFUSED)
def test_what_cannot_be_answered_is_refused_in_words(client, address, status, error):
    answer = client.get(EXPLAIN + address)
    assert (answer.status_code, answer.json["error"]) == (status, error)


def test_these_answers_are_no_part_of_the_described_api(client):
    assert [path for path in client.get("/api/openapi.json").json["paths"] if path.startswith(EXPLAIN)] == []
