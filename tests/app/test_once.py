"""What a class asks for at once is drawn once, and nobody gets what somebody else asked."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Response
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.once import MOST, SECONDS, Drawn
from dashboard.components import measures
from dashboard.dataset import Dataset
from dashboard.pages import counts


def question(path: str, search: str = "") -> dict:
    return {
        "output": "page.children", "outputs": {"id": "page", "property": "children"}, "changedPropIds": ["url.pathname"],
        "inputs": [{"id": "url", "property": "pathname", "value": path}],
        "state": [{"id": "url", "property": "search", "value": search}],
    }  # fmt: skip


def ask(client: FlaskClient, path: str, search: str = "", **headers: str) -> Response:
    return client.post("/_dash-update-component", json=question(path, search), headers=headers)


@pytest.fixture
def drawings(monkeypatch) -> list[str]:
    """The queries for which the page of counts was drawn."""
    drawn, layout = [], counts.layout
    monkeypatch.setattr(counts, "layout", lambda data, asked: drawn.append(asked.to_query()) or layout(data, asked))
    return drawn


def test_thirty_pages_that_ask_at_once_are_drawn_once(tiny: Dataset, drawings: list[str], monkeypatch):
    server, begin, draw = create_app(tiny).server, threading.Event(), measures.takeaway
    drawings.clear()
    monkeypatch.setattr(measures, "takeaway", lambda *args: begin.wait(10) and draw(*args))
    with ThreadPoolExecutor(30) as pupils:
        asked = [pupils.submit(ask, server.test_client(), "/counts") for _ in range(30)]
        begin.set()
        answers = {answer.result().data for answer in asked}
    assert (len(answers), drawings) == (1, [""])


def test_another_question_has_another_answer(tiny: Dataset, drawings: list[str]):
    client = create_app(tiny).server.test_client()
    drawings.clear()
    one, other, packed = (
        ask(client, "/counts"), ask(client, "/counts", "?kind=attack"), ask(client, "/counts", **{"Accept-Encoding": "gzip"}),
    )  # fmt: skip
    assert drawings == ["", "kind=attack", ""]
    assert one.data != other.data
    assert (packed.headers["Content-Encoding"], "Content-Encoding" in one.headers) == ("gzip", False)


def test_what_was_drawn_is_sent_as_it_was_with_all_that_guards_it(tiny: Dataset):
    client = create_app(tiny).server.test_client()
    for headers in ({}, {"Accept-Encoding": "gzip"}):
        first, again = (ask(client, "/counts", **headers) for _ in range(2))
        assert again.data == first.data
        assert {k: v for k, v in again.headers if k != "Date"} == {k: v for k, v in first.headers if k != "Date"}


def test_what_is_said_of_a_live_class_is_said_anew(tiny: Dataset):
    client = create_app(tiny).server.test_client()
    opened = client.post("/api/v1/classes", json={"view": "/"}).json
    assert "What the class is shown now" in ask(client, opened["address"]).text
    client.delete(f"/api/v1/classes/{opened['code']}", headers={"Class-Key": opened["key"]})
    assert "has ended" in ask(client, opened["address"]).text


def test_a_drawing_that_fails_leaves_nobody_waiting_and_is_not_kept(tiny: Dataset, monkeypatch):
    client = create_app(tiny).server.test_client()
    layout = counts.layout
    monkeypatch.setattr(counts, "layout", lambda *_: 1 / 0)
    assert ask(client, "/counts").status_code == 500
    monkeypatch.setattr(counts, "layout", layout)
    assert ask(client, "/counts").status_code == 200


def test_answers_are_kept_for_a_while_and_not_without_end():
    now = [0.0]
    drawn = Drawn(lambda: now[0])
    for number in range(MOST + 10):
        assert drawn.get(b"%d" % number) is None
        drawn.done(b"%d" % number, drawn.made(Response("x")))
    assert len(drawn._kept) == MOST
    assert drawn.get(b"%d" % MOST).body == b"x"
    now[0] = SECONDS + 1
    assert drawn.get(b"%d" % MOST) is None
    drawn.done(b"%d" % MOST, None)
    assert len(drawn._kept) == 0
